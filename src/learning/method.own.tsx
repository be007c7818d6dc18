/** Writing down a method that no card tells of, in the language of the page. */
import { oneLine } from '../platform/letters.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Select } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Stack } from '../platform/parts/layout.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import type { Locale } from '../platform/words.ts'
import {
  nothingTaken,
  readTakeUp,
  TakeUpFields,
  type Seen,
  type TakeUpErrors,
  type TakeUpTyped,
} from './method.life.tsx'
import { methodLifeWords } from './method.life.words.ts'
import { abstinences, evidenceLevels, type OwnMethod } from './method.ts'
import { methodWords } from './method.words.ts'

const short = ['name', 'targetGroup', 'provider', 'groupSize', 'time'] as const
const long = ['purpose', 'evidence', 'abstinence'] as const
const listed = ['materials', 'steps', 'core', 'cautions'] as const
type TextName = (typeof short)[number] | (typeof long)[number] | (typeof listed)[number]
type OwnName = TextName | 'evidenceLevel' | 'abstinenceKind'

export type OwnTyped = Record<OwnName, string> & { takeUp: TakeUpTyped }
export type OwnErrors = Errors<OwnName> & TakeUpErrors

export const nothingWritten: OwnTyped = {
  name: '',
  targetGroup: '',
  provider: '',
  groupSize: '',
  time: '',
  purpose: '',
  evidence: '',
  abstinence: '',
  materials: '',
  steps: '',
  core: '',
  cautions: '',
  evidenceLevel: '',
  abstinenceKind: '',
  takeUp: nothingTaken,
}

const least: Partial<Record<TextName, number>> = { name: 2, targetGroup: 2, purpose: 2 }
const most: Partial<Record<TextName, number>> = { name: 160 }
const linesIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** `read` is null where something is wrong. */
export function readOwn(
  locale: Locale,
  values: Record<string, string>,
  chosen: readonly string[],
  seen: readonly Seen[],
) {
  const say = methodLifeWords(locale).own.errors
  const text = (name: TextName) => values[name] ?? ''
  const typed: OwnTyped = {
    ...(Object.fromEntries([
      ...short.map((name) => [name, oneLine(text(name))]),
      ...[...long, ...listed].map((name) => [name, text(name).trim()]),
    ]) as Record<TextName, string>),
    evidenceLevel: values['evidenceLevel'] ?? '',
    abstinenceKind: values['abstinenceKind'] ?? '',
    takeUp: nothingTaken,
  }
  const taken = readTakeUp(locale, values, chosen, seen)
  const errors: OwnErrors = {}
  for (const name of [...short, ...long, ...listed]) {
    const { length } = [...typed[name]]
    if (length < (least[name] ?? 0) || length > (most[name] ?? 2000))
      errors[name] = say.length(most[name] ?? 2000)
  }
  const [steps, core] = [linesIn(typed.steps), linesIn(typed.core)]
  if (steps.length < 2) errors.steps = say.steps
  if (core.length < 1) errors.core = say.core
  const evidence = evidenceLevels.find((one) => one === typed.evidenceLevel)
  const abstinence = abstinences.find((one) => one === typed.abstinenceKind)
  if (!evidence) errors.evidenceLevel = say.evidence
  if (!abstinence) errors.abstinenceKind = say.abstinence
  Object.assign(errors, taken.errors)
  const own: OwnMethod | null =
    evidence && abstinence && taken.read && Object.keys(errors).length === 0
      ? {
          evidence,
          abstinence,
          words: {
            [locale]: {
              name: typed.name,
              purpose: typed.purpose,
              targetGroup: typed.targetGroup,
              provider: typed.provider,
              groupSize: typed.groupSize || null,
              time: typed.time || null,
              materials: linesIn(typed.materials),
              steps,
              core,
              cautions: linesIn(typed.cautions),
              evidence: typed.evidence,
              abstinence: typed.abstinence,
            },
          },
        }
      : null
  return {
    typed: { ...typed, takeUp: taken.typed },
    errors,
    read: own && taken.read && { own, ...taken.read },
  }
}

export function OwnForm(props: {
  locale: Locale
  seen: readonly Seen[]
  typed: OwnTyped
  errors: OwnErrors
}) {
  const { locale, seen, typed, errors } = props
  const say = methodLifeWords(locale)
  const card = methodWords(locale)
  const labels: Record<TextName, string> = {
    name: say.own.name,
    purpose: card.purpose,
    targetGroup: card.targetGroup,
    provider: card.provider,
    groupSize: card.groupSize,
    time: card.time,
    materials: card.materials,
    steps: card.steps,
    core: card.core,
    cautions: card.cautions,
    evidence: say.own.evidenceText,
    abstinence: say.own.abstinenceText,
  }
  const field = (name: TextName) => ({
    locale,
    name,
    label: labels[name],
    value: typed[name],
    error: errors[name],
    required: name in least || name === 'steps' || name === 'core',
    maxlength: most[name] ?? 2000,
  })
  const lines = (name: (typeof listed)[number], rows: number) => (
    <TextArea {...field(name)} rows={rows} hint={name === 'core' ? say.own.coreHint : say.own.lines} />
  )
  return (
    <Form locale={locale} action="/methods/new" errors={errors} guard>
      <Card>
        <Stack>
          <TextField {...field('name')} />
          <TextArea {...field('purpose')} rows={3} />
          <TextField {...field('targetGroup')} />
          <TextField {...field('provider')} />
          <TextField {...field('groupSize')} />
          <TextField {...field('time')} />
          {lines('materials', 2)}
          {lines('steps', 6)}
          {lines('core', 3)}
          {lines('cautions', 3)}
        </Stack>
      </Card>
      <Card>
        <Stack>
          <Select
            locale={locale}
            name="evidenceLevel"
            label={card.evidence}
            hint={card.evidenceHint}
            empty={say.own.choose}
            value={typed.evidenceLevel}
            error={errors.evidenceLevel}
            options={evidenceLevels.map((value) => ({ value, label: card.evidences[value] }))}
          />
          <TextArea {...field('evidence')} rows={2} />
          <Select
            locale={locale}
            name="abstinenceKind"
            label={card.abstinence}
            empty={say.own.choose}
            value={typed.abstinenceKind}
            error={errors.abstinenceKind}
            options={abstinences.map((value) => ({ value, label: card.abstinences[value] }))}
          />
          <TextArea {...field('abstinence')} rows={2} />
        </Stack>
      </Card>
      <Card>
        <Stack>
          <TakeUpFields locale={locale} observations={seen} typed={typed.takeUp} errors={errors} />
          <Acts>
            <Button>{say.own.save}</Button>
          </Acts>
        </Stack>
      </Card>
    </Form>
  )
}
