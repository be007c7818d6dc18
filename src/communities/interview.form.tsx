/** What is written down of an interview, and the sheet on which it is scored: shown, read and checked in one place. */
import { oneLine } from '../platform/letters.ts'
import { Select } from '../platform/parts/choices.tsx'
import { DateField, dateText, readDate, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import { isBefore, type Day } from '../platform/day.ts'
import type { Locale } from '../platform/words.ts'
import { interviewWords } from './interview.words.ts'
import { quarterSteps, stages, type Dimension } from './readiness.ts'
import { readinessDefinition } from './readiness.content.ts'
import { dimensionName, inLanguage } from './readiness.names.ts'
import { readinessWords } from './readiness.words.ts'
import type { NewInterview, Reasons, Scores } from './round.ts'

export type InterviewTyped = { onDay: DateText; part: string; notes: string }
export type InterviewErrors = Errors<keyof InterviewTyped>

export const interviewTyped = (interview?: NewInterview): InterviewTyped => ({
  onDay: dateText(interview?.onDay),
  part: interview?.part ?? '',
  notes: interview?.notes ?? '',
})

/** `interview` is null where something is wrong. */
export function readInterview(locale: Locale, values: Record<string, string>, today: Day) {
  const say = interviewWords(locale).errors
  const on = readDate(values, 'onDay')
  const typed: InterviewTyped = {
    onDay: on.text,
    part: oneLine(values.part ?? ''),
    notes: (values.notes ?? '').trim(),
  }
  const errors: InterviewErrors = {}
  if (!on.day || isBefore(today, on.day)) errors.onDay = say.onDay
  if ([...typed.part].length < 2 || [...typed.part].length > 120) errors.part = say.part
  if (typed.notes === '' || [...typed.notes].length > 30_000) errors.notes = say.notes
  const interview: NewInterview | null =
    on.day && Object.keys(errors).length === 0
      ? { onDay: on.day, part: typed.part, notes: typed.notes }
      : null
  return { typed, errors, interview }
}

export function InterviewFields(props: { locale: Locale; typed: InterviewTyped; errors: InterviewErrors }) {
  const { locale, typed, errors } = props
  const say = interviewWords(locale)
  return (
    <>
      <DateField locale={locale} name="onDay" label={say.onDay} value={typed.onDay} error={errors.onDay} />
      <TextField
        locale={locale}
        name="part"
        label={say.part}
        hint={say.partHint}
        value={typed.part}
        error={errors.part}
        maxlength={120}
      />
      <TextArea
        locale={locale}
        name="notes"
        label={say.notes}
        hint={say.notesHint}
        rows={14}
        value={typed.notes}
        error={errors.notes}
        maxlength={30_000}
      />
    </>
  )
}

/** The questions of these dimensions, to be asked and to be read beside the notes. */
export function Questions({ locale, dimensions }: { locale: Locale; dimensions: readonly Dimension[] }) {
  const say = interviewWords(locale)
  const definition = readinessDefinition().dimensions
  return (
    <>
      {dimensions.map((dimension) => (
        <details class="data">
          <summary>
            {say.questions}: {dimensionName(locale, dimension)}
          </summary>
          <ul class="prose">
            {definition[dimension].questions.map(({ text, forScoring }) => (
              <li>
                {inLanguage(text, locale)} {forScoring && <span class="sub">({say.mustAsk})</span>}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  )
}

export type SheetTyped = { scores: Partial<Record<Dimension, string>>; reasons: Reasons }
export type SheetErrors = Record<string, string>

export const sheetTyped = ({ scores, reasons }: { scores: Scores; reasons: Reasons }): SheetTyped => ({
  scores: Object.fromEntries(Object.entries(scores).map(([dimension, score]) => [dimension, String(score)])),
  reasons,
})

/** `given` holds what could be read; what is missing is wrong only where all is asked for. */
export function readSheet(
  locale: Locale,
  values: Record<string, string>,
  { dimensions, all }: { dimensions: readonly Dimension[]; all: boolean },
) {
  const say = interviewWords(locale).errors
  const typed: SheetTyped = { scores: {}, reasons: {} }
  const errors: SheetErrors = {}
  const given: { dimension: Dimension; score: number; why: string }[] = []
  for (const dimension of dimensions) {
    const text = values[`score-${dimension}`] ?? ''
    const why = (values[`why-${dimension}`] ?? '').trim()
    const score = quarterSteps.find((step) => String(step) === text)
    typed.scores = { ...typed.scores, [dimension]: text }
    typed.reasons = { ...typed.reasons, [dimension]: why }
    if ([...why].length > 1000) errors[`why-${dimension}`] = say.why
    else if (score !== undefined) given.push({ dimension, score, why })
    else if (all || text !== '' || why !== '') errors[`score-${dimension}`] = say.score
  }
  return { typed, errors, given }
}

/** Quarters of a stage; a whole one with its name. */
export const scoreOptions = (locale: Locale) =>
  quarterSteps.map((step) => {
    const stage = stages.find((each) => each === step)
    const figure = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(step)
    return {
      value: String(step),
      label: stage === undefined ? figure : `${figure} · ${readinessWords(locale).shortStages[stage]}`,
    }
  })

export function SheetFields(props: {
  locale: Locale
  dimensions: readonly Dimension[]
  typed: SheetTyped
  errors: SheetErrors
}) {
  const { locale, dimensions, typed, errors } = props
  const say = interviewWords(locale)
  const definition = readinessDefinition().dimensions
  return (
    <>
      {dimensions.map((dimension) => (
        <>
          <h2>{dimensionName(locale, dimension)}</h2>
          <p>{inLanguage(definition[dimension].meaning, locale)}</p>
          <details class="data">
            <summary>
              {say.anchors}
              <span class="unseen">: {dimensionName(locale, dimension)}</span>
            </summary>
            <ol class="prose">
              {stages.map((stage) => (
                <li>{inLanguage(definition[dimension].anchors[stage], locale)}</li>
              ))}
            </ol>
          </details>
          <Select
            locale={locale}
            name={`score-${dimension}`}
            label={`${say.value}: ${dimensionName(locale, dimension)}`}
            value={typed.scores[dimension] ?? ''}
            error={errors[`score-${dimension}`]}
            options={scoreOptions(locale)}
          />
          <TextArea
            locale={locale}
            name={`why-${dimension}`}
            label={say.why}
            required={false}
            rows={2}
            value={typed.reasons[dimension] ?? ''}
            error={errors[`why-${dimension}`]}
            maxlength={1000}
          />
        </>
      ))}
    </>
  )
}
