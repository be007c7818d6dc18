/**
 * A developer makes a training and agrees on a day; a seat is given back and taken by whoever waited; on the day itself those who are there say so by the
 * code on the wall, signed out until then, and answer what is asked.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '../../src/access/account.store.ts'
import { secondStepWords } from '../../src/access/second-step.words.ts'
import { signInWords } from '../../src/access/sign-in.words.ts'
import { attendanceWords } from '../../src/learning/attendance.words.ts'
import { evaluationWords } from '../../src/learning/evaluation.words.ts'
import { takeUpMethod, versionsOf } from '../../src/learning/method.store.ts'
import { readyProgrammes } from '../../src/learning/training.content.ts'
import { trainingNewsWords } from '../../src/learning/training.news.words.ts'
import { trainingWords } from '../../src/learning/training.words.ts'
import { systemOf, withActor, type Role } from '../../src/platform/actor.ts'
import { appOf } from '../setup/authenticator.ts'
import { openPlace, settle, type Home, type Place, type Walk, type WalkLook } from '../setup/journey.ts'
import { picture, thorough } from '../setup/look.ts'

describe.each<WalkLook>([
  { width: 390, locale: 'et', scripts: false },
  { width: 1280, locale: 'ru', scripts: true },
])('a training at $width in $locale, JavaScript $scripts', (look) => {
  const { locale } = look
  const phone: WalkLook = { ...look, width: 390 }
  const say = trainingWords(locale)
  const news = trainingNewsWords(locale)
  const here = attendanceWords(locale)
  const asks = evaluationWords(locale)
  let place: Place
  let home: Home
  let maret: Walk
  let anneli: Walk
  let toomas: Walk
  let urve: Walk
  let developer = ''
  let version = ''
  /** The page of the day, and where the square leads. */
  let dayPage = ''
  let address = ''
  const name = readyProgrammes().find(({ key }) => key === 'welcoming')?.words[locale].name ?? ''

  beforeAll(async () => {
    place = await openPlace({ at: '2026-11-23T07:00:00Z' })
    home = await settle(place)
    const system = systemOf(home.id, 'Europe/Tallinn')
    const add = (name: string, email: string, role: Role) =>
      withActor(place.ground, system, (act) => createAccount(act, { name, email, roles: [role], locale }))
    developer = await add('Maret Kask', 'maret@rukkilill.test', 'developer')
    const host = await add('Anneli Rohtla', 'rohtla@rukkilill.test', 'host')
    const other = await add('Urve Põld', 'urve@rukkilill.test', 'host')
    const actor = { ...system, accountId: developer, role: 'developer' } as const
    version = await withActor(place.ground, actor, async (act) => {
      await takeUpMethod(act, {
        from: { card: 'fi-akilta', number: 1 },
        origin: 'other',
        originNote: 'Lugesime kaardilt.',
        observationIds: [],
        why: 'Sobib meile.',
      })
      return (await versionsOf(act))[0]?.id ?? ''
    })
    maret = await place.walk(look)
    await maret.comeIn(developer, 'developer')
    anneli = await place.walk(phone)
    await anneli.comeIn(host, 'host')
    urve = await place.walk(phone)
    await urve.comeIn(other, 'host')
    toomas = await place.walk(phone)
    await toomas.comeIn(home.supporter.id, 'supporter')
  }, 120_000)
  afterAll(() => place.close())

  test('is made from a ready programme, with a method and a day of two seats', async () => {
    await maret.go(`/trainings?lang=${locale}`)
    await maret.follow(name)
    await maret.choose('methods', version)
    await maret.look('training-new')
    await maret.press(say.save)
    await maret.follow(say.addSession)
    await maret.look('training-day-new')
    const times = { fromTime: '10', untilTime: '13.30' }
    const on = { 'onDay-day': '14', 'onDay-month': '12', 'onDay-year': '2026' }
    await maret.fill({ ...on, ...times, place: 'Kuusiku külamaja', seats: '2' })
    await maret.press(say.addSession)
    expect(await maret.text()).toContain('Kuusiku külamaja')
    await maret.look('training-made')
    await maret.page.locator('main table a').first().click()
    await maret.page.waitForURL('**/sessions/*')
    dayPage = maret.at()
    expect(await maret.text()).toContain(say.nobody)
  }, 60_000)

  test('is full with two, and the third waits', async () => {
    for (const walk of [anneli, toomas]) {
      await walk.go(`${dayPage}?lang=${locale}`)
      await walk.press(say.signUp)
      expect(await walk.text()).toContain(say.youAreIn)
    }
    await urve.go(`${dayPage}?lang=${locale}`)
    await urve.press(say.queueUp)
    expect(await urve.text()).toContain(say.youWait(1))
    await urve.look('training-waiting')
    // Nothing is cancelled by one press.
    await maret.go(dayPage)
    await maret.follow(say.cancel)
    expect(await maret.text()).toContain(news.cancel.told(3))
    await maret.look('training-cancel')
    await maret.follow(news.cancel.no)
    expect(maret.at()).toBe(dayPage)
  }, 60_000)

  test('has a seat for whoever waited as soon as somebody withdraws, and tells them', async () => {
    await anneli.press(say.withdraw)
    expect(await anneli.text()).toContain(say.youAreOut)
    const mail = await place.mailTo('urve@rukkilill.test')
    expect(mail.subject).toBe(news.mail['moved-up'].subject)
    const [link = ''] = /http\S+/.exec(mail.text) ?? []
    await urve.page.goto(link)
    expect(await urve.text()).toContain(name)
    // Where her day begins it stands too.
    await urve.go('/communities')
    expect(await urve.text()).toContain(name)
    await urve.look('training-moved-up')
    await urve.page.locator('.notices a').first().click()
    await urve.page.waitForURL('**/sessions/*')
    expect(await urve.text()).toContain(say.youAreIn)
  }, 60_000)

  test('is reminded of the day before', async () => {
    await place.until('2026-12-13T07:00:00Z')
    await toomas.comeIn(home.supporter.id, 'supporter')
    await toomas.go('/day')
    expect(await toomas.text()).toContain(news.notice.comes.tomorrow(name, '10.00–13.30', 'Kuusiku külamaja'))
    await toomas.look('training-tomorrow')
  }, 60_000)

  test('shows a code on the wall', async () => {
    await place.until('2026-12-14T07:30:00Z')
    await maret.comeIn(developer, 'developer')
    await maret.go(dayPage)
    await maret.follow(here.show)
    await maret.look('training-poster')
    const shown = (await maret.page.locator('.poster b').textContent()) ?? ''
    address = new URL(`http://${shown}`).pathname
    const text = await maret.text()
    for (const person of ['Toomas', 'Urve', 'Anneli']) expect(text).not.toContain(person)
    await maret.page.emulateMedia({ media: 'print' })
    expect(await maret.page.locator('.poster').isVisible()).toBe(true)
    expect(await maret.page.locator('.bar').isVisible()).toBe(false)
    if (thorough) {
      await picture(maret.page, `journeys/training-poster-print-${look.width}-${locale}`)
      await maret.page.pdf({ path: `screenshots/journeys/training-poster-${locale}.pdf`, format: 'A4' })
    }
    await maret.page.emulateMedia({ media: 'screen' })
  }, 60_000)

  test('is opened signed out, leads through the door and back, and is confirmed', async () => {
    await toomas.context.clearCookies()
    await toomas.page.goto(`${place.url}${address}`)
    expect(toomas.at()).toMatch(/^\/sign-in\?next=/)
    await toomas.go(`${toomas.at()}&lang=${locale}`)
    await toomas.fill({ email: home.supporter.email })
    await toomas.press(signInWords(locale).send)
    const mail = await place.mailTo(home.supporter.email)
    await toomas.fill({ code: /\d{4} \d{4}/.exec(mail.text)?.[0] ?? '' })
    await toomas.page.locator('main form[action="/sign-in/code"] button').click()
    await toomas.page.waitForURL('**/account/second-step**')
    await toomas.follow(secondStepWords(locale).addTotp)
    const app = appOf(await toomas.page.content(), () => place.clock.now())
    await toomas.fill({ code: app.code() })
    await toomas.page.locator('main form[action="/account/totp"] button').click()
    await toomas.page.locator('ol.codes').waitFor()
    await toomas.page.locator('main a.btn').click()
    await toomas.page.waitForURL(`**${address}`)
    expect(await toomas.text()).toContain(here.at(name))
    await toomas.look('training-here')
    await toomas.press(here.confirm)
    expect(toomas.at()).toBe(dayPage)
    expect(await toomas.text()).toContain(here.noted)
  }, 60_000)

  test('asks before, and once it has been held, after', async () => {
    await toomas.choose(`confidence-${version}`, '4')
    await toomas.press(asks.send)
    expect(await toomas.text()).toContain(asks.thanks)
    await toomas.look('training-there')
    await maret.go(dayPage)
    await maret.look('training-list')
    await maret.press(say.save)
    expect(await maret.text()).toContain(say.came(1, 2))
    await toomas.go(dayPage)
    await toomas.choose('useful', '5')
    await toomas.choose(`confidence-${version}`, '8')
    await toomas.press(asks.send)
    expect(await toomas.text()).toContain(asks.thanks)
  }, 60_000)

  test('shows the one who gave it how many answered, and no answer', async () => {
    await maret.go(dayPage)
    const text = await maret.text()
    expect(text).toContain(asks.answeredOf(1, 1))
    expect(text).toContain(asks.stillOpen)
    for (const answer of ['5,0', '8,0', '4,0']) expect(text).not.toContain(answer)
    await maret.look('training-answers')
  }, 60_000)
})
