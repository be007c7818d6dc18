/**
 * Rows of one file that are the same person. A row is only taken for a duplicate where two things agree; where one agrees, a
 * human decides, because a person who is wrongly left out is never asked how they are.
 *
 * | name  | birth date        | telephone or e-mail | then                                             |
 * |-------|-------------------|---------------------|--------------------------------------------------|
 * | same  | same              | any                 | duplicate                                        |
 * | same  | unknown in one    | shared              | duplicate                                        |
 * | same  | different         | shared              | doubt: the birth date of one is wrong, or father and son |
 * | alike | same              | shared              | duplicate: a slip, a new family name, other letters |
 * | other | any               | shared              | doubt: couples and whole houses share a telephone |
 * | same  | unknown in one    | not shared          | doubt                                            |
 * | same  | different         | not shared          | two people                                       |
 *
 * A row that repeats another to the letter is a duplicate in any case. Each row is looked up in maps and never compared
 * with all others: 5,000 rows with one telephone are as quick as 5,000 with their own.
 */
import { editDistance, latinised } from '../platform/letters.ts'
import { cellText, type Row } from '../platform/spreadsheet.cells.ts'
import type { Doubt, PersonValues } from './caseload-file.ts'
import { nameKey } from './caseload-file.names.ts'

export type Candidate = {
  readonly source: Row
  readonly values: PersonValues
  /** What stands for the birth date where it could not be read. */
  readonly birthText: string
  /** A human has said that this is somebody else than the row it resembles. */
  readonly isSomebodyElse: boolean
}

export type Likeness =
  { readonly kind: 'duplicate'; readonly of: number } | { readonly kind: 'doubt'; readonly doubt: Doubt }

/** For each row that resembles an earlier one: which, and how surely. */
export function findDuplicates(candidates: readonly Candidate[]): ReadonlyMap<number, Likeness> {
  const asAsked = candidates.some(({ isSomebodyElse }) => isSomebodyElse)
    ? likenessesOf(candidates, (likeness) => likeness)
    : null
  // Told apart is a row from the one it resembled when a human was asked; of a third row it may still be a second one.
  return likenessesOf(candidates, (likeness, { source, isSomebodyElse }) => {
    if (!isSomebodyElse || likeness === null) return likeness
    const asked = asAsked?.get(source.row)
    const isThird = likeness.kind === 'duplicate' && asked?.kind === 'duplicate' && likeness.of !== asked.of
    return isThird ? likeness : null
  })
}

function likenessesOf(
  candidates: readonly Candidate[],
  judge: (likeness: Likeness | null, candidate: Candidate) => Likeness | null,
): ReadonlyMap<number, Likeness> {
  const found = new Map<number, Likeness>()
  const seen = new Seen()
  for (const candidate of candidates) {
    const likeness = judge(seen.likenessOf(candidate), candidate)
    if (likeness !== null) found.set(candidate.source.row, likeness)
    if (likeness?.kind !== 'duplicate') seen.add(candidate)
  }
  return found
}

/** People alike in telephone and birth date that are looked at one by one; more than a handful are placeholders. */
const MOST_ALIKE = 10

class Seen {
  readonly #verbatim = new Map<string, Candidate>()
  readonly #byNameAndBirth = new Map<string, Candidate>()
  readonly #byName = new Map<string, Candidate>()
  readonly #byNameWithoutBirth = new Map<string, Candidate>()
  readonly #byContact = new Map<string, Candidate>()
  readonly #byContactAndName = new Map<string, Candidate>()
  readonly #byContactAndBirth = new Map<string, Candidate[]>()

  add(candidate: Candidate): void {
    const { name, birth, contacts, verbatim } = keysOf(candidate)
    const put = (map: Map<string, Candidate>, key: string) => {
      if (!map.has(key)) map.set(key, candidate)
    }
    put(this.#verbatim, verbatim)
    if (name !== null) {
      put(this.#byName, name)
      put(birth === null ? this.#byNameWithoutBirth : this.#byNameAndBirth, join(name, birth))
    }
    for (const { contact } of contacts) {
      put(this.#byContact, contact)
      if (name !== null) put(this.#byContactAndName, join(contact, name))
      if (birth === null) continue
      const alike = this.#byContactAndBirth.get(join(contact, birth)) ?? []
      if (alike.length < MOST_ALIKE) this.#byContactAndBirth.set(join(contact, birth), [...alike, candidate])
    }
  }

  likenessOf(candidate: Candidate): Likeness | null {
    const { name, birth, contacts, verbatim } = keysOf(candidate)
    const same =
      this.#verbatim.get(verbatim) ??
      (name !== null && birth !== null ? this.#byNameAndBirth.get(join(name, birth)) : undefined)
    if (same !== undefined) return duplicate(same)
    for (const { contact } of name === null ? [] : contacts) {
      const other = this.#byContactAndName.get(join(contact, name))
      if (other === undefined) continue
      return knownToDiffer(candidate, other) ? doubt('birthDate', 'otherBirthDate', other) : duplicate(other)
    }
    for (const { contact } of birth === null ? [] : contacts) {
      const alike = this.#byContactAndBirth.get(join(contact, birth)) ?? []
      const other = alike.find(({ values }) => areAlike(values.name, candidate.values.name))
      if (other !== undefined) return duplicate(other)
    }
    for (const { contact, column } of contacts) {
      const other = this.#byContact.get(contact)
      if (other !== undefined) return doubt(column, 'sharedContact', other)
    }
    if (name === null) return null
    const namesake = birth === null ? this.#byName.get(name) : this.#byNameWithoutBirth.get(join(name, null))
    return namesake === undefined ? null : doubt('name', 'sameName', namesake)
  }
}

function keysOf({ source, values, birthText }: Candidate) {
  const unread = birthText === '' ? null : birthText
  return {
    name: values.name === null ? null : nameKey(values.name),
    birth: values.birthDate?.toString() ?? unread,
    contacts: [
      ...values.phones.map((phone) => ({ contact: phone, column: 'phone' as const })),
      ...(values.email === null ? [] : [{ contact: values.email.toLowerCase(), column: 'email' as const }]),
    ],
    verbatim: JSON.stringify(source.cells.map(cellText)),
  }
}

function join(a: string | null, b: string | null): string {
  return `${a ?? ''}|${b ?? ''}`
}

function duplicate({ source }: Candidate): Likeness {
  return { kind: 'duplicate', of: source.row }
}

function doubt(
  column: Doubt['column'],
  code: 'otherBirthDate' | 'sharedContact' | 'sameName',
  { source }: Candidate,
): Likeness {
  return { kind: 'doubt', doubt: { column, reason: { code, row: source.row }, suggestions: [] } }
}

function knownToDiffer(one: Candidate, other: Candidate): boolean {
  const [a, b] = [one.values.birthDate, other.values.birthDate]
  return a !== null && b !== null && !a.equals(b)
}

/** One word of the name is the same (a new family name), or the whole is written with two slips at most. */
function areAlike(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false
  const [a, b] = [nameKey(latinised(one)), nameKey(latinised(other))]
  const words = new Set(a.split(' ').filter((word) => word.length > 1))
  return b.split(' ').some((word) => words.has(word)) || editDistance(a, b, 2) <= 2
}
