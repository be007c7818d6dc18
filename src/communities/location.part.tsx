/** Where a community and its places are, as far as whoever looks is told: on the community's page and on a place's. */
import type { Child } from 'hono/jsx'
import { municipalityWithCode } from '../platform/municipalities.ts'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Plain } from '../platform/parts/surface.tsx'
import type { Locale } from '../platform/words.ts'
import { communityHref, tends, type CommunityPart } from './about-community.tsx'
import { locationsOf } from './location.store.ts'
import type { Location } from './location.ts'
import { locationViewWords } from './location.view.words.ts'
import { locationWords } from './location.words.ts'

export const locationsPart: CommunityPart = async (act, community, locale) => {
  const mayChange = tends(act)
  const locations = (await locationsOf(act, community.id)).filter(({ retiredOn }) => retiredOn === null)
  if (locations.length === 0 && !mayChange) return null
  const say = locationWords(locale)
  return {
    place: 'aside',
    body: (
      <Plain title={locationViewWords(locale).title} id="locations">
        {locations.length === 0 ? (
          <p>
            {say.none}. {say.noneText}
          </p>
        ) : (
          <SummaryList
            locale={locale}
            facts={locations.map((location) => ({
              label: location.name,
              value: <AddressOf locale={locale} location={location} />,
            }))}
          />
        )}
        {mayChange && (
          <p>
            <a href={communityHref(community, 'locations')}>{say.open}</a>
          </p>
        )}
      </Plain>
    ),
  }
}

/** The address where it is told, who else sees it where that is not everybody, and the municipality. */
function AddressOf({ locale, location }: { locale: Locale; location: Location }) {
  const { address, municipality, visibility } = location
  const say = locationWords(locale)
  const where = [address, municipalityWithCode(municipality)?.name].filter(Boolean).join(', ')
  const who =
    address === null
      ? locationViewWords(locale).told
      : visibility === 'public'
        ? ''
        : `${say.addressOf[visibility]}.`
  return (
    <>
      {where}
      {who !== '' && (
        <>
          <br />
          <span class="sub">{who}</span>
        </>
      )}
    </>
  )
}

/**
 * Where a place is, in words for its page; null where there is nothing more to say than the municipality.
 *
 * @param linked the location that the place is linked to
 * @param location that one, as far as the actor sees it
 * @param known whether the actor tends the community or arranges stays: others do not learn that there is more than they see
 */
export function whereWords(
  locale: Locale,
  { linked, location, known }: { linked: string | null; location: Location | null; known: boolean },
): Child | null {
  const say = locationWords(locale)
  if (linked === null) return null
  if (!location) return known ? say.askThem : null
  if (location.retiredOn) return locationViewWords(locale).goneOf(location.name)
  return (
    <>
      {location.name}
      <br />
      <AddressOf locale={locale} location={location} />
    </>
  )
}
