/** Whoever is on a page sees in the menu where they are: one item is marked, and which one does not depend on chance. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles } from '../src/platform/actor.ts'
import { openMatrix, type Matrix } from './setup/matrix.ts'
import { addressesOf, mayReach, routes, thingsOf } from './setup/routes.ts'
import { fillRows } from './setup/rows.ts'

let matrix: Matrix
beforeAll(async () => {
  matrix = await openMatrix()
  await fillRows(matrix)
})
afterAll(() => matrix.close())

/** One's own account is reached by one's name, beside the menu. */
const ofNoItem = /^\/account(\/|$)/

test.each(roles)('a %s sees on every page in which part of the house it is', async (role) => {
  const account = matrix.account(role)
  const cookie = await matrix.house.signIn(account)
  const things = await thingsOf(account, matrix)
  const faults: string[] = []
  let looked = 0
  for (const route of routes) {
    if (route.method !== 'GET' || !mayReach(route, role)) continue
    const [path] = addressesOf(route, role, matrix, things).there
    if (path === undefined) continue
    const answer = await matrix.house.request(path, { as: { cookie } })
    const html =
      answer.status === 200 && answer.headers.get('content-type')?.startsWith('text/html')
        ? await answer.text()
        : ''
    if (!html.includes('<nav class="menu"')) continue
    const [menu = ''] = /<nav class="menu"[^]*?<\/nav>/.exec(html) ?? []
    const marked = [...menu.matchAll(/<a href="([^"]*)" aria-current="page">/g)].map(([, href]) => href)
    looked += 1
    const wanted = ofNoItem.test(route.pattern) ? 0 : 1
    if (marked.length !== wanted) faults.push(`${role} ${route.pattern}: ${marked.join(', ') || 'none'}`)
  }
  expect(faults).toEqual([])
  expect(looked).toBeGreaterThan(3)
})
