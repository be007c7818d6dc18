/**
 * The check-in: what a person is asked, what an answer may be, and which reply is the useful one.
 *
 * The questions are our own. Every one may be left out: null is "not answered", `rather_not_say` is an answer, and
 * neither is ever read as a no.
 */

/** From 0, "not at all", to 10. */
export type Rating = number

export const useAnswers = ['none', 'once_or_twice', 'weekly_or_more', 'rather_not_say'] as const
export const riskyAnswers = ['none', 'managed', 'not_managed', 'rather_not_say'] as const
export const supportAnswers = ['have_people', 'some', 'nobody', 'rather_not_say'] as const
export const workAnswers = ['working', 'studying', 'looking', 'not_now', 'rather_not_say'] as const
export const housingAnswers = ['lasting', 'temporary', 'nowhere', 'rather_not_say'] as const

export type CheckinAnswers = {
  /** How are you. */
  wellbeing: Rating | null
  /** How sure of managing the coming week. */
  confidence: Rating | null
  callMe: boolean | null
  words: string | null
  /** Since the last longer check-in. */
  use: (typeof useAnswers)[number] | null
  craving: Rating | 'rather_not_say' | null
  /** The hardest situation since the last longer check-in. */
  riskySituation: (typeof riskyAnswers)[number] | null
  support: (typeof supportAnswers)[number] | null
  work: (typeof workAnswers)[number] | null
  housing: (typeof housingAnswers)[number] | null
}

export type CheckinQuestion = keyof CheckinAnswers

/** How one question is put. `tellsWhoReads`: before it stands who reads the answer and what it can lead to. */
export type QuestionForm = {
  key: CheckinQuestion
  kind: 'rating' | 'yes_no' | 'words' | 'choice'
  options: readonly string[]
  tellsWhoReads: boolean
}

const ratings = Array.from({ length: 11 }, (_, number) => String(number))

/** Three things and free words: the whole of the weekly check-in. */
export const weeklyQuestions: readonly QuestionForm[] = [
  { key: 'wellbeing', kind: 'rating', options: ratings, tellsWhoReads: false },
  { key: 'confidence', kind: 'rating', options: ratings, tellsWhoReads: false },
  { key: 'callMe', kind: 'yes_no', options: ['yes', 'no'], tellsWhoReads: false },
  { key: 'words', kind: 'words', options: [], tellsWhoReads: false },
]

/** What the longer check-in, once a month, asks in addition. */
export const longerQuestions: readonly QuestionForm[] = [
  { key: 'use', kind: 'choice', options: useAnswers, tellsWhoReads: true },
  { key: 'craving', kind: 'rating', options: [...ratings, 'rather_not_say'], tellsWhoReads: true },
  { key: 'riskySituation', kind: 'choice', options: riskyAnswers, tellsWhoReads: false },
  { key: 'support', kind: 'choice', options: supportAnswers, tellsWhoReads: false },
  { key: 'work', kind: 'choice', options: workAnswers, tellsWhoReads: false },
  { key: 'housing', kind: 'choice', options: housingAnswers, tellsWhoReads: false },
]

/** About a page of writing; more is better told on the telephone. */
export const LONGEST_WORDS = 2000

export type CheckinFault = 'not_0_to_10' | 'not_a_choice' | 'too_long'

export type ParsedAnswers =
  | { answers: CheckinAnswers; errors: null }
  | { answers: null; errors: Partial<Record<CheckinQuestion, CheckinFault>> }

/** A form's fields, named like the questions → answers. A field that is missing or empty is "not answered". */
export function parseAnswers(form: Readonly<Record<string, string>>): ParsedAnswers {
  const errors: Partial<Record<CheckinQuestion, CheckinFault>> = {}

  function given(key: CheckinQuestion): string | null {
    const text = form[key]?.trim()
    return text === undefined || text === '' ? null : text
  }
  function choice<Option extends string>(key: CheckinQuestion, options: readonly Option[]): Option | null {
    const text = given(key)
    const chosen = options.find((option) => option === text)
    if (text !== null && chosen === undefined) errors[key] = 'not_a_choice'
    return chosen ?? null
  }
  function rating(key: CheckinQuestion): Rating | null {
    const text = given(key)
    if (text === null || ratings.includes(text)) return text === null ? null : Number(text)
    errors[key] = 'not_0_to_10'
    return null
  }
  function freeWords(key: CheckinQuestion): string | null {
    // What the database cannot keep (NUL, half a sign) must not cost a person their message.
    const text = given(key)?.toWellFormed().replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim()
    if (text === undefined || text === '') return null
    if ([...text].length > LONGEST_WORDS) errors[key] = 'too_long'
    return text
  }

  const callMe = choice('callMe', ['yes', 'no'])
  const answers: CheckinAnswers = {
    wellbeing: rating('wellbeing'),
    confidence: rating('confidence'),
    callMe: callMe === null ? null : callMe === 'yes',
    words: freeWords('words'),
    use: choice('use', useAnswers),
    craving: given('craving') === 'rather_not_say' ? 'rather_not_say' : rating('craving'),
    riskySituation: choice('riskySituation', riskyAnswers),
    support: choice('support', supportAnswers),
    work: choice('work', workAnswers),
    housing: choice('housing', housingAnswers),
  }
  return Object.keys(errors).length === 0 ? { answers, errors: null } : { answers: null, errors }
}

/** Which useful thing the check-in answers with. It chooses a text of help; it says nothing about the person. */
export type CheckinReply =
  | 'call_is_coming'
  | 'nowhere_to_stay'
  | 'after_use'
  | 'hard_situation'
  | 'craving'
  | 'unsure_of_week'
  | 'hard_week'
  | 'alone'
  | 'going_well'
  | 'in_between'
  | 'words_read'
  | 'nothing_told'

/**
 * From which answer on a text of help is shown. Ours and not validated: they decide nothing but which text comes
 * first, and are kept nowhere.
 */
const LOW = 4
const HIGH = 7

/**
 * One reply, the most pressing first: what a person asked for, then what cannot wait, then the coming week, then how it
 * was. Not answered and "rather not say" lead to no guess.
 */
export function replyTo(answers: CheckinAnswers): CheckinReply {
  const { wellbeing, confidence, craving } = answers
  if (answers.callMe === true) return 'call_is_coming'
  if (answers.housing === 'nowhere') return 'nowhere_to_stay'
  if (answers.use === 'once_or_twice' || answers.use === 'weekly_or_more') return 'after_use'
  if (answers.riskySituation === 'not_managed') return 'hard_situation'
  if (typeof craving === 'number' && craving >= HIGH) return 'craving'
  if (confidence !== null && confidence <= LOW) return 'unsure_of_week'
  if (wellbeing !== null && wellbeing <= LOW) return 'hard_week'
  if (answers.support === 'nobody') return 'alone'
  if (wellbeing !== null && confidence !== null) {
    return wellbeing >= HIGH && confidence >= HIGH ? 'going_well' : 'in_between'
  }
  if (toldSomething(answers)) return 'in_between'
  return answers.words === null ? 'nothing_told' : 'words_read'
}

/** Anything about how it is: not the wish for a call, not free words (they are read by a human, not by a rule). */
function toldSomething({ callMe: _call, words: _words, ...rest }: CheckinAnswers): boolean {
  return Object.values(rest).some((answer) => answer !== null && answer !== 'rather_not_say')
}
