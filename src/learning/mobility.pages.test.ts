import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type House, type TestAccount } from '../../tests/setup/house.ts'
import type { Role } from '../platform/actor.ts'
import { day } from '../platform/day.ts'
import { takeUpMethod } from './method.store.ts'
import { addMobility, addObservation, addProject, mobilitiesOf, observationsOf } from './mobility.store.ts'
import { learningRoom } from './room.ts'

let house: House
let ours: { project: string; mobility: string; seen: string }
let theirs: typeof ours

async function thread(as: TestAccount, name: string): Promise<typeof ours> {
  return house.act(as, async (act) => {
    const project = await addProject(act, {
      title: `${name} projekt`,
      number: '2024-1-EE01-KA122-ADU-000000000',
      callYear: 2024,
      funder: 'Erasmus+',
      startsOn: day('2024-08-01'),
      endsOn: day('2025-12-31'),
      summary: '',
    })
    const mobility = await addMobility(act, project, {
      kind: 'job-shadowing',
      title: `${name} töövarjunädal`,
      host: 'Naabrite gild',
      country: 'FI',
      town: 'Turu',
      startsOn: day('2025-03-10'),
      endsOn: day('2025-03-14'),
      travelDays: 2,
      purpose: '',
    })
    const seen = await addObservation(act, mobility, {
      seenOn: day('2025-03-11'),
      seenAt: 'Gildi köök',
      what: `${name} kohv keeb kogu päeva.`,
      thought: 'Võti on see, mida jagada.',
    })
    return { project, mobility, seen }
  })
}

beforeAll(async () => {
  house = await openHouse({ rooms: [learningRoom] })
  ours = await thread(house.organisation.accounts.mobility_lead, 'Meie')
  theirs = await thread(house.other.accounts.mobility_lead, 'Nende')
})
afterAll(() => house.close())

type Asked = Parameters<House['request']>[1]
const get = async (path: string, asked?: Asked) => {
  const answer = await house.request(path, asked)
  const html = await answer.text()
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: textOf(html), html }
}

const reads = ({ project, mobility, seen }: typeof ours) => [
  `/projects/${project}`,
  `/mobilities/${mobility}`,
  `/observations/${seen}`,
]
const leadWrites = ({ project, mobility }: typeof ours) => [
  `/projects/${project}/change`,
  `/projects/${project}/mobilities/new`,
  `/mobilities/${mobility}/change`,
]
const carryWrites = ({ mobility, seen }: typeof ours) => [
  `/mobilities/${mobility}/observations/new`,
  `/observations/${seen}/change`,
]
const project = {
  name: 'Naabritelt õppimas',
  number: '',
  callYear: '2024',
  funder: 'Erasmus+',
  'startsOn-day': '1',
  'startsOn-month': '8',
  'startsOn-year': '2024',
  'endsOn-day': '31',
  'endsOn-month': '12',
  'endsOn-year': '2025',
  summary: '',
}
const mobility = {
  kind: 'group',
  name: 'Õppekäik Norras',
  host: 'Taastumiskool',
  country: 'NO',
  town: 'Stavanger',
  'startsOn-day': '19',
  'startsOn-month': '5',
  'startsOn-year': '2025',
  'endsOn-day': '23',
  'endsOn-month': '5',
  'endsOn-year': '2025',
  travel: '2',
  purpose: '',
}
const seeing = {
  what: 'Ajaannetaja võtab ühe ülesande korraga.',
  thought: '',
  'seenOn-day': '20',
  'seenOn-month': '5',
  'seenOn-year': '2025',
  seenAt: 'Taastumiskool',
}

describe('who must not see', () => {
  test.each<Role>(['host', 'supporter', 'participant', 'officer', 'admin'])(
    'to a %s nothing of projects and mobilities is there',
    async (as) => {
      for (const path of [
        '/projects',
        '/projects/new',
        ...reads(ours),
        ...leadWrites(ours),
        ...carryWrites(ours),
      ])
        expect((await get(path, { as })).status, path).toBe(404)
    },
  )

  test('what another organisation has is not there, to read or to write', async () => {
    for (const as of ['mobility_lead', 'lead', 'developer', 'coordinator'] as const) {
      for (const path of reads(theirs)) expect((await get(path, { as })).status, `${as} ${path}`).toBe(404)
      expect((await get('/projects', { as })).text).not.toContain('Nende')
    }
    const form = { ...project, ...mobility, ...seeing, state: 'complete' }
    for (const path of [...leadWrites(theirs), ...carryWrites(theirs)]) {
      for (const asked of [{}, { form }])
        expect((await get(path, { as: 'mobility_lead', ...asked })).status, path).toBe(404)
    }
    const { mobility_lead: other } = house.other.accounts
    const [kept] = await house.act(other, (act) => mobilitiesOf(act))
    expect(kept).toMatchObject({ title: 'Nende töövarjunädal', state: 'draft' })
    expect(await house.act(other, (act) => observationsOf(act))).toHaveLength(1)
  })

  test('a developer writes what was seen and nothing else, a coordinator only reads', async () => {
    for (const path of reads(ours)) {
      for (const as of ['developer', 'coordinator'] as const) {
        const { status, html } = await get(path, { as })
        expect(status, `${as} ${path}`).toBe(200)
        expect(html).not.toMatch(/href="\/(projects|mobilities)\/[^"]*(change|mobilities\/new)"/)
        expect(/href="\/observations\/[^"]*change"/.test(html)).toBe(
          as === 'developer' && path.startsWith('/obs'),
        )
        expect(html.includes('observations/new')).toBe(as === 'developer' && path.startsWith('/mob'))
      }
    }
    for (const path of ['/projects/new', ...leadWrites(ours)]) {
      for (const as of ['developer', 'coordinator'] as const)
        expect((await get(path, { as, form: { ...project, ...mobility } })).status, path).toBe(404)
    }
    for (const path of carryWrites(ours)) {
      expect((await get(path, { as: 'coordinator', form: seeing })).status, path).toBe(404)
      expect((await get(path, { as: 'developer' })).status, path).toBe(200)
    }
  })

  test.each(['nothing', randomUUID(), '%00', "' or 1=1"])('“%s” is none', async (id) => {
    for (const path of [
      `/projects/${id}`,
      `/mobilities/${id}`,
      `/observations/${id}`,
      `/observations/${id}/change`,
    ])
      expect((await get(path, { as: 'lead' })).status, path).toBe(404)
  })
})

describe('a project', () => {
  test('that is over is written down afterwards, with its mobilities, and stands in the list', async () => {
    const added = await get('/projects/new', { as: 'mobility_lead', form: project })
    expect(added.status).toBe(303)
    const empty = await get(added.to, { as: 'mobility_lead' })
    expect(empty.text).toContain('ei ole veel ühtegi õpirännet')
    const gone = await get(`${added.to}/mobilities/new`, { as: 'lead', form: mobility })
    expect(gone.status).toBe(303)
    const { text } = await get(added.to, { as: 'coordinator' })
    for (const part of [
      'Õppekäik Norras',
      'Stavanger, Norra',
      '19.–23. mai 2025',
      '5 päeva ja 2 sõidupäeva',
      'Pooleli',
    ])
      expect(text).toContain(part)
    const list = await get('/projects', { as: 'developer' })
    expect(list.text).toMatch(/Naabritelt õppimas\s*1\. august 2024 – 31\. detsember 2025\s*1 õpiränne/)
  })

  test('is changed, and what stood there stands in the form', async () => {
    const path = `/projects/${ours.project}/change`
    const form = await get(path, { as: 'lead' })
    expect(form.html).toContain('value="Meie projekt"')
    expect(
      (await get(path, { as: 'lead', form: { ...project, name: 'Meie projekt', number: 'X-1' } })).status,
    ).toBe(303)
    expect((await get(`/projects/${ours.project}`, { as: 'lead' })).text).toContain('X-1')
  })

  test.each([
    ['no name', { name: ' ' }, 'Kirjuta projekti nimi'],
    ['a name that is too long', { name: 'x'.repeat(201) }, '2 kuni 200'],
    ['a number that is too long', { number: '1'.repeat(61) }, 'kuni 60'],
    ['a year of letters', { callYear: 'kaks' }, 'nelja numbriga'],
    ['a year long ago', { callYear: '1999' }, '2014 kuni 2100'],
    ['a funder that is too long', { funder: 'x'.repeat(201) }, 'Kuni 200 tähte'],
    ['no first day', { 'startsOn-day': '' }, 'esimene päev'],
    ['a day that is none', { 'endsOn-day': '31', 'endsOn-month': '2' }, 'viimane päev'],
    ['a slip in the year', { 'endsOn-year': '0025' }, 'viimane päev'],
    ['an end before its beginning', { 'endsOn-year': '2023' }, 'enne, kui ta algab'],
    ['a summary that is too long', { summary: 'x'.repeat(3001) }, 'Kuni 3000'],
  ])('with %s is not kept, and what was typed stays', async (_, wrong, said) => {
    const before = (await get('/projects', { as: 'lead' })).text
    const form = { ...project, funder: 'Põhjamaade fond', ...wrong }
    const { status, text, html } = await get('/projects/new', { as: 'mobility_lead', form })
    expect(status).toBe(422)
    expect(text).toContain(said)
    if (!('funder' in wrong)) expect(html).toContain('value="Põhjamaade fond"')
    expect((await get('/projects', { as: 'lead' })).text).toBe(before)
  })
})

describe('a mobility', () => {
  test('is draft until somebody says that everything is written down', async () => {
    const path = `/mobilities/${ours.mobility}/change`
    const form = { ...mobility, 'startsOn-day': '10', 'startsOn-month': '3', state: 'complete' }
    expect((await get(path, { as: 'mobility_lead', form })).status).toBe(303)
    const { text } = await get(`/mobilities/${ours.mobility}`, { as: 'coordinator' })
    for (const part of ['Seis Kirjas', '75 päeva ja 2 sõidupäeva', 'Meie kohv keeb kogu päeva.'])
      expect(text).toContain(part)
  })

  test.each([
    ['no kind', { kind: 'holiday' }, 'mis laadi'],
    ['no name', { name: '' }, 'Kirjuta nimetus'],
    ['no host', { host: 'x' }, 'kelle juures'],
    ['a country that is none', { country: 'ZZ' }, 'Vali riik'],
    ['a town that is too long', { town: 'x'.repeat(121) }, 'Kuni 120'],
    ['a day that is none', { 'startsOn-month': '13' }, 'Kirjuta esimene päev'],
    ['an end before its beginning', { 'endsOn-month': '4' }, 'ei saa olla enne esimest'],
    ['more than a year', { 'endsOn-year': '2026' }, 'kuni 365 päeva'],
    ['seven days of travel', { travel: '7' }, 'arv 0 kuni 6'],
    ['half a day of travel', { travel: '1,5' }, 'arv 0 kuni 6'],
    ['a purpose that is too long', { purpose: 'x'.repeat(3001) }, 'Kuni 3000'],
  ])('with %s is not kept, and what was typed stays', async (_, wrong, said) => {
    const path = `/projects/${ours.project}/mobilities/new`
    const form = { ...mobility, ...wrong }
    const { status, text, html } = await get(path, { as: 'lead', form })
    expect(status).toBe(422)
    expect(text).toContain(said)
    expect(html).toContain('name="startsOn-year" value="2025"')
    expect(await house.act('lead', (act) => mobilitiesOf(act, ours.project))).toHaveLength(1)
  })

  test('does not begin after what was seen on it, and a state that is none is not kept', async () => {
    const path = `/mobilities/${ours.mobility}/change`
    const late = await get(path, { as: 'lead', form: { ...mobility, state: 'draft' } })
    expect(late.text).toContain('esimene tähelepanek: 11. märts 2025')
    expect((await get(path, { as: 'lead', form: { ...mobility, state: 'lost' } })).text).toContain(
      'Vali, kas kõik on kirjas',
    )
  })

  test('keeps its kind once a method came of it: a guest is not a journey', async () => {
    await house.act('developer', (act) =>
      takeUpMethod(act, {
        from: { card: 'fi-akilta', number: 1 },
        origin: 'mobility',
        originNote: '',
        observationIds: [ours.seen],
        why: 'Sobib meile.',
      }),
    )
    const path = `/mobilities/${ours.mobility}/change`
    const form = { ...mobility, 'startsOn-day': '10', 'startsOn-month': '3', state: 'draft' }
    const guest = await get(path, { as: 'lead', form: { ...form, kind: 'expert' } })
    expect(guest.status).toBe(422)
    expect(guest.text).toContain('Nähtust on juba saanud meetod')
    expect((await get(path, { as: 'lead', form: { ...form, kind: 'course' } })).status).toBe(303)
    expect((await get(`/mobilities/${ours.mobility}`, { as: 'coordinator' })).text).toContain(
      'Sellest sai meetod',
    )
  })
})

describe('what was seen', () => {
  const add = () => `/mobilities/${ours.mobility}/observations/new`

  test('begins with a day of the mobility and with where the last one was seen', async () => {
    const { html } = await get(add(), { as: 'developer' })
    expect(html).toMatch(/name="seenOn-day" value="\d+"[^]*name="seenOn-year" value="2025"/)
    expect(html).toContain('value="Gildi köök"')
  })

  test('is written on a telephone, stands in the diary, and is changed', async () => {
    const { to, status } = await get(add(), { as: 'developer', form: seeing })
    expect([status, to]).toEqual([303, `/mobilities/${ours.mobility}`])
    expect((await get(to, { as: 'coordinator' })).text).toContain(seeing.what)
    const path = `/observations/${ours.seen}/change`
    expect((await get(path, { as: 'mobility_lead' })).html).toContain('Võti on see, mida jagada.')
    const changed = await get(path, { as: 'mobility_lead', form: { ...seeing, what: 'Muudetud.' } })
    expect([changed.status, changed.to]).toEqual([303, `/observations/${ours.seen}`])
    expect((await get(to, { as: 'coordinator' })).text).toContain('Muudetud.')
  })

  test('has a page of its own: what, where and when, what was thought, and what came of it', async () => {
    const { text, html } = await get(`/observations/${ours.seen}`, { as: 'coordinator' })
    for (const part of ['Muudetud.', '20. mai 2025', 'Taastumiskool', 'Meetod', 'Lõng'])
      expect(text).toContain(part)
    expect(html).toContain(`href="/mobilities/${ours.mobility}"`)
    expect(html).toContain('href="/methods/fi-akilta"')
    // The thread of the method leads here.
    const method = await get('/methods/fi-akilta', { as: 'coordinator' })
    expect(method.html).toContain(`href="/observations/${ours.seen}"`)
  })

  test.each([
    ['nothing', { what: '' }, 'mida sa nägid'],
    ['too much', { what: 'x'.repeat(4001) }, '4000'],
    ['nowhere', { seenAt: '' }, 'kus see oli'],
    ['too long a thought', { thought: 'x'.repeat(2001) }, 'Kuni 2000'],
    ['no day', { 'seenOn-day': '' }, 'päev, kuu ja aasta'],
    ['a day before it began', { 'seenOn-month': '1' }, 'Õpirände esimene päev: 10. märts 2025'],
    ['a day that is yet to come', { 'seenOn-year': '2027' }, 'alles ees'],
  ])('with %s is not kept, and what was typed stays', async (_, wrong, said) => {
    const form = { ...seeing, ...wrong }
    const { status, text, html } = await get(add(), { as: 'developer', form })
    expect(status).toBe(422)
    expect(text).toContain(said)
    expect(html).toContain(`name="seenOn-year" value="${form['seenOn-year']}"`)
    expect(await house.act('lead', (act) => observationsOf(act))).toHaveLength(2)
  })
})

test('whoever coordinates mobilities begins here, and an empty house says what to do', async () => {
  const bare = await openHouse({ rooms: [learningRoom] })
  try {
    const said = async (as: Role) => textOf(await (await bare.request('/projects', { as })).text())
    expect(await said('mobility_lead')).toContain('Lisa esimene projekt')
    expect(await said('coordinator')).toContain('Projekte paneb kirja õpirännete koordinaator')
    const home = await bare.request('/sign-in', { as: 'mobility_lead' })
    expect(home.headers.get('location')).toBe('/projects')
  } finally {
    await bare.close()
  }
})
