/** The questions about for whom a day of a training is held: shown, read and checked in one place. */
import type { Community } from '../communities/community.ts'
import { listPlaces } from '../communities/place.store.ts'
import { actionsOf, goalsOf } from '../communities/plan.store.ts'
import type { Acting } from '../platform/actor.ts'
import { Select } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import type { Locale } from '../platform/words.ts'
import { takesIn, type NewSessionFor } from './session-for.ts'
import { sessionForWords } from './session-for.words.ts'
import { readyProgrammes, type ReadyProgramme } from './training.content.ts'
import { noSessionTyped, readSession, type SessionTyped } from './training.session.form.tsx'
import type { NewSession, Training } from './training.ts'

export type LinkTyped = { action: string; welcomes: string }
export type ForTyped = LinkTyped & { training: string; session: SessionTyped }
export type ForErrors = Errors<'training' | keyof SessionTyped>

/** What of a community a day can be for. */
export type LinkChoice = {
  actions: readonly { id: string; title: string; dimension: string | null }[]
  places: readonly { id: string; title: string }[]
}

export async function linkChoice(act: Acting, { id: communityId }: Community): Promise<LinkChoice> {
  const goals = new Map((await goalsOf(act, communityId)).map(({ id, dimension }) => [id, dimension]))
  return {
    actions: (await actionsOf(act, { communityId }))
      .filter(({ state }) => state !== 'dropped')
      .map(({ id, title, goalId }) => ({ id, title, dimension: goals.get(goalId) ?? null })),
    places: (await listPlaces(act, communityId)).filter(
      ({ kind, state }) => state === 'open' && takesIn.includes(kind),
    ),
  }
}

const known = (among: readonly { id: string }[], id: string | undefined) =>
  among.find((one) => one.id === id)?.id ?? null

/** What is chosen and cannot be is left out. */
export function readLink(
  values: Partial<Record<string, string>>,
  { actions, places }: LinkChoice,
): Omit<NewSessionFor, 'communityId'> {
  return { actionId: known(actions, values.action), placeId: known(places, values.welcomes) }
}

export function LinkFields(props: { locale: Locale; typed: LinkTyped; choice: LinkChoice }) {
  const { locale, typed, choice } = props
  const say = sessionForWords(locale)
  const options = (among: readonly { id: string; title: string }[]) =>
    among.map(({ id, title }) => ({ value: id, label: title }))
  return (
    <>
      {choice.actions.length > 0 && (
        <Select
          locale={locale}
          name="action"
          label={say.action}
          required={false}
          empty={say.noAction}
          value={typed.action}
          options={options(choice.actions)}
        />
      )}
      {choice.places.length > 0 && (
        <Select
          locale={locale}
          name="welcomes"
          label={say.welcomes}
          hint={say.welcomesHint}
          required={false}
          empty={say.noPlace}
          value={typed.welcomes}
          options={options(choice.places)}
        />
      )}
    </>
  )
}

/** What may be taught: what the house has made its own, and ready programmes that it has not. */
export type Teachable = {
  /** The id of a training, or the key of a programme. */
  value: string
  label: string
  ready: ReadyProgramme | null
}

/** Whether a training was made of a ready programme and kept its name, in whichever language. */
const isMadeOf = ({ words }: ReadyProgramme, { title }: Training) =>
  Object.values(words).some(({ name }) => name === title)

export function teachable(locale: Locale, trainings: readonly Training[]): Teachable[] {
  const ready = readyProgrammes().filter((one) => !trainings.some((training) => isMadeOf(one, training)))
  return [
    ...trainings.map(({ id, title }) => ({ value: id, label: title, ready: null })),
    ...ready.map((one) => ({
      value: one.key,
      label: `${one.words[locale].name} (${sessionForWords(locale).ready})`,
      ready: one,
    })),
  ]
}

/** Filled in from where one comes: an action, or a dimension of readiness with a programme that serves it. */
export function forTyped(
  asked: { action?: string | undefined; dimension?: string | undefined; ready?: string | undefined },
  trainings: readonly Training[],
  { actions }: LinkChoice,
): ForTyped {
  const programme = readyProgrammes().find(({ key }) => key === asked.ready)
  const made = programme && trainings.find((training) => isMadeOf(programme, training))
  const action =
    actions.find(({ id }) => id === asked.action) ??
    actions.find(({ dimension }) => dimension !== null && dimension === asked.dimension)
  return {
    training: made?.id ?? programme?.key ?? '',
    action: action?.id ?? '',
    welcomes: '',
    session: noSessionTyped,
  }
}

/** `agreed` is null where something is wrong. */
export function readFor(
  locale: Locale,
  values: Record<string, string>,
  { teaching, choice }: { teaching: readonly Teachable[]; choice: LinkChoice },
) {
  const { typed: session, errors: ofSession, session: read } = readSession(locale, values)
  const typed: ForTyped = {
    training: values.training ?? '',
    action: values.action ?? '',
    welcomes: values.welcomes ?? '',
    session,
  }
  const teach = teaching.find(({ value }) => value === typed.training)
  const errors: ForErrors = {
    ...(teach ? {} : { training: sessionForWords(locale).errors.training }),
    ...ofSession,
  }
  const agreed: { teach: Teachable; session: NewSession; link: Omit<NewSessionFor, 'communityId'> } | null =
    teach && read ? { teach, session: read, link: readLink(values, choice) } : null
  return { typed, errors, agreed }
}
