import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  bring,
  everybody,
  fieldsOf,
  messyFile,
  openTeam,
  said,
  tabs,
  type Team,
} from '../../tests/setup/bring.ts'
import { isBefore } from '../platform/day.ts'
import { readSpreadsheet } from '../platform/spreadsheet.ts'
import { cellText } from '../platform/spreadsheet.cells.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import { catchUp } from './daily.store.ts'
import { firstContactDays } from './first-contact.ts'
import { supportContent } from './support.content.ts'

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
