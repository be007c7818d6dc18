/** Where the next check-up goes once one has been held: what the rule says, and what people chose instead. */
import type { Acting } from '../platform/actor.ts'
import type { Day } from '../platform/day.ts'
import { currentCheckup, pastCheckups, settleNext } from './checkup-due.store.ts'
import { proposedNext, sameDay, type CheckupNotes } from './checkup-record.ts'
import type { CheckupTable } from './checkup.store.ts'
import type { PathwayTable } from './pathway.store.ts'
import { nextCheckup, type PastCheckup } from './pathway.ts'
import { pathwayNamed } from './support.content.ts'

export type Outlook = { proposedOn: Day | null; ruleMoved: boolean }

/** What the rule says once this check-up has gone like that, and whether that is another day than the rule said until now. */
export async function outlook(
  act: Acting,
  { personId, state, pathway: key, leftOn: left }: PathwayTable,
  { id, dueOn }: CheckupTable,
  went: Pick<PastCheckup, 'heldOn' | 'need'>,
): Promise<Outlook> {
  if (state !== 'active' && state !== 'paused') return { proposedOn: null, ruleMoved: false }
  const pathway = pathwayNamed(key)
  const before = (await pastCheckups(act, [personId])).get(personId) ?? []
  const after = [...before.filter((past) => past.id !== id), { dueOn, ...went }]
  const moved = !sameDay(
    nextCheckup(pathway, { left, history: before }),
    nextCheckup(pathway, { left, history: after }),
  )
  return { proposedOn: proposedNext(pathway, { left, history: after, today: act.today }), ruleMoved: moved }
}

/** Puts the next check-up where it belongs and tells where it is. A day that people chose is left alone unless they choose another. */
export async function settle(
  act: Acting,
  { personId, state }: PathwayTable,
  { nextOn, nextReason }: CheckupNotes,
  { proposedOn, ruleMoved }: Outlook,
): Promise<Day | null> {
  if (state !== 'active' && state !== 'paused') return null
  if (nextOn === undefined || sameDay(nextOn, proposedOn)) {
    const open = await currentCheckup(act, personId)
    if (open && (open.origin === 'moved' || !ruleMoved)) return open.dueOn
    await settleNext(act, { personId, dueOn: proposedOn, origin: 'pathway' })
    return proposedOn
  }
  await settleNext(act, { personId, dueOn: nextOn, origin: 'moved', reason: nextReason ?? null })
  return nextOn
}
