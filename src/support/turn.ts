/**
 * Who writes about one person waits for whoever is writing about the same person; the daily catch-up waits for all of
 * them and lets nobody in while it decides. Otherwise an answer could come in between "nobody answered" and "missed".
 */
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'

// Any number will do, as long as nothing else of ours uses it.
const space = 7_355_610

/** For the rest of this transaction nobody else writes about this person here. */
export async function takeTurn(act: Acting, personId: string): Promise<void> {
  // In this order: the organisation first, as the catch-up does.
  await sql`select pg_advisory_xact_lock_shared(${space}, hashtext(${act.actor.organisationId})),
    pg_advisory_xact_lock(hashtextextended(${personId}, ${space}))`.execute(act.tx)
}

/** For new people, about whom nobody else can write yet. */
export async function joinIn(act: Acting): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${space}, hashtext(${act.actor.organisationId}))`.execute(
    act.tx,
  )
}

/** For the rest of this transaction nobody else writes about anybody of this organisation here. */
export async function takeEveryTurn(act: Acting): Promise<void> {
  await sql`select pg_advisory_xact_lock(${space}, hashtext(${act.actor.organisationId}))`.execute(act.tx)
}
