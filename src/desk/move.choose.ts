/** Whom somebody may pass on, and what an offer of them carries. */
import { listColleagues, type Colleague } from '../access/account.store.ts'
import { awayOn } from '../access/absence.store.ts'
import { onOffer, withoutCoordinator } from '../people/move.store.ts'
import type { OfferedPerson } from '../people/move.ts'
import type { Acting } from '../platform/actor.ts'
import { listCaseload, type CaseloadLine } from '../support/caseload.store.ts'

/** Whose people a lead chooses from: a coordinator's, those without one, or everybody's. */
export type From = { kind: 'all' } | { kind: 'without' } | { kind: 'of'; accountId: string }

export function fromOf(asked: string | undefined): From {
  if (asked === 'none') return { kind: 'without' }
  return asked && /^[0-9a-f-]{36}$/.test(asked) ? { kind: 'of', accountId: asked } : { kind: 'all' }
}

export type Candidate = CaseloadLine & { offered: boolean }

export type Choice = {
  people: Candidate[]
  /** Who could go on. */
  coordinators: Colleague[]
  /** Coordinators who are not here today: an offer to them would lie. */
  away: ReadonlySet<string>
}

/** Whoever answers for people may offer them: their own for a coordinator, those they only cover not. */
export async function readChoice(act: Acting, from: From = { kind: 'all' }): Promise<Choice> {
  const without =
    from.kind === 'without' ? new Set((await withoutCoordinator(act)).map((one) => one.personId)) : null
  const lines = (await listCaseload(act)).filter(
    (line) =>
      (act.actor.role !== 'coordinator' || line.coordinatorId === act.actor.accountId) &&
      (without === null || (without.has(line.personId) && line.state !== 'ended')) &&
      (from.kind !== 'of' || line.coordinatorId === from.accountId),
  )
  const offered = await onOffer(
    act,
    lines.map(({ personId }) => personId),
  )
  return {
    people: lines
      .map((line) => ({ ...line, offered: offered.has(line.personId) }))
      .sort((a, b) => new Intl.Collator('et').compare(a.name, b.name)),
    coordinators: await listColleagues(act, ['coordinator']),
    away: new Set((await awayOn(act, act.today)).keys()),
  }
}

/** Those on the pathway of whom nobody who works here takes care. */
export async function leftAlone(act: Acting): Promise<number> {
  if (act.actor.role !== 'lead') return 0
  return (await withoutCoordinator(act)).length === 0
    ? 0
    : (await readChoice(act, { kind: 'without' })).people.length
}

export function carried({
  personId,
  code,
  municipality,
  language,
  state,
  leftOn,
  openTasks,
  coordinatorId,
}: CaseloadLine): OfferedPerson & { fromId: string | null } {
  return {
    personId,
    code,
    municipality,
    language,
    pathState: state,
    leftOn,
    openTasks: openTasks.length,
    fromId: coordinatorId,
  }
}
