/** What of continuing support waits for this actor today, with the one next action each. */
import type { Acting, ActingRole } from '../platform/actor.ts'
import { isBefore, Temporal } from '../platform/day.ts'
import type { DayGroup, DayItem } from '../platform/room.ts'
import { shortDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import { fitDay } from '../tasks/day-size.ts'
import { escalationRules } from '../tasks/escalation.content.ts'
import { inFront, isOthersTurn, isRaised } from '../tasks/escalation.ts'
import { taskKinds, type SearchStep, type Task, type TaskKind } from '../tasks/task.ts'
import { daysAhead } from './daily.ts'
import { readDayFacts, readSent, type DayFacts, type SentAnswer } from './support-day.store.ts'
import { agoOf, atHour, byHour, nearOrOn, onDay, supportDayWords, untilDay } from './support-day.words.ts'
import { lastOpenDay } from './window.ts'

/** Asking for the yes and reading answers is the work of those who are responsible. */
const kindsOf: Partial<Record<ActingRole, readonly TaskKind[]>> = {
  coordinator: taskKinds,
  lead: taskKinds,
  supporter: ['help', 'silence', 'checkup'],
}

/** What one item is told from. */
type Waiting = { task: Task; facts: DayFacts; sent: SentAnswer | undefined; act: Acting; locale: Locale }
type Told = Omit<DayItem, 'personId' | 'dueOn'>

export async function supportDay(act: Acting, locale: Locale): Promise<DayItem[]> {
  const kinds = kindsOf[act.actor.role]
  if (!kinds) return []
  const until = act.today.add({ days: daysAhead })
  // Behind a silence that is tried again next week its check-up waits too: all are read, and only then what is far off is left out.
  const tasks = inFront(await listOpenTasks(act, { kinds })).filter(({ dueOn }) => !isBefore(until, dueOn))
  const full = act.actor.role === 'coordinator' ? fitDay(escalationRules(), tasks, act.today).later : []
  const silentFrom = new Map(tasks.map(({ personId }) => [personId, null]))
  const facts = await readDayFacts(act, new Map([...silentFrom, ...tasks.filter(isSilence).map(fromDay)]))
  const sent = await readSent(act, {
    answerIds: tasks.flatMap(({ kind, subjectId }) => (kind === 'help' && subjectId ? [subjectId] : [])),
    personIds: tasks.flatMap(({ kind, personId }) => (kind === 'read' ? [personId] : [])),
  })
  return tasks.toSorted(byHourPromised).flatMap((task): DayItem[] => {
    const own = facts.get(task.personId)
    if (!own) return []
    const answer = task.kind === 'read' ? sent.unread.get(task.personId) : sent.byId.get(task.subjectId ?? '')
    const told = tell[task.kind]({ task, facts: own, sent: answer, act, locale })
    const raised = wentUp(task, act, locale)
    const sub = sentences(told.sub, raised)
    return [
      {
        ...told,
        ...(sub === '' ? {} : { sub }),
        ...(raised !== null && act.actor.role === 'lead' ? { group: 'raised' } : {}),
        ...(full.includes(task) ? { group: 'week', when: shortDay(locale, task.dueOn) } : {}),
        personId: task.personId,
        dueOn: task.dueOn,
      },
    ]
  })
}

/** That it is the lead's too, and why; null while it is not. */
function wentUp(task: Task, act: Acting, locale: Locale): string | null {
  const { escalatedWhy, step } = task
  const say = supportDayWords(locale).raised
  if (!isRaised(task)) return null
  if (act.actor.role !== 'lead') return say.toLead
  return step === 'lead' ? say.searched : say[escalatedWhy ?? 'limit']
}

const isSilence = ({ kind }: Task) => kind === 'silence'
const fromDay = ({ personId, since }: Task) => [personId, since] as const

function byHourPromised(a: Task, b: Task): number {
  if (a.dueAt && b.dueAt) return Temporal.Instant.compare(a.dueAt, b.dueAt)
  return Number(b.dueAt !== null) - Number(a.dueAt !== null)
}

const tell: Record<TaskKind, (waiting: Waiting) => Told> = {
  help: tellHelp,
  silence: tellSilence,
  checkup: tellCheckup,
  ask: tellAsk,
  read: tellRead,
  call: tellCall,
  undelivered: tellUndelivered,
  horizon: tellHorizon,
}

const page = ({ code }: DayFacts, place: string) => `/people/${code}${place}`

function tellHelp({ task, facts, sent, act, locale }: Waiting): Told {
  const say = supportDayWords(locale).asked
  const { timeZone } = act.actor
  const { dueAt, madeAt } = task
  const late = dueAt && Temporal.Instant.compare(dueAt, act.now) < 0
  return {
    group: 'asked',
    text: sent?.words ?? say.text,
    said: Boolean(sent?.words),
    sub: sentences(
      say.when(atHour(locale, madeAt, act.today, timeZone)),
      dueAt && say.promise(byHour(locale, dueAt, act.today, timeZone)),
      late && say.late,
    ),
    action: { label: say.action, href: page(facts, '/contact'), icon: 'phone' },
  }
}

function tellSilence({ task, facts, act, locale }: Waiting): Told {
  const say = supportDayWords(locale).silent
  const { missedCheckins, missedCheckupOn, spokenOn, tries, triedOn } = facts
  const tried = triedOn && say.tried(tries, nearOrOn(locale, triedOn, act.today))
  const later = isBefore(act.today, task.dueOn)
  // What others do now stands where it can be seen, and asks nothing today.
  const others = act.actor.role === 'coordinator' && isOthersTurn(task)
  return {
    ...(later
      ? { group: 'week', when: shortDay(locale, task.dueOn) }
      : { group: others ? 'week' : 'silent' }),
    text: sentences(
      task.step && searchSaid(task.step, act.actor.role, say),
      missedCheckins > 0 && say.checkins(missedCheckins),
      missedCheckupOn && say.checkup(onDay(locale, missedCheckupOn, act.today)),
      // What went by has been written down since, and still nobody has been in touch.
      missedCheckins === 0 && !missedCheckupOn && say.nothing,
      spokenOn ? say.spoken(nearOrOn(locale, spokenOn, act.today)) : say.neverSpoken,
    ),
    ...(tried ? { sub: tried } : {}),
    action: { label: say.action, href: page(facts, '/contact'), icon: 'phone' },
  }
}

/** Whose turn it is in the search, as said to somebody in this role. */
function searchSaid(
  step: SearchStep,
  role: ActingRole,
  say: ReturnType<typeof supportDayWords>['silent'],
): string | null {
  if (step === 'supporter') return role === 'supporter' ? say.yourTurn : say.supportersTurn
  // A supporter is not told that there is somebody else who could be asked.
  if (step === 'trusted') return role === 'supporter' ? null : say.trustedTurn
  if (step === 'lead') return role === 'lead' ? null : say.leadsTurn
  return say.lost
}

function tellCheckup({ task, facts, act, locale }: Waiting): Told {
  const say = supportDayWords(locale).checkup
  const { spokenOn, leftOn, checkup } = facts
  const since = spokenOn
    ? say.spoken(nearOrOn(locale, spokenOn, act.today))
    : say.left(agoOf(locale, leftOn, act.today))
  const over = isBefore(task.dueOn, act.today)
  const due = onDay(locale, task.dueOn, act.today)
  return {
    ...todayOrLater({ task, act, locale }),
    text: sentences(checkup?.origin === 'first' ? say.first : say.next, since),
    ...(over ? { sub: say.over(due, untilDay(locale, lastOpenDay('checkup', task.dueOn))) } : {}),
    action: { label: say.action, href: page(facts, '/checkup'), icon: 'calendar' },
  }
}

function tellAsk({ task, facts, act, locale }: Waiting): Told {
  const say = supportDayWords(locale).ask
  const over = isBefore(task.dueOn, act.today)
  return {
    ...todayOrLater({ task, act, locale }),
    text: sentences(say.text, say.left(agoOf(locale, facts.leftOn, act.today))),
    ...(over ? { sub: say.over(onDay(locale, task.dueOn, act.today)) } : {}),
    action: { label: say.action, href: page(facts, '/ask'), icon: 'phone' },
  }
}

function tellRead({ task, facts, sent, act, locale }: Waiting): Told {
  const say = supportDayWords(locale).read
  const sentAt = sent?.givenAt ?? task.madeAt
  return {
    group: 'waiting',
    text: sent?.words ?? say.numbers(sent?.wellbeing ?? null, sent?.confidence ?? null),
    said: Boolean(sent?.words),
    sub: sentences(
      say.when(atHour(locale, sentAt, act.today, act.actor.timeZone)),
      say.promise(onDay(locale, task.dueOn, act.today)),
    ),
    action: { label: say.action, href: page(facts, '#answers'), icon: 'eye' },
  }
}

function tellCall({ task, facts, act, locale }: Waiting): Told {
  const say = supportDayWords(locale).call
  return {
    ...todayOrLater({ task, act, locale }),
    text: say.text,
    action: { label: say.action, href: page(facts, '/checkin'), icon: 'phone' },
  }
}

function tellUndelivered({ facts, locale }: Waiting): Told {
  const say = supportDayWords(locale).undelivered
  return {
    group: 'today',
    text: say.text,
    sub: say.sub,
    action: { label: say.action, href: page(facts, '/undelivered'), icon: 'message' },
  }
}

function tellHorizon({ task, facts, act, locale }: Waiting): Told {
  const say = supportDayWords(locale).horizon
  return {
    ...todayOrLater({ task, act, locale }),
    text: sentences(say.text, say.left(agoOf(locale, facts.leftOn, act.today))),
    action: { label: say.action, href: page(facts, '/checkup'), icon: 'calendar' },
  }
}

function todayOrLater({ task, act, locale }: Pick<Waiting, 'task' | 'act' | 'locale'>): {
  group: DayGroup
  when?: string
} {
  return isBefore(act.today, task.dueOn)
    ? { group: 'week', when: shortDay(locale, task.dueOn) }
    : { group: 'today' }
}

function sentences(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ')
}
