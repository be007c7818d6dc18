/** The questions about a goal: shown, read and checked in one place. */
import { oneLine } from '../platform/letters.ts'
import { Radios, Select } from '../platform/parts/choices.tsx'
import { DateField, dateText, readDate, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import type { Locale } from '../platform/words.ts'
import { isTitle } from './plan.action.form.tsx'
import { dimensionChoices, noAim, readAim, stageChoices, type Aim } from './plan.readiness.ts'
import type { Goal, NewGoal } from './plan.ts'
import { planWords } from './plan.words.ts'

export type GoalTyped = {
  title: string
  why: string
  dimension: string
  stageFrom: string
  stageTo: string
  dueOn: DateText
  state: string
}
export type GoalErrors = Errors<keyof GoalTyped>

/** @param aim what a new goal begins with */
export const goalTyped = (goal?: Goal, aim: Aim = goal ?? noAim): GoalTyped => ({
  title: goal?.title ?? '',
  why: goal?.why ?? '',
  dimension: aim.dimension ?? '',
  stageFrom: aim.stageFrom?.toString() ?? '',
  stageTo: aim.stageTo?.toString() ?? '',
  dueOn: dateText(goal?.dueOn),
  state: goal?.state ?? 'open',
})

/** `goal` is null where something is wrong. */
export function readGoal(
  locale: Locale,
  values: Record<string, string>,
): { typed: GoalTyped; errors: GoalErrors; goal: (NewGoal & Pick<Goal, 'state'>) | null } {
  const say = planWords(locale).errors
  const due = readDate(values, 'dueOn')
  const state: Goal['state'] = values.state === 'dropped' ? 'dropped' : 'open'
  const typed: GoalTyped = {
    title: oneLine(values.title ?? ''),
    why: values.why ?? '',
    dimension: values.dimension ?? '',
    stageFrom: values.stageFrom ?? '',
    stageTo: values.stageTo ?? '',
    dueOn: due.text,
    state,
  }
  const aim = readAim(values)
  const errors: GoalErrors = {}
  if (!isTitle(typed.title)) errors.title = say.title
  if ([...typed.why].length > 1000) errors.why = say.why
  if (aim === 'noDimension') errors.dimension = say.dimension
  if (aim === 'stages') errors[typed.stageFrom === '' ? 'stageFrom' : 'stageTo'] = say.stages
  if (aim === 'order') errors.stageTo = say.order
  if (due.state === 'wrong') errors.dueOn = say.day
  if (typeof aim === 'string' || Object.keys(errors).length > 0) return { typed, errors, goal: null }
  return { typed, errors, goal: { title: typed.title, why: typed.why, ...aim, dueOn: due.day, state } }
}

export function GoalFields(props: { locale: Locale; typed: GoalTyped; errors: GoalErrors; isNew: boolean }) {
  const { locale, typed, errors } = props
  const say = planWords(locale)
  return (
    <>
      <TextField
        locale={locale}
        name="title"
        label={say.goalName}
        hint={say.goalHint}
        value={typed.title}
        error={errors.title}
        maxlength={160}
      />
      <TextArea
        locale={locale}
        name="why"
        label={say.why}
        required={false}
        rows={3}
        value={typed.why}
        error={errors.why}
        maxlength={1000}
      />
      <Select
        locale={locale}
        name="dimension"
        label={say.dimension}
        required={false}
        empty={say.noDimension}
        options={dimensionChoices(locale)}
        value={typed.dimension}
        error={errors.dimension}
      />
      {(['stageFrom', 'stageTo'] as const).map((name) => (
        <Select
          locale={locale}
          name={name}
          label={say[name]}
          required={false}
          empty={say.noStage}
          options={stageChoices(locale)}
          value={typed[name]}
          error={errors[name]}
        />
      ))}
      <DateField
        locale={locale}
        name="dueOn"
        label={say.dueOn}
        required={false}
        value={typed.dueOn}
        error={errors.dueOn}
      />
      {!props.isNew && (
        <Radios
          locale={locale}
          name="state"
          label={say.keep}
          value={typed.state}
          options={(['open', 'dropped'] as const).map((value) => ({ value, label: say.keeps[value] }))}
        />
      )}
    </>
  )
}
