/** People: entered once, known by id and code, reached by sight. */
import { createHmac, randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { Acting } from '../platform/actor.ts'
import type { Moment } from '../platform/day.ts'
import type { Locale } from '../platform/words.ts'
import { drawCode } from './code.ts'
import { coverSight } from './cover.store.ts'
import { sealIdentity } from './identity.store.ts'
import type { Identity } from './identity.ts'
import { everything } from './sight.ts'

export type PersonTable = {
  id: string
  organisationId: string
  code: string
  accountId: string | null
  coordinatorId: string | null
  municipality: string | null
  language: string
  auditSubject: Buffer
  createdAt: Moment
}

declare module '../platform/database.ts' {
  interface Database {
    'people.person': PersonTable
    'people.entry': { personId: string; organisationId: string; accountId: string | null }
  }
}

export type Person = Omit<PersonTable, 'organisationId'>

export type NewPerson = {
  identity: Identity
  /** EHAK code of the municipality, or null where nobody knows. */
  municipality: string | null
  language: Locale
  /** The account of the coordinator who is responsible. */
  coordinatorId: string
}

/** How many rows go into one statement. */
const batch = 500

/**
 * Enters new people; whoever is responsible gets sight of everything about them.
 *
 * @returns in the order given
 */
export async function addPeople(act: Acting, list: readonly NewPerson[]): Promise<Person[]> {
  const added: Person[] = []
  for (let at = 0; at < list.length; at += batch) {
    added.push(...(await addBatch(act, list.slice(at, at + batch))))
  }
  return added
}

export async function addPerson(act: Acting, person: NewPerson): Promise<Person> {
  const [added] = await addPeople(act, [person])
  if (!added) throw new Error('a person was not added')
  return added
}

async function addBatch(act: Acting, list: readonly NewPerson[]): Promise<Person[]> {
  if (list.length === 0) return []
  const { organisationId } = act.actor
  const drafts = list.map((person) => {
    const id = randomUUID()
    return {
      id,
      accountId: null,
      coordinatorId: person.coordinatorId,
      municipality: person.municipality,
      language: person.language,
      // The salt is kept nowhere: once the row is gone, nobody can find the person's entries again.
      auditSubject: createHmac('sha256', act.keys.subject).update(id).update(randomBytes(16)).digest(),
      createdAt: act.now,
    }
  })
  await act.tx
    .insertInto('people.entry')
    .values(drafts.map(({ id }) => ({ personId: id, organisationId, accountId: act.actor.accountId })))
    .execute()
  const people = await insertWithCodes(act, drafts)
  await act.tx
    .insertInto('people.identity')
    .values(
      people.map((person, place) =>
        sealIdentity(act.keys, organisationId, person.id, identityAt(list, place)),
      ),
    )
    .execute()
  await act.tx
    .insertInto('people.sight')
    .values(
      people.flatMap((person) =>
        person.coordinatorId === null
          ? []
          : [
              {
                id: randomUUID(),
                organisationId,
                personId: person.id,
                accountId: person.coordinatorId,
                role: 'coordinator',
                categories: [...everything],
                reason: 'responsible' as const,
                consentId: null,
                grantedBy: act.actor.accountId,
                grantedAt: act.now,
                endsOn: null,
                endedAt: null,
              },
            ],
      ),
    )
    .execute()
  await coverSight(
    act,
    people.map(({ id }) => id),
  )
  await act.audit(
    'create',
    'people.person',
    people.map((person) => person.auditSubject),
  )
  return people
}

function identityAt(list: readonly NewPerson[], place: number): Identity {
  const person = list[place]
  if (!person) throw new Error('people and identities do not go together')
  return person.identity
}

/** Codes are drawn until each is free: whose codes are taken is not for the actor to see. */
async function insertWithCodes(act: Acting, drafts: readonly Omit<Person, 'code'>[]): Promise<Person[]> {
  const { organisationId } = act.actor
  const done = new Map<string, Person>()
  for (const digits of [2, 2, 3, 3, 4, 4, 4, 4] as const) {
    const left = drafts.filter((draft) => !done.has(draft.id))
    if (left.length === 0) break
    const taken = new Set<string>()
    const rows = left.flatMap((draft) => {
      const code = drawCode(randomInt, digits)
      if (taken.has(code)) return []
      taken.add(code)
      return [{ ...draft, organisationId, code }]
    })
    const inserted = await act.tx
      .insertInto('people.person')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['organisationId', 'code']).doNothing())
      .returning(['id', 'code'])
      .execute()
    for (const { id, code } of inserted) {
      const draft = left.find((other) => other.id === id)
      if (draft) done.set(id, { ...draft, code })
    }
  }
  return drafts.map((draft) => {
    const person = done.get(draft.id)
    if (!person) throw new Error('no free code was found')
    return person
  })
}

const columns = [
  'id',
  'code',
  'accountId',
  'coordinatorId',
  'municipality',
  'language',
  'auditSubject',
  'createdAt',
] as const

/** The person with this code, if the actor has sight of them. */
export async function personByCode(act: Acting, code: string): Promise<Person | null> {
  const row = await act.tx
    .selectFrom('people.person')
    .select(columns)
    .where('code', '=', code)
    .executeTakeFirst()
  return row ?? null
}

export async function personById(act: Acting, id: string): Promise<Person | null> {
  const row = await act.tx.selectFrom('people.person').select(columns).where('id', '=', id).executeTakeFirst()
  return row ?? null
}

/** The person whose own account this is. */
export async function personOfAccount(act: Acting): Promise<Person | null> {
  if (act.actor.accountId === null) return null
  const row = await act.tx
    .selectFrom('people.person')
    .select(columns)
    .where('accountId', '=', act.actor.accountId)
    .executeTakeFirst()
  return row ?? null
}

/** Those of these people whom the actor has sight of, by id. */
export async function peopleById(act: Acting, ids: readonly string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map()
  const rows = await act.tx
    .selectFrom('people.person')
    .select(columns)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Everybody the actor has sight of. */
export async function listPeople(act: Acting): Promise<Person[]> {
  return act.tx.selectFrom('people.person').select(columns).orderBy('code').execute()
}

/** Ties a person to the account they sign in with, and lets them see their own path. */
export async function giveAccount(act: Acting, personId: string, accountId: string): Promise<void> {
  await act.tx.updateTable('people.person').set({ accountId }).where('id', '=', personId).execute()
  await act.tx
    .insertInto('people.sight')
    .values({
      id: randomUUID(),
      organisationId: act.actor.organisationId,
      personId,
      accountId,
      role: 'participant',
      categories: ['identity', 'path', 'answers'],
      reason: 'self',
      consentId: null,
      grantedBy: act.actor.accountId,
      grantedAt: act.now,
      endsOn: null,
      endedAt: null,
    })
    .execute()
}

export async function changeSetting(
  act: Acting,
  personId: string,
  change: Partial<Pick<PersonTable, 'municipality' | 'language'>>,
): Promise<void> {
  if (Object.keys(change).length === 0) return
  await act.tx.updateTable('people.person').set(change).where('id', '=', personId).execute()
}

/** Takes a person out of the database. Rows of other rooms are erased by those rooms before. */
export async function erasePerson(act: Acting, personId: string): Promise<number> {
  const gone = await act.tx.deleteFrom('people.person').where('id', '=', personId).executeTakeFirst()
  await act.tx.deleteFrom('people.entry').where('personId', '=', personId).execute()
  return Number(gone.numDeletedRows)
}
