/** The pieces of one person's page. A piece that this reader may not see is not there. */
import type { Child } from 'hono/jsx'
import { municipalityWithCode } from '../platform/municipalities.ts'
import { dayAt, isBefore, type Day } from '../platform/day.ts'
import { PostButton } from '../platform/parts/button.tsx'
import { PathChart } from '../platform/parts/charts/path-chart.tsx'
import { Group, Row, type RowAction } from '../platform/parts/group.tsx'
import { Strip, SummaryList, type Fact } from '../platform/parts/summary-list.tsx'
import { Card, LinkList, Plain } from '../platform/parts/surface.tsx'
import { Tag } from '../platform/parts/tag.tsx'
import { Times } from '../platform/parts/times.tsx'
import { identityWords } from '../people/identity.words.ts'
import { longDay, numericDay, shortDay, timeOfDay } from '../platform/words.dates.ts'
import { isLocale, type Locale } from '../platform/words.ts'
import type { GivenAnswer } from '../support/checkin-answer.store.ts'
import { checkinWords } from '../support/checkin.words.ts'
import { byWhen, nearDay } from '../support/when.words.ts'
import { logItem, quoted } from './person-log.tsx'
import { pathOf, pausesOf, summaryOf, type PathRecord } from './person-path.ts'
import type { PersonRecord } from './person-record.ts'
import { personWords } from './person.words.ts'

export type PersonView = {
  locale: Locale
  record: PersonRecord
  today: Day
  timeZone: string
  viewer: { accountId: string; role: string }
}

export const hrefOf = ({ record }: PersonView, action = '') =>
  `/people/${record.person.code}${action && `/${action}`}`

/** May write about the person and change what they are entitled to; supporters only note check-ups. */
export const manages = ({ viewer }: PersonView) => viewer.role === 'coordinator' || viewer.role === 'lead'

export function PersonStrip({ view }: { view: PersonView }) {
  const { locale, record, today } = view
  const say = personWords(locale).strip
  const newest = record.checkins.find(({ answer }) => answer !== null)?.answer
  const { coordinatorId } = record.person
  const coordinator = coordinatorId && record.names.get(coordinatorId)
  const facts = [
    {
      label: say.next,
      value: record.checkup ? (
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
        </>
      ) : (
        say.coordinatorNone
      ),
    },
    ...(record.identity ? [{ label: say.reach, value: record.identity.remarks ?? say.reachNone }] : []),
  ]
  return <Strip facts={facts} />
}

export function PathCard({ view }: { view: PersonView }) {
  const { locale, record, today } = view
  const say = personWords(locale).path
  if (!record.pathway) return null
  const path: PathRecord = {
    leftOn: record.pathway.leftOn,
    checkups: record.checkups,
    checkins: record.checkins,
    contacts: record.contacts,
    lapses: record.lapses,
    pauses: pausesOf(record.changes, (at) => dayAt(at, view.timeZone)),
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

export function pathSentences(locale: Locale, path: PathRecord, today: Day): string {
  const say = personWords(locale).path
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

type Step = { when: string; text: string; sub?: string | undefined; lamp?: boolean; action?: RowAction }

/** What comes next and what waits, each with its one action. */
export function NextSteps({ view }: { view: PersonView }) {
  const say = personWords(view.locale).steps
  const steps = stepsOf(view)
  if (steps.length === 0) {
    return (
      <Card title={say.title}>
        <p>{say.none}</p>
      </Card>
    )
  }
  return (
    <Group id="next" title={say.title} tone={steps.some((step) => step.lamp) ? 'lamp' : 'plain'}>
      {steps.map((step) => (
        <Row who={step.when} sub={step.sub} action={step.action}>
          {step.text}
        </Row>
      ))}
    </Group>
  )
}

function stepsOf(view: PersonView): Step[] {
  const { locale, record, today, timeZone } = view
  const say = personWords(locale).steps
  const steps: Step[] = []
  const task = (kind: PersonRecord['tasks'][number]['kind']) => record.tasks.find((one) => one.kind === kind)
  const may = manages(view)
  const help = task('help')
  if (help) {
    steps.push({
      when: nearDay(locale, help.dueOn, today),
      text: say.help,
      sub: help.dueAt ? say.helpBy(byWhen(locale, help.dueAt, today, timeZone)) : undefined,
      lamp: true,
      action: { label: say.do.help, icon: 'phone', href: hrefOf(view, 'contact') },
    })
  }
  const silence = task('silence')
  if (silence) {
    steps.push({
      when: nearDay(locale, silence.dueOn, today),
      text: say.silence,
      action: { label: say.do.silence, icon: 'phone', href: hrefOf(view, 'contact') },
    })
  }
  const ask = task('ask')
  if (ask && may) {
    steps.push({
      when: shortDay(locale, ask.dueOn),
      text: say.ask,
      action: { label: say.do.ask, icon: 'question', href: hrefOf(view, 'ask') },
    })
  }
  const read = task('read')
  if (read && record.sees.has('answers')) {
    steps.push({
      when: nearDay(locale, read.dueOn, today),
      text: say.read,
      action: { label: say.do.read, icon: 'eye', href: '#answers' },
    })
  }
  const { checkup } = record
  if (checkup) {
    steps.push({
      when: shortDay(locale, checkup.dueOn),
      text: say.checkup,
      sub:
        checkup.state === 'missed'
          ? say.checkupMissed
          : isBefore(today, checkup.dueOn)
            ? (checkup.reason ?? undefined)
            : say.checkupOpen(nearDay(locale, checkup.lastDay, today)),
      action: { label: say.do.checkup, icon: 'calendar', href: hrefOf(view, 'checkup') },
    })
  }
  const [checkin] = record.openCheckins
  if (checkin && may) {
    steps.push({
      when: shortDay(locale, checkin.dueOn),
      text: say.checkin,
      sub: say.checkinUntil(nearDay(locale, checkin.lastDay, today)),
      action: { label: say.do.checkin, icon: 'message', href: hrefOf(view, 'checkin') },
    })
  }
  return steps
}

/** How many answers stand on the page; the log has all. */
const answersShown = 3

/** The latest answers, in the person's own words. */
export function Answers({ view }: { view: PersonView }) {
  const { locale, record } = view
  const say = personWords(locale).answers
  if (!record.sees.has('answers')) return null
  const answers = record.checkins.flatMap(({ answer }) => (answer ? [answer] : []))
  const unread = answers.filter((answer) => answer.readAt === null)
  // All that nobody has read, however many: they are marked as read together.
  const shown = answers.slice(0, Math.max(answersShown, unread.length))
  return (
    <Card title={say.title} id="answers">
      {shown.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <Times items={shown.map((answer) => answerItem(view, answer))} />
      )}
      {unread.length > 0 && manages(view) && (
        <PostButton action={hrefOf(view, 'read')} kind="soft" icon="check">
          {say.markRead}
        </PostButton>
      )}
    </Card>
  )
}

function answerItem(view: PersonView, answer: GivenAnswer) {
  const { locale, record, today } = view
  const say = personWords(locale).answers
  const { answers } = answer
  const writer = answer.byAccount ? record.names.get(answer.byAccount) : undefined
  const who = [
    answer.way === 'self' ? say.self : writer ? say.telephone(writer) : say.telephoneNobody,
    timeOfDay(locale, answer.givenAt, view.timeZone),
    answer.corrections > 0 && say.corrected,
  ].filter(Boolean)
  const rating = (label: string, value: number | null) =>
    `${label} ${value === null ? say.notSaid : say.of10(value)}`
  return {
    when: nearDay(locale, answer.givenOn, today),
    datetime: answer.givenOn.toString(),
    text: (
      <>
        {answers.words && <span class="said">{quoted(locale, answers.words)} </span>}
        {answers.callMe === true && <Tag tone="lamp">{say.call}</Tag>}{' '}
        {answer.readAt === null && <Tag tone="time">{say.unread}</Tag>}
      </>
    ),
    sub: (
      <>
        {[rating(say.wellbeing, answers.wellbeing), rating(say.confidence, answers.confidence)].join(', ')}
        {longerLines(locale, answer).map((line) => (
          <>
            <br />
            {line}
          </>
        ))}
        <br />
        {who.join(', ')}
      </>
    ),
  }
}

/** The longer answers that were given, as `Töö: Otsin tööd`. */
function longerLines(locale: Locale, { answers }: GivenAnswer): string[] {
  const say = personWords(locale).answers
  const words = checkinWords(locale)
  const lines: [string, string | null][] = [
    [say.use, answers.use && words.answers.use[answers.use]],
    [
      say.craving,
      answers.craving === null
        ? null
        : answers.craving === 'rather_not_say'
          ? words.ratherNotSay
          : say.of10(answers.craving),
    ],
    [say.riskySituation, answers.riskySituation && words.answers.riskySituation[answers.riskySituation]],
    [say.support, answers.support && words.answers.support[answers.support]],
    [say.work, answers.work && words.answers.work[answers.work]],
    [say.housing, answers.housing && words.answers.housing[answers.housing]],
  ]
  return lines.flatMap(([label, value]) => (value === null ? [] : [`${label}: ${value}`]))
}

export function Details({ view }: { view: PersonView }) {
  const { locale, record, today } = view
  const say = personWords(locale).identity
  const { identity, person, pathway } = record
  if (!identity) return null
  const { birthDate, email, phones } = identity
  const municipality = person.municipality && municipalityWithCode(person.municipality)?.name
  const facts: Fact[] = [
    {
      label: say.phone,
      value: lines(phones.map((phone) => <a href={telHref(phone)}>{phone}</a>)) ?? say.notKnown,
    },
    { label: say.email, value: email ? <a href={`mailto:${email}`}>{email}</a> : say.notKnown },
    {
      label: say.birthDate,
      value: birthDate
        ? `${longDay(locale, birthDate)}, ${say.age(birthDate.until(today, { largestUnit: 'year' }).years)}`
        : say.notKnown,
    },
    { label: say.municipality, value: municipality ?? say.notKnown },
    {
      label: say.language,
      value: isLocale(person.language) ? identityWords(locale).languages[person.language] : person.language,
    },
    ...(pathway ? [{ label: say.left, value: longDay(locale, pathway.leftOn) }] : []),
  ]
  return (
    <Plain title={say.title}>
      <SummaryList locale={locale} facts={facts} />
      {manages(view) && (
        <p>
          <a href={hrefOf(view, 'identity')}>{say.change}</a>
        </p>
      )}
    </Plain>
  )
}

export const telHref = (phone: string) => `tel:${phone.replaceAll(/[^+\d]/g, '')}`

function lines(items: readonly Child[]): Child | null {
  if (items.length === 0) return null
  return items.map((item, i) => (
    <>
      {i > 0 && <br />}
      {item}
    </>
  ))
}

export function Consents({ view }: { view: PersonView }) {
  const { locale, record } = view
  const say = personWords(locale).consents
  const purposes: Readonly<Record<string, string>> = say.purposes
  return (
    <Plain title={say.title}>
      {record.consents.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <SummaryList
          locale={locale}
          facts={record.consents.map((consent) => ({
            label: purposes[consent.purpose] ?? consent.purpose,
            value: say[consent.state](longDay(locale, consent.onDay)),
          }))}
        />
      )}
      {manages(view) && (
        <p>
          <a href={hrefOf(view, 'looked')}>{say.looked}</a>
        </p>
      )}
    </Plain>
  )
}

/** Everything else that can be done here, for those who manage. */
export function More({ view }: { view: PersonView }) {
  const { locale, record, viewer } = view
  const say = personWords(locale).more
  if (!manages(view)) return null
  const { pathway } = record
  return (
    <Plain title={say.title}>
      <LinkList
        items={[
          ...(pathway && pathway.state !== 'to-be-asked'
            ? ([
                { href: hrefOf(view, 'checkup'), icon: 'calendar', label: say.checkup },
                { href: hrefOf(view, 'checkin'), icon: 'message', label: say.checkin },
                { href: hrefOf(view, 'lapse'), icon: 'diamond', label: say.lapse },
                { href: hrefOf(view, 'pathway'), icon: 'pause', label: say.pathway },
              ] as const)
            : []),
          { href: hrefOf(view, 'hand-over'), icon: 'people', label: say.handOver },
          ...(record.person.accountId === null
            ? [{ href: hrefOf(view, 'invite'), icon: 'mail' as const, label: say.invite }]
            : []),
          ...(viewer.role === 'lead'
            ? ([
                { href: hrefOf(view, 'take'), icon: 'download', label: say.take },
                { href: hrefOf(view, 'erase'), icon: 'close', label: say.erase },
              ] as const)
            : []),
        ]}
      />
    </Plain>
  )
}

/** The latest of the log; all of it is one link away. */
const logShown = 6

export function LogCard({ view }: { view: PersonView }) {
  const { locale, record } = view
  const say = personWords(locale).log
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
