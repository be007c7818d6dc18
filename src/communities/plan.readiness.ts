/** What of readiness stands in plans: the dimension a goal is about, its stages, and the actions that are offered for them. */
import type { Locale } from '../platform/words.ts'
import { readinessDefinition } from './readiness.content.ts'
import { dimensionName, inLanguage } from './readiness.names.ts'
import {
  actionsFor,
  dimensionKeys,
  dimensionOf,
  stages,
  type Action as OfferedAction,
  type Stage,
} from './readiness.ts'
import type { Goal } from './plan.ts'
import { planWords } from './plan.words.ts'

/** Which dimension is to grow, from which stage and up to which; the stages may stay open. */
export type Aim = Pick<Goal, 'dimension' | 'stageFrom' | 'stageTo'>

export const noAim: Aim = { dimension: null, stageFrom: null, stageTo: null }

const stageOf = (text: string | number | null | undefined): Stage | undefined =>
  stages.find((one) => String(one) === String(text))

export const dimensionChoices = (locale: Locale) =>
  dimensionKeys.map((value) => ({ value, label: dimensionName(locale, value) }))

export const stageChoices = (locale: Locale) =>
  stages.map((stage) => ({
    value: String(stage),
    label: `${stage} · ${inLanguage(readinessDefinition().stages[stage].name, locale)}`,
  }))

/** `Eestvedajad: astmelt 3 astmele 5`; null where the goal is about no dimension. */
export function aimText(locale: Locale, { dimension, stageFrom, stageTo }: Aim): string | null {
  if (dimension === null) return null
  const name = dimensionName(locale, dimension)
  return stageFrom === null || stageTo === null ? name : planWords(locale).aim(name, stageFrom, stageTo)
}

/** What a form of a goal begins with where the address names a dimension and the stage it is at: one stage further. Nonsense is nothing. */
export function aimFromAddress(dimension: string | undefined, from: string | undefined): Aim {
  const known = dimensionOf(dimension)
  const stage = stageOf(from)
  if (!known) return noAim
  return {
    dimension: known,
    stageFrom: stage ?? null,
    stageTo: stage === undefined ? null : Math.min(stage + 1, 9),
  }
}

export type AimProblem = 'noDimension' | 'stages' | 'order'

/** What was chosen in a goal's form: an aim, or what is wrong with it. Staying at a stage is an aim too. */
export function readAim(values: Record<string, string>): Aim | AimProblem {
  const { dimension: key = '', stageFrom: from = '', stageTo: to = '' } = values
  if (key === '') return from === '' && to === '' ? noAim : 'noDimension'
  const dimension = dimensionOf(key)
  if (!dimension) return 'noDimension'
  if (from === '' && to === '') return { ...noAim, dimension }
  const stageFrom = stageOf(from)
  const stageTo = stageOf(to)
  if (!stageFrom || !stageTo) return 'stages'
  return stageTo < stageFrom ? 'order' : { dimension, stageFrom, stageTo }
}

export type Offered = { key: string; title: string; how: string }

const inWords = (locale: Locale, { key, title, how }: OfferedAction): Offered => ({
  key,
  title: inLanguage(title, locale),
  how: inLanguage(how, locale),
})

/** The offered action of that key, in words; null where there is none. */
export function offeredAction(locale: Locale, key: string | undefined): Offered | null {
  const found = readinessDefinition().actions.find((one) => one.key === key)
  return found ? inWords(locale, found) : null
}

/** What can be done for a goal: nothing is offered where it is about no dimension or nobody knows its stage. */
export function offeredFor(locale: Locale, aim: Aim): Offered[] {
  const dimension = dimensionOf(aim.dimension)
  const stage = stageOf(aim.stageFrom)
  if (!dimension || !stage) return []
  return actionsFor(readinessDefinition().actions, { dimension, stage }).map((one) => inWords(locale, one))
}
