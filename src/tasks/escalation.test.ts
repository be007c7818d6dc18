import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Temporal, day, isWorkingDay } from '../platform/day.ts'
import { EscalationContentError, loadEscalation } from './escalation.content.ts'
import { holdersOf, inFront, limitOf, presentFor, watch, type AwayBy, type Watched } from './escalation.ts'
import { taskKinds } from './task.ts'

const rules = loadEscalation()
const timeZone = 'Europe/Tallinn'
const nobodyAway: AwayBy = new Map()

function task(given: Partial<Watched> = {}): Watched {
  return {
    kind: 'read',
    dueOn: day('2026-11-23'),
    dueAt: null,
    ownerId: 'kadri',
    escalatedTo: null,
    escalatedWhy: null,
    ...given,
  }
}

function at(moment: string, away: AwayBy = nobodyAway) {
  const now = Temporal.Instant.from(moment)
  return { now, today: now.toZonedDateTimeISO(timeZone).toPlainDate(), timeZone, away }
}

describe('a limit', () => {
  test('of working days passes at the end of the last one', () => {
    // Monday, two working days: Tuesday and Wednesday are left.
    const limit = limitOf(rules, task(), timeZone)
    expect(limit.toZonedDateTimeISO(timeZone).toPlainDateTime().toString()).toBe('2026-11-26T00:00:00')
  })

  test('does not run over a weekend', () => {
    const limit = limitOf(rules, task({ dueOn: day('2026-11-27') }), timeZone)
    expect(limit.toZonedDateTimeISO(timeZone).toPlainDate().toString()).toBe('2026-12-02')
  })

  test('for help is the promised moment itself', () => {
    const dueAt = Temporal.Instant.from('2026-11-23T12:40:00Z')
    expect(limitOf(rules, task({ kind: 'help', dueAt }), timeZone).equals(dueAt)).toBe(true)
  })

  test('of every kind lies after its day has begun, and on a day that somebody could have worked on', () => {
    fc.assert(
      fc.property(fc.constantFrom(...taskKinds), fc.integer({ min: 0, max: 4000 }), (kind, days) => {
        const dueOn = day('2026-01-01').add({ days })
        const limit = limitOf(rules, task({ kind, dueOn }), timeZone)
        const before = limit.subtract({ seconds: 1 }).toZonedDateTimeISO(timeZone).toPlainDate()
        const isWorked = 'workingDays' in rules.kinds[kind].limit ? isWorkingDay(before) : true
        return Temporal.PlainDate.compare(dueOn, before) <= 0 && isWorked
      }),
    )
  })
})

describe('what waits', () => {
  test('goes up once its limit has passed, and not a moment before', () => {
    expect(watch(rules, task(), at('2026-11-25T21:59:59Z'))).toBe(null)
    expect(watch(rules, task(), at('2026-11-25T22:00:00Z'))).toBe('limit')
  })

  test('goes up at once on its day where nobody is here whose it is', () => {
    const away = new Map([['kadri', { substituteId: null }]])
    expect(watch(rules, task(), at('2026-11-22T08:00:00Z', away))).toBe(null)
    expect(watch(rules, task(), at('2026-11-23T08:00:00Z', away))).toBe('absent')
    expect(watch(rules, task({ ownerId: null }), at('2026-11-23T08:00:00Z'))).toBe('absent')
  })

  test('stays with whoever covers, as long as they are here themselves', () => {
    const covered = new Map([['kadri', { substituteId: 'mihkel' }]])
    expect(watch(rules, task(), at('2026-11-23T08:00:00Z', covered))).toBe(null)
    const both = new Map([...covered, ['mihkel', { substituteId: 'kadri' }] as const])
    expect(watch(rules, task(), at('2026-11-23T08:00:00Z', both))).toBe('absent')
  })

  test('comes down when somebody is here again, but not when it is too late', () => {
    const up = task({ escalatedTo: 'lead', escalatedWhy: 'absent' })
    expect(watch(rules, up, at('2026-11-24T08:00:00Z'))).toBe('down')
    expect(watch(rules, up, at('2026-11-27T08:00:00Z'))).toBe('limit')
  })

  test('never rests without somebody who is here: properties', () => {
    const people = ['kadri', 'mihkel', 'irina'] as const
    const absence = fc.record({
      who: fc.constantFrom(...people),
      substituteId: fc.constantFrom(null, ...people),
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...taskKinds),
        fc.array(absence, { maxLength: 3 }),
        fc.integer({ min: 0, max: 60 }),
        (kind, absences, days) => {
          const away: AwayBy = new Map(absences.map(({ who, substituteId }) => [who, { substituteId }]))
          const waiting = task({ kind })
          const moment = at(day('2026-11-23').add({ days }).toString() + 'T12:00:00Z', away)
          const change = watch(rules, waiting, moment)
          const up = change === 'limit' || change === 'absent'
          const after = { ...waiting, step: null, escalatedTo: up ? ('lead' as const) : null }
          // The lead is never away here: with her, somebody always holds it.
          const holders = holdersOf(after, { away, leads: ['anneli'] })
          const late = Temporal.Instant.compare(limitOf(rules, waiting, timeZone), moment.now) <= 0
          return holders.length > 0 && (!late || holders.includes('anneli'))
        },
      ),
    )
  })
})

describe('whose list', () => {
  test('is that of the owner, of the cover, and of the leads who are here once it has gone up', () => {
    const own = { ownerId: 'kadri', escalatedTo: null, step: null }
    const up = { ...own, escalatedTo: 'lead' as const }
    const away = new Map([
      ['kadri', { substituteId: 'mihkel' }],
      ['anneli', { substituteId: 'kaia' }],
    ])
    expect(holdersOf(own, { away: nobodyAway, leads: ['anneli'] })).toEqual(['kadri'])
    expect(holdersOf(own, { away, leads: ['anneli'] })).toEqual(['mihkel'])
    expect(holdersOf(up, { away, leads: ['anneli'] })).toEqual(['mihkel', 'kaia'])
    expect(holdersOf({ ...own, step: 'lead' }, { away: nobodyAway, leads: ['anneli'] })).toEqual([
      'kadri',
      'anneli',
    ])
  })

  test('is nobody’s for an owner that is none', () => {
    expect(presentFor(null, nobodyAway)).toBe(null)
  })
})

test('one talk does both: a check-up waits behind silence, a read answer behind a wish for a call', () => {
  const of = (personId: string, ...kinds: (typeof taskKinds)[number][]) =>
    kinds.map((kind) => ({ personId, kind }))
  const seen = inFront([
    ...of('a', 'silence', 'checkup'),
    ...of('b', 'checkup', 'read'),
    ...of('c', 'help', 'read', 'call'),
  ])
  expect(seen.map(({ personId, kind }) => `${personId} ${kind}`)).toEqual([
    'a silence',
    'b checkup',
    'b read',
    'c help',
  ])
})

describe('the file', () => {
  const text = (change: (text: string) => string) =>
    new TextEncoder().encode(
      change(
        JSON.stringify(
          {
            source: 'x',
            day: { tasks: 10 },
            kinds: Object.fromEntries(taskKinds.map((kind) => [kind, { limit: { days: 1 }, to: 'lead' }])),
          },
          null,
          1,
        ),
      ),
    )

  test('names every kind of task', () => {
    expect(Object.keys(loadEscalation(text((same) => same)).kinds).sort()).toEqual([...taskKinds].sort())
    expect(() => loadEscalation(text((all) => all.replace('"read"', '"reed"')))).toThrow(
      /content\/escalation\.json:\d+: kinds\.read is missing/,
    )
  })

  test('says where a limit is none', () => {
    expect(() => loadEscalation(text((all) => all.replace('"days": 1', '"weeks": 1')))).toThrow(
      EscalationContentError,
    )
    expect(() => loadEscalation(text((all) => all.replace('"days": 1', '"days": 1.5')))).toThrow(
      /content\/escalation\.json:\d+: kinds\.help\.limit/,
    )
  })
})
