/** The questions of a pulse as fields, and what came of them. */
import { Radios, Scale } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import type { Locale } from '../platform/words.ts'
import { pulseAnswerWords } from './pulse.answer.words.ts'
import { pulseQuestions } from './pulse.content.ts'
import { distanceKeys, highestOf, itemKeys, trustKeys, type Answers, type Item } from './pulse.ts'

export type AnswersTyped = Partial<Record<Item, string>>
export type AnswerErrors = Errors<Item | 'form'>

/** `answers` is null where something is wrong, or nothing was answered. */
export function readAnswers(locale: Locale, values: Record<string, string>) {
  const say = pulseAnswerWords(locale).errors
  const typed: AnswersTyped = {}
  const errors: AnswerErrors = {}
  const numbers = itemKeys.map((item): [Item, number | null] => {
    const text = values[item] ?? ''
    // Left out by a tap stays left out when the page comes back; what was never touched stays untouched.
    if (values[item] !== undefined) typed[item] = text
    if (text === '') return [item, null]
    const number = Number(text)
    if (/^\d{1,2}$/.test(text) && number <= highestOf(item)) return [item, number]
    errors[item] = highestOf(item) === 10 ? say.scale : say.choice
    return [item, null]
  })
  if (Object.keys(errors).length === 0 && numbers.every(([, number]) => number === null)) {
    errors[trustKeys[0]] = say.nothing
  }
  const answers = Object.keys(errors).length > 0 ? null : (Object.fromEntries(numbers) as Answers)
  return { typed, errors, answers }
}

export function AnswerFields(props: { locale: Locale; typed: AnswersTyped; errors: AnswerErrors }) {
  const { locale, typed, errors } = props
  const say = pulseAnswerWords(locale)
  const { trust, distance } = pulseQuestions()
  return (
    <>
      <div>
        <h2>{say.trustTitle}</h2>
        <p>{trust.lead[locale]}</p>
      </div>
      {trustKeys.map((key) => (
        <Scale
          locale={locale}
          name={key}
          label={trust.items[key].text[locale]}
          ends={[trust.items[key].low[locale], trust.items[key].high[locale]]}
          value={typed[key]}
          error={errors[key]}
          none={say.skip}
        />
      ))}
      <div>
        <h2>{say.distanceTitle}</h2>
        <p>{distance.lead[locale]}</p>
      </div>
      {distanceKeys.map((key) => (
        <Radios
          locale={locale}
          name={key}
          label={distance.items[key][locale]}
          value={typed[key]}
          error={errors[key]}
          options={[
            ...([0, 1, 2, 3] as const).map((step) => ({
              value: String(step),
              label: distance.answers[step][locale],
            })),
            { value: '', label: say.skip },
          ]}
        />
      ))}
    </>
  )
}
