/**
 * A method: a way of working with people or communities that somebody saw somewhere and that is carried over here. Facts of the cards are from
 * descriptions, laws and studies that each names; what its core is, where the source does not say, is our reading.
 */
import type { Day } from '../platform/day.ts'
import { locales, type Locale } from '../platform/words.ts'

/** What is known of whether it works: the scale of our reference, plus nothing at all. In this order, but never as a mark: a method without a trial may be the right one. */
export const evidenceLevels = [
  'rct',
  'comparative',
  'before-after',
  'process',
  'qualitative',
  'statistics',
  'experience',
  'none',
] as const
export type EvidenceLevel = (typeof evidenceLevels)[number]

/** What a method asks about use. `premises`: nothing on the spot or during it, whatever somebody does elsewhere. */
export const abstinences = [
  'required',
  'after-use',
  'premises',
  'goal',
  'varies',
  'not-required',
  'not-stated',
  'not-applicable',
] as const
export type Abstinence = (typeof abstinences)[number]

/** What a card says in one language. Texts that its source does not give are null or empty: nothing is filled in. */
export type MethodWords = {
  name: string
  purpose: string
  targetGroup: string
  provider: string
  groupSize: string | null
  time: string | null
  materials: readonly string[]
  steps: readonly string[]
  /** What must stay when it is adapted; without it, it would be another method. At least one. */
  core: readonly string[]
  cautions: readonly string[]
  /** What stands behind the level of evidence. */
  evidence: string
  abstinence: string
}

export type MethodCard = {
  key: string
  /** Goes up when a step or a core element changes. */
  version: number
  originalName: string
  /** Null where the house wrote it itself. */
  country: 'FI' | 'NO' | 'EE' | null
  evidence: EvidenceLevel
  abstinence: Abstinence
  sources: readonly string[]
  /** A day; null where the house wrote it itself. */
  checkedOn: string | null
  words: Record<Locale, MethodWords>
}

/** Where a method is from; `other` says so in words. */
export const origins = ['mobility', 'expert', 'other'] as const
export type Origin = (typeof origins)[number]

/** A method's life here, after the steps of the ADAPT guidance (Moore et al. 2021, BMJ 374:n1679). */
export const methodStates = ['candidate', 'fit', 'adapted', 'piloting', 'in-use', 'retired'] as const
export type MethodState = (typeof methodStates)[number]

/**
 * Where a method may go from a state: forward by one or past adapting, which not every method needs; back to where it is thought over again; and out of use
 * at any time. What is retired may be taken up again.
 */
export const nextMethodStates: Record<MethodState, readonly MethodState[]> = {
  candidate: ['fit', 'retired'],
  fit: ['adapted', 'piloting', 'retired'],
  adapted: ['piloting', 'retired'],
  piloting: ['in-use', 'adapted', 'retired'],
  'in-use': ['adapted', 'retired'],
  retired: ['candidate'],
}

export type Method = {
  id: string
  /** The key of a shipped card, or null where the house wrote its own. */
  card: string | null
  origin: Origin
  originNote: string
  state: MethodState
}

export type MethodVersion = {
  id: string
  methodId: string
  number: number
  /** Null where it is the shipped card's wording of this number. */
  own: OwnMethod | null
}

/** What a house writes of a method that no card tells of, in one language or more. */
export type OwnMethod = {
  evidence: EvidenceLevel
  abstinence: Abstinence
  words: Partial<Record<Locale, MethodWords>>
}

/** A method of the house's own as a card: where it is not written in a language, in the one it is written in. */
export function ownCard({ id, originNote }: Method, { number, own }: MethodVersion): MethodCard | null {
  const [first] = locales.flatMap((locale) => own?.words[locale] ?? [])
  if (!own || !first) return null
  const words = Object.fromEntries(locales.map((locale) => [locale, own.words[locale] ?? first])) as Record<
    Locale,
    MethodWords
  >
  const { evidence, abstinence } = own
  return {
    key: id,
    version: number,
    originalName: first.name,
    country: null,
    evidence,
    abstinence,
    sources: originNote === '' ? [] : [originNote],
    checkedOn: null,
    words,
  }
}

export type MethodStep = {
  id: string
  methodId: string
  state: MethodState
  why: string
  onDay: Day
  byAccount: string | null
}
