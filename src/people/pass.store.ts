/** Passes as rows: made, found by whoever holds one, used up, taken back. Rules: `pass.ts` */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { withActor, type Acting, type Actor } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import type { Ground } from '../platform/ground.ts'
import { passHash, passToken, readPassToken, repeatedPassToken, type PassCarrier } from './pass.ts'

export type PassTable = {
  id: string
  organisationId: string
  personId: string
  what: 'checkin'
  carrier: PassCarrier
  hash: Buffer
  madeAt: Moment
  dueOn: Day
  endsAt: Moment
  usedAt: Moment | null
  endedAt: Moment | null
}

declare module '../platform/database.ts' {
  interface Database {
    'people.pass': PassTable
  }
}

/** For whom, for which day, and until when. */
export type NewPass = { personId: string; carrier: PassCarrier; dueOn: Day; endsAt: Moment }

/** How many rows go into one statement. */
const batch = 500

/**
 * Makes passes. Where one for the same person and day is open already, that one goes on, whatever carries it.
 *
 * @returns the tokens, in the order given
 */
export async function makePasses(act: Acting, list: readonly NewPass[]): Promise<string[]> {
  if (list.length === 0) return []
  const rows = list.map((given) => {
    const id = randomUUID()
    return {
      ...given,
      id,
      organisationId: act.actor.organisationId,
      what: 'checkin' as const,
      hash: passHash(act.keys, passToken(act.keys, id)),
      madeAt: act.now,
      usedAt: null,
      endedAt: null,
    }
  })
  for (let at = 0; at < rows.length; at += batch) {
    await act.tx
      .insertInto('people.pass')
      .values(rows.slice(at, at + batch))
      .onConflict((conflict) =>
        conflict
          .columns(['personId', 'dueOn'])
          .where('usedAt', 'is', null)
          .where('endedAt', 'is', null)
          .doNothing(),
      )
      .execute()
  }
  const personIds = [...new Set(list.map(({ personId }) => personId))]
  const open = await openPasses(act, personIds)
  const there = new Map(open.map((pass) => [`${pass.personId} ${pass.dueOn}`, pass]))
  await auditPasses(act, 'create', personIds)
  return list.map(({ personId, dueOn }) => {
    const pass = there.get(`${personId} ${dueOn}`)
    if (pass === undefined) throw new Error('a pass was not made')
    return repeatedPassToken(act.keys, pass)
  })
}

/** Those that have neither been used nor taken back. */
export async function openPasses(
  act: Acting,
  personIds: readonly string[],
): Promise<Pick<PassTable, 'id' | 'personId' | 'carrier' | 'dueOn' | 'endsAt' | 'hash'>[]> {
  return act.tx
    .selectFrom('people.pass')
    .select(['id', 'personId', 'carrier', 'dueOn', 'endsAt', 'hash'])
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .where('usedAt', 'is', null)
    .where('endedAt', 'is', null)
    .orderBy('dueOn')
    .execute()
}

/** Takes passes of a person back: all that are open, those for one day, from a day on, or on one carrier. How many. */
export async function endPasses(
  act: Acting,
  personId: string,
  which: { dueOn?: Day; from?: Day; carrier?: PassCarrier } = {},
): Promise<number> {
  let query = act.tx
    .updateTable('people.pass')
    .set({ endedAt: act.now })
    .where('personId', '=', personId)
    .where('usedAt', 'is', null)
    .where('endedAt', 'is', null)
  if (which.dueOn) query = query.where('dueOn', '=', which.dueOn)
  if (which.from) query = query.where('dueOn', '>=', which.from)
  if (which.carrier) query = query.where('carrier', '=', which.carrier)
  const result = await query.executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/**
 * As whom the holder of this token acts; `null` where there is no such pass. Whether it still opens anything is asked in the transaction
 * that does something with it.
 */
export async function bearerOf(ground: Ground, text: string): Promise<Actor | null> {
  const token = readPassToken(text)
  if (token === null) return null
  const pass = passHash(ground.keys, token)
  const stranger: Actor = { accountId: null, organisationId: '', role: 'bearer', timeZone: 'UTC', pass }
  return withActor(ground, stranger, async (act) => {
    const held = await act.tx
      .selectFrom('people.pass')
      .select('organisationId')
      .where('hash', '=', pass)
      .executeTakeFirst()
    if (!held) return null
    await sql`select set_config('tugevus.organisation', ${held.organisationId}, true)`.execute(act.tx)
    const organisation = await act.tx
      .selectFrom('access.organisation')
      .select(['id', 'timeZone'])
      .executeTakeFirst()
    return organisation
      ? { ...stranger, organisationId: organisation.id, timeZone: organisation.timeZone }
      : null
  })
}

export type HeldPass = {
  personId: string
  dueOn: Day
  usedAt: Moment | null
  /** It can be used now: not used, not taken back, begun and not over. */
  live: boolean
}

/** The pass that the actor holds. */
export async function heldPass(act: Acting): Promise<HeldPass | null> {
  const { role, pass } = act.actor
  if (role !== 'bearer' || !pass) return null
  const row = await act.tx
    .selectFrom('people.pass')
    .where('hash', '=', pass)
    .select(['personId', 'dueOn', 'usedAt'])
    .select(sql<boolean>`exists (select from people.borne())`.as('live'))
    .executeTakeFirst()
  return row ?? null
}

/** Uses up the pass that the actor holds. From then on nothing is open to them; false where somebody was quicker. */
export async function usePass(act: Acting): Promise<boolean> {
  const { role, pass } = act.actor
  if (role !== 'bearer' || !pass) return false
  const result = await act.tx
    .updateTable('people.pass')
    .set({ usedAt: act.now })
    .where('hash', '=', pass)
    .where('usedAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** What became of each, for the person who takes their data along. */
export async function passesOf(
  act: Acting,
  personId: string,
): Promise<Pick<PassTable, 'carrier' | 'madeAt' | 'dueOn' | 'endsAt' | 'usedAt' | 'endedAt'>[]> {
  return act.tx
    .selectFrom('people.pass')
    .select(['carrier', 'madeAt', 'dueOn', 'endsAt', 'usedAt', 'endedAt'])
    .where('personId', '=', personId)
    .orderBy('madeAt')
    .execute()
}

async function auditPasses(act: Acting, action: 'create', personIds: readonly string[]): Promise<void> {
  const people = await act.tx
    .selectFrom('people.person')
    .select('auditSubject')
    .where(sql<boolean>`id = any(${[...personIds]}::uuid[])`)
    .execute()
  await act.audit(
    action,
    'people.pass',
    people.map(({ auditSubject }) => auditSubject),
  )
}
