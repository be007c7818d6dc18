/** Locations for tests. */
import type { LocationProfile } from '../../src/communities/location.ts'

export const locationOf = (name: string, given: Partial<LocationProfile> = {}): LocationProfile => ({
  name,
  address: 'Kooli 3, Kuusiku',
  municipality: '0293',
  visibility: 'public',
  main: false,
  point: null,
  ...given,
})
