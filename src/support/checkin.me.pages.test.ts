import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House, type TestAccount } from '../../tests/setup/house.ts'
import { putOneOnPath } from '../../tests/setup/on-path.ts'
import { createAccount } from '../access/account.store.ts'
import { giveAccount, type Person } from '../people/person.store.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import { checkinsOf, openCheckins } from './checkin.store.ts'
import { catchUp } from './daily.store.ts'
import { endPathway, pausePathway } from './pathway.store.ts'
import { supportRoom } from './room.ts'
import { supportContent } from './support.content.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ rooms: [supportRoom] })
})
afterAll(() => house.close())
// A Monday, ten in the morning in Estonia.
beforeEach(() => house.clock.set('2026-11-23T08:00:00Z'))

type Own = Person & { account: TestAccount }
let count = 0

/** A person with an account of their own. Left on 2026-10-26, a weekly check-in is open today; on 2026-10-19, the longer one. */
async function own(leftOn = '2026-10-26', { agreed = true } = {}): Promise<Own> {
  const person = await putOneOnPath(house, { leftOn, agreed, firstContactOn: '2026-12-10' })
  count += 1
  const email = `own-${count}@esimene.test`
  return house.act('coordinator', async (act) => {
    const id = await createAccount(act, { name: person.code, email, roles: ['participant'], locale: 'et' })
    await giveAccount(act, person.id, id)
    const account = { id, name: person.code, email, role: 'participant' as const }
    return { ...person, account: { ...account, organisationId: house.organisation.id } }
  })
}

const get = async (me: Own, path: string) => {
  const answer = await house.request(path, { as: me.account })
  return { status: answer.status, to: answer.headers.get('location'), page: await answer.text() }
}
const send = (me: Own, form: Record<string, string>, path = '/me/checkin') =>
  house.request(path, { as: me.account, form })
const given = async (me: Own) =>
  (await house.act('coordinator', (act) => checkinsOf(act, me.id))).filter(({ answer }) => answer !== null)
const tasks = async (me: Own) =>
  (await house.act('coordinator', (act) => listOpenTasks(act, { personId: me.id }))).map(({ kind }) => kind)

describe('the weekly check-in', () => {
  test('asks three things and leaves room for words, and nothing else', async () => {
    const me = await own()
    const { page } = await get(me, '/me/checkin')
    const names = new Set(
      [...page.matchAll(/<(?:input|textarea)[^>]* name="([^"]+)"/g)].map(([, name]) => name),
    )
    expect([...names]).toEqual(['due', 'wellbeing', 'confidence', 'callMe', 'words'])
  })

  test('says by name who reads it, when, by when a call comes, and shows 112', async () => {
    const me = await own()
    const { page } = await get(me, '/me/checkin')
    expect(page).toContain('Vastust loeb sinu koordinaator coordinator Esimene ja juht lead Esimene.')
    expect(page).toContain('hiljemalt järgmisel tööpäeval (homme)')
    expect(page).toContain('helistame täna kella 14.00-ks')
    expect(page).toContain('href="tel:112"')
  })

  test('is taken whole or in part, and nothing left out is taken for an answer', async () => {
    const me = await own()
    expect((await send(me, { due: '2026-11-23', confidence: '3' })).headers.get('location')).toBe(
      '/me/checkin/sent',
    )
    const [entry] = await given(me)
    expect(entry).toMatchObject({ state: 'answered', answer: { way: 'self' } })
    expect(entry?.answer?.answers).toMatchObject({
      wellbeing: null,
      confidence: 3,
      callMe: null,
      words: null,
    })
    expect(await house.act('coordinator', (act) => openCheckins(act, me.id))).toEqual([])
  })

  test('is taken empty, too: a sign is a sign', async () => {
    const me = await own()
    expect((await send(me, { due: '2026-11-23' })).status).toBe(303)
    expect((await get(me, '/me/checkin/sent')).page).toContain('Sa andsid endast märku ja sellest piisab')
  })

  test('that cannot be read comes back with every word in it', async () => {
    const me = await own()
    const words = `Pikk lugu. ${'õ'.repeat(2000)}`
    const answer = await send(me, { due: '2026-11-23', wellbeing: '6', callMe: 'no', words })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('href="#f-words"')
    expect(page).toContain(words)
    expect(page).toMatch(/name="wellbeing" value="6" checked/)
    expect(page).toMatch(/value="no" checked/)
    expect(await given(me)).toEqual([])
  })
})

describe('the longer check-in of the month', () => {
  test('tells who reads and what it leads to before it asks about use and craving', async () => {
    const me = await own('2026-10-19')
    const { page } = await get(me, '/me/checkin')
    const before = page.indexOf('Midagi sult vastuse pärast ära ei võeta')
    expect(before).toBeGreaterThan(0)
    expect(page.indexOf('name="use"')).toBeGreaterThan(before)
    expect(page.indexOf('name="craving"')).toBeGreaterThan(before)
    expect(page).toContain('kriminaalhooldusele')
  })

  test('always lets a person not say, and keeps that apart from not answered', async () => {
    const me = await own('2026-10-19')
    const { page } = await get(me, '/me/checkin')
    expect(page.match(/Ei taha praegu öelda<\/?/g)?.length).toBeGreaterThanOrEqual(6)
    await send(me, { due: '2026-11-23', craving: '', use: 'rather_not_say' })
    const [entry] = await given(me)
    expect(entry?.answer?.answers).toMatchObject({
      craving: 'rather_not_say',
      use: 'rather_not_say',
      support: null,
    })
  })

  test('takes every answer it offers', async () => {
    const me = await own('2026-10-19')
    const form = {
      wellbeing: '7',
      confidence: '8',
      use: 'none',
      craving: '2',
      riskySituation: 'managed',
      support: 'some',
      work: 'looking',
      housing: 'temporary',
    }
    await send(me, { due: '2026-11-23', ...form })
    const [entry] = await given(me)
    expect(entry?.answer?.answers).toMatchObject({ ...form, wellbeing: 7, confidence: 8, craving: 2 })
  })
})

describe('after sending', () => {
  test('a wish to be called is answered with the hour by which somebody calls', async () => {
    const me = await own()
    await send(me, { due: '2026-11-23', callMe: 'yes', wellbeing: '2' })
    const { page } = await get(me, '/me/checkin/sent')
    expect(page).toContain('Sulle helistatakse täna kella 14.00-ks.')
    expect(await tasks(me)).toEqual(expect.arrayContaining(['help', 'read']))
  })

  test.each([
    ['unsure_of_week', { confidence: '3' }, 'Teeme nädala väiksemaks'],
    ['hard_week', { wellbeing: '2' }, 'Rasket aega ei pea üksi üle elama'],
    ['going_well', { wellbeing: '9', confidence: '9' }, 'Hoia seda, mis töötab'],
    ['words_read', { words: 'Tere' }, 'Su sõnad jõuavad inimeseni'],
  ] as const)('%s is answered with steps, help lines and no score', async (_, form, heading) => {
    const me = await own()
    await send(me, { due: '2026-11-23', ...form })
    const { page } = await get(me, '/me/checkin/sent')
    expect(page).toContain(heading)
    expect(page).toContain('Vali neist üks')
    expect(page).toContain('href="tel:116006"')
    expect(page).not.toMatch(/\b[0-9]+ (punkti|\/ ?10)/)
  })

  test('a call can still be asked for with one tap, as part of the same answer', async () => {
    const me = await own()
    await send(me, { due: '2026-11-23', wellbeing: '3', words: 'Kehv nädal' })
    expect((await get(me, '/me/checkin/sent')).page).toContain('Palun helistage mulle')
    expect((await send(me, {}, '/me/checkin/call')).headers.get('location')).toBe('/me/checkin/sent')
    expect((await get(me, '/me/checkin/sent')).page).toContain('Sulle helistatakse täna kella 14.00-ks.')
    const [entry] = await given(me)
    expect(entry?.answer?.answers).toMatchObject({ wellbeing: 3, words: 'Kehv nädal', callMe: true })
    expect(await tasks(me)).toContain('help')
  })

  test('what was just sent can be changed; what was sent before today stands', async () => {
    const me = await own()
    await send(me, { due: '2026-11-23', wellbeing: '3', words: 'Kehv' })
    expect((await get(me, '/me/checkin/change')).page).toContain('>Kehv</textarea>')
    await send(me, { wellbeing: '6', words: 'Juba parem' }, '/me/checkin/change')
    expect((await given(me)).map(({ answer }) => answer?.answers.words)).toEqual(['Juba parem'])
    house.clock.set('2026-11-24T08:00:00Z')
    expect((await get(me, '/me/checkin/change')).status).toBe(404)
    expect((await get(me, '/me/checkin/sent')).to).toBe('/me/checkin')
  })

  test('a hard week is shown the own words of a better one, and nobody else’s', async () => {
    const me = await own()
    await send(me, { due: '2026-11-23', wellbeing: '8', words: 'Käisin jõe ääres ja magasin hästi.' })
    const other = await own()
    await send(other, { due: '2026-11-23', wellbeing: '9', words: 'Kellegi teise sõnad.' })
    house.clock.set('2026-11-30T08:00:00Z')
    await send(me, { due: '2026-11-30', wellbeing: '2', words: 'Täna ei jaksa.' })
    const { page } = await get(me, '/me/checkin/sent')
    expect(page).toContain('Käisin jõe ääres ja magasin hästi.')
    expect(page).toContain('Kirjutasid 23. novembril.')
    expect(page).not.toContain('Kellegi teise sõnad.')
    expect(page).not.toContain('<blockquote class="said">Täna ei jaksa.')
  })
})

describe('late and out of turn', () => {
  test('a check-in that went by can be given ever after', async () => {
    const me = await own()
    house.clock.set('2027-02-01T08:00:00Z')
    await house.act('system', (act) => catchUp(act, supportContent().pathways))
    const { page } = await get(me, '/me/checkin?due=2026-11-23')
    expect(page).toContain('Hilja ei ole kunagi.')
    await send(me, { due: '2026-11-23', wellbeing: '5' })
    expect((await given(me)).map(({ dueOn, state }) => `${dueOn} ${state}`)).toEqual(['2026-11-23 late'])
  })

  test('a sign can be given when none is due', async () => {
    const me = await own()
    house.clock.set('2026-11-27T08:00:00Z')
    expect((await get(me, '/me/checkin')).page).toContain('endast märku võid anda alati')
    expect((await send(me, { wellbeing: '5' })).status).toBe(303)
    expect((await given(me)).map(({ dueOn }) => dueOn)).toEqual([null])
  })

  test('a form that lay open until its day was gone from the list is not lost', async () => {
    const me = await own()
    expect((await send(me, { due: '1999-01-01', words: 'Ikka mina.' })).headers.get('location')).toBe(
      '/me/checkin/sent',
    )
    expect((await given(me)).map(({ answer }) => answer?.answers.words)).toEqual(['Ikka mina.'])
  })

  test('during a pause nothing is asked, and a call can be had all the same', async () => {
    const me = await own()
    await house.act('coordinator', (act) => pausePathway(act, me.id, { until: null, by: 'person' }))
    expect((await get(me, '/me/checkin')).page).toContain('Pausi ajal sult midagi ei küsita.')
    await send(me, { callMe: 'yes' })
    expect(await tasks(me)).toContain('help')
  })

  test('before the yes and after the end nothing is collected', async () => {
    const asked = await own('2026-10-26', { agreed: false })
    const ended = await own()
    await house.act('coordinator', (act) => endPathway(act, ended.id, 'kolis'))
    for (const me of [asked, ended]) {
      expect((await get(me, '/me/checkin')).page).not.toContain('name="wellbeing"')
      expect((await send(me, { wellbeing: '5' })).headers.get('location')).toBe('/me/checkin')
      expect(await given(me)).toEqual([])
    }
  })
})
