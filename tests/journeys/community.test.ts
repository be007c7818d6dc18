/** A community asks to join; a developer talks with it, takes it in and names its contact person, who keeps it up to date from a phone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '../../src/access/account.store.ts'
import { systemOf, withActor } from '../../src/platform/actor.ts'
import { assetWords } from '../../src/communities/asset.words.ts'
import { communityTendWords } from '../../src/communities/community.tend.words.ts'
import { communityWords } from '../../src/communities/community.words.ts'
import { joinWords } from '../../src/communities/join.words.ts'
import { memberWords } from '../../src/communities/member.words.ts'
import { openPlace, settle, type Home, type Place, type Walk, type WalkLook } from '../setup/journey.ts'

describe.each<WalkLook>([
  { width: 390, locale: 'et', scripts: false },
  { width: 1280, locale: 'ru', scripts: true },
])('a community at $width in $locale, JavaScript $scripts', (look) => {
  const { locale } = look
  const words = communityWords(locale)
  const tend = communityTendWords(locale)
  const join = joinWords(locale)
  const members = memberWords(locale)
  const assets = assetWords(locale)
  let place: Place
  let home: Home
  let village: Walk
  let maret: Walk
  let anneli: Walk

  beforeAll(async () => {
    place = await openPlace({ at: '2026-11-23T07:00:00Z' })
    home = await settle(place)
    const staff = await withActor(place.ground, systemOf(home.id, 'Europe/Tallinn'), async (act) => {
      const account = (name: string, email: string, role: 'developer' | 'host') =>
        createAccount(act, { name, email, roles: [role], locale })
      return {
        developer: await account('Maret Kask', 'maret@rukkilill.test', 'developer'),
        host: await account('Anneli Rohtla', 'rohtla@rukkilill.test', 'host'),
      }
    })
    village = await place.walk(look)
    maret = await place.walk(look)
    anneli = await place.walk(look)
    await maret.comeIn(staff.developer, 'developer')
    await anneli.comeIn(staff.host, 'host')
  }, 120_000)
  afterAll(() => place.close())

  test('asks to join without an account; what is missing is said, and what was typed stays', async () => {
    await village.go('/communities')
    await village.follow(join.link)
    await village.fill({ name: 'Kuusiku küla', summary: 'Peame korras oma rahvamaja.' })
    await village.page.selectOption('select[name=municipality]', '0293')
    await village.page.locator('form').evaluate((form: HTMLFormElement) => (form.noValidate = true))
    await village.press(join.send)
    expect(await village.text()).toContain(words.form.errors.kind)
    expect(await village.page.inputValue('input[name=name]')).toBe('Kuusiku küla')
    await village.page.selectOption('select[name=kind]', 'place')
    await village.fill({ contact: '5550 0101' })
    await village.press(join.send)
    expect(await village.text()).toContain(join.done.what)
    await village.look('community-join-done')
  })

  test('is taken in by a developer after a talk, and shown to everybody', async () => {
    await maret.go('/communities')
    expect(await maret.text()).toContain(tend.states.asked)
    await maret.follow('Kuusiku küla')
    expect(await maret.text()).toContain(tend.askedNote)
    await maret.press(tend.moves.talk)
    await maret.press(tend.moves.accepted)
    await maret.press(tend.publish)
    await maret.look('community-developer')
    await village.go('/communities/kuusiku-kula')
    expect(await village.text()).toContain('Peame korras oma rahvamaja.')
    expect(await village.text()).not.toContain('5550 0101')
  })

  test('gets a contact person, who sees it and nothing else', async () => {
    await anneli.go('/communities')
    expect(await anneli.text()).toContain(tend.noneOfHost)
    await maret.follow(members.open)
    await maret.page.selectOption('select[name=account]', { label: 'Anneli Rohtla' })
    await maret.press(members.add)
    await anneli.go('/communities')
    expect(anneli.at()).toBe('/communities/kuusiku-kula')
    expect(await anneli.text()).not.toContain(tend.unpublish)
  })

  test('is kept up to date by its contact person', async () => {
    await anneli.follow(tend.change)
    await anneli.fill({ summary: 'Peame korras oma rahvamaja ja sauna.' })
    await anneli.press(tend.form.save)
    expect(await anneli.text()).toContain('rahvamaja ja sauna')
    await anneli.follow(assets.open)
    await anneli.choose('kind', 'nature')
    await anneli.fill({ title: 'saun' })
    await anneli.press(assets.save)
    expect(await anneli.text()).toContain('saun')
    await anneli.look('community-assets')
    await anneli.press(`${assets.retire} : saun`)
    expect(await anneli.text()).toContain(assets.retired)
  })
})
