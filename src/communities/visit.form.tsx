/** The questions about a visit, before it and after it: shown, read and checked in one place. */
import { oneLine, longerThan } from '../platform/letters.ts'
import { DateField, dateText, readDate, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import type { Locale } from '../platform/words.ts'
import { readTime } from './time-of-day.ts'
import { dialogueSize, visitKinds, type NewVisit, type Outcome, type Visit } from './visit.ts'
import { visitWords } from './visit.words.ts'

export type WhenTyped = { onDay: DateText; atTime: string }
export type WhenErrors = Errors<keyof WhenTyped>
export type VisitTyped = WhenTyped & { kind: string; topic: string; action: string }
export type VisitErrors = Errors<keyof VisitTyped>
export type OutcomeTyped = {
  people: string
  outcome: string
  nextStep: string
  nextOn: DateText
  hours: string
}
export type OutcomeErrors = Errors<keyof OutcomeTyped>

const clean = (text: string | undefined) => text ?? ''

export const whenTyped = (visit?: Pick<Visit, 'onDay' | 'atTime'>): WhenTyped => ({
  onDay: dateText(visit?.onDay),
  atTime: visit?.atTime ?? '',
})

/** A day and, where one is agreed, an hour; `when` is null where something is wrong. */
export function readWhen(locale: Locale, values: Record<string, string>) {
  const say = visitWords(locale).errors
  const on = readDate(values, 'onDay')
  const typed: WhenTyped = { onDay: on.text, atTime: clean(values.atTime) }
  const atTime = typed.atTime === '' ? null : readTime(typed.atTime)
  const errors: WhenErrors = {}
  if (!on.day) errors.onDay = say.onDay
  if (typed.atTime !== '' && atTime === null) errors.atTime = say.atTime
  const when = on.day && !errors.atTime ? { onDay: on.day, atTime } : null
  return { typed, errors, when }
}

/** `visit` is null where something is wrong; `actionIds` are those of the community's plan. */
export function readVisit(locale: Locale, values: Record<string, string>, actionIds: readonly string[]) {
  const say = visitWords(locale).errors
  const { when, ...at } = readWhen(locale, values)
  const typed: VisitTyped = {
    ...at.typed,
    kind: clean(values.kind),
    topic: oneLine(clean(values.topic)),
    action: clean(values.action),
  }
  const kind = visitKinds.find((one) => one === typed.kind)
  const errors: VisitErrors = {}
  if (!kind) errors.kind = say.kind
  Object.assign(errors, at.errors)
  if (typed.topic.length < 2 || longerThan(typed.topic, 300)) errors.topic = say.topic
  const visit: NewVisit | null =
    !kind || !when || Object.keys(errors).length > 0
      ? null
      : {
          kind,
          ...when,
          topic: typed.topic,
          actionId: actionIds.find((id) => id === typed.action) ?? null,
        }
  return { typed, errors, visit }
}

export const outcomeTyped = (visit: Visit, quarters: number | null): OutcomeTyped => ({
  people: visit.peopleCount?.toString() ?? '',
  outcome: visit.outcome,
  nextStep: visit.nextStep,
  nextOn: dateText(visit.nextOn),
  hours: quarters === null ? '' : String(quarters / 4).replace('.', ','),
})

/** Hours as quarters: `1,5` is 6; undefined where they are no whole quarters of one day. */
export function readQuarters(text: string): number | undefined {
  const quarters = /^\d{1,2}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) * 4 : NaN
  return Number.isInteger(quarters) && quarters <= 96 ? quarters : undefined
}

/** `outcome` is null where something is wrong. */
export function readOutcome(locale: Locale, values: Record<string, string>) {
  const say = visitWords(locale).errors
  const next = readDate(values, 'nextOn')
  const typed: OutcomeTyped = {
    people: clean(values.people),
    outcome: clean(values.outcome),
    nextStep: clean(values.nextStep),
    nextOn: next.text,
    hours: clean(values.hours),
  }
  const quarters = typed.hours === '' ? null : readQuarters(typed.hours)
  const errors: OutcomeErrors = {}
  if (typed.people !== '' && !(/^\d{1,4}$/.test(typed.people) && Number(typed.people) <= 2000)) {
    errors.people = say.people
  }
  if (typed.outcome === '' || longerThan(typed.outcome, 3000)) errors.outcome = say.outcome
  if (longerThan(typed.nextStep, 500)) errors.nextStep = say.nextStep
  if (next.state === 'wrong') errors.nextOn = say.nextOn
  if (quarters === undefined) errors.hours = say.hours
  const read: { outcome: Outcome; quarters: number | null } | null =
    quarters === undefined || Object.keys(errors).length > 0
      ? null
      : {
          outcome: {
            peopleCount: typed.people === '' ? null : Number(typed.people),
            outcome: typed.outcome,
            nextStep: typed.nextStep,
            nextOn: next.day,
          },
          quarters,
        }
  return { typed, errors, read }
}

export function WhenFields(props: { locale: Locale; typed: WhenTyped; errors: WhenErrors }) {
  const { locale, typed, errors } = props
  const say = visitWords(locale)
  return (
    <>
      <DateField locale={locale} name="onDay" label={say.onDay} value={typed.onDay} error={errors.onDay} />
      <TextField
        locale={locale}
        name="atTime"
        label={say.atTime}
        hint={say.atTimeHint}
        required={false}
        width="s"
        value={typed.atTime}
        error={errors.atTime}
      />
    </>
  )
}

export function OutcomeFields(props: {
  locale: Locale
  visit: Visit
  typed: OutcomeTyped
  errors: OutcomeErrors
}) {
  const { locale, visit, typed, errors } = props
  const say = visitWords(locale)
  return (
    <>
      <TextField
        locale={locale}
        name="people"
        label={say.people}
        hint={visit.kind === 'dialogue' ? say.dialogueHint(dialogueSize.least, dialogueSize.most) : undefined}
        required={false}
        inputmode="numeric"
        width="s"
        value={typed.people}
        error={errors.people}
      />
      <TextArea
        locale={locale}
        name="outcome"
        label={say.outcome}
        hint={say.outcomeHint}
        rows={5}
        maxlength={3000}
        value={typed.outcome}
        error={errors.outcome}
      />
      <TextField
        locale={locale}
        name="nextStep"
        label={say.nextStep}
        required={false}
        maxlength={500}
        value={typed.nextStep}
        error={errors.nextStep}
      />
      <DateField
        locale={locale}
        name="nextOn"
        label={say.nextOn}
        required={false}
        value={typed.nextOn}
        error={errors.nextOn}
      />
      <TextField
        locale={locale}
        name="hours"
        label={say.hours}
        hint={say.hoursHint}
        required={false}
        inputmode="decimal"
        width="s"
        value={typed.hours}
        error={errors.hours}
      />
    </>
  )
}
