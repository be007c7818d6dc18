import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedCommunities, type SeededCommunities } from '../../tests/setup/communities.ts'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import type { Acting } from '../platform/actor.ts'
import type { Dimension } from './readiness.ts'
import { communitiesRoom } from './room.ts'
import type { RoundInterview } from './round.ts'
import { addInterview, beginRound, closeRound, interviewsOf, roundsOf } from './round.store.ts'
import { agreeOn, handIn, keepScores, scorersOf, takePlace } from './scorer.store.ts'

let house: House
let seeded: SeededCommunities
beforeAll(async () => {
  house = await openHouse({ rooms: [communitiesRoom] })
  seeded = await seedCommunities(house)
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-12-23T08:00:00Z'))

type Asked = NonNullable<Parameters<House['request']>[1]>
const get = async (path: string, asked: Asked) => {
  const answer = await house.request(path, asked)
  return {
    status: answer.status,
    to: answer.headers.get('location') ?? '',
    text: textOf(await answer.text()),
  }
}
const own = (place: string) => `/communities/${seeded.mine.slug}/${place}`
const post = (place: string, as: 'developer' | 'lead' | 'host', form: Record<string, string> = {}) =>
  get(place.startsWith('/') ? place : own(place), { as, form })

const written = {
  'onDay-day': '21',
  'onDay-month': '12',
  'onDay-year': '2026',
  part: 'külavanem',
  notes: 'Rääkisime kaua, ja naabrid kuulasid.',
}
const five = ['climate', 'leadership', 'knowledge', 'efforts_known', 'resources']
const sheet = (value: string, why = '') =>
  Object.fromEntries(
    five.flatMap((one) => [
      [`score-${one}`, value],
      [`why-${one}`, why],
    ]),
  )

async function interviewFrom(form: Record<string, string> = written): Promise<string> {
  const { to } = await post('interviews/new', 'developer', form)
  return to
}

test('is for developers and the lead; a contact person sees their own community’s result and nothing else of it', async () => {
  for (const as of ['coordinator', 'supporter', 'participant', 'officer'] as const) {
    expect((await get(own('readiness'), { as })).status, as).toBe(404)
  }
  expect((await get(own('readiness'), { as: 'host' })).status).toBe(200)
  expect((await get(`/communities/${seeded.others.slug}/readiness`, { as: 'host' })).status).toBe(404)
  expect((await get(`/communities/${seeded.foreign.slug}/readiness`, { as: 'developer' })).status).toBe(404)
  for (const place of ['readiness/begin', 'interviews/new']) {
    expect((await get(own(place), { as: 'host' })).status).toBe(404)
  }
})

describe('an assessment', () => {
  let first: string
  test('is begun with a choice, and only one at a time', async () => {
    expect((await get(own('interviews/new'), { as: 'developer' })).status).toBe(404)
    expect((await post('readiness/begin', 'developer', { variant: 'seven' })).status).toBe(422)
    expect((await post('readiness/begin', 'developer', { variant: 'five', small: 'on' })).status).toBe(303)
    expect((await post('readiness/begin', 'lead', { variant: 'six' })).status).toBe(303)
    const { text } = await get(own('readiness'), { as: 'lead' })
    expect(text).toContain('Soovituseni on puudu 4 vestlust.')
  })

  test('keeps what was typed where something is wrong', async () => {
    const wrong = { ...written, 'onDay-year': '2027', part: '' }
    const { status, text } = await post('interviews/new', 'developer', wrong)
    expect(status).toBe(422)
    expect(text).toContain('see ei saa olla tulevikus')
    expect(text).toContain('Rääkisime kaua, ja naabrid kuulasid.')
    first = await interviewFrom()
    expect(first).toMatch(/interviews\/[0-9a-f-]{36}$/)
  })

  test('is scored by two on their own; a draft is kept, and handed in only when it is whole', async () => {
    expect((await get(`${first}/score`, { as: 'developer' })).status).toBe(404)
    for (const as of ['developer', 'lead'] as const) await post(`${first}/take`, as)
    const part = { 'score-climate': '3.25', 'why-climate': 'Naabrid kuulasid.', to: 'keep' }
    expect((await post(`${first}/score`, 'developer', part)).status).toBe(303)
    const again = await house.request(`${first}/score`, { as: 'developer' })
    expect(await again.text()).toMatch(/value="3.25" selected/)
    const half = await post(`${first}/score`, 'developer', { ...part, to: 'done' })
    expect(half.status).toBe(422)
    expect(half.text).toContain('Vali hinne')
    expect((await post(`${first}/score`, 'developer', sheet('4', 'Meie esimene hinne'))).status).toBe(303)
    const seenByLead = await get(first, { as: 'lead' })
    expect(seenByLead.text).toContain('hinded esitatud')
    expect(seenByLead.text).not.toContain('Meie esimene hinne')
    await post(`${first}/score`, 'lead', sheet('2.5', 'Teise põhjus'))
    const both = await get(first, { as: 'lead' })
    for (const part of ['Meie esimene hinne', 'Teise põhjus', 'erinevad üle ühe astme'])
      expect(both.text).toContain(part)
  })

  test('is agreed on, finished, shown to the contact person, and offers what to do next', async () => {
    expect((await post(`${first}/agree`, 'developer', { 'score-climate': '3.25' })).status).toBe(422)
    const agreed = { ...sheet('3.25'), 'score-knowledge': '2' }
    expect((await post(`${first}/agree`, 'developer', agreed)).status).toBe(303)
    const { text } = await get(own('readiness'), { as: 'developer' })
    expect(text).toContain('kokku lepitud')
    const html = await (await house.request(own('readiness'), { as: 'developer' })).text()
    const close = /\/communities\/[^"]+\/rounds\/[^"]+\/close/.exec(html)?.[0] ?? ''
    expect((await get(own('readiness'), { as: 'host' })).text).not.toContain('3,25')
    expect((await post(close, 'host')).status).toBe(404)
    expect((await post(close, 'developer')).status).toBe(303)
    const seen = await get(own('readiness'), { as: 'host' })
    for (const part of ['3,0', 'Teadmised taastumisest', 'Millest alustada', 'aste 2', 'Üks vestlus.'])
      expect(seen.text).toContain(part)
    expect(seen.text).not.toContain('külavanem')
    const page = await house.request(`/communities/${seeded.mine.slug}`, { as: 'host' })
    expect(await page.text()).toContain('madalaim: siit alustame')
    expect((await get(own('readiness'), { as: 'developer' })).text).toContain('Kui sarnaselt hinnati')
    expect((await get(`${first}/change`, { as: 'developer' })).status).toBe(404)
    expect((await post(close.replace('close', 'reopen'), 'lead')).status).toBe(303)
    expect((await get(own('readiness'), { as: 'host' })).text).toContain('ei ole veel hinnatud')
  })

  test('an interview entered by mistake is left out, and taken back in', async () => {
    const second = await interviewFrom({ ...written, part: 'õpetaja' })
    await post(`${second}/withdraw`, 'developer')
    expect((await get(second, { as: 'developer' })).text).toContain('ei lähe arvesse')
    expect((await post(`${second}/take`, 'developer')).status).toBe(404)
    await post(`${second}/withdraw`, 'developer', { back: '1' })
    expect((await get(second, { as: 'developer' })).text).toContain('ootab hindajaid')
  })

  test('has its words in every language', async () => {
    for (const [locale, words] of [
      ['en', 'Assessment under way'],
      ['ru', 'Оценка идёт'],
    ] as const) {
      const { text } = await get(`${own('readiness')}?lang=${locale}`, { as: 'developer' })
      expect(text).toContain(words)
    }
  })
})

test('from the third assessment on, each dimension has its line over all of them, and the table has the figures', async () => {
  const { id: communityId, slug } = seeded.others
  const figures = async () => {
    const html = await (await house.request(`/communities/${slug}/readiness`, { as: 'developer' })).text()
    return { lines: html.match(/class="c-line /g)?.length ?? 0, text: textOf(html) }
  }
  for (const [number, score] of [2, 3.5, 2.75].entries()) {
    house.clock.set(`2026-12-2${number}T08:00:00Z`)
    await house.act('developer', async (act) => {
      const dimensions: Dimension[] = ['climate', 'leadership']
      const round = { variant: 'five', version: 1, dimensions, smallAndAlike: true } as const
      await beginRound(act, communityId, round)
      const [open] = await roundsOf(act, communityId)
      if (open) await addInterview(act, open, { onDay: act.today, part: 'külavanem', notes: 'Rääkisime.' })
    })
    const during = async (
      as: 'developer' | 'lead',
      work: (act: Acting, one: RoundInterview) => Promise<unknown>,
    ) =>
      house.act(as, async (act) => {
        const [open] = await roundsOf(act, communityId)
        const [one] = open ? await interviewsOf(act, [open.id]) : []
        if (one) await work(act, one)
      })
    const given = [
      { dimension: 'climate', score, why: '' },
      { dimension: 'leadership', score: 4, why: '' },
    ] as const
    for (const as of ['developer', 'lead'] as const) {
      await during(as, async (act, one) => {
        const id = await takePlace(act, one)
        const scorer = (await scorersOf(act, [one.id])).find((each) => each.id === id)
        if (scorer) await keepScores(act, scorer, communityId, given)
        if (scorer) await handIn(act, scorer.id, true)
      })
    }
    await during('developer', (act, one) => agreeOn(act, one, given))
    expect((await figures()).lines).toBe(0)
    await house.act('developer', async (act) => {
      const [open] = await roundsOf(act, communityId)
      if (open) await closeRound(act, open)
    })
  }
  const { lines, text } = await figures()
  // One drawing for phones and one for wide screens.
  expect(lines).toBe(4)
  expect(text).toContain('3 hinnangut, detsember 2026 kuni detsember 2026')
  for (const part of ['2,0 (aste 2)', '3,5 (aste 3)', '2,75 (aste 2)']) expect(text).toContain(part)
})
