import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { putOneOnPath, putOnPath, type OnPath } from '../../tests/setup/on-path.ts'
import { giveAccount } from '../people/person.store.ts'
import { systemOf, withActor } from '../platform/actor.ts'
import { day } from '../platform/day.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import type { CheckupNotes } from './checkup-record.ts'
import {
  checkupsOf,
  correctCheckup,
  funnelOf,
  moveCheckup,
  openCheckup,
  proposeNext,
  recordCheckup,
} from './checkup.store.ts'
import { recordContact } from './contact.store.ts'
import { catchUp } from './daily.store.ts'
import { changeRhythm, endPathway, pausePathway } from './pathway.store.ts'
import { supportContent } from './support.content.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(() => on('2026-01-05'))

const on = (date: string) => house.clock.set(`${date}T08:00:00Z`)
const run = () => house.act('system', (act) => catchUp(act, supportContent().pathways))

const wellNotes = (heldOn: string): CheckupNotes => ({
  heldOn: day(heldOn),
  way: 'call',
  funnel: { reached: true, agreed: null, arrived: null, stayed14Days: null },
  need: { weeklyUse: false, symptoms: false, wantsHelp: false },
  help: ['talk'],
  notes: 'Töö läheb hästi.',
})
const inNeed = { weeklyUse: false, symptoms: true, wantsHelp: false }

/** Somebody without check-ins: only check-ups wait. */
async function somebody(path: OnPath = {}): Promise<string> {
  const person = await putOneOnPath(house, { leftOn: '2025-12-10', firstContactOn: '2026-01-10', ...path })
  await house.act('coordinator', (act) => changeRhythm(act, person.id, 'none'))
  return person.id
}
const record = (personId: string, notes: CheckupNotes, checkupId: string | null = null) =>
  house.act('coordinator', (act) => recordCheckup(act, { personId, checkupId, ...notes }))
const nextOf = (personId: string) =>
  house.act('coordinator', async (act) => (await openCheckup(act, personId))?.dueOn.toString() ?? null)
const statesOf = (personId: string) =>
  house.act('coordinator', async (act) =>
    (await checkupsOf(act, personId)).map(({ dueOn, state }) => `${dueOn} ${state}`),
  )
const tasksOf = (personId: string) =>
  house.act('coordinator', async (act) =>
    (await listOpenTasks(act, { personId })).map(({ kind, dueOn }) => `${kind} ${dueOn}`),
  )

describe('a check-up that was held', () => {
  test('leads to the next one by the rule, further away each time without need', async () => {
    const id = await somebody()
    for (const [heldOn, next] of [
      ['2026-01-10', '2026-02-10'],
      ['2026-02-10', '2026-04-10'],
      ['2026-04-10', '2026-07-10'],
    ] as const) {
      on(heldOn)
      await run()
      expect((await record(id, wellNotes(heldOn))).recorded).toMatchObject({
        proposedOn: day(next),
        nextOn: day(next),
      })
      expect(await nextOf(id)).toBe(next)
      expect(await tasksOf(id)).toEqual([])
    }
    on('2026-07-10')
    await run()
    await record(id, { ...wellNotes('2026-07-10'), need: inNeed })
    expect(await nextOf(id)).toBe('2026-08-10')
  })

  test('in the fixed pathway leads to its next day, whatever was said', async () => {
    const id = await somebody({ pathway: 'fixed', leftOn: '2025-12-11' })
    on('2026-01-10')
    await record(id, { ...wellNotes('2026-01-10'), need: inNeed })
    expect(await nextOf(id)).toBe('2026-02-09')
  })

  test('counts again from one where it went by without being held', async () => {
    const id = await somebody()
    on('2026-01-10')
    await record(id, wellNotes('2026-01-10'))
    on('2026-02-10')
    await record(id, wellNotes('2026-02-10'))
    on('2026-04-24')
    await run()
    expect(await nextOf(id)).toBe('2026-05-10')
    expect(await tasksOf(id)).toEqual(['silence 2026-04-24'])
    on('2026-05-10')
    await record(id, wellNotes('2026-05-10'))
    expect(await nextOf(id)).toBe('2026-06-10')
    expect(await tasksOf(id)).toEqual([])
  })

  test('late is held all the same: the one after moves where the rule says so, and is counted as late', async () => {
    const id = await somebody()
    on('2026-02-05')
    await run()
    expect(await statesOf(id)).toEqual(['2026-02-10 upcoming', '2026-01-10 missed'])
    const missed = await house.act('coordinator', async (act) => (await checkupsOf(act, id)).at(-1)?.id ?? '')
    const { recorded } = await record(id, wellNotes('2026-01-28'), missed)
    expect(recorded?.nextOn).toEqual(day('2026-02-28'))
    expect(await statesOf(id)).toEqual(['2026-02-28 upcoming', '2026-02-10 moved', '2026-01-10 late'])
    expect(await tasksOf(id)).toEqual([])
  })

  test('in time, and only written down too late, was never silence', async () => {
    const id = await somebody()
    on('2026-01-25')
    await run()
    expect(await tasksOf(id)).toEqual(['silence 2026-01-26'])
    const missed = await house.act('coordinator', async (act) => (await checkupsOf(act, id)).at(-1)?.id ?? '')
    await record(id, wellNotes('2026-01-12'), missed)
    expect(await statesOf(id)).toEqual(['2026-02-12 upcoming', '2026-02-10 moved', '2026-01-10 answered'])
    expect(await tasksOf(id)).toEqual([])
  })

  test('and written down a year later does not change what came after it', async () => {
    const id = await somebody()
    on('2027-01-20')
    await run()
    const before = await nextOf(id)
    const first = await house.act('coordinator', async (act) => (await checkupsOf(act, id)).at(-1)?.id ?? '')
    await record(id, wellNotes('2026-01-12'), first)
    expect(await nextOf(id)).toBe(before)
    // What fell silent after that talk still waits for a human.
    expect(await tasksOf(id)).toContain('silence 2026-01-26')
  })

  test('without one being due is written too', async () => {
    const id = await somebody({ leftOn: '2020-01-10' })
    on('2026-01-10')
    // Five years have passed: the rule proposes nothing more, people may.
    expect((await record(id, wellNotes('2026-01-10'))).recorded).toMatchObject({
      proposedOn: null,
      nextOn: null,
    })
    on('2026-03-01')
    expect((await record(id, wellNotes('2026-03-01'))).problem).toBeNull()
    expect(await statesOf(id)).toEqual(['2026-03-01 answered', '2026-01-10 answered'])
    const notReached = {
      ...wellNotes('2026-03-01'),
      funnel: { ...wellNotes('2026-03-01').funnel, reached: false },
    }
    const nobody = { weeklyUse: null, symptoms: null, wantsHelp: null }
    expect((await record(id, { ...notReached, need: nobody })).problem).toBe('contradiction')
  })

  test('in a pause opens the next one, which waits for nobody before the pause is over', async () => {
    const id = await somebody()
    await house.act('coordinator', (act) => pausePathway(act, id, { until: null, by: 'staff' }))
    on('2026-01-20')
    await record(id, {
      ...wellNotes('2026-01-20'),
      nextOn: day('2026-01-22'),
      nextReason: 'Nii leppisime kokku.',
    })
    expect(await nextOf(id)).toBe('2026-01-22')
    expect(await tasksOf(id)).toEqual([])
  })

  test('after the end is written, and opens nothing', async () => {
    const id = await somebody()
    await house.act('coordinator', (act) => endPathway(act, id, 'Kolis ära.'))
    expect((await record(id, wellNotes('2026-01-05'))).recorded).toMatchObject({
      proposedOn: null,
      nextOn: null,
    })
    expect(await nextOf(id)).toBeNull()
  })
})

describe('nobody reached', () => {
  test('is written, changes nothing, and the check-up can still be held', async () => {
    const id = await somebody()
    on('2026-01-12')
    await run()
    const funnel = { reached: false, agreed: null, arrived: null, stayed14Days: null }
    const need = { weeklyUse: null, symptoms: null, wantsHelp: null }
    const tried = await record(id, { ...wellNotes('2026-01-12'), funnel, need, help: null, notes: null })
    expect(tried.recorded).toMatchObject({ nextOn: day('2026-01-10') })
    expect(await statesOf(id)).toEqual(['2026-01-10 open'])
    expect(await tasksOf(id)).toEqual(['checkup 2026-01-10'])
    on('2026-01-14')
    expect((await record(id, wellNotes('2026-01-14'))).recorded).toMatchObject({ nextOn: day('2026-02-14') })
    const [, held] = await house.act('coordinator', (act) => checkupsOf(act, id))
    expect(held?.record).toMatchObject({ corrections: 1, notes: 'Töö läheb hästi.' })
  })
})

describe('another day than the rule proposes', () => {
  test('needs a reason and lies ahead; the reason is sealed and shown', async () => {
    const id = await somebody()
    on('2026-01-10')
    const notes = { ...wellNotes('2026-01-10'), nextOn: day('2026-01-17') }
    expect((await record(id, notes)).problem).toBe('reason-missing')
    expect((await record(id, { ...notes, nextReason: ' ' })).problem).toBe('reason-missing')
    expect((await record(id, { ...notes, nextOn: day('2026-01-10'), nextReason: 'x' })).problem).toBe(
      'next-not-later',
    )
    expect((await record(id, { ...notes, nextReason: 'Raske nädal.' })).problem).toBeNull()
    const open = await house.act('coordinator', (act) => openCheckup(act, id))
    expect(open).toMatchObject({ dueOn: day('2026-01-17'), origin: 'moved', reason: 'Raske nädal.' })
    expect(await tasksOf(id)).toEqual(['checkup 2026-01-17'])
  })

  test('is kept when an earlier check-up is written down late', async () => {
    const id = await somebody()
    on('2026-02-05')
    await run()
    const open = await house.act('coordinator', (act) => openCheckup(act, id))
    await house.act('coordinator', (act) => moveCheckup(act, open?.id ?? '', day('2026-02-20'), 'On tööl.'))
    const missed = await house.act('coordinator', async (act) => (await checkupsOf(act, id)).at(-1)?.id ?? '')
    await record(id, wellNotes('2026-01-28'), missed)
    expect(await nextOf(id)).toBe('2026-02-20')
  })
})

describe('a check-up that is moved', () => {
  test('waits on its new day, also when it is moved back', async () => {
    const id = await somebody()
    const move = async (to: string) => {
      const open = await house.act('coordinator', (act) => openCheckup(act, id))
      return house.act('coordinator', (act) =>
        moveCheckup(act, open?.id ?? '', day(to), 'Nii sobib paremini.'),
      )
    }
    expect(await move('2026-01-20')).toBe(true)
    expect(await tasksOf(id)).toEqual([])
    expect(await move('2026-01-10')).toBe(true)
    expect(await tasksOf(id)).toEqual(['checkup 2026-01-10'])
    await expect(move('2026-01-04')).rejects.toThrow(RangeError)
  })

  test('is open: a held one, and one of another organisation, cannot be moved', async () => {
    const id = await somebody()
    const open = await house.act('coordinator', (act) => openCheckup(act, id))
    const move = (act: Parameters<typeof moveCheckup>[0]) =>
      moveCheckup(act, open?.id ?? '', day('2026-01-20'), 'Nii.')
    expect(await house.act(house.other.accounts.coordinator, move)).toBe(false)
    await record(id, wellNotes('2026-01-05'))
    expect(await house.act('coordinator', move)).toBe(false)
  })
})

describe('a record', () => {
  test('is refused where it contradicts itself, lies in the future, or is there already', async () => {
    const id = await somebody()
    expect((await record(id, wellNotes('2026-01-06'))).problem).toBe('held-in-future')
    const notes = wellNotes('2026-01-05')
    const funnel = { ...notes.funnel, agreed: false, arrived: true }
    expect((await record(id, { ...notes, need: inNeed, funnel })).problem).toBe('contradiction')
    const open = await house.act('coordinator', (act) => openCheckup(act, id))
    expect((await record(id, notes, open?.id)).problem).toBeNull()
    expect((await record(id, notes, open?.id)).problem).toBe('recorded')
    const foreign = await house.act(house.other.accounts.coordinator, (act) =>
      recordCheckup(act, { personId: id, checkupId: null, ...notes }),
    )
    expect(foreign.problem).toBe('unknown')
  })

  test('is corrected by another in its place, and the next check-up moves along', async () => {
    const id = await somebody()
    on('2026-01-10')
    await record(id, wellNotes('2026-01-10'))
    on('2026-02-10')
    const { recorded } = await record(id, wellNotes('2026-02-10'))
    expect(await nextOf(id)).toBe('2026-04-10')
    const correct = (recordId: string | undefined, notes: CheckupNotes) =>
      house.act('coordinator', (act) => correctCheckup(act, recordId ?? '', notes))
    const mended = await correct(recorded?.recordId, {
      ...wellNotes('2026-02-10'),
      need: inNeed,
      notes: 'Parandus.',
    })
    expect(mended.problem).toBeNull()
    expect(await nextOf(id)).toBe('2026-03-10')
    const entry = await house.act('coordinator', async (act) => (await checkupsOf(act, id))[2])
    expect(entry?.record).toMatchObject({ corrections: 1, notes: 'Parandus.', need: inNeed })
    expect((await correct(recorded?.recordId, wellNotes('2026-02-10'))).problem).toBe('unknown')
  })

  test('corrected in its words only leaves the next check-up where it is', async () => {
    const id = await somebody()
    const { recorded } = await record(id, wellNotes('2026-01-05'))
    on('2026-02-12')
    await house.act('coordinator', (act) =>
      correctCheckup(act, recorded?.recordId ?? '', wellNotes('2026-01-05')),
    )
    expect(await nextOf(id)).toBe('2026-02-05')
  })

  test('is read by those who may read notes; others see that and when there was a talk', async () => {
    const id = await somebody()
    await record(id, wellNotes('2026-01-05'))
    const { participant } = house.organisation.accounts
    await house.act('coordinator', (act) => giveAccount(act, id, participant.id))
    const [next, held] = await house.act('participant', (act) => checkupsOf(act, id))
    expect(next).toMatchObject({ state: 'upcoming', record: null })
    expect(held).toMatchObject({ state: 'answered', heldOn: day('2026-01-05'), record: null })
  })
})

describe('the next check-up', () => {
  test('that the form proposes is the one that is then written, whatever came before', async () => {
    const step = fc.record({
      wait: fc.integer({ min: 1, max: 70 }),
      need: fc.constantFrom(true, false, null),
      hold: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        on('2026-01-05')
        const id = await somebody()
        let today = day('2026-01-05')
        for (const { wait, need, hold } of steps) {
          today = today.add({ days: wait })
          on(today.toString())
          await run()
          if (!hold) continue
          const answers = { weeklyUse: need, symptoms: need, wantsHelp: need }
          const held = { personId: id, checkupId: null, heldOn: today, need: answers, reached: true }
          const proposed = await house.act('coordinator', (act) => proposeNext(act, held))
          const { recorded } = await record(id, { ...wellNotes(today.toString()), need: answers })
          expect(recorded?.nextOn).toEqual(proposed)
          expect(await nextOf(id)).toBe(proposed?.toString() ?? null)
        }
        // There is never more than one to come, and never none within the horizon.
        const open = (await statesOf(id)).filter((state) => /upcoming|open/.test(state))
        expect(open).toHaveLength(1)
      }),
      { numRuns: 12 },
    )
  }, 60_000)
})

describe('the funnel', () => {
  test('counts what is over, what is known and what is not', async () => {
    const lead = house.other.accounts.coordinator
    const enter = async () => (await putOtherOnPath()).id
    const ids = [await enter(), await enter(), await enter()]
    on('2026-01-10')
    const write = (personId: string, notes: CheckupNotes) =>
      house.act(lead, (act) => recordCheckup(act, { personId, checkupId: null, ...notes }))
    const well = wellNotes('2026-01-10')
    await write(ids[0] ?? '', well)
    await write(ids[1] ?? '', { ...well, need: inNeed, funnel: { ...well.funnel, agreed: true } })
    on('2026-01-24')
    await withActor(house.ground, systemOf(house.other.id, house.other.timeZone), (act) =>
      catchUp(act, supportContent().pathways),
    )
    const span = { from: day('2026-01-01'), to: day('2026-01-31') }
    const counts = await house.act(lead, (act) => funnelOf(act, span))
    expect(counts.due).toBe(3)
    expect(counts.steps.map(({ step, yes, no, unknown }) => [step, yes, no, unknown])).toEqual([
      ['reached', 2, 0, 1],
      ['inNeed', 1, 1, 1],
      ['agreed', 1, 0, 1],
      ['arrived', 0, 0, 2],
      ['stayed14Days', 0, 0, 2],
    ])
    expect((await house.act('admin', (act) => funnelOf(act, span))).due).toBe(0)
  })

  async function putOtherOnPath() {
    const path = { leftOn: '2025-12-10', firstContactOn: '2026-01-10' }
    const [person] = await putOnPath(house, [path], house.other.accounts.coordinator)
    if (!person) throw new Error('nobody was entered')
    return person
  }
})

describe('a contact', () => {
  test('with somebody reached and written down ends silence; an attempt and an empty note do not', async () => {
    const id = await somebody()
    on('2026-01-24')
    await run()
    const contact = { personId: id, onDay: day('2026-01-24'), way: 'call' as const }
    const note = (reached: boolean, what: string | null) =>
      house.act('coordinator', (act) => recordContact(act, { ...contact, reached, what }))
    expect(await note(false, 'Ei vastanud.')).toMatchObject({ closed: false })
    expect(await note(true, ' ')).toMatchObject({ closed: false })
    expect(await tasksOf(id)).toEqual(['silence 2026-01-26'])
    expect(await note(true, 'Telefon oli katki.')).toMatchObject({ closed: true })
    expect(await tasksOf(id)).toEqual([])
  })

  test('from before the silence does not end it, however late it is written', async () => {
    const id = await somebody()
    on('2026-01-24')
    await run()
    const contact = {
      personId: id,
      onDay: day('2026-01-12'),
      way: 'call' as const,
      reached: true,
      what: 'Kõik hästi.',
    }
    expect(await house.act('coordinator', (act) => recordContact(act, contact))).toMatchObject({
      closed: false,
    })
    expect(await tasksOf(id)).toEqual(['silence 2026-01-26'])
  })
})
