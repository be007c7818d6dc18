/** Which schedule of check-ups a person is on: what each would mean from now on, and the change from one to another. */
import type { Acting } from '../platform/actor.ts'
import { isBefore, type Day } from '../platform/day.ts'
import { makeCheckinsDue } from './checkin-due.store.ts'
import { currentCheckup, pastCheckups, settleNext } from './checkup-due.store.ts'
import { proposedNext } from './checkup-record.ts'
import type { CheckupTable } from './checkup.store.ts'
import { changePathway } from './pathway-change.store.ts'
import { pathwayRow, type PathwayTable } from './pathway.store.ts'
import type { Pathway } from './pathway.ts'
import { auditRecord } from './record-audit.ts'
import { supportContent } from './support.content.ts'
import { takeTurn } from './turn.ts'

export type PathwayOption = {
  pathway: Pathway
  /** The day of the next check-up on it; null where it has none left, or nobody has said yes yet. */
  nextOn: Day | null
}

/** Jobs keep the path, and the person says how often they are asked; the schedule is agreed with those who are responsible. */
const mayChoose = ({ actor }: Acting) => actor.role === 'coordinator' || actor.role === 'lead'

/** Empty where the person is on no pathway, has ended, or the actor may not see it. */
export async function pathwayOptions(act: Acting, personId: string): Promise<PathwayOption[]> {
  if (!mayChoose(act)) return []
  const row = await pathwayRow(act, personId)
  if (!row || row.state === 'ended') return []
  await auditRecord(act, 'read', 'support.checkup', personId)
  const open = await currentCheckup(act, personId)
  const options: PathwayOption[] = []
  for (const pathway of supportContent().pathways.values()) {
    options.push({ pathway, nextOn: await nextOn(act, row, open, pathway) })
  }
  return options
}

/**
 * Puts a person on another schedule. What people have agreed on and what is due already stays; else the next check-up goes where the new
 * schedule has it. Choosing the former one again takes it back.
 *
 * @returns false where there is no such pathway, where it has ended, or where the actor may not
 */
export async function choosePathway(act: Acting, personId: string, key: string): Promise<boolean> {
  if (!mayChoose(act)) return false
  const pathway = supportContent().pathways.get(key)
  if (!pathway) return false
  await takeTurn(act, personId)
  const row = await pathwayRow(act, personId)
  if (!row || row.state === 'ended') return false
  if (row.pathway === key) return true
  // What was due by the former one stays due.
  if (row.state === 'active') await makeCheckinsDue(act, row)
  const changed = { pathway: key, ...(row.state === 'active' ? { caughtUpTo: act.today } : {}) }
  if (!(await changePathway(act, row, changed, { what: 'pathway', pathway: key }))) return false
  if (row.state === 'to-be-asked') return true
  const open = await currentCheckup(act, personId)
  await settleNext(act, {
    personId,
    dueOn: await nextOn(act, row, open, pathway),
    origin: 'pathway',
  })
  return true
}

async function nextOn(
  act: Acting,
  { personId, state, leftOn: left }: PathwayTable,
  open: CheckupTable | undefined,
  pathway: Pathway,
): Promise<Day | null> {
  if (state === 'to-be-asked') return null
  if (open && (open.origin !== 'pathway' || !isBefore(act.today, open.dueOn))) return open.dueOn
  const history = (await pastCheckups(act, [personId])).get(personId) ?? []
  return proposedNext(pathway, { left, history, today: act.today })
}
