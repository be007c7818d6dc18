/** The sealed identity: each column is encrypted and bound to its person; exact search goes over keyed hashes. */
import type { Acting } from '../platform/actor.ts'
import { day } from '../platform/day.ts'
import type { Keys } from '../platform/keys.ts'
import { blindIndex, seal, unseal } from '../platform/sealing.ts'
import type { Identity } from './identity.ts'
import { emailKey, nameKey, phoneKey } from './name.ts'

export type IdentityTable = {
  personId: string
  organisationId: string
  nameSealed: Buffer
  phonesSealed: Buffer | null
  emailSealed: Buffer | null
  birthDateSealed: Buffer | null
  remarksSealed: Buffer | null
  nameIndex: Buffer
  nameBirthIndex: Buffer | null
  phoneIndex: Buffer[]
  emailIndex: Buffer | null
}

declare module '../platform/database.ts' {
  interface Database {
    'people.identity': IdentityTable
  }
}

const place = (column: string, personId: string) => `people.identity/${column}/${personId}`

/** The indexes of an identity. They are keyed by organisation too: nobody can see that another one knows the same person. */
export function indexesOf(keys: Keys, organisationId: string, identity: Identity) {
  const index = (kind: string, text: string) => blindIndex(keys, `${organisationId}/${kind}`, text)
  return {
    nameIndex: index('name', nameKey(identity.name)),
    nameBirthIndex: identity.birthDate
      ? index('name-birth', `${nameKey(identity.name)} ${identity.birthDate}`)
      : null,
    phoneIndex: identity.phones.map((phone) => index('phone', phoneKey(phone))),
    emailIndex: identity.email ? index('email', emailKey(identity.email)) : null,
  }
}

export function sealIdentity(
  keys: Keys,
  organisationId: string,
  personId: string,
  identity: Identity,
): IdentityTable {
  const sealed = (column: string, text: string | null) =>
    text === null ? null : seal(keys, place(column, personId), text)
  return {
    personId,
    organisationId,
    nameSealed: seal(keys, place('name', personId), identity.name),
    phonesSealed: sealed('phones', identity.phones.length > 0 ? JSON.stringify(identity.phones) : null),
    emailSealed: sealed('email', identity.email),
    birthDateSealed: sealed('birth-date', identity.birthDate?.toString() ?? null),
    remarksSealed: sealed('remarks', identity.remarks),
    ...indexesOf(keys, organisationId, identity),
  }
}

function open(keys: Keys, row: IdentityTable): Identity {
  const opened = (column: string, sealed: Buffer | null) =>
    sealed === null ? null : unseal(keys, place(column, row.personId), sealed)
  const phones: unknown = JSON.parse(opened('phones', row.phonesSealed) ?? '[]')
  const birthDate = opened('birth-date', row.birthDateSealed)
  return {
    name: unseal(keys, place('name', row.personId), row.nameSealed),
    phones: Array.isArray(phones) ? phones.map(String) : [],
    email: opened('email', row.emailSealed),
    birthDate: birthDate === null ? null : day(birthDate),
    remarks: opened('remarks', row.remarksSealed),
  }
}

/** The identities of these people that the actor may see, by person id. */
export async function readIdentities(
  act: Acting,
  personIds: readonly string[],
): Promise<Map<string, Identity>> {
  if (personIds.length === 0) return new Map()
  const rows = await act.tx
    .selectFrom('people.identity')
    .selectAll()
    .where('personId', 'in', [...personIds])
    .execute()
  return new Map(rows.map((row) => [row.personId, open(act.keys, row)]))
}

/** The names only: a list of thousands need not open every column. */
export async function readNames(act: Acting, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await act.tx
    .selectFrom('people.identity')
    .select(['personId', 'nameSealed'])
    .where('personId', 'in', [...personIds])
    .execute()
  return new Map(
    rows.map((row) => [row.personId, unseal(act.keys, place('name', row.personId), row.nameSealed)]),
  )
}

/** Replaces who somebody is; `false` where the actor may not or there is no such person. */
export async function changeIdentity(act: Acting, personId: string, identity: Identity): Promise<boolean> {
  const {
    personId: _,
    organisationId: __,
    ...columns
  } = sealIdentity(act.keys, act.actor.organisationId, personId, identity)
  const result = await act.tx
    .updateTable('people.identity')
    .set(columns)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export type KnownMatch = {
  by: 'name-birth' | 'phone' | 'email' | 'name'
  personId: string
  nameMatches: boolean
}

/**
 * People of the actor's sight whom these identities may already be, by place in `identities`. Exact only: the same name and birth date,
 * or the same telephone or e-mail address; the same name alone is reported as such.
 */
export async function findKnown(
  act: Acting,
  identities: readonly Identity[],
): Promise<Map<number, KnownMatch[]>> {
  const wanted = identities.map((identity) => indexesOf(act.keys, act.actor.organisationId, identity))
  const rows = await act.tx
    .selectFrom('people.identity')
    .select(['personId', 'nameIndex', 'nameBirthIndex', 'phoneIndex', 'emailIndex'])
    .execute()
  const byName = multimap(rows.map((row) => [row.nameIndex, row] as const))
  const byNameBirth = multimap(
    rows.flatMap((row) => (row.nameBirthIndex ? [[row.nameBirthIndex, row] as const] : [])),
  )
  const byPhone = multimap(rows.flatMap((row) => row.phoneIndex.map((index) => [index, row] as const)))
  const byEmail = multimap(rows.flatMap((row) => (row.emailIndex ? [[row.emailIndex, row] as const] : [])))
  const found = new Map<number, KnownMatch[]>()
  for (const [place, want] of wanted.entries()) {
    const matches: KnownMatch[] = []
    const add = (by: KnownMatch['by'], list: typeof rows | undefined) => {
      for (const row of list ?? []) {
        if (matches.some((match) => match.personId === row.personId)) continue
        matches.push({ by, personId: row.personId, nameMatches: row.nameIndex.equals(want.nameIndex) })
      }
    }
    if (want.nameBirthIndex) add('name-birth', byNameBirth.get(want.nameBirthIndex.toString('hex')))
    for (const index of want.phoneIndex) add('phone', byPhone.get(index.toString('hex')))
    if (want.emailIndex) add('email', byEmail.get(want.emailIndex.toString('hex')))
    add('name', byName.get(want.nameIndex.toString('hex')))
    if (matches.length > 0) found.set(place, matches)
  }
  return found
}

function multimap<V>(entries: readonly (readonly [Buffer, V])[]): Map<string, V[]> {
  const map = new Map<string, V[]>()
  for (const [key, value] of entries) {
    const hex = key.toString('hex')
    const list = map.get(hex)
    if (list) list.push(value)
    else map.set(hex, [value])
  }
  return map
}
