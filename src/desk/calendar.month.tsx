/** A month as it is seen: a table of weeks on wide screens, on phones the days on which something is, one under another. */
import { communityHref } from '../communities/about-community.tsx'
import { timeIn } from '../communities/visit.part.tsx'
import { visitWords } from '../communities/visit.words.ts'
import type { Day } from '../platform/day.ts'
import { Tag } from '../platform/parts/tag.tsx'
import { monthAndYear, shortWeekday, weekday, weekdayDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { firstDay, weeksOf, type Entry, type Month } from './calendar.ts'
import { calendarWords } from './calendar.words.ts'

/** Entries of a day that are shown without asking: more would make a week taller than a screen. */
const atOnce = 3

type Shown = { locale: Locale; today: Day; entries: ReadonlyMap<string, readonly Entry[]> }

/** The roles say again what the elements are: laid out as a list, browsers would no longer tell. */
export function MonthTable(props: Shown & { month: Month }) {
  const { locale, month } = props
  const monday = firstDay(month).subtract({ days: firstDay(month).dayOfWeek - 1 })
  return (
    <table class="month" role="table">
      <caption class="unseen">{monthAndYear(locale, firstDay(month))}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {[0, 1, 2, 3, 4, 5, 6].map((days) => (
            <th scope="col" role="columnheader">
              <abbr title={weekday(locale, monday.add({ days }))}>
                {shortWeekday(locale, monday.add({ days }))}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {weeksOf(month).map((week) => (
          <tr role="row" class={week.some((day) => shownOn(props, day)) ? undefined : 'free'}>
            {week.map((day) =>
              day === null ? <td role="cell" class="free" /> : <DayCell {...props} day={day} />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Whether a phone shows it: something is on it, or it is today. */
const shownOn = ({ today, entries }: Shown, day: Day | null) =>
  day !== null && (day.equals(today) || entries.has(day.toString()))

function DayCell(props: Shown & { day: Day }) {
  const { locale, today, entries, day } = props
  const list = entries.get(day.toString()) ?? []
  const isToday = day.equals(today)
  const say = calendarWords(locale)
  return (
    <td
      role="cell"
      class={shownOn(props, day) ? undefined : 'free'}
      aria-current={isToday ? 'date' : undefined}
    >
      <time datetime={day.toString()}>
        <b>{day.day}</b>
        <span>{weekdayDay(locale, day)}</span>
      </time>
      {isToday && (
        <>
          {' '}
          <Tag tone="time">{say.today}</Tag>
        </>
      )}
      <EntryList locale={locale} entries={list.slice(0, atOnce)} />
      {list.length > atOnce && (
        <details>
          <summary>
            {say.more(list.length - atOnce)}
            <span class="unseen">, {weekdayDay(locale, day)}</span>
          </summary>
          <EntryList locale={locale} entries={list.slice(atOnce)} />
        </details>
      )}
    </td>
  )
}

function EntryList({ locale, entries }: { locale: Locale; entries: readonly Entry[] }) {
  if (entries.length === 0) return null
  return (
    <ul>
      {entries.map((entry) => (
        <li>
          <EntryLines locale={locale} entry={entry} />
        </li>
      ))}
    </ul>
  )
}

function EntryLines({ locale, entry }: { locale: Locale; entry: Entry }) {
  const say = calendarWords(locale)
  if (entry.kind === 'event') {
    const { href, fromTime, title, outside } = entry.event
    return (
      <>
        <a href={href}>
          <b>{`${timeIn(locale, fromTime)} ${title}`}</b>
        </a>
        <p class="sub">{outside}</p>
      </>
    )
  }
  const { community } = entry
  if (entry.kind === 'visit') {
    const { visit } = entry
    const kind = visitWords(locale).kinds[visit.kind]
    return (
      <>
        <a href={communityHref(community, `visits/${visit.id}`)}>
          <b>
            {visit.atTime !== null && `${timeIn(locale, visit.atTime)} `}
            {kind}
          </b>
        </a>
        <p class="sub">
          {community.name}
          {visit.state === 'held' && `, ${say.held}`}
        </p>
      </>
    )
  }
  if (entry.kind === 'due') {
    const { actions, late } = entry
    const [first, ...rest] = actions
    return (
      <>
        <a href={communityHref(community, `plan#a-${first.id}`)}>
          {rest.length === 0 ? `${say.due}: ${first.title}` : say.dues(actions.length)}
        </a>
        <p class="sub">
          {community.name} {late && <Tag tone="time">{say.late}</Tag>}
        </p>
      </>
    )
  }
  return (
    <>
      <a href={`${communityHref(community)}#places`}>{say.ask(entry.count)}</a>
      <p class="sub">{community.name}</p>
    </>
  )
}
