import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addWorkingDays, day, isBefore } from '../platform/day.ts'
import { fitDay, sittings } from './day-size.ts'
import { loadEscalation } from './escalation.content.ts'
import { isOthersTurn, limitOf } from './escalation.ts'
import { searchSteps, taskKinds, type Task } from './task.ts'

const rules = loadEscalation()
// A Tuesday.
const today = day('2026-11-24')
const one = (kind: Task['kind'], daysAgo = 0, step: Task['step'] = null) => ({
  kind,
  dueOn: today.subtract({ days: daysAgo }),
  step,
})
const many = (count: number, task: ReturnType<typeof one>) =>
  Array.from({ length: count }, () => ({ ...task }))

const anyTasks = fc.array(
  fc.record({
    kind: fc.constantFrom(...taskKinds),
    dueOn: fc.integer({ min: -20, max: 5 }).map((days) => today.add({ days })),
    step: fc.constantFrom(...searchSteps, null),
  }),
  { maxLength: 40 },
)

describe('a day', () => {
  test('holds ten things; the check-ups for which there is no room stand under the week', () => {
    const { today: now, later } = fitDay(
      rules,
      [...many(8, one('silence')), ...many(5, one('checkup'))],
      today,
    )
    expect(now.map(({ kind }) => kind)).toEqual([...Array(8).fill('silence'), 'checkup', 'checkup'])
    expect(later).toHaveLength(3)
  })

  test('takes first what has waited longest', () => {
    const { today: now, later } = fitDay(
      rules,
      [...many(9, one('silence')), one('checkup'), one('checkup', 1)],
      today,
    )
    expect(now.at(-1)).toEqual(one('checkup', 1))
    expect(later).toEqual([one('checkup')])
  })

  test('holds what is pressing, whatever the number', () => {
    expect(fitDay(rules, many(14, one('help')), today)).toEqual({ today: many(14, one('help')), later: [] })
  })

  test('a check-up waits five working days, then it is pressing too', () => {
    const full = many(10, one('silence'))
    expect(fitDay(rules, [...full, one('checkup', 6)], today).later).toHaveLength(1)
    expect(fitDay(rules, [...full, one('checkup', 7)], today).later).toHaveLength(0)
  })

  test('counts the answers to read as one, however many came', () => {
    const { today: now, later } = fitDay(
      rules,
      [...many(8, one('silence')), ...many(6, one('read')), ...many(2, one('checkup'))],
      today,
    )
    expect(now).toHaveLength(15)
    expect(sittings(now)).toBe(10)
    expect(later).toEqual([one('checkup')])
  })

  test('does not count with what is somebody else’s turn', () => {
    const { today: now, later } = fitDay(
      rules,
      [one('silence', 0, 'supporter'), one('silence', 0, 'lead')],
      today,
    )
    expect([now, later]).toEqual([[], []])
  })

  test('loses nothing, leaves nothing pressing, and leaves something only where it is full', () => {
    fc.assert(
      fc.property(anyTasks, (tasks) => {
        const { today: now, later } = fitDay(rules, tasks, today)
        const due = tasks.filter((task) => !isBefore(today, task.dueOn) && !isOthersTurn(task))
        expect(new Set([...now, ...later])).toEqual(new Set(due))
        expect(now.length + later.length).toBe(due.length)
        if (later.length > 0) expect(sittings(now)).toBeGreaterThanOrEqual(rules.day.tasks)
        for (const { kind, dueOn } of later) {
          const wait = rules.kinds[kind].mayWait
          expect(wait && isBefore(today, addWorkingDays(dueOn, wait.workingDays))).toBe(true)
        }
      }),
    )
  })

  test('what may wait is pressing before it goes up', () => {
    for (const kind of taskKinds) {
      const { mayWait } = rules.kinds[kind]
      if (!mayWait) continue
      for (let days = 0; days < 7; days += 1) {
        const dueOn = today.add({ days })
        const pressing = addWorkingDays(dueOn, mayWait.workingDays).toZonedDateTime({
          timeZone: 'Europe/Tallinn',
        })
        const limit = limitOf(rules, { kind, dueOn, dueAt: null }, 'Europe/Tallinn')
        expect(limit.since(pressing.toInstant()).total('hours')).toBeGreaterThan(24)
      }
    }
  })
})
