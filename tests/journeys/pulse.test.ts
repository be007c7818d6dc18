/** A developer opens a pulse; five people of the village answer it on their telephones; what comes of it is seen once it is closed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '../../src/access/account.store.ts'
import { addCommunity } from '../../src/communities/community.store.ts'
import { pulseAnswerWords } from '../../src/communities/pulse.answer.words.ts'
import { distanceKeys } from '../../src/communities/pulse.ts'
import { pulseWords } from '../../src/communities/pulse.words.ts'
import { systemOf, withActor } from '../../src/platform/actor.ts'
import type { Locale } from '../../src/platform/words.ts'
import { profileOf } from '../setup/communities.ts'
import { picture, thorough } from '../setup/look.ts'
import { openPlace, settle, type Place, type Walk } from '../setup/journey.ts'

const say = pulseWords('et')
let place: Place
let maret: Walk
/** As it stands on the poster. */
let code = ''
/** How the first of the village got there, for those who tap twice. */
let questions = ''

beforeAll(async () => {
  place = await openPlace({ at: '2026-11-23T07:00:00Z' })
  const home = await settle(place)
  const developer = await withActor(place.ground, systemOf(home.id, 'Europe/Tallinn'), async (act) => {
    await addCommunity(act, profileOf('Kuusiku küla'), 'accepted')
    return createAccount(act, {
      name: 'Maret Kask',
      email: 'maret@rukkilill.test',
      roles: ['developer'],
      locale: 'et',
    })
  })
  maret = await place.walk({ width: 1280, locale: 'et', scripts: true })
  await maret.comeIn(developer, 'developer')
}, 120_000)
afterAll(() => place.close())

test('a developer opens it and gets a code and a poster', async () => {
  await maret.go('/communities/kuusiku-kula')
  await maret.follow(say.open)
  expect(await maret.text()).toContain(say.none)
  await maret.follow(say.begin)
  await maret.choose('moment', 'before')
  await maret.fill({ label: 'talvel', expected: '6' })
  await maret.press(say.save)
  expect(await maret.text()).toContain('5 on veel puudu')
  await maret.look('pulse-opened')
  await maret.follow(say.poster)
  code = (await maret.page.locator('.poster code').textContent()) ?? ''
  expect(code).toMatch(/^[A-Z]{4}-[A-Z]{4}$/)
  // What A4 has between its margins, in pixels of 1/96 inch.
  await maret.page.setViewportSize({ width: 658, height: 1001 })
  await maret.page.emulateMedia({ media: 'print' })
  expect(await maret.page.locator('header.bar').isVisible()).toBe(false)
  const sheet = await maret.page.locator('.poster').boundingBox()
  expect(sheet?.height ?? 9999).toBeGreaterThan(700)
  expect((sheet?.y ?? 0) + (sheet?.height ?? 9999)).toBeLessThan(1001)
  if (thorough) await picture(maret.page, 'journeys/pulse-poster-print')
  await maret.page.emulateMedia({ media: 'screen' })
  await maret.page.setViewportSize({ width: 1280, height: 900 })
})

const villagers: { locale: Locale; scripts: boolean; given: Record<string, string> }[] = [
  { locale: 'et', scripts: false, given: { trust: '4', fairness: '5', helpfulness: '6' } },
  { locale: 'ru', scripts: true, given: { trust: '5', fairness: '5' } },
  { locale: 'et', scripts: true, given: { trust: '7', fairness: '6', helpfulness: '5' } },
  { locale: 'en', scripts: false, given: { trust: '6', helpfulness: '6' } },
  { locale: 'et', scripts: false, given: { trust: '3', fairness: '4', helpfulness: '5' } },
]

describe.each(villagers)('on a telephone in $locale, JavaScript $scripts', ({ locale, scripts, given }) => {
  test('somebody types the code, answers and is thanked; what was typed stays where something is wrong', async () => {
    const ask = pulseAnswerWords(locale)
    const walk = await place.walk({ width: 390, locale, scripts })
    await walk.go('/pulse')
    await walk.fill({ code: 'abcd' })
    await walk.press(ask.go)
    expect(await walk.page.inputValue('input[name=code]')).toBe('abcd')
    await walk.fill({ code })
    await walk.press(ask.go)
    expect(await walk.text()).toContain('Kuusiku küla')
    // Nothing yet: it says so, and nothing was kept.
    await walk.press(ask.send)
    expect(await walk.text()).toContain(ask.errors.nothing)
    for (const [item, value] of Object.entries(given)) await walk.choose(item, value)
    for (const [place, item] of distanceKeys.entries()) await walk.choose(item, String(place % 3))
    await walk.look(`pulse-answer-${locale}-${scripts ? 'scripts' : 'plain'}`)
    questions = walk.at()
    // Tapped twice by an impatient finger: one answer.
    await walk.page.getByRole('button', { name: ask.send }).dblclick()
    await walk.page.waitForURL('**/pulse/done')
    expect(await walk.text()).toContain(ask.done.what)
    const cookies = await walk.context.cookies()
    expect(cookies.map(({ name }) => name).filter((name) => name !== 'tugevus-lang')).toEqual([])
    await walk.close()
  })
})

test('the developer sees how many have answered, and nothing else before it is closed', async () => {
  await maret.go('/communities/kuusiku-kula/pulse')
  expect(await maret.text()).toContain('5 vastust')
  await maret.follow('Enne · talvel')
  expect(await maret.text()).toContain(say.enough)
  expect(await maret.page.locator('figure').count()).toBe(0)
  await maret.press(say.close)
  expect(await maret.text()).toContain('5,2 (5 vastajat)')
  expect(await maret.text()).toContain('0,8 (5 vastajat)')
  await maret.look('pulse-closed')
  await maret.go('/communities/kuusiku-kula')
  expect(await maret.text()).toContain('5,2 (5 vastajat)')
})

test('whoever comes with the code after that is told that it is over', async () => {
  const late = await place.walk({ width: 390, locale: 'et', scripts: false })
  const answer = await late.page.goto(place.url + questions)
  expect(answer?.status()).toBe(404)
  expect(await late.text()).toContain(pulseAnswerWords('et').over.lead)
})
