/** Who has looked at a person's data, told by day and by whom, in words that are not the machine's. */
import { Temporal, dayAt, type Day, type Moment } from '../platform/day.ts'
import type { Look } from '../people/looked.store.ts'

export const lookKinds = [
  'list',
  'path',
  'identity',
  'answers',
  'notes',
  'entered',
  'changedIdentity',
  'changedPath',
  'wrote',
  'answered',
  'handedOver',
  'tookOver',
  'covered',
  'invited',
  'took',
  'exported',
  'looked',
  'erased',
  'printed',
  'opened',
  'sent',
  'worked',
] as const
export type LookKind = (typeof lookKinds)[number]

/** What an entry of the audit was, for the person it is about. What is not known here is told as work on the data. */
export function kindOf({ action, what, role }: Pick<Look, 'action' | 'what' | 'role'>): LookKind {
  const about = (...starts: string[]) => starts.some((start) => what.startsWith(start))
  // Whoever holds a link sees its questions and nothing else.
  if (role === 'bearer') return action === 'read' ? 'opened' : 'sent'
  if (action === 'list') return 'list'
  // A name that was taken out is no erasure of the person.
  if (about('people.trusted')) return action === 'read' ? 'identity' : 'changedIdentity'
  if (action === 'erase') return 'erased'
  if (action === 'export') return about('desk.take') ? 'took' : 'exported'
  if (action === 'import') return 'entered'
  if (action === 'read') {
    if (about('people.identity')) return 'identity'
    if (about('support.checkin')) return 'answers'
    if (about('support.contact', 'support.lapse', 'support.checkup')) return 'notes'
    if (about('desk.looked')) return 'looked'
    return 'path'
  }
  if (about('people.pass')) return 'printed'
  if (about('people.identity')) return 'changedIdentity'
  if (about('people.person')) return action === 'create' ? 'entered' : 'changedIdentity'
  if (about('people.sight.cover')) return 'covered'
  if (about('people.sight.taken')) return 'tookOver'
  if (about('people.sight')) return 'handedOver'
  if (about('access.')) return 'invited'
  if (about('support.pathway', 'people.consent')) return 'changedPath'
  if (about('support.checkin')) return 'answered'
  if (about('support.')) return 'wrote'
  return 'worked'
}

export type LookLine = {
  on: Day
  /** The latest moment of that day. */
  at: Moment
  /** Null is the platform itself. */
  accountId: string | null
  role: string
  /** Each once, in the order of `lookKinds`. */
  kinds: LookKind[]
}

/** One line for each day, account and role; the newest first. */
export function lookLines(looks: readonly Look[], timeZone: string): LookLine[] {
  const lines = new Map<string, LookLine>()
  for (const look of looks) {
    const on = dayAt(look.at, timeZone)
    const key = `${on} ${look.accountId} ${look.role}`
    const line = lines.get(key) ?? { on, at: look.at, accountId: look.accountId, role: look.role, kinds: [] }
    line.kinds.push(kindOf(look))
    if (Temporal.Instant.compare(look.at, line.at) > 0) line.at = look.at
    lines.set(key, line)
  }
  return [...lines.values()]
    .map((line) => ({ ...line, kinds: lookKinds.filter((kind) => line.kinds.includes(kind)) }))
    .sort((a, b) => Temporal.Instant.compare(b.at, a.at))
}

/** How many people other than the person themself have looked since that day. The platform's own work is nobody's look. */
export function lookersSince(
  looks: readonly Look[],
  since: Day,
  own: string | null,
  timeZone: string,
): number {
  const who = looks
    .filter((look) => Temporal.PlainDate.compare(dayAt(look.at, timeZone), since) >= 0)
    .map((look) => look.accountId)
    .filter((id) => id !== null && id !== own)
  return new Set(who).size
}
