/**
 * The whole house with nobody in it yet, served at a free port of this machine, and browsers that walk through it: for journeys.
 *
 * @example
 * const place = await openPlace()
 * const coordinator = await place.walk({ width: 390, locale: 'et', scripts: false })
 * await coordinator.go('/day')
 * await coordinator.look('day-empty')
 */
import { readFile } from 'node:fs/promises'
import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { createAccount } from '../../src/access/account.store.ts'
import { atDoor } from '../../src/access/door.ts'
import { listOrganisations, setUpOrganisation } from '../../src/access/organisation.store.ts'
import { openSession } from '../../src/access/session.store.ts'
import { sessionCookie } from '../../src/access/visitor.ts'
import { openApp, rooms } from '../../src/app.ts'
import { systemOf, withActor, type Acting, type Role } from '../../src/platform/actor.ts'
import { sealAudit } from '../../src/platform/audit.seal.ts'
import { fixedClock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openGround, type Ground } from '../../src/platform/ground.ts'
import { runJob } from '../../src/platform/jobs.ts'
import { openLog } from '../../src/platform/log.ts'
import type { Locale } from '../../src/platform/words.ts'
import { testBrowser } from './browser.ts'
import { freshDatabase, testKeys, type TestDatabase } from './database.ts'
import { axe, overflow, picture, spilling, thorough } from './look.ts'
import { lastMail, type Mailed } from './mails.ts'

export type Place = {
  ground: Ground
  clock: ReturnType<typeof fixedClock>
  database: TestDatabase
  url: string
  /** Words that may stand in no title and no address: names, telephone numbers. */
  personal: string[]
  /** Moves the clock and runs what runs at night; `moment` is an instant such as `2026-11-24T07:00:00Z`. */
  until(moment: string): Promise<void>
  /** The newest mail to this address. */
  mailTo(email: string): Promise<Mailed>
  /** One browser of somebody; everything it complains about fails the journey when it is closed. */
  walk(look: WalkLook): Promise<Walk>
  close(): Promise<void>
}

export type WalkLook = { width: 390 | 1280; locale: Locale; scripts: boolean }

export type Walk = WalkLook & {
  page: Page
  context: BrowserContext
  go(path: string): Promise<void>
  /** Where it stands: path and query. */
  at(): string
  /** Presses the button of this name, and waits for the page that follows. */
  press(name: string): Promise<void>
  /** Follows the link of this name. */
  follow(name: string): Promise<void>
  /** Taps the answer of a question; radios and boxes lie under their labels. */
  choose(name: string, value: string): Promise<void>
  fill(fields: Record<string, string>): Promise<void>
  /** Follows a link that leads to a file. @returns the file, and the name under which it would be kept */
  take(name: string): Promise<{ fileName: string; bytes: Buffer }>
  /** What the page says, as one line. */
  text(): Promise<string>
  /** Puts a new session of this account into the browser, as if it had just come in with a passkey. */
  comeIn(accountId: string, role: Role): Promise<void>
  /** Judges the page as it stands; `LOOK=all` keeps a picture of it. */
  look(name: string): Promise<void>
  close(): Promise<void>
}

export async function openPlace({
  at = '2026-11-23T08:00:00Z',
  env = {},
}: { at?: string; env?: Record<string, string> } = {}): Promise<Place> {
  const database = await freshDatabase()
  const clock = fixedClock(at)
  let fetch: ((request: Request, env: object) => Response | Promise<Response>) | undefined
  const server = serve({
    fetch: (request, env) => {
      // Nobody is faster than this; what was first and what later can be told apart.
      if (!request.url.includes('/assets/')) clock.set(clock.now().add({ seconds: 3 }).toString())
      // The port is known only once it is taken, and the house needs it to begin.
      return fetch?.(request, env) ?? new Response('', { status: 503 })
    },
    port: 0,
    hostname: 'localhost',
  })
  const port = await new Promise<number>((resolve) => {
    server.once('listening', () => resolve((server.address() as AddressInfo).port))
  })
  const url = `http://localhost:${port}`
  const ground = openGround({
    config: readConfig({ TUGEVUS_LOG: 'silent', TUGEVUS_URL: url, ...env }),
    dataDir: database.dataDir,
    clock,
    keys: testKeys,
    log: openLog('error'),
    database: database.connection,
  })
  fetch = openApp(ground).fetch
  const nightly = rooms(ground).flatMap((room) => room.jobs ?? [])
  const personal: string[] = []
  const walks = new Set<Walk>()
  const place: Place = {
    ground,
    clock,
    database,
    url,
    personal,
    async until(moment) {
      clock.set(moment)
      for (const job of nightly) await runJob(ground, job, () => listOrganisations(ground))
      while ((await sealAudit(ground.jobs, ground.keys, clock.now())) > 0);
    },
    async mailTo(email) {
      const mail = await lastMail({ ground }, email)
      if (!mail) throw new Error(`nothing was mailed to ${email}`)
      return mail
    },
    async walk(look) {
      const opened = await openWalk(place, look)
      walks.add(opened)
      return opened
    },
    async close() {
      for (const walk of walks) await walk.context.close()
      await new Promise((resolve) => server.close(resolve))
      await ground[Symbol.asyncDispose]()
      await database.drop()
    },
  }
  return place
}

export type Staff = { id: string; name: string; email: string; role: Role }
export type Home = {
  id: string
  lead: Staff
  coordinator: Staff
  colleague: Staff
  supporter: Staff
  /** Runs `work` as one of them. */
  act<T>(as: Staff, work: (act: Acting) => Promise<T>): Promise<T>
}

/** An organisation with its staff, for journeys that begin after its first day. */
export async function settle(place: Place): Promise<Home> {
  const timeZone = 'Europe/Tallinn'
  const lead = { name: 'Anneli Kask', email: 'anneli@rukkilill.test' }
  const { organisationId, adminId } = await atDoor(place.ground, (door) =>
    setUpOrganisation(door, {
      name: 'MTÜ Rukkilill',
      languages: ['et', 'ru', 'en'],
      locale: 'et',
      timeZone,
      invented: false,
      admin: { ...lead, roles: ['admin', 'lead'] },
    }),
  )
  const add = (name: string, email: string, role: Role): Promise<Staff> =>
    withActor(place.ground, systemOf(organisationId, timeZone), async (act) => ({
      id: await createAccount(act, { name, email, roles: [role], locale: 'et' }),
      name,
      email,
      role,
    }))
  return {
    id: organisationId,
    lead: { ...lead, id: adminId, role: 'lead' },
    coordinator: await add('Kadri Lepik', 'kadri@rukkilill.test', 'coordinator'),
    colleague: await add('Mihkel Saarepuu', 'mihkel@rukkilill.test', 'coordinator'),
    supporter: await add('Toomas Raudsepp', 'toomas@rukkilill.test', 'supporter'),
    act: (as, work) =>
      withActor(place.ground, { accountId: as.id, organisationId, role: as.role, timeZone }, work),
  }
}

async function openWalk(place: Place, { width, locale, scripts }: WalkLook): Promise<Walk> {
  const browser = await testBrowser()
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: scripts,
    locale: locale === 'et' ? 'et-EE' : locale === 'ru' ? 'ru-RU' : 'en-GB',
    acceptDownloads: true,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    // A page that says what is missing, or that it is not there, is no failure; a file that it needs would be.
    if (message.type() === 'error' && message.location().url !== page.url()) complaints.push(message.text())
  })
  const at = () => page.url().slice(place.url.length)
  const leave = async (step: () => Promise<unknown>) => {
    await Promise.all([page.waitForNavigation(), step()])
    if ((await page.title()).length === 0) throw new Error(`${at()} has no title`)
  }
  return {
    width,
    locale,
    scripts,
    page,
    context,
    at,
    async go(path) {
      const answer = await page.goto(place.url + path)
      expect(answer?.status(), path).toBe(200)
    },
    press: (name) => leave(() => page.getByRole('button', { name, exact: true }).first().click()),
    follow: (name) => leave(() => page.getByRole('link', { name, exact: true }).first().click()),
    choose: (name, value) => page.locator(`label:has([name="${name}"][value="${value}"])`).click(),
    async fill(fields) {
      for (const [name, value] of Object.entries(fields)) await page.fill(`main [name="${name}"]`, value)
    },
    async take(name) {
      const coming = page.waitForEvent('download')
      await page.getByRole('link', { name, exact: true }).first().click()
      const download = await coming
      return { fileName: download.suggestedFilename(), bytes: await readFile(await download.path()) }
    },
    text: async () => ((await page.textContent('body')) ?? '').replace(/\s+/g, ' '),
    async comeIn(accountId, role) {
      const opened = await atDoor(place.ground, (door) =>
        openSession(door, { accountId, way: 'passkey', strong: true, device: '', role }),
      )
      if (!opened) throw new Error('this account opens no session')
      // As if over HTTPS: a `__Host-` cookie is refused from an address without it, localhost too.
      const url = place.url.replace('http:', 'https:')
      const look = { url, secure: true, httpOnly: true, sameSite: 'Lax' } as const
      await context.addCookies([{ name: sessionCookie, value: opened.token, ...look }])
    },
    async look(name) {
      const where = `${name} at ${width}, ${locale}`
      expect(personalWords(place, await page.title()), `the title of ${where}`).toEqual([])
      expect(strangeParts(at()), `the address of ${where}`).toEqual([])
      expect(personalWords(place, decodeURIComponent(at())), `the address of ${where}`).toEqual([])
      if (scripts) await page.evaluate(() => document.fonts.ready)
      expect(await brokenWords(page), where).toEqual([])
      expect(await overflow(page), `${where} is wider than the screen`).toBe(0)
      expect(await spilling(page), where).toEqual([])
      // Every journey is also walked with scripts, through the same markup: axe reads it there once, which is a third of what a look takes.
      if (scripts || thorough) {
        const seen = scripts ? page : await lookingGlass(page)
        expect(await axe(seen), where).toEqual([])
        if (thorough) await picture(seen, `journeys/${name}-${width}-${locale}`)
        if (seen !== page) await seen.context().close()
      }
    },
    async close() {
      await context.close()
      expect(complaints).toEqual([])
    },
  }
}

/** Words that no page means to say. */
export async function brokenWords(page: Page): Promise<string[]> {
  const text = (await page.innerText('body')).replaceAll('\u00a0', ' ')
  return (
    text.match(
      /[^\n]{0,40}(?:\.\.|\bundefined\b|\bNaN\b|\[object|\bnull\b| [,.;:](?=\s|$)|  )[^\n]{0,20}/gm,
    ) ?? []
  )
}

/** axe is a script: a page without scripts is judged as the same markup, laid before a browser that has them, with the page's own left out. */
async function lookingGlass(page: Page): Promise<Page> {
  const markup = (await page.content())
    .replace(/<script\b[^>]*>[^]*?<\/script>/g, '')
    .replace(/<\/?noscript>/g, '')
  const glass = await (await testBrowser()).newContext({ viewport: page.viewportSize() })
  const seen = await glass.newPage()
  const address = page.url()
  await seen.route(
    (url) => url.href === address.replace(/#.*/, ''),
    (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: markup }),
  )
  await seen.goto(address)
  return seen
}

function personalWords(place: Place, text: string): string[] {
  return place.personal.filter((word) => text.toLowerCase().includes(word.toLowerCase()))
}

/** What an address is made of: our words, codes such as K7-42, ids and one-time tokens; in the query choices, days and sealed words. */
function strangeParts(address: string): string[] {
  const url = new URL(address, 'http://localhost')
  const [, first = '', ...rest] = url.pathname.split('/')
  const part = /^([a-z]+(-[a-z]+)*(\.[a-z]+)?|[A-Z]\d-\d+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/
  const strange = [first, ...rest].filter((piece, place) => {
    const token = place === 1 && (first === 'link' || first === 'setup' || first === 'a')
    return !part.test(piece) && !(token && /^[\w-]{20,}$/.test(piece))
  })
  for (const [key, value] of url.searchParams) {
    const sealed = key === 'find' && /^[\w-]+$/.test(value)
    if (!sealed && !/^(\/?[a-z0-9/-]*|[A-Z]\d-\d+)$/.test(value)) strange.push(`${key}=${value}`)
  }
  return strange
}
