import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { putOneOnPath } from '../../tests/setup/on-path.ts'
import { createAccount } from '../access/account.store.ts'
import { whoLooked } from '../people/looked.store.ts'
import { giveAccount, type Person } from '../people/person.store.ts'
import { day } from '../platform/day.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import { answerCheckin, checkinsOf, correctAnswer, markRead, openCheckins } from './checkin.store.ts'
import type { CheckinAnswers } from './checkin.ts'
import { catchUp } from './daily.store.ts'
import { endPathway, pausePathway } from './pathway.store.ts'
import { supportContent } from './support.content.ts'
import type { TestAccount } from '../../tests/setup/house.ts'

let house: House
let owner: pg.Client
beforeAll(async () => {
  house = await openHouse()
  owner = new pg.Client(house.database.connection)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await house.close()
})
beforeEach(() => house.clock.set('2026-11-23T08:00:00Z'))

const run = () => house.act('system', (act) => catchUp(act, supportContent().pathways))

const silent: CheckinAnswers = {
  wellbeing: null,
  confidence: null,
  callMe: null,
  words: null,
  use: null,
  craving: null,
  riskySituation: null,
  support: null,
  work: null,
  housing: null,
}

let number = 0
/** Somebody with an account of their own whose check-ins are due on Mondays. */
async function somebody(): Promise<{ person: Person; self: TestAccount }> {
  const person = await putOneOnPath(house, { leftOn: '2026-10-26', firstContactOn: '2026-12-18' })
  number += 1
  const email = `inimene-${number}@esimene.test`
  const id = await house.act('system', (act) =>
    createAccount(act, {
      name: person.code,
      ownName: 'Inimene',
      email,
      roles: ['participant'],
      locale: 'et',
    }),
  )
  await house.act('coordinator', (act) => giveAccount(act, person.id, id))
  const organisationId = house.organisation.id
  return { person, self: { id, name: person.code, email, role: 'participant', organisationId } }
}

const tasksOf = (personId: string) =>
  house.act('coordinator', async (act) =>
    (await listOpenTasks(act, { personId })).map(({ kind, dueOn }) => `${kind} ${dueOn}`),
  )
const statesOf = (personId: string) =>
  house.act('coordinator', async (act) =>
    (await checkinsOf(act, personId)).map(({ dueOn, state }) => `${dueOn} ${state}`),
  )

describe('a check-in', () => {
  test('can be given on its day before the daily run has come to it', async () => {
    const { person, self } = await somebody()
    house.clock.set('2026-11-29T22:30:00Z')
    expect(await house.act(self, (act) => openCheckins(act, person.id))).toEqual([
      { dueOn: day('2026-11-30'), lastDay: day('2026-12-02'), longer: true },
    ])
    const given = await house.act(self, (act) =>
      answerCheckin(act, {
        personId: person.id,
        dueOn: day('2026-11-30'),
        way: 'self',
        answers: { ...silent, wellbeing: 7, use: 'none' },
      }),
    )
    expect(given?.callBy).toBeNull()
    house.clock.set('2026-11-30T08:00:00Z')
    await run()
    const [entry] = await house.act(self, (act) => checkinsOf(act, person.id))
    expect(entry).toMatchObject({ dueOn: day('2026-11-30'), longer: true, state: 'answered' })
    expect(entry?.answer?.answers).toEqual({ ...silent, wellbeing: 7, use: 'none' })
    expect(await house.act(self, (act) => openCheckins(act, person.id))).toEqual([])
  })

  test('can be given late for ever, and says so; one that was never due cannot', async () => {
    const { person } = await somebody()
    house.clock.set('2027-02-15T08:00:00Z')
    await run()
    expect((await statesOf(person.id)).at(-1)).toBe('2026-11-23 missed')
    const give = (dueOn: string) =>
      house.act('coordinator', (act) =>
        answerCheckin(act, {
          personId: person.id,
          dueOn: day(dueOn),
          way: 'telephone',
          answers: { ...silent, wellbeing: 5 },
        }),
      )
    expect(await give('2026-11-23')).not.toBeNull()
    expect(await give('2026-11-24')).toBeNull()
    expect((await statesOf(person.id)).at(-1)).toBe('2026-11-23 late')
  })

  test('without one due is kept as what it is, and ends silence', async () => {
    const { person, self } = await somebody()
    house.clock.set('2026-11-27T08:00:00Z')
    await run()
    expect(await tasksOf(person.id)).toEqual(['silence 2026-11-26'])
    await house.act(self, (act) =>
      answerCheckin(act, {
        personId: person.id,
        dueOn: null,
        way: 'self',
        answers: { ...silent, words: 'Olen siin.' },
      }),
    )
    expect(await tasksOf(person.id)).toEqual(['read 2026-11-30'])
    expect(await statesOf(person.id)).toEqual(['null answered', '2026-11-23 missed'])
  })

  test('given a second time corrects the first and stays in time; what was said first is not lost', async () => {
    const { person, self } = await somebody()
    const give = (wellbeing: number) =>
      house.act(self, (act) =>
        answerCheckin(act, {
          personId: person.id,
          dueOn: day('2026-11-23'),
          way: 'self',
          answers: { ...silent, wellbeing, words: `Täna ${wellbeing}.` },
        }),
      )
    await give(3)
    house.clock.set('2026-11-28T08:00:00Z')
    await give(8)
    const [entry, ...others] = await house.act(self, (act) => checkinsOf(act, person.id))
    expect(others).toEqual([])
    expect(entry?.state).toBe('answered')
    expect(entry?.answer).toMatchObject({ corrections: 1, givenOn: day('2026-11-23') })
    expect(entry?.answer?.answers).toMatchObject({ wellbeing: 8, words: 'Täna 8.' })
    const { rows } = await owner.query(
      'select wellbeing, words_sealed from support.checkin_answer where person_id = $1 order by wellbeing',
      [person.id],
    )
    expect(rows.map((row) => row.wellbeing)).toEqual([3, 8])
    expect(rows.some((row) => row.words_sealed.includes(Buffer.from('Täna')))).toBe(false)
  })

  test('that staff took down on the telephone does not replace what the person had sent', async () => {
    const { person, self } = await somebody()
    const give = (as: TestAccount | 'coordinator', way: 'self' | 'telephone', wellbeing: number) =>
      house.act(as, (act) =>
        answerCheckin(act, {
          personId: person.id,
          dueOn: day('2026-11-23'),
          way,
          answers: { ...silent, wellbeing },
        }),
      )
    await give(self, 'self', 3)
    await give('coordinator', 'telephone', 6)
    const entries = await house.act('coordinator', (act) => checkinsOf(act, person.id))
    expect(entries.map(({ dueOn, answer }) => [dueOn?.toString(), answer?.answers.wellbeing])).toEqual([
      ['2026-11-23', 3],
      [undefined, 6],
    ])
  })

  test('is not taken before the yes and after the end, but is in a pause', async () => {
    const asked = await putOneOnPath(house, { agreed: false })
    const { person } = await somebody()
    const give = (personId: string) =>
      house.act('coordinator', (act) =>
        answerCheckin(act, { personId, dueOn: null, way: 'telephone', answers: { ...silent, wellbeing: 5 } }),
      )
    expect(await give(asked.id)).toBeNull()
    await house.act('coordinator', (act) => pausePathway(act, person.id, { until: null, by: 'staff' }))
    expect(await give(person.id)).not.toBeNull()
    await house.act('coordinator', (act) => endPathway(act, person.id, 'Kolis ära.'))
    expect(await give(person.id)).toBeNull()
  })

  test('is nobody else’s: another person, a colleague and another organisation neither give nor see it', async () => {
    const { person } = await somebody()
    const { self: stranger } = await somebody()
    for (const as of [
      stranger,
      house.other.accounts.coordinator,
      'supporter',
      'developer',
      'admin',
    ] as const) {
      expect(await house.act(as, (act) => openCheckins(act, person.id))).toEqual([])
      expect(await house.act(as, (act) => checkinsOf(act, person.id))).toEqual([])
      for (const way of ['self', 'telephone'] as const) {
        const given = { personId: person.id, dueOn: null, way, answers: silent }
        expect(await house.act(as, (act) => answerCheckin(act, given))).toBeNull()
      }
    }
  })
})

describe('please call me', () => {
  test('waits for a human with its hour, and the hour does not move when it is said again', async () => {
    const { person, self } = await somebody()
    const ask = () =>
      house.act(self, (act) =>
        answerCheckin(act, {
          personId: person.id,
          dueOn: null,
          way: 'self',
          answers: { ...silent, callMe: true },
        }),
      )
    house.clock.set('2026-11-23T06:40:00Z')
    expect((await ask())?.callBy?.toString()).toBe('2026-11-23T10:40:00Z')
    house.clock.set('2026-11-23T09:00:00Z')
    expect((await ask())?.callBy?.toString()).toBe('2026-11-23T10:40:00Z')
    const [help] = await house.act('coordinator', (act) =>
      listOpenTasks(act, { personId: person.id, kinds: ['help'] }),
    )
    expect(help).toMatchObject({
      dueOn: day('2026-11-23'),
      ownerId: house.organisation.accounts.coordinator.id,
    })
    expect(help?.dueAt?.toString()).toBe('2026-11-23T10:40:00Z')
  })

  test('stays through a pause, and is done once staff have called and taken the check-in', async () => {
    const { person, self } = await somebody()
    await house.act(self, (act) =>
      answerCheckin(act, {
        personId: person.id,
        dueOn: null,
        way: 'self',
        answers: { ...silent, callMe: true },
      }),
    )
    await house.act(self, (act) => pausePathway(act, person.id, { until: null, by: 'person' }))
    expect(await tasksOf(person.id)).toEqual(['help 2026-11-23', 'read 2026-11-24'])
    await house.act('coordinator', (act) =>
      answerCheckin(act, {
        personId: person.id,
        dueOn: null,
        way: 'telephone',
        answers: { ...silent, callMe: false },
      }),
    )
    expect(await tasksOf(person.id)).toEqual(['read 2026-11-24'])
  })
})

describe('an answer that was sent', () => {
  test('waits to be read however little it says, and the person sees when it was read', async () => {
    const { person, self } = await somebody()
    await house.act(self, (act) =>
      answerCheckin(act, {
        personId: person.id,
        dueOn: null,
        way: 'self',
        answers: { ...silent, wellbeing: 9 },
      }),
    )
    expect(await tasksOf(person.id)).toEqual(['read 2026-11-24'])
    house.clock.set('2026-11-23T12:00:00Z')
    expect(await house.act(self, (act) => markRead(act, person.id))).toBe(0)
    expect(await house.act('coordinator', (act) => markRead(act, person.id))).toBe(1)
    expect(await tasksOf(person.id)).toEqual([])
    const [entry] = await house.act(self, (act) => checkinsOf(act, person.id))
    expect(entry?.answer).toMatchObject({ readBy: house.organisation.accounts.coordinator.id })
    expect(entry?.answer?.readAt?.toString()).toBe('2026-11-23T12:00:00Z')
  })

  test('cannot be marked as read by the one who sent it, not even past the store', async () => {
    const { person, self } = await somebody()
    await house.act(self, (act) =>
      answerCheckin(act, { personId: person.id, dueOn: null, way: 'self', answers: silent }),
    )
    const changed = await house.act(self, (act) =>
      act.tx
        .updateTable('support.checkinAnswer')
        .set({ readAt: act.now })
        .where('personId', '=', person.id)
        .executeTakeFirst(),
    )
    expect(changed.numUpdatedRows).toBe(0n)
  })

  test('is mended by the person; staff mend only what they wrote down themselves', async () => {
    const { person, self } = await somebody()
    const sent = await house.act(self, (act) =>
      answerCheckin(act, {
        personId: person.id,
        dueOn: null,
        way: 'self',
        answers: { ...silent, wellbeing: 1 },
      }),
    )
    const mend = (as: TestAccount | 'coordinator', id: string) =>
      house.act(as, (act) => correctAnswer(act, id, { ...silent, wellbeing: 10 }))
    const id = sent?.answerId ?? ''
    expect(await mend('coordinator', id)).toBeNull()
    expect(await mend(self, id)).not.toBeNull()
    // The one in its place is the one to mend now.
    expect(await mend(self, id)).toBeNull()
    const typed = await house.act('coordinator', (act) =>
      answerCheckin(act, {
        personId: person.id,
        dueOn: null,
        way: 'telephone',
        answers: { ...silent, wellbeing: 2 },
      }),
    )
    expect(await mend(self, typed?.answerId ?? '')).toBeNull()
    expect(await mend('coordinator', typed?.answerId ?? '')).not.toBeNull()
  })

  test('is in the log of who looked, once for a page', async () => {
    const { person, self } = await somebody()
    house.clock.set('2026-11-23T15:00:00Z')
    await house.act('coordinator', async (act) => {
      await checkinsOf(act, person.id)
      await checkinsOf(act, person.id)
      await openCheckins(act, person.id)
    })
    const looks = await house.act(self, (act) => whoLooked(act, person))
    const mine = looks.filter(({ at }) => at.toString() === '2026-11-23T15:00:00Z')
    expect(mine.map(({ action, what }) => `${action} ${what}`)).toEqual(['read support.checkin'])
  })
})
