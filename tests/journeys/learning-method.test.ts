/** A developer looks a method up that they saw on a journey, takes it up, and says how far it is; somebody without an account reads its card. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '../../src/access/account.store.ts'
import { methodCards } from '../../src/learning/method.content.ts'
import { methodLifeWords } from '../../src/learning/method.life.words.ts'
import { methodWords } from '../../src/learning/method.words.ts'
import { addMobility, addObservation, addProject } from '../../src/learning/mobility.store.ts'
import { threadWords } from '../../src/learning/thread.words.ts'
import { systemOf, withActor } from '../../src/platform/actor.ts'
import { day } from '../../src/platform/day.ts'
import { openPlace, settle, type Place, type Walk, type WalkLook } from '../setup/journey.ts'

describe.each<WalkLook>([
  { width: 390, locale: 'et', scripts: false },
  { width: 1280, locale: 'ru', scripts: true },
])('a method at $width in $locale, JavaScript $scripts', (look) => {
  const { locale } = look
  const say = methodLifeWords(locale)
  const card = methodCards().find(({ key }) => key === 'fi-akilta')?.words[locale]
  const name = card?.name ?? ''
  let place: Place
  let maret: Walk
  let observation = ''

  beforeAll(async () => {
    place = await openPlace()
    const home = await settle(place)
    const system = systemOf(home.id, 'Europe/Tallinn')
    const developer = await withActor(place.ground, system, async (act) => {
      const project = await addProject(act, {
        title: 'Naabrite juures',
        number: '',
        callYear: 2026,
        funder: '',
        startsOn: day('2026-01-05'),
        endsOn: day('2026-12-31'),
        summary: '',
      })
      const mobility = await addMobility(act, project, {
        kind: 'job-shadowing',
        title: 'Turu nädal',
        host: 'A-kilta',
        country: 'FI',
        town: 'Turu',
        startsOn: day('2026-03-02'),
        endsOn: day('2026-03-06'),
        travelDays: 2,
        purpose: '',
      })
      observation = await addObservation(act, mobility, {
        seenOn: day('2026-03-03'),
        seenAt: 'A-kilta',
        what: 'Kohvi keedab see, kes esimesena tuleb.',
        thought: '',
      })
      return createAccount(act, {
        name: 'Maret Kask',
        email: 'maret@rukkilill.test',
        roles: ['developer'],
        locale,
      })
    })
    maret = await place.walk(look)
    await maret.comeIn(developer, 'developer')
  }, 120_000)
  afterAll(() => place.close())

  test('is looked up by a form of its word', async () => {
    await maret.go('/methods?evidence=rct')
    await maret.look('methods-of-a-kind')
    await maret.go(`/methods?q=${encodeURIComponent(locale === 'ru' ? 'гильдий' : 'gildides')}`)
    expect(await maret.text()).toContain(name)
    await maret.follow(name)
    for (const step of card?.steps ?? []) expect(await maret.text()).toContain(step)
    await maret.look('method-to-take-up')
  })

  test('is taken up from what was seen, with a reason', async () => {
    await maret.choose('origin', 'mobility')
    await maret.fill({ why: 'Külas on maja, mis seisab tühjana.' })
    await maret.press(say.takeUp)
    expect(await maret.text()).toContain(say.errors.observations.mobility)
    await maret.look('method-take-up-error')
    await maret.choose('observations', observation)
    await maret.press(say.takeUp)
    expect(await maret.text()).toContain('Külas on maja, mis seisab tühjana.')
    expect(await maret.text()).toContain(threadWords(locale).title)
    expect(await maret.text()).toContain('Turu nädal')
  })

  test('goes on, and each step keeps its reason', async () => {
    await maret.choose('to', 'fit')
    await maret.fill({ why: 'Külavanem on nõus.' })
    await maret.press(say.save)
    for (const said of [say.states.candidate, say.states.fit, 'Külavanem on nõus.'])
      expect(await maret.text()).toContain(said)
    await maret.look('method-fit')
    // On paper stands the method, not a form.
    await maret.page.emulateMedia({ media: 'print' })
    expect(await maret.page.locator('#life').isVisible()).toBe(true)
    expect(await maret.page.locator('#step').isVisible()).toBe(false)
    await maret.page.emulateMedia({ media: 'screen' })
  })

  test('is read without an account, without what becomes of it here', async () => {
    const anybody = await place.walk(look)
    await anybody.go('/methods/fi-akilta')
    expect(await anybody.text()).toContain(name)
    expect(await anybody.text()).not.toContain('Külavanem on nõus.')
    await anybody.follow(methodWords(locale).back)
    await anybody.look('methods-public')
    await anybody.close()
    await maret.close()
  })
})
