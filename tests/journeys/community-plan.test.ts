/** A developer plans with a community: a goal of readiness, its actions, a file somebody typed, and the visit in which it is talked over. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '../../src/access/account.store.ts'
import { systemOf, withActor } from '../../src/platform/actor.ts'
import { addCommunity } from '../../src/communities/community.store.ts'
import { planImportWords } from '../../src/communities/plan-import.words.ts'
import { offeredFor } from '../../src/communities/plan.readiness.ts'
import { dimensionName } from '../../src/communities/readiness.names.ts'
import { planWords } from '../../src/communities/plan.words.ts'
import { visitWords } from '../../src/communities/visit.words.ts'
import { profileOf } from '../setup/communities.ts'
import { openPlace, settle, type Place, type Walk, type WalkLook } from '../setup/journey.ts'

describe.each<WalkLook>([
  { width: 390, locale: 'et', scripts: false },
  { width: 1280, locale: 'ru', scripts: true },
])('a plan at $width in $locale, JavaScript $scripts', (look) => {
  const { locale } = look
  const plan = planWords(locale)
  const bring = planImportWords(locale)
  const visits = visitWords(locale)
  let place: Place
  let maret: Walk

  beforeAll(async () => {
    place = await openPlace({ at: '2026-11-23T07:00:00Z' })
    const home = await settle(place)
    const developer = await withActor(place.ground, systemOf(home.id, 'Europe/Tallinn'), (act) =>
      createAccount(act, {
        name: 'Maret Kask',
        email: 'maret@rukkilill.test',
        roles: ['developer'],
        locale,
      }),
    )
    await home.act(
      { id: developer, name: 'Maret Kask', email: 'maret@rukkilill.test', role: 'developer' },
      (act) => addCommunity(act, profileOf('Kuusiku küla'), 'accepted'),
    )
    maret = await place.walk(look)
    await maret.comeIn(developer, 'developer')
  }, 120_000)
  afterAll(() => place.close())

  test('begins with a goal that is to make a part of readiness grow', async () => {
    await maret.go('/communities/kuusiku-kula')
    await maret.follow(plan.open)
    expect(await maret.text()).toContain(plan.noneHint)
    await maret.follow(plan.addGoal)
    await maret.page.selectOption('select[name=stageFrom]', '3')
    await maret.press(plan.save)
    expect(await maret.text()).toContain(plan.errors.title)
    expect(await maret.text()).toContain(plan.errors.dimension)
    expect(await maret.page.inputValue('select[name=stageFrom]')).toBe('3')
    await maret.look('plan-goal-wrong')
    await maret.fill({ title: 'Eestvedajad on kaasas' })
    await maret.page.selectOption('select[name=dimension]', 'leadership')
    await maret.page.selectOption('select[name=stageTo]', '5')
    await maret.press(plan.save)
    expect(await maret.text()).toContain(plan.aim(dimensionName(locale, 'leadership'), 3, 5))
  })

  test('takes up an action that is offered for that stage', async () => {
    const [offered] = offeredFor(locale, { dimension: 'leadership', stageFrom: 3, stageTo: 5 })
    await maret.follow(`${plan.addAction} : Eestvedajad on kaasas`)
    await maret.follow(offered?.title ?? '')
    expect(await maret.text()).toContain(offered?.how)
    await maret.look('plan-action-offered')
    await maret.fill({ who: 'Anneli', cost: '99,50' })
    await maret.page.locator('label.pick').first().click()
    await maret.press(plan.save)
    const text = await maret.text()
    expect(text).toContain(offered?.title)
    expect(text).toContain(plan.milestones)
    expect(text).toContain(plan.progress(0, 1))
  })

  test('begins it, drops it and takes that back, all on its page', async () => {
    const [offered] = offeredFor(locale, { dimension: 'leadership', stageFrom: 3, stageTo: 5 })
    await maret.follow(offered?.title ?? '')
    for (const to of ['begun', 'dropped', 'planned'] as const) {
      await maret.press(plan.to[to])
      expect(await maret.text()).toContain(plan.moved(plan.states[to]))
    }
    await maret.look('plan-action')
    await maret.follow(plan.title)
  })

  const rows = (by: string) =>
    `Eesmärk;Tegevus;Kes;Tähtaeg;Seis\nAvatud õhtud;Leida ukseavaja;Žanna;${by};tehtud\nAvatud õhtud;Esimene õhtu;;;\n`
  const send = async (text: string | Buffer) => {
    const buffer = Buffer.from(text)
    await maret.page.setInputFiles('input[name=file]', { name: 'kava.csv', mimeType: 'text/csv', buffer })
    await maret.press(bring.read)
  }

  test('says which cell of a file that somebody typed is wrong', async () => {
    await maret.follow(plan.import)
    await maret.look('plan-import')
    await send(rows('homme'))
    expect(await maret.text()).toContain(bring.faults(1))
    expect(await maret.text()).toContain(bring.where(2, plan.headings[3] ?? ''))
    await maret.look('plan-import-wrong')
  })

  test('takes the file in once it is put right', async () => {
    await send(rows('10.12.2026'))
    expect(await maret.text()).toContain(bring.sums(1, 2, 0, 0))
    await maret.look('plan-import-preview')
    await maret.press(bring.confirm)
    expect(await maret.text()).toContain(bring.brought(2, 0))
    expect(await maret.text()).toContain(plan.progress(1, 3))
    await maret.look('plan')
  })

  test('goes out as a file, and comes back without a change', async () => {
    const { fileName, bytes } = await maret.take(plan.csv)
    expect(fileName).toBe('kuusiku-kula.csv')
    await maret.follow(plan.import)
    await send(bytes)
    expect(await maret.text()).toContain(bring.nothing)
    await maret.look('plan-import-nothing')
  })

  test('is talked over in a visit, which is written about afterwards', async () => {
    await maret.go('/communities/kuusiku-kula')
    await maret.follow(visits.all)
    await maret.follow(visits.plan)
    await maret.choose('kind', 'dialogue')
    await maret.fill({ 'onDay-day': '23', 'onDay-month': '11', 'onDay-year': '2026', topic: 'Avatud õhtud' })
    await maret.page.selectOption('select[name=action]', { label: 'Esimene õhtu' })
    await maret.press(visits.save)
    await maret.fill({ people: '9', outcome: 'Leppisime kokku, kes ukse avab.', hours: '1,7' })
    await maret.press(visits.save)
    expect(await maret.text()).toContain(visits.errors.hours)
    expect(await maret.page.inputValue('textarea[name=outcome]')).toBe('Leppisime kokku, kes ukse avab.')
    await maret.fill({ hours: '1,75', nextStep: 'Kutsuda naiskoor.' })
    await maret.press(visits.save)
    expect(await maret.text()).toContain(visits.saved)
    await maret.go('/communities/kuusiku-kula')
    expect(await maret.text()).toContain('Kutsuda naiskoor.')
    await maret.look('plan-community')
  })
})
