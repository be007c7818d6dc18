import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedCommunities, type SeededCommunities } from '../../tests/setup/communities.ts'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { communitiesRoom } from '../communities/room.ts'
import { day } from '../platform/day.ts'
import { takeUpMethod, versionsOf } from './method.store.ts'
import { learningRoom } from './room.ts'
import { addStory, storiesOf, withdrawStory } from './story.store.ts'
import type { NewStory, Story } from './story.ts'
import { addTrial, trialsOf } from './trial.store.ts'

let house: House
let owner: pg.Client
let seeded: SeededCommunities
let trialId: string
let elsewhere: string

beforeAll(async () => {
  house = await openHouse({ rooms: [communitiesRoom, learningRoom] })
  owner = new pg.Client(house.database.connection)
  await owner.connect()
  seeded = await seedCommunities(house)
  await house.act('developer', async (act) => {
    await takeUpMethod(act, {
      from: { card: 'fi-akilta', number: 1 },
      origin: 'other',
      originNote: 'Lugesime kaardilt.',
      observationIds: [],
      why: 'Sobib meile.',
    })
    const [version] = await versionsOf(act)
    const add = (communityId: string) =>
      addTrial(
        act,
        { communityId, about: 'Kuusiku külaselts' },
        {
          versionId: version?.id ?? '',
          adaptationId: null,
          actionId: null,
          facilitatorId: null,
          startsOn: day('2026-11-02'),
          followUpOn: null,
        },
      )
    trialId = await add(seeded.mine.id)
    elsewhere = await add(seeded.others.id)
  })
})
afterAll(async () => {
  await owner.end()
  await house.close()
})

type Asked = Parameters<House['request']>[1]
const ask = async (path: string, asked: Asked = { as: 'developer' }) => {
  const answer = await house.request(path, asked)
  const html = await answer.text()
  return { status: answer.status, to: answer.headers.get('location') ?? '', html, text: textOf(html) }
}
const own = (place: string) => `/communities/${seeded.mine.slug}/${place}`
const story = (consent: Story['consent'], title: string): NewStory => ({
  title,
  teller: 'Meister',
  toldOn: day('2026-11-20'),
  happened: 'Sain võtme enda kätte.',
  matters: 'Mind usaldati.',
  consent,
  consentHow: 'Luges loo enne üle.',
})
const tell = (consent: Story['consent'], title: string, id = trialId) =>
  house.act('developer', async (act) => {
    const trial = (await trialsOf(act)).find((one) => one.id === id)
    if (!trial) throw new Error('nothing is tried')
    return { id: await addStory(act, trial, story(consent, title)), communityId: trial.communityId }
  })
const seenBy = async (as: Parameters<House['act']>[0], id = trialId) =>
  (await house.act(as, (act) => storiesOf(act, { trialId: id }))).map(({ title }) => title).sort()

const form = {
  name: 'Võti',
  teller: 'Meister',
  'toldOn-day': '20',
  'toldOn-month': '11',
  'toldOn-year': '2026',
  happened: 'Sain võtme enda kätte.',
  matters: 'Mind usaldati.',
  consent: 'partners',
  consentHow: 'Luges loo enne üle.',
}

describe('who must not see', () => {
  test('a story that is for the house alone stays there', async () => {
    await tell('internal', 'Ainult meile')
    await tell('partners', 'Partneritele')
    await tell('public', 'Kõigile')
    expect(await seenBy('host')).toEqual(['Kõigile', 'Partneritele'])
    expect(await seenBy('lead')).toEqual(['Ainult meile', 'Kõigile', 'Partneritele'])
    for (const as of ['coordinator', 'supporter', 'participant', 'officer', 'admin'] as const)
      expect(await seenBy(as), as).toEqual([])
    for (const as of [house.other.accounts.developer, house.other.accounts.host])
      expect(await seenBy(as), as.role).toEqual([])
    const { text } = await ask(own(`trials/${trialId}`), { as: 'host' })
    expect(text).toContain('Partneritele')
    expect(text).not.toContain('Ainult meile')
  })

  test('a contact person reads no story of another community, and writes and takes back none', async () => {
    await tell('public', 'Mujalt', elsewhere)
    expect(await seenBy('host', elsewhere)).toEqual([])
    const { id } = await tell('public', 'Jääb')
    for (const [path, given] of [
      [own(`trials/${trialId}/story`), form],
      [own(`stories/${id}/withdraw`), {}],
    ] as const)
      expect((await ask(path, { as: 'host', form: given })).status).toBe(404)
    for (const place of [`trials/${trialId}/story`, `stories/${id}/withdraw`])
      expect((await ask(own(place), { as: 'host' })).status).toBe(404)
    expect(await seenBy('host')).toContain('Jääb')
  })
})

describe('a story', () => {
  test('is written down on the teller’s word', async () => {
    const { status, to } = await ask(own(`trials/${trialId}/story`), { as: 'developer', form })
    expect([status, to]).toEqual([303, `${own(`trials/${trialId}`)}#stories`])
    const { text } = await ask(own(`trials/${trialId}`))
    for (const part of [
      'Meister, 20. november 2026',
      'Mind usaldati.',
      'Lugeda tohib: Ka kogukond ja partnerid',
    ])
      expect(text).toContain(part)
  })

  test.each([
    [{ consent: '' }, 'Vali, kes tohib seda lugeda'],
    [{ consent: 'everybody' }, 'Vali, kes tohib seda lugeda'],
    [{ consentHow: ' ' }, 'Ilma loata lugu kirja ei panda'],
    [{ name: 'a' }, 'Kirjuta loo pealkiri'],
    [{ teller: 'a'.repeat(61) }, 'Kirjuta, kuidas jutustajat kutsutakse'],
    [{ happened: '' }, 'Kirjuta, mis juhtus'],
    [{ matters: 'a'.repeat(2001) }, 'Kirjuta, miks see on tähtis'],
    [{ 'toldOn-day': '1' }, 'ei saa olla varasem kui katse esimene päev'],
    [{ 'toldOn-day': '24' }, 'See päev on alles ees'],
    [{ 'toldOn-day': '31' }, 'Kirjuta, mis päeval ta seda rääkis'],
  ])('is not written with %o', async (given, error) => {
    const before = await seenBy('developer')
    const { status, text, html } = await ask(own(`trials/${trialId}/story`), {
      as: 'developer',
      form: { ...form, ...given },
    })
    expect([status, text.includes(error)]).toEqual([422, true])
    expect(html).toContain('value="2026"')
    expect(await seenBy('developer')).toEqual(before)
  })

  test('that is taken back leaves no word, for nobody', async () => {
    const { id } = await tell('public', 'Tagasi võetud lugu')
    const asked = await ask(own(`stories/${id}/withdraw`))
    expect(asked.text).toContain('kustutatakse kohe ja jäädavalt')
    const { status, to } = await ask(own(`stories/${id}/withdraw`), { as: 'developer', form: {} })
    expect([status, to]).toEqual([303, own(`trials/${trialId}`)])
    const { rows } = await owner.query('select * from learning.story where id = $1', [id])
    expect(rows[0]).toMatchObject({ title: '', teller: '', happened: '', matters: '', consent_how: '' })
    const { text } = await ask(own(`trials/${trialId}`))
    expect(text).toContain('Jutustaja võttis loa tagasi (23. november 2026)')
    expect(text).not.toContain('Tagasi võetud lugu')
    expect(await seenBy('host')).not.toContain('')
    // Nobody gives the word again for the teller.
    expect((await ask(own(`stories/${id}/withdraw`), { as: 'developer', form: {} })).status).toBe(404)
    const changed = await house.act('developer', (act) =>
      act.tx
        .updateTable('learning.story')
        .set({ withdrawnOn: null, title: 'Jälle' })
        .where('id', '=', id)
        .executeTakeFirst(),
    )
    expect(changed.numUpdatedRows).toBe(0n)
  })

  test('is not taken back under another community', async () => {
    const { id } = await tell('public', 'Ikka siin')
    const path = `/communities/${seeded.others.slug}/stories/${id}/withdraw`
    expect((await ask(path, { as: 'developer', form: {} })).status).toBe(404)
    expect(await seenBy('developer')).toContain('Ikka siin')
    expect(await house.act('host', (act) => withdrawStory(act, { id, communityId: seeded.mine.id }))).toBe(
      false,
    )
  })
})
