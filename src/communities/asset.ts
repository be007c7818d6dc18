/**
 * What a community has. Kinds: those of asset-based community development (Kretzmann & McKnight 1993) as used in Estonia; tags: the community
 * capitals (Flora & Flora 2004).
 */
import type { Day } from '../platform/day.ts'

export const assetKinds = ['people', 'group', 'organisation', 'nature', 'story'] as const
export type AssetKind = (typeof assetKinds)[number]

export const capitals = ['natural', 'cultural', 'human', 'social', 'political', 'financial', 'built'] as const
export type Capital = (typeof capitals)[number]

export type Asset = {
  id: string
  kind: AssetKind
  capitals: Capital[]
  title: string
  note: string
  foundOn: Day
  /** Whom it could help beside the places it is linked to, in a sentence. */
  help: string
}

export type NewAsset = Omit<Asset, 'id' | 'help'>
