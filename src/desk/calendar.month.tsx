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

type Shown = { locale: Locale; today: Day; entries: ReadonlyMap<string, readonly Entry[]> }

/** The roles say again what the elements are: laid out as a list, browsers would no longer tell. */
export function MonthTable(props: Shown & { month: Month }) {
  const { locale, month } = props
  const monday = firstDay(month).subtract({ days: firstDay(month).dayOfWeek - 1 })
  return (
    <div class="table-wrap">
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
            <tr role="row">
              {week.map((day) =>
                day === null ? <td role="cell" class="free" /> : <DayCell {...props} day={day} />,
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DayCell({ locale, today, entries, day }: Shown & { day: Day }) {
  const list = entries.get(day.toString()) ?? []
  const isToday = day.equals(today)
  return (
    <td
      role="cell"
      class={list.length === 0 && !isToday ? 'free' : undefined}
      aria-current={isToday ? 'date' : undefined}
    >
      <time datetime={day.toString()}>
        <b>{day.day}</b>
        <span>{weekdayDay(locale, day)}</span>
        {isToday && <small> {calendarWords(locale).today}</small>}
      </time>
      {list.length > 0 && (
        <ul>
          {list.map((entry) => (
            <li>
              <EntryLines locale={locale} entry={entry} />
            </li>
          ))}
        </ul>
      )}
    </td>
  )
}

function EntryLines({ locale, entry }: { locale: Locale; entry: Entry }) {
  const say = calendarWords(locale)
  const { community } = entry
  if (entry.kind === 'visit') {
    const { visit } = entry
    const kind = visitWords(locale).kinds[visit.kind]
    return (
      <>
        <a href={communityHref(community, `visits/${visit.id}`)}>
          {visit.atTime !== null && `${timeIn(locale, visit.atTime)} `}
          {kind}
        </a>
        <p class="sub">
          {community.name}
          {visit.state === 'held' && `, ${say.held}`}
        </p>
      </>
    )
  }
  if (entry.kind === 'action') {
    const { action, late } = entry
    return (
      <>
        <a href={communityHref(community, `plan#a-${action.id}`)}>
          {say.due}: {action.title}
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
