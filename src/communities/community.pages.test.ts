import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { profileOf, seedCommunities, type SeededCommunities } from '../../tests/setup/communities.ts'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { addCommunity, communityBySlug, listCommunities, publishCommunity } from './community.store.ts'
import { membersOf } from './member.store.ts'
import { communitiesRoom } from './room.ts'

let house: House
let seeded: SeededCommunities
beforeAll(async () => {
  house = await openHouse({ rooms: [communitiesRoom] })
  seeded = await seedCommunities(house)
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-23T08:00:00Z'))

type Asked = Parameters<House['request']>[1]
const get = async (path: string, asked?: Asked) => {
  const answer = await house.request(path, asked)
  return { status: answer.status, to: answer.headers.get('location'), text: textOf(await answer.text()) }
}
const own = () => `/communities/${seeded.mine.slug}`
const filled = {
  name: 'Metsa talu seltskond',
  kind: 'place',
  municipality: '0293',
  languages: ['et', 'ru'],
  summary: 'Peame koos talu.',
  contact: 'Anne, 5550 0102',
}

describe('who must not see', () => {
  test('a contact person sees their own community and no other', async () => {
    expect((await get('/communities', { as: 'host' })).to).toBe(own())
    expect((await get(own(), { as: 'host' })).text).toContain('Kuusiku külaselts')
    for (const path of ['', '/change', '/assets']) {
      expect((await get(`/communities/${seeded.others.slug}${path}`, { as: 'host' })).status).toBe(404)
      expect((await get(`/communities/${seeded.foreign.slug}${path}`, { as: 'host' })).status).toBe(404)
    }
    for (const path of ['members', 'trust'])
      expect((await get(`${own()}/${path}`, { as: 'host' })).status).toBe(404)
  })

  test('what is published is to a contact person of another one what it is to everybody', async () => {
    await house.act('developer', (act) => publishCommunity(act, seeded.others.id, true))
    const path = `/communities/${seeded.others.slug}`
    const { status, text } = await get(path, { as: 'host' })
    expect(status).toBe(200)
    expect(text).not.toContain('5550 0101')
    expect(text).not.toContain('Muuda profiili')
    for (const tail of ['/change', '/assets'])
      expect((await get(path + tail, { as: 'host' })).status).toBe(404)
    const changed = await house.request(`${path}/change`, { as: 'host', form: filled })
    expect(changed.status).toBe(404)
    expect((await get(path, { as: 'participant' })).text).not.toContain('5550 0101')
    expect((await get(path, { as: 'coordinator' })).text).toContain('5550 0101')
    await house.act('developer', (act) => publishCommunity(act, seeded.others.id, false))
  })

  test('what another organisation has published is to its developers what it is to everybody', async () => {
    const theirs = house.other.accounts.developer
    await house.act(theirs, (act) => publishCommunity(act, seeded.foreign.id, true))
    const path = `/communities/${seeded.foreign.slug}`
    for (const as of ['developer', 'lead', 'coordinator'] as const) {
      const { status, text } = await get(path, { as })
      expect(status).toBe(200)
      expect(text).not.toContain('5550 0101')
      expect(text).not.toContain('Muuda profiili')
      expect(text).not.toContain('Peida avalikult lehelt')
    }
    for (const tail of ['/change', '/members', '/trust', '/assets'])
      expect((await get(path + tail, { as: 'developer' })).status).toBe(404)
    await house.act(theirs, (act) => publishCommunity(act, seeded.foreign.id, false))
  })

  test('who has not shown a second factor yet sees what everybody sees', async () => {
    const cookie = await house.signIn('developer', { strong: false })
    expect((await get(own(), { as: { cookie } })).status).toBe(404)
    expect((await get('/communities', { as: { cookie } })).text).not.toContain('Kuusiku')
  })

  test('nobody without an account sees what is not published, nor how to reach it when it is', async () => {
    expect((await get(own())).status).toBe(404)
    expect((await get('/communities')).text).not.toContain('Kuusiku')
    await house.act('developer', (act) => publishCommunity(act, seeded.mine.id, true))
    const { status, text } = await get(own())
    expect(status).toBe(200)
    expect(text).toContain('Külaselts, mis peab korras oma rahvamaja.')
    expect(text).not.toContain('5550 0101')
    expect((await get('/communities')).text).toContain('Kuusiku külaselts')
    await house.act('developer', (act) => publishCommunity(act, seeded.mine.id, false))
    expect((await get(own())).status).toBe(404)
  })

  test('a developer does not see the communities of another organisation', async () => {
    expect((await get(`/communities/${seeded.foreign.slug}`, { as: 'developer' })).status).toBe(404)
    expect((await get('/communities', { as: 'developer' })).text).not.toContain('Võõra küla')
  })

  test('a contact person does not publish, raise trust or move their community, by raw functions either', async () => {
    const done = await house
      .act('host', (act) => publishCommunity(act, seeded.mine.id, true))
      .catch(() => 'refused')
    expect(done).toBe('refused')
    expect((await house.request(`${own()}/state`, { as: 'host', form: { to: 'resting' } })).status).toBe(404)
  })
})

describe('a community that asks to join', () => {
  test('is written down without an account and waits for a developer', async () => {
    const answer = await house.request('/join', {
      form: { ...filled, name: 'Uue elu aed', organisation: house.organisation.id },
    })
    expect(answer.headers.get('location')).toBe('/join/done')
    expect((await get('/join/done')).text).toContain('võtab teiega ühendust')
    const list = await house.act('developer', (act) => listCommunities(act, { states: ['asked'] }))
    expect(list).toMatchObject([{ name: 'Uue elu aed', published: false, contact: 'Anne, 5550 0102' }])
    const { text } = await get('/communities/uue-elu-aed', { as: 'developer' })
    expect(text).toContain('Enne vastuvõtmist räägi nendega')
    await house.request('/communities/uue-elu-aed/state', { as: 'developer', form: { to: 'talk' } })
    await house.request('/communities/uue-elu-aed/state', { as: 'developer', form: { to: 'accepted' } })
    const [joined] = await house
      .act('developer', (act) => listCommunities(act, { states: ['accepted'] }))
      .then((all) => all.filter(({ name }) => name === 'Uue elu aed'))
    expect(joined?.developerId).toBe(house.organisation.accounts.developer.id)
    // A step that does not follow is not taken.
    const jump = await house.request('/communities/uue-elu-aed/state', {
      as: 'developer',
      form: { to: 'talk' },
    })
    expect(jump.status).toBe(404)
  })

  test('keeps what was typed where something is missing, and writes nothing', async () => {
    const before = await house.act('lead', (act) => listCommunities(act))
    const answer = await house.request('/join', { form: { ...filled, kind: '', contact: '' } })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('value="Metsa talu seltskond"')
    expect(html).toContain('Peame koos talu.')
    // What is wrong is said once on top.
    expect(html.split('role="alert"')).toHaveLength(2)
    expect(textOf(html)).toContain('Vali, mis laadi kogukond see on')
    expect(textOf(html)).toContain('Kirjuta, kuidas teiega ühendust võtta')
    expect(textOf(html)).toContain('Vali, kellega soovite liituda')
    expect(await house.act('lead', (act) => listCommunities(act))).toHaveLength(before.length)
  })
})

describe('a developer', () => {
  test('adds, changes and finds a community', async () => {
    const added = await house.request('/communities/new', { as: 'developer', form: filled })
    expect(added.headers.get('location')).toBe('/communities/metsa-talu-seltskond')
    const changed = await house.request('/communities/metsa-talu-seltskond/change', {
      as: 'developer',
      form: { ...filled, summary: 'Peame koos talu ja aeda.' },
    })
    expect(changed.status).toBe(303)
    const { text } = await get('/communities?q=METSA&county=0071', { as: 'developer' })
    expect(text).toContain('Metsa talu seltskond')
    expect(text).not.toContain('Tamme jalgrattaklubi')
    expect((await get('/communities?q=zzz', { as: 'developer' })).text).toContain(
      'Selliseid kogukondi ei leidunud',
    )
  })

  test('gives two of the same name two addresses, also across organisations', async () => {
    const again = await house.act('developer', (act) =>
      addCommunity(act, profileOf('Võõra küla selts'), 'talk'),
    )
    expect(again.slug).toBe('voora-kula-selts-2')
  })

  test('names a contact person and says who knows the community', async () => {
    const path = `/communities/${seeded.others.slug}`
    const { host } = house.organisation.accounts
    expect((await house.request(`${path}/members`, { as: 'developer', form: { account: 'x' } })).status).toBe(
      422,
    )
    await house.request(`${path}/members`, { as: 'developer', form: { account: host.id } })
    const members = await house.act('developer', (act) => membersOf(act, seeded.others.id))
    expect(members.map(({ accountId }) => accountId)).toEqual([host.id])
    await house.request(`${path}/members/${members[0]?.id}/end`, { as: 'developer', form: {} })
    const on = { 'on-day': '23', 'on-month': '11', 'on-year': '2026' }
    const said = { level: 'host', basis: 'Sõi koos teistega.', ...on }
    await house.request(`${path}/trust`, { as: 'developer', form: { ...said, name: 'Mari Mets' } })
    await house.request(`${path}/trust`, { as: 'developer', form: { ...said, name: 'Jaan Kask' } })
    const trust = () =>
      house.act('developer', async (act) => (await communityBySlug(act, seeded.others.slug))?.trust)
    expect(await trust()).toBe('host')
    const html = await (await house.request(`${path}/trust`, { as: 'developer' })).text()
    const [action = ''] = [...html.matchAll(/action="([^"]+\/withdraw)"/g)].map(([, one]) => one)
    await house.request(action, { as: 'developer', form: {} })
    expect(await trust()).toBe('friend')
  })
})

test('a contact person writes down what is there, keeps what was typed, and takes out what is gone', async () => {
  const path = `${own()}/assets`
  const found = { 'found-day': '20', 'found-month': '11', 'found-year': '2026' }
  const wrong = await house.request(path, {
    as: 'host',
    form: { kind: '', title: 'Külamaja', note: 'Soe ka talvel.', ...found, 'found-year': '2030' },
  })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="Külamaja"')
  await house.request(path, {
    as: 'host',
    form: { kind: 'nature', title: 'Külamaja', note: '', capitals: ['built', 'social'], ...found },
  })
  expect((await get(own(), { as: 'host' })).text).toContain('Külamaja')
  const html = await (await house.request(path, { as: 'host' })).text()
  const [action = ''] = [...html.matchAll(/action="([^"]+\/retire)"/g)].map(([, one]) => one)
  await house.request(action, { as: 'host', form: {} })
  expect((await get(own(), { as: 'host' })).text).not.toContain('Külamaja')
})
