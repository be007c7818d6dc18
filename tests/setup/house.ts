/**
 * A whole house on a database of its own: two organisations with an account in every role, a clock that stands still, and the
 * rooms as an app that is asked through `request`.
 *
 * @example
 * let house: House
 * beforeAll(async () => { house = await openHouse({ rooms: [people] }) })
 * afterAll(() => house.close())
 * const page = await house.request('/people', { as: 'coordinator' })
 */
import type { Hono } from 'hono'
import { accessRoom } from '../../src/access/room.ts'
import { createAccount } from '../../src/access/account.store.ts'
import { atDoor } from '../../src/access/door.ts'
import { setUpOrganisation } from '../../src/access/organisation.store.ts'
import { openSession, readSession } from '../../src/access/session.store.ts'
import { sessionCookie, visitorOf } from '../../src/access/visitor.ts'
import { roles, systemOf, withActor, type Acting, type Actor, type Role } from '../../src/platform/actor.ts'
import { assets } from '../../src/platform/assets.ts'
import { fixedClock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openGround, type Ground } from '../../src/platform/ground.ts'
import { openLog, type Log } from '../../src/platform/log.ts'
import type { Room } from '../../src/platform/room.ts'
import { openWeb, type PageEnv } from '../../src/platform/web.tsx'
import { freshDatabase, testKeys, type TestDatabase } from './database.ts'

export type TestAccount = { id: string; name: string; email: string; role: Role; organisationId: string }

export type TestOrganisation = {
  id: string
  name: string
  timeZone: string
  accounts: Record<Role, TestAccount>
}

/** A role of the first organisation, an account, or a cookie header that a test got by itself. */
export type As = Role | TestAccount | { cookie: string }

export type Asked = {
  as?: As | undefined
  /** Sent as a form by POST; several values under one name as a list. */
  form?: Record<string, string | readonly (string | File)[] | File> | undefined
  method?: string | undefined
  headers?: Record<string, string> | undefined
}

export type House = {
  ground: Ground
  clock: ReturnType<typeof fixedClock>
  database: TestDatabase
  app: Hono<PageEnv>
  organisation: TestOrganisation
  /** Another organisation on the same server, which must never meet the first. */
  other: TestOrganisation
  actor(as: Role | TestAccount | 'system'): Actor
  /** Runs `work` in one transaction as this actor. */
  act<T>(as: Role | TestAccount | 'system', work: (act: Acting) => Promise<T>): Promise<T>
  /** A cookie header of a new session; strong unless told otherwise. */
  signIn(as: Role | TestAccount, look?: { strong?: boolean }): Promise<string>
  request(path: string, asked?: Asked): Promise<Response>
  close(): Promise<void>
}

export const origin = 'http://localhost:3000'

export async function openHouse(
  given: {
    /** Above `access`, which is always there. */
    rooms?: readonly Room[]
    /** Where the clock stands at first; 23 November 2026, ten in the morning in Estonia, if not given. */
    at?: string
    env?: Record<string, string>
    /** Silent if not given. */
    log?: Log
  } = {},
): Promise<House> {
  const database = await freshDatabase()
  const clock = fixedClock(given.at ?? '2026-11-23T08:00:00Z')
  const ground = openGround({
    config: readConfig({ TUGEVUS_LOG: 'silent', TUGEVUS_URL: origin, ...given.env }),
    dataDir: database.dataDir,
    clock,
    keys: testKeys,
    log: given.log ?? openLog('silent'),
    database: database.connection,
  })
  const organisation = await found(ground, 'Esimene', 'esimene.test')
  const other = await found(ground, 'Teine', 'teine.test')
  const rooms = given.rooms ?? []
  const app = openWeb({
    ground,
    rooms: rooms.includes(accessRoom) ? rooms : [accessRoom, ...rooms],
    visitorOf,
  })
  app.route('/', assets)

  const accountOf = (as: Role | TestAccount) => (typeof as === 'string' ? organisation.accounts[as] : as)
  function actor(as: Role | TestAccount | 'system'): Actor {
    if (as === 'system') return systemOf(organisation.id, organisation.timeZone)
    const { id, organisationId, role } = accountOf(as)
    return { accountId: id, organisationId, role, timeZone: organisation.timeZone }
  }
  async function signIn(as: Role | TestAccount, { strong = true } = {}): Promise<string> {
    const { id, role } = accountOf(as)
    const opened = await atDoor(ground, (door) =>
      openSession(door, { accountId: id, way: strong ? 'passkey' : 'code', strong, device: '', role }),
    )
    if (!opened) throw new Error('this account opens no session')
    return `${sessionCookie}=${opened.token}`
  }
  // One for each account and moment, as long as it stands: a test may end it.
  const sessions = new Map<string, string>()
  async function cookieOf(as: As): Promise<string> {
    if (typeof as !== 'string' && 'cookie' in as) return as.cookie
    const { id, role } = accountOf(as)
    const key = `${id} ${role} ${clock.now()}`
    const kept = sessions.get(key)
    if (kept && (await readSession(ground, kept.slice(sessionCookie.length + 1)))) return kept
    const cookie = await signIn(as)
    sessions.set(key, cookie)
    return cookie
  }
  async function request(path: string, { as, form, method, headers }: Asked = {}): Promise<Response> {
    const sent = new Headers({ host: new URL(origin).host, ...headers })
    if (as) sent.set('cookie', [await cookieOf(as), sent.get('cookie')].filter(Boolean).join('; '))
    const by = method ?? (form ? 'POST' : 'GET')
    if (by !== 'GET' && !sent.has('origin')) sent.set('origin', origin)
    return app.request(origin + path, { method: by, headers: sent, ...(form ? { body: bodyOf(form) } : {}) })
  }
  return {
    ground,
    clock,
    database,
    app,
    organisation,
    other,
    actor,
    act: (as, work) => withActor(ground, actor(as), work),
    signIn,
    request,
    async close() {
      await ground[Symbol.asyncDispose]()
      await database.drop()
    },
  }
}

/** An organisation where everybody is called after their role. */
async function found(ground: Ground, name: string, domain: string): Promise<TestOrganisation> {
  const timeZone = 'Europe/Tallinn'
  const emailOf = (role: Role) => `${role.replace('_', '-')}@${domain}`
  const nameOf = (role: Role) => (role === 'participant' ? 'P9-99' : `${role} ${name}`)
  const { organisationId, adminId } = await atDoor(ground, (door) =>
    setUpOrganisation(door, {
      name,
      languages: ['et', 'ru', 'en'],
      locale: 'et',
      timeZone,
      invented: false,
      admin: { name: nameOf('admin'), email: emailOf('admin'), roles: ['admin'] },
    }),
  )
  const ids = await withActor(ground, systemOf(organisationId, timeZone), async (act) => {
    const made: Partial<Record<Role, string>> = { admin: adminId }
    for (const role of roles) {
      made[role] ??= await createAccount(act, {
        name: nameOf(role),
        ...(role === 'participant' ? { ownName: `participant ${name}` } : {}),
        email: emailOf(role),
        roles: [role],
        locale: 'et',
      })
    }
    return made
  })
  const account = (role: Role): TestAccount => ({
    id: ids[role] ?? '',
    name: nameOf(role),
    email: emailOf(role),
    role,
    organisationId,
  })
  const accounts: Record<Role, TestAccount> = {
    coordinator: account('coordinator'),
    lead: account('lead'),
    developer: account('developer'),
    host: account('host'),
    supporter: account('supporter'),
    participant: account('participant'),
    officer: account('officer'),
    mobility_lead: account('mobility_lead'),
    admin: account('admin'),
  }
  return { id: organisationId, name, timeZone, accounts }
}

function bodyOf(form: NonNullable<Asked['form']>): FormData | URLSearchParams {
  const entries = Object.entries(form).flatMap(([name, value]): [string, string | File][] =>
    typeof value === 'string' || value instanceof File
      ? [[name, value]]
      : value.map((one): [string, string | File] => [name, one]),
  )
  const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  if (texts.length === entries.length) return new URLSearchParams(texts)
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}
