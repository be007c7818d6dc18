/** Appointing a support person: with the person's own yes, written down as a consent, for what they agreed to share. */
import type { Acting } from '../platform/actor.ts'
import { recordConsents } from './consent.store.ts'
import type { Person } from './person.store.ts'
import { endSight, grantSight } from './sight.store.ts'
import type { Category } from './sight.ts'

export const supporterPurpose = 'supporter'
/** What a support person always sees; without it they could not stand beside anybody. */
const always: readonly Category[] = ['identity', 'path']

/**
 * @param beside `share`: what the person agreed to beyond the name and the path; `how` they said yes
 */
export async function appointSupporter(
  act: Acting,
  person: Pick<Person, 'id' | 'coordinatorId' | 'auditSubject'>,
  beside: { accountId: string; share: readonly Category[]; how: string },
): Promise<void> {
  const { accountId, share, how } = beside
  const categories = [...always, ...share]
  // What they saw before is replaced: the person may have agreed to less.
  await endSight(act, person.id, { accountId, reason: 'supporter' })
  await grantSight(act, {
    personId: person.id,
    accountId,
    role: 'supporter',
    categories,
    reason: 'supporter',
    // What the lead appoints, the coordinator can end too.
    ...(act.actor.role === 'lead' ? { grantedBy: person.coordinatorId } : {}),
  })
  await recordConsents(act, [
    {
      personId: person.id,
      purpose: supporterPurpose,
      state: 'given',
      onDay: act.today,
      how,
      textVersion: categories.join(' '),
    },
  ])
  await act.audit('change', 'people.sight', [person.auditSubject])
}
