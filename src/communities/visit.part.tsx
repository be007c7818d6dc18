/** The next and the latest visits: their piece of the community's page. */
import { Plain } from '../platform/parts/surface.tsx'
import { Times } from '../platform/parts/times.tsx'
import { dayAndMonth } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { communityHref, develops, type CommunityPart } from './about-community.tsx'
import type { Community } from './community.ts'
import { visitsOf } from './visit.store.ts'
import type { Visit } from './visit.ts'
import { visitWords } from './visit.words.ts'

/** `2. nov`, and the time where one is agreed. */
export function visitWhen(locale: Locale, { onDay, atTime }: Pick<Visit, 'onDay' | 'atTime'>): string {
  const time = locale === 'et' ? atTime?.replace(':', '.') : atTime
  return time ? `${dayAndMonth(locale, onDay)} ${time}` : dayAndMonth(locale, onDay)
}

export function VisitTimes(props: { locale: Locale; community: Community; visits: readonly Visit[] }) {
  const { locale, community, visits } = props
  const say = visitWords(locale)
  return (
    <Times
      kind="days"
      items={visits.map((visit) => ({
        when: visitWhen(locale, visit),
        datetime: visit.onDay.toString(),
        text: <a href={communityHref(community, `visits/${visit.id}`)}>{visit.topic}</a>,
        sub: [
          say.kinds[visit.kind],
          ...(visit.state === 'held' ? [] : [say.states[visit.state]]),
          ...(visit.nextStep === '' ? [] : [visit.nextStep]),
        ].join(' · '),
      }))}
    />
  )
}

export const visitsPart: CommunityPart = async (act, community, locale) => {
  if (!develops(act) && act.actor.role !== 'host') return null
  const say = visitWords(locale)
  const visits = (await visitsOf(act, community.id)).filter(({ state }) => state !== 'cancelled')
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
