import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import { readCents } from './money.ts'
import { actionStates, isOverdue, nextAction, planProgress, progressOf } from './plan.ts'
import { readQuarters } from './visit.form.tsx'
import { readTime } from './time-of-day.ts'

const today = day('2026-11-23')
const action = fc.record({
  id: fc.uuid(),
  title: fc.constantFrom('Kutsu naabrid', 'Ava õhtud'),
  state: fc.constantFrom(...actionStates),
  byOn: fc.constantFrom(null, day('2026-11-22'), today, day('2026-12-10')),
})
const plan = fc.uniqueArray(action, { selector: ({ id }) => id, maxLength: 12 })

test('a goal without actions is not at nought: nobody knows how far it is', () => {
  expect(progressOf([])).toBeNull()
  expect(progressOf([{ state: 'dropped' }])).toBeNull()
  expect(progressOf([{ state: 'done' }, { state: 'planned' }, { state: 'dropped' }])).toEqual({
    done: 1,
    all: 2,
  })
  expect(planProgress([null, { done: 1, all: 4 }, { done: 4, all: 5 }])).toEqual({ done: 5, all: 9 })
  expect(planProgress([null])).toBeNull()
})

test('the order of actions never matters', () => {
  fc.assert(
    fc.property(plan, (actions) => {
      expect(progressOf(actions.toReversed())).toEqual(progressOf(actions))
      expect(nextAction(actions.toReversed())).toEqual(nextAction(actions))
    }),
  )
})

test('dropping what is not done never lowers what is done, and never more is done than there is', () => {
  fc.assert(
    fc.property(plan, (actions) => {
      const without = actions.map((one) =>
        one.state === 'planned' ? { ...one, state: 'dropped' as const } : one,
      )
      const before = progressOf(actions)
      const after = progressOf(without)
      expect(after?.done ?? 0).toBe(before?.done ?? 0)
      if (before) expect(before.done).toBeLessThanOrEqual(before.all)
    }),
  )
})

test('a plan counts what its goals count', () => {
  fc.assert(
    fc.property(fc.array(plan, { maxLength: 5 }), (goals) => {
      expect(planProgress(goals.map(progressOf))).toEqual(progressOf(goals.flat()))
    }),
  )
})

test('an action is overdue from the day after, and never once it is done or dropped', () => {
  expect(isOverdue({ state: 'planned', byOn: today }, today)).toBe(false)
  expect(isOverdue({ state: 'begun', byOn: day('2026-11-22') }, today)).toBe(true)
  expect(isOverdue({ state: 'done', byOn: day('2026-11-22') }, today)).toBe(false)
  expect(isOverdue({ state: 'planned', byOn: null }, today)).toBe(false)
})

test('sums, times and quarters are read as people write them', () => {
  expect(['120', '99,50', '1 200', '99.5', '€ 7'].map(readCents)).toEqual([12000, 9950, 120000, 9950, 700])
  expect(['', '-1', '1,234', 'palju'].map(readCents)).toEqual(Array(4).fill(undefined))
  expect(['15.30', '9:05', '15'].map(readTime)).toEqual(['15:30', '09:05', '15:00'])
  expect(['24:00', '9.60', 'õhtul'].map(readTime)).toEqual([null, null, null])
  expect(['1,5', '0.75', '2', '1,3', '25'].map(readQuarters)).toEqual([6, 3, 8, undefined, undefined])
})
