/** A method's life here: taking it up, its steps with who and why, and the next one. */
import { Acts, Button, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Checkboxes, Radios } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Card, Note } from '../platform/parts/surface.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import { Times } from '../platform/parts/times.tsx'
import { dayAndMonth, longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { oneLine } from '../platform/letters.ts'
import { methodLifeWords } from './method.life.words.ts'
import {
  methodStates,
  nextMethodStates,
  origins,
  type Method,
  type MethodCard,
  type MethodState,
  type MethodStep,
  type MethodVersion,
  type Origin,
} from './method.ts'
import type { Observation } from './mobility.ts'

export type TakeUpTyped = { origin: string; originNote: string; observations: string[]; why: string }
export type TakeUpErrors = Errors<keyof TakeUpTyped>
export const nothingTaken: TakeUpTyped = { origin: '', originNote: '', observations: [], why: '' }

const between = (text: string, least: number, most: number) => {
  const { length } = [...text.trim()]
  return length >= least && length <= most
}

/** What was seen and belongs to no method yet; `origin` is what a method that comes of it can have. */
export type Seen = Observation & { origin: Exclude<Origin, 'other'> }

/** `read` is null where something is wrong. @param seen what may be chosen */
export function readTakeUp(
  locale: Locale,
  values: Record<string, string>,
  chosen: readonly string[],
  seen: readonly Seen[],
) {
  const say = methodLifeWords(locale).errors
  const typed: TakeUpTyped = {
    origin: values.origin ?? '',
    originNote: oneLine(values.originNote ?? ''),
    observations: seen.flatMap(({ id }) => (chosen.includes(id) ? [id] : [])),
    why: (values.why ?? '').trim(),
  }
  const origin = origins.find((one): one is Origin => one === typed.origin)
  const errors: TakeUpErrors = {}
  if (!origin) errors.origin = say.origin
  const fit = seen.some((one) => one.origin === origin && typed.observations.includes(one.id))
  if (origin && origin !== 'other' && !fit) errors.observations = say.observations[origin]
  if (origin === 'other' ? !between(typed.originNote, 2, 500) : !between(typed.originNote, 0, 500))
    errors.originNote = say.originNote
  if (!between(typed.why, 2, 1000)) errors.why = say.why
  const read =
    origin && Object.keys(errors).length === 0
      ? { origin, originNote: typed.originNote, observationIds: typed.observations, why: typed.why }
      : null
  return { typed, errors, read }
}

export function TakeUp(props: {
  locale: Locale
  card: MethodCard
  observations: readonly Seen[]
  typed: TakeUpTyped
  errors: TakeUpErrors
}) {
  const { locale, card, ...fields } = props
  const say = methodLifeWords(locale)
  return (
    <Card title={say.takeUp} id="take-up" lead={say.takeUpLead}>
      <Form locale={locale} action={`/methods/${card.key}/take-up`} errors={fields.errors} guard>
        <TakeUpFields locale={locale} {...fields} />
        <Acts>
          <Button>{say.takeUp}</Button>
        </Acts>
      </Form>
    </Card>
  )
}

/** Where a method is from, and why it is taken up. */
export function TakeUpFields(props: {
  locale: Locale
  observations: readonly Seen[]
  typed: TakeUpTyped
  errors: TakeUpErrors
}) {
  const { locale, observations, typed, errors } = props
  const say = methodLifeWords(locale)
  return (
    <>
      <Radios
        locale={locale}
        name="origin"
        label={say.origin}
        layout="column"
        value={typed.origin}
        error={errors.origin}
        options={origins.map((value) => ({ value, label: say.origins[value] }))}
      />
      {observations.length > 0 ? (
        <Checkboxes
          locale={locale}
          name="observations"
          label={say.observations}
          hint={say.observationsHint}
          required={false}
          values={typed.observations}
          error={errors.observations}
          options={observations.map(({ id, what, seenAt, seenOn }) => ({
            value: id,
            label: what,
            hint: `${seenAt}, ${longDay(locale, seenOn)}`,
          }))}
        />
      ) : (
        <p class="sub">{say.noObservations}</p>
      )}
      <TextField
        locale={locale}
        name="originNote"
        label={say.originNote}
        hint={say.originNoteHint}
        required={false}
        maxlength={500}
        value={typed.originNote}
        error={errors.originNote}
      />
      <TextArea
        locale={locale}
        name="why"
        label={say.why}
        hint={say.whyHint}
        rows={3}
        maxlength={1000}
        value={typed.why}
        error={errors.why}
      />
    </>
  )
}

export type StepTyped = { to: string; why: string }
export type StepErrors = Errors<keyof StepTyped>

/** `read` is null where something is wrong. */
export function readStep(locale: Locale, values: Record<string, string>, from: MethodState) {
  const say = methodLifeWords(locale).errors
  const typed: StepTyped = { to: values.to ?? '', why: (values.why ?? '').trim() }
  const to = nextMethodStates[from].find((one) => one === typed.to)
  const errors: StepErrors = {}
  if (!to) errors.to = say.to
  if (!between(typed.why, 2, 1000)) errors.why = say.why
  return { typed, errors, read: to && Object.keys(errors).length === 0 ? { to, why: typed.why } : null }
}

export function MethodLife(props: {
  locale: Locale
  card: MethodCard
  method: Method
  version: MethodVersion | undefined
  steps: readonly MethodStep[]
  names: ReadonlyMap<string, string>
  /** Null for those who only look. */
  step: { typed: StepTyped; errors: StepErrors } | null
}) {
  const { locale, card, method, version, steps, names, step } = props
  const say = methodLifeWords(locale)
  return (
    <>
      <Card title={`${say.title}: ${say.states[method.state].toLowerCase()}`} id="life">
        <p class="sub">
          {say.origins[method.origin]}
          {method.originNote !== '' && `: ${method.originNote}`}
        </p>
        <Times
          kind="log"
          items={steps.map(({ state, why, onDay, byAccount }) => ({
            when: dayAndMonth(locale, onDay),
            datetime: onDay.toString(),
            text: say.states[state],
            sub: why,
            by: [byAccount === null ? undefined : names.get(byAccount), onDay.year]
              .filter(Boolean)
              .join(', '),
          }))}
        />
        {step && version && card.version > version.number && (
          <Note>
            <p>{say.newWording(card.version)}</p>
            <PostButton kind="line" action={`/methods/${card.key}/wording`}>
              {say.takeWording}
            </PostButton>
          </Note>
        )}
      </Card>
      {step && (
        <Card title={say.step} id="step">
          <Form locale={locale} action={`/methods/${card.key}/step`} errors={step.errors} guard>
            <Radios
              locale={locale}
              name="to"
              label={say.stepTo}
              layout="column"
              value={step.typed.to}
              error={step.errors.to}
              options={methodStates
                .filter((state) => nextMethodStates[method.state].includes(state))
                .map((value) => ({ value, label: say.states[value] }))}
            />
            <input type="hidden" name="from" value={method.state} />
            <TextArea
              locale={locale}
              name="why"
              label={say.why}
              hint={say.whyHint}
              rows={3}
              maxlength={1000}
              value={step.typed.why}
              error={step.errors.why}
            />
            <Acts>
              <Button>{say.save}</Button>
              {version && (
                <ButtonLink kind="line" href={`/adaptations/new?version=${version.id}`}>
                  {say.adapt}
                </ButtonLink>
              )}
            </Acts>
          </Form>
        </Card>
      )}
    </>
  )
}
