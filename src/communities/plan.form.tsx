/** The questions about a goal and about an action: shown, read and checked in one place. */
import { oneLine } from '../platform/letters.ts'
import { Checkbox, Radios } from '../platform/parts/choices.tsx'
import { DateField, dateText, readDate, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import type { Locale } from '../platform/words.ts'
import { euros } from './money.ts'
import type { Action, Goal, NewAction } from './plan.ts'
import { planWords } from './plan.words.ts'

export type GoalTyped = { title: string; why: string; dueOn: DateText; state: string }
export type GoalErrors = Errors<keyof GoalTyped>
export type ActionTyped = { title: string; who: string; byOn: DateText; cost: string; milestone: boolean }
export type ActionErrors = Errors<keyof ActionTyped>

const line = (text: string | undefined) => oneLine(text ?? '')
const isTitle = (text: string) => [...text].length >= 2 && [...text].length <= 160

export const goalTyped = (goal?: Goal): GoalTyped => ({
  title: goal?.title ?? '',
  why: goal?.why ?? '',
  dueOn: dateText(goal?.dueOn),
  state: goal?.state ?? 'open',
})

/** `goal` is null where something is wrong. */
export function readGoal(locale: Locale, values: Record<string, string>) {
  const say = planWords(locale).errors
  const due = readDate(values, 'dueOn')
  const typed: GoalTyped = {
    title: line(values.title),
    why: values.why ?? '',
    dueOn: due.text,
    state: values.state === 'dropped' ? 'dropped' : 'open',
  }
  const errors: GoalErrors = {}
  if (!isTitle(typed.title)) errors.title = say.title
  if ([...typed.why].length > 1000) errors.why = say.why
  if (due.state === 'wrong') errors.dueOn = say.day
  const state: Goal['state'] = typed.state === 'dropped' ? 'dropped' : 'open'
  const goal =
    Object.keys(errors).length > 0 ? null : { title: typed.title, why: typed.why, dueOn: due.day, state }
  return { typed, errors, goal }
}

export const actionTyped = (action?: Action): ActionTyped => ({
  title: action?.title ?? '',
  who: action?.who ?? '',
  byOn: dateText(action?.byOn),
  cost: euros(action?.costCents ?? null),
  milestone: action?.milestone ?? false,
})

/** Euros as cents: `120`, `1 200`, `99,5` or `99.50`; undefined where it is no sum. */
export function readCents(text: string): number | undefined {
  const [, euros, cents = ''] = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(text.replace(/[\s€]/g, '')) ?? []
  return euros === undefined ? undefined : Number(euros) * 100 + Number(cents.padEnd(2, '0'))
}

/** `action` is null where something is wrong. */
export function readAction(locale: Locale, values: Record<string, string>) {
  const say = planWords(locale).errors
  const by = readDate(values, 'byOn')
  const typed: ActionTyped = {
    title: line(values.title),
    who: line(values.who),
    byOn: by.text,
    cost: line(values.cost),
    milestone: values.milestone !== undefined && values.milestone !== '',
  }
  const costCents = typed.cost === '' ? null : readCents(typed.cost)
  const errors: ActionErrors = {}
  if (!isTitle(typed.title)) errors.title = say.title
  if ([...typed.who].length > 120) errors.who = say.who
  if (by.state === 'wrong') errors.byOn = say.day
  if (costCents === undefined) errors.cost = say.cost
  const action: NewAction | null =
    costCents === undefined || Object.keys(errors).length > 0
      ? null
      : {
          title: typed.title,
          who: typed.who === '' ? null : typed.who,
          byOn: by.day,
          costCents,
          milestone: typed.milestone,
        }
  return { typed, errors, action }
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

export function ActionFields(props: { locale: Locale; typed: ActionTyped; errors: ActionErrors }) {
  const { locale, typed, errors } = props
  const say = planWords(locale)
  return (
    <>
      <TextField
        locale={locale}
        name="title"
        label={say.actionName}
        value={typed.title}
        error={errors.title}
        maxlength={160}
      />
      <TextField
        locale={locale}
        name="who"
        label={say.who}
        hint={say.whoHint}
        required={false}
        value={typed.who}
        error={errors.who}
        maxlength={120}
      />
      <DateField
        locale={locale}
        name="byOn"
        label={say.byOn}
        required={false}
        value={typed.byOn}
        error={errors.byOn}
      />
      <TextField
        locale={locale}
        name="cost"
        label={say.cost}
        required={false}
        inputmode="decimal"
        width="s"
        value={typed.cost}
        error={errors.cost}
      />
      <Checkbox name="milestone" label={say.isMilestone} checked={typed.milestone} />
    </>
  )
}
