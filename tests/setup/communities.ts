/** Communities at every distance: one whose contact person the first organisation's host is, another one of it, and one of the other organisation. */
import { addCommunity } from '../../src/communities/community.store.ts'
import type { CommunityProfile } from '../../src/communities/community.ts'
import { addMember } from '../../src/communities/member.store.ts'
import type { House, TestOrganisation } from './house.ts'

export type SeededCommunity = { id: string; slug: string; organisationId: string }
export type SeededCommunities = {
  mine: SeededCommunity
  others: SeededCommunity
  foreign: SeededCommunity
}

export const profileOf = (name: string, given: Partial<CommunityProfile> = {}): CommunityProfile => ({
  name,
  kind: 'place',
  municipality: '0502',
  languages: ['et'],
  summary: 'Külaselts, mis peab korras oma rahvamaja.',
  contact: '+372 5550 0101',
  ...given,
})

/** Accepted, as a developer entered them. */
export async function addAccepted(
  house: House,
  { id: organisationId, accounts }: TestOrganisation,
  name: string,
  given: Partial<CommunityProfile> = {},
): Promise<SeededCommunity> {
  const added = await house.act(accounts.developer, (act) =>
    addCommunity(act, profileOf(name, given), 'accepted'),
  )
  return { ...added, organisationId }
}

export async function seedCommunities(house: House): Promise<SeededCommunities> {
  const { organisation, other } = house
  const mine = await addAccepted(house, organisation, 'Kuusiku külaselts')
  const others = await addAccepted(house, organisation, 'Tamme jalgrattaklubi', { kind: 'interest' })
  const foreign = await addAccepted(house, other, 'Võõra küla selts')
  for (const [community, { accounts }] of [
    [mine, organisation],
    [foreign, other],
  ] as const) {
    await house.act(accounts.developer, (act) =>
      addMember(act, { communityId: community.id, accountId: accounts.host.id }),
    )
  }
  return { mine, others, foreign }
}
