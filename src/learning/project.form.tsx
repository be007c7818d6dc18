/** The questions about a project: shown, read and checked in one place. */
import { isBefore } from '../platform/day.ts'
import { oneLine, lettersOf } from '../platform/letters.ts'
import { DateField, dateText, type DateText, readNearDate } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import type { Locale } from '../platform/words.ts'
import type { NewProject, Project } from './mobility.ts'
import { projectWords } from './project.words.ts'

export type ProjectTyped = {
  name: string
  number: string
  callYear: string
  funder: string
  startsOn: DateText
  endsOn: DateText
  summary: string
}
export type ProjectErrors = Errors<keyof ProjectTyped>

export const projectTyped = (project?: Project): ProjectTyped => ({
  name: project?.title ?? '',
  number: project?.number ?? '',
  callYear: project?.callYear?.toString() ?? '',
  funder: project?.funder ?? '',
  startsOn: dateText(project?.startsOn),
  endsOn: dateText(project?.endsOn),
  summary: project?.summary ?? '',
})

/** `undefined` where it is no year of a call. */
function readCallYear(text: string): number | null | undefined {
  if (text === '') return null
  const year = /^\d{4}$/.test(text) ? Number(text) : 0
  return year >= 2014 && year <= 2100 ? year : undefined
}

/** `project` is null where something is wrong. */
export function readProject(
  locale: Locale,
  values: Record<string, string>,
): { typed: ProjectTyped; errors: ProjectErrors; project: NewProject | null } {
  const say = projectWords(locale).errors
  const [starts, ends] = [readNearDate(values, 'startsOn'), readNearDate(values, 'endsOn')]
  const typed: ProjectTyped = {
    name: oneLine(values.name ?? ''),
    number: oneLine(values.number ?? ''),
    callYear: values.callYear ?? '',
    funder: oneLine(values.funder ?? ''),
    startsOn: starts.text,
    endsOn: ends.text,
    summary: values.summary ?? '',
  }
  const callYear = readCallYear(typed.callYear)
  const errors: ProjectErrors = {}
  if (lettersOf(typed.name) < 2 || lettersOf(typed.name) > 200) errors.name = say.name
  if (lettersOf(typed.number) > 60) errors.number = say.number
  if (callYear === undefined) errors.callYear = say.callYear
  if (lettersOf(typed.funder) > 200) errors.funder = say.funder
  if (!starts.day) errors.startsOn = say.startsOn
  if (!ends.day) errors.endsOn = say.endsOn
  else if (starts.day && isBefore(ends.day, starts.day)) errors.endsOn = say.order
  if (lettersOf(typed.summary) > 3000) errors.summary = say.summary
  if (!starts.day || !ends.day || callYear === undefined || Object.keys(errors).length > 0)
    return { typed, errors, project: null }
  const { name: title, number, funder, summary } = typed
  return {
    typed,
    errors,
    project: { title, number, callYear, funder, startsOn: starts.day, endsOn: ends.day, summary },
  }
}

export function ProjectFields(props: { locale: Locale; typed: ProjectTyped; errors: ProjectErrors }) {
  const { locale, typed, errors } = props
  const say = projectWords(locale)
  return (
    <>
      <TextField
        locale={locale}
        name="name"
        label={say.name}
        value={typed.name}
        error={errors.name}
        maxlength={200}
      />
      <TextField
        locale={locale}
        name="number"
        label={say.number}
        hint={say.numberHint}
        required={false}
        spellcheck={false}
        value={typed.number}
        error={errors.number}
        maxlength={60}
      />
      <TextField
        locale={locale}
        name="callYear"
        label={say.callYear}
        required={false}
        inputmode="numeric"
        width="s"
        value={typed.callYear}
        error={errors.callYear}
        maxlength={4}
      />
      <TextField
        locale={locale}
        name="funder"
        label={say.funder}
        hint={say.funderHint}
        required={false}
        value={typed.funder}
        error={errors.funder}
        maxlength={200}
      />
      <DateField
        locale={locale}
        name="startsOn"
        label={say.startsOn}
        value={typed.startsOn}
        error={errors.startsOn}
      />
      <DateField
        locale={locale}
        name="endsOn"
        label={say.endsOn}
        value={typed.endsOn}
        error={errors.endsOn}
      />
      <TextArea
        locale={locale}
        name="summary"
        label={say.summary}
        hint={say.summaryHint}
        required={false}
        value={typed.summary}
        error={errors.summary}
        maxlength={3000}
      />
    </>
  )
}
