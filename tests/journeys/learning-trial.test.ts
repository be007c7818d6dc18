/** A developer tries a method that an action of the plan speaks of, writes how it went and what came of it; the contact person reads it and changes nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '../../src/access/account.store.ts'
import { addCommunity, communityBySlug } from '../../src/communities/community.store.ts'
import { addMember } from '../../src/communities/member.store.ts'
import { addAction, addGoal } from '../../src/communities/plan.store.ts'
import { planWords } from '../../src/communities/plan.words.ts'
import { adaptationWords } from '../../src/learning/adaptation.words.ts'
import { takeUpMethod } from '../../src/learning/method.store.ts'
import { resultWords } from '../../src/learning/result.words.ts'
import { trialFormWords } from '../../src/learning/trial.form.words.ts'
import { trialWords } from '../../src/learning/trial.words.ts'
import { systemOf, withActor } from '../../src/platform/actor.ts'
import { profileOf } from '../setup/communities.ts'
import { openPlace, settle, type Place, type Walk, type WalkLook } from '../setup/journey.ts'

describe.each<WalkLook>([
  { width: 390, locale: 'et', scripts: false },
  { width: 1280, locale: 'ru', scripts: true },
])('a method tried in a community at $width in $locale, JavaScript $scripts', (look) => {
  const { locale } = look
  const say = trialWords(locale)
  const form = trialFormWords(locale)
  const adapting = adaptationWords(locale)
  const plan = planWords(locale)
  let place: Place
  let maret: Walk
  let anneli: Walk
  const name = locale === 'et' ? 'A-gildid' : 'А-гильдии'
  const own = '/communities/kuusiku-kula'

  beforeAll(async () => {
    place = await openPlace({ at: '2026-11-23T07:00:00Z' })
    const home = await settle(place)
    const system = systemOf(home.id, 'Europe/Tallinn')
    const [developer, host] = await withActor(place.ground, system, async (act) => [
      await createAccount(act, {
        name: 'Maret Kask',
        email: 'maret@rukkilill.test',
        roles: ['developer'],
        locale,
      }),
      await createAccount(act, {
        name: 'Anneli Rohtla',
        email: 'rohtla@rukkilill.test',
        roles: ['host'],
        locale,
      }),
    ])
    const actor = { ...system, accountId: developer, role: 'developer' } as const
    await withActor(place.ground, actor, async (act) => {
      await addCommunity(act, profileOf('Kuusiku küla'), 'accepted')
      const community = await communityBySlug(act, 'kuusiku-kula')
      if (!community) throw new Error('the community was not added')
      const communityId = community.id
      await addMember(act, { communityId, accountId: host })
      const goalId = await addGoal(act, communityId, {
        dimension: null,
        stageFrom: null,
        stageTo: null,
        title: 'Külamaja avatud õhtud',
        why: '',
        dueOn: null,
      })
      const action = { title: 'Avame maja', who: null, byOn: null, costCents: null, milestone: false }
      await addAction(act, { communityId, goalId }, action)
      await takeUpMethod(act, {
        from: { card: 'fi-akilta', number: 1 },
        origin: 'other',
        originNote: 'Lugesime kaardilt.',
        observationIds: [],
        why: 'Sobib meile.',
      })
    })
    maret = await place.walk(look)
    await maret.comeIn(developer, 'developer')
    anneli = await place.walk(look)
    await anneli.comeIn(host, 'host')
  }, 120_000)
  afterAll(() => place.close())

  test('is changed for the place before it is tried', async () => {
    await maret.go(`${own}/trials`)
    expect(await maret.text()).toContain(say.none)
    await maret.look('trials-none')
    await maret.go('/adaptations/new')
    await maret.look('adaptation-choose')
    await maret.follow(name)
    await maret.look('adaptation-new')
    await maret.fill({ description: 'Kaks õhtut nädalas, mitte iga päev.' })
    await maret.choose('phase', 'before')
    await maret.choose('what', 'content')
    await maret.choose('nature', 'shortening')
    await maret.choose('fidelity', 'kept')
    await maret.press(adapting.save)
    expect(await maret.text()).toContain(adapting.errors.planned)
    await maret.look('adaptation-wrong')
    await maret.choose('planned', 'planned')
    await maret.press(adapting.save)
    expect(await maret.text()).toContain('Kaks õhtut nädalas, mitte iga päev.')
    await maret.look('adaptation')
  })

  test('is tried from an action of the plan', async () => {
    await maret.go(`${own}/plan`)
    await maret.follow('Avame maja')
    await maret.follow(plan.tryMethod)
    await maret.page.selectOption('[name="tried"]', { index: 2 })
    await maret.fill({ 'startsOn-day': '1', 'startsOn-month': '9', 'startsOn-year': '2026' })
    await maret.fill({ 'followUpOn-day': '1', 'followUpOn-month': '3', 'followUpOn-year': '2027' })
    await maret.look('trial-new')
    await maret.press(form.save)
    expect(await maret.text()).toContain('Avame maja')
    await maret.look('trial-planned')
    await maret.go('/developing')
    expect(await maret.text()).toContain(name)
    await maret.look('developing-trial')
    await maret.page.click('#trials .btn')
    await maret.page.waitForURL('**/trials/*')
    await maret.follow(form.report)
  })

  test('is written about, and what nobody counted stays unknown', async () => {
    await maret.choose('state', 'ended')
    await maret.fill({ 'endsOn-day': '15', 'endsOn-month': '11', 'endsOn-year': '2026' })
    await maret.fill({ eligible: '10', reached: '14', happened: 'Õhtuti käis 5 kuni 9 inimest.' })
    await maret.press(form.save)
    expect(await maret.text()).toContain(form.errors.reachedMore)
    await maret.look('trial-wrong')
    await maret.fill({ eligible: '40' })
    await maret.press(form.save)
    const text = await maret.text()
    expect(text).toContain(say.people(14, 40))
    expect(text).toContain(`${say.facts.adoption}${say.unknown}`)
  })

  test('has a result', async () => {
    await maret.follow(resultWords(locale).add)
    await maret.choose('kind', 'change')
    await maret.fill({ what: 'Võtmehoidjaid on nüüd neli.', count: '4', howKnown: 'Võtmeraamatust' })
    await maret.press(resultWords(locale).save)
    expect(await maret.text()).toContain('Võtmehoidjaid on nüüd neli.')
    await maret.look('trial-result')
    // A slip of the hand is taken back.
    await maret.follow(resultWords(locale).add)
    await maret.choose('kind', 'lasting')
    await maret.fill({ what: 'Püsib.', howKnown: 'Arvan' })
    await maret.press(resultWords(locale).save)
    await maret.page.click('#results li:has-text("Püsib.") a')
    await maret.press(resultWords(locale).withdraw)
    expect(await maret.text()).toContain(resultWords(locale).errors.why)
    await maret.look('result-withdraw')
    await maret.fill({ why: 'Liiga vara öeldud.' })
    await maret.press(resultWords(locale).withdraw)
    expect(await maret.text()).not.toContain('Püsib.')
    await maret.follow(say.title)
    expect(await maret.text()).toContain(say.reAim.ofTrials(1, 1))
    await maret.look('trials')
  })

  test('is read by the contact person, who changes nothing', async () => {
    await anneli.go(own)
    await anneli.follow(say.all)
    await anneli.look('trials-of-host')
    await anneli.follow(name)
    const text = await anneli.text()
    for (const part of ['Võtmehoidjaid on nüüd neli.', say.people(14, 40)]) expect(text).toContain(part)
    expect(await anneli.page.locator('main form').count()).toBe(0)
    await anneli.look('trial-of-host')
  })
})
