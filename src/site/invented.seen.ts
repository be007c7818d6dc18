/** What one of the invented has begun to write down and not finished. */
import { addDraft } from '../learning/draft.store.ts'
import { mobilitiesOf } from '../learning/mobility.store.ts'
import type { Acting } from '../platform/actor.ts'

export async function inventDraft(act: Acting, project: string): Promise<void> {
  const [first] = await mobilitiesOf(act, project)
  if (!first) throw new Error('nobody went anywhere')
  await addDraft(act, first.id, {
    seenOn: first.endsOn,
    seenAt: '',
    what: 'Lahkumise õhtu: kes ära läheb, annab võtme ise järgmisele. Küsida üle, kas see on kokku lepitud',
    thought: '',
  })
}
