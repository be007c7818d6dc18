/** What is known of why somebody waits for a call, and of what was tried: read once, for the page where people get in touch. */
import { accountNames } from '../access/account.store.ts'
import { trustedContactsOf } from '../people/trusted.store.ts'
import type { TrustedContact } from '../people/trusted.ts'
import type { Acting } from '../platform/actor.ts'
import { isBefore, Temporal, type Day, type Moment } from '../platform/day.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import type { Task } from '../tasks/task.ts'
import { checkinsOf, type CheckinEntry } from './checkin.store.ts'
import { checkupsOf, type CheckupEntry } from './checkup.store.ts'
import { contactsOf, isAttempt, mayWithdraw, reachedPerson, type Contact } from './contact.store.ts'

export type Waiting = {
  today: Day
  now: Moment
  tasks: readonly Task[]
  /** What the person wrote with the wish for a call; null where nothing, undefined where the actor may not read it. */
  said: string | null | undefined
  missed: Missed
  /** Since anything was heard of the person. */
  tried: readonly Contact[]
  /** Who tried, by name. */
  triedBy: readonly string[]
  /** Today's own attempts, which can be taken back; the newest first. */
  own: readonly Contact[]
  /** Whom the person named to be asked; empty where nobody is, or the actor may not know it. */
  trusted: readonly TrustedContact[]
}

export type Missed = { checkins: Day[]; checkups: Day[] }

export async function readWaiting(act: Acting, personId: string): Promise<Waiting> {
  const tasks = await listOpenTasks(act, { personId })
  const checkins = await checkinsOf(act, personId)
  const contacts = await contactsOf(act, personId)
  const checkups = await checkupsOf(act, personId)
  const wish = checkins.find(({ answer }) => answer?.answers.callMe === true)?.answer
  const sign = lastSign(checkins, checkups, contacts)
  const tried = contacts.filter((contact) => isAttempt(contact) && (!sign || !isBefore(contact.onDay, sign)))
  const names = await accountNames(
    act,
    tried.flatMap(({ byAccount }) => byAccount ?? []),
  )
  return {
    today: act.today,
    now: act.now,
    tasks,
    said: wish ? wish.answers.words : undefined,
    missed: missedSince(sign, checkins, checkups),
    tried,
    triedBy: [...new Set(tried.flatMap(({ byAccount }) => (byAccount && names.get(byAccount)) ?? []))],
    own: contacts.filter((contact) => mayWithdraw(act, contact)),
    trusted: asksOthers(tasks) ? await trustedContactsOf(act, personId) : [],
  }
}

/** Before it is anybody else's turn nobody needs the name of whom the person trusts. */
function asksOthers(tasks: readonly Task[]): boolean {
  return tasks.some(({ step }) => step === 'trusted' || step === 'lead' || step === 'lost')
}

/** The last day on which anything was heard of the person. */
function lastSign(
  checkins: readonly CheckinEntry[],
  checkups: readonly CheckupEntry[],
  contacts: readonly Contact[],
): Day | null {
  const signs = [
    ...checkins.flatMap(({ answer }) => (answer ? [answer.givenOn] : [])),
    ...checkups.flatMap(({ heldOn }) => (heldOn ? [heldOn] : [])),
    ...contacts.flatMap((contact) => (reachedPerson(contact) ? [contact.onDay] : [])),
  ]
  return signs.toSorted(Temporal.PlainDate.compare).at(-1) ?? null
}

function missedSince(
  sign: Day | null,
  checkins: readonly CheckinEntry[],
  checkups: readonly CheckupEntry[],
): Missed {
  const since = (entry: { state: string; dueOn: Day | null }) =>
    entry.state === 'missed' && entry.dueOn !== null && (!sign || isBefore(sign, entry.dueOn))
      ? [entry.dueOn]
      : []
  return {
    checkins: checkins.flatMap(since).toSorted(Temporal.PlainDate.compare),
    checkups: checkups.flatMap(since).toSorted(Temporal.PlainDate.compare),
  }
}
