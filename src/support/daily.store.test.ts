import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House, type TestOrganisation } from '../../tests/setup/house.ts'
import { putOneOnPath, putOnPath, type OnPath } from '../../tests/setup/on-path.ts'
import { systemOf, withActor } from '../platform/actor.ts'
import { day, type Day } from '../platform/day.ts'
import { answerCheckin, openCheckins } from './checkin.store.ts'
import { recordCheckup } from './checkup.store.ts'
import { recordContact } from './contact.store.ts'
import { catchUp, supportJobs } from './daily.store.ts'
import { changeRhythm, endPathway, pausePathway, resumePathway } from './pathway.store.ts'
import { supportContent } from './support.content.ts'

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

/** Ten in the morning in Estonia, summer or winter. */
const on = (date: Day | string) => house.clock.set(`${date}T08:00:00Z`)
const runIn = ({ id, timeZone }: TestOrganisation) =>
  withActor(house.ground, systemOf(id, timeZone), (act) => catchUp(act, supportContent().pathways))
const run = () => runIn(house.organisation)

/** Everything of these people that the catch-up decides, without ids and moments. */
async function standing(personIds: readonly string[]) {
  const people = []
  for (const id of personIds) {
    const rows = async (text: string) => (await owner.query({ text, values: [id], rowMode: 'array' })).rows
    people.push({
      pathway: await rows(
        'select state, state_since::text, paused_until::text, rhythm, caught_up_to::text from support.pathway where person_id = $1',
      ),
      checkins: await rows(
        'select due_on::text, form, missed_on::text, cancelled_on::text from support.checkin where person_id = $1 order by due_on',
      ),
      checkups: await rows(
        'select due_on::text, origin, closed_as, closed_on::text from support.checkup where person_id = $1 order by due_on, closed_as',
      ),
      tasks: await rows(
        `select kind, due_on::text from tasks.task where person_id = $1 and state = 'requested' order by kind`,
      ),
    })
  }
  return people
}
async function standingOf(personId: string) {
  const [one] = await standing([personId])
  if (!one) throw new Error('there is nobody')
  return one
}

const nothing = {
  use: null,
  craving: null,
  riskySituation: null,
  support: null,
  work: null,
  housing: null,
  words: null,
  callMe: null,
}

describe('the window of a check-in', () => {
  test('due on the 10th is open on the 10th, 11th and 12th and missed from the 13th', async () => {
    on('2026-01-05')
    const { id } = await putOneOnPath(house, { leftOn: '2026-01-03', firstContactOn: '2026-01-30' })
    on('2026-01-12')
    await run()
    expect((await standingOf(id)).checkins).toEqual([['2026-01-10', 'monthly', null, null]])
    expect((await standingOf(id)).tasks).toEqual([])
    on('2026-01-13')
    await run()
    expect((await standingOf(id)).checkins).toEqual([['2026-01-10', 'monthly', '2026-01-13', null]])
    expect((await standingOf(id)).tasks).toEqual([['silence', '2026-01-13']])
  })

  test('keeps to days of the organisation, also where the clock is changed', async () => {
    on('2026-03-20')
    // Left on a Friday; due on Friday 27 March, two days before the night of 23 hours.
    const { id } = await putOneOnPath(house, { leftOn: '2026-03-20', firstContactOn: '2026-04-16' })
    house.clock.set('2026-03-29T20:59:00Z')
    await run()
    expect((await standingOf(id)).tasks).toEqual([])
    house.clock.set('2026-03-29T21:01:00Z')
    await run()
    expect((await standingOf(id)).tasks).toEqual([['silence', '2026-03-30']])
  })
})

describe('the window of a check-up', () => {
  test('due on 10 January is missed from the 24th, and the next is due a month after its due day', async () => {
    on('2026-01-05')
    const { id } = await putOneOnPath(house, { leftOn: '2025-12-01', firstContactOn: '2026-01-10' })
    await house.act('coordinator', (act) => changeRhythm(act, id, 'none'))
    await run()
    expect((await standingOf(id)).tasks).toEqual([['checkup', '2026-01-10']])
    on('2026-01-23')
    await run()
    expect((await standingOf(id)).checkups).toEqual([['2026-01-10', 'first', null, null]])
    expect((await standingOf(id)).tasks).toEqual([['checkup', '2026-01-10']])
    on('2026-01-24')
    await run()
    expect((await standingOf(id)).checkups).toEqual([
      ['2026-01-10', 'first', 'missed', '2026-01-24'],
      ['2026-02-10', 'pathway', null, null],
    ])
    // A Saturday: for somebody to see to on Monday.
    expect((await standingOf(id)).tasks).toEqual([['silence', '2026-01-26']])
  })

  test('waits for its coordinator from seven days before', async () => {
    on('2026-01-05')
    const { id } = await putOneOnPath(house, { leftOn: '2025-12-01', firstContactOn: '2026-01-20' })
    await house.act('coordinator', (act) => changeRhythm(act, id, 'none'))
    on('2026-01-12')
    await run()
    expect((await standingOf(id)).tasks).toEqual([])
    on('2026-01-13')
    await run()
    expect((await standingOf(id)).tasks).toEqual([['checkup', '2026-01-20']])
  })
})

describe('silence', () => {
  test('is one task a person however much went by, and dates from the first', async () => {
    on('2026-01-05')
    const { id } = await putOneOnPath(house, { leftOn: '2026-01-03', firstContactOn: '2026-01-06' })
    on('2026-03-05')
    await run()
    const { tasks, checkins } = await standingOf(id)
    expect(tasks.filter(([kind]) => kind === 'silence')).toEqual([['silence', '2026-01-13']])
    expect(checkins.filter(([, , missedOn]) => missedOn !== null)).toHaveLength(8)
  })

  test('does not begin for somebody who was reached while the check-in was open, but does after an attempt', async () => {
    on('2026-01-05')
    const reached = await putOneOnPath(house, { leftOn: '2026-01-03', firstContactOn: '2026-01-30' })
    const tried = await putOneOnPath(house, { leftOn: '2026-01-03', firstContactOn: '2026-01-30' })
    on('2026-01-11')
    await run()
    await house.act('coordinator', async (act) => {
      const call = { onDay: act.today, way: 'call' as const, what: 'Läheb hästi.' }
      await recordContact(act, { ...call, personId: reached.id, reached: true })
      await recordContact(act, { ...call, personId: tried.id, reached: false })
    })
    on('2026-01-13')
    await run()
    expect((await standingOf(reached.id)).tasks).toEqual([])
    expect((await standingOf(tried.id)).tasks).toEqual([['silence', '2026-01-13']])
  })

  test('begins again where somebody was reached and then fell silent once more', async () => {
    on('2026-01-05')
    const { id } = await putOneOnPath(house, { leftOn: '2026-01-03', firstContactOn: '2026-01-30' })
    on('2026-01-13')
    await run()
    await house.act('coordinator', (act) =>
      recordContact(act, {
        personId: id,
        onDay: act.today,
        way: 'call',
        reached: true,
        what: 'Telefon oli kadunud.',
      }),
    )
    expect((await standingOf(id)).tasks).toEqual([])
    // One that goes by within a fortnight after the talk is not looked into.
    on('2026-01-20')
    await run()
    expect((await standingOf(id)).tasks).toEqual([])
    on('2026-01-27')
    await run()
    const { tasks } = await standingOf(id)
    expect(tasks.filter(([kind]) => kind === 'silence')).toEqual([['silence', '2026-01-27']])
  })
})

describe('a list that was brought in', () => {
  test('has nothing missed from before the day it came', async () => {
    on('2026-11-23')
    const people = await putOnPath(
      house,
      Array.from({ length: 20 }, (_, place) => ({
        leftOn: day('2026-11-22')
          .subtract({ days: place * 90 })
          .toString(),
        firstContactOn: '2026-12-15',
      })),
    )
    const ids = people.map(({ id }) => id)
    on('2026-11-24')
    await run()
    const all = await standing(ids)
    expect(all.flatMap(({ tasks }) => tasks)).toEqual([])
    expect(all.flatMap(({ checkins }) => checkins).filter(([dueOn]) => dueOn < '2026-11-23')).toEqual([])
  })
})

describe('the daily run', () => {
  test('at the same time as another does no harm, and a third time on the same day nothing', async () => {
    on('2026-01-05')
    const people = await putOnPath(
      house,
      Array.from({ length: 30 }, (_, place) => ({
        leftOn: day('2025-12-31').subtract({ days: place }).toString(),
        firstContactOn: '2026-01-06',
      })),
    )
    on('2026-02-20')
    const both = await Promise.all([run(), run(), run()])
    expect(
      both
        .map((done) => done.people)
        .toSorted((a, b) => a - b)
        .slice(0, 2),
    ).toEqual([0, 0])
    const ids = people.map(({ id }) => id)
    const before = await standing(ids)
    expect(before.every(({ tasks }) => tasks.filter(([kind]) => kind === 'silence').length === 1)).toBe(true)
    await run()
    expect(await standing(ids)).toEqual(before)
  })

  test('leaves the people of another organisation alone', async () => {
    on('2026-01-05')
    const [other] = await putOnPath(house, [{ leftOn: '2026-01-03' }], house.other.accounts.coordinator)
    on('2026-03-05')
    await run()
    expect((await standingOf(other?.id ?? '')).checkins).toEqual([])
  })

  test('waits for an answer that is being given, and finds it', async () => {
    on('2026-01-05')
    const { id } = await putOneOnPath(house, { leftOn: '2026-01-03', firstContactOn: '2026-01-30' })
    on('2026-01-13')
    let ran: Promise<unknown> | undefined
    await house.act('coordinator', async (act) => {
      await answerCheckin(act, {
        personId: id,
        dueOn: day('2026-01-10'),
        way: 'telephone',
        answers: { ...nothing, wellbeing: 5, confidence: 5 },
      })
      ran = run()
      await new Promise((resolve) => setTimeout(resolve, 200))
    })
    await ran
    const { checkins, tasks } = await standingOf(id)
    expect(checkins).toEqual([['2026-01-10', 'monthly', null, null]])
    expect(tasks).toEqual([])
  })

  test('is a job at six in the morning', async () => {
    on('2026-01-05')
    const { id } = await putOneOnPath(house, { leftOn: '2026-01-03', firstContactOn: '2026-01-30' })
    on('2026-01-10')
    const [job] = supportJobs
    expect(job?.cron).toBe('0 6 * * *')
    await job?.run(house.ground, house.organisation)
    expect((await standingOf(id)).checkins).toEqual([['2026-01-10', 'monthly', null, null]])
  })
})

describe('a server that was off', () => {
  const start = day('2026-01-05')
  const person: fc.Arbitrary<OnPath> = fc.record({
    leftOn: fc.integer({ min: 0, max: 1900 }).map((days) => start.subtract({ days }).toString()),
    agreed: fc.constantFrom(true, true, true, false),
    pathway: fc.constantFrom('adaptive', 'fixed'),
    firstContactOn: fc.integer({ min: 0, max: 27 }).map((days) => start.add({ days }).toString()),
  })
  /** What people do on the day it is back. */
  const deed = fc.record({
    who: fc.nat({ max: 3 }),
    what: fc.constantFrom(
      'answer',
      'contact',
      'checkup',
      'pause',
      'pause until',
      'resume',
      'end',
      'monthly',
      'none',
    ),
    days: fc.integer({ min: 1, max: 20 }),
  })
  const spell = fc.record({ days: fc.integer({ min: 1, max: 45 }), deeds: fc.array(deed, { maxLength: 3 }) })

  async function act(
    organisation: TestOrganisation,
    personId: string,
    { what, days }: { what: string; days: number },
  ) {
    await house.act(organisation.accounts.coordinator, async (act) => {
      const answers = { ...nothing, wellbeing: 5, confidence: 5 }
      if (what === 'answer') {
        const [open] = await openCheckins(act, personId)
        await answerCheckin(act, { personId, dueOn: open?.dueOn ?? null, way: 'telephone', answers })
      }
      if (what === 'contact') {
        const call = { onDay: act.today, way: 'call' as const, reached: true, what: 'Rääkisime.' }
        await recordContact(act, { personId, ...call })
      }
      if (what === 'checkup') {
        await recordCheckup(act, {
          personId,
          checkupId: null,
          heldOn: act.today,
          way: 'call',
          funnel: { reached: true, agreed: null, arrived: null, stayed14Days: null },
          need: { weeklyUse: false, symptoms: false, wantsHelp: days > 10 },
          help: [],
          notes: null,
        })
      }
      if (what === 'pause') await pausePathway(act, personId, { until: null, by: 'staff' })
      if (what === 'pause until') {
        await pausePathway(act, personId, { until: act.today.add({ days }), by: 'staff' })
      }
      if (what === 'resume') await resumePathway(act, personId)
      if (what === 'end') await endPathway(act, personId, 'Kolis ära.')
      if (what === 'monthly' || what === 'none') await changeRhythm(act, personId, what)
    })
  }

  test('ends where one that ran every day would be', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 4, maxLength: 4 }),
        fc.array(spell, { minLength: 1, maxLength: 4 }),
        async (list, spells) => {
          on(start)
          const daily = await putOnPath(house, list, house.organisation.accounts.coordinator)
          const rarely = await putOnPath(house, list, house.other.accounts.coordinator)
          let today = start
          for (const { days, deeds } of spells) {
            for (let number = 0; number < days; number += 1) {
              today = today.add({ days: 1 })
              on(today)
              await runIn(house.organisation)
            }
            await runIn(house.other)
            for (const one of deeds) {
              await act(house.organisation, daily[one.who]?.id ?? '', one)
              await act(house.other, rarely[one.who]?.id ?? '', one)
            }
            const ids = (people: typeof daily) => people.map(({ id }) => id)
            expect(await standing(ids(rarely))).toEqual(await standing(ids(daily)))
          }
          // Whoever was seen in this round must not be carried through the next ones.
          for (const { accounts } of [house.organisation, house.other]) {
            const people = accounts === house.other.accounts ? rarely : daily
            for (const { id } of people) {
              await house.act(accounts.coordinator, (each) => endPathway(each, id, 'Katse läbi.'))
            }
          }
        },
      ),
      { numRuns: 10 },
    )
  }, 180_000)
})
