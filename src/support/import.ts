/**
 * The import of a caseload: what becomes of each row of a file once it has been checked and looked up among the people who are
 * known already. How a file is read and checked is in `caseload-file*.ts`; here nothing is read and nothing is written.
 */
import { z } from 'zod'
import type { Identity } from '../people/identity.ts'
import type { KnownMatch } from '../people/identity.store.ts'
import { emailKey, nameKey, phoneKey } from '../people/name.ts'
import { cellText } from '../platform/spreadsheet.cells.ts'
import { answersSchema, noAnswers } from './caseload-file.answers.ts'
import type { CheckedFile, CheckedRow } from './caseload-file.check.ts'
import type { PersonValues } from './caseload-file.ts'

/** What a human has decided about one file. Plain JSON; every choice leads to a whole new look at the file. */
export const choicesSchema = z.object({
  answers: answersSchema,
  /** Whose account a coordinator's name in the file stands for; the empty name is for rows that name nobody. */
  coordinators: z.array(z.object({ name: z.string(), accountId: z.uuid() })),
  /** Rows that are not the known person whom they resemble. */
  newPeople: z.array(z.number().int().positive()),
})
export type Choices = z.infer<typeof choicesSchema>

export const noChoices: Choices = { answers: noAnswers, coordinators: [], newPeople: [] }

/**
 * Why a row is taken for somebody known: `imported` before, by anybody of the organisation; the `same` person as one in the actor's
 * sight; or `alike`, which a human may overrule.
 */
export type Known =
  { readonly kind: 'imported' } | { readonly kind: 'same' | 'alike'; readonly personId: string }

export const fates = ['enter', 'doubtful', 'duplicate', 'known', 'left-out'] as const
export type Fate = (typeof fates)[number]

export type ImportRow = {
  readonly checked: CheckedRow
  readonly fate: Fate
  /** Set where the fate is `known`. */
  readonly known: Known | null
}

/**
 * What becomes of each row. A row that is surely known needs no answers, however doubtful it is; one that only resembles somebody stays
 * out until a human says that it is somebody else.
 *
 * @param known by row
 */
export function fatesOf(
  { rows }: CheckedFile,
  known: ReadonlyMap<number, Known>,
  { newPeople }: Pick<Choices, 'newPeople'>,
): ImportRow[] {
  const overruled = new Set(newPeople)
  return rows.map((checked) => {
    const row = checked.source.row
    const match = known.get(row)
    const holds = match !== undefined && !(match.kind === 'alike' && overruled.has(row))
    if (checked.state === 'skipped') return { checked, fate: 'left-out', known: null }
    if (checked.state === 'duplicate') return { checked, fate: 'duplicate', known: null }
    if (holds) return { checked, fate: 'known', known: match }
    return { checked, fate: checked.state === 'doubtful' ? 'doubtful' : 'enter', known: null }
  })
}

/**
 * Whether a row is the person whom an exact search has found. The same name is not enough where the birth dates differ or one is
 * unknown, and a shared telephone or address alone never is: couples and whole houses share one.
 *
 * @returns null where it is plainly somebody else
 */
export function likenessTo(
  { birthDate }: Pick<PersonValues, 'birthDate'>,
  match: Pick<KnownMatch, 'by' | 'nameMatches'>,
  identity: Pick<Identity, 'birthDate'> | undefined,
): 'same' | 'alike' | null {
  if (match.by === 'name-birth') return 'same'
  const other = identity?.birthDate ?? null
  const differ = birthDate !== null && other !== null && !birthDate.equals(other)
  if (match.by === 'name') return differ ? null : 'alike'
  return match.nameMatches && !differ ? 'same' : 'alike'
}

/** A row that no search can find by name has an empty one. */
export function identityOf(
  { name, phones, email, birthDate }: PersonValues,
  remarks: string | null,
): Identity {
  return { name: name ?? '', phones, email, birthDate, remarks }
}

/**
 * What a row is recognised by when it comes again, with whatever was put right in between: the row as it stands in the file, and the
 * person it says. Two different people of one file never share one, see the tests.
 */
export function fingerprintsOf({ source, values }: Pick<CheckedRow, 'source' | 'values'>): string[] {
  const texts = source.cells.map(cellText)
  const verbatim = `row ${JSON.stringify(texts.slice(0, texts.findLastIndex((text) => text !== '') + 1))}`
  const { name, birthDate, phones, email, leftOn } = values
  if (name === null) return [verbatim]
  if (birthDate !== null) return [verbatim, `born ${nameKey(name)} ${birthDate}`]
  const contacts = [...phones.map(phoneKey), ...(email === null ? [] : [emailKey(email)])].sort()
  if (leftOn === null || contacts.length === 0) return [verbatim]
  return [verbatim, `left ${nameKey(name)} ${contacts.join(' ')} ${leftOn}`]
}

/** Only people of other names may be told apart by hand: twins share a birth date, a family name and a telephone. */
export function mayBeOther(row: CheckedRow, first: CheckedRow | undefined): boolean {
  const [one, other] = [row.values.name, first?.values.name]
  return Boolean(one && other && nameKey(one) !== nameKey(other))
}

export type Counts = Record<Fate, number>

export function countsOf(rows: readonly Pick<ImportRow, 'fate'>[]): Counts {
  const counts: Counts = { enter: 0, doubtful: 0, duplicate: 0, known: 0, 'left-out': 0 }
  for (const { fate } of rows) counts[fate] += 1
  return counts
}
