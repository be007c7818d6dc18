/** My day: what waits for this actor, drawn from all rooms, each line with its one next action. */
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { accountNames } from '../access/account.store.ts'
import { coveredPeople } from '../people/cover.store.ts'
import { readNames } from '../people/identity.store.ts'
import { firstName } from '../people/name.ts'
import { peopleById, type Person } from '../people/person.store.ts'
import { withActor, type Acting, type Role } from '../platform/actor.ts'
import { isBefore, type Day } from '../platform/day.ts'
import { Acts, ButtonLink } from '../platform/parts/button.tsx'
import { Group, JumpCounts, Row, type GroupTone } from '../platform/parts/group.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Empty, SearchBox } from '../platform/parts/list-tools.tsx'
import { Notices } from '../platform/parts/surface.tsx'
import { dayGroups, type DayGroup, type DayItem, type DayNotice, type Room } from '../platform/room.ts'
import { actorOf, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { webWords } from '../platform/web.words.ts'
import { weekdayDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import type { PathwayState } from '../support/pathway.store.ts'
import { nearDay } from '../support/when.words.ts'
import { beginning, calledInList, inGroups, knownOf, type DayLists, type Known } from './day.ts'
import { Lately } from './day.aside.tsx'
import { dayAnswersWords } from './day-answers.words.ts'
import { dayWords } from './day.words.ts'
import { findWords } from './find.words.ts'
import { Lines } from './lines.tsx'
import { readNotices } from './notices.ts'
import { quoted } from './person-log.tsx'
import { heardSince, nextCheckupDay, statesOf } from './heard.store.ts'

/** How far back "lately" looks: a month, the shortest gap between two check-ups. */
const lately = 30

/** A lead of many coordinators sees the first of each group; the rest is one link away. */
const shownInGroup = 25

const tones: Record<DayGroup, GroupTone> = {
  raised: 'plain',
  asked: 'lamp',
  silent: 'mist',
  today: 'plain',
  week: 'plain',
  waiting: 'plain',
}

/** Where all of a group is to be found. */
const allOf: Record<DayGroup, string> = {
  raised: '/people?show=raised',
  asked: '/people?show=asked',
  silent: '/people?show=silent',
  today: '/people?sort=next',
  week: '/people?sort=next',
  waiting: '/people?sort=next',
}

type DayView = {
  today: Day
  lists: DayLists
  people: ReadonlyMap<string, Person>
  called: ReadonlyMap<string, string>
  /** Only for the lead, who sees everybody's. */
  coordinators: ReadonlyMap<string, string> | null
  known: Known
  /** Nobody is on a pathway yet: nobody was entered. */
  nobody: boolean
  toBeAsked: number
  nextCheckupOn: Day | null
  notices: readonly DayNotice[]
  /** Whom the actor sees in place of a colleague, with that colleague's name. */
  covered: ReadonlyMap<string, string>
}

export function dayPages(below: readonly Room[]): Hono<PageEnv> {
  const routes = new Hono<PageEnv>()
  routes.get('/day', async (c) => {
    const view = await withActor(c.var.ground, actorOf(c), (act) => readDay(act, below, c.var.locale))
    return show(c, view)
  })
  return routes
}

async function readDay(act: Acting, below: readonly Room[], locale: Locale): Promise<DayView> {
  const items: DayItem[] = []
  for (const room of below) items.push(...((await room.day?.(act, locale)) ?? []))
  const people = await peopleById(
    act,
    items.map((item) => item.personId),
  )
  const lists = inGroups(items.filter((item) => people.has(item.personId)))
  const shown = [
    ...new Set(
      dayGroups.flatMap((group) => lists[group].slice(0, shownInGroup).map((item) => item.personId)),
    ),
  ]
  const names = await readNames(act, shown)
  const called = calledInList(
    new Map(
      shown.map((id) => {
        const name = names.get(id) ?? null
        return [id, { name, first: firstName(name ?? ''), code: people.get(id)?.code ?? '' }]
      }),
    ),
  )
  const subjects = shown.flatMap((id) => people.get(id)?.auditSubject ?? [])
  if (subjects.length > 0) await act.audit('list', 'desk.day', subjects)
  const states = await statesOf(act)
  const inState = (state: PathwayState) => [...states].filter(([, its]) => its === state).map(([id]) => id)
  const lead = act.actor.role === 'lead'
  return {
    today: act.today,
    lists,
    people,
    called,
    coordinators: lead
      ? await accountNames(
          act,
          shown.flatMap((id) => people.get(id)?.coordinatorId ?? []),
        )
      : null,
    nobody: states.size === 0,
    known: knownOf(inState('active'), await heardSince(act, act.today.subtract({ days: lately }))),
    toBeAsked: inState('to-be-asked').length,
    nextCheckupOn: await nextCheckupDay(act, act.today),
    notices: await readNotices(act, below, locale),
    covered: await coveredNames(act),
  }
}

async function coveredNames(act: Acting): Promise<Map<string, string>> {
  const covered = await coveredPeople(act)
  const names = await accountNames(act, [...covered.values()])
  return new Map([...covered].map(([person, account]) => [person, names.get(account) ?? '']))
}

function show(c: PageContext, view: DayView) {
  const { locale, visitor } = c.var
  const say = dayWords(locale)
  const start = beginning(view.lists)
  const mayAdd = visitor?.role === 'coordinator' || visitor?.role === 'lead'
  const { nobody } = view
  return page(
    c,
    {
      title: say.title,
      over: weekdayDay(locale, view.today),
      lead: nobody ? undefined : sentence(locale, start),
      actions: nobody ? undefined : (
        <SearchBox
          locale={locale}
          method="post"
          action="/people"
          name="words"
          label={findWords(locale).label}
        />
      ),
    },
    nobody ? (
      <>
        <Notices label={webWords(locale).before} notices={view.notices} />
        <NobodyYet locale={locale} mayAdd={mayAdd} />
      </>
    ) : (
      <>
        <Notices label={webWords(locale).before} notices={view.notices} />
        {start.group !== null && (
          <JumpCounts
            label={say.inShort}
            items={groupsFor(visitor?.role).map((group) => ({
              href: `#${group}`,
              count: view.lists[group].length,
              label: say.jump[group],
              tone: tones[group],
            }))}
          />
        )}
        <Split
          aside={
            <Lately
              locale={locale}
              known={view.known}
              listed={new Set(dayGroups.flatMap((group) => view.lists[group].map((item) => item.personId)))}
              toBeAsked={view.toBeAsked}
              everybody={view.coordinators !== null}
            />
          }
        >
          {start.group === null ? (
            <NothingToDo locale={locale} next={view.nextCheckupOn} today={view.today} />
          ) : (
            dayGroups
              .filter((group) => view.lists[group].length > 0)
              .map((group) => <DayGroupList locale={locale} view={view} group={group} />)
          )}
        </Split>
      </>
    ),
  )
}

/** Only to the lead does anything come up. */
const groupsFor = (role: Role | undefined) =>
  dayGroups.filter((group) => group !== 'raised' || role === 'lead')

function sentence(locale: Locale, { group, count, more }: ReturnType<typeof beginning>): string {
  const { begin } = dayWords(locale)
  if (group === null) return begin.nothing
  if (group === 'asked') return count === 1 ? begin.askedOne(more) : begin.asked(count, more)
  if (group === 'waiting') return begin.waiting
  return begin[group](count)
}

/** Which note a group needs; the week's only where a full day has left something for it. */
function noteOf(
  group: DayGroup,
  items: readonly DayItem[],
  today: Day,
): keyof ReturnType<typeof dayWords>['notes'] | null {
  if (group === 'raised' || group === 'asked' || group === 'silent') return group
  return group === 'week' && items.some(({ when, dueOn }) => when && !isBefore(today, dueOn)) ? group : null
}

function DayGroupList({ locale, view, group }: { locale: Locale; view: DayView; group: DayGroup }) {
  const say = dayWords(locale)
  const items = view.lists[group]
  const note = noteOf(group, items, view.today)
  return (
    <Group
      id={group}
      title={say.groups[group]}
      count={items.length}
      note={note === null ? undefined : say.notes[note]}
      tone={tones[group]}
      more={moreOf(locale, group, items.length)}
    >
      {items.slice(0, shownInGroup).map((item) => (
        <DayRow locale={locale} view={view} item={item} />
      ))}
    </Group>
  )
}

/** Answers are read one after the other; what else is more than fits is in the list of people. */
function moreOf(locale: Locale, group: DayGroup, count: number): Child | undefined {
  if (group === 'waiting' && count > 1)
    return <a href="/day/answers">{dayAnswersWords(locale).fromDay(count)}</a>
  return count > shownInGroup ? <a href={allOf[group]}>{dayWords(locale).all(count)}</a> : undefined
}

function DayRow({ locale, view, item }: { locale: Locale; view: DayView; item: DayItem }) {
  const person = view.people.get(item.personId)
  if (!person) return null
  const who = view.called.get(person.id) ?? person.code
  const coordinator = person.coordinatorId ? view.coordinators?.get(person.coordinatorId) : undefined
  const absent = view.covered.get(person.id)
  const sub = [
    item.sub,
    coordinator && dayWords(locale).coordinator(coordinator),
    absent && dayWords(locale).covering(absent),
  ].filter((line) => line !== undefined)
  return (
    <Row
      who={who}
      href={`/people/${person.code}`}
      code={who === person.code ? undefined : person.code}
      said={item.said}
      sub={sub.length > 0 ? <Lines lines={sub} /> : undefined}
      action={{ ...item.action, main: item.group === 'asked' || item.group === 'raised' }}
    >
      {item.when && (
        <>
          <b>{item.when}</b>{' '}
        </>
      )}
      {item.said ? quoted(locale, item.text) : item.text}
    </Row>
  )
}

function NothingToDo({ locale, next, today }: { locale: Locale; next: Day | null; today: Day }) {
  const say = dayWords(locale)
  return (
    <Empty title={say.done.title} action={{ href: '/people', label: say.allPeople }}>
      {next === null ? say.done.none : say.done.next(nearDay(locale, next, today))}
    </Empty>
  )
}

function NobodyYet({ locale, mayAdd }: { locale: Locale; mayAdd: boolean }) {
  const say = dayWords(locale).nobody
  return (
    <>
      <Empty title={say.title}>{mayAdd ? say.staff : say.supporter}</Empty>
      {mayAdd && (
        <Acts>
          <ButtonLink href="/import" icon="upload">
            {say.bring}
          </ButtonLink>
          <ButtonLink href="/people/new" kind="line" icon="plus">
            {say.add}
          </ButtonLink>
        </Acts>
      )}
    </>
  )
}
