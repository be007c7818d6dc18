/**
 * Canaries: somebody with unmistakable words goes through the whole house, on paper and by hand, well and with every mistake. Nothing of
 * them stands afterwards where it must not be: in the log, in headers and addresses, in titles, in the clear in the database, in the
 * subject of a mail.
 */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listOrganisations } from '../src/access/organisation.store.ts'
import { makeBackup } from '../src/platform/backup.folder.ts'
import { day } from '../src/platform/day.ts'
import { runJob, runUpkeep } from '../src/platform/jobs.ts'
import { openLog } from '../src/platform/log.ts'
import { postMail } from '../src/platform/mail.post.ts'
import { sealAudit } from '../src/platform/audit.seal.ts'
import { canariesIn, listed, person, typed } from './setup/canary.ts'
import { dailyBackup } from '../src/platform/upkeep.ts'
import { openHouse, type As, type House } from './setup/house.ts'
import { openMailbox } from './setup/mailbox.ts'
import { lastMail, mailsOf } from './setup/mails.ts'
import { rooms } from './setup/matrix.ts'
import { formsIn } from './setup/pages.ts'
import { everyRow } from './setup/rows.ts'
import { routes } from './setup/routes.ts'
import { withClient } from './setup/server.ts'
import { openVisit } from './setup/visit.ts'

let house: House
let code: string
let log = ''
const seen: { what: string; status: number; headers: string; title: string; links: string[] }[] = []

async function ask(
  as: As | undefined,
  path: string,
  form?: Record<string, string | string[] | File>,
): Promise<{ response: Response; html: string }> {
  const response = await house.request(path, { as, ...(form ? { form } : {}) })
  const html = response.headers.get('content-type')?.startsWith('text/html') ? await response.text() : ''
  seen.push({
    what: `${form ? 'POST' : 'GET'} ${path}`,
    status: response.status,
    headers: [...response.headers].map(([name, value]) => `${name}: ${decoded(value)}`).join('\n'),
    title: /<title>([^<]*)/.exec(html)?.[1] ?? '',
    links: [...html.matchAll(/\s(?:href|action|src)="([^"]*)"/g)]
      .map(([, href = '']) => href)
      .filter((href) => !/^(tel|mailto|sms):/.test(href)),
  })
  return { response, html }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Opens a page, fills in the form that leads to `action`, and sends it; on a page that asks once more, that too. */
async function fill(
  as: As,
  path: string,
  action = path,
  changed: Record<string, string> = {},
): Promise<Response> {
  let { response, html } = await ask(as, path)
  for (let step = 0; step < 3; step++) {
    const form = formsIn(html, typed).find((one) => one.action === action && one.method === 'POST')
    if (!form) throw new Error(`${path} has no form to ${action}: ${response.status}`)
    ;({ response, html } = await ask(as, action, { ...form.fields, ...changed }))
    if (response.status !== 200) break
  }
  const mistakes = /role="alert"[\s\S]*?<\/div>/.exec(html)?.[0].replace(/<[^>]+>/g, ' ') ?? ''
  expect([action, response.status, mistakes]).toEqual([action, 303, ''])
  return response
}

beforeAll(async () => {
  house = await openHouse({
    rooms,
    at: '2026-11-24T08:00:00Z',
    log: openLog('debug', { write: (line) => void (log += line) }),
  })
  const entered = await fill('coordinator', '/people/new', '/people/new', {
    agreed: 'yes',
    agreedHow: 'spoken',
    coordinator: house.organisation.accounts.coordinator.id,
  })
  code = /\/people\/(.+)$/.exec(entered.headers.get('location') ?? '')?.[1] ?? ''
  expect(code).toMatch(/^[A-Z]\d-\d+$/)
  const about = `/people/${code}`
  for (const words of [person.name, 'kvaasaritar', person.phone, '59876123', person.email])
    await ask('coordinator', '/people', { words })
  await fill('coordinator', `${about}/invite`)
  const self = await comeIn()
  await fill(self, '/me/checkin')
  await fill(self, '/me/checkin/change')
  await fill(self, '/me/pathway', '/me/pathway/pause')
  await ask(self, '/me/pathway/resume', {})
  await fill('coordinator', `${about}/contact`)
  await fill('coordinator', `${about}/checkin`)
  await fill('coordinator', `${about}/lapse`)
  await fill('coordinator', `${about}/checkup/move`)
  await fill('coordinator', `${about}/checkup`)
  await fill('coordinator', `${about}/pathway`, `${about}/pathway/pause`)
  await ask('coordinator', `${about}/pathway/resume`, {})
  await fill('coordinator', `${about}/identity`)
  await fill('coordinator', `${about}/supporter`, `${about}/supporter`, {
    who: house.organisation.accounts.supporter.id,
  })
  await bringList()
  await makeMistakes(self)
  await lookEverywhere(self)
  await breakThings()
  await breakJobs()
  await refuseMails()
  await backUp()
  await postMail(house.ground)
  await sealAudit(house.ground.jobs, house.ground.keys, house.clock.now())
})
afterAll(() => house.close())

async function comeIn(): Promise<{ cookie: string }> {
  const mail = await lastMail(house, person.email)
  const link = /\/link\/\S+/.exec(mail?.text ?? '')?.[0] ?? ''
  const visit = openVisit(house)
  await visit.post(link, {})
  expect(visit.cookie()).not.toBe('')
  return { cookie: visit.cookie() }
}

async function bringList(): Promise<void> {
  const rows = [
    'Nimi;Telefon;E-post;Lahkus;Märkused',
    `${listed.name};${listed.phone};${listed.email};1.10.2026;${person.words}`,
    `${listed.name};;;vihmakass;`,
  ]
  const file = new File([rows.join('\n')], `${listed.name}.csv`, { type: 'text/csv' })
  const { response } = await ask('coordinator', '/import', { file })
  const here = response.headers.get('location') ?? ''
  expect(here).toMatch(/^\/import\/[0-9a-f-]+$/)
  await ask('coordinator', here)
  await ask('coordinator', `${here}/go`, {})
  for (let tries = 0; tries < 100 && !(await mayDownload(here)); tries++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  await ask('coordinator', here)
}

const mayDownload = async (here: string) =>
  (await ask('coordinator', `${here}/refused.xlsx`)).response.status === 200

/** Every form that a page offers, with words in every field, numbers and days too. */
async function makeMistakes(self: As): Promise<void> {
  for (const [as, paths] of [
    ['coordinator', pathsOf('coordinator')],
    [self, pathsOf('participant')],
    [undefined, ['/sign-in']],
  ] as const) {
    for (const path of paths) {
      const { html } = await ask(as, path)
      for (const { action, method, fields } of formsIn(html, typed)) {
        if (method !== 'POST' || /sign-out|leave|erase|sessions|stop|end$|again|hand-over/.test(action))
          continue
        const wrong = Object.keys(fields).map((name) => [
          name,
          /name|email|phone/.test(name) ? `${typed(name)} ${person.words}` : person.words,
        ])
        const { response } = await ask(as, action, Object.fromEntries(wrong))
        expect([action, response.status < 500]).toEqual([action, true])
      }
    }
  }
}

function pathsOf(role: 'coordinator' | 'lead' | 'supporter' | 'participant' | 'admin'): string[] {
  return routes
    .filter(
      ({ method, right, pattern }) =>
        method === 'GET' && !/:(id|token|name|trial)/.test(pattern) && right.who.includes(role),
    )
    .map(({ pattern }) => pattern.replace(':code', code))
}

async function lookEverywhere(self: As): Promise<void> {
  for (const role of ['coordinator', 'lead', 'supporter', 'admin'] as const)
    for (const path of pathsOf(role)) await ask(role, path)
  for (const path of pathsOf('participant')) await ask(self, path)
  await ask('coordinator', '/people?sort=name&show=all')
  await ask(undefined, `/sign-in?next=/people/${code}`)
}

/** The database refuses a row and says so with the row in its message. */
async function breakThings(): Promise<void> {
  const path = `/people/${code}/identity`
  const form = formsIn((await ask('coordinator', path)).html, typed).find(({ action }) => action === path)
  const broken = 'alter table people.identity add constraint broken check (false) not valid'
  await withClient(house.database.connection, (owner) => owner.query(broken))
  const { response } = await ask('coordinator', path, form?.fields)
  await withClient(house.database.connection, (owner) =>
    owner.query('alter table people.identity drop constraint broken'),
  )
  expect(response.status).toBe(500)
}

/** What runs by itself meets the same row; and somebody's own mistake, whose message was written for nobody. */
async function breakJobs(): Promise<void> {
  const { ground, database } = house
  await withClient(database.connection, (owner) =>
    owner.query('alter table platform.job_run add constraint broken check (false) not valid'),
  )
  const names = rooms
    .flatMap((room) => [...(room.jobs ?? []), ...(room.upkeep ?? [])])
    .map(({ name }) => name)
  const failing = names.map((name) => ({
    name,
    cron: '0 3 * * *',
    dueAfter: 1,
    run: async () => {
      await house.act('system', (act) =>
        act.tx.updateTable('people.person').set({ code: person.name }).execute(),
      )
    },
  }))
  const organisations = () => listOrganisations(ground)
  const reads = {
    name: 'reads',
    cron: '',
    run: async () => void JSON.parse(`${person.name}\n${person.words}`),
  }
  const days = { name: 'days', cron: '', run: async () => void day(person.words) }
  for (const job of [...failing, reads, days])
    await expect(runJob(ground, job, organisations)).rejects.toThrow()
  await expect(runUpkeep(ground, dailyBackup, organisations)).rejects.toThrow()
  await withClient(database.connection, (owner) =>
    owner.query('alter table platform.job_run drop constraint broken'),
  )
}

/** A mail server that says whom it does not want, in so many words. */
async function refuseMails(): Promise<void> {
  const mailbox = await openMailbox()
  mailbox.refuse = 451
  const { ground } = house
  const posted = await postMail({ ...ground, config: { ...ground.config, smtp: mailbox.url } })
  await mailbox.close()
  expect(posted.later).toBeGreaterThan(0)
}

let backup: { file: string; bytes: Buffer; note: string }

async function backUp(): Promise<void> {
  const { ground } = house
  const { file } = await makeBackup(ground)
  await runUpkeep(ground, dailyBackup, () => listOrganisations(ground)).catch(() => {})
  const { note } = await ground.jobs
    .selectFrom('platform.jobRun')
    .select('note')
    .where('name', '=', dailyBackup.name)
    .executeTakeFirstOrThrow()
  backup = { file, bytes: readFileSync(file), note: note ?? '' }
}

describe('nothing of a person stands', () => {
  test('in a backup, its name, and what is noted of it', () => {
    expect(backup.bytes.length).toBeGreaterThan(10_000)
    for (const encoding of ['latin1', 'utf8', 'utf16le'] as const)
      expect(canariesIn(backup.bytes.toString(encoding))).toEqual([])
    expect(canariesIn(`${backup.file} ${backup.note}`)).toEqual([])
  })

  test('in the log, at its most talkative', () => {
    expect(log.split('\n').length).toBeGreaterThan(seen.length)
    expect(log).toMatch(/"level":50/)
    expect(log.match(/"a job failed"/g)?.length).toBeGreaterThan(8)
    expect(log).toContain('"a message was not sent"')
    expect(log.split('\n').filter((line) => canariesIn(line).length > 0)).toEqual([])
  })

  test('in the header of an answer, in the address it leads to, or in a cookie', () => {
    expect(seen.filter(({ status }) => status === 303).length).toBeGreaterThan(20)
    expect(
      seen
        .filter(({ headers }) => canariesIn(headers).length > 0)
        .map(({ what, headers }) => `${what}\n${headers}`),
    ).toEqual([])
  })

  test('in the title of a page, which stands in tabs and in the history', () => {
    expect(seen.filter(({ title }) => title !== '').length).toBeGreaterThan(100)
    expect(seen.filter(({ title }) => canariesIn(title).length > 0)).toEqual([])
  })

  test('in an address that a page leads to', () => {
    const links = seen.flatMap(({ what, links }) => links.map((link) => `${what} → ${decoded(link)}`))
    expect(links.length).toBeGreaterThan(1000)
    expect(links.filter((link) => canariesIn(link.split(' → ')[1] ?? '').length > 0)).toEqual([])
  })

  test('in the clear in the database', async () => {
    const rows = await everyRow(house.database.connection)
    expect(rows.length).toBeGreaterThan(200)
    expect(rows.filter(({ row }) => canariesIn(row).length > 0)).toEqual([])
  })

  test('in the subject of a mail, which others forward and servers log', async () => {
    const mails = await mailsOf(house)
    expect(mails.length).toBeGreaterThan(0)
    expect(mails.filter(({ subject }) => canariesIn(subject).length > 0)).toEqual([])
  })
})

describe('the canaries are heard', () => {
  test('however they are written', () => {
    const written = [
      'Kvaasaritar',
      'KVAASARITAR',
      '+372 5987 6123',
      '5987-6123',
      '7.7.1977'.replace(/(\d)\.(\d)\./, '0$1.0$2.'),
      '1977-07-07',
      '\\x7669686d616b617373',
    ]
    for (const text of written) expect([text, canariesIn(text).length]).toEqual([text, 1])
    expect(canariesIn('Kadri Mets, 5550 2001')).toEqual([])
  })

  test('where they belong: on the pages of those who may see them', async () => {
    const { html } = await ask('coordinator', `/people/${code}`)
    expect(canariesIn(html)).toEqual(expect.arrayContaining(['kvaasaritar', '59876123', 'vihmakass']))
    expect(canariesIn((await ask('coordinator', '/people')).html)).toContain('kvantiilik')
  })

  test('in the database, where something is not sealed', async () => {
    await house.act('coordinator', (act) =>
      act.tx
        .updateTable('tasks.task')
        .set({ outcome: person.words })
        .where('state', '!=', 'requested')
        .execute(),
    )
    const rows = await everyRow(house.database.connection)
    expect(rows.find(({ row }) => canariesIn(row).includes('vihmakass'))?.table).toBe('tasks.task')
  })
})
