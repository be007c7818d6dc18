/** The next and the latest visits: their piece of the community's page. */
import { Plain } from '../platform/parts/surface.tsx'
import { Times } from '../platform/parts/times.tsx'
import { dayAndMonth } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { communityHref, tends, type CommunityPart } from './about-community.tsx'
import type { Community } from './community.ts'
import { visitsOf } from './visit.store.ts'
import type { Visit } from './visit.ts'
import { visitWords } from './visit.words.ts'

/** `2. nov`, and the time where one is agreed. */
export function visitWhen(locale: Locale, { onDay, atTime }: Pick<Visit, 'onDay' | 'atTime'>): string {
  return atTime === null
    ? dayAndMonth(locale, onDay)
    : `${dayAndMonth(locale, onDay)} ${timeIn(locale, atTime)}`
}

/** `15.30`, as it is written in this language. */
export const timeIn = (locale: Locale, time: string) => (locale === 'et' ? time.replace(':', '.') : time)

export function VisitTimes(props: { locale: Locale; community: Community; visits: readonly Visit[] }) {
  const { locale, community, visits } = props
  const say = visitWords(locale)
  return (
    <Times
      kind="days"
      items={visits.map((visit) => ({
        when: dayAndMonth(locale, visit.onDay),
        datetime: visit.onDay.toString(),
        text: <a href={communityHref(community, `visits/${visit.id}`)}>{visit.topic}</a>,
        sub: [
          ...(visit.atTime === null ? [] : [timeIn(locale, visit.atTime)]),
          say.kinds[visit.kind],
          ...(visit.state === 'held' ? [] : [say.states[visit.state]]),
          ...(visit.nextStep === '' ? [] : [visit.nextStep]),
        ].join(' · '),
      }))}
    />
  )
}

export const visitsPart: CommunityPart = async (act, community, locale) => {
  if (!tends(act)) return null
  const say = visitWords(locale)
  const visits = (await visitsOf(act, { communityId: community.id })).filter(
    ({ state }) => state !== 'cancelled',
  )
  return {
    place: 'aside',
    body: (
      <Plain title={say.title} id="visits">
        {visits.length === 0 ? (
          <p>{say.none}</p>
        ) : (
          <VisitTimes locale={locale} community={community} visits={visits.slice(0, 3)} />
        )}
        <p>
          <a href={communityHref(community, 'visits')}>{say.all}</a>
        </p>
      </Plain>
    ),
  }
}
