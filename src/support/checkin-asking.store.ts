/** Asks for the check-ins that are open: by a message, a card that is with the person, or a call that waits for the coordinator. */
import { sql } from 'kysely'
import { readIdentities } from '../people/identity.store.ts'
import { makePasses, openPasses } from '../people/pass.store.ts'
import { passPath } from '../people/pass.ts'
import type { Acting } from '../platform/actor.ts'
import type { Config } from '../platform/config.ts'
import { dayAt, isBefore, type Day } from '../platform/day.ts'
import { queueMail, queueSms } from '../platform/mail.ts'
import { isLocale, type Locale } from '../platform/words.ts'
import { listOpenTasks, openTasks } from '../tasks/task.store.ts'
import { linkEnds } from './checkin-link.ts'
import { askingMail, askingSms } from './checkin-asking.ts'
import { askingOf, type Asking, type AskingWay, type Channels } from './checkin-way.ts'
import { humaneMoment } from './humane.ts'
import { auditRecords } from './record-audit.ts'
import { checkinDays, chosenRhythm, type RhythmChoice } from './rhythm.ts'
import { pathwayNamed } from './support.content.ts'
import { takeEveryTurn } from './turn.ts'
import { lastOpenDay, openDays } from './window.ts'

/** How many were asked in each way; `again` of them for the second time. */
export type AskedCount = Record<Asking['by'], number> & { again: number }

type Waiting = {
  id: string
  personId: string
  dueOn: Day
  form: 'weekly' | 'monthly'
  askedOn: Day | null
  pathway: string
  leftOn: Day
  rhythm: Exclude<RhythmChoice, 'pathway'> | null
  language: string
  accountId: string | null
  coordinatorId: string | null
  way: AskingWay | null
}

/** What somebody is asked by, and what it needs. */
type Turn = Waiting & { asking: Asking; again: boolean; locale: Locale }

/**
 * Asks everybody of the organisation whose check-in is open and who was not asked yet, and reminds on the last day. Running it again, or
 * twice at once, asks nobody twice; what a server that was off has missed is not made up for once its window has closed.
 *
 * @param act as the system of one organisation
 * @param url the address of the platform, as people reach it
 */
export async function askForCheckins(
  act: Acting,
  { url, channels }: { url: string; channels: Channels },
): Promise<AskedCount> {
  const count: AskedCount = { mail: 0, sms: 0, paper: 0, page: 0, call: 0, again: 0 }
  if (act.actor.role !== 'system') return count
  await takeEveryTurn(act)
  const turns = await turnsOf(act, await waitingNow(act), channels)
  const links = await linksOf(act, turns, url)
  for (const [place, turn] of turns.entries()) await send(act, turn, links[place] ?? `${url}/me/checkin`)
  await openTasks(
    act,
    turns
      .filter(({ asking }) => asking.by === 'call')
      .map(({ id, personId, coordinatorId, dueOn }) => ({
        personId,
        kind: 'call',
        ownerId: coordinatorId,
        dueOn,
        subjectId: id,
      })),
  )
  await markAsked(act, turns)
  await auditRecords(
    act,
    'read',
    'support.asking',
    turns.map(({ personId }) => personId),
  )
  for (const { asking, again } of turns) {
    count[asking.by] += 1
    if (again) count.again += 1
  }
  return count
}

/**
 * What this installation can send. Invented people have no mailboxes: what they would be sent is kept, and shown where the demo was
 * started.
 */
export async function channelsOf(act: Acting, config: Pick<Config, 'smtp' | 'sms'>): Promise<Channels> {
  const organisation = await act.tx
    .selectFrom('access.organisation')
    .select('invented')
    .where('id', '=', act.actor.organisationId)
    .executeTakeFirst()
  const invented = organisation?.invented === true
  return { mail: invented || config.smtp !== undefined, sms: invented || config.sms !== undefined }
}

/** Open, not answered, and not asked for yet; or asked for on another day, and this is the last. */
async function waitingNow(act: Acting): Promise<Waiting[]> {
  const last = act.today.subtract({ days: openDays.checkin - 1 })
  const { rows } = await sql<Waiting>`
    select c.id, c.person_id, c.due_on, c.form, c.asked_on, w.pathway, w.left_on, w.rhythm,
      p.language, p.account_id, p.coordinator_id, y.way
    from support.checkin c
    join support.pathway w on w.person_id = c.person_id and w.state = 'active'
    join people.person p on p.id = c.person_id
    left join support.checkin_way y on y.person_id = c.person_id
    where c.organisation_id = ${act.actor.organisationId} and c.due_on between ${last} and ${act.today}
      and c.missed_on is null and c.cancelled_on is null
      and (c.asked_on is null or c.due_on = ${last} and c.asked_on < ${act.today} and c.reminded_on is null)
      and not exists (select from support.checkin_answer a where a.checkin_id = c.id)
    order by c.due_on desc, p.code`.execute(act.tx)
  return rows
}

async function turnsOf(act: Acting, waiting: readonly Waiting[], channels: Channels): Promise<Turn[]> {
  const ids = waiting.map(({ personId }) => personId)
  if (ids.length === 0) return []
  const identities = await readIdentities(act, ids)
  const undelivered = new Set(
    (await listOpenTasks(act, { kinds: ['undelivered'] })).map(({ personId }) => personId),
  )
  const cards = new Set(
    (await openPasses(act, ids))
      .filter(({ carrier }) => carrier === 'paper')
      .map(({ personId, dueOn }) => `${personId} ${dueOn}`),
  )
  const humane = dayAt(humaneMoment(act.now, act.actor.timeZone), act.actor.timeZone)
  return waiting.flatMap((one): Turn[] => {
    const identity = identities.get(one.personId)
    const asking = askingOf({
      chosen: one.way,
      reach: {
        account: one.accountId !== null,
        email: identity?.email ?? null,
        phones: identity?.phones ?? [],
      },
      channels,
      undelivered: undelivered.has(one.personId),
      card: cards.has(`${one.personId} ${one.dueOn}`),
    })
    const again = one.askedOn !== null
    // No message comes once the day has passed, and nobody is reminded of a card.
    const message = asking.by === 'mail' || asking.by === 'sms'
    if (message && isBefore(lastOpenDay('checkin', one.dueOn), humane)) return []
    if ((asking.by === 'paper' || asking.by === 'page') && again) return []
    return [{ ...one, asking, again, locale: isLocale(one.language) ? one.language : 'et' }]
  })
}

/** The link of each who needs one, by place. */
async function linksOf(act: Acting, turns: readonly Turn[], url: string): Promise<(string | undefined)[]> {
  const needed = turns.flatMap((turn, place) =>
    turn.asking.by === 'sms' || (turn.asking.by === 'mail' && !turn.asking.own)
      ? [
          {
            place,
            personId: turn.personId,
            carrier: turn.asking.by,
            dueOn: turn.dueOn,
            endsAt: endOf(act, turn),
          },
        ]
      : [],
  )
  const tokens = await makePasses(
    act,
    needed.map(({ place: _, ...pass }) => pass),
  )
  const links: (string | undefined)[] = turns.map(() => undefined)
  for (const [number, { place }] of needed.entries()) links[place] = url + passPath(tokens[number] ?? '')
  return links
}

function endOf(act: Acting, { pathway, rhythm, leftOn, dueOn }: Waiting) {
  return checkinLinkEnds(act, { pathway, rhythm: rhythm ?? 'pathway', leftOn }, dueOn)
}

/** Until when the link to the check-in of a day works, by the rhythm that the person is in. */
export function checkinLinkEnds(
  { actor }: Pick<Acting, 'actor'>,
  path: { pathway: string; rhythm: RhythmChoice; leftOn: Day },
  dueOn: Day,
) {
  const rhythm = chosenRhythm(pathwayNamed(path.pathway).checkins, path.rhythm)
  const after = checkinDays(rhythm, path.leftOn, dueOn.add({ days: 1 }), dueOn.add({ months: 2 }))
  return linkEnds({ dueOn, nextDueOn: after[0]?.dueOn ?? null, timeZone: actor.timeZone })
}

async function send(act: Acting, turn: Turn, link: string): Promise<void> {
  const { asking, locale, again } = turn
  // Nobody's to read: what opens somebody's check-in is not the administrator's to see.
  const message = {
    organisationId: null,
    about: turn.id,
    notBefore: humaneMoment(act.now, act.actor.timeZone),
  }
  if (asking.by === 'mail') {
    const ask = { link, again, own: asking.own, longer: turn.form === 'monthly' }
    await queueMail(act, { ...message, to: asking.to, ...askingMail(locale, ask) })
  }
  if (asking.by === 'sms') {
    await queueSms(act, { ...message, to: asking.to, text: askingSms(locale, { link, again }) })
  }
}

async function markAsked(act: Acting, turns: readonly Turn[]): Promise<void> {
  const idsOf = (again: boolean) => turns.filter((turn) => turn.again === again).map(({ id }) => id)
  await sql`update support.checkin set asked_on = ${act.today}::date where id = any(${idsOf(false)}::uuid[])`.execute(
    act.tx,
  )
  await sql`update support.checkin set reminded_on = ${act.today}::date where id = any(${idsOf(true)}::uuid[])`.execute(
    act.tx,
  )
}
