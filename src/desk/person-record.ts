/** Everything about one person that this actor may see, gathered from the rooms. */
import type { Away } from '../access/absence.ts'
import { awayOn } from '../access/absence.store.ts'
import { accountName, accountNames } from '../access/account.store.ts'
import { consentsOf, type Consent } from '../people/consent.store.ts'
import { readIdentities } from '../people/identity.store.ts'
import type { Identity } from '../people/identity.ts'
import { personByCode, type Person } from '../people/person.store.ts'
import { categoriesSeen, isResponsible } from '../people/sight.store.ts'
import type { Category } from '../people/sight.ts'
import type { Acting } from '../platform/actor.ts'
import { checkinsOf, openCheckins, type CheckinEntry, type OpenCheckin } from '../support/checkin.store.ts'
import { checkupsOf, openCheckup, type CheckupEntry, type OpenCheckup } from '../support/checkup.store.ts'
import { contactsOf, type Contact } from '../support/contact.store.ts'
import { lapsesOf, type Lapse } from '../support/lapse.store.ts'
import { changesOf, type PathwayChange } from '../support/pathway-change.store.ts'
import { pathwayOf, type PersonPathway } from '../support/pathway.store.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import type { Task } from '../tasks/task.ts'
import { logOf, writersOf, type LogEntry } from './person-log.tsx'

export type PersonRecord = {
  person: Person
  /** What the actor may see of them; a part that is not in it is not on the page. */
  sees: ReadonlySet<Category>
  /** The actor answers for them, and does not only stand in or beside. */
  responsible: boolean
  /** Where their coordinator is not here today. */
  away: (Away & { substitute: string | null }) | null
  identity: Identity | null
  pathway: PersonPathway | null
  consents: Consent[]
  tasks: Task[]
  checkup: OpenCheckup | null
  openCheckins: OpenCheckin[]
  checkups: CheckupEntry[]
  checkins: CheckinEntry[]
  contacts: Contact[]
  lapses: Lapse[]
  changes: PathwayChange[]
  log: LogEntry[]
  /** Of the accounts that wrote something or are responsible. */
  names: Map<string, string>
}

/** Null where there is no such person for this actor. The reading is written down. */
export async function readPerson(act: Acting, code: string): Promise<PersonRecord | null> {
  const person = await personByCode(act, code)
  if (!person) return null
  await act.audit('read', 'people.person', [person.auditSubject])
  const { id } = person
  const sees = await categoriesSeen(act, id)
  const record = {
    checkins: await checkinsOf(act, id),
    checkups: await checkupsOf(act, id),
    contacts: sees.has('notes') ? await contactsOf(act, id) : [],
    lapses: sees.has('notes') ? await lapsesOf(act, id) : [],
    changes: await changesOf(act, id),
  }
  const log = logOf(record, act.actor.timeZone)
  return {
    ...record,
    person,
    sees,
    responsible: await isResponsible(act, id),
    away: await awayOf(act, person.coordinatorId),
    identity: (await readIdentities(act, [id])).get(id) ?? null,
    pathway: await pathwayOf(act, id),
    consents: await consentsOf(act, id),
    tasks: await listOpenTasks(act, { personId: id }),
    checkup: await openCheckup(act, id),
    openCheckins: await openCheckins(act, id),
    log,
    names: await accountNames(act, [
      ...writersOf(log),
      ...record.checkins.flatMap(({ answer }) => answer?.byAccount ?? []),
      ...(person.coordinatorId ? [person.coordinatorId] : []),
    ]),
  }
}

/** Where an account is not here today, with the name of whoever stands in. */
export async function awayOf(act: Acting, accountId: string | null): Promise<PersonRecord['away']> {
  const away = accountId === null ? undefined : (await awayOn(act, act.today)).get(accountId)
  if (!away) return null
  return { ...away, substitute: away.substituteId && (await accountName(act, away.substituteId)) }
}
