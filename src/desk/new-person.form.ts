/** The form for adding one person by hand, read and checked. The questions are those of the list that is imported. */
import { isBefore, type Day } from '../platform/day.ts'
import { readDate, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import type { Locale } from '../platform/words.ts'
import {
  readIdentity,
  type IdentityField,
  type IdentityTyped,
  type WhoTheyAre,
} from '../people/identity.form.tsx'
import { askWords } from '../support/ask.words.ts'
import { newPersonWords } from './new-person.words.ts'

/** How a yes was given. It is written down in words, as it stands in lists that come from elsewhere. */
export const agreedWays = ['spoken', 'telephone', 'written', 'message'] as const

export type NewPersonField =
  IdentityField | 'leftOn' | 'agreed' | 'agreedOn' | 'agreedHow' | 'pathway' | 'coordinator' | 'other'

/** What stands in the fields, as typed. */
export type NewPersonTyped = {
  identity: IdentityTyped
  leftOn: DateText
  agreed: string
  agreedOn: DateText
  agreedHow: string
  pathway: string
  coordinator: string
}

export type NewPersonGiven = {
  who: WhoTheyAre
  leftOn: Day
  agreed: { on: Day; how: string } | null
  pathway: string
  coordinatorId: string
  /** Said to be another person than those known already. */
  other: boolean
}

export type NewPersonRead = { typed: NewPersonTyped } & (
  | { given: NewPersonGiven; errors: Errors<NewPersonField> | null }
  | { given: null; errors: Errors<NewPersonField> }
)

/** Before that, an aftercare of five years is long over: most likely a slip in the year. */
const longestAgo = 10

export function readNewPerson(
  locale: Locale,
  form: Record<string, string>,
  today: Day,
  choices: { pathways: readonly string[]; coordinators: readonly string[] },
): NewPersonRead {
  const say = newPersonWords(locale)
  const read = readIdentity(locale, form, today)
  const left = readDate(form, 'leftOn')
  const agreedOn = readDate(form, 'agreedOn')
  const typed: NewPersonTyped = {
    identity: read.typed,
    leftOn: left.text,
    agreed: form['agreed'] ?? '',
    agreedOn: agreedOn.text,
    agreedHow: form['agreedHow'] ?? '',
    pathway: form['pathway'] ?? '',
    coordinator: form['coordinator'] ?? '',
  }
  const errors: Errors<NewPersonField> = { ...read.errors }
  const leftFault =
    left.state === 'empty'
      ? say.leftMissing
      : left.day === null
        ? say.leftWrong
        : isBefore(today, left.day)
          ? say.leftAhead
          : isBefore(left.day, today.subtract({ years: longestAgo }))
            ? say.leftLong
            : null
  if (leftFault) errors.leftOn = leftFault
  const agrees = typed.agreed === 'yes' ? true : typed.agreed === 'no' ? false : null
  if (agrees === null) errors.agreed = say.agreedMissing
  const how = agreedWays.find((way) => way === typed.agreedHow)
  // A day that is left empty is today, as everywhere where something is written down after it happened.
  const on = agreedOn.state === 'empty' ? today : agreedOn.day
  if (agrees) {
    if (on === null) errors.agreedOn = say.agreedOnWrong
    else if (isBefore(today, on)) errors.agreedOn = say.agreedOnAhead
    if (!how) errors.agreedHow = say.agreedHowMissing
  }
  const pathway = choices.pathways.find((key) => key === typed.pathway) ?? choices.pathways[0] ?? ''
  const coordinatorId = choices.coordinators.find((id) => id === typed.coordinator)
  if (!coordinatorId) errors.coordinator = say.coordinatorMissing
  if (Object.keys(errors).length > 0 || !read.who || left.day === null || !coordinatorId) {
    return { given: null, errors, typed }
  }
  return {
    given: {
      who: read.who,
      leftOn: left.day,
      agreed: agrees && on && how ? { on, how: askWords(locale).ways[how] } : null,
      pathway,
      coordinatorId,
      other: form['other'] === 'on',
    },
    errors: null,
    typed,
  }
}
