import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, isBefore, type Day } from '../platform/day.ts'
import { loadReaching, ReachingContentError } from './reaching.content.ts'
import { reachBack, reachOn, type Search, type Try } from './reaching.ts'

const rules = loadReaching()
const moment = (on: Day, hour = 10) =>
  on.toZonedDateTime({ timeZone: 'UTC', plainTime: { hour } }).toInstant()
const tries = (...days: string[]): Try[] =>
  days.map((text) => ({ on: day(text), at: moment(day(text)), asked: 'person' }))

const monday = day('2026-11-23')

function search(given: Partial<Search> = {}): Search {
  return { step: null, stepAt: null, dueOn: monday, tries: [], supporter: true, trusted: true, ...given }
}

function on(today: string, stepOn: string | null = null) {
  return { today: day(today), stepOn: stepOn === null ? null : day(stepOn) }
}

describe('the coordinator’s turn', () => {
  test('comes again on the next working day after a try that reached nobody', () => {
    expect(reachOn(rules, search({ tries: tries('2026-11-27') }), on('2026-11-27'))).toEqual({
      step: null,
      dueOn: day('2026-11-30'),
    })
  })

  test('lasts as long as nobody has tried: silence alone moves nothing', () => {
    expect(reachOn(rules, search(), on('2027-11-23'))).toEqual({ step: null, dueOn: monday })
  })

  test('ends with the third try', () => {
    const tried = search({ tries: tries('2026-11-23', '2026-11-24', '2026-11-25') })
    expect(reachOn(rules, tried, on('2026-11-25')).step).toBe('supporter')
  })

  test('a later day that people chose stays', () => {
    const chosen = search({ dueOn: day('2026-12-10'), tries: tries('2026-11-24') })
    expect(reachOn(rules, chosen, on('2026-11-24')).dueOn.toString()).toBe('2026-12-10')
  })
})

describe('after three tries', () => {
  const three = { tries: tries('2026-11-23', '2026-11-24', '2026-11-25') }

  test('the trusted contact is asked where there is no supporter', () => {
    expect(reachOn(rules, search({ ...three, supporter: false }), on('2026-11-25')).step).toBe('trusted')
  })

  test('nobody but the lead is, where the person named nobody', () => {
    const alone = search({ ...three, supporter: false, trusted: false })
    expect(reachOn(rules, alone, on('2026-11-25'))).toEqual({ step: 'lead', dueOn: day('2026-11-25') })
  })

  test('a supporter who does nothing is waited for three working days', () => {
    const turn = search({
      step: 'supporter',
      stepAt: moment(day('2026-11-25'), 12),
      dueOn: day('2026-11-25'),
    })
    expect(reachOn(rules, turn, on('2026-11-30', '2026-11-25')).step).toBe('supporter')
    expect(reachOn(rules, turn, on('2026-12-01', '2026-11-25')).step).toBe('trusted')
  })

  test('tries from before a step do not count in it', () => {
    const turn = search({
      ...three,
      step: 'supporter',
      stepAt: moment(day('2026-11-25'), 10),
      dueOn: day('2026-11-25'),
    })
    expect(reachOn(rules, turn, on('2026-11-25', '2026-11-25')).step).toBe('supporter')
  })
})

describe('the turn of whom the person trusts', () => {
  const turn = search({ step: 'trusted', stepAt: moment(day('2026-11-25'), 9), dueOn: day('2026-11-25') })
  const asked = (text: string): Try => ({ on: day(text), at: moment(day(text)), asked: 'trusted' })

  test('is not over with another call to the person, but with one to them that nobody took', () => {
    const called = { ...turn, tries: tries('2026-11-25') }
    expect(reachOn(rules, called, on('2026-11-25', '2026-11-25'))).toEqual({
      step: 'trusted',
      dueOn: day('2026-11-26'),
    })
    const inVain = { ...turn, tries: [asked('2026-11-25')] }
    expect(reachOn(rules, inVain, on('2026-11-25', '2026-11-25')).step).toBe('lead')
  })

  test('waits for the day they named, and three working days more', () => {
    const named = { ...turn, dueOn: day('2026-12-04') }
    expect(reachOn(rules, named, on('2026-12-09', '2026-11-25')).step).toBe('trusted')
    expect(reachOn(rules, named, on('2026-12-10', '2026-11-25')).step).toBe('lead')
  })
})

describe('a try that is taken back', () => {
  const third = moment(day('2026-11-25'))
  const tapped = search({
    step: 'supporter',
    stepAt: moment(day('2026-11-25'), 11),
    dueOn: day('2026-11-25'),
  })
  const today = day('2026-11-25')

  test('gives the turn back to whoever had it', () => {
    const left = { ...tapped, tries: tries('2026-11-23', '2026-11-24') }
    expect(reachBack(rules, left, { back: { at: third }, today })).toEqual({ step: null, dueOn: today })
    const asked = { ...left, step: 'lead', supporter: false } as const
    expect(reachBack(rules, asked, { back: { at: third }, today }).step).toBe('trusted')
    const lost = { ...left, step: 'lost', dueOn: day('2027-02-25') } as const
    expect(reachBack(rules, lost, { back: { at: third }, today })).toEqual({ step: 'lead', dueOn: today })
  })

  test('takes it from nobody who has tried since, and moves nothing that began before', () => {
    const since = { on: today, at: moment(today, 12), asked: 'person' } as const
    expect(reachBack(rules, { ...tapped, tries: [since] }, { back: { at: third }, today }).step).toBe(
      'supporter',
    )
    const later = moment(today, 12)
    const again = { ...tapped, dueOn: day('2026-11-26') }
    expect(reachBack(rules, again, { back: { at: later }, today })).toEqual({
      step: 'supporter',
      dueOn: today,
    })
  })
})

describe('the lead’s turn', () => {
  const turn = search({ step: 'lead', stepAt: moment(day('2026-12-01'), 9), dueOn: day('2026-12-01') })

  test('does not pass by itself: no clock concludes that contact is lost', () => {
    expect(reachOn(rules, turn, on('2027-12-01', '2026-12-01')).step).toBe('lead')
  })

  test('ends with two tries: contact is lost, and is tried again in three months', () => {
    const once = { ...turn, tries: tries('2026-12-01') }
    expect(reachOn(rules, once, on('2026-12-01', '2026-12-01'))).toEqual({
      step: 'lead',
      dueOn: day('2026-12-02'),
    })
    const tried = { ...turn, tries: tries('2026-12-01', '2026-12-02') }
    expect(reachOn(rules, tried, on('2026-12-02', '2026-12-01'))).toEqual({
      step: 'lost',
      dueOn: day('2027-03-02'),
    })
  })
})

test('who is lost is tried again every quarter, for as long as it takes', () => {
  let now: Search = search({ step: 'lost', stepAt: moment(day('2026-12-02'), 9), dueOn: day('2027-03-02') })
  const days: string[] = []
  for (let quarter = 0; quarter < 16; quarter += 1) {
    const today = now.dueOn
    now = { ...now, tries: [...now.tries, { on: today, at: moment(today), asked: 'person' as const }] }
    now = { ...now, ...reachOn(rules, now, { today, stepOn: day('2026-12-02') }) }
    expect(now.step).toBe('lost')
    days.push(now.dueOn.toString())
  }
  expect(days.at(-1)).toBe('2031-03-02')
})

describe('whatever happens', () => {
  const order = [null, 'supporter', 'trusted', 'lead', 'lost'] as const
  const anySearch = fc.record({
    step: fc.constantFrom(...order),
    tried: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }),
    stepAfter: fc.integer({ min: 0, max: 30 }),
    today: fc.integer({ min: 0, max: 60 }),
    supporter: fc.boolean(),
    trusted: fc.boolean(),
  })
  const made = (given: {
    step: Search['step']
    tried: number[]
    stepAfter: number
    supporter: boolean
    trusted: boolean
  }) => {
    const { step, supporter, trusted } = given
    const stepOn = step === null ? null : monday.add({ days: given.stepAfter })
    const tries = given.tried.map((days, index) => ({
      on: monday.add({ days }),
      at: moment(monday.add({ days })),
      asked: index % 3 === 0 ? ('trusted' as const) : ('person' as const),
    }))
    return {
      search: search({ step, stepAt: stepOn && moment(stepOn, 8), tries, supporter, trusted }),
      stepOn,
    }
  }

  test('a search goes on or stays, never back, and its day never comes earlier', () => {
    fc.assert(
      fc.property(anySearch, (given) => {
        const { search: before, stepOn } = made(given)
        const after = reachOn(rules, before, { today: monday.add({ days: given.today }), stepOn })
        return order.indexOf(after.step) >= order.indexOf(before.step) && !isBefore(after.dueOn, before.dueOn)
      }),
    )
  })

  test('nobody is asked who was not named for it', () => {
    fc.assert(
      fc.property(anySearch, (given) => {
        const { search: before, stepOn } = made(given)
        const { step } = reachOn(rules, before, { today: monday.add({ days: given.today }), stepOn })
        const begins = step !== before.step
        return !begins || ((step !== 'supporter' || given.supporter) && (step !== 'trusted' || given.trusted))
      }),
    )
  })

  test('looking twice is looking once', () => {
    fc.assert(
      fc.property(anySearch, (given) => {
        const { search: before, stepOn } = made(given)
        const today = monday.add({ days: Math.max(given.today, ...given.tried, given.stepAfter) })
        const once = reachOn(rules, before, { today, stepOn })
        const moved = once.step === before.step ? {} : { stepAt: moment(today, 23) }
        const again = { ...before, ...once, ...moved }
        const twice = reachOn(rules, again, { today, stepOn: once.step === before.step ? stepOn : today })
        return twice.step === once.step && twice.dueOn.equals(once.dueOn)
      }),
    )
  })
})

describe('the file', () => {
  const bytes = (change: object) => new TextEncoder().encode(JSON.stringify({ ...rules, ...change }, null, 1))

  test('ends with the lead, and asks in order', () => {
    const [supporter, trusted, lead] = rules.steps
    expect(() => loadReaching(bytes({ steps: [supporter, trusted] }))).toThrow(/must end with "lead"/)
    expect(() => loadReaching(bytes({ steps: [trusted, supporter, lead] }))).toThrow(/in the order/)
    expect(() => loadReaching(bytes({ steps: [lead] }))).not.toThrow()
  })

  test('says in which line what is wrong', () => {
    expect(() => loadReaching(bytes({ tries: 0 }))).toThrow(
      /content\/reaching\.json:3: tries at least 1|tries must/,
    )
    expect(() => loadReaching(bytes({ lost: {} }))).toThrow(ReachingContentError)
  })
})
