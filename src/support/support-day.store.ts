/** What My day tells about those for whom something of continuing support waits. */
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import { wordsOf } from './checkin-answer.store.ts'
import type { CheckupOrigin } from './checkup.store.ts'

export type DayFacts = {
  personId: string
  code: string
  leftOn: Day
  /** The last talk: reached, met, a check-up held, a check-in taken on the telephone. */
  spokenOn: Day | null
  /** Since the silence began: check-ins that went by without an answer to this day … */
  missedCheckins: number
  /** … the last check-up that was not held … */
  missedCheckupOn: Day | null
  /** … and the days on which somebody tried. */
  tries: number
  triedOn: Day | null
  checkup: { origin: CheckupOrigin; dueOn: Day } | null
}

/** @param silentFrom the day on which the silence of a person began, by person; the others are asked about with null */
export async function readDayFacts(
  act: Acting,
  silentFrom: ReadonlyMap<string, Day | null>,
): Promise<Map<string, DayFacts>> {
  if (silentFrom.size === 0) return new Map()
  const ids = [...silentFrom.keys()]
  const days = [...silentFrom.values()].map((from) => from?.toString() ?? null)
  type Row = Omit<DayFacts, 'checkup'> & { origin: CheckupOrigin | null; dueOn: Day | null }
  const { rows } = await sql<Row>`
    select p.id as person_id, p.code, w.left_on, spoken.day as spoken_on, next.origin, next.due_on,
      (select count(*) from support.checkin c
        where c.person_id = p.id and c.missed_on >= q.silent_from
          and not exists (select from support.checkin_answer a where a.checkin_id = c.id)) as missed_checkins,
      (select max(k.due_on) from support.checkup k
        where k.person_id = p.id and k.closed_as = 'missed' and k.closed_on >= q.silent_from) as missed_checkup_on,
      tried.times as tries, tried.day as tried_on
    from unnest(${ids}::uuid[], ${days}::date[]) q(person_id, silent_from)
    join people.person p on p.id = q.person_id
    join support.pathway w on w.person_id = p.id
    left join support.checkup next on next.person_id = p.id and next.closed_as is null
    left join lateral (
      select max(day) as day from (
        select c.on_day as day from support.contact c where c.person_id = p.id and c.reached and c.way not in ('message', 'trusted') and c.withdrawn_at is null
        union all select k.closed_on from support.checkup k where k.person_id = p.id and k.closed_as = 'held'
        union all select a.given_on from support.checkin_answer a where a.person_id = p.id and a.way = 'telephone'
      ) talks
    ) spoken on true
    left join lateral (
      select count(*) as times, max(c.on_day) as day from support.contact c
      where c.person_id = p.id and not c.reached and c.way <> 'trusted' and c.withdrawn_at is null and c.on_day >= q.silent_from
    ) tried on true`.execute(act.tx)
  return new Map(
    rows.map(({ origin, dueOn, ...facts }) => [
      facts.personId,
      { ...facts, checkup: origin && dueOn && { origin, dueOn } },
    ]),
  )
}

export type SentAnswer = {
  id: string
  personId: string
  givenAt: Moment
  words: string | null
  wellbeing: number | null
  confidence: number | null
}

/** Answers as My day quotes them: these, and the newest that nobody has read of each of these people. */
export async function readSent(
  act: Acting,
  { answerIds, personIds }: { answerIds: readonly string[]; personIds: readonly string[] },
): Promise<{ byId: Map<string, SentAnswer>; unread: Map<string, SentAnswer> }> {
  const rows = await act.tx
    .selectFrom('support.checkinAnswer as a')
    .select(['a.id', 'a.personId', 'a.givenAt', 'a.wordsSealed', 'a.wellbeing', 'a.confidence', 'a.readAt'])
    .where((where) =>
      where.or([
        sql<boolean>`a.id = any(${[...answerIds]}::uuid[])`,
        sql<boolean>`a.person_id = any(${[...personIds]}::uuid[]) and a.read_at is null
          and not exists (select from support.checkin_answer s where s.supersedes = a.id)`,
      ]),
    )
    .orderBy('a.givenAt')
    .execute()
  const sent = rows.map(({ wordsSealed, readAt, ...row }) => ({
    readAt,
    answer: { ...row, words: wordsOf(act, { id: row.id, wordsSealed }) },
  }))
  return {
    byId: new Map(sent.map(({ answer }) => [answer.id, answer])),
    unread: new Map(
      sent.filter(({ readAt }) => readAt === null).map(({ answer }) => [answer.personId, answer]),
    ),
  }
}
