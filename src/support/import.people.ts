/** From a row of a list to a person on a pathway. */
import type { NewPerson } from '../people/person.store.ts'
import { folded } from '../platform/letters.ts'
import type { Day } from '../platform/day.ts'
import { fullLocales, type Locale } from '../platform/words.ts'
import { askWords } from './ask.words.ts'
import type { CheckedFile, CheckedRow } from './caseload-file.check.ts'
import { identityOf } from './import.ts'
import type { Word } from './pathway.store.ts'

/** Everybody begins on this one; a coordinator can change it. */
export const startingPathway = 'adaptive'

export type NewcomerRow = {
  readonly checked: CheckedRow
  readonly person: NewPerson
  readonly leftOn: Day
  /** Null: is to be asked. */
  readonly agreed: Word | null
}

/**
 * @param language of the organisation, for whom the list says none
 * @throws RangeError for a row that has a doubt: it has no name or no day of leaving
 */
export function newcomer(
  checked: CheckedRow,
  { headings }: Pick<CheckedFile, 'headings'>,
  { coordinatorId, language }: { coordinatorId: string; language: Locale },
): NewcomerRow {
  const { values } = checked
  if (values.name === null || values.leftOn === null) throw new RangeError('a doubtful row becomes nobody')
  const how = values.agreedHow?.replaceAll('\u0000', '') ?? null
  const remarks = [values.notes]
  if (how !== null && values.agreedOn === null) {
    // How somebody agreed is no agreement without its day, but must not be lost.
    const heading = headings.find(({ meaning }) => meaning === 'agreedHow')?.text
    remarks.push(heading === undefined ? how : `${heading}: ${how}`)
  }
  return {
    checked,
    person: {
      identity: identityOf(values, remarks.filter((text) => text !== null).join('\n') || null),
      municipality: values.municipality,
      language: values.language ?? language,
      coordinatorId,
    },
    leftOn: values.leftOn,
    agreed: values.agreedOn && { on: values.agreedOn, how: how === null ? '' : wayOf(how) },
  }
}

/** The ways that our own files write as words are kept as what they stand for; anything else as it is written. */
function wayOf(how: string): string {
  for (const locale of fullLocales) {
    for (const [way, text] of Object.entries(askWords(locale).ways)) {
      if (folded(text) === folded(how)) return way
    }
  }
  return how
}
