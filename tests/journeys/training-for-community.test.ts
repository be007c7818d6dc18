/** A developer holds a training for an action of a community's plan; its contact person sees for what it is. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '../../src/access/account.store.ts'
import { addCommunity } from '../../src/communities/community.store.ts'
import { addMember } from '../../src/communities/member.store.ts'
import { addAction, addGoal } from '../../src/communities/plan.store.ts'
import { planWords } from '../../src/communities/plan.words.ts'
import { sessionForWords } from '../../src/learning/session-for.words.ts'
import { trainingWords } from '../../src/learning/training.words.ts'
import { systemOf, withActor } from '../../src/platform/actor.ts'
import { profileOf } from '../setup/communities.ts'
import { openPlace, settle, type Place, type Walk, type WalkLook } from '../setup/journey.ts'

describe.each<WalkLook>([
  { width: 390, locale: 'et', scripts: false },
  { width: 1280, locale: 'ru', scripts: true },
])('a training for an action at $width in $locale, JavaScript $scripts', (look) => {
  const { locale } = look
  const plan = planWords(locale)
  const say = sessionForWords(locale)
  const training = trainingWords(locale)
  let place: Place
  let maret: Walk
  let tiina: Walk
  let action: string

  beforeAll(async () => {
    place = await openPlace({ at: '2026-11-23T07:00:00Z' })
    const home = await settle(place)
    const account = (name: string, email: string, role: 'developer' | 'host') =>
      withActor(place.ground, systemOf(home.id, 'Europe/Tallinn'), (act) =>
        createAccount(act, { name, email, roles: [role], locale }),
      )
    const developer = await account('Maret Kask', 'maret@rukkilill.test', 'developer')
    const host = await account('Tiina Mets', 'tiina@rukkilill.test', 'host')
    action = await home.act(
      { id: developer, name: 'Maret Kask', email: 'maret@rukkilill.test', role: 'developer' },
      async (act) => {
        const { id: communityId } = await addCommunity(act, profileOf('Kuusiku küla'), 'accepted')
        await addMember(act, { communityId, accountId: host })
        const goalId = await addGoal(act, communityId, {
          dimension: 'knowledge',
          stageFrom: 5,
          stageTo: 6,
          title: 'Vastuvõtjad oskavad',
          why: '',
          dueOn: null,
        })
        return addAction(
          act,
          { communityId, goalId },
          { title: 'Koolitame vastuvõtjad', who: null, byOn: null, costCents: null, milestone: false },
        )
      },
    )
    maret = await place.walk(look)
    await maret.comeIn(developer, 'developer')
    tiina = await place.walk(look)
    await tiina.comeIn(host, 'host')
  }, 120_000)
  afterAll(() => place.close())

  test('begins at the action, which is filled in, and says what is missing', async () => {
    await maret.go(`/communities/kuusiku-kula/plan/action/${action}`)
    await maret.follow(plan.holdTraining)
    expect(await maret.page.inputValue('select[name=action]')).toBe(action)
    await maret.fill({ place: 'Kuusiku rahvamaja' })
    await maret.press(say.save)
    const text = await maret.text()
    for (const error of [say.errors.training, training.errors.onDay, training.errors.fromTime])
      expect(text).toContain(error)
    expect(await maret.page.inputValue('select[name=action]')).toBe(action)
    await maret.look('training-for-wrong')
  })

  test('is agreed with a ready programme', async () => {
    await maret.page.selectOption('select[name=training]', 'boundaries')
    await maret.fill({
      'onDay-day': '14',
      'onDay-month': '12',
      'onDay-year': '2026',
      fromTime: '17',
      untilTime: '19.15',
    })
    await maret.press(say.save)
    expect(await maret.text()).toContain('Koolitame vastuvõtjad')
    await maret.look('training-for-agreed')
  })

  test('is found by the contact person from their community and the action, and opened', async () => {
    await tiina.go('/communities/kuusiku-kula')
    await tiina.follow(say.all)
    expect(await tiina.text()).toContain('Kuusiku rahvamaja')
    await tiina.go(`/communities/kuusiku-kula/plan/action/${action}`)
    expect(await tiina.text()).toContain(say.done)
    await tiina.page.locator('#held a').click()
    const text = await tiina.text()
    expect(text).toContain(say.facts.action)
    expect(text).not.toContain(say.change)
    await tiina.press(training.signUp)
    expect(await tiina.text()).toContain(training.youAreIn)
  })
})
