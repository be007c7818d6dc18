/**
 * The code that says who was there: shown on the wall on the day itself. It is worked out from the day and a key outside the database, so that nothing is
 * kept and it can be shown again; after a change of keys it is another one.
 */
import type { Keys } from '../platform/keys.ts'
import { letterCode } from '../platform/letter-code.ts'
import { tokenHash } from '../platform/sealing.ts'
import type { TrainingSession } from './training.ts'

export function attendanceCode(keys: Keys, { id, onDay }: Pick<TrainingSession, 'id' | 'onDay'>): string {
  return letterCode(tokenHash(keys, 'attendance', `${id} ${onDay}`))
}

/** The address that opens it; short, and it says nothing. */
export const attendancePath = (code: string) => `/here/${code}`
