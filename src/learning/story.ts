/** What somebody tells of the change that mattered most to them after a trial. Under a name of their own choice, and shown as far as they allow. */
import type { Day } from '../platform/day.ts'

/** How far a story may go: within the house; to its partners and communities; to anybody. */
export const consents = ['internal', 'partners', 'public'] as const

export type Story = {
  id: string
  trialId: string
  communityId: string
  title: string
  teller: string
  toldOn: Day
  happened: string
  /** Why it matters to the teller. */
  matters: string
  consent: (typeof consents)[number]
  consentHow: string
  /** Of one that was taken back the words are gone. */
  withdrawnOn: Day | null
}
export type NewStory = Omit<Story, 'id' | 'trialId' | 'communityId' | 'withdrawnOn'>
