/** What learning asks of whoever looks, above whatever they do first: their answer about a training, what came of a mobility. */
import type { Acting } from '../platform/actor.ts'
import type { DayNotice } from '../platform/room.ts'
import type { Locale } from '../platform/words.ts'
import { carries } from './about-mobility.tsx'
import { askedNotices } from './evaluation.part.tsx'
import { waitingForAnswer } from './evaluation.store.ts'
import { overNotices, underWayNotices } from './participation.part.tsx'
import { ownParticipations } from './participation.store.ts'

export async function ownNotices(act: Acting, locale: Locale): Promise<DayNotice[]> {
  const own = await ownParticipations(act)
  return [
    ...(carries(act) ? underWayNotices(locale, own, act.today) : []),
    ...askedNotices(locale, await waitingForAnswer(act)),
    ...overNotices(locale, own, act.today),
  ]
}
