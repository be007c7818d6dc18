/** The table “Kohad” of a community's own page. */
import { Acts, ButtonLink } from '../platform/parts/button.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { Table } from '../platform/parts/table.tsx'
import { communityHref, tends, type CommunityPart } from './about-community.tsx'
import { takenOf } from './place-hold.store.ts'
import { ConfirmedCell, FreeCell, WhenCell } from './place.cells.tsx'
import { placePageWords } from './place.page.words.ts'
import { listPlaces } from './place.store.ts'
import { placeWords } from './place.words.ts'

export const placePart: CommunityPart = async (act, community, locale) => {
  const { today } = act
  const places = await listPlaces(act, community.id)
  const mayOffer = tends(act)
  if (places.length === 0 && !mayOffer) return null
  const taken = await takenOf(act, places)
  const words = placeWords(locale)
  const say = placePageWords(locale)
  return {
    place: 'main',
    body: (
      <Card title={words.title} id="places">
        {places.length === 0 ? (
          <Empty title={say.none}>{say.noneText}</Empty>
        ) : (
          <Table
            locale={locale}
            caption={words.title}
            captionHidden
            rows={places}
            columns={[
              {
                key: 'place',
                label: words.place,
                rowHeader: true,
                cell: ({ id, title }) => <a href={communityHref(community, `places/${id}`)}>{title}</a>,
              },
              {
                key: 'when',
                label: words.when,
                cell: (place) => <WhenCell locale={locale} place={place} today={today} />,
              },
              {
                key: 'free',
                label: words.free,
                cell: (place) => (
                  <FreeCell locale={locale} place={place} taken={taken.get(place.id) ?? []} today={today} />
                ),
              },
              {
                key: 'confirmed',
                label: words.confirmed,
                cell: (place) => <ConfirmedCell locale={locale} place={place} today={today} />,
              },
            ]}
          />
        )}
        {mayOffer && (
          <Acts>
            <ButtonLink href={communityHref(community, 'places/new')} kind="line" icon="plus">
              {say.add}
            </ButtonLink>
          </Acts>
        )}
      </Card>
    ),
  }
}
