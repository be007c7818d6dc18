import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk, textOf, type Desk } from '../../tests/setup/desk.ts'
import { Temporal, day } from '../platform/day.ts'
import type { Look } from '../people/looked.store.ts'
import { kindOf, lookLines, lookersSince } from './looked.ts'

const look = (at: string, accountId: string | null, action = 'read', what = 'people.person'): Look => ({
  at: Temporal.Instant.from(at),
  accountId,
  role: accountId === null ? 'system' : 'coordinator',
  action,
  what,
})

describe('who has looked', () => {
  test('is one line for a day and a person, with everything they did', () => {
    const lines = lookLines(
      [
        look('2026-11-23T08:00:00Z', 'kadri'),
        look('2026-11-23T09:00:00Z', 'kadri', 'read', 'support.checkin'),
        look('2026-11-23T09:00:00Z', 'toomas'),
        look('2026-11-22T09:00:00Z', 'kadri', 'create', 'support.contact'),
      ],
      'Europe/Tallinn',
    )
    expect(lines.map((line) => `${line.on} ${line.accountId} ${line.kinds.join('+')}`)).toEqual([
      '2026-11-23 kadri path+answers',
      '2026-11-23 toomas path',
      '2026-11-22 kadri wrote',
    ])
  })

  test('counts days as the organisation does: just before midnight in London is tomorrow in Tallinn', () => {
    const [line] = lookLines([look('2026-11-22T23:30:00Z', 'kadri')], 'Europe/Tallinn')
    expect(line?.on).toEqual(day('2026-11-23'))
  })

  test('counts each person once, and neither the person themself nor the platform', () => {
    const looks = [
      look('2026-11-23T08:00:00Z', 'kadri'),
      look('2026-11-20T08:00:00Z', 'kadri'),
      look('2026-11-20T08:00:00Z', 'mari'),
      look('2026-11-20T08:00:00Z', 'self'),
      look('2026-11-20T08:00:00Z', null),
      look('2026-10-31T08:00:00Z', 'long ago'),
    ]
    expect(lookersSince(looks, day('2026-11-01'), 'self', 'Europe/Tallinn')).toBe(2)
  })

  test('has a word for entries it does not know', () => {
    expect(kindOf({ action: 'change', what: 'placement.stay', role: 'lead' })).toBe('worked')
  })

  test('says of a link what was done by it, and not who did it', () => {
    expect(kindOf({ action: 'read', what: 'support.pathway', role: 'bearer' })).toBe('opened')
    expect(kindOf({ action: 'create', what: 'support.checkin', role: 'bearer' })).toBe('sent')
  })
})

describe('the page of who has looked', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.close())
  const text = async (path: string, as: Parameters<Desk['request']>[1]) => {
    const answer = await desk.request(path, as)
    return { status: answer.status, text: textOf(await answer.text()) }
  }

  test('tells the person, in words, who looked when, in which role, at what', async () => {
    await desk.request(`/people/${desk.people.mine.code}`, { as: 'coordinator' })
    await desk.request(`/people/${desk.people.mine.code}`, { as: 'supporter' })
    const own = await text('/me/looked', { as: 'participant' })
    expect(own.status).toBe(200)
    expect(own.text).toContain('coordinator Esimene , koordinaator')
    expect(own.text).toContain('supporter Esimene , tugiisik')
    expect(own.text).toContain('vaatas teekonda')
    expect(own.text).toContain('luges märguandeid')
    expect(own.text).toContain('lisas andmed')
    expect(own.text).not.toMatch(/support\.|people\.|desk\./)
  })

  test('tells staff the same, and the person that they looked there too', async () => {
    const staff = await text(`/people/${desk.people.mine.code}/looked`, { as: 'coordinator' })
    expect(staff.text).toContain('koordinaator, sina')
    expect((await text('/me/looked', { as: 'participant' })).text).toContain('vaatas seda nimekirja')
  })

  test('is each one’s own: not a supporter’s, not of somebody who has no person here', async () => {
    expect((await text(`/people/${desk.people.mine.code}/looked`, { as: 'supporter' })).status).toBe(404)
    expect((await text('/me/looked', { as: desk.other.accounts.participant })).status).toBe(404)
  })
})
