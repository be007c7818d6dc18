/** The questions about an action: shown, read and checked in one place. */
import { oneLine, lettersOf, longerThan } from '../platform/letters.ts'
import { Checkbox } from '../platform/parts/choices.tsx'
import { DateField, dateText, readDate, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import type { Locale } from '../platform/words.ts'
import { euros, readCents } from './money.ts'
import type { Action, NewAction } from './plan.ts'
import { planWords } from './plan.words.ts'

export type ActionTyped = { title: string; who: string; byOn: DateText; cost: string; milestone: boolean }
export type ActionErrors = Errors<keyof ActionTyped>

const line = (text: string | undefined) => oneLine(text ?? '')
export const isTitle = (text: string) => lettersOf(text) >= 2 && !longerThan(text, 160)

export const actionTyped = (action?: Action): ActionTyped => ({
  title: action?.title ?? '',
  who: action?.who ?? '',
  byOn: dateText(action?.byOn),
  cost: euros(action?.costCents ?? null),
  milestone: action?.milestone ?? false,
})

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
