/** What every page about one interview needs: the interview, if the actor may see it, and the way back to its page. */
import { accountNames } from '../access/account.store.ts'
import type { Acting } from '../platform/actor.ts'
import { leaveNotice, type PageContext } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { communityHref, develops, headOf, onTended } from './about-community.tsx'
import type { Community } from './community.ts'
import { interviewWords } from './interview.words.ts'
import { readinessWords } from './readiness.words.ts'
import type { Round, RoundInterview } from './round.ts'
import { interviewOf } from './round.store.ts'

/**
 * Does `work` about the interview of the address. Where somebody else was quicker (handed in, closed the assessment) the database refuses, and
 * the page says so and shows what is there now.
 */
export async function onInterview(
  c: PageContext,
  work: (act: Acting, community: Community) => Promise<Response | null>,
): Promise<Response> {
  try {
    return await onTended(c, work)
  } catch (error) {
    if (!isRefused(error)) throw error
    leaveNotice(c, interviewWords(c.var.locale).couldNot)
    const { slug = '', id = '' } = c.req.param()
    return c.redirect(communityHref({ slug }, `interviews/${id}`), 303)
  }
}

/** The same where something was typed: `work` is done once more, finds what is there now, and brings the typed back with it. */
export async function onWritten(
  c: PageContext,
  work: (act: Acting, community: Community) => Promise<Response | null>,
): Promise<Response> {
  try {
    return await onTended(c, work)
  } catch (error) {
    if (!isRefused(error)) throw error
    return onTended(c, work)
  }
}

const isRefused = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23514'

export type Found = { round: Round; interview: RoundInterview }

/** The interview of the address, of this community; null where it is not there for a developer. */
export async function theInterview(c: PageContext, act: Acting, community: Community): Promise<Found | null> {
  return develops(act) ? interviewOf(act, community.id, c.req.param('id') ?? '') : null
}

/** To the interview's page, with a word about what was done. */
export function back(c: PageContext, community: Community, { interview }: Found, notice: string) {
  leaveNotice(c, notice)
  return c.redirect(communityHref(community, `interviews/${interview.id}`), 303)
}

export const namesOf = (act: Acting, { scorers }: RoundInterview): Promise<Map<string, string>> =>
  accountNames(
    act,
    scorers.map(({ accountId }) => accountId),
  )

export const head = (community: Community, locale: Locale, title: string) =>
  headOf(community, title, { from: { place: 'readiness', label: readinessWords(locale).title } })
