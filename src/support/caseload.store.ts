/** The caseload: everybody the actor sees, one line each. */
import { sql } from 'kysely'
import { readNames } from '../people/identity.store.ts'
import type { Acting } from '../platform/actor.ts'
import type { Day } from '../platform/day.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import type { Task } from '../tasks/task.ts'
import type { PathwayState } from './pathway.store.ts'

export type CaseloadLine = {
  personId: string
  code: string
  name: string
  coordinatorId: string | null
  municipality: string | null
  language: string
  state: PathwayState
  stateSince: Day
  pausedUntil: Day | null
  leftOn: Day
  /** The open check-up. */
  nextCheckupOn: Day | null
  lastHeldOn: Day | null
  /** The newest answer to a check-in; null where there is none, or the actor may not see it. */
  lastAnswer: {
    givenOn: Day
    wellbeing: number | null
    confidence: number | null
    pleaseCall: boolean | null
  } | null
  openTasks: Pick<Task, 'kind' | 'dueOn' | 'dueAt' | 'step' | 'escalatedTo'>[]
}

type CaseloadRow = Omit<CaseloadLine, 'name' | 'lastAnswer' | 'openTasks'> & {
  auditSubject: Buffer
  givenOn: Day | null
  wellbeing: number | null
  confidence: number | null
  pleaseCall: boolean | null
}

/** By the next check-up, earliest first; those without one last, then by code. Sorting and searching by name is the page's work. */
export async function listCaseload(act: Acting): Promise<CaseloadLine[]> {
  const rows = await readLines(act)
  const ids = rows.map(({ personId }) => personId)
  const names = await readNames(act, ids)
  const tasks = Map.groupBy(await listOpenTasks(act), ({ personId }) => personId)
  if (rows.length > 0) {
    await act.audit(
      'list',
      'support.caseload',
      rows.map(({ auditSubject }) => auditSubject),
    )
  }
  return rows.map(({ auditSubject: _, givenOn, wellbeing, confidence, pleaseCall, ...line }) => ({
    ...line,
    name: names.get(line.personId) ?? line.code,
    lastAnswer: givenOn && { givenOn, wellbeing, confidence, pleaseCall },
    openTasks: (tasks.get(line.personId) ?? []).map(({ kind, dueOn, dueAt, step, escalatedTo }) => ({
      kind,
      dueOn,
      dueAt,
      step,
      escalatedTo,
    })),
  }))
}

async function readLines(act: Acting): Promise<CaseloadRow[]> {
  // Said once more than row-level security says it: so the rows are reached by index, not by looking at everybody.
  const mine = seesAll(act) ? sql`true` : sql`p.id = any (array(select people.visible('path')))`
  const { rows } = await sql<CaseloadRow>`
    select p.id as person_id, p.code, p.coordinator_id, p.municipality, p.language, p.audit_subject,
      w.state, w.state_since, w.paused_until, w.left_on,
      next.due_on as next_checkup_on, held.closed_on as last_held_on,
      answer.given_on, answer.wellbeing, answer.confidence, answer.please_call
    from people.person p
    join support.pathway w on w.person_id = p.id
    left join lateral (
      select due_on from support.checkup where person_id = p.id and closed_as is null
    ) next on true
    left join lateral (
      select max(closed_on) as closed_on from support.checkup where person_id = p.id and closed_as = 'held'
    ) held on true
    left join lateral (
      select a.given_on, a.wellbeing, a.confidence, a.please_call from support.checkin_answer a
      where a.person_id = p.id
        and not exists (select from support.checkin_answer s where s.supersedes = a.id)
      order by a.given_on desc, a.given_at desc limit 1
    ) answer on true
    where p.organisation_id = ${act.actor.organisationId} and ${mine}
    order by next.due_on nulls last, p.code`.execute(act.tx)
  return rows
}

const seesAll = ({ actor }: Acting) => actor.role === 'lead' || actor.role === 'system'
