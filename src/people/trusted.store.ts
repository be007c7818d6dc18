/** Trusted contacts: named by the person, sealed like an identity, seen while the person agrees, deleted when they no longer do. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import type { Day } from '../platform/day.ts'
import { seal, unseal } from '../platform/sealing.ts'
import { recordConsents } from './consent.store.ts'
import {
  mostTrusted,
  trustedPurpose,
  trustedTextVersion,
  type NewTrusted,
  type Telling,
  type TrustedContact,
  type TrustedLanguage,
} from './trusted.ts'

export type TrustedTable = {
  id: string
  organisationId: string
  personId: string
  place: number
  nameSealed: Buffer
  phoneSealed: Buffer
  relationSealed: Buffer | null
  ownWordsSealed: Buffer | null
  language: TrustedLanguage
  telling: Telling
  endsOn: Day | null
}

declare module '../platform/database.ts' {
  interface Database {
    'people.trusted': TrustedTable
  }
}

/** How and on which day the person said it. */
export type TrustedWord = { on: Day; how: string }

/** Whose newest word is yes, of two in the same moment the one that is not; in the statement itself, as jobs see past the policy. */
const standing = (today: Day) => sql<boolean>`(
    select c.state = 'given' from people.consent c
    where c.purpose = ${trustedPurpose} and c.person_id = people.trusted.person_id
    order by c.recorded_at desc, (c.state = 'given') limit 1)
  and (ends_on is null or ends_on >= ${today.toString()}::date)`

/** The people to ask, the first one first; empty where the person does not agree, or no longer. */
export async function trustedContactsOf(act: Acting, personId: string): Promise<TrustedContact[]> {
  const rows = await act.tx
    .selectFrom('people.trusted')
    .selectAll()
    .where('personId', '=', personId)
    .where(standing(act.today))
    .orderBy('place')
    .execute()
  return rows.map((row) => open(act, row))
}

/** Whom to ask first; null where there is nobody, or the person does not agree. */
export async function trustedContactOf(act: Acting, personId: string): Promise<TrustedContact | null> {
  return (await trustedContactsOf(act, personId))[0] ?? null
}

/** Those of these people who have somebody to be asked; no name is opened. */
export async function whoHasTrusted(act: Acting, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await act.tx
    .selectFrom('people.trusted')
    .select('personId')
    .distinct()
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .where(standing(act.today))
    .execute()
  return new Set(rows.map(({ personId }) => personId))
}

/**
 * Names somebody, or changes what is known of them and what they may be told. Each time is a yes of the person's, and kept as one.
 *
 * @param id of the one that is changed; a new one stands last
 * @returns null where three are named already, or the one to change is not there
 */
export async function saveTrusted(
  act: Acting,
  personId: string,
  contact: NewTrusted,
  { id, word }: { id: string | null; word: TrustedWord },
): Promise<string | null> {
  await takeTurns(act, personId)
  const own = id ?? randomUUID()
  const columns = sealed(act, own, contact)
  if (id === null) {
    const { taken } = await act.tx
      .selectFrom('people.trusted')
      .select(({ fn }) => fn.coalesce(fn.max('place'), sql<number>`0`).as('taken'))
      .where('personId', '=', personId)
      .executeTakeFirstOrThrow()
    if (taken >= mostTrusted) return null
    const { organisationId } = act.actor
    await act.tx
      .insertInto('people.trusted')
      .values({ id: own, organisationId, personId, place: taken + 1, ...columns })
      .execute()
  } else {
    const changed = await act.tx
      .updateTable('people.trusted')
      .set(columns)
      .where('id', '=', id)
      .where('personId', '=', personId)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) return null
  }
  await say(act, personId, 'given', word)
  await note(act, 'change', personId)
  return own
}

/** The one to be asked first; the others keep their order. Whether that changed anything. */
export async function askFirst(act: Acting, personId: string, id: string): Promise<boolean> {
  await takeTurns(act, personId)
  const result = await act.tx
    .updateTable('people.trusted as t')
    .set({
      place: sql<number>`case when t.id = ${id} then 1
        when t.place < (select o.place from people.trusted o where o.id = ${id} and o.person_id = t.person_id) then t.place + 1
        else t.place end`,
    })
    .where('personId', '=', personId)
    .where(
      sql<boolean>`exists (select from people.trusted o where o.id = ${id} and o.person_id = ${personId} and o.place > 1)`,
    )
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) return false
  await note(act, 'change', personId)
  return true
}

/** Takes one of them out for good. With the last one the yes is over too. Whether there was such a one. */
export async function removeTrusted(
  act: Acting,
  personId: string,
  { id, word }: { id: string; word: TrustedWord },
): Promise<boolean> {
  await takeTurns(act, personId)
  const gone = await act.tx
    .deleteFrom('people.trusted')
    .where('personId', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) return false
  const left = await act.tx
    .selectFrom('people.trusted')
    .select(['id'])
    .where('personId', '=', personId)
    .orderBy('place')
    .execute()
  for (const [index, { id }] of left.entries()) {
    await act.tx
      .updateTable('people.trusted')
      .set({ place: index + 1 })
      .where('id', '=', id)
      .execute()
  }
  if (left.length === 0) await say(act, personId, 'withdrawn', word)
  await note(act, 'erase', personId)
  return true
}

/** The person no longer agrees: from now on nobody is asked, and nothing of them is kept. How many are gone. */
export async function withdrawTrusted(act: Acting, personId: string, word: TrustedWord): Promise<number> {
  await takeTurns(act, personId)
  const gone = await act.tx.deleteFrom('people.trusted').where('personId', '=', personId).executeTakeFirst()
  const count = Number(gone.numDeletedRows)
  if (count === 0) return 0
  await say(act, personId, 'withdrawn', word)
  await note(act, 'erase', personId)
  return count
}

/** Deletes those whose last day is over. As the system of the organisation. How many. */
export async function sweepTrusted(act: Acting): Promise<number> {
  const gone = await act.tx
    .deleteFrom('people.trusted')
    .where('organisationId', '=', act.actor.organisationId)
    .where('endsOn', '<', act.today)
    .returning('personId')
    .execute()
  for (const personId of new Set(gone.map((row) => row.personId))) await note(act, 'erase', personId)
  return gone.length
}

// Any number will do, as long as nothing else of ours uses it.
const space = 7_355_612

/** Two who name somebody for the same person at once do it one after the other. */
async function takeTurns(act: Acting, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${personId}, ${space}))`.execute(act.tx)
}

async function say(
  act: Acting,
  personId: string,
  state: 'given' | 'withdrawn',
  { on, how }: TrustedWord,
): Promise<void> {
  await recordConsents(act, [
    { personId, purpose: trustedPurpose, state, onDay: on, how, textVersion: trustedTextVersion },
  ])
}

async function note(act: Acting, action: 'change' | 'erase', personId: string): Promise<void> {
  const person = await act.tx
    .selectFrom('people.person')
    .select('auditSubject')
    .where('id', '=', personId)
    .executeTakeFirst()
  if (person) await act.audit(action, 'people.trusted', [person.auditSubject])
}

const placeOf = (column: string, id: string) => `people.trusted/${column}/${id}`

function sealed(act: Acting, id: string, contact: NewTrusted) {
  const close = (column: string, text: string | null) =>
    text === null ? null : seal(act.keys, placeOf(column, id), text)
  return {
    nameSealed: seal(act.keys, placeOf('name', id), contact.name),
    phoneSealed: seal(act.keys, placeOf('phone', id), contact.phone),
    relationSealed: close('relation', contact.relation),
    ownWordsSealed: close('own-words', contact.ownWords),
    language: contact.language,
    telling: contact.telling,
    endsOn: contact.endsOn,
  }
}

function open(act: Acting, row: TrustedTable): TrustedContact {
  const opened = (column: string, text: Buffer | null) =>
    text === null ? null : unseal(act.keys, placeOf(column, row.id), text)
  return {
    id: row.id,
    place: row.place,
    name: unseal(act.keys, placeOf('name', row.id), row.nameSealed),
    phone: unseal(act.keys, placeOf('phone', row.id), row.phoneSealed),
    relation: opened('relation', row.relationSealed),
    ownWords: opened('own-words', row.ownWordsSealed),
    language: row.language,
    telling: row.telling,
    endsOn: row.endsOn,
  }
}
