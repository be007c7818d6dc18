/** What stands on one community's page, in this order within its place. */
import type { CommunityPart } from './about-community.tsx'
import { assetsPart } from './asset.part.tsx'
import { locationsPart } from './location.part.tsx'
import { placePart } from './place.part.tsx'
import { planPart } from './plan.part.tsx'
import { pulsePart } from './pulse.part.tsx'
import { readinessPart } from './readiness.part.tsx'
import { visitsPart } from './visit.part.tsx'

export const communityParts: readonly CommunityPart[] = [
  readinessPart,
  planPart,
  placePart,
  locationsPart,
  pulsePart,
  visitsPart,
  assetsPart,
]
