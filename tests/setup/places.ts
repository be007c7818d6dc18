/** Places for tests. */
import type { PlaceContact, PlaceOffer } from '../../src/communities/place.ts'

export const offerOf = (title: string, given: Partial<PlaceOffer> = {}): PlaceOffer => ({
  kind: 'activity',
  title,
  what: 'Teeme koos puutööd.',
  schedule: {
    timing: 'regular',
    rule: { frequency: 'WEEKLY', interval: 1, days: ['TU'], nth: null, until: null },
    opens: '17:00',
    closes: '20:00',
  },
  languages: ['et'],
  access: [],
  features: ['substance_free'],
  rules: '',
  costCents: null,
  costNote: '',
  minimum: 1,
  total: 4,
  startsOn: null,
  endsOn: null,
  locationId: null,
  ...given,
})

export const noContact: PlaceContact = { buddy: null, trouble: null, call: null }
