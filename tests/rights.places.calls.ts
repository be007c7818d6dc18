/** One call of every store function about places, for the rights matrix. */
import { holdPlace, holdsOf, releaseHold, takenOf } from '../src/communities/place-hold.store.ts'
import {
  addPlace,
  changePlace,
  confirmPlace,
  listPlaces,
  placeContactOf,
  placeOf,
  placesToConfirm,
  turnPlace,
} from '../src/communities/place.store.ts'
import type { Place } from '../src/communities/place.ts'
import type { Acting } from '../src/platform/actor.ts'
import { about, foreign, own, withCommunity } from './rights.communities.calls.ts'
import type { HouseCall } from './setup/calls.ts'
import { noContact, offerOf } from './setup/places.ts'

const withPlace = (act: Acting, slug: string, work: (place: Place) => Promise<unknown>) =>
  withCommunity(act, slug, async (id) => {
    const [place] = await listPlaces(act, id)
    return place && work(place)
  })

const aboutPlace = (work: (act: Acting, place: Place) => Promise<unknown>): HouseCall => ({
  own: (act) => withPlace(act, own, (place) => work(act, place)),
  other: (act) => withPlace(act, foreign, (place) => work(act, place)),
})

export const placeCalls: Record<string, HouseCall> = {
  'communities/place.store.ts listPlaces': about((act, id) => listPlaces(act, id)),
  'communities/place.store.ts placeOf': aboutPlace((act, place) => placeOf(act, place.communityId, place.id)),
  'communities/place.store.ts placeContactOf': {
    before: (act) =>
      withPlace(act, own, (place) =>
        changePlace(act, place, offerOf('Koht'), { ...noContact, buddy: 'Mari' }),
      ),
    ...aboutPlace((act, { id }) => placeContactOf(act, id)),
  },
  'communities/place.store.ts addPlace': about((act, id) =>
    addPlace(act, id, offerOf('Uus koht'), noContact),
  ),
  'communities/place.store.ts changePlace': aboutPlace((act, place) =>
    changePlace(act, place, offerOf('Teisiti'), noContact),
  ),
  'communities/place.store.ts confirmPlace': aboutPlace((act, { id }) => confirmPlace(act, id)),
  'communities/place.store.ts turnPlace': aboutPlace((act, { id }) => turnPlace(act, id, 'closed')),
  'communities/place.store.ts placesToConfirm': { own: (act) => placesToConfirm(act) },
  'communities/place-hold.store.ts holdsOf': aboutPlace((act, { id }) => holdsOf(act, id)),
  'communities/place-hold.store.ts takenOf': aboutPlace((act, place) => takenOf(act, [place])),
  'communities/place-hold.store.ts holdPlace': aboutPlace((act, place) =>
    holdPlace(act, place, { from: act.today, until: null, count: 1, label: 'coordinator' }),
  ),
  'communities/place-hold.store.ts releaseHold': aboutPlace(async (act, { id }) => {
    const [hold] = await holdsOf(act, id)
    return hold !== undefined && releaseHold(act, id, hold.id)
  }),
}
