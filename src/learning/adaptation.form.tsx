/** The questions about an adaptation (FRAME): shown, read and checked in one place. */
import { isBefore, type Day } from '../platform/day.ts'
import { oneLine, longerThan } from '../platform/letters.ts'
import { Checkboxes, Radios } from '../platform/parts/choices.tsx'
import { DateField, dateText, type DateText, readNearDate } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import type { formOf } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { adaptationWords } from './adaptation.words.ts'
import { adaptedWhats, fidelities, natures, phases, plannedness, type NewAdaptation } from './trial.ts'

export type AdaptationTyped = {
  description: string
  onDay: DateText
  phase: string
  planned: string
  what: readonly string[]
  nature: readonly string[]
  fidelity: string
  reasons: string
  decidedBy: string
}
export type AdaptationErrors = Errors<keyof AdaptationTyped>

export const adaptationTyped = (today: Day): AdaptationTyped => ({
  description: '',
  onDay: dateText(today),
  phase: '',
  planned: '',
  what: [],
  nature: [],
  fidelity: '',
  reasons: '',
  decidedBy: '',
})

/** `adaptation` is null where something is wrong. */
export function readAdaptation(locale: Locale, form: Awaited<ReturnType<typeof formOf>>, today: Day) {
  const say = adaptationWords(locale).errors
  const on = readNearDate(form.values, 'onDay')
  const typed: AdaptationTyped = {
    description: form.text('description'),
    onDay: on.text,
    phase: form.text('phase'),
    planned: form.text('planned'),
    what: form.list('what'),
    nature: form.list('nature'),
    fidelity: form.text('fidelity'),
    reasons: form.text('reasons'),
    decidedBy: oneLine(form.text('decidedBy')),
  }
  const phase = phases.find((one) => one === typed.phase)
  const planned = plannedness.find((one) => one === typed.planned)
  const fidelity = fidelities.find((one) => one === typed.fidelity)
  const what = adaptedWhats.filter((one) => typed.what.includes(one))
  const nature = natures.filter((one) => typed.nature.includes(one))
  const errors: AdaptationErrors = {}
  if (typed.description.length < 2 || longerThan(typed.description, 3000))
    errors.description = say.description
  if (!on.day) errors.onDay = say.onDay
  else if (isBefore(today, on.day)) errors.onDay = say.ahead
  if (!phase) errors.phase = say.phase
  if (!planned) errors.planned = say.planned
  if (what.length === 0) errors.what = say.what
  if (nature.length === 0) errors.nature = say.nature
  if (!fidelity) errors.fidelity = say.fidelity
  if (longerThan(typed.reasons, 2000)) errors.reasons = say.reasons
  if (longerThan(typed.decidedBy, 300)) errors.decidedBy = say.decidedBy
  const adaptation: NewAdaptation | null =
    !on.day || !phase || !planned || !fidelity || Object.keys(errors).length > 0
      ? null
      : {
          description: typed.description,
          onDay: on.day,
          phase,
          planned,
          what,
          nature,
          fidelity,
          reasons: typed.reasons,
          decidedBy: typed.decidedBy,
        }
  return { typed, errors, adaptation }
}

export function AdaptationFields(props: {
  locale: Locale
  typed: AdaptationTyped
  errors: AdaptationErrors
}) {
  const { locale, typed, errors } = props
  const say = adaptationWords(locale)
  return (
    <>
      <TextArea
        locale={locale}
        name="description"
        label={say.description}
        hint={say.descriptionHint}
        rows={4}
        maxlength={3000}
        value={typed.description}
        error={errors.description}
      />
      <DateField locale={locale} name="onDay" label={say.onDay} value={typed.onDay} error={errors.onDay} />
      <Radios
        locale={locale}
        name="phase"
        label={say.phase}
        layout="column"
        value={typed.phase}
        error={errors.phase}
        options={phases.map((value) => ({ value, label: say.phases[value] }))}
      />
      <Radios
        locale={locale}
        name="planned"
        label={say.planned}
        layout="column"
        value={typed.planned}
        error={errors.planned}
        options={plannedness.map((value) => ({ value, label: say.plannedness[value] }))}
      />
      <Checkboxes
        locale={locale}
        name="what"
        label={say.what}
        values={typed.what}
        error={errors.what}
        options={adaptedWhats.map((value) => ({ value, label: say.whats[value] }))}
      />
      <Checkboxes
        locale={locale}
        name="nature"
        label={say.nature}
        layout="row"
        values={typed.nature}
        error={errors.nature}
        options={natures.map((value) => ({ value, label: say.natures[value] }))}
      />
      <Radios
        locale={locale}
        name="fidelity"
        label={say.fidelity}
        value={typed.fidelity}
        error={errors.fidelity}
        options={fidelities.map((value) => ({ value, label: say.fidelities[value] }))}
      />
      <TextArea
        locale={locale}
        name="reasons"
        label={say.reasons}
        required={false}
        rows={3}
        maxlength={2000}
        value={typed.reasons}
        error={errors.reasons}
      />
      <TextField
        locale={locale}
        name="decidedBy"
        label={say.decidedBy}
        hint={say.decidedByHint}
        required={false}
        maxlength={300}
        value={typed.decidedBy}
        error={errors.decidedBy}
      />
    </>
  )
}
