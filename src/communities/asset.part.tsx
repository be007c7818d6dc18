/** What a community has, by kind: its piece of the community's page. */
import { Plain } from '../platform/parts/surface.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { communityHref, tends, type CommunityPart } from './about-community.tsx'
import { assetsOf } from './asset.store.ts'
import { assetKinds } from './asset.ts'
import { assetWords } from './asset.words.ts'

export const assetsPart: CommunityPart = async (act, community, locale) => {
  if (!tends(act)) return null
  const say = assetWords(locale)
  const byKind = Map.groupBy(await assetsOf(act, community.id), ({ kind }) => kind)
  return {
    place: 'aside',
    body: (
      <Plain title={say.title} id="assets">
        {byKind.size === 0 ? (
          <p>{say.none}</p>
        ) : (
          <SummaryList
            locale={locale}
            facts={assetKinds.flatMap((kind) => {
              const own = byKind.get(kind)
              return own ? [{ label: say.kinds[kind], value: own.map(({ title }) => title).join(', ') }] : []
            })}
          />
        )}
        <p>
          <a href={communityHref(community, 'assets')}>{say.open}</a>
        </p>
      </Plain>
    ),
  }
}
