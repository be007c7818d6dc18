/**
 * The invented organisation: to look around in, to show, to try on. It is made through the functions that real data goes through, dated from
 * today, and never beside real data.
 */
import { insertAccount } from '../access/account.store.ts'
import { atDoor } from '../access/door.ts'
import { makeLink } from '../access/link.store.ts'
import { listOrganisations, setUpOrganisation } from '../access/organisation.store.ts'
import type { Role } from '../platform/actor.ts'
import type { Ground } from '../platform/ground.ts'
import { inventCommunities } from './invented.communities.ts'
import { inventColleagues } from './invented.colleagues.ts'
import { inventLearning } from './invented.learning.ts'
import { liveInventedMonths, type Living } from './invented.history.ts'
import { settleSearches } from './invented.search.ts'
import { inventTrainings } from './invented.trainings.ts'

export type InventedLink = { role: Role; name: string; path: string }

export class RealDataError extends Error {
  override name = 'RealDataError'
}

const staff: readonly { name: string; roles: readonly Role[] }[] = [
  { name: 'Kadri Lepik', roles: ['coordinator'] },
  { name: 'Mihkel Saarepuu', roles: ['coordinator'] },
  { name: 'Irina Petrova', roles: ['coordinator'] },
  { name: 'Toomas Raudsepp', roles: ['supporter'] },
  { name: 'Maret Kask', roles: ['developer'] },
  { name: 'Anneli Rohtla', roles: ['host'] },
  { name: 'Liis Tamm', roles: ['mobility_lead'] },
]

/**
 * @returns one sign-in link per role
 * @throws RealDataError where an organisation is there already
 */
export async function settleInvented(ground: Ground, living: Living = {}): Promise<InventedLink[]> {
  if ((await listOrganisations(ground)).length > 0) {
    throw new RealDataError('invented people are never put beside an organisation that is there')
  }
  const { timeZone } = ground.config
  const { organisationId, leadId, accounts } = await atDoor(ground, async (door) => {
    const made = await setUpOrganisation(door, {
      name: 'MTÜ Rukkilill (väljamõeldud)',
      languages: ['et', 'ru', 'en'],
      locale: 'et',
      timeZone,
      invented: true,
      admin: { name: 'Anneli Kask', email: 'anneli@example.org', roles: ['admin', 'lead'] },
    })
    const ids: string[] = []
    for (const [number, person] of staff.entries()) {
      ids.push(
        await insertAccount(door, made.organisationId, {
          ...person,
          email: `tootaja${number + 1}@example.org`,
          locale: person.name.startsWith('Irina') ? 'ru' : 'et',
        }),
      )
    }
    return { organisationId: made.organisationId, leadId: made.adminId, accounts: ids }
  })
  const withRole = (role: Role) =>
    staff.flatMap(({ name, roles }, number) => {
      const accountId = accounts[number]
      return accountId !== undefined && roles.includes(role) ? [{ accountId, name }] : []
    })
  const [coordinators, [supporter]] = [withRole('coordinator'), withRole('supporter')]
  const [[developer], [host], [mobilityLead]] = [
    withRole('developer'),
    withRole('host'),
    withRole('mobility_lead'),
  ]
  if (!supporter || !developer || !host || !mobilityLead)
    throw new Error('somebody is missing in the invented organisation')
  const place = { organisationId, timeZone }
  const { participant, entered } = await liveInventedMonths(
    ground,
    place,
    { coordinators, supporter },
    living,
  )
  await settleSearches(ground, place, entered)
  await inventColleagues(ground, place, coordinators)
  const communities = await inventCommunities(ground, place, {
    developer,
    lead: { accountId: leadId, name: 'Anneli Kask' },
    host,
  })
  await inventLearning(
    ground,
    place,
    { mobilityLead: mobilityLead.accountId, developer: developer.accountId, supporter: supporter.accountId },
    [...communities].map(([name, id]) => ({ id, name })),
  )
  const [firstCommunity] = communities.values()
  if (firstCommunity === undefined) throw new Error('there is no invented community')
  await inventTrainings(
    ground,
    place,
    developer,
    [
      ...coordinators.map((one) => ({ ...one, role: 'coordinator' as const })),
      { ...supporter, role: 'supporter' },
      { ...mobilityLead, role: 'mobility_lead' },
      { name: 'Anneli Kask', accountId: leadId, role: 'lead' },
      { ...host, role: 'host' },
    ],
    firstCommunity,
  )
  const [first] = coordinators
  const faces: { role: Role; name: string; accountId: string }[] = [
    ...(first ? [{ role: 'coordinator' as const, ...first }] : []),
    { role: 'lead', name: 'Anneli Kask', accountId: leadId },
    { role: 'supporter', ...supporter },
    { role: 'developer', ...developer },
    { role: 'host', ...host },
    { role: 'mobility_lead', ...mobilityLead },
    { role: 'participant', ...participant },
    { role: 'admin', name: 'Anneli Kask', accountId: leadId },
  ]
  return atDoor(ground, async (door) => {
    const links: InventedLink[] = []
    for (const { role, name, accountId } of faces) {
      links.push({ role, name, path: `/link/${await makeLink(door, { accountId, role })}` })
    }
    return links
  })
}

export function printLinks(url: string, links: readonly InventedLink[]): string[] {
  const widest = Math.max(...links.map((link) => link.role.length))
  return links.map((link) => `  ${link.role.padEnd(widest)}  ${url}${link.path}  (${link.name})`)
}
