/** Communities: who they are, what they have, how ready they are, what is planned, and which places they offer. */
import { Hono } from 'hono'
import type { Rights, Room } from '../platform/room.ts'
import type { PageEnv } from '../platform/web.tsx'
import { assetPlacePages } from './asset-place.pages.tsx'
import { assetPages } from './asset.pages.tsx'
import { communityOnePages } from './community.one.pages.tsx'
import { communityPages } from './community.pages.tsx'
import { communityWords } from './community.words.ts'
import { freePlacesPages } from './free-places.pages.tsx'
import { interviewPages } from './interview.pages.tsx'
import { interviewWritePages } from './interview.write.pages.tsx'
import { joinPages } from './join.pages.tsx'
import { locationPages } from './location.pages.tsx'
import { locationRights } from './location.rights.ts'
import { placePages } from './place.pages.tsx'
import { placeRights } from './place.rights.ts'
import { placeViewPages } from './place.view.pages.tsx'
import { placeWords } from './place.words.ts'
import { planImportPages } from './plan-import.pages.tsx'
import { planActionPages } from './plan.action.pages.tsx'
import { planGoalPages } from './plan.goal.pages.tsx'
import { planPages } from './plan.pages.tsx'
import { planRights } from './plan.rights.ts'
import { readinessPages } from './readiness.pages.tsx'
import { readinessRoundPages } from './readiness.round.pages.tsx'
import { readinessRights } from './readiness.rights.ts'
import { pulseAnswerPages } from './pulse.answer.pages.tsx'
import { pulseJob } from './pulse.job.ts'
import { pulsePages } from './pulse.pages.tsx'
import { pulsePosterPages } from './pulse.poster.pages.tsx'
import { pulseRights } from './pulse.rights.ts'
import { communityRights } from './rights.ts'
import { scoringPages } from './scoring.pages.tsx'
import { trustPages } from './trust.pages.tsx'
import { visitHoursPages } from './visit-hours.pages.tsx'
import { visitHoursRights } from './visit-hours.rights.ts'
import { visitPages } from './visit.pages.tsx'

const routes = new Hono<PageEnv>()
for (const pages of [
  communityPages,
  communityOnePages,
  assetPages,
  assetPlacePages,
  trustPages,
  joinPages,
  freePlacesPages,
  locationPages,
  placePages,
  placeViewPages,
  planPages,
  planGoalPages,
  planActionPages,
  planImportPages,
  visitPages,
  readinessPages,
  readinessRoundPages,
  interviewWritePages,
  interviewPages,
  scoringPages,
  visitHoursPages,
  pulsePages,
  pulsePosterPages,
  pulseAnswerPages,
]) {
  routes.route('/', pages)
}

const families: readonly Rights[] = [
  communityRights,
  locationRights,
  placeRights,
  planRights,
  readinessRights,
  visitHoursRights,
  pulseRights,
]

export const communitiesRoom: Room = {
  name: 'communities',
  routes,
  rights: {
    routes: Object.assign({}, ...families.map((family) => family.routes)),
    tables: Object.assign({}, ...families.map(({ tables }) => tables)),
    stores: Object.assign({}, ...families.map(({ stores }) => stores)),
  },
  jobs: [pulseJob],
  bytes: { 'communities.pulse.code_hash': 'token' },
  menu: [
    {
      href: '/communities',
      // The head has no menu item of their own for these.
      also: ['/developing', '/hours'],
      label: (locale) => communityWords(locale).title,
      who: ['developer', 'lead', 'host', 'coordinator'],
      order: 60,
    },
    {
      href: '/places',
      label: (locale) => placeWords(locale).title,
      who: ['developer', 'lead', 'host', 'coordinator'],
      order: 61,
    },
  ],
}
