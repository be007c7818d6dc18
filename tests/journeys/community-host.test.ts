/** A contact person looks after their own community: offers a place, keeps it up to date, and says what was done of the plan. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '../../src/access/account.store.ts'
import { systemOf, withActor } from '../../src/platform/actor.ts'
import { assetPlaceWords } from '../../src/communities/asset-place.words.ts'
import { addAsset } from '../../src/communities/asset.store.ts'
import { assetWords } from '../../src/communities/asset.words.ts'
import { addCommunity } from '../../src/communities/community.store.ts'
import { locationWords } from '../../src/communities/location.words.ts'
import { addMember } from '../../src/communities/member.store.ts'
import { holdPlace } from '../../src/communities/place-hold.store.ts'
import { placeFormWords } from '../../src/communities/place.form.words.ts'
import { placePageWords } from '../../src/communities/place.page.words.ts'
import { listPlaces } from '../../src/communities/place.store.ts'
import { noAim } from '../../src/communities/plan.readiness.ts'
import { addAction, addGoal } from '../../src/communities/plan.store.ts'
import { planWords } from '../../src/communities/plan.words.ts'
import { partWords } from '../../src/platform/parts/parts.words.ts'
import { profileOf } from '../setup/communities.ts'
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
])('a contact person at $width in $locale, JavaScript $scripts', (look) => {
  const { locale } = look
  const form = placeFormWords(locale)
  const say = placePageWords(locale)
  const plan = planWords(locale)
  const assets = assetWords(locale)
  const helps = assetPlaceWords(locale)
  const at = locationWords(locale)
  const { freeOf } = partWords(locale)
  let place: Place
  let home: Home
  let maret: Staff
  let communityId: string
  let others: string
  let anneli: Walk

  beforeAll(async () => {
    place = await openPlace({ at: '2026-11-23T07:00:00Z' })
    home = await settle(place)
    const accounts = await withActor(place.ground, systemOf(home.id, 'Europe/Tallinn'), async (act) => {
      const account = (name: string, email: string, role: 'developer' | 'host') =>
        createAccount(act, { name, email, roles: [role], locale })
      return {
        developer: await account('Maret Kask', 'maret@rukkilill.test', 'developer'),
        host: await account('Anneli Rohtla', 'rohtla@rukkilill.test', 'host'),
      }
    })
    maret = { id: accounts.developer, name: 'Maret Kask', email: 'maret@rukkilill.test', role: 'developer' }
    await home.act(maret, async (act) => {
      const mine = await addCommunity(act, profileOf('Kuusiku küla', { municipality: '0503' }), 'accepted')
      communityId = mine.id
      others = (await addCommunity(act, profileOf('Tamme klubi'), 'accepted')).slug
      await addMember(act, { communityId, accountId: accounts.host })
      const goal = { ...noAim, title: 'Avatud õhtud', why: '', dueOn: null }
      const goalId = await addGoal(act, communityId, goal)
      const action = { who: null, byOn: act.today, costCents: null, milestone: true }
      for (const title of ['Leida ukseavaja', 'Esimene õhtu']) {
        await addAction(act, { communityId, goalId }, { ...action, title })
      }
      const car = { kind: 'people', capitals: [], note: '', foundOn: act.today, title: 'Buss' } as const
      await addAsset(act, communityId, { ...car, capitals: [] })
    })
    anneli = await place.walk(look)
    await anneli.comeIn(accounts.host, 'host')
  }, 120_000)
  afterAll(() => place.close())

  test('comes straight to their own community, and finds no other', async () => {
    await anneli.go('/communities')
    expect(anneli.at()).toBe('/communities/kuusiku-kula')
    const other = await anneli.page.goto(`${place.url}/communities/${others}`)
    expect(other?.status()).toBe(404)
    await anneli.go('/communities/kuusiku-kula')
    await anneli.look('host-community')
  })

  test('begins to offer a place; what is missing is said, and what was typed stays', async () => {
    await anneli.follow(say.add)
    await anneli.fill({ title: 'Tuba peres' })
    await anneli.choose('kind', 'living')
    await anneli.choose('timing', 'now')
    await anneli.press(form.save)
    expect(await anneli.text()).toContain(form.errors.total)
    expect(await anneli.page.inputValue('input[name=title]')).toBe('Tuba peres')
    await anneli.look('host-place-form')
  })

  test('offers it with the missing number, and sees it free', async () => {
    await anneli.fill({ total: '2', buddy: 'Anneli', call: '5550 0102' })
    await anneli.press(form.save)
    const text = await anneli.text()
    expect(text).toContain(form.added)
    expect(text).toContain(freeOf(2, 2))
    await anneli.look('host-place')
  })

  test('sees how much of it is taken, and changes how much there is', async () => {
    await home.act(maret, async (act) => {
      const [room] = await listPlaces(act, communityId)
      if (!room) throw new Error('there is no place')
      await holdPlace(act, room, { from: act.today, until: null, count: 1, label: 'community' })
    })
    await anneli.go('/communities/kuusiku-kula')
    await anneli.follow('Tuba peres')
    expect(await anneli.text()).toContain(freeOf(1, 2))
    await anneli.follow(say.change)
    await anneli.fill({ total: '3' })
    await anneli.press(form.save)
    expect(await anneli.text()).toContain(freeOf(2, 3))
  })

  test('writes down where it is, and that the address is told by agreement; a slip is said and what was typed stays', async () => {
    await anneli.go('/communities/kuusiku-kula')
    await anneli.follow(at.open)
    await anneli.look('host-locations-none')
    await anneli.follow(at.add)
    await anneli.fill({ name: 'Pere kodu', address: 'Kadaka talu', latitude: '60.17, 24.94' })
    await anneli.choose('visibility', 'agreed')
    await anneli.press(at.form.save)
    expect(await anneli.text()).toContain(at.form.errors.outside)
    expect(await anneli.page.inputValue('input[name=address]')).toBe('Kadaka talu')
    await anneli.look('host-location-wrong')
    await anneli.fill({ latitude: '59.0488, 24.7702' })
    await anneli.press(at.form.save)
    expect(await anneli.text()).toContain(at.form.visibilities.agreed)
    await anneli.look('host-locations')
    await anneli.follow('Pere kodu')
    expect(await anneli.page.inputValue('input[name=longitude]')).toBe('24.7702')
    await anneli.look('host-location')
  })

  test('puts it aside, and brings it back', async () => {
    await anneli.press(at.retire.act)
    expect(await anneli.text()).toContain(at.retire.done)
    await anneli.look('host-locations-retired')
    await anneli.press(`${at.back.act} : Pere kodu`)
    expect(await anneli.text()).toContain(at.back.done)
  })

  test('says of the place that it is there', async () => {
    await anneli.go('/communities/kuusiku-kula')
    await anneli.look('host-community-located')
    await anneli.follow('Tuba peres')
    await anneli.follow(say.change)
    await anneli.page.selectOption('select[name=location]', { label: 'Pere kodu' })
    await anneli.press(form.save)
    expect(await anneli.text()).toContain('Kadaka talu')
    await anneli.look('host-place-located')
  })

  test('confirms with one press that it is still so', async () => {
    await anneli.press(say.confirm)
    expect(await anneli.text()).toContain(say.confirmedNow)
  })

  test('says what the community has that helps there', async () => {
    expect(await anneli.text()).toContain(helps.nothingHere)
    await anneli.follow(helps.look)
    await anneli.follow(`${helps.ask} : Buss`)
    await anneli.look('host-asset')
  })

  test('ties the two together', async () => {
    await anneli.page.locator('label.pick').first().click()
    await anneli.press(helps.save)
    expect(await anneli.text()).toContain(helps.helps('Tuba peres'))
    await anneli.look('host-assets')
    expect(await anneli.text()).toContain(assets.title)
  })

  test('reads the plan, and plans nothing', async () => {
    await anneli.go('/communities/kuusiku-kula')
    await anneli.follow(plan.open)
    expect(await anneli.text()).toContain(plan.progress(0, 2))
    expect(await anneli.text()).not.toContain(plan.addGoal)
    await anneli.look('host-plan')
  })

  test('says of an action what shows that it was done', async () => {
    await anneli.press(`${plan.to.done} : Leida ukseavaja`)
    expect(await anneli.text()).toContain(plan.progress(1, 2))
    await anneli.follow('Esimene õhtu')
    expect(await anneli.text()).not.toContain(plan.changeAction)
    await anneli.fill({ evidence: 'Üksteist inimest, tee ja pannkoogid.' })
    await anneli.look('host-action')
    await anneli.press(plan.to.done)
    expect(await anneli.text()).toContain(plan.moved(plan.states.done))
    await anneli.follow(plan.title)
    expect(await anneli.text()).toContain(plan.progress(2, 2))
    expect(await anneli.text()).toContain('pannkoogid')
  })
})
