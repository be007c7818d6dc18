import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  bring,
  csvFile,
  ended,
  everybody,
  fieldsOf,
  openTeam,
  said,
  tabs,
  type Team,
} from '../../tests/setup/bring.ts'
import { readSpreadsheet } from '../platform/spreadsheet.ts'
import { cellText } from '../platform/spreadsheet.cells.ts'

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
