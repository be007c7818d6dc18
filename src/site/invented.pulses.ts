/** Pulses of invented communities, answered by invented villagers in the way real ones are: by the code, without an account. */
import { randomUUID } from 'node:crypto'
import { pulseCode } from '../communities/pulse.code.ts'
import { answerPulse, closePulse, holderOf, openPulse } from '../communities/pulse.store.ts'
import { distanceKeys, highestOf, itemKeys, type Answers, type PulseMoment } from '../communities/pulse.ts'
import { withActor, type Actor } from '../platform/actor.ts'
import { chanceOf, type Chance } from '../platform/chance.ts'
import type { Ground } from '../platform/ground.ts'
import { atMoment } from './invented.history.ts'

type Invented = {
  moment: PulseMoment
  label: string
  /** Days ago; 14 days later it is closed, if that is over. */
  opened: number
  expected: number
  people: number
  /** About what most answer: of 10, and of 3. */
  trust: number
  distance: number
}

/** Of the first communities; the last of the first one's is open. */
const pulses: readonly (readonly Invented[])[] = [
  [
    { moment: 'before', label: 'kevadel', opened: 230, expected: 20, people: 14, trust: 4.6, distance: 1.7 },
    { moment: 'after', label: 'sügisel', opened: 40, expected: 20, people: 11, trust: 5.3, distance: 1.1 },
    { moment: 'before', label: 'talveks', opened: 3, expected: 20, people: 3, trust: 5.3, distance: 1.1 },
  ],
  [
    { moment: 'before', label: '', opened: 220, expected: 12, people: 9, trust: 6.1, distance: 1.3 },
    { moment: 'after', label: '', opened: 30, expected: 12, people: 7, trust: 6, distance: 0.9 },
  ],
]

/** @param communities in their order; `developer` opens and closes */
export async function inventPulses(
  ground: Ground,
  developer: Actor,
  communities: readonly { id: string; name: string }[],
): Promise<void> {
  const chance = chanceOf(5)
  for (const [number, list] of pulses.entries()) {
    const community = communities[number]
    if (!community) continue
    for (const pulse of list) await inventPulse(ground, developer, community, pulse, chance)
  }
}

async function inventPulse(
  ground: Ground,
  developer: Actor,
  community: { id: string; name: string },
  { moment, label, opened, expected, people, ...usual }: Invented,
  chance: Chance,
): Promise<void> {
  const ago = (days: number) => atMoment(ground, ground.clock.now().subtract({ hours: days * 24 }))
  const id = await withActor(ago(opened), developer, (act) =>
    openPulse(
      act,
      { communityId: community.id, about: community.name },
      { moment, label, opensOn: act.today, untilOn: act.today.add({ days: 14 }), expected },
    ),
  )
  const holder = holderOf(ground, pulseCode(ground.keys, id))
  if (!holder) throw new Error('a pulse has a code')
  for (let one = 0; one < people; one++) {
    const answers = inventAnswers(chance, usual)
    await withActor(ago(opened - 1), holder, (act) => answerPulse(act, randomUUID(), answers))
  }
  if (opened > 14) await withActor(ago(opened - 14), developer, (act) => closePulse(act, id))
}

function inventAnswers(chance: Chance, usual: { trust: number; distance: number }): Answers {
  const answers = itemKeys.map((item) => {
    const highest = highestOf(item)
    const middle = distanceKeys.some((key) => key === item) ? usual.distance : usual.trust
    const about = middle + (chance.next() + chance.next() - 1) * highest * 0.45
    return [item, chance.happens(0.05) ? null : Math.min(highest, Math.max(0, Math.round(about)))]
  })
  return { ...(Object.fromEntries(answers) as Answers), neighbour: Math.round(usual.distance) }
}
