/** What asks somebody for a check-in, and stops once it was answered. */
import { endPasses, heldPass, usePass } from '../people/pass.store.ts'
import { personById } from '../people/person.store.ts'
import type { Acting } from '../platform/actor.ts'
import { dayAt, type Day, type Moment } from '../platform/day.ts'
import { withdrawMessages } from '../platform/mail.ts'
import { closeTasks, listOpenTasks, openTasks } from '../tasks/task.store.ts'
import { callBy } from './help-promise.ts'
import { auditRecord } from './record-audit.ts'
import { supportContent } from './support.content.ts'
import { takeTurn } from './turn.ts'

/** Somebody has answered this check-in: nothing asks for it any more. Whether anything did. */
export async function stopAsking(
  act: Acting,
  { id, personId, dueOn }: { id: string; personId: string; dueOn: Day },
): Promise<boolean> {
  const withdrawn = await withdrawMessages(act, [id])
  const called = await closeTasks(act, personId, ['call'], { state: 'completed', outcome: 'checkin' })
  if (act.actor.role !== 'bearer') return (await endPasses(act, personId, { dueOn })) + withdrawn + called > 0
  // Comes last: from here on the bearer sees nothing more.
  if (!(await usePass(act))) throw new Error('a pass that opened something could not be used up')
  return true
}

/**
 * Whoever has just answered by a link asks to be called after all. By when that is promised; null where it is too long ago: then only a
 * telephone helps.
 */
export async function askForCall(act: Acting): Promise<Moment | null> {
  const held = await heldPass(act)
  if (!held?.usedAt) return null
  const { personId } = held
  await takeTurn(act, personId)
  const person = await personById(act, personId)
  if (!person) return null
  const { timeZone } = act.actor
  const dueAt = callBy(supportContent().helpPromise, act.now, timeZone)
  const [sent] = await listOpenTasks(act, { personId, kinds: ['read'] })
  const help = {
    personId,
    kind: 'help',
    ownerId: person.coordinatorId,
    dueAt,
    dueOn: dayAt(dueAt, timeZone),
  } as const
  await openTasks(act, [{ ...help, subjectId: sent?.subjectId ?? null }])
  await auditRecord(act, 'change', 'support.checkin', personId)
  return (await listOpenTasks(act, { personId, kinds: ['help'] }))[0]?.dueAt ?? null
}
