/**
 * The caseload as a file: the list of people that an organisation keeps before it has Tugevus, and takes along if it leaves.
 * This family only reads, checks and writes; nothing is stored here. What the words of a reason are: `caseload-file.words.ts`.
 */
import type { Day } from '../platform/day.ts'
import type { Locale } from '../platform/words.ts'

export const columns = [
  'name',
  'birthDate',
  'phone',
  'email',
  'municipality',
  'language',
  'leftOn',
  'coordinator',
  'agreedOn',
  'agreedHow',
  'notes',
] as const
export type Column = (typeof columns)[number]

/** What one row says about a person. A value that could not be read is `null`, and a doubt tells why. */
export type PersonValues = {
  readonly name: string | null
  readonly birthDate: Day | null
  /** `+37255501001`; all that stood in the cell, in their order. */
  readonly phones: readonly string[]
  readonly email: string | null
  /** EHAK code of 2018, see `platform/municipalities.ts`. */
  readonly municipality: string | null
  readonly language: Locale | null
  readonly leftOn: Day | null
  /** As it is written in the file; who that is among the accounts is found elsewhere. */
  readonly coordinator: string | null
  readonly agreedOn: Day | null
  readonly agreedHow: string | null
  readonly notes: string | null
}

/** Why a cell needs a human. `text` is what stands in it, `row` another row of the same file. */
export type Reason =
  | { readonly code: 'missing' | 'noHeading' | 'formula' | 'noContact' }
  | {
      readonly code:
        | 'notAName'
        | 'garbled'
        | 'impossibleDay'
        | 'incompleteDay'
        | 'unreadableDay'
        | 'notAPhone'
        | 'notAnEmail'
        | 'unknownMunicipality'
        | 'unknownLanguage'
      readonly text: string
    }
  | { readonly code: 'dayOrder' | 'century'; readonly text: string; readonly choices: readonly [Day, Day] }
  | { readonly code: 'future' | 'tooEarly'; readonly day: Day }
  | { readonly code: 'child' | 'tooOld'; readonly age: number }
  | { readonly code: 'ambiguousMunicipality'; readonly text: string; readonly choices: readonly string[] }
  | { readonly code: 'sharedContact' | 'sameName' | 'otherBirthDate'; readonly row: number }

export type Doubt = {
  readonly column: Column
  readonly reason: Reason
  /** Texts that may be what was meant; each can be given to `withFix` as it is. */
  readonly suggestions: readonly string[]
}

/** These may be right as they stand; a human who knows the person can say so. All others need another text. */
const confirmableCodes: ReadonlySet<Reason['code']> = new Set([
  'notAName',
  'tooEarly',
  'child',
  'tooOld',
  'noContact',
  'unknownLanguage',
  'sharedContact',
  'sameName',
  'otherBirthDate',
])

export function isConfirmable({ column, reason }: Doubt): boolean {
  return confirmableCodes.has(reason.code) || (reason.code === 'missing' && column === 'coordinator')
}
