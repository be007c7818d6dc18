/**
 * The trusted contact: whom the person names to be asked if nobody reaches them, and the very words that one is told. The person
 * chooses how much; what was not chosen is not said, also not when asked.
 */
import type { Day } from '../platform/day.ts'
import type { Locale } from '../platform/words.ts'
import { trustedSayWords } from './trusted.say.words.ts'

/** The purpose of the consent, without which no trusted contact is seen by anybody but the person. */
export const trustedPurpose = 'trusted-contact'

/** The text a person says yes to; a new one where its sense changes. */
export const trustedTextVersion = '1'

/**
 * What may be told, each a little more than the one before: that the caller would like to be called back; also from where; also that
 * the person is supported there and that nobody has reached them.
 */
export const tellings = ['call', 'organisation', 'support'] as const
export type Telling = (typeof tellings)[number]

/** Languages in which there is a sentence to say. */
export const trustedLanguages = ['et', 'ru', 'en'] as const satisfies readonly Locale[]
export type TrustedLanguage = (typeof trustedLanguages)[number]

/** More than three would be a list of acquaintances, not of people one trusts. */
export const mostTrusted = 3

export type NewTrusted = {
  name: string
  phone: string
  /** Who they are to the person, in the person's words. */
  relation: string | null
  language: TrustedLanguage
  telling: Telling
  /** What else may or may not be said, in the person's words. */
  ownWords: string | null
  /** The last day on which they may be asked; null is until the person says otherwise. */
  endsOn: Day | null
}

export type TrustedContact = NewTrusted & { id: string; place: number }

export type Saying = {
  /** Who calls, by first name. */
  caller: string
  organisation: string
  /** The person, by first name. */
  person: string
}

/**
 * The sentence to say, in the contact's language; nothing of it says more than the person chose.
 *
 * @example sentenceFor({ language: 'et', telling: 'call' }, { caller: 'Kadri', organisation: 'Rukkilill', person: 'Marko' })
 */
export function sentenceFor(
  { language, telling }: Pick<NewTrusted, 'language' | 'telling'>,
  { caller, organisation, person }: Saying,
): string {
  const say = trustedSayWords(language)
  const sentences = {
    call: [say.hello(caller), say.please(person)],
    organisation: [say.helloFrom(caller, organisation), say.please(person)],
    support: [say.helloFrom(caller, organisation), say.worried(person), say.please(person)],
  }
  return [...sentences[telling], say.number].join(' ')
}

/** What is answered to "what is it about?": the person tells, or nobody does. */
export function ifAsked(language: TrustedLanguage, person: string): string {
  return trustedSayWords(language).ifAsked(person)
}
