import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadPathways } from './pathway.content.ts'
import { rulesCommands } from './rules.command.ts'

const { schedule, window } = rulesCommands(loadPathways())

const asked = {
  pathway: 'adaptive',
  left: '2026-01-10',
  checkups: [{ heldOn: '2026-02-10', need: false }] as unknown,
  horizonMonths: 24,
}
const windowAsked = { kind: 'checkin', dueOn: '2026-01-10', today: '2026-01-12', answeredOn: null }

function answer({ output, exitCode }: { output: string; exitCode: number }): unknown {
  expect(output).not.toContain('\n')
  expect(exitCode).toBe(0)
  return JSON.parse(output)
}

function refusal({ output, exitCode }: { output: string; exitCode: number }): string {
  expect(exitCode).toBe(1)
  const parsed: unknown = JSON.parse(output)
  if (typeof parsed !== 'object' || parsed === null || !('error' in parsed)) throw new Error(output)
  expect(Object.keys(parsed)).toEqual(['error'])
  return String(parsed.error)
}

function scheduled(change: object): unknown {
  return answer(schedule(JSON.stringify({ ...asked, ...change })))
}

function scheduleRefused(change: object): string {
  return refusal(schedule(JSON.stringify({ ...asked, ...change })))
}

function windowRefused(change: object): string {
  return refusal(window(JSON.stringify({ ...windowAsked, ...change })))
}

function without(whole: object, name: string): string {
  return JSON.stringify(Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name)))
}

describe('tugevus schedule', () => {
  test('answers the example of its handbook', () => {
    expect(scheduled({})).toEqual({
      dueOn: ['2026-03-10', '2026-05-10', '2026-08-10', '2026-12-10', '2027-05-10', '2027-11-10'],
    })
  })

  test('lists all due days where none was held', () => {
    expect(scheduled({ checkups: [], horizonMonths: 7 })).toEqual({
      dueOn: ['2026-02-10', '2026-03-10', '2026-05-10', '2026-08-10'],
    })
    expect(scheduled({ pathway: 'fixed', checkups: [], horizonMonths: 3 })).toEqual({
      dueOn: ['2026-02-09', '2026-03-11', '2026-04-10'],
    })
  })

  test('starts the count again after need, and after need that is not known', () => {
    const row = [
      { heldOn: '2026-02-10', need: false },
      { heldOn: '2026-03-10', need: false },
    ]
    const expected = { dueOn: ['2026-06-10', '2026-07-10', '2026-09-10', '2026-12-10'] }
    expect(
      scheduled({ checkups: [...row, { heldOn: '2026-05-10', need: true }], horizonMonths: 12 }),
    ).toEqual(expected)
    expect(
      scheduled({ checkups: [...row, { heldOn: '2026-05-10', need: null }], horizonMonths: 12 }),
    ).toEqual(expected)
  })

  test('takes a check-up that was never held by its due day', () => {
    const checkups = [
      { heldOn: '2026-02-10', need: false },
      { heldOn: '2026-03-10', need: false },
      { dueOn: '2026-05-10', heldOn: null, need: null },
    ]
    expect(scheduled({ checkups, horizonMonths: 8 })).toEqual({
      dueOn: ['2026-06-10', '2026-07-10', '2026-09-10'],
    })
  })

  test('knows by its due day which fixed check-up was held early', () => {
    const checkups = [{ dueOn: '2026-02-09', heldOn: '2026-02-05', need: false }]
    expect(scheduled({ pathway: 'fixed', checkups, horizonMonths: 3 })).toEqual({
      dueOn: ['2026-03-11', '2026-04-10'],
    })
  })

  test('reads check-ups in any order', () => {
    const checkups = [
      { heldOn: '2026-03-10', need: false },
      { heldOn: '2026-02-10', need: true },
    ]
    expect(scheduled({ checkups, horizonMonths: 4 })).toEqual({ dueOn: ['2026-04-10'] })
  })

  test('takes a check-up held on the day of leaving', () => {
    expect(scheduled({ checkups: [{ heldOn: '2026-01-10', need: false }], horizonMonths: 3 })).toEqual({
      dueOn: ['2026-02-10', '2026-04-10'],
    })
  })

  test('answers with no days where the horizon is over', () => {
    expect(scheduled({ horizonMonths: 0 })).toEqual({ dueOn: [] })
    expect(scheduled({ checkups: [{ heldOn: '2030-01-01', need: false }] })).toEqual({ dueOn: [] })
  })

  test.each(['pathway', 'left', 'checkups', 'horizonMonths'])('names %s where it is missing', (name) => {
    expect(refusal(schedule(without(asked, name)))).toBe(`${name}: is missing`)
  })

  test.each([
    [{ pathway: 'monthly' }, 'pathway: must be one of: adaptive, fixed'],
    [{ pathway: '__proto__' }, 'pathway: must be one of: adaptive, fixed'],
    [{ pathway: null }, 'pathway: must be text in quotation marks'],
    [{ left: '2026-02-30' }, 'left: must be a day that exists, such as "2026-01-10"'],
    [{ left: '10.01.2026' }, 'left: must be a day'],
    [{ left: '2026-1-10' }, 'left: must be a day'],
    [{ left: '2026-01-10T00:00:00Z' }, 'left: must be a day'],
    [{ left: '2027-02-29' }, 'left: must be a day'],
    [{ left: '' }, 'left: must be a day'],
    [{ left: 20260110 }, 'left: must be a day'],
    [{ left: null }, 'left: must be a day'],
    [{ checkups: null }, 'checkups: must be a list'],
    [{ checkups: {} }, 'checkups: must be a list'],
    [{ checkups: ['2026-02-10'] }, 'checkups[0]: must be an object'],
    [{ checkups: [null] }, 'checkups[0]: must be an object'],
    [{ checkups: [{ need: false }] }, 'checkups[0].heldOn: is missing'],
    [{ checkups: [{ heldOn: '2026-02-10' }] }, 'checkups[0].need: is missing'],
    [{ checkups: [{ heldOn: '2026-02-10', need: 'no' }] }, 'checkups[0].need: must be true, false, or null'],
    [{ checkups: [{ heldOn: '2026-02-10', need: 0 }] }, 'checkups[0].need: must be true, false, or null'],
    [{ checkups: [{ heldOn: '2026-02-31', need: true }] }, 'checkups[0].heldOn: must be a day'],
    [
      { checkups: [{ heldOn: '2026-01-09', need: true }] },
      'checkups[0].heldOn: must not be before left (2026-01-10)',
    ],
    [{ checkups: [{ heldOn: null, need: null }] }, 'checkups[0].heldOn: null means never held'],
    [{ checkups: [{ dueOn: '2026-02-10', heldOn: null, need: true }] }, 'checkups[0].need: must be null'],
    [
      { checkups: [{ dueOn: '2026-01-01', heldOn: null, need: null }] },
      'checkups[0].dueOn: must not be before left',
    ],
    [{ checkups: [{ dueOn: null, heldOn: '2026-02-10', need: null }] }, 'checkups[0].dueOn: must be a day'],
    [
      { checkups: [{ heldOn: '2026-02-10', need: false, note: 'x' }] },
      'checkups[0].note: is not a field here',
    ],
    [{ horizonMonths: 24.5 }, 'horizonMonths: must be a whole number from 0 to 1200'],
    [{ horizonMonths: -1 }, 'horizonMonths: must be a whole number from 0 to 1200'],
    [{ horizonMonths: 1201 }, 'horizonMonths: must be a whole number from 0 to 1200'],
    [{ horizonMonths: '24' }, 'horizonMonths: must be a whole number from 0 to 1200'],
    [{ horizonMonths: null }, 'horizonMonths: must be a whole number from 0 to 1200'],
    [{ left: '9999-01-01', checkups: [], horizonMonths: 12 }, 'horizonMonths: ends after the year 9999'],
    [{ today: '2026-01-10' }, 'today: is not a field here'],
  ])('refuses %j', (change, expected) => {
    expect(scheduleRefused(change)).toContain(expected)
  })

  test('refuses two check-ups held on one day, since it cannot know which was the last', () => {
    const checkups = [
      { heldOn: '2026-02-10', need: true },
      { heldOn: '2026-02-10', need: false },
    ]
    expect(scheduleRefused({ checkups })).toBe('checkups[1].heldOn: is the same day as checkups[0].heldOn')
  })

  test('names everything that is wrong at once', () => {
    const error = scheduleRefused({ left: 'eile', horizonMonths: 'palju' })
    expect(error).toContain('left: ')
    expect(error).toContain('horizonMonths: ')
  })
})

describe('tugevus window', () => {
  function stateOf(change: object): unknown {
    return answer(window(JSON.stringify({ ...windowAsked, ...change })))
  }

  test('answers the example of its handbook and every state', () => {
    expect(stateOf({})).toEqual({ state: 'open' })
    expect(stateOf({ today: '2026-01-09' })).toEqual({ state: 'upcoming' })
    expect(stateOf({ today: '2026-01-13' })).toEqual({ state: 'missed' })
    expect(stateOf({ answeredOn: '2026-01-12' })).toEqual({ state: 'answered' })
    expect(stateOf({ today: '2026-02-01', answeredOn: '2026-01-13' })).toEqual({ state: 'late' })
    expect(stateOf({ kind: 'checkup', today: '2026-01-23' })).toEqual({ state: 'open' })
    expect(stateOf({ kind: 'checkup', today: '2026-01-24' })).toEqual({ state: 'missed' })
  })

  test.each(['kind', 'dueOn', 'today', 'answeredOn'])('names %s where it is missing', (name) => {
    expect(refusal(window(without(windowAsked, name)))).toBe(`${name}: is missing`)
  })

  test.each([
    [{ kind: 'visit' }, 'kind: must be "checkin" or "checkup"'],
    [{ kind: 5 }, 'kind: must be "checkin" or "checkup"'],
    [{ dueOn: '2026-13-01' }, 'dueOn: must be a day'],
    [{ dueOn: null }, 'dueOn: must be a day'],
    [{ today: '12.01.2026' }, 'today: must be a day'],
    [{ answeredOn: '2026-01-32' }, 'answeredOn: must be a day'],
    [{ answeredOn: false }, 'answeredOn: must be a day'],
    [{ answeredOn: '2026-01-13' }, 'answeredOn: must not be after today (2026-01-12)'],
    [{ timeZone: 'Europe/Tallinn' }, 'timeZone: is not a field here'],
  ])('refuses %j', (change, expected) => {
    expect(windowRefused(change)).toContain(expected)
  })
})

describe('both', () => {
  test.each(['', '   ', 'adaptive', '{"pathway":', '[]', 'null', '"x"', '5', '{}{}', '\u0000'])(
    'refuse %j and say what was needed',
    (stdin) => {
      expect(refusal(schedule(stdin))).toMatch(/^input (is empty|is not JSON|must be an object)/)
      expect(refusal(window(stdin))).toMatch(/^input (is empty|is not JSON|must be an object)/)
    },
  )

  test('refuse a field that stands there twice', () => {
    const text =
      '{"kind":"checkin","kind":"checkup","dueOn":"2026-01-10","today":"2026-01-12","answeredOn":null}'
    expect(refusal(window(text))).toBe('input has "kind" twice')
  })

  test('take a byte order mark and line ends of any kind', () => {
    expect(
      answer(window(`\uFEFF${JSON.stringify(windowAsked, null, 2).replaceAll('\n', '\r\n')}\r\n`)),
    ).toEqual({
      state: 'open',
    })
  })

  test('answer or refuse in one line of JSON, whatever comes in', () => {
    const days = fc.constantFrom(
      '2026-01-10',
      '2026-02-30',
      '2026-12-31',
      '',
      '0000-01-01',
      '9999-12-31',
      null,
      7,
    )
    const schedules = fc.record(
      {
        pathway: fc.oneof(fc.constantFrom('adaptive', 'fixed'), fc.string()),
        left: days,
        checkups: fc.array(
          fc.record({ dueOn: days, heldOn: days, need: fc.jsonValue() }, { requiredKeys: [] }),
        ),
        horizonMonths: fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, 24, 1200)),
      },
      { requiredKeys: [] },
    )
    const windows = fc.record({
      kind: fc.constantFrom('checkin', 'checkup', 'x'),
      dueOn: days,
      today: days,
      answeredOn: days,
    })
    const stdin = fc.oneof(
      fc.string(),
      fc.json(),
      schedules.map((input) => JSON.stringify(input)),
      windows.map((input) => JSON.stringify(input)),
    )
    fc.assert(
      fc.property(stdin, (text) => {
        for (const { output, exitCode } of [schedule(text), window(text)]) {
          expect(output).not.toContain('\n')
          const parsed = Object(JSON.parse(output))
          expect(Object.keys(parsed)).toHaveLength(1)
          expect('error' in parsed).toBe(exitCode === 1)
        }
      }),
      { numRuns: 500 },
    )
  })
})
