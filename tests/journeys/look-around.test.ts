import { afterAll, beforeAll, expect, test } from 'vitest'
import { listOrganisations } from '../../src/access/organisation.store.ts'
import { listPeople } from '../../src/people/person.store.ts'
import { systemOf, withActor, type Actor } from '../../src/platform/actor.ts'
import { settleInvented, type InventedLink } from '../../src/site/invented.ts'
import { openPlace, type Place } from '../setup/journey.ts'

let place: Place
let links: InventedLink[]
beforeAll(async () => {
  place = await openPlace()
  // A few days will do: everybody has come in, and who sees whom is settled.
  links = await settleInvented(place.ground, 4)
}, 120_000)
afterAll(() => place.close())

test('there is one link for each role that works here', () => {
  expect(links.map(({ role }) => role)).toEqual(['coordinator', 'lead', 'supporter', 'participant', 'admin'])
})

test.each([
  ['coordinator', '/day', 'Minu päev'],
  ['lead', '/day', 'Minu päev'],
  ['supporter', '/day', 'Minu päev'],
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
