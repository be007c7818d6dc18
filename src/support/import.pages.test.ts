import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bring, csvFile, ended, fieldsOf, messyFile, said, tabs } from '../../tests/setup/bring.ts'
import { openHouse, type House, type TestAccount } from '../../tests/setup/house.ts'
import { createAccount } from '../access/account.store.ts'
import { consentsFor } from '../people/consent.store.ts'
import { readIdentities } from '../people/identity.store.ts'
import { listPeople } from '../people/person.store.ts'
import { isBefore } from '../platform/day.ts'
import { readSpreadsheet } from '../platform/spreadsheet.ts'
import { cellText } from '../platform/spreadsheet.cells.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import { catchUp } from './daily.store.ts'
import { firstContactDays } from './first-contact.ts'
import { listCaseload } from './caseload.store.ts'
import { supportRoom } from './room.ts'
import { supportContent } from './support.content.ts'

type Team = { house: House; maris: TestAccount; irina: TestAccount; lead: TestAccount }

async function openTeam(): Promise<Team> {
  const house = await openHouse({ rooms: [supportRoom] })
  const { id: organisationId, accounts } = house.organisation
  const join = async (name: string): Promise<TestAccount> => {
    const email = `${name.split(' ')[0]?.toLowerCase()}@esimene.test`
    const id = await house.act('system', (act) =>
      createAccount(act, { name, email, roles: ['coordinator'], locale: 'et' }),
    )
    return { id, name, email, role: 'coordinator', organisationId }
  }
  return { house, maris: await join('Maris Saar'), irina: await join('Irina Petrova'), lead: accounts.lead }
}

/** Everybody of the organisation as they stand in the database, by name. */
async function everybody({ house }: Team) {
  return house.act('lead', async (act) => {
    const people = await listPeople(act)
    const identities = await readIdentities(
      act,
      people.map(({ id }) => id),
    )
    const lines = new Map((await listCaseload(act)).map((line) => [line.personId, line]))
    const consents = await consentsFor(act, 'continuing-support')
    return new Map(
      people.map((person) => {
        const identity = identities.get(person.id)
        const line = lines.get(person.id)
        return [
          identity?.name ?? '',
          {
            ...person,
            identity,
            leftOn: String(line?.leftOn),
            state: line?.state,
            consent: consents.get(person.id),
          },
        ]
      }),
    )
  })
}

const answersOf = ({ maris, irina }: Team, page: string) => {
  const fields = fieldsOf(page, '/file')
  // What is suggested stands there already.
  expect(Object.values(fields)).toContain(maris.id)
  expect(Object.values(fields)).toContain(irina.id)
  return { ...fields, slash: 'dmy' }
}

describe.each([
  { file: 'caseload-messy.xlsx' as const, first: 4, create: 6, doubtful: 10, rows: 17 },
  { file: 'caseload-messy.csv' as const, first: 2, create: 5, doubtful: 10, rows: 16 },
])('$file, brought by a careful human', ({ file, first, create, doubtful, rows }) => {
  let team: Team
  beforeAll(async () => {
    team = await openTeam()
  })
  afterAll(() => team.house.close())
  /** The same people stand in both files, but for one row; the name of the first tells where. */
  const at = (place: number) => first + place - (file.endsWith('csv') && place > 2 ? 1 : 0)

  test('is shown before anything is written', async () => {
    const list = await bring(team.house, team.maris, messyFile(file))
    const page = await list.page()
    expect(tabs(page)).toEqual({ 'Vajab sind': doubtful, 'Failis topelt': 1, Korras: create })
    expect(said(page)).toContain(`Failis on ${rows} rida`)
    expect((await everybody(team)).size).toBe(0)
    expect((await list.send('remove')).status).toBe(303)
    expect((await team.house.request(list.path, { as: team.maris })).status).toBe(404)
  })

  test('is put right beside each reason and comes in whole', async () => {
    const list = await bring(team.house, team.maris, messyFile(file))
    expect((await list.send('file', answersOf(team, await list.page()))).status).toBe(303)
    // The day with slashes is answered for all rows at once.
    expect(tabs(await list.page())).toMatchObject({ 'Vajab sind': doubtful - 1, Korras: create + 1 })

    // What is saved as it stands is taken where it was suggested, and left as it is where it was not.
    expect((await list.fix({})).status).toBe(303)
    expect(tabs(await list.page())).toMatchObject({ 'Vajab sind': doubtful - 3, Korras: create + 3 })
    const worse = await list.fix({ [`fix-${at(6)}-birthDate`]: '30.2.1992' })
    expect(worse.status).toBe(422)
    const complaint = await worse.text()
    expect(said(complaint)).toContain('30.2.1992')
    expect(complaint).toContain('class="err-sum"')

    const fixed = await list.fix({
      [`skip-${at(5)}`]: 'on',
      [`fix-${at(6)}-birthDate`]: '29.2.1992',
      [`fix-${at(9)}-name`]: 'Ants Põld',
      [`ok-${at(11)}-phone`]: 'on',
      [`fix-${at(11)}-coordinator`]: 'Maris Saar',
      [`fix-${at(12)}-leftOn`]: '12.12.2025',
      [`skip-${at(13)}`]: 'on',
      [`fix-${at(17)}-municipality`]: 'Viljandi vald',
    })
    expect(fixed.status).toBe(303)
    expect(tabs(await list.page())).toEqual({ 'Failis topelt': 1, 'Välja jäetud': 2, Korras: rows - 3 })

    const done = await list.go()
    expect(said(done)).toContain(`Lisati ${rows - 3} inimest`)
    expect(said(done)).toContain('3 rida jäi välja')

    const people = await everybody(team)
    expect(people.size).toBe(rows - 3)
    expect(people.get('Tõnu Kask')).toMatchObject({
      identity: { phones: ['+37255501001'], email: 'tonu.kask@example.org', remarks: 'helistada õhtul' },
      municipality: '0293',
      language: 'et',
      leftOn: '2026-02-12',
      coordinatorId: team.maris.id,
      state: 'to-be-asked',
    })
    expect(String(people.get('Tõnu Kask')?.identity?.birthDate)).toBe('1986-03-14')
    expect(String(people.get('Liis Pärn')?.identity?.birthDate)).toBe('1992-02-29')
    expect(people.get('Rein Sepp')?.identity?.email).toBe('rein.sepp@example.org')
    expect(people.get('Žanna Šults')).toMatchObject({
      coordinatorId: team.irina.id,
      leftOn: '2026-04-03',
      language: 'ru',
    })
    expect(String(people.get('Žanna Šults')?.identity?.birthDate)).toBe('1984-06-12')
    expect(people.get('Peeter Lill')).toMatchObject({
      coordinatorId: team.maris.id,
      identity: { phones: [] },
    })
    expect(people.get('Mart Oja')?.leftOn).toBe('2025-12-12')
    expect(people.get('Toomas Rand')).toMatchObject({
      language: 'fi',
      identity: { phones: ['+37255501017', '+37255501018'] },
    })
    expect(people.get('Kadri Laas')?.language).toBe('en')
    expect(people.has('Sirje Nõmm')).toBe(false)
    expect([...people.keys()].some((name) => name.includes('HYPERLINK'))).toBe(false)
  })

  test('waits to be asked, spread over four weeks, and nothing of before was missed', async () => {
    const { house } = team
    const tasks = await house.act('lead', (act) => listOpenTasks(act))
    expect(tasks.map(({ kind }) => kind)).toEqual(Array.from({ length: rows - 3 }, () => 'ask'))
    const last = (await house.act('lead', async (act) => act.today)).add({ days: firstContactDays })
    for (const { ownerId } of tasks) {
      const own = tasks.filter((task) => task.ownerId === ownerId).map(({ dueOn }) => dueOn)
      expect(own.every((dueOn) => isBefore(dueOn, last))).toBe(true)
      // Not all on one day.
      expect(new Set(own.map(String)).size).toBe(own.length)
    }
    const caught = await house.act('system', (act) => catchUp(act, supportContent().pathways))
    expect(caught).toMatchObject({ checkinsDue: 0, checkinsMissed: 0, checkupsMissed: 0, tasksOpened: 0 })
  })

  test('gives back what stayed out, with the reasons, and no formula', async () => {
    const { house, maris } = team
    const [mine] =
      /\/import\/[0-9a-f-]{36}/.exec(await (await house.request('/import', { as: maris })).text()) ?? []
    const answer = await house.request(`${mine}/refused.xlsx`, { as: maris })
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z-]+\.xlsx"$/)
    const read = await readSpreadsheet(new Uint8Array(await answer.arrayBuffer()), 'x.xlsx')
    if (read.kind !== 'spreadsheet') throw new Error(read.problem.code)
    const [headings, ...back] = read.sheets[0].rows.map(({ cells }) => cells.map(cellText))
    expect(headings?.at(-1)).toBe('Põhjus')
    expect(back.map((cells) => cells.at(-1))).toEqual([
      `Sama inimene on juba real ${first}.`,
      'Rida jäeti välja.',
      'Rida jäeti välja.',
    ])
    expect((await house.request(`${mine}/refused.xlsx`, { as: 'lead' })).status).toBe(404)
  })

  test.each(['maris', 'irina', 'lead'] as const)('creates nothing twice, also not for %s', async (who) => {
    const list = await bring(team.house, team[who], messyFile(file))
    const page = await list.page()
    expect(tabs(page)).toMatchObject({ 'Juba olemas': rows - 3, Korras: 0 })
    expect((await list.send('go')).status).toBe(422)
    expect((await everybody(team)).size).toBe(rows - 3)
    expect((await list.send('remove')).status).toBe(303)
  })

  test('does not show a colleague’s people, only that they have come', async () => {
    const list = await bring(team.house, team.irina, messyFile(file))
    const page = await list.page('?show=known')
    expect(said(page)).toContain('juba toonud')
    const codes = [...(await everybody(team)).values()].filter(
      ({ coordinatorId }) => coordinatorId === team.maris.id,
    )
    for (const { code } of codes) expect(said(page)).not.toContain(code)
  })
})

describe('an import', () => {
  let team: Team
  beforeAll(async () => {
    team = await openTeam()
  })
  afterAll(() => team.house.close())
  const head = 'Nimi;Sünniaeg;Telefon;E-post;Lahkus;Nõustus;Kuidas nõustus;Märkused'

  test('asks nobody who has agreed already, and keeps how', async () => {
    const list = await bring(
      team.house,
      team.maris,
      csvFile(
        head,
        'Aet Üks;1.1.1980;55510001;;1.10.2026;2.10.2026;Kirjalikult;',
        'Bert Kaks;1.1.1981;55510002;;1.10.2026;3.10.2026;;',
        'Cris Kolm;1.1.1982;55510003;;1.10.2026;;suuliselt;helistada',
      ),
    )
    const done = await list.go()
    expect(said(done)).toContain('Lisati 3 inimest')
    expect(said(done)).toContain('2 inimest on juba nõustunud')
    const people = await everybody(team)
    expect(people.get('Aet Üks')).toMatchObject({
      state: 'active',
      consent: { state: 'given', how: 'written' },
    })
    expect(people.get('Bert Kaks')).toMatchObject({ state: 'active', consent: { state: 'given', how: '' } })
    expect(people.get('Cris Kolm')).toMatchObject({
      state: 'to-be-asked',
      consent: undefined,
      identity: { remarks: 'helistada\nKuidas nõustus: suuliselt' },
    })
  })

  test('pressed twice and from two windows happens once', async () => {
    const { house, maris, irina } = team
    const lines = Array.from(
      { length: 40 },
      (_, n) => `Dora ${'abcdefghij'[n % 10]}${'klmn'[Math.floor(n / 10)]}o;;5552${1000 + n};;1.9.2026;;;`,
    )
    const before = (await everybody(team)).size
    const [one, other] = [
      await bring(house, maris, csvFile(head, ...lines)),
      await bring(house, irina, csvFile(head, ...lines)),
    ]
    const answers = await Promise.all([
      one.send('go'),
      one.send('go'),
      other.send('go'),
      one.send('go'),
      other.send('go'),
    ])
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303])
    const [first, second] = [await ended(one.page), await ended(other.page)]
    expect((await everybody(team)).size).toBe(before + 40)
    expect([first, second].filter((page) => page.includes('Lisati 40 inimest'))).toHaveLength(1)
    expect([first, second].filter((page) => page.includes('Kedagi ei lisatud'))).toHaveLength(1)
  })

  test('leaves out who only shares a contact, until a human says that it is somebody else', async () => {
    const list = await bring(
      team.house,
      team.maris,
      csvFile(
        head,
        'Eha Abikaasa;3.3.1983;55510001;;1.9.2026;;;',
        'Aet Üks;1.1.1980;;aet@example.org;1.9.2026;;;',
      ),
    )
    expect(tabs(await list.page())).toEqual({ 'Juba olemas': 2, Korras: 0 })
    const page = await list.page('?show=known')
    expect(said(page)).toContain('Aet Üks')
    // The same name and birth date: that cannot be overruled.
    expect(page.match(/value="new"/g)).toHaveLength(1)
    expect((await list.send('row', { row: '3', deed: 'new' })).status).toBe(303)
    expect((await list.send('row', { row: '2', deed: 'new' })).status).toBe(303)
    expect(tabs(await list.page())).toEqual({ 'Juba olemas': 1, Korras: 1 })
    expect(said(await list.go())).toContain('Lisati üks inimene')
  })

  test('can leave a row out and take it back in', async () => {
    const list = await bring(team.house, team.maris, csvFile(head, 'Fred Viis;;55510005;;1.9.2026;;;'))
    await list.send('row', { row: '2', deed: 'skip', show: 'enter' })
    expect(tabs(await list.page())).toMatchObject({ 'Välja jäetud': 1, Korras: 0 })
    await list.send('row', { row: '2', deed: 'back' })
    expect(tabs(await list.page())).toEqual({ Korras: 1 })
  })

  test('keeps what was typed in one window when another one saves', async () => {
    const list = await bring(
      team.house,
      team.maris,
      csvFile(head, ';;55510006;;1.9.2026;;;', ';;55510007;;1.9.2026;;;'),
    )
    const fields = fieldsOf(await list.page('?show=doubtful'), '/rows')
    await Promise.all([
      list.send('rows', { ...fields, 'fix-2-name': 'Gerda Kuus' }),
      list.send('rows', { ...fields, 'fix-3-name': 'Heino Seitse' }),
    ])
    expect(tabs(await list.page())).toEqual({ Korras: 2 })
  })

  test('lets unknown headings be told by hand', async () => {
    const list = await bring(
      team.house,
      team.maris,
      csvFile('Kes;Millal;Number', 'Ivo Kaheksa;1.9.2026;55510008', 'Jaana Üheksa;2.9.2026;55510009'),
    )
    const page = await list.page()
    expect(said(page)).toContain('Mis on veerus „Kes“?')
    expect(said(page)).toContain('Näiteks: Ivo Kaheksa, Jaana Üheksa')
    await list.send('file', {
      ...fieldsOf(page, '/file'),
      'column-0': 'name',
      'column-1': 'leftOn',
      'column-2': 'phone',
    })
    expect(tabs(await list.page())).toEqual({ Korras: 2 })
  })

  test('waits until somebody says whose people they are', async () => {
    const { house, lead } = team
    const list = await bring(
      house,
      lead,
      csvFile(
        'Nimi;Telefon;Lahkus;Kontaktisik',
        'Kaur Kümme;55510010;1.9.2026;Juta',
        'Liina Uus;55510011;1.9.2026;',
      ),
    )
    const refused = await list.send('go')
    expect(refused.status).toBe(422)
    expect(said(await refused.text())).toContain('Vali, kes on „Juta“')
    const page = await list.page()
    const fields = fieldsOf(page, '/file')
    const field =
      Object.keys(fields)
        .find((name) => fields[name] === 'Juta')
        ?.replace('-name', '') ?? ''
    await list.send('file', { ...fields, [field]: team.irina.id })
    await list.fix({ 'fix-3-coordinator': 'Maris Saar' })
    expect(said(await list.go())).toContain('Lisati 2 inimest')
    const people = await everybody(team)
    expect(people.get('Kaur Kümme')?.coordinatorId).toBe(team.irina.id)
    expect(people.get('Liina Uus')?.coordinatorId).toBe(team.maris.id)
  })

  test('of a file that is none says so and keeps nothing', async () => {
    const { house, maris } = team
    for (const [file, text] of [
      [new File([], 'tühi.xlsx'), 'Vali fail'],
      [new File(['%PDF-1.7\u0000\u0001'], 'x.pdf'), 'Vali XLSX- või CSV-fail'],
      [csvFile('Nimi;Lahkus'), 'ei ole ühtegi inimest'],
    ] as const) {
      const answer = await house.request('/import', { as: maris, form: { file } })
      expect(answer.status).toBe(422)
      expect(said(await answer.text())).toContain(text)
    }
  })

  test('is nobody’s business but of who brought it', async () => {
    const { house, maris, irina } = team
    const list = await bring(house, maris, csvFile(head, 'Mall Viimane;;55510012;;1.9.2026;;;'))
    const strangers = [
      irina,
      'lead',
      'developer',
      'host',
      'supporter',
      'participant',
      'officer',
      'mobility_lead',
      'admin',
    ] as const
    for (const as of [...strangers, house.other.accounts.coordinator]) {
      for (const [path, form] of [
        [list.path, undefined],
        [`${list.path}/file`, {}],
        [`${list.path}/rows`, {}],
        [`${list.path}/row`, { row: '2', deed: 'skip' }],
        [`${list.path}/go`, {}],
        [`${list.path}/remove`, {}],
        [`${list.path}/refused.xlsx`, undefined],
      ] as const) {
        const answer = await house.request(path, { as, ...(form ? { form, method: 'POST' } : {}) })
        expect(`${path} ${answer.status}`).toBe(`${path} 404`)
      }
    }
    for (const as of strangers.slice(2)) {
      expect((await house.request('/import', { as })).status).toBe(404)
      expect((await house.request('/import', { as, form: { file: csvFile(head) } })).status).toBe(404)
      expect((await house.request('/import/template.xlsx', { as })).status).toBe(404)
    }
    expect(tabs(await list.page())).toEqual({ Korras: 1 })
  })

  test('begins with an empty sheet whose headings are known', async () => {
    const { house, maris } = team
    for (const [lang, name] of [
      ['et', 'Nimi'],
      ['ru', 'Имя и фамилия'],
      ['en', 'Full name'],
    ] as const) {
      const answer = await house.request('/import/template.xlsx', {
        as: maris,
        headers: { cookie: `tugevus-lang=${lang}` },
      })
      const read = await readSpreadsheet(new Uint8Array(await answer.arrayBuffer()), 'x.xlsx')
      if (read.kind !== 'spreadsheet') throw new Error(read.problem.code)
      expect(cellText(read.sheets[0].rows[0]?.cells[0])).toBe(name)
    }
  })
})
