/** One person's page: what they said. */
import { daysBetween, type Day } from '../platform/day.ts'
import { Acts, PostButton } from '../platform/parts/button.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { Tag } from '../platform/parts/tag.tsx'
import { Times, type TimesItem } from '../platform/parts/times.tsx'
import { dayAndMonth, numericDay, timeOfDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import type { GivenAnswer } from '../support/checkin-answer.store.ts'
import { checkinWords } from '../support/checkin.words.ts'
import { nearDay } from '../support/when.words.ts'
import { atStart } from './count.words.ts'
import { Lines } from './lines.tsx'
import { quoted } from './person-log.tsx'
import { hrefOf, manages, type PersonView } from './person.view.ts'
import { personLogWords } from './person-log.words.ts'

/** How many answers stand on the page; the log has all. */
const answersShown = 3

/** The latest answers, in the person's own words. */
export function Answers({ view }: { view: PersonView }) {
  const { locale, record } = view
  const say = personLogWords(locale).answers
  if (!record.sees.has('answers')) return null
  const answers = record.checkins.flatMap(({ answer }) => (answer ? [answer] : []))
  const lastUnread = answers.findLastIndex((answer) => answer.readAt === null)
  // All that nobody has read, however many: they are marked as read together.
  const shown = answers.slice(0, Math.max(answersShown, lastUnread + 1))
  return (
    <Card title={say.title} id="answers">
      {shown.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <Times items={shown.map((answer) => answerItem({ ...view, names: record.names }, answer))} />
      )}
      {lastUnread >= 0 && manages(view) && (
        <Acts>
          <PostButton action={hrefOf(view, 'read')} kind="soft" icon="check">
            {say.markRead}
          </PostButton>
        </Acts>
      )}
    </Card>
  )
}

/** Today and yesterday by name; other days as short as in the log, which has the same narrow column. */
function dayInColumn(locale: Locale, date: Day, today: Day): string {
  if (Math.abs(daysBetween(date, today)) <= 1) return nearDay(locale, date, today)
  return date.year === today.year ? dayAndMonth(locale, date) : numericDay(locale, date)
}

type Reading = Pick<PersonView, 'locale' | 'today' | 'timeZone'> & Pick<PersonView['record'], 'names'>

/** One answer, whole. */
export function answerItem({ locale, today, timeZone, names }: Reading, answer: GivenAnswer): TimesItem {
  const say = personLogWords(locale).answers
  const { answers } = answer
  const writer = answer.byAccount ? names.get(answer.byAccount) : undefined
  const who = [
    answer.way !== 'telephone' ? say[answer.way] : writer ? say.telephone(writer) : say.telephoneNobody,
    timeOfDay(locale, answer.givenAt, timeZone),
    answer.corrections > 0 && say.corrected,
  ].filter(Boolean)
  const rating = (label: string, value: number | null) => `${label} ${value ?? say.notSaid}`
  const numbers = atStart(
    locale,
    [rating(say.wellbeing, answers.wellbeing), rating(say.confidence, answers.confidence)].join(', '),
  )
  const below = [...(answers.words ? [numbers] : []), longerLine(locale, answer), who.join(', ')].filter(
    Boolean,
  )
  return {
    when: atStart(locale, dayInColumn(locale, answer.givenOn, today)),
    datetime: answer.givenOn.toString(),
    text: (
      <>
        {answers.words ? <span class="said">{quoted(locale, answers.words)}</span> : numbers}{' '}
        {answers.callMe === true && (
          <>
            <Tag tone="lamp">{say.call}</Tag>{' '}
          </>
        )}
        {answer.readAt === null && <Tag tone="time">{say.unread}</Tag>}
      </>
    ),
    sub: <Lines lines={below} />,
  }
}

/** The longer answers that were given, as `Tung: 2 · Töö: Otsin tööd`. */
function longerLine(locale: Locale, { answers }: GivenAnswer): string {
  const say = personLogWords(locale).answers
  const words = checkinWords(locale)
  const lines: [string, string | null][] = [
    [say.use, answers.use && words.answers.use[answers.use]],
    [
      say.craving,
      answers.craving === null
        ? null
        : answers.craving === 'rather_not_say'
          ? words.ratherNotSay
          : String(answers.craving),
    ],
    [say.riskySituation, answers.riskySituation && words.answers.riskySituation[answers.riskySituation]],
    [say.support, answers.support && words.answers.support[answers.support]],
    [say.work, answers.work && words.answers.work[answers.work]],
    [say.housing, answers.housing && words.answers.housing[answers.housing]],
  ]
  return lines.flatMap(([label, value]) => (value === null ? [] : [`${label}: ${value}`])).join(' · ')
}
