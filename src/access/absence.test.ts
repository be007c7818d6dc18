import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { withClient } from '../../tests/setup/server.ts'
import { day, type Day } from '../platform/day.ts'
import { absenceProblem, covers, meet, noticedFrom, type Standing } from './absence.ts'
import { awayOn } from './absence.store.ts'
import { disable, enable } from './admin.store.ts'
import { atDoor } from './door.ts'

const today = day('2026-11-25')
const rule = { workingDays: 2 }

describe('days away', () => {
  test('count both the first and the last', () => {
    const span = { from: day('2026-11-25'), until: day('2026-11-27') }
    expect(
      ['2026-11-24', '2026-11-25', '2026-11-27', '2026-11-28'].map((date) => covers(span, day(date))),
    ).toEqual([false, true, true, false])
    expect(covers({ ...span, until: null }, day('2030-01-01'))).toBe(true)
  })

  test('meet where a day is in both, whichever is asked first', () => {
    const date = fc.integer({ min: 0, max: 20 }).map((n) => today.add({ days: n }))
    const span = fc
      .tuple(date, fc.option(fc.integer({ min: 0, max: 9 })))
      .map(([from, days]) => ({ from, until: days === null ? null : from.add({ days }) }))
    fc.assert(
      fc.property(span, span, (a, b) => {
        const days = Array.from({ length: 40 }, (_, n) => today.add({ days: n }))
        const shared = days.some((each) => covers(a, each) && covers(b, each))
        expect(meet(a, b)).toBe(shared)
        expect(meet(b, a)).toBe(shared)
      }),
    )
  })
})

describe('an absence', () => {
  const of = (
    accountId: string,
    from: string,
    until: string | null,
    substituteId: string | null = null,
  ): Standing => ({
    accountId,
    from: day(from),
    until: until === null ? null : day(until),
    substituteId,
  })
  const wanted = of('kadri', '2026-12-01', '2026-12-11', 'mihkel')

  test('is written down where nobody stands in the way', () => {
    expect(absenceProblem(wanted, [], today)).toBeNull()
    expect(
      absenceProblem(wanted, [of('mihkel', '2026-12-12', null), of('irina', '2026-12-01', null)], today),
    ).toBeNull()
    expect(absenceProblem({ ...wanted, until: null }, [], today)).toBeNull()
  })

  test('has an end after its beginning, and neither long ago', () => {
    expect(absenceProblem({ ...wanted, until: day('2026-11-30') }, [], today)).toBe('until-before-from')
    expect(absenceProblem({ ...wanted, from: day('2026-10-20') }, [], today)).toBe('from-past')
    expect(absenceProblem({ ...wanted, from: day('2026-11-20'), until: day('2026-11-24') }, [], today)).toBe(
      'until-past',
    )
    expect(absenceProblem({ ...wanted, from: day('2026-11-20'), until: today }, [], today)).toBeNull()
  })

  test('is not said twice for the same days', () => {
    expect(absenceProblem(wanted, [of('kadri', '2026-12-11', null)], today)).toBe('overlap')
    expect(absenceProblem(wanted, [of('kadri', '2026-12-12', null)], today)).toBeNull()
  })

  test('is covered by somebody who is there', () => {
    expect(absenceProblem(wanted, [of('mihkel', '2026-12-11', '2026-12-11')], today)).toBe('substitute-away')
    expect(
      absenceProblem({ ...wanted, until: null }, [of('mihkel', '2027-06-01', '2027-07-01')], today),
    ).toBe('substitute-away')
  })

  test('of somebody who covers a colleague waits for another cover: covers make no chain', () => {
    expect(absenceProblem(wanted, [of('irina', '2026-12-10', '2026-12-20', 'kadri')], today)).toBe(
      'covers-another',
    )
    expect(
      absenceProblem({ ...wanted, substituteId: null }, [of('irina', '2026-12-10', null, 'kadri')], today),
    ).toBe('covers-another')
  })
})

describe('an absence that nobody said', () => {
  const seen = (lastSeenOn: string, waitingSince: string | null) =>
    noticedFrom(
      { lastSeenOn: day(lastSeenOn), waitingSince: waitingSince === null ? null : day(waitingSince) },
      rule,
      today,
    )

  test('is noticed after two whole working days without a sign and with something overdue', () => {
    // The 25th is a Wednesday.
    expect(seen('2026-11-20', '2026-11-23')?.toString()).toBe('2026-11-21')
    expect(seen('2026-11-21', '2026-11-23')?.toString()).toBe('2026-11-22')
    expect(seen('2026-11-23', '2026-11-23')).toBeNull()
    expect(seen('2026-11-24', '2026-11-20')).toBeNull()
  })

  test('is none while nothing waits', () => {
    expect(seen('2026-11-01', null)).toBeNull()
    expect(seen('2026-11-01', '2026-11-26')).toBeNull()
    // What comes due today would rest with nobody.
    expect(seen('2026-11-01', '2026-11-25')?.toString()).toBe('2026-11-02')
    expect(seen('2026-11-01', '2026-11-24')?.toString()).toBe('2026-11-02')
  })

  test('is not noticed because the server was off', () => {
    const off = (...days: string[]) => ({
      lastSeenOn: day('2026-11-20'),
      isOpen: (date: { toString(): string }) => !days.includes(date.toString()),
    })
    for (const [days, from] of [
      [[], '2026-11-21'],
      [['2026-11-24'], null],
      [['2026-11-21', '2026-11-22'], '2026-11-21'],
    ] as const) {
      const { lastSeenOn, isOpen } = off(...days)
      const noticed = noticedFrom({ lastSeenOn, waitingSince: day('2026-11-23') }, rule, today, isOpen)
      expect(noticed?.toString() ?? null).toBe(from)
    }
  })

  test('is never noticed of a weekend, and begins the day after they were seen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 60 }), (ago, late) => {
        const lastSeenOn = today.subtract({ days: ago })
        const from = noticedFrom({ lastSeenOn, waitingSince: today.subtract({ days: late }) }, rule, today)
        const between = Array.from({ length: Math.max(0, ago - 1) }, (_, n) =>
          lastSeenOn.add({ days: n + 1 }),
        )
        const worked = between.filter((each) => each.dayOfWeek <= 5).length
        expect(from === null).toBe(worked < rule.workingDays)
        if (from) expect(from.equals(lastSeenOn.add({ days: 1 }))).toBe(true)
      }),
    )
  })
})

describe('who is away', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(() => house.close())

  const away = (on: Day) => house.act('coordinator', (act) => awayOn(act, on))
  const insert = (accountId: string, from: string, until: string | null, more = {}) =>
    house.act('system', (act) =>
      act.tx
        .insertInto('access.absence')
        .values({
          id: crypto.randomUUID(),
          organisationId: act.actor.organisationId,
          accountId,
          startsOn: day(from),
          endsOn: until === null ? null : day(until),
          substituteId: null,
          why: 'said',
          madeBy: null,
          madeAt: act.now,
          endedAt: null,
          ...more,
        })
        .execute(),
    )

  test('is known from the first to the last day, with who stands in', async () => {
    const { coordinator, lead } = house.organisation.accounts
    await insert(coordinator.id, '2026-12-01', '2026-12-11', { substituteId: lead.id })
    expect((await away(day('2026-11-30'))).size).toBe(0)
    expect((await away(day('2026-12-11'))).get(coordinator.id)).toEqual({
      from: day('2026-12-01'),
      until: day('2026-12-11'),
      substituteId: lead.id,
      why: 'said',
    })
    expect((await away(day('2026-12-12'))).size).toBe(0)
  })

  test('is told once for each day, also where two say it at the same moment', async () => {
    const { coordinator, supporter } = house.organisation.accounts
    await expect(insert(coordinator.id, '2026-12-11', null)).rejects.toMatchObject({ code: '23P01' })
    const both = await Promise.allSettled([
      insert(supporter.id, '2026-12-01', '2026-12-03'),
      insert(supporter.id, '2026-12-03', '2026-12-05'),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('has left where the account is closed, until it is opened again', async () => {
    const { lead } = house.organisation.accounts
    await atDoor(house.ground, (door) => disable(door, house.actor('admin'), lead.id))
    expect((await away(today)).get(lead.id)).toEqual({
      from: day('2026-11-23'),
      until: null,
      substituteId: null,
      why: 'left',
    })
    await atDoor(house.ground, (door) => enable(door, house.actor('admin'), lead.id))
    expect((await away(today)).has(lead.id)).toBe(false)
  })

  test('whoever is seen at work is not away as had only been noticed, and the day is kept once', async () => {
    const { lead } = house.organisation.accounts
    await insert(lead.id, '2026-11-20', null, { why: 'noticed' })
    const weak = await house.signIn('lead', { strong: false })
    await house.request('/account', { as: { cookie: weak } })
    expect((await away(today)).get(lead.id)?.why).toBe('noticed')
    await house.request('/account', { as: 'lead' })
    expect((await away(today)).has(lead.id)).toBe(false)
    const seen = await withClient(house.database.connection, async (owner) => {
      const { rows } = await owner.query('select last_seen_on::text as on, account_id from access.presence')
      return rows
    })
    expect(seen).toEqual([{ on: '2026-11-23', account_id: lead.id }])
  })
})
