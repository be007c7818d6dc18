/** A community's readiness: an interview is written down, two score it without seeing each other's scores, agree, and the village sees the picture. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '../../src/access/account.store.ts'
import { systemOf, withActor } from '../../src/platform/actor.ts'
import { addCommunity } from '../../src/communities/community.store.ts'
import { interviewWords } from '../../src/communities/interview.words.ts'
import { addMember } from '../../src/communities/member.store.ts'
import { readinessDefinition } from '../../src/communities/readiness.content.ts'
import { readinessWords } from '../../src/communities/readiness.words.ts'
import { profileOf } from '../setup/communities.ts'
import { openPlace, settle, type Place, type Walk, type WalkLook } from '../setup/journey.ts'

const { dimensions } = readinessDefinition().variants.five

describe.each<WalkLook>([
  { width: 390, locale: 'et', scripts: false },
  { width: 1280, locale: 'ru', scripts: true },
])('readiness at $width in $locale, JavaScript $scripts', (look) => {
  const { locale } = look
  const say = readinessWords(locale)
  const words = interviewWords(locale)
  let place: Place
  let maret: Walk
  let urmas: Walk
  let anneli: Walk

  beforeAll(async () => {
    place = await openPlace({ at: '2026-11-23T07:00:00Z' })
    const home = await settle(place)
    const account = (name: string, email: string, role: 'developer' | 'host') =>
      withActor(place.ground, systemOf(home.id, 'Europe/Tallinn'), (act) =>
        createAccount(act, { name, email, roles: [role], locale }),
      )
    const developer = await account('Maret Kask', 'maret@rukkilill.test', 'developer')
    const second = await account('Urmas Mets', 'urmas@rukkilill.test', 'developer')
    const host = await account('Anneli Rohtla', 'rohtla@rukkilill.test', 'host')
    await home.act(
      { id: developer, name: 'Maret Kask', email: 'maret@rukkilill.test', role: 'developer' },
      async (act) => {
        const { id } = await addCommunity(act, profileOf('Kuusiku küla'), 'accepted')
        await addMember(act, { communityId: id, accountId: host })
      },
    )
    maret = await place.walk(look)
    urmas = await place.walk(look)
    anneli = await place.walk(look)
    await maret.comeIn(developer, 'developer')
    await urmas.comeIn(second, 'developer')
    await anneli.comeIn(host, 'host')
  }, 120_000)
  afterAll(() => place.close())

  test('begins with what the interviews are about, and a first interview', async () => {
    await maret.go('/communities/kuusiku-kula')
    await maret.follow(say.open)
    expect(await maret.text()).toContain(say.noneHint)
    await maret.follow(say.begin)
    await maret.look('readiness-begin')
    await maret.press(say.begin)
    await maret.follow(say.addInterview)
    await maret.fill({
      'onDay-day': '20',
      'onDay-month': '11',
      'onDay-year': '2026',
      part: 'külavanem',
      notes: 'Rääkisime kaua. Naabrid kuulasid, aga keegi ei tea, kellelt küsida.',
    })
    await maret.look('interview-new')
    await maret.press(words.save)
    expect(await maret.text()).toContain(words.nobody)
  })

  test('each scores alone, and neither sees what the other gave before both are in', async () => {
    const address = maret.at()
    await maret.press(words.take)
    await maret.follow(words.score)
    for (const dimension of dimensions) {
      await maret.page.selectOption(`select[name=score-${dimension}]`, '3.5')
      await maret.fill({ [`why-${dimension}`]: 'Mareti põhjus.' })
    }
    await maret.look('interview-score')
    await maret.press(words.handIn)
    expect(await maret.text()).toContain(words.waitingForOther)
    await urmas.go(address)
    await urmas.press(words.take)
    expect(await urmas.text()).not.toContain('Mareti põhjus.')
    await urmas.follow(words.score)
    await urmas.page.selectOption('select[name=score-climate]', '5')
    await urmas.press(words.handIn)
    expect(await urmas.text()).toContain(words.errors.score)
    expect(await urmas.page.inputValue('select[name=score-climate]')).toBe('5')
    for (const dimension of dimensions.slice(1))
      await urmas.page.selectOption(`select[name=score-${dimension}]`, '3.25')
    await urmas.press(words.handIn)
    expect(await urmas.text()).toContain(words.nowOpen)
    expect(await urmas.text()).toContain('Mareti põhjus.')
    expect(await urmas.text()).toContain(words.apart)
  })

  test('is agreed on and finished, and the village sees what came out', async () => {
    for (const dimension of dimensions)
      await urmas.page.selectOption(
        `select[name=score-${dimension}]`,
        dimension === 'knowledge' ? '2.25' : '4',
      )
    await urmas.look('interview-agree')
    await urmas.press(words.agree)
    expect(await urmas.text()).toContain(words.agreed)
    await urmas.go('/communities/kuusiku-kula/readiness')
    await urmas.look('readiness-under-way')
    await urmas.press(say.close)
    expect(await urmas.text()).toContain(say.first)
    await urmas.look('readiness')
    await anneli.go('/communities/kuusiku-kula')
    await anneli.look('readiness-village')
    await anneli.follow(say.open)
    const text = await anneli.text()
    expect(text).toContain(say.first)
    for (const hidden of ['külavanem', 'Mareti põhjus.', say.agreement, say.addToPlan])
      expect(text).not.toContain(hidden)
  })
})
