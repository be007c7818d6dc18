/** The questions of the check-in as fields: for the person, and for staff who take it down on the telephone. */
import { Radios, Scale } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Note } from '../platform/parts/surface.tsx'
import { TextArea } from '../platform/parts/text-field.tsx'
import type { Locale } from '../platform/words.ts'
import {
  longerQuestions,
  parseAnswers,
  weeklyQuestions,
  type CheckinAnswers,
  type ParsedAnswers,
  type QuestionForm,
} from './checkin.ts'
import { checkinWords } from './checkin.words.ts'

const questions = [...weeklyQuestions, ...longerQuestions]

/** What stands in the fields: as typed, or as it was answered before. Not answered is no key. */
export type CheckinText = Readonly<Record<string, string>>

/** A scale's "rather not say" is sent as an empty value, and a scale that nobody touched is not sent at all. */
export function readCheckin(values: CheckinText): ParsedAnswers {
  return parseAnswers(values['craving'] === '' ? { ...values, craving: 'rather_not_say' } : values)
}

export function checkinText({ callMe, ...answers }: CheckinAnswers): CheckinText {
  const text: Record<string, string> = callMe === null ? {} : { callMe: callMe ? 'yes' : 'no' }
  for (const [key, answer] of Object.entries(answers)) {
    if (answer !== null) text[key] = key === 'craving' && answer === 'rather_not_say' ? '' : String(answer)
  }
  return text
}

/** In the order of the questions. */
export function checkinErrors(locale: Locale, { errors }: ParsedAnswers): Errors | undefined {
  if (!errors) return undefined
  const told: Errors = {}
  for (const { key } of questions) {
    const fault = errors[key]
    if (fault) told[key] = checkinWords(locale).faults[fault]
  }
  return told
}

type Asked = { locale: Locale; text: CheckinText; errors: Errors | undefined }

/** The three things of the week and free words. */
export function WeeklyQuestions(props: Asked & { callHint?: string | undefined; wordsHint: string }) {
  const { callHint, wordsHint, ...asked } = props
  const hints: Partial<Record<string, string | undefined>> = { callMe: callHint, words: wordsHint }
  return (
    <>
      {weeklyQuestions.map((question) => (
        <Question {...asked} question={question} hint={hints[question.key]} />
      ))}
    </>
  )
}

/**
 * The longer ones of the month. Before use and craving it says who reads the answer and what it can lead to.
 * `beforehand` is the heading of that where it is read out.
 */
export function LongerQuestions(props: Asked & { readers: string; beforehand?: string | undefined }) {
  const { readers, beforehand, ...asked } = props
  const say = checkinWords(props.locale)
  const first = longerQuestions.filter(({ tellsWhoReads }) => tellsWhoReads)
  const rest = longerQuestions.filter(({ tellsWhoReads }) => !tellsWhoReads)
  return (
    <>
      <div>
        <h2>{say.longerTitle}</h2>
        <p>{say.longerLead}</p>
      </div>
      <Note>
        <h3>{beforehand ?? say.whoReads.title}</h3>
        <p>{say.whoReads.readers(readers)}</p>
        <p>
          {say.whoReads.leadsTo} {say.whoReads.leadsNotTo}
        </p>
        <p>
          {say.whoReads.exception} {say.whoReads.rather}
        </p>
      </Note>
      {[...first, ...rest].map((question) => (
        <Question {...asked} question={question} hint={undefined} />
      ))}
    </>
  )
}

function Question(props: Asked & { question: QuestionForm; hint: string | undefined }) {
  const { locale, text, errors, question, hint } = props
  const say = checkinWords(locale)
  const { key } = question
  const field = { locale, name: key, label: say.questions[key], hint, error: errors?.[key] }
  switch (key) {
    case 'words':
      return <TextArea {...field} value={text[key]} rows={4} />
    case 'wellbeing':
    case 'confidence':
      return <Scale {...field} value={text[key]} ends={say.ends[key]} />
    case 'craving':
      return <Scale {...field} value={text[key]} ends={say.ends[key]} none={say.ratherNotSay} />
    default: {
      const labels: Readonly<Record<string, string>> = say.answers[key]
      return (
        <Radios
          {...field}
          value={text[key]}
          layout={key === 'callMe' ? 'row' : 'column'}
          options={question.options.map((option) => ({ value: option, label: labels[option] ?? option }))}
        />
      )
    }
  }
}
