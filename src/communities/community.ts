/** A community: what it is, how far it is in joining, and how much others trust it. */
import { latinised } from '../platform/letters.ts'
import type { Day, Moment } from '../platform/day.ts'

/** Types of communities: D. Narusson, University of Tartu. */
export const communityKinds = [
  'place',
  'interest',
  'culture',
  'identity',
  'institution',
  'mutual',
  'learning',
] as const
export type CommunityKind = (typeof communityKinds)[number]

/**
 * - `asked`: by the public form
 * - `talk`: a developer talks with them
 * - `accepted`: takes people, or prepares to
 * - `resting`: takes nobody for now
 * - `declined`: it came to nothing
 */
export const communityStates = ['asked', 'talk', 'accepted', 'resting', 'declined'] as const
export type CommunityState = (typeof communityStates)[number]

/** Grows by what named people confirm: `visitor` → `friend` → `host`. */
export const trustLevels = ['visitor', 'friend', 'host'] as const
export type TrustLevel = (typeof trustLevels)[number]

export const communityLanguages = ['et', 'ru', 'en', 'fi', 'uk', 'lv', 'sign'] as const
export type CommunityLanguage = (typeof communityLanguages)[number]

export type Community = {
  id: string
  /** In addresses. */
  slug: string
  name: string
  kind: CommunityKind
  /** EHAK code of 2018. */
  municipality: string
  languages: CommunityLanguage[]
  summary: string
  /** How to get in touch, one line; sealed in the database. */
  contact: string | null
  state: CommunityState
  stateSince: Day
  published: boolean
  trust: TrustLevel
  developerId: string | null
  changedAt: Moment
}

/** What a form may write. */
export type CommunityProfile = Pick<
  Community,
  'name' | 'kind' | 'municipality' | 'languages' | 'summary' | 'contact'
>

/** To which states it can be brought from this one. */
export const nextStates: Readonly<Record<CommunityState, readonly CommunityState[]>> = {
  asked: ['talk', 'declined'],
  talk: ['accepted', 'declined'],
  accepted: ['resting', 'declined'],
  resting: ['accepted', 'declined'],
  declined: ['talk'],
}

/**
 * A name as it stands in addresses, at most 50 letters.
 *
 * @example slugOf('Põlva Kultuuriselts') // 'polva-kultuuriselts'
 */
export function slugOf(name: string): string {
  const slug = latinised(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '')
  return slug === '' ? 'kogukond' : slug
}
