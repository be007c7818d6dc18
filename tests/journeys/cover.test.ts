/**
 * A coordinator says that she will be away; the substitute's morning, last day and the day after; somebody who is missed, and the lead who
 * appoints; many people offered at once, and some of them taken.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { awayWords } from '../../src/desk/away.words.ts'
import { dayWords } from '../../src/desk/day.words.ts'
import { meWords } from '../../src/desk/me.words.ts'
import { moveWords } from '../../src/desk/move.words.ts'
import { noticeWords } from '../../src/desk/notices.words.ts'
import { createAccount } from '../../src/access/account.store.ts'
import { addPeople, giveAccount } from '../../src/people/person.store.ts'
import { aboutWords } from '../../src/support/about-person.words.ts'
import { checkupWords } from '../../src/support/checkup.words.ts'
import { contactWords } from '../../src/support/contact.words.ts'
import { enterPathways } from '../../src/support/pathway.store.ts'
import { mailsOf } from '../setup/mails.ts'
import { openPlace, settle, type Home, type Place, type Walk, type WalkLook } from '../setup/journey.ts'

const names = [
  'Marko Kuusik', 'Liis Pärtel', 'Andres Lepmets', 'Rein Allikas', 'Triin Saarmets', 'Joonas Tammoja', 'Helen Rebaste',
  'Pille Kivimurd', 'Tarmo Nurmoja', 'Kaspar Põldmets', 'Eha Jõepere', 'Urmas Härmoja',
] // prettier-ignore

describe.each<WalkLook>([
  { width: 390, locale: 'et', scripts: false },
  { width: 1280, locale: 'ru', scripts: true },
])('a colleague’s absence at $width in $locale, JavaScript $scripts', (look) => {
  const { locale } = look
  let place: Place
  let home: Home
  let kadri: Walk
  let mihkel: Walk
  let anneli: Walk
  let marko: Walk
  let codes: string[]
  let ownPage: string

  beforeAll(async () => {
    // A Monday; the absence begins on the Wednesday of the next week.
    place = await openPlace({ at: '2026-11-23T07:00:00Z' })
    home = await settle(place)
    place.personal.push('Kuusik', 'Pärtel', '5550')
    codes = await home.act(home.coordinator, async (act) => {
      const people = await addPeople(
        act,
        names.map((name) => ({
          identity: { name, phones: ['+372 5550 2001'], email: null, birthDate: null, remarks: null },
          municipality: '0293',
          language: 'et' as const,
          coordinatorId: home.coordinator.id,
        })),
      )
      await enterPathways(
        act,
        people.map(({ id }, place) => ({
          personId: id,
          pathway: 'adaptive',
          leftOn: act.today.subtract({ days: 6 }),
          agreed: place < 2 ? { on: act.today, how: 'suuliselt' } : null,
          coordinatorId: home.coordinator.id,
          // The first is talked with in the absence, the third after it; the second falls silent before.
          firstContactOn: act.today.add({ days: [10, 60, 14][place] ?? 60 }),
        })),
      )
      const [first] = people
      if (!first) throw new Error('nobody was entered')
      ownPage = await createAccount(act, {
        name: first.code,
        ownName: 'Marko Kuusik',
        email: 'marko@rukkilill.test',
        roles: ['participant'],
        locale,
      })
      await giveAccount(act, first.id, ownPage)
      return people.map(({ code }) => code)
    })
    kadri = await place.walk(look)
    mihkel = await place.walk(look)
    anneli = await place.walk(look)
    marko = await place.walk(look)
  })
  afterAll(() => place.close())

  const comesIn = async (walk: Walk, who: { id: string }, role: 'coordinator' | 'lead' | 'participant') => {
    await walk.comeIn(who.id, role)
    await walk.go(`${role === 'participant' ? '/me' : '/day'}?lang=${locale}`)
  }
  const fillDay = (walk: Walk, name: string, date: string) => {
    const [year = '', month = '', day = ''] = date.split('-')
    return walk.fill({
      [`${name}-day`]: String(Number(day)),
      [`${name}-month`]: String(Number(month)),
      [`${name}-year`]: year,
    })
  }

  test('is said beforehand, looked over and saved', { timeout: 120_000 }, async () => {
    const say = awayWords(locale)
    await comesIn(kadri, home.coordinator, 'coordinator')
    await kadri.go('/away')
    await kadri.look('away-nobody')
    await kadri.follow(say.sayOwn)
    await fillDay(kadri, 'from', '2026-12-02')
    await fillDay(kadri, 'until', '2026-12-01')
    await kadri.page.selectOption('[name=substitute]', home.colleague.id)
    await kadri.press(say.form.next)
    expect(await kadri.text()).toContain(say.problems['until-before-from'])
    expect(await kadri.page.inputValue('[name="until-day"]')).toBe('1')
    await kadri.look('away-error')
    await fillDay(kadri, 'until', '2026-12-04')
    await kadri.press(say.form.next)
    expect(await kadri.text()).toContain(say.check.after)
    await kadri.look('away-check')
    await kadri.press(say.check.save)
    expect(kadri.at()).toBe('/away')
    expect(await kadri.text()).toContain(say.covers(home.colleague.name))
    await kadri.look('away-saved')
    await comesIn(mihkel, home.colleague, 'coordinator')
    expect(await mihkel.text()).not.toContain(codes[0])
  })

  test(
    'gives the substitute a morning with everything that waits, to be done as if it were his',
    { timeout: 120_000 },
    async () => {
      const say = noticeWords(locale)
      await place.until('2026-11-27T05:00:00Z')
      await comesIn(mihkel, home.colleague, 'coordinator')
      expect(await mihkel.text()).toContain(say.coveringSoon('', '').split(':')[0])
      await mihkel.look('cover-soon')
      await place.until('2026-12-03T05:00:00Z')
      await comesIn(mihkel, home.colleague, 'coordinator')
      expect(await mihkel.text()).toContain(say.covering(home.coordinator.name, '').slice(0, -1))
      expect(await mihkel.text()).toContain(dayWords(locale).covering(home.coordinator.name))
      const silent = mihkel.page.locator('#silent .row')
      expect(await silent.count()).toBeGreaterThan(0)
      await mihkel.look('cover-morning')
      await mihkel.go(`/people/${codes[1]}`)
      await mihkel.look('cover-person')
      expect(
        await mihkel.page.locator('a[href$="/hand-over"], a[href$="/supporter"], a[href$="/invite"]').count(),
      ).toBe(0)
      await mihkel.go(`/people/${codes[1]}/contact`)
      await mihkel.choose('way', 'call')
      await mihkel.choose('reached', 'yes')
      await mihkel.fill({ what: 'Rääkisime. Kõik on korras.' })
      await mihkel.press(aboutWords(locale).save)
      expect(await mihkel.text()).toContain(contactWords(locale).closed)
      const { form, review } = checkupWords(locale)
      await mihkel.go(`/people/${codes[0]}/checkup`)
      await mihkel.choose('way', 'call')
      for (const question of ['weeklyUse', 'symptoms', 'wantsHelp']) await mihkel.choose(question, 'no')
      await mihkel.choose('help', 'talk')
      await mihkel.press(form.check)
      await mihkel.press(review.save)
      expect(mihkel.at()).toBe(`/people/${codes[0]}`)
      await mihkel.go('/day')
      await mihkel.follow(say.coveringDo)
      expect(await mihkel.page.locator('main tbody tr').count()).toBe(names.length)
      await mihkel.look('cover-people')
      // The person sees who answers now.
      await comesIn(marko, { id: ownPage }, 'participant')
      expect(await marko.text()).toContain(home.colleague.name)
      await marko.look('cover-me')
      expect(await marko.text()).toContain(meWords(locale).people.coordinator)
    },
  )

  test('ends with its last day', { timeout: 120_000 }, async () => {
    await place.until('2026-12-04T05:00:00Z')
    await comesIn(mihkel, home.colleague, 'coordinator')
    await mihkel.go(`/people/${codes[0]}`)
    await place.until('2026-12-05T05:00:00Z')
    await comesIn(mihkel, home.colleague, 'coordinator')
    expect(await mihkel.text()).not.toContain(codes[0])
    expect(await mihkel.text()).not.toContain(home.coordinator.name)
    await mihkel.look('cover-after')
    const answer = await mihkel.page.goto(`${place.url}/people/${codes[0]}`)
    expect(answer?.status()).toBe(404)
  })

  test('that nobody said is noticed, and the lead appoints somebody', { timeout: 120_000 }, async () => {
    const say = awayWords(locale)
    // Back on Monday, she does not come; what waits is overdue. The house runs on that day: it counts.
    await place.until('2026-12-07T05:00:00Z')
    await place.until('2026-12-08T05:00:00Z')
    await comesIn(anneli, home.lead, 'lead')
    expect(await anneli.text()).not.toContain(noticeWords(locale).noticedDo)
    const told = async () =>
      (await mailsOf(place)).filter(
        ({ to, text }) => to === home.lead.email && text.includes(home.coordinator.name),
      ).length
    const before = await told()
    await place.until('2026-12-09T05:00:00Z')
    await comesIn(anneli, home.lead, 'lead')
    await anneli.look('missed-day')
    expect(await told()).toBe(before + 1)
    await anneli.follow(noticeWords(locale).noticedDo)
    await anneli.look('missed-away')
    await anneli.page.locator('#noticed a').first().click()
    await anneli.page.waitForURL('**/away/new?for=*')
    await anneli.page.selectOption('[name=substitute]', home.colleague.id)
    await fillDay(anneli, 'until', '2026-12-11')
    await anneli.press(say.form.next)
    await anneli.look('missed-check')
    await anneli.press(say.check.save)
    await comesIn(mihkel, home.colleague, 'coordinator')
    expect(await mihkel.text()).toContain(dayWords(locale).covering(home.coordinator.name))
    // She is back: the page says so, and one press ends it.
    await comesIn(kadri, home.coordinator, 'coordinator')
    await kadri.look('back-day')
    await kadri.follow(noticeWords(locale).awayDo)
    await kadri.look('back-away')
    await kadri.press(say.one.back)
    await mihkel.go('/day')
    expect(await mihkel.text()).not.toContain(codes[2])
  })

  test('or too many people: twelve are offered, and eight of them taken', { timeout: 120_000 }, async () => {
    const say = moveWords(locale)
    await place.until('2026-12-10T05:00:00Z')
    await comesIn(kadri, home.coordinator, 'coordinator')
    await kadri.go('/people')
    await kadri.follow(say.title)
    await kadri.look('moves-none')
    await kadri.follow(say.offer)
    await kadri.press(say.choose.next)
    expect(await kadri.text()).toContain(say.choose.needPeople)
    await kadri.look('moves-error')
    await kadri.follow(say.choose.all)
    await kadri.page.selectOption('[name=to]', home.colleague.id)
    await kadri.fill({ note: 'Kõik elavad Märjamaal, sinu kandis.' })
    await kadri.look('moves-chosen')
    await kadri.press(say.choose.next)
    await kadri.look('moves-check')
    await kadri.press(say.check.send)
    await kadri.look('moves-sent')
    await comesIn(mihkel, home.colleague, 'coordinator')
    await mihkel.look('moves-offered-day')
    await mihkel.follow(noticeWords(locale).offeredDo)
    for (const name of names) expect(await mihkel.text()).not.toContain(name)
    await mihkel.look('moves-offered')
    for (const code of codes.slice(8)) await mihkel.page.locator(`label:has([value="${code}"])`).click()
    await mihkel.press(say.one.take)
    expect(await mihkel.text()).toContain(say.one.needReason)
    await mihkel.look('moves-reason')
    await mihkel.fill({ reason: 'Rohkem praegu ei jõua.' })
    await mihkel.press(say.one.take)
    expect(mihkel.at()).toBe('/people')
    expect(await mihkel.page.locator('main tbody tr').count()).toBe(8)
    await kadri.go('/day')
    expect(await kadri.text()).toContain(noticeWords(locale).answered(home.colleague.name, 8, 12))
    await kadri.follow(noticeWords(locale).answeredDo)
    expect(await kadri.text()).toContain('Rohkem praegu ei jõua.')
    await kadri.look('moves-answered')
    await kadri.go('/people')
    expect(await kadri.page.locator('main tbody tr').count()).toBe(4)
    for (const walk of [kadri, mihkel, anneli, marko]) await walk.close()
  })
})
