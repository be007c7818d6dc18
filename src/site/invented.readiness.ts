/** Assessments of the invented communities: interviews, two scorers, what they agreed on. */
import type { Dimension } from '../communities/readiness.ts'
import { readinessDefinition } from '../communities/readiness.content.ts'
import { addInterview, beginRound, closeRound, interviewsOf, roundsOf } from '../communities/round.store.ts'
import { agreeOn, handIn, keepScores, takePlace } from '../communities/scorer.store.ts'
import type { Acting } from '../platform/actor.ts'
import type { Chance } from '../platform/chance.ts'

const parts = ['külavanem', 'õpetaja', 'noor', 'pensionil meister', 'poepidaja', 'naiskoori liige'] as const

const notes = [
  'Ütles, et inimesi on siin vähe ja iga tulija paneb tähele. Kui keegi ta kätte juhatab, läheb hästi.',
  'Räägib, et külas on kuuldud halba, aga kes ise kohtunud, räägib teisiti. Tahaks, et keegi tuleks rääkima.',
  'Arvab, et ruume jagub, inimesi ka; keegi peab lihtsalt esimese nädala kõrval olema.',
  'Kardab, et jääb üksi, kui midagi läheb viltu. Kui on teada, kellele helistada, on nõus.',
] as const

/** What the interviews come to about, by dimension, before chance moves them a quarter or two; a community begins lower or higher. */
const levels: Record<Dimension, number> = {
  climate: 4.75,
  leadership: 5.5,
  knowledge: 2.75,
  efforts: 4,
  efforts_known: 3.75,
  resources: 4.5,
}

type As = <T>(who: 'developer' | 'lead', daysAgo: number, work: (act: Acting) => Promise<T>) => Promise<T>

/**
 * An assessment of half a year ago and one of last week; and two more before and between where it is asked about `often`.
 *
 * @param higher how far above or below the usual this community stands, in stages
 */
export async function inventReadiness(
  as: As,
  communityId: string,
  { chance, higher, often }: { chance: Chance; higher: number; often: boolean },
): Promise<void> {
  const before = (level: number, closed: number) =>
    inventRound(as, communityId, { chance, level: higher - level, begun: closed + 10, closed, interviews: 6 })
  if (often) await before(2.25, 245)
  await before(often ? 1.25 : 0.75, 190)
  if (often) await before(1.5, 95)
  await inventRound(as, communityId, { chance, level: higher, begun: 21, closed: 7, interviews: 6 })
}

/** One that is under way: two interviews agreed on, one that waits for its second scorer. */
export async function inventRoundUnderWay(as: As, communityId: string, chance: Chance): Promise<void> {
  await inventRound(as, communityId, { chance, level: -1, begun: 6, closed: null, interviews: 3 })
}

async function inventRound(
  as: As,
  communityId: string,
  round: { chance: Chance; level: number; begun: number; closed: number | null; interviews: number },
): Promise<void> {
  const { chance, level, begun, closed } = round
  const { version, variants } = readinessDefinition()
  const { dimensions } = variants.five
  await as('developer', begun, (act) =>
    beginRound(act, communityId, { variant: 'five', version, dimensions, smallAndAlike: false }),
  )
  const last = closed ?? 1
  for (let number = 0; number < round.interviews; number += 1) {
    const step = () => (Math.floor(chance.next() * 3) - 1) / 4
    const scores = (shift: () => number) =>
      dimensions.map((dimension) => ({
        dimension,
        score: Math.min(9, Math.max(1, levels[dimension] + Math.round(level * 4) / 4 + shift())),
        why: '',
      }))
    const agreed = scores(step)
    const waits = closed === null && number === round.interviews - 1
    const day = Math.max(last, begun - 1 - number)
    const theRound = async (act: Acting) => {
      const [open] = await roundsOf(act, communityId)
      if (!open) throw new Error('no assessment was begun')
      return open
    }
    const id = await as('developer', day, async (act) =>
      addInterview(act, await theRound(act), {
        onDay: act.today,
        part: parts[number % parts.length] ?? parts[0],
        notes: notes[Math.floor(chance.next() * notes.length)] ?? notes[0],
      }),
    )
    const theInterview = async (act: Acting) => {
      const found = (await interviewsOf(act, [(await theRound(act)).id])).find((one) => one.id === id)
      if (!found) throw new Error('the interview is not there')
      return found
    }
    for (const who of waits ? (['developer'] as const) : (['developer', 'lead'] as const)) {
      const given = agreed.map(({ score, ...rest }) => ({
        ...rest,
        score: Math.min(9, Math.max(1, score + step())),
      }))
      await as(who, last, async (act) => {
        const scorerId = await takePlace(act, await theInterview(act))
        const scorer = (await theInterview(act)).scorers.find((one) => one.id === scorerId)
        if (!scorer) throw new Error('there was no place to score')
        await keepScores(act, scorer, communityId, given)
        await handIn(act, scorer.id, true)
      })
    }
    if (waits) await as('lead', last, async (act) => takePlace(act, await theInterview(act)))
    else await as('developer', last, async (act) => agreeOn(act, await theInterview(act), agreed))
  }
  if (closed !== null)
    await as('developer', closed, async (act) => {
      const [open] = await roundsOf(act, communityId)
      if (open) await closeRound(act, open)
    })
}
