/** What helps at a place: on the place's page, for those whose it is to tend. */
import { LinkList, Plain } from '../platform/parts/surface.tsx'
import type { Acting } from '../platform/actor.ts'
import type { Locale } from '../platform/words.ts'
import { communityHref, tends } from './about-community.tsx'
import { assetPlacesOf } from './asset-place.store.ts'
import { assetPlaceWords } from './asset-place.words.ts'
import { assetsOf } from './asset.store.ts'
import type { Community } from './community.ts'
import type { Asset } from './asset.ts'
import type { Place } from './place.ts'

/** The assets that could help there; null for those who see no assets. */
export async function helpAt(act: Acting, community: Community, place: Place): Promise<Asset[] | null> {
  if (!tends(act)) return null
  const linked = (await assetPlacesOf(act, community.id)).filter(({ placeId }) => placeId === place.id)
  return (await assetsOf(act, community.id)).filter(({ id }) => linked.some(({ assetId }) => assetId === id))
}

export function HelpsHere(props: { locale: Locale; community: Community; assets: readonly Asset[] }) {
  const { locale, community, assets } = props
  const say = assetPlaceWords(locale)
  return (
    <Plain title={say.here}>
      {assets.length === 0 ? (
        <p>
          {say.nothingHere} <a href={communityHref(community, 'assets')}>{say.look}</a>
        </p>
      ) : (
        <LinkList
          items={assets.map(({ id, title }) => ({
            href: communityHref(community, `assets/${id}`),
            label: title,
          }))}
        />
      )}
    </Plain>
  )
}
