/** The questions about a training: shown, read and checked in one place. */
import { longerThan, oneLine } from '../platform/letters.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Checkboxes, Radios } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import type { Locale } from '../platform/words.ts'
import { audiences, type NewTraining, type Training } from './training.ts'
import { trainingWords } from './training.words.ts'

export type TrainingTyped = {
  title: string
  forWhom: string
  programme: string
  materials: string
  methods: readonly string[]
}
export type TrainingErrors = Errors<keyof TrainingTyped>
/** A wording of a method that can be chosen. */
export type Taught = { versionId: string; name: string }

const clean = (text: string | undefined) => text ?? ''
const within = (text: string, least: number, most: number) => text.length >= least && !longerThan(text, most)

export const trainingTyped = (
  training: Omit<Training, 'id'>,
  methods: readonly string[] = [],
): TrainingTyped => ({ ...training, methods })

export const nothingTyped: TrainingTyped = {
  title: '',
  forWhom: '',
  programme: '',
  materials: '',
  methods: [],
}

/** `training` is null where something is wrong; what is marked and cannot be chosen is left out. */
export function readTraining(
  locale: Locale,
  values: Record<string, string>,
  marked: readonly string[],
  choice: readonly Taught[],
) {
  const say = trainingWords(locale).errors
  const typed: TrainingTyped = {
    title: oneLine(clean(values.title)),
    forWhom: clean(values.forWhom),
    programme: clean(values.programme),
    materials: clean(values.materials),
    methods: choice.flatMap(({ versionId }) => (marked.includes(versionId) ? [versionId] : [])),
  }
  const forWhom = audiences.find((one) => one === typed.forWhom)
  const errors: TrainingErrors = {}
  if (!within(typed.title, 2, 200)) errors.title = say.title
  if (!forWhom) errors.forWhom = say.forWhom
  if (!within(typed.programme, 2, 10_000)) errors.programme = say.programme
  if (!within(typed.materials, 0, 5000)) errors.materials = say.materials
  const { title, programme, materials, methods: versionIds } = typed
  const training: NewTraining | null =
    !forWhom || Object.keys(errors).length > 0 ? null : { title, forWhom, programme, materials, versionIds }
  return { typed, errors, training }
}

export function TrainingForm(props: {
  locale: Locale
  action: string
  choice: readonly Taught[]
  typed: TrainingTyped
  errors: TrainingErrors
}) {
  const { locale, typed, errors, choice } = props
  const say = trainingWords(locale)
  return (
    <Form locale={locale} action={props.action} errors={errors} guard>
      <TextField
        locale={locale}
        name="title"
        label={say.name}
        maxlength={200}
        value={typed.title}
        error={errors.title}
      />
      <Radios
        locale={locale}
        name="forWhom"
        label={say.forWhom}
        layout="column"
        options={audiences.map((value) => ({ value, label: say.audiences[value] }))}
        value={typed.forWhom}
        error={errors.forWhom}
      />
      <TextArea
        locale={locale}
        name="programme"
        label={say.programme}
        hint={say.programmeHint}
        rows={14}
        maxlength={10_000}
        value={typed.programme}
        error={errors.programme}
      />
      <TextArea
        locale={locale}
        name="materials"
        label={say.materials}
        hint={say.materialsHint}
        required={false}
        rows={6}
        maxlength={5000}
        value={typed.materials}
        error={errors.materials}
      />
      {choice.length > 0 && (
        <Checkboxes
          locale={locale}
          name="methods"
          label={say.methods}
          hint={say.methodsHint}
          required={false}
          options={choice.map(({ versionId, name }) => ({ value: versionId, label: name }))}
          values={typed.methods}
        />
      )}
      <Acts>
        <Button>{say.save}</Button>
      </Acts>
    </Form>
  )
}
