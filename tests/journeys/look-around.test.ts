import { afterAll, beforeAll, expect, test } from 'vitest'
import { listOrganisations } from '../../src/access/organisation.store.ts'
import { listPeople } from '../../src/people/person.store.ts'
import { systemOf, withActor, type Actor, type Role } from '../../src/platform/actor.ts'
import { beginLookAround, lookAroundOf } from '../../src/site/look-around.ts'
import { openPlace, type Place } from '../setup/journey.ts'

const token = 'the-one-that-was-used'
let place: Place
let links: { path: string; role: Role }[]
let watched: string[]

beforeAll(async () => {
  place = await openPlace()
  // A few days will do: everybody has come in, and who sees whom is settled.
  const ended = beginLookAround(place.ground, token, { days: 4 })
  const walk = await place.walk({ width: 390, locale: 'et', scripts: true })
  await walk.go(`/setup/${token}/invented`)
  watched = [await walk.text()]
  await walk.look('set-up-running')
  // Without scripts the page is loaded again; with them it moves where it stands, and brings the links by itself.
  expect(await (await fetch(`${place.url}/setup/${token}/invented`)).text()).toContain(
    '<noscript><meta http-equiv="refresh"',
  )
  await ended
  await walk.page.waitForSelector('main a[href^="/link/"]')
  watched.push(await walk.text())
  await walk.look('set-up-links')
  const look = lookAroundOf(place.ground, token)
  links = look?.state === 'done' ? [...look.links] : []
  await walk.close()
}, 180_000)
afterAll(() => place.close())

test('whoever began it watches how far it has come, and finds the links at the same address', async () => {
  expect(watched[0]).toMatch(/Mõtleme inimesi välja.*%/)
  expect(watched[1]).toMatch(
    /Vali, kelle pilguga vaatad.*Koordinaator: Kadri Lepik.*Tugiisik: Toomas Raudsepp/,
  )
  expect((await fetch(`${place.url}/setup/another/invented`)).status).toBe(404)
})

test('there is one link for each role that works here', () => {
  expect(links.map(({ role }) => role)).toEqual([
    'coordinator',
    'lead',
    'supporter',
    'developer',
    'host',
    'mobility_lead',
    'participant',
    'admin',
  ])
})

test.each([
  ['coordinator', '/day', 'Minu päev'],
  ['lead', '/day', 'Minu päev'],
  ['supporter', '/day', 'Minu päev'],
  ['developer', '/developing', 'Minu kogukonnad'],
  ['host', '/communities/rukkivalja-kula', 'Rukkivälja küla'],
  ['mobility_lead', '/projects', 'Õpiränded'],
  ['participant', '/me', 'Tere, '],
  ['admin', '/admin', 'Haldus'],
])(
  'the link of the %s leads to %s without a second factor, once',
  { timeout: 60_000 },
  async (role, at, heading) => {
    const { path = '' } = links.find((link) => link.role === role) ?? {}
    const first = await place.walk({ width: 390, locale: 'et', scripts: false })
    await first.go(path)
    await first.page.click('main form button')
    expect(first.at()).toBe(at)
    expect(await first.page.textContent('h1')).toContain(heading)
    await first.close()
    expect((await fetch(place.url + path)).status).toBe(404)
  },
)

test('the supporter meets those who agreed to them, and nobody else', async () => {
  const [organisation] = await listOrganisations(place.ground)
  const { accountId } = await place.ground.signin
    .selectFrom('access.accountRole')
    .select('accountId')
    .where('role', '=', 'supporter')
    .executeTakeFirstOrThrow()
  const { id: organisationId = '', timeZone = '' } = organisation ?? {}
  const seen = (actor: Actor) => withActor(place.ground, actor, async (act) => (await listPeople(act)).length)
  const beside = await seen({ accountId, organisationId, timeZone, role: 'supporter' })
  expect(beside).toBeGreaterThan(5)
  expect(beside).toBeLessThan((await seen(systemOf(organisationId, timeZone))) / 3)
})
