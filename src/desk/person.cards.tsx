/** One person's page: the few facts that matter most, the picture of the path, and the log. */
import { dayAt, type Day } from '../platform/day.ts'
import { PathChart } from '../platform/parts/charts/path-chart.tsx'
import { Strip } from '../platform/parts/summary-list.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { Times } from '../platform/parts/times.tsx'
import { numericDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { nearDay } from '../support/when.words.ts'
import { logItem } from './person-log.tsx'
import { pathOf, pausesOf, summaryOf, type PathRecord } from './person-path.ts'
import { hrefOf, manages, type PersonView } from './person.view.ts'
import { untilInSentence } from './span.words.ts'
import type { PersonRecord } from './person-record.ts'
import { personLogWords } from './person-log.words.ts'
import { pathWords } from './person-path.words.ts'
import { personWords } from './person.words.ts'

export function PersonStrip({ view }: { view: PersonView }) {
  const { locale, record, today } = view
  const say = personWords(locale).strip
  const newest = record.checkins.find(({ answer }) => answer !== null)?.answer
  const { coordinatorId } = record.person
  const paused = record.pathway?.state === 'paused'
  const coordinator = coordinatorId && record.names.get(coordinatorId)
  const facts = [
    {
      label: say.next,
      value: paused ? (
        say.nextPaused
      ) : record.checkup ? (
        <>
          {nearDay(locale, record.checkup.dueOn, today)}
          {record.checkup.state === 'missed' && <span>, {say.late}</span>}
        </>
      ) : (
        say.nextNone
      ),
    },
    ...(record.sees.has('answers')
      ? [
          {
            label: say.checkin,
            value: newest ? nearDay(locale, newest.givenOn, today) : say.checkinNone,
          },
        ]
      : []),
    {
      label: say.coordinator,
      value: coordinator ? (
        <>
          {coordinator}
          {coordinatorId === view.viewer.accountId && <span>, {say.you}</span>}
          {record.away && <span>{awayText(locale, record.away)}</span>}
        </>
      ) : (
        say.coordinatorNone
      ),
    },
    ...(record.identity
      ? [{ label: say.reach, value: record.identity.remarks ?? record.identity.phones[0] ?? say.reachNone }]
      : []),
  ]
  return <Strip facts={facts} />
}

/** Whom to ask while the coordinator is not here. What was only noticed is for the lead. */
function awayText(locale: Locale, away: NonNullable<PersonRecord['away']>): string {
  const say = personWords(locale).strip
  if (away.why !== 'said') return away.why === 'left' ? `, ${say.left}` : ''
  const until = untilInSentence(locale, away.until)
  return `, ${away.substitute ? say.covered(away.substitute, until) : say.away(until)}`
}

export function PathCard({ view }: { view: PersonView }) {
  const { locale, record, today } = view
  const say = pathWords(locale)
  if (!record.pathway) return null
  const path: PathRecord = {
    leftOn: record.pathway.leftOn,
    // While paused nothing is ahead: when it goes on, the next day is found anew.
    checkups:
      record.pathway.state === 'active'
        ? record.checkups
        : record.checkups.filter(({ state }) => state !== 'upcoming' && state !== 'open'),
    checkins: record.checkins,
    contacts: record.contacts,
    lapses: record.lapses,
    pauses: pausesOf(record.changes, (at) => dayAt(at, view.timeZone)),
  }
  if (isEmpty(path)) {
    return (
      <Card title={say.title}>
        <p>{say.none}</p>
      </Card>
    )
  }
  const short = (date: Day) => numericDay(locale, date).replace(/[./]\d{4}$/, '')
  return (
    <Card title={say.title}>
      <PathChart
        locale={locale}
        path={pathOf(path, today, {
          lapse: (on) => say.lapse(short(on)),
          contact: (on, way) => say.contact[way](short(on)),
          support: say.support,
          pause: say.pause,
        })}
        summary={pathSentences(locale, path, today)}
      />
    </Card>
  )
}

function isEmpty({ checkups, checkins, contacts, lapses }: PathRecord): boolean {
  return [checkups, checkins, contacts, lapses].every((list) => list.length === 0)
}

export function pathSentences(locale: Locale, path: PathRecord, today: Day): string {
  const say = pathWords(locale)
  const { last, wellbeing, confidence, missed, lapses } = summaryOf(path, today)
  const trend =
    wellbeing !== null && wellbeing === confidence
      ? say.both[wellbeing]
      : wellbeing !== null || confidence !== null
        ? say.one(wellbeing && say.trend[wellbeing], confidence && say.trend[confidence])
        : null
  return [
    last ? say.last(nearDay(locale, last.on, today), last.wellbeing, last.confidence) : say.none,
    trend,
    missed > 0 && say.missed(missed),
    lapses.length > 0 && say.lapses(lapses.map((on) => nearDay(locale, on, today)).join(', ')),
  ]
    .filter(Boolean)
    .join(' ')
}

/** The latest of the log; all of it is one link away. */
const logShown = 6

export function LogCard({ view }: { view: PersonView }) {
  const { locale, record } = view
  const say = personLogWords(locale).log
  return (
    <Card title={say.title} id="log">
      {record.log.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <Times
          kind="log"
          items={record.log.slice(0, logShown).map((entry) => logItem(entry, logView(view)))}
        />
      )}
      {record.log.length > logShown && (
        <p>
          <a href={hrefOf(view, 'log')}>{say.all(record.log.length)}</a>
        </p>
      )}
    </Card>
  )
}

export function logView(view: PersonView) {
  return {
    locale: view.locale,
    today: view.today,
    timeZone: view.timeZone,
    names: view.record.names,
    correctAt: manages(view) ? hrefOf(view) : null,
  }
}
