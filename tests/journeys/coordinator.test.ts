/**
 * The first weeks of a small house: set up at a one-time address, a list brought, somebody asked, silent, called, talked with, found and
 * exported.
 */
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { readSheet } from 'read-excel-file/universal'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '../../src/access/account.store.ts'
import { secondStepWords } from '../../src/access/second-step.words.ts'
import { makeSetUpToken } from '../../src/access/set-up.store.ts'
import { signInWords } from '../../src/access/sign-in.words.ts'
import { caseloadWords } from '../../src/desk/caseload.words.ts'
import { dayWords } from '../../src/desk/day.words.ts'
import { systemOf, withActor } from '../../src/platform/actor.ts'
import { setUpWords } from '../../src/site/set-up.words.ts'
import { aboutWords } from '../../src/support/about-person.words.ts'
import { askWords } from '../../src/support/ask.words.ts'
import { checkupWords } from '../../src/support/checkup.words.ts'
import { previewWords } from '../../src/support/import.preview.words.ts'
import { importWords } from '../../src/support/import.words.ts'
import { supportDayWords } from '../../src/support/support-day.words.ts'
import { appOf, type App } from '../setup/authenticator.ts'
import { openPlace, type Place, type Walk, type WalkLook } from '../setup/journey.ts'

const list = fileURLToPath(new URL('../files/caseload-messy.xlsx', import.meta.url))
const email = 'kadri@rukkilill.test'
const talked = 'Läheb hästi, töökoht on alles.'
const called = 'Telefon oli katki. Leppisime uue aja kokku.'

describe.each<WalkLook>([
  { width: 390, locale: 'et', scripts: false },
  { width: 1280, locale: 'ru', scripts: true },
])('a coordinator at $width in $locale, JavaScript $scripts', (look) => {
  const { locale } = look
  let place: Place
  let own: Walk
  let lead: Walk
  let owner: pg.Client
  let app: App
  let code: string

  beforeAll(async () => {
    // The list was written in this May.
    place = await openPlace({ at: '2026-05-15T07:00:00Z' })
    place.personal.push('Mägi', 'Õie', 'Kask', 'Tamm', '5550', 'example.org', email)
    owner = new pg.Client(place.database.connection)
    await owner.connect()
    own = await place.walk(look)
    lead = await place.walk({ width: 1280, locale, scripts: true })
  })
  afterAll(async () => {
    await owner.end()
    await place.close()
  })

  test('walks the whole way', { timeout: 240_000 }, async () => {
    await setsUp()
    await bringsAList()
    await asksSomebody()
    await callsTheSilent()
    await holdsACheckup()
    await findsByName()
    await takesTheListAlong()
    await own.close()
    await lead.close()
  })

  async function setsUp(): Promise<void> {
    const say = setUpWords(locale)
    const token = await makeSetUpToken(place.ground)
    await own.go(`/setup/${token}?lang=${locale}`)
    await own.look('set-up')
    await own.follow(say.ownDo)
    await own.press(say.start)
    expect(await own.text()).toContain(say.needName)
    await own.look('set-up-error')
    await own.fill({ organisation: 'MTÜ Rukkilill', name: 'Kadri Lepik', email })
    await own.press(say.start)
    const step = secondStepWords(locale)
    await own.look('second-step')
    await own.follow(step.addTotp)
    app = appOf(await own.page.content(), () => place.clock.now())
    await own.fill({ code: app.code() })
    await own.page.locator('main form[action="/account/totp"] button').click()
    await own.page.locator('ol.codes').waitFor()
    await own.look('recovery-codes')
    await own.page.locator('main a.btn').click()
    await own.go('/account')
    // The administrator sees no people: whoever is a coordinator too goes on as one.
    if ((await roleNow()) !== 'coordinator')
      await own.page.locator('form[action="/account/role"]:has([value=coordinator]) button').click()
    await own.go('/day')
    expect(await own.text()).toContain(dayWords(locale).nobody.title)
    await own.look('day-empty')
  }

  async function roleNow(): Promise<string> {
    const { rows } = await owner.query('select role from access.session order by created_at desc limit 1')
    return rows[0]?.role
  }

  async function bringsAList(): Promise<void> {
    const say = previewWords(locale)
    await own.follow(dayWords(locale).nobody.bring)
    await own.look('import')
    await own.page.setInputFiles('[name=file]', list)
    await own.press(importWords(locale).read)
    await own.look('import-preview')
    for (const choice of await own.page.locator('select[name^=coordinator]').all())
      await choice.selectOption({ index: 1 })
    await own.press(say.questions.save)
    expect(await own.text()).toContain(say.questions.saved)
    const before = await willEnter()
    await own.fill({ 'fix-10-birthDate': '30.2.1992' })
    await own.press(say.doubts.save)
    expect(await own.page.inputValue('[name="fix-10-birthDate"]')).toBe('30.2.1992')
    await own.look('import-doubtful')
    await own.fill({ 'fix-10-birthDate': '28.2.1992' })
    await own.press(say.doubts.save)
    expect(await willEnter()).toBeGreaterThan(before)
    expect(await peopleKept()).toBe(0)
    const entered = await willEnter()
    await own.page.locator('main form[action$="/go"] button').click()
    const done = async () => {
      await own.page.goto(own.page.url())
      return own.page.locator(`h1:has-text("${importWords(locale).done.title}")`).count()
    }
    await expect.poll(done, { timeout: 60_000, interval: 200 }).toBe(1)
    await own.look('import-done')
    expect(await peopleKept()).toBe(entered)
    await own.go('/day')
    await own.look('day-imported')
  }

  async function peopleKept(): Promise<number> {
    return (await owner.query('select from people.person')).rowCount ?? 0
  }

  /** How many the preview says it would enter: the number on its button. */
  async function willEnter(): Promise<number> {
    const label = (await own.page.locator('main form[action$="/go"] button').textContent()) ?? ''
    return Number(/\d+/.exec(label)?.[0] ?? '1')
  }

  async function asksSomebody(): Promise<void> {
    const say = askWords(locale)
    await own.go('/day')
    await own.fill({ words: 'mägi' })
    await own.page.locator('main form[action="/people"] button').first().click()
    await own.page.locator('main table a', { hasText: 'Õie Mägi' }).click()
    await own.page.waitForURL(/\/people\/[A-Z]\d-\d+$/)
    code = own.at().slice('/people/'.length)
    await own.look('person-to-be-asked')
    await own.go(`/people/${code}/ask`)
    await own.press(say.yes.button)
    expect(await own.text()).toContain(say.howMissing)
    await own.look('ask-error')
    await own.choose('yes-how', 'telephone')
    await own.press(say.yes.button)
    expect(own.at()).toBe(`/people/${code}`)
    expect(await own.text()).toContain(say.yes.noted)
    await own.look('person-agreed')
  }

  async function callsTheSilent(): Promise<void> {
    // Due on Thursday the 21st, open for three days, missed from Sunday the 24th, which is for Tuesday.
    await place.until('2026-05-23T07:00:00Z')
    await comesInByMail()
    await own.go('/day')
    expect(await own.page.locator('#silent').count()).toBe(0)
    await place.until('2026-05-26T07:00:00Z')
    await comesInByMail()
    await own.go('/day')
    const row = own.page.locator('#silent .row')
    expect(await row.count()).toBe(1)
    expect(await row.textContent()).toContain(code)
    await own.look('day-silent')
    await lead.comeIn(await addLead(), 'lead')
    await lead.go(`/day?lang=${locale}`)
    expect(await lead.page.locator('#silent .row').textContent()).toContain(code)
    await row.getByRole('link', { name: supportDayWords(locale).silent.action }).click()
    await own.page.waitForURL(`**/people/${code}/contact`)
    await own.look('contact-silent')
    await own.choose('way', 'call')
    await own.choose('reached', 'yes')
    await own.fill({ what: called })
    await own.press(aboutWords(locale).save)
    for (const walk of [own, lead]) {
      await walk.go('/day')
      expect(await walk.page.locator('#silent').count()).toBe(0)
    }
    await own.look('day-after-contact')
  }

  /** By the code in the mail, and the authenticator app. */
  async function comesInByMail(): Promise<void> {
    await own.context.clearCookies()
    await own.go(`/sign-in?lang=${locale}`)
    await own.fill({ email })
    await own.press(signInWords(locale).send)
    const mail = await place.mailTo(email)
    await own.fill({ code: /\d{4} \d{4}/.exec(mail.text)?.[0] ?? '' })
    await own.page.locator('main form[action="/sign-in/code"] button').click()
    await own.page.waitForURL('**/account/second-step**')
    await own.fill({ code: app.code() })
    await own.page.locator('main form[action="/account/second-step/totp"] button').click()
    await own.page.waitForURL((url) => !url.pathname.includes('second-step'))
  }

  async function addLead(): Promise<string> {
    const { rows } = await owner.query('select id from access.organisation')
    return withActor(place.ground, systemOf(rows[0].id, 'Europe/Tallinn'), (act) =>
      createAccount(act, { name: 'Anneli Kase', email: 'anneli@rukkilill.test', roles: ['lead'], locale }),
    )
  }

  async function holdsACheckup(): Promise<void> {
    const { form, review, errors } = checkupWords(locale)
    await own.go(`/people/${code}/checkup`)
    await own.look('checkup')
    await own.choose('way', 'call')
    for (const question of ['weeklyUse', 'symptoms', 'wantsHelp']) await own.choose(question, 'no')
    await own.choose('help', 'talk')
    await own.fill({ notes: talked })
    await own.press(form.check)
    await own.look('checkup-review')
    expect(await own.text()).toContain(review.rule.no)
    await own.fill({ 'next-day': '9', 'next-month': '7', 'next-year': '2026' })
    await own.press(review.save)
    expect(await own.text()).toContain(errors.reason)
    await own.look('checkup-no-reason')
    await own.fill({ reason: 'Juunis on ta merel.' })
    await own.press(review.save)
    expect(own.at()).toBe(`/people/${code}`)
    const text = await own.text()
    for (const said of [talked, called]) expect(text).toContain(said)
    await own.look('person-after-checkup')
    const { rows } = await owner.query(
      `select due_on::text as due from support.checkup where closed_as is null and person_id = (select id from people.person where code = $1)`,
      [code],
    )
    expect(rows).toEqual([{ due: '2026-07-09' }])
  }

  async function findsByName(): Promise<void> {
    await own.go('/people')
    await own.look('people')
    await own.fill({ words: 'Õie' })
    await own.page.locator('main form[action="/people"] button').first().click()
    await own.page.waitForURL('**/people?find=**')
    expect(await own.page.locator('main tbody tr').count()).toBe(1)
    await own.look('people-found')
    await own.fill({ words: 'Puudub Täiesti' })
    await own.page.locator('main form[action="/people"] button').first().click()
    await own.page.getByText(caseloadWords(locale).noMatch.title).waitFor()
    await own.look('people-not-found')
  }

  async function takesTheListAlong(): Promise<void> {
    await own.go('/people')
    const { fileName, bytes } = await own.take(caseloadWords(locale).excel)
    expect(fileName).toMatch(/^[a-z0-9-]+\.xlsx$/)
    const sheet = await readSheet(new Blob([new Uint8Array(bytes)]))
    const row = sheet.find((cells) => cells.includes('Õie Mägi'))
    expect(row).toBeDefined()
    expect(sheet.length - 1).toBe(await peopleKept())
  }
})
