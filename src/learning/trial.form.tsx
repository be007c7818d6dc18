/** The questions about a trial, before it: shown, read and checked in one place. */
import { longerThan } from '../platform/letters.ts'
import type { Day } from '../platform/day.ts'
import { isBefore } from '../platform/day.ts'
import { Select } from '../platform/parts/choices.tsx'
import { DateField, dateText, type DateText, readNearDate } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import type { Locale } from '../platform/words.ts'
import { trialFormWords } from './trial.form.words.ts'
import type { NewTrial } from './trial.ts'
import type { Tried } from './tried.ts'

export type TrialTyped = { tried: string; action: string; startsOn: DateText; followUpOn: DateText }
export type TrialErrors = Errors<keyof TrialTyped>

export const trialTyped = (action = ''): TrialTyped => ({
  tried: '',
  action,
  startsOn: dateText(null),
  followUpOn: dateText(null),
})

/** A count that may be left out: null where nothing is typed, undefined where it is none. */
export function readCount(text: string, most: number): number | null | undefined {
  if (text === '') return null
  return /^\d{1,6}$/.test(text) && Number(text) <= most ? Number(text) : undefined
}

/** `trial` is null where something is wrong. */
export function readTrial(
  locale: Locale,
  values: Record<string, string>,
  { offered, actionIds }: { offered: ReadonlyMap<string, Tried>; actionIds: readonly string[] },
) {
  const say = trialFormWords(locale).errors
  const starts = readNearDate(values, 'startsOn')
  const followUp = readNearDate(values, 'followUpOn')
  const typed: TrialTyped = {
    tried: values.tried ?? '',
    action: values.action ?? '',
    startsOn: starts.text,
    followUpOn: followUp.text,
  }
  const tried = offered.get(typed.tried)
  const errors: TrialErrors = {}
  if (!tried) errors.tried = say.tried
  if (!starts.day) errors.startsOn = say.startsOn
  if (followUp.state === 'wrong') errors.followUpOn = say.followUpOn
  else if (isEarlier(followUp.day, starts.day)) errors.followUpOn = say.followUpBefore
  const trial: Omit<NewTrial, 'facilitatorId'> | null =
    !tried || !starts.day || Object.keys(errors).length > 0
      ? null
      : {
          versionId: tried.version.id,
          adaptationId: tried.adaptation?.id ?? null,
          actionId: actionIds.find((id) => id === typed.action) ?? null,
          startsOn: starts.day,
          followUpOn: followUp.day,
        }
  return { typed, errors, trial }
}

/** Where both are known. */
export const isEarlier = (day: Day | null, than: Day | null) =>
  day !== null && than !== null && isBefore(day, than)

/** So much of what an adaptation is fits into a choice. */
const shown = 60
const short = (text: string) => (longerThan(text, shown) ? `${[...text].slice(0, shown).join('')}…` : text)

/** An adaptation by the beginning of what it is. */
export const adaptationLabel = ({ description }: { description: string }) => short(description)

export function TrialFields(props: {
  locale: Locale
  typed: TrialTyped
  errors: TrialErrors
  offered: ReadonlyMap<string, Tried>
  actions: readonly { id: string; title: string }[]
}) {
  const { locale, typed, errors, offered, actions } = props
  const say = trialFormWords(locale)
  return (
    <>
      <Select
        locale={locale}
        name="tried"
        label={say.tried}
        hint={say.triedHint}
        value={typed.tried}
        error={errors.tried}
        options={[...offered].map(([value, { name, adaptation }]) => ({
          value,
          label: adaptation ? `${name}: ${adaptationLabel(adaptation)}` : name,
        }))}
      />
      {actions.length > 0 && (
        <Select
          locale={locale}
          name="action"
          label={say.action}
          required={false}
          empty={say.noAction}
          value={typed.action}
          options={actions.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      <DateField
        locale={locale}
        name="startsOn"
        label={say.startsOn}
        value={typed.startsOn}
        error={errors.startsOn}
      />
      <DateField
        locale={locale}
        name="followUpOn"
        label={say.followUpOn}
        hint={say.followUpHint}
        required={false}
        value={typed.followUpOn}
        error={errors.followUpOn}
      />
    </>
  )
}
