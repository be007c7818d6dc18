/**
 * As whom something is done. Every request and every job acts as one actor in one role in one transaction; what the
 * transaction may see and change is decided by row-level security from the settings made here.
 */
import { sql } from 'kysely'
import { appendEntry, type AuditAction } from './audit.ts'
import type { Tx } from './database.ts'
import { dayAt, type Day, type Moment } from './day.ts'
import type { Ground } from './ground.ts'
import type { Keys } from './keys.ts'

export const roles = [
  'coordinator',
  'lead',
  'developer',
  'host',
  'supporter',
  'participant',
  'officer',
  'mobility_lead',
  'admin',
] as const
export type Role = (typeof roles)[number]

/** Staff add a second factor before they see people's records; a participant need not. */
export const staffRoles: readonly Role[] = roles.filter((role) => role !== 'participant')

/**
 * `system` is a job of one organisation; `bearer` whoever holds a pass (`people/pass.store.ts`): no account, one person, one thing;
 * `visitor` anybody without an account, who sees what is published and may ask to join.
 */
export type ActingRole = Role | 'system' | 'bearer' | 'visitor'

export type Actor = {
  accountId: string | null
  organisationId: string
  role: ActingRole
  timeZone: string
  /** The keyed hash of the pass that a bearer holds. */
  pass?: Buffer
}

/** What store functions are given: the transaction, who acts, and when it is. */
export type Acting = {
  tx: Tx
  actor: Actor
  now: Moment
  today: Day
  keys: Keys
  /**
   * Notes that this actor read or changed something about these people; it stands and falls with the transaction.
   *
   * @param subjects `audit_subject` of each person concerned
   */
  audit(action: AuditAction, what: string, subjects: readonly Buffer[], detail?: string): Promise<void>
}

/**
 * Runs `work` as `actor` in one transaction. Nothing is seen or changed outside of what the actor may.
 *
 * @example const person = await withActor(ground, actor, (act) => readPerson(act, 'K7-42'))
 */
export async function withActor<T>(
  ground: Ground,
  actor: Actor,
  work: (act: Acting) => Promise<T>,
): Promise<T> {
  const now = ground.clock.now()
  const today = dayAt(now, actor.timeZone)
  return ground.web.transaction().execute(async (tx) => {
    await takeOn(tx, actor, now, today)
    return work(actingIn(tx, actor, { now, today, keys: ground.keys }))
  })
}

function actingIn(
  tx: Tx,
  actor: Actor,
  { now, today, keys }: Pick<Acting, 'now' | 'today' | 'keys'>,
): Acting {
  return {
    tx,
    actor,
    now,
    today,
    keys,
    audit: (action, what, subjects, detail = '') =>
      appendEntry(tx, {
        at: now,
        organisationId: actor.organisationId,
        accountId: actor.accountId,
        role: actor.role,
        action,
        what,
        subjects,
        detail,
      }),
  }
}

async function takeOn(tx: Tx, actor: Actor, now: Moment, today: Day): Promise<void> {
  // The role is a setting like the others: one way to the database instead of two, in every transaction there is.
  await sql`select
    set_config('role', 'tugevus_app', true),
    set_config('tugevus.account', ${actor.accountId ?? ''}, true),
    set_config('tugevus.organisation', ${actor.organisationId}, true),
    set_config('tugevus.role', ${actor.role}, true),
    set_config('tugevus.today', ${today.toString()}, true),
    set_config('tugevus.now', ${now.toString()}, true),
    set_config('tugevus.pass', ${actor.pass?.toString('hex') ?? ''}, true)`.execute(tx)
}

/**
 * Does within the actor's transaction what only the house itself may, on the actor's word: it stands and falls with what the actor did.
 * Whoever calls it has made sure that the word is theirs to give.
 *
 * @example await asHouse(act, (house) => handOver(house, personId, coordinatorId))
 */
export async function asHouse<T>(act: Acting, work: (house: Acting) => Promise<T>): Promise<T> {
  const house = systemOf(act.actor.organisationId, act.actor.timeZone)
  const back = () => takeOn(act.tx, act.actor, act.now, act.today)
  await takeOn(act.tx, house, act.now, act.today)
  try {
    const result = await work(actingIn(act.tx, house, act))
    await back()
    return result
  } catch (error) {
    // Where the database refused, the transaction is over anyway, and so is the role.
    await back().catch(() => {})
    throw error
  }
}

/** Anybody, looking at what is published; of one organisation where they write to it. */
export function visitorOf(timeZone: string, organisationId = ''): Actor {
  return { accountId: null, organisationId, role: 'visitor', timeZone }
}

/** The actor for the work of an organisation's jobs. */
export function systemOf(organisationId: string, timeZone: string): Actor {
  return { accountId: null, organisationId, role: 'system', timeZone }
}
