/**
 * Somebody falls silent and three attempts fail: a tap by mistake is taken back, the supporter tries, whom the person trusts is asked in
 * the words the person chose, the lead tries, contact is lost, and the way back is open.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '../../src/access/account.store.ts'
import { dayWords } from '../../src/desk/day.words.ts'
import { meWords } from '../../src/desk/me.words.ts'
import { addPerson, giveAccount } from '../../src/people/person.store.ts'
import { grantSight } from '../../src/people/sight.store.ts'
import { sentenceFor } from '../../src/people/trusted.ts'
import { trustedWords } from '../../src/people/trusted.words.ts'
import { attemptWords } from '../../src/support/attempt.words.ts'
import { meCheckinWords } from '../../src/support/checkin.me.words.ts'
import { enterPathways } from '../../src/support/pathway.store.ts'
import { searchWords } from '../../src/support/search.words.ts'
import {
  openPlace,
  settle,
  type Home,
  type Place,
  type Staff,
  type Walk,
  type WalkLook,
} from '../setup/journey.ts'

describe.each<WalkLook>([
  { width: 390, locale: 'et', scripts: false },
  { width: 1280, locale: 'ru', scripts: true },
])('three failed attempts at $width in $locale, JavaScript $scripts', (look) => {
  const { locale } = look
  const language = locale === 'ru' ? 'ru' : 'et'
  const say = attemptWords(locale)
  const search = searchWords(locale)
  let place: Place
  let home: Home
  let walk: Walk
  let code: string
  let account: string

  beforeAll(async () => {
    place = await openPlace({ at: '2026-11-09T07:00:00Z' })
    place.personal.push('Marko', 'Kuusik', '5550', 'Aino', '5551', 'marko@kodu.test')
    home = await settle(place)
    const made = await home.act(home.coordinator, async (act) => {
      const { id, code } = await addPerson(act, {
        identity: {
          name: 'Marko Kuusik',
          phones: ['+372 5550 2001'],
          email: null,
          birthDate: null,
          remarks: null,
        },
        municipality: null,
        language,
        coordinatorId: home.coordinator.id,
      })
      await enterPathways(act, [
        {
          personId: id,
          pathway: 'adaptive',
          leftOn: act.today.subtract({ days: 6 }),
          agreed: { on: act.today, how: 'spoken' },
          coordinatorId: home.coordinator.id,
          firstContactOn: act.today.add({ days: 21 }),
        },
      ])
      // As much as most supporters are told: who it is and where on the path, no notes.
      await grantSight(act, {
        personId: id,
        accountId: home.supporter.id,
        role: 'supporter',
        categories: ['identity', 'path'],
        reason: 'supporter',
      })
      const account = await createAccount(act, {
        name: code,
        email: 'marko@kodu.test',
        roles: ['participant'],
        locale: language,
      })
      await giveAccount(act, id, account)
      return { code, account }
    })
    code = made.code
    account = made.account
    walk = await place.walk(look)
  })
  afterAll(() => place.close())

  test('lead on, step by step, to whoever may still reach the person', { timeout: 240_000 }, async () => {
    await namesSomebody()
    await triesThreeTimes()
    await supporterTries()
    await asksWhomThePersonTrusts()
    await leadTries()
    await comesBack()
    await walk.close()
  })

  const contact = () => `/people/${code}/contact`
  const as = async (who: Pick<Staff, 'id' | 'role'>, path: string) => {
    await walk.context.clearCookies()
    await walk.comeIn(who.id, who.role)
    await walk.go(`${path}?lang=${locale}`)
  }
  const tap = (way: 'call' | 'message' | 'visit') => walk.press(say.ways[way])
  const sees = async (...texts: string[]) => {
    const text = await walk.text()
    for (const one of texts) expect(text).toContain(one)
  }

  async function namesSomebody(): Promise<void> {
    const words = trustedWords(locale)
    await as({ id: account, role: 'participant' }, '/me')
    await walk.follow(meWords(locale).people.trusted)
    await walk.look('trusted-own-empty')
    await walk.press(words.own.save)
    await walk.look('trusted-own-error')
    await walk.fill({ name: 'Aino', phone: '5551 0001' })
    await walk.choose('telling', 'organisation')
    await walk.press(words.own.save)
    const saying = { caller: 'Kadri', organisation: 'MTÜ Rukkilill', person: 'Marko' }
    await sees(words.saved, sentenceFor({ language, telling: 'organisation' }, saying))
    await walk.look('trusted-own')
  }

  async function triesThreeTimes(): Promise<void> {
    // Due on Tuesday the 10th; silent from Friday the 13th on.
    await place.until('2026-11-13T06:00:00Z')
    await as(home.coordinator, '/day')
    await walk.page.locator('#silent li.row a.btn').first().click()
    await walk.page.waitForURL(`**${contact()}`)
    await walk.look('attempts-contact')
    await tap('visit')
    await sees(say.noted.title, say.noted.back)
    await walk.look('attempts-noted')
    await walk.page.locator('main form[action$="/back"] button').click()
    await walk.page.getByText(say.takenBack).waitFor()
    expect(await walk.text()).not.toContain(say.noted.back)
    await tap('call')
    await sees(search.rungs.owner.now, search.unless(2))
    await place.until('2026-11-16T06:00:00Z')
    await as(home.coordinator, contact())
    await tap('message')
    await tap('visit')
    await sees(search.rungs.supporter.now, search.then.trusted)
    await walk.look('attempts-third')
  }

  async function supporterTries(): Promise<void> {
    await as(home.supporter, '/day')
    await walk.page.locator('#silent li.row a.btn').first().click()
    await walk.page.waitForURL(`**${contact()}`)
    expect(await walk.text()).not.toContain('Aino')
    await walk.look('attempts-supporter')
    await tap('call')
    await sees(say.noted.back)
    await sees(search.rungs.owner.now)
    expect(await walk.text()).not.toContain(search.rungs.trusted.now)
    await walk.look('attempts-supporter-noted')
  }

  async function asksWhomThePersonTrusts(): Promise<void> {
    await as(home.coordinator, contact())
    const saying = { caller: 'Kadri', organisation: 'MTÜ Rukkilill', person: 'Marko' }
    await sees('Aino', search.rungs.trusted.now, sentenceFor({ language, telling: 'organisation' }, saying))
    await walk.look('attempts-trusted')
    await walk.fill({ 'next-day': '30', 'next-month': '12', 'next-year': '2026' })
    await walk.press(search.trusted.save)
    await sees(search.trusted.wrong, search.trusted.why)
    await walk.look('attempts-trusted-error')
    await walk.fill({
      trustedWhat: language === 'et' ? 'Palus helistada reedel.' : 'Просили позвонить в пятницу.',
    })
    await walk.fill({ 'next-day': '20', 'next-month': '11', 'next-year': '2026' })
    await walk.press(search.trusted.save)
    await walk.look('attempts-trusted-asked')
    await place.until('2026-11-20T06:00:00Z')
    await as(home.coordinator, '/day')
    expect(await walk.page.locator('#silent li.row').count()).toBe(1)
    await as(home.coordinator, contact())
    await walk.press(search.trusted.notReached)
    await sees(search.rungs.lead.now)
    await walk.look('attempts-lead')
  }

  async function leadTries(): Promise<void> {
    await as(home.lead, '/day')
    await sees(dayWords(locale).groups.raised)
    await as(home.lead, contact())
    await sees(search.lead.title, search.lead.danger)
    await walk.look('attempts-lead-can')
    await tap('call')
    await tap('visit')
    await sees(search.lost.title, search.lost.open)
    await walk.look('attempts-lost')
    await as(home.coordinator, '/day')
    expect(await walk.page.locator('#silent li.row').count()).toBe(0)
    // Every quarter, for as long as it takes.
    await place.until('2027-02-20T06:00:00Z')
    await as(home.coordinator, '/day')
    expect(await walk.page.locator('#silent li.row').count()).toBe(1)
  }

  async function comesBack(): Promise<void> {
    await as({ id: account, role: 'participant' }, '/me/checkin')
    await walk.press(meCheckinWords(locale).send)
    await as(home.coordinator, '/day')
    expect(await walk.page.locator('#silent li.row').count()).toBe(0)
  }
})
