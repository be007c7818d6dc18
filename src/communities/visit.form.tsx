/** The questions about a visit, before it and after it: read and checked in one place. */
import { oneLine } from '../platform/letters.ts'
import { dateText, readDate, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import type { Locale } from '../platform/words.ts'
import { readTime } from './time-of-day.ts'
import { visitKinds, type NewVisit, type Outcome, type Visit } from './visit.ts'
import { visitWords } from './visit.words.ts'

export type VisitTyped = { kind: string; onDay: DateText; atTime: string; topic: string; action: string }
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
const longerThan = (text: string, most: number) => [...text].length > most

/** `visit` is null where something is wrong; `actionIds` are those of the community's plan. */
export function readVisit(locale: Locale, values: Record<string, string>, actionIds: readonly string[]) {
  const say = visitWords(locale).errors
  const on = readDate(values, 'onDay')
  const typed: VisitTyped = {
    kind: clean(values.kind),
    onDay: on.text,
    atTime: clean(values.atTime),
    topic: oneLine(clean(values.topic)),
    action: clean(values.action),
  }
  const kind = visitKinds.find((one) => one === typed.kind)
  const atTime = typed.atTime === '' ? null : readTime(typed.atTime)
  const errors: VisitErrors = {}
  if (!kind) errors.kind = say.kind
  if (!on.day) errors.onDay = say.onDay
  if (typed.atTime !== '' && atTime === null) errors.atTime = say.atTime
  if (typed.topic.length < 2 || longerThan(typed.topic, 300)) errors.topic = say.topic
  const visit: NewVisit | null =
    !kind || !on.day || Object.keys(errors).length > 0
      ? null
      : {
          kind,
          onDay: on.day,
          atTime,
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
