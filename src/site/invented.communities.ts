/** The invented communities, made through the functions that real ones go through. */
import { addAsset } from '../communities/asset.store.ts'
import { addCommunity, moveCommunity, publishCommunity } from '../communities/community.store.ts'
import { addMember } from '../communities/member.store.ts'
import { confirmTrust } from '../communities/trust.store.ts'
import { withActor, type Acting, type Actor } from '../platform/actor.ts'
import { chanceOf } from '../platform/chance.ts'
import type { Ground } from '../platform/ground.ts'
import { municipalities } from '../platform/municipalities.ts'
import { inventedHelps, inventHelps } from './invented.assets.ts'
import { inventedCommunities, type InventedCommunity } from './invented.community.list.ts'
import { atMoment, type Colleague } from './invented.history.ts'
import { inventLocations } from './invented.locations.ts'
import { inventPlan } from './invented.plans.ts'
import { inventPlaces } from './invented.places.ts'
import { inventReadiness, inventRoundUnderWay } from './invented.readiness.ts'
import { inventPulses } from './invented.pulses.ts'

const hours = 24

/** Who says so, of the two who do. */
const voices = [
  { name: 'Mari Mets', basis: 'Käis kolm korda talgutel ja sõi koos teistega.' },
  { name: 'Jaan Kask', basis: 'Tõi sinna kaks inimest ja jäi ise õhtuni.' },
] as const

/** @returns by name, the id of each community */
export async function inventCommunities(
  ground: Ground,
  place: { organisationId: string; timeZone: string },
  { developer, lead, host }: { developer: Colleague; lead: Colleague; host: Colleague },
): Promise<ReadonlyMap<string, string>> {
  const actor: Actor = { ...place, accountId: developer.accountId, role: 'developer' }
  const as = <T>(who: 'developer' | 'lead', days: number, work: (act: Acting) => Promise<T>) =>
    withActor(
      atMoment(ground, ground.clock.now().subtract({ hours: days * hours })),
      { ...actor, accountId: (who === 'lead' ? lead : developer).accountId, role: who },
      work,
    )
  const ago = <T>(days: number, work: (act: Acting) => Promise<T>) => as('developer', days, work)
  const ids = new Map<string, string>()
  for (const [number, one] of inventedCommunities.entries()) {
    const id = await ago(260 - number * 5, (act) => invent(act, one))
    ids.set(one.name, id)
    await ago(30, async (act) => {
      if (one.published) await publishCommunity(act, id, true)
      if (one.resting) await moveCommunity(act, id, 'resting')
      for (const voice of voices.slice(0, one.words)) {
        await confirmTrust(act, id, { ...voice, level: 'host', onDay: act.today.subtract({ days: 3 }) })
      }
    })
  }
  const open = inventedCommunities
    .filter(({ state }) => state === 'accepted')
    .flatMap(({ name }) => ids.get(name) ?? [])
  // Half of them said how it is last week, the others so long ago that somebody asks again.
  for (const [at, days] of [
    [0, 7],
    [1, 120],
  ] as const) {
    const some = open.filter((_, place) => (place % 3 === 1) === (at === 1))
    await ago(days, (act) => inventPlaces(act, some, chanceOf(at + 1)))
  }
  await ago(1, async (act) => {
    for (const [number, id] of open.entries()) await inventPlan(act, id, number)
    for (const [name, helps] of Object.entries(inventedHelps)) {
      const id = ids.get(name)
      if (id !== undefined) await inventHelps(act, id, helps)
    }
  })
  const chance = chanceOf(3)
  for (const [number, id] of open.slice(0, 4).entries()) {
    await inventReadiness(as, id, { chance, higher: number === 0 ? 0.5 : -number / 2, often: number === 0 })
  }
  const [, , , , next] = open
  if (next !== undefined) await inventRoundUnderWay(as, next, chance)
  await inventPulses(
    ground,
    actor,
    [...ids].map(([name, id]) => ({ id, name })),
  )
  const [first] = ids.values()
  if (first !== undefined)
    await ago(90, (act) => addMember(act, { communityId: first, accountId: host.accountId }))
  return ids
}

async function invent(act: Acting, one: InventedCommunity): Promise<string> {
  const municipality = municipalities.find(({ name }) => name === one.in)
  if (!municipality) throw new Error(`there is no municipality called ${one.in}`)
  const { id } = await addCommunity(
    act,
    {
      name: one.name,
      kind: one.kind,
      municipality: municipality.code,
      languages: [...one.languages],
      summary: one.summary,
      contact: '5550 0100',
    },
    one.state,
  )
  await inventLocations(act, { id, name: one.name, municipality: municipality.code })
  for (const [kind, title] of one.assets) {
    await addAsset(act, id, { kind, capitals: [], title, note: '', foundOn: act.today })
  }
  return id
}
