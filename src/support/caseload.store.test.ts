import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { putOneOnPath, putOnPath } from '../../tests/setup/on-path.ts'
import { giveAccount } from '../people/person.store.ts'
import { grantSight } from '../people/sight.store.ts'
import { day } from '../platform/day.ts'
import { listCaseload } from './caseload.store.ts'
import { answerCheckin, correctAnswer } from './checkin.store.ts'
import { recordCheckup } from './checkup.store.ts'
import { recordContact } from './contact.store.ts'
import { catchUp } from './daily.store.ts'
import { correctLapse, lapsesOf, recordLapse } from './lapse.store.ts'
import { supportContent } from './support.content.ts'
import { eraseSupport, takeSupport } from './support.takeaway.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const on = (date: string) => house.clock.set(`${date}T08:00:00Z`)
const run = () => house.act('system', (act) => catchUp(act, supportContent().pathways))
const answers = {
  wellbeing: 4,
  confidence: 6,
  callMe: true,
  words: 'Raske nädal.',
  use: null,
  craving: null,
  riskySituation: null,
  support: null,
  work: null,
  housing: null,
}
const notes = {
  heldOn: day('2026-11-23'),
  way: 'call' as const,
  funnel: { reached: true, agreed: null, arrived: null, stayed14Days: null },
  need: { weeklyUse: false, symptoms: false, wantsHelp: false },
  help: ['talk' as const],
  notes: 'Rääkisime tööst.',
}

/** Somebody about whom there is something of everything. */
async function somebody() {
  on('2026-11-23')
  const person = await putOneOnPath(house, { leftOn: '2026-10-26' })
  const personId = person.id
  await house.act('coordinator', async (act) => {
    const given = await answerCheckin(act, { personId, dueOn: null, way: 'telephone', answers })
    await correctAnswer(act, given?.answerId ?? '', { ...answers, wellbeing: 5 })
    await recordCheckup(act, { personId, checkupId: null, ...notes })
    await recordContact(act, {
      personId,
      onDay: act.today,
      way: 'call',
      reached: false,
      what: 'Ei vastanud.',
    })
    const lapse = { happenedOn: day('2026-11-20'), toldOn: day('2026-11-22'), toldBy: 'person' as const }
    const id = await recordLapse(act, { personId, ...lapse, note: 'Rääkis ise.' })
    await correctLapse(act, id ?? '', { ...lapse, happenedOn: day('2026-11-21'), note: 'Rääkis ise.' })
  })
  return person
}

describe('the caseload', () => {
  test('tells of each person what is next, what was last and what waits', async () => {
    const { id, code } = await somebody()
    on('2026-12-12')
    await run()
    const lines = await house.act('coordinator', listCaseload)
    expect(lines.find(({ personId }) => personId === id)).toEqual({
      personId: id,
      code,
      name: 'Inimene 1',
      coordinatorId: house.organisation.accounts.coordinator.id,
      municipality: null,
      language: 'et',
      state: 'active',
      stateSince: day('2026-11-23'),
      pausedUntil: null,
      leftOn: day('2026-10-26'),
      nextCheckupOn: day('2026-12-23'),
      lastHeldOn: day('2026-11-23'),
      lastAnswer: { givenOn: day('2026-11-23'), wellbeing: 5, confidence: 6, pleaseCall: true },
      openTasks: [{ kind: 'silence', dueOn: day('2026-12-10'), dueAt: null, step: null, escalatedTo: null }],
    })
  })

  test('begins with whoever is due next, and has those to be asked at its end', async () => {
    on('2026-11-23')
    await putOnPath(house, [
      { agreed: false },
      { firstContactOn: '2026-12-04' },
      { firstContactOn: '2026-11-26' },
    ])
    const lines = await house.act('coordinator', listCaseload)
    const days = lines.map(({ nextCheckupOn }) => nextCheckupOn?.toString() ?? '9999')
    expect(days).toEqual(days.toSorted())
    expect(lines.at(-1)).toMatchObject({ state: 'to-be-asked', nextCheckupOn: null, lastAnswer: null })
  })

  test('is the actor’s own: what a supporter is not shown is left out, a stranger sees nobody', async () => {
    const { id, code } = await somebody()
    await house.act('coordinator', (act) =>
      grantSight(act, {
        personId: id,
        accountId: house.organisation.accounts.supporter.id,
        role: 'supporter',
        categories: ['path'],
        reason: 'supporter',
      }),
    )
    const [line, ...others] = await house.act('supporter', listCaseload)
    expect(others).toEqual([])
    expect(line).toMatchObject({ code, name: code, lastAnswer: null, lastHeldOn: day('2026-11-23') })
    for (const as of [
      house.other.accounts.coordinator,
      house.other.accounts.lead,
      'developer',
      'admin',
    ] as const) {
      expect(await house.act(as, listCaseload)).toEqual([])
    }
    expect((await house.act('lead', listCaseload)).map(({ personId }) => personId)).toContain(id)
  })
})

describe('a lapse', () => {
  test('stands as it was corrected, and is not for the person’s own page or another organisation', async () => {
    const { id } = await somebody()
    const lapses = await house.act('coordinator', (act) => lapsesOf(act, id))
    expect(lapses).toMatchObject([
      { happenedOn: day('2026-11-21'), toldOn: day('2026-11-22'), toldBy: 'person', note: 'Rääkis ise.' },
    ])
    expect(await house.act(house.other.accounts.coordinator, (act) => lapsesOf(act, id))).toEqual([])
  })

  test('is told after it happened, and written after it was told', async () => {
    const { id } = await somebody()
    const lapse = { personId: id, toldBy: 'other' as const, note: null }
    const write = (happenedOn: string, toldOn: string) =>
      house.act('coordinator', (act) =>
        recordLapse(act, { ...lapse, happenedOn: day(happenedOn), toldOn: day(toldOn) }),
      )
    await expect(write('2026-11-23', '2026-11-22')).rejects.toThrow(RangeError)
    await expect(write('2026-11-23', '2026-11-24')).rejects.toThrow(RangeError)
    expect(await write('2026-11-23', '2026-11-23')).not.toBeNull()
  })
})

describe('what a person takes away', () => {
  test('is all that is kept of their support, in plain JSON, and nobody’s account', async () => {
    const { id } = await somebody()
    const taken = await house.act('system', (act) => takeSupport(act, id))
    const text = JSON.stringify(taken)
    for (const part of [
      'Raske nädal.',
      'Rääkisime tööst.',
      'Ei vastanud.',
      'Rääkis ise.',
      '2026-10-26',
      '"talk"',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain(house.organisation.accounts.coordinator.id)
    expect(JSON.parse(text)).toMatchObject({ pathway: { state: 'active', leftOn: '2026-10-26' } })
  })

  test('as the person themself is what they may see', async () => {
    const { id } = await somebody()
    await house.act('coordinator', (act) => giveAccount(act, id, house.organisation.accounts.participant.id))
    const text = JSON.stringify(await house.act('participant', (act) => takeSupport(act, id)))
    expect(text).toContain('Raske nädal.')
    expect(text).not.toContain('Rääkisime tööst.')
  })

  test('can be erased by the system alone, and is gone from every table', async () => {
    const { id } = await somebody()
    expect(await house.act('coordinator', (act) => eraseSupport(act, id))).toBe(0)
    expect(await house.act('system', (act) => eraseSupport(act, id))).toBeGreaterThan(8)
    expect(await house.act('system', (act) => takeSupport(act, id))).toEqual({})
    expect(await house.act('system', (act) => eraseSupport(act, id))).toBe(0)
  })
})
