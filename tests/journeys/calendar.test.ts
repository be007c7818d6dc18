/** A developer plans a visit, takes it along in the calendar of their telephone, and moves it. */
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '../../src/access/account.store.ts'
import { addCommunity, communityBySlug, publishCommunity } from '../../src/communities/community.store.ts'
import { visitWords } from '../../src/communities/visit.words.ts'
import { calendarWords } from '../../src/desk/calendar.words.ts'
import { systemOf, withActor } from '../../src/platform/actor.ts'
import { profileOf } from '../setup/communities.ts'
import { openPlace, settle, type Place, type Walk, type WalkLook } from '../setup/journey.ts'

describe.each<WalkLook>([
  { width: 390, locale: 'et', scripts: false },
  { width: 1280, locale: 'ru', scripts: true },
])('a visit in the calendar at $width in $locale, JavaScript $scripts', (look) => {
  const { locale } = look
  const say = calendarWords(locale)
  const visit = visitWords(locale)
  let place: Place
  let maret: Walk
  let address = ''

  beforeAll(async () => {
    place = await openPlace({ at: '2026-11-23T07:00:00Z' })
    const home = await settle(place)
    const system = systemOf(home.id, 'Europe/Tallinn')
    const developer = await withActor(place.ground, system, (act) =>
      createAccount(act, { name: 'Maret Kask', email: 'maret@rukkilill.test', roles: ['developer'], locale }),
    )
    const actor = { ...system, accountId: developer, role: 'developer' } as const
    await withActor(place.ground, actor, async (act) => {
      await addCommunity(act, profileOf('Kuusiku küla'), 'accepted')
      const community = await communityBySlug(act, 'kuusiku-kula')
      if (community) await publishCommunity(act, community.id, true)
    })
    maret = await place.walk(look)
    await maret.comeIn(developer, 'developer')
  }, 120_000)
  afterAll(() => place.close())

  /** What a calendar program reads. */
  async function read(): Promise<string[]> {
    const answer = await fetch(address)
    if (answer.status !== 200) return [`${answer.status}`]
    return new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents('vevent').map((one) => {
      const event = new ICAL.Event(one)
      return `${event.startDate.toJSDate().toISOString()} ${event.summary} ${event.sequence}`
    })
  }
  const summary = `${visit.kinds.visit}: Kuusiku küla`

  test('is planned, and stands on its day', async () => {
    await maret.go('/calendar?month=2026-12')
    expect(await maret.text()).toContain(say.none)
    await maret.go('/communities/kuusiku-kula/visits/new')
    await maret.fill({
      'onDay-day': '2',
      'onDay-month': '12',
      'onDay-year': '2026',
      atTime: '15.30',
      topic: 'Talvine kava',
    })
    await maret.press(visit.save)
    await maret.go('/calendar?month=2026-12')
    expect(await maret.text()).toContain(visit.kinds.visit)
    await maret.look('calendar-month')
  })

  test('is read by the calendar of a telephone, by an address that is shown once', async () => {
    await maret.press(say.address.make)
    address = (await maret.page.textContent('#calendar-address')) ?? ''
    await maret.look('calendar-address-made')
    expect(await read()).toEqual([`2026-12-02T13:30:00.000Z ${summary} 0`])
    await maret.go('/calendar')
    expect(await maret.page.content()).not.toContain(address)
    await maret.look('calendar-address-there')
  })

  test('is moved, and the calendar of the telephone with it', async () => {
    await maret.go('/calendar?month=2026-12')
    await maret.page.click('.month a')
    await maret.look('visit-ahead')
    await maret.fill({ 'onDay-day': '9', atTime: '' })
    await maret.press(visit.moveTo)
    await maret.go('/calendar?month=2026-12')
    expect(await maret.page.getAttribute('.month td:has(a) time', 'datetime')).toBe('2026-12-09')
    expect((await read())[0]).toMatch(/^2026-12-0(8T22|9T00):00:00.000Z .* 1$/)
  })

  test('is no longer read when the address is ended', async () => {
    await maret.go('/calendar')
    await maret.press(say.address.end)
    expect(await maret.text()).toContain(say.address.ended)
    expect(await read()).toEqual(['404'])
  })
})
