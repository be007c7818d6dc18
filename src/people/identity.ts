import type { Day } from '../platform/day.ts'

/** Who somebody is. Everything of it but the name may be missing. */
export type Identity = {
  name: string
  /** The first is the one to call. */
  phones: readonly string[]
  email: string | null
  birthDate: Day | null
  /** What the organisation's own list said about how to reach the person. */
  remarks: string | null
}
