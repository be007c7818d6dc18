import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { funnelCounts, funnelProblems, funnelSteps, helpKinds, type Funnel } from './checkup.ts'

const unknown: Funnel = { reached: null, inNeed: null, agreed: null, arrived: null, stayed14Days: null }
const known = fc.constantFrom(true, false, null)
const anyFunnel = fc.record({
  reached: known,
  inNeed: known,
  agreed: known,
  arrived: known,
  stayed14Days: known,
})

describe('what is written of a check-up', () => {
  test('may be all yes, all not known, or stop anywhere', () => {
    const yes = { reached: true, inNeed: true, agreed: true, arrived: true, stayed14Days: true }
    expect(funnelProblems(yes)).toEqual([])
    expect(funnelProblems(unknown)).toEqual([])
    for (const step of funnelSteps) expect(funnelProblems({ ...unknown, [step]: false })).toEqual([])
    expect(funnelProblems({ ...yes, agreed: false, arrived: false, stayed14Days: false })).toEqual([])
    expect(funnelProblems({ ...yes, agreed: false, arrived: null, stayed14Days: null })).toEqual([])
  })

  test('may be a yes after something not known', () => {
    expect(funnelProblems({ ...unknown, arrived: true })).toEqual([])
    expect(funnelProblems({ ...unknown, reached: true, agreed: true })).toEqual([])
  })

  test('cannot be an arrival after no agreement', () => {
    expect(funnelProblems({ ...unknown, reached: true, inNeed: true, agreed: false, arrived: true })).toEqual(
      [{ step: 'arrived', because: 'agreed' }],
    )
  })

  test('cannot be a stay without an arrival, nor anything of somebody who was not reached', () => {
    expect(funnelProblems({ ...unknown, arrived: false, stayed14Days: true })).toEqual([
      { step: 'stayed14Days', because: 'arrived' },
    ])
    expect(
      funnelProblems({ reached: false, inNeed: true, agreed: true, arrived: true, stayed14Days: true }),
    ).toEqual(['inNeed', 'agreed', 'arrived', 'stayed14Days'].map((step) => ({ step, because: 'reached' })))
  })

  test('cannot be "not in need" of somebody who was not reached: that is not known', () => {
    expect(funnelProblems({ ...unknown, reached: false, inNeed: false })).toEqual([
      { step: 'inNeed', because: 'reached' },
    ])
    expect(funnelProblems({ ...unknown, reached: false, inNeed: null })).toEqual([])
  })

  test('is never wrong because something became not known', () => {
    fc.assert(
      fc.property(anyFunnel, fc.constantFrom(...funnelSteps), (funnel, step) => {
        const before = new Set(funnelProblems(funnel).map((problem) => problem.step))
        const after = funnelProblems({ ...funnel, [step]: null }).map((problem) => problem.step)
        expect(after.every((each) => before.has(each))).toBe(true)
      }),
    )
  })
})

describe('the funnel', () => {
  test('shows of how many each number is, and how many are not known', () => {
    const entries: Funnel[] = [
      { reached: true, inNeed: true, agreed: true, arrived: true, stayed14Days: true },
      { reached: true, inNeed: true, agreed: true, arrived: false, stayed14Days: null },
      { reached: true, inNeed: true, agreed: false, arrived: null, stayed14Days: null },
      { reached: true, inNeed: false, agreed: null, arrived: null, stayed14Days: null },
      { reached: true, inNeed: null, agreed: null, arrived: null, stayed14Days: null },
      { reached: false, inNeed: null, agreed: null, arrived: null, stayed14Days: null },
      unknown,
    ]
    expect(funnelCounts(entries)).toEqual({
      due: 7,
      steps: [
        { step: 'reached', of: 7, yes: 5, no: 1, unknown: 1 },
        { step: 'inNeed', of: 6, yes: 3, no: 1, unknown: 2 },
        { step: 'agreed', of: 5, yes: 2, no: 1, unknown: 2 },
        { step: 'arrived', of: 4, yes: 1, no: 1, unknown: 2 },
        { step: 'stayed14Days', of: 3, yes: 1, no: 0, unknown: 2 },
      ],
    })
  })

  test('of nobody is empty, not wrong', () => {
    expect(funnelCounts([])).toEqual({
      due: 0,
      steps: funnelSteps.map((step) => ({ step, of: 0, yes: 0, no: 0, unknown: 0 })),
    })
  })

  test('loses nobody: every number adds up, and each step is of those before less the noes', () => {
    fc.assert(
      fc.property(fc.array(anyFunnel), (entries) => {
        const { due, steps } = funnelCounts(entries)
        let of = due
        for (const step of steps) {
          expect(step.of).toBe(of)
          expect(step.yes + step.no + step.unknown).toBe(step.of)
          of -= step.no
        }
      }),
    )
  })

  test('counts every yes of consistent entries, even one after something not known', () => {
    const consistent = anyFunnel.filter((funnel) => funnelProblems(funnel).length === 0)
    fc.assert(
      fc.property(fc.array(consistent), (entries) => {
        for (const { step, yes } of funnelCounts(entries).steps) {
          expect(yes).toBe(entries.filter((entry) => entry[step] === true).length)
        }
      }),
    )
  })
})

test('each kind of help is listed once', () => {
  expect(new Set(helpKinds).size).toBe(helpKinds.length)
})
