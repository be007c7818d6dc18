/** The questions about how a trial went: shown, read and checked in one place. What is left empty stays unknown. */
import { longerThan } from '../platform/letters.ts'
import { euros, readCents } from '../communities/money.ts'
import { isBefore, type Day } from '../platform/day.ts'
import { Radios, Select } from '../platform/parts/choices.tsx'
import { DateField, dateText, type DateText, readNearDate } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Columns } from '../platform/parts/layout.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import { longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { adaptationLabel, isEarlier, readCount } from './trial.form.tsx'
import { trialFormWords } from './trial.form.words.ts'
import { fidelities, trialStates, type Adaptation, type Trial, type TrialReport } from './trial.ts'

const texts = [
  'state',
  'adaptation',
  'eligible',
  'reached',
  'asked',
  'tookPart',
  'fidelity',
  'happened',
  'unwanted',
  'hours',
  'cost',
] as const
export type ReportTyped = Record<(typeof texts)[number], string> &
  Record<'startsOn' | 'endsOn' | 'followUpOn', DateText>
export type ReportErrors = Errors<keyof ReportTyped>

export const hoursText = (quarters: number) => String(quarters / 4).replace('.', ',')

export const reportTyped = (trial: Trial): ReportTyped => ({
  state: trial.state,
  adaptation: trial.adaptationId ?? '',
  startsOn: dateText(trial.startsOn),
  endsOn: dateText(trial.endsOn),
  eligible: trial.eligible?.toString() ?? '',
  reached: trial.reached?.toString() ?? '',
  asked: trial.asked?.toString() ?? '',
  tookPart: trial.tookPart?.toString() ?? '',
  fidelity: trial.fidelity,
  happened: trial.happened,
  unwanted: trial.unwanted,
  hours: trial.hoursQuarters === null ? '' : hoursText(trial.hoursQuarters),
  cost: euros(trial.costCents),
  followUpOn: dateText(trial.followUpOn),
})

/** Hours of all together as quarters: `12,5` is 50; undefined where they are no whole quarters. */
function readQuarters(text: string): number | null | undefined {
  if (text === '') return null
  const quarters = /^\d{1,5}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) * 4 : NaN
  return Number.isInteger(quarters) && quarters <= 40_000 ? quarters : undefined
}

/** `report` is null where something is wrong. */
export function readReport(
  locale: Locale,
  values: Record<string, string>,
  about: { today: Day; adaptations: readonly Adaptation[]; firstResult: Day | null },
) {
  const say = trialFormWords(locale).errors
  const [starts, ends, followUp] = [
    readNearDate(values, 'startsOn'),
    readNearDate(values, 'endsOn'),
    readNearDate(values, 'followUpOn'),
  ]
  const typed: ReportTyped = {
    ...(Object.fromEntries(texts.map((name) => [name, values[name] ?? ''])) as Record<
      (typeof texts)[number],
      string
    >),
    startsOn: starts.text,
    endsOn: ends.text,
    followUpOn: followUp.text,
  }
  const state = trialStates.find((one) => one === typed.state)
  const fidelity = fidelities.find((one) => one === typed.fidelity)
  const adaptationId = about.adaptations.find(({ id }) => id === typed.adaptation)?.id ?? null
  const [eligible, reached] = [readCount(typed.eligible, 100_000), readCount(typed.reached, 100_000)]
  const [asked, tookPart] = [readCount(typed.asked, 10_000), readCount(typed.tookPart, 10_000)]
  const hoursQuarters = readQuarters(typed.hours)
  const costCents = typed.cost === '' ? null : readCents(typed.cost)
  const isOver = state === 'ended' || state === 'stopped'
  const more = (part: number | null | undefined, whole: number | null | undefined) =>
    typeof part === 'number' && typeof whole === 'number' && part > whole

  // In the order of the questions, which is the order in which errors are listed.
  const checks: [keyof ReportTyped, string | false][] = [
    ['state', !state && say.state],
    [
      'state',
      state !== undefined && state !== 'planned' && isEarlier(about.today, starts.day) && say.notBegun,
    ],
    ['adaptation', typed.adaptation !== '' && adaptationId === null && say.adaptation],
    ['startsOn', !starts.day && say.startsOn],
    [
      'startsOn',
      isEarlier(about.firstResult, starts.day) &&
        about.firstResult !== null &&
        say.startsAfterResult(longDay(locale, about.firstResult)),
    ],
    ['endsOn', ends.state === 'wrong' && say.endsOn],
    ['endsOn', ends.state === 'empty' && isOver && say.endMissing],
    ['endsOn', isEarlier(ends.day, starts.day) && say.endBefore],
    ['endsOn', isOver && ends.day !== null && isBefore(about.today, ends.day) && say.endAhead],
    ['eligible', eligible === undefined && say.eligible],
    ['reached', reached === undefined && say.reached],
    ['reached', more(reached, eligible) && say.reachedMore],
    ['asked', asked === undefined && say.asked],
    ['tookPart', tookPart === undefined && say.tookPart],
    ['tookPart', more(tookPart, asked) && say.tookPartMore],
    ['fidelity', !fidelity && say.fidelity],
    ['happened', isOver && typed.happened === '' && say.happened],
    ['happened', longerThan(typed.happened, 4000) && say.happenedLong],
    ['unwanted', longerThan(typed.unwanted, 2000) && say.unwanted],
    ['hours', hoursQuarters === undefined && say.hours],
    ['cost', costCents === undefined && say.cost],
    ['followUpOn', followUp.state === 'wrong' && say.followUpOn],
    ['followUpOn', isEarlier(followUp.day, starts.day) && say.followUpBefore],
  ]
  const errors: ReportErrors = {}
  for (const [field, wrong] of checks) if (wrong) errors[field] ??= wrong
  if (
    Object.keys(errors).length > 0 ||
    !state ||
    !starts.day ||
    !fidelity ||
    eligible === undefined ||
    reached === undefined ||
    asked === undefined ||
    tookPart === undefined ||
    hoursQuarters === undefined ||
    costCents === undefined
  )
    return { typed, errors, report: null }
  const report: TrialReport = {
    adaptationId,
    state,
    startsOn: starts.day,
    endsOn: ends.day,
    eligible,
    reached,
    asked,
    tookPart,
    fidelity,
    happened: typed.happened,
    unwanted: typed.unwanted,
    hoursQuarters,
    costCents,
    followUpOn: followUp.day,
  }
  return { typed, errors, report }
}

export function ReportFields(props: {
  locale: Locale
  typed: ReportTyped
  errors: ReportErrors
  core: readonly string[]
  adaptations: readonly Adaptation[]
}) {
  const { locale, typed, errors, core, adaptations } = props
  const say = trialFormWords(locale)
  const day = (name: 'startsOn' | 'endsOn' | 'followUpOn', required?: false, hint?: string) => (
    <DateField
      locale={locale}
      name={name}
      label={say[name]}
      hint={hint}
      required={required}
      value={typed[name]}
      error={errors[name]}
    />
  )
  // That a number may be left out stands above them all.
  const short = (
    name: 'eligible' | 'reached' | 'asked' | 'tookPart' | 'hours' | 'cost',
    inputmode: 'numeric' | 'decimal' = 'numeric',
    hint?: string,
  ) => (
    <TextField
      locale={locale}
      name={name}
      label={say[name]}
      hint={hint}
      inputmode={inputmode}
      width="s"
      value={typed[name]}
      error={errors[name]}
    />
  )
  return (
    <>
      <Radios
        locale={locale}
        name="state"
        label={say.state}
        value={typed.state}
        error={errors.state}
        options={trialStates.map((value) => ({ value, label: say.states[value] }))}
      />
      {adaptations.length > 0 && (
        <Select
          locale={locale}
          name="adaptation"
          label={say.adaptation}
          required={false}
          empty={say.noAdaptation}
          value={typed.adaptation}
          error={errors.adaptation}
          options={adaptations.map((one) => ({ value: one.id, label: adaptationLabel(one) }))}
        />
      )}
      <Columns count={2}>
        {day('startsOn')}
        {day('endsOn', false)}
        {short('eligible')}
        {short('reached')}
        {short('asked')}
        {short('tookPart')}
      </Columns>
      <Radios
        locale={locale}
        name="fidelity"
        label={say.fidelity}
        hint={core.length === 0 ? undefined : say.core(core.join(' '))}
        value={typed.fidelity}
        error={errors.fidelity}
        options={fidelities.map((value) => ({ value, label: say.fidelities[value] }))}
      />
      <TextArea
        locale={locale}
        name="happened"
        label={say.happened}
        hint={say.happenedHint}
        required={false}
        rows={5}
        maxlength={4000}
        value={typed.happened}
        error={errors.happened}
      />
      <TextArea
        locale={locale}
        name="unwanted"
        label={say.unwanted}
        required={false}
        rows={3}
        maxlength={2000}
        value={typed.unwanted}
        error={errors.unwanted}
      />
      {short('hours', 'decimal', say.hoursHint)}
      {short('cost', 'decimal')}
      {day('followUpOn', false, say.followUpHint)}
    </>
  )
}
