import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import { awaitedOf, effects, fidelities, reAim, type Result } from './trial.ts'

const none = { eligible: null, reached: null, asked: null, tookPart: null, fidelity: 'unknown' } as const
const nothing = { part: 0, whole: 0, known: 0, unknown: 0 }

describe('RE-AIM', () => {
  test('sums where both numbers are known, and says of how many trials they are not', () => {
    expect(
      reAim([
        { ...none, reached: 14, eligible: 40, asked: 3, tookPart: 2, fidelity: 'kept' },
        { ...none, reached: 23, fidelity: 'changed' },
        { ...none, reached: 0, eligible: 5, asked: 4 },
      ]),
    ).toEqual({
      reach: { part: 14, whole: 45, known: 2, unknown: 1 },
      adoption: { part: 2, whole: 3, known: 1, unknown: 2 },
      implementation: { part: 1, whole: 2, known: 2, unknown: 1 },
    })
  })

  test('of no trial is nothing, which is neither known nor unknown', () => {
    expect(reAim([])).toEqual({ reach: nothing, adoption: nothing, implementation: nothing })
  })

  const count = fc.option(fc.integer({ min: 0, max: 1000 }))
  const trial = fc.record({
    eligible: count,
    reached: count,
    asked: count,
    tookPart: count,
    fidelity: fc.constantFrom(...fidelities),
  })
  const trials = fc.array(trial, { maxLength: 12 })

  test('does not hang on the order of the trials', () => {
    fc.assert(
      fc.property(
        trials.chain((list) =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
          ),
        ),
        ([list, shuffled]) => {
          expect(reAim(shuffled)).toEqual(reAim(list))
        },
      ),
    )
  })

  test('a trial of which nothing is known changes no numerator and no denominator', () => {
    fc.assert(
      fc.property(trials, (list) => {
        const [before, after] = [reAim(list), reAim([...list, none])]
        for (const key of ['reach', 'adoption', 'implementation'] as const)
          expect(after[key]).toEqual({ ...before[key], unknown: before[key].unknown + 1 })
      }),
    )
  })

  test('every trial is either known or unknown, and one number alone is not known', () => {
    fc.assert(
      fc.property(trials, (list) => {
        const { reach } = reAim(list)
        expect(reach.known + reach.unknown).toBe(list.length)
        expect(reAim(list.map((one) => ({ ...one, eligible: null }))).reach).toEqual({
          ...nothing,
          unknown: list.length,
        })
      }),
    )
  })
})

const result = (trialId: string, kind: Result['kind'], seenOn = '2026-06-01') => ({
  trialId,
  kind,
  seenOn: day(seenOn),
})

describe('what came of trials', () => {
  const trials = ['a', 'b', 'c'].map((id) => ({ id, followUpOn: day('2026-09-01') }))

  test('is known where a result is written down, whatever it is', () => {
    expect(effects(trials, [result('a', 'change'), result('b', 'unwanted')]).effect).toEqual({
      part: 1,
      whole: 2,
      known: 2,
      unknown: 1,
    })
  })

  test('lasts where somebody says so, and not where somebody looked on the day for it and saw nothing that does', () => {
    const looked = result('b', 'unwanted', '2026-09-01')
    const early = result('c', 'change', '2026-08-31')
    expect(effects(trials, [result('a', 'lasting'), looked, early]).maintenance).toEqual({
      part: 1,
      whole: 2,
      known: 2,
      unknown: 1,
    })
  })
})

describe('a trial waits', () => {
  const trial = {
    state: 'planned',
    startsOn: day('2026-05-01'),
    endsOn: null,
    followUpOn: null,
  } as const
  const ended = { ...trial, state: 'ended', endsOn: day('2026-06-01') } as const
  const waits = (one: Parameters<typeof awaitedOf>[0], today: string, seen: string[] = []) =>
    awaitedOf(
      one,
      seen.map((on) => ({ seenOn: day(on) })),
      day(today),
    )?.for ?? null

  test('for a word from the day after its first, while it is only planned', () => {
    expect(waits(trial, '2026-05-01')).toBeNull()
    expect(waits(trial, '2026-05-02')).toBe('report')
  })

  test('for a word from the day after its last, while it is not said to be over', () => {
    const running = { ...ended, state: 'running' } as const
    expect(waits(running, '2026-06-01')).toBeNull()
    expect(waits(running, '2026-06-02')).toBe('report')
    expect(waits({ ...running, endsOn: null }, '2027-06-02')).toBeNull()
    expect(waits(ended, '2027-06-02')).toBeNull()
  })

  test('to be followed up from its day on, until something is seen on or after it', () => {
    const followed = { ...ended, followUpOn: day('2026-12-01') }
    expect(waits(followed, '2026-11-30')).toBeNull()
    expect(waits(followed, '2026-12-01', ['2026-11-30'])).toBe('follow-up')
    expect(waits(followed, '2026-12-05', ['2026-12-01'])).toBeNull()
  })
})
