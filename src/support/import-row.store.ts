/**
 * What has been imported already, by anybody of the organisation: keyed hashes of rows. They tell a coordinator that a row has come
 * before, without showing whose person it became; see docs/decisions/040.
 */
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import { blindIndex } from '../platform/sealing.ts'

export type ImportRowTable = { organisationId: string; fingerprint: Buffer; personHash: Buffer }

declare module '../platform/database.ts' {
  interface Database {
    'support.importRow': ImportRowTable
  }
}

/** How many rows go into one statement. */
const batch = 1_000

const hashOf = (act: Acting, fingerprint: string) =>
  blindIndex(act.keys, `${act.actor.organisationId}/import-row`, fingerprint)
const personHash = (act: Acting, personId: string) =>
  blindIndex(act.keys, `${act.actor.organisationId}/import-person`, personId)

/**
 * Which of these rows have been imported before, by place in `rows`.
 *
 * @param rows the fingerprints of each
 */
export async function findImported(act: Acting, rows: readonly (readonly string[])[]): Promise<Set<number>> {
  const places = new Map<string, number[]>()
  for (const [place, fingerprints] of rows.entries()) {
    for (const fingerprint of fingerprints) {
      const hash = hashOf(act, fingerprint).toString('hex')
      places.set(hash, [...(places.get(hash) ?? []), place])
    }
  }
  const found = new Set<number>()
  const asked = [...places.keys()]
  for (let at = 0; at < asked.length; at += batch) {
    const hashes = asked.slice(at, at + batch).join(',')
    // Row-level security answers for these and for no others.
    await sql`select set_config('tugevus.fingerprints', ${hashes}, true)`.execute(act.tx)
    const rows = await act.tx
      .selectFrom('support.importRow')
      .select('fingerprint')
      .where(sql<boolean>`fingerprint = any (array(select support.asked_fingerprints()))`)
      .execute()
    for (const { fingerprint } of rows) {
      for (const place of places.get(fingerprint.toString('hex')) ?? []) found.add(place)
    }
  }
  return found
}

/** From now on these rows are known. One that is known already stays with whom it stood for. */
export async function rememberImported(
  act: Acting,
  rows: readonly { personId: string; fingerprints: readonly string[] }[],
): Promise<void> {
  const all = rows.flatMap(({ personId, fingerprints }) =>
    fingerprints.map((fingerprint) => ({
      organisationId: act.actor.organisationId,
      fingerprint: hashOf(act, fingerprint),
      personHash: personHash(act, personId),
    })),
  )
  for (let at = 0; at < all.length; at += batch) {
    await act.tx
      .insertInto('support.importRow')
      .values(all.slice(at, at + batch))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Forgets in which rows a person came; as the system, when the person is erased. How many were forgotten. */
export async function forgetImported(act: Acting, personId: string): Promise<number> {
  const gone = await act.tx
    .deleteFrom('support.importRow')
    .where('personHash', '=', personHash(act, personId))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
