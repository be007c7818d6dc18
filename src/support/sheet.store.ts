/** Cards on paper: a link for each of the next check-ins of somebody who has no telephone for messages, or wants none. */
import { endPasses, makePasses } from '../people/pass.store.ts'
import type { Acting } from '../platform/actor.ts'
import type { Day } from '../platform/day.ts'
import { checkinLinkEnds } from './checkin-asking.store.ts'
import { openCheckins } from './checkin.store.ts'
import { pathwayOf, type PersonPathway } from './pathway.store.ts'
import { checkinDays, chosenRhythm } from './rhythm.ts'
import { pathwayNamed } from './support.content.ts'
import { takeTurn } from './turn.ts'

/** As many as fit on one sheet; at the beginning that is two months. */
export const cardsOnSheet = 8

/** The days for which cards would be printed now; none where nothing is asked. */
export async function cardDays(act: Acting, personId: string): Promise<Day[]> {
  const pathway = await pathwayOf(act, personId)
  if (pathway?.state !== 'active') return []
  const today = (await openCheckins(act, personId)).filter(({ dueOn }) => dueOn.equals(act.today))
  return [...today.map(({ dueOn }) => dueOn), ...comingDays(act, pathway)].slice(0, cardsOnSheet)
}

function comingDays(act: Acting, { pathway, rhythm, leftOn }: PersonPathway): Day[] {
  const chosen = chosenRhythm(pathwayNamed(pathway).checkins, rhythm)
  return checkinDays(
    chosen,
    leftOn,
    act.today.add({ days: 1 }),
    act.today.add({ months: cardsOnSheet + 1 }),
  ).map(({ dueOn }) => dueOn)
}

export type CheckinCard = { dueOn: Day; token: string }

/** Makes the cards; those that were printed before open nothing any more. Empty where nothing is asked, or the actor may not. */
export async function makeCards(act: Acting, personId: string): Promise<CheckinCard[]> {
  await takeTurn(act, personId)
  const days = await cardDays(act, personId)
  const pathway = await pathwayOf(act, personId)
  if (!pathway || days.length === 0) return []
  await endPasses(act, personId, { carrier: 'paper' })
  const tokens = await makePasses(
    act,
    days.map((dueOn) => ({
      personId,
      carrier: 'paper',
      dueOn,
      endsAt: checkinLinkEnds(act, pathway, dueOn),
    })),
  )
  return days.flatMap((dueOn, place) => {
    const token = tokens[place]
    return token === undefined ? [] : [{ dueOn, token }]
  })
}
