/** What waits in the communities, group by group: the first of each, or all of one. */
import { communityHref } from '../communities/about-community.tsx'
import { interviewWords } from '../communities/interview.words.ts'
import { pulseName } from '../communities/pulse.part.tsx'
import { lastChance, leastPeople } from '../communities/pulse.ts'
import { pulseWords } from '../communities/pulse.words.ts'
import { visitWhen } from '../communities/visit.part.tsx'
import { awaitsOutcome } from '../communities/visit.ts'
import { trialHref } from '../learning/trial.part.tsx'
import type { Day } from '../platform/day.ts'
import { Group, Row } from '../platform/parts/group.tsx'
import { Pager } from '../platform/parts/list-tools.tsx'
import { dayAndMonth } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import type { WaitGroup, Waits } from './developing.ts'
import { developingWords } from './developing.words.ts'

/** Rows of a group beside the others. */
const shown = 12
/** Rows of a group that is looked at alone. */
const pageSize = 50

export type Look = {
  everybody: boolean
  /** The one that is looked at alone. */
  group: WaitGroup | null
  /** Of that one; from 1 on. */
  page: number
}

export function developingHref({ everybody, group, page }: Look): string {
  const query = new URLSearchParams([
    ...(everybody ? [['all', '1']] : []),
    ...(group ? [['show', group]] : []),
    ...(group && page > 1 ? [['page', String(page)]] : []),
  ])
  return query.size === 0 ? '/developing' : `/developing?${query}`
}

export function Lists(props: { locale: Locale; today: Day; waits: Waits; look: Look; me: string }) {
  const { locale, today, waits, look, me } = props
  const say = developingWords(locale)
  const { requests, visits, trials, scoring, actions, pulses, places } = waits
  const interview = interviewWords(locale)
  const last = look.group ? Math.max(1, Math.ceil(waits[look.group].length / pageSize)) : 1
  const number = Math.min(last, Math.max(1, look.page))
  const cut = <T,>(group: WaitGroup, rows: readonly T[]): readonly T[] =>
    look.group === group
      ? rows.slice((number - 1) * pageSize, number * pageSize)
      : look.group === null
        ? rows.slice(0, shown)
        : []
  const isThere = (group: WaitGroup) => cut<unknown>(group, waits[group]).length > 0
  const more = (group: WaitGroup) =>
    look.group === null &&
    waits[group].length > shown && (
      <a href={developingHref({ ...look, group, page: 1 })}>
        {say.more(waits[group].length)}
        <span class="unseen">: {say[group]}</span>
      </a>
    )
  return (
    <>
      {isThere('requests') && (
        <Group
          id="requests"
          more={more('requests')}
          title={say.requests}
          count={requests.length}
          note={say.requestsNote}
        >
          {cut('requests', requests).map((one) => (
            <Row who={one.name} action={{ label: say.open, href: communityHref(one) }}>
              {one.state === 'talk' ? say.talk : one.summary}
            </Row>
          ))}
        </Group>
      )}
      {isThere('visits') && (
        <Group
          id="visits"
          more={more('visits')}
          title={say.visits}
          count={visits.length}
          note={say.visitsNote}
        >
          {cut('visits', visits).map((visit) => (
            <Row
              who={visit.community.name}
              href={communityHref(visit.community)}
              action={{
                label: awaitsOutcome(visit, today) ? say.write : say.look,
                href: communityHref(visit.community, `visits/${visit.id}`),
              }}
            >
              <b>{visitWhen(locale, visit)}</b> {visit.topic}
            </Row>
          ))}
        </Group>
      )}
      {isThere('scoring') && (
        <Group
          id="scoring"
          more={more('scoring')}
          title={say.scoring}
          count={scoring.length}
          note={say.scoringNote}
        >
          {cut('scoring', scoring).map(({ id, number, part, onDay, scorers, community }) => (
            <Row
              who={community.name}
              href={communityHref(community)}
              sub={`${part} · ${dayAndMonth(locale, onDay)}`}
              action={{
                label: scorers.some(({ accountId }) => accountId === me) ? interview.goOn : say.look,
                href: communityHref(community, `interviews/${id}`),
              }}
            >
              {interview.title(number)}
            </Row>
          ))}
        </Group>
      )}
      {isThere('trials') && (
        <Group
          id="trials"
          more={more('trials')}
          title={say.trials}
          count={trials.length}
          note={say.trialsNote}
        >
          {cut('trials', trials).map((trial) => (
            <Row
              who={trial.community.name}
              href={communityHref(trial.community)}
              sub={trial.awaited.for === 'report' ? say.toReport : say.toFollow}
              action={{
                label: trial.awaited.for === 'report' ? say.writeTrial : say.look,
                href: trialHref(trial.community, trial),
              }}
            >
              <b>{dayAndMonth(locale, trial.awaited.since)}</b> {trial.method}
            </Row>
          ))}
        </Group>
      )}
      {isThere('actions') && (
        <Group id="actions" more={more('actions')} title={say.actions} count={actions.length}>
          {cut('actions', actions).map((action) => (
            <Row
              who={action.community.name}
              href={communityHref(action.community)}
              action={{ label: say.plan, href: communityHref(action.community, `plan#a-${action.id}`) }}
            >
              {action.byOn && <b>{dayAndMonth(locale, action.byOn)}</b>} {action.title}
            </Row>
          ))}
        </Group>
      )}
      {isThere('pulses') && (
        <Group
          id="pulses"
          more={more('pulses')}
          title={say.pulses}
          count={pulses.length}
          note={say.pulsesNote(leastPeople)}
        >
          {cut('pulses', pulses).map((pulse) => (
            <Row
              who={pulse.community.name}
              href={communityHref(pulse.community)}
              sub={`${pulseWords(locale).count(pulse.count)} · ${say.closes(dayAndMonth(locale, lastChance(pulse)))}`}
              action={{
                label: say.pulse,
                href: communityHref(pulse.community, `pulse/${pulse.id}`),
              }}
            >
              {pulseName(locale, pulse)}
            </Row>
          ))}
        </Group>
      )}
      {isThere('places') && (
        <Group
          id="places"
          more={more('places')}
          title={say.places}
          count={places.length}
          note={say.placesNote}
        >
          {cut('places', places).map((place) => (
            <Row
              who={place.community.name}
              href={communityHref(place.community)}
              sub={place.confirmedOn ? say.confirmed(dayAndMonth(locale, place.confirmedOn)) : say.never}
              action={{ label: say.place, href: communityHref(place.community, `places/${place.id}`) }}
            >
              {place.title}
            </Row>
          ))}
        </Group>
      )}
      {look.group && (
        <Pager
          locale={locale}
          page={number}
          pageSize={pageSize}
          total={waits[look.group].length}
          href={(page) => developingHref({ ...look, page })}
        />
      )}
    </>
  )
}
