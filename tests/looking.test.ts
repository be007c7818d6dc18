/** Looking changes nothing: whoever opens a page, and whichever, the database is afterwards as it was before. */
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeLink } from '../src/access/link.store.ts'
import { atDoor } from '../src/access/door.ts'
import { makeSetUpToken } from '../src/access/set-up.store.ts'
import { visitorOf } from '../src/access/visitor.ts'
import { roles, withActor, type Role } from '../src/platform/actor.ts'
import { actorOf, openWeb, type PageEnv } from '../src/platform/web.tsx'
import { recordContact } from '../src/support/contact.store.ts'
import { footprintOfAll } from './setup/footprint.ts'
import { origin } from './setup/house.ts'
import { openMatrix, type Matrix } from './setup/matrix.ts'
import { addressesOf, forAnyone, mayReach, routes, thingsOf } from './setup/routes.ts'
import { fillRows } from './setup/rows.ts'

let matrix: Matrix
let tokens: Record<string, string>
const pages = routes.filter(({ method }) => method === 'GET')

beforeAll(async () => {
  matrix = await openMatrix()
  await fillRows(matrix)
  const { house } = matrix
  const { host } = house.organisation.accounts
  tokens = {
    link: await atDoor(house.ground, (door) => makeLink(door, { accountId: host.id })),
    setup: await makeSetUpToken(house.ground),
  }
})
afterAll(() => matrix.close())

describe('looking at every page changes nothing', () => {
  test.each([...roles, 'nobody'] as const)('as a %s', async (who) => {
    const cookie = who === 'nobody' ? '' : await matrix.house.signIn(who)
    const paths = await pathsFor(who)
    expect(paths.length).toBeGreaterThan(who === 'nobody' ? 10 : 20)
    // So long that the use of a session is noted anew.
    const { clock } = matrix.house
    clock.set(clock.now().add({ minutes: 2 }).toString())
    expect(await changesOf(paths, cookie)).toEqual([])
  })

  test('and one that did would be found', async () => {
    const { ground } = matrix.house
    const { id: personId } = matrix.people.mine
    const routes = new Hono<PageEnv>().get('/nosy', async (c) => {
      await withActor(ground, actorOf(c), (act) =>
        recordContact(act, { personId, onDay: act.today, way: 'call', reached: false, what: null }),
      )
      return c.text('seen')
    })
    const rights = { routes: { 'GET /nosy': { who: ['coordinator' as const] } }, tables: {}, stores: {} }
    const app = openWeb({ ground, rooms: [{ name: 'nosy', routes, rights }], visitorOf })
    const cookie = await matrix.house.signIn('coordinator')
    expect(await changesOf(['/nosy'], cookie, app)).toEqual(['support.contact'])
  })
})

/** Addresses of everything that is there for somebody, in Estonian and in another language. */
async function pathsFor(who: Role | 'nobody'): Promise<string[]> {
  const open = pages
    .filter(forAnyone)
    .map(({ pattern }) =>
      pattern.replace(/^\/(link|setup)\/:token/, (_, kind: string) => `/${kind}/${tokens[kind]}`),
    )
  if (who === 'nobody') return open
  const account = matrix.account(who)
  const things = await thingsOf(account, matrix)
  const own = pages
    .filter((route) => !forAnyone(route) && mayReach(route, who))
    .flatMap((route) => addressesOf(route, who, matrix, things).there)
  return [...open, ...own, '/account?lang=ru']
}

/** The tables that are not as they were, once all of this was looked at twice. */
async function changesOf(
  paths: readonly string[],
  cookie: string,
  app = matrix.house.app,
): Promise<string[]> {
  const before = await standing()
  for (const path of [...paths, ...paths]) {
    const answer = await app.request(origin + path, { headers: { host: new URL(origin).host, cookie } })
    await answer.arrayBuffer()
    // That no jobs run here is an answer too.
    expect([path, answer.status < 500 || path === '/ready']).toEqual([path, true])
  }
  const after = await standing()
  return [...after].filter(([name, hash]) => before.get(name) !== hash).map(([name]) => name)
}

/**
 * What stands in every table, but for what looking may leave: lines in the audit, when a session was last used, and how often
 * somebody has asked. What the audit said before it still says.
 */
async function standing(): Promise<Map<string, string>> {
  const all = await footprintOfAll(matrix.owner)
  const { rows } = await matrix.owner.query<{ sessions: string; audit: string }>(`select
    (select md5(string_agg((to_jsonb(s) - 'seen_at' - 'idle_ends_at')::text, '' order by id)) from access.session s) as sessions,
    (select md5(string_agg(e::text, '' order by id)) from platform.audit_entry e where id <= ${await firstEntries()}) as audit`)
  all.set('access.session', rows[0]?.sessions ?? '')
  all.set('platform.audit_entry', rows[0]?.audit ?? '')
  all.delete('platform.rate')
  return all
}

let entries: number | undefined
async function firstEntries(): Promise<number> {
  const { rows } = await matrix.owner.query<{ last: string }>(
    'select max(id) as last from platform.audit_entry',
  )
  entries ??= Number(rows[0]?.last)
  return entries
}
