/** How a participation is addressed, and how it is said who took part and whether it is confirmed. */
import { accountNames } from '../access/account.store.ts'
import type { Acting } from '../platform/actor.ts'
import { longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import type { Mobility } from './mobility.ts'
import type { Participation, Whose } from './participation.ts'
import { participationWords } from './participation.words.ts'

export const participationHref = ({ id }: Pick<Participation, 'id'>, place = '') =>
  `/participations/${id}${place && `/${place}`}`

/** Names by the id of their participation. */
export async function namesOf(act: Acting, all: readonly Participation[]): Promise<Map<string, string>> {
  const names = await accountNames(
    act,
    all.flatMap(({ accountId }) => accountId ?? []),
  )
  return new Map(all.map(({ id, accountId, name }) => [id, (accountId && names.get(accountId)) || name]))
}

/** What is to be learnt by one who took part. */
export const ofOne = ({ id, mobilityId }: Participation): Whose => ({ mobilityId, participationId: id })
/** … and by everybody on a mobility. */
export const ofGroup = ({ id }: Pick<Mobility, 'id'>): Whose => ({ mobilityId: id, participationId: null })

export function confirmedText(locale: Locale, { confirmedOn }: Pick<Participation, 'confirmedOn'>): string {
  const say = participationWords(locale)
  return confirmedOn ? say.confirmed(longDay(locale, confirmedOn)) : say.unconfirmed
}
