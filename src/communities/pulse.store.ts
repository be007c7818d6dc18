/** Pulses as rows: opened, answered without an account, counted by the house. Nobody reads a single answer. */
import { randomUUID } from 'node:crypto'
import { asHouse, visitorOf, type Acting, type Actor } from '../platform/actor.ts'
import type { Day, Moment } from '../platform/day.ts'
import type { Ground } from '../platform/ground.ts'
import { readLetterCode } from '../platform/letter-code.ts'
import { pulseCode, pulseCodeHash } from './pulse.code.ts'
import { pulseQuestions } from './pulse.content.ts'
import {
  isDue,
  itemKeys,
  meansOf,
  type Answers,
  type Mean,
  type Measure,
  type NewPulse,
  type Pulse,
} from './pulse.ts'

type Ours = { communityId: string; organisationId: string }

declare module '../platform/database.ts' {
  interface Database {
    'communities.pulse': Pulse & Ours & { madeAt: Moment; closedOn: Day | null }
    'communities.pulseAnswer': Answers & Ours & { id: string; pulseId: string }
    'communities.pulseMean': Ours & { pulseId: string; measure: Measure; people: number; meanTenths: number }
  }
}

const columns = [
  'id',
  'moment',
  'label',
  'about',
  'version',
  'opensOn',
  'untilOn',
  'expected',
  'codeHash',
  'closedOn',
  'answers',
] as const

/** Newest first. */
export async function pulsesOf(act: Acting, communityId: string): Promise<Pulse[]> {
  return act.tx
    .selectFrom('communities.pulse')
    .select(columns)
    .where('communityId', '=', communityId)
    .orderBy('opensOn', 'desc')
    .orderBy('id')
    .execute()
}

/** Those of all communities that are over and not counted yet. */
export async function pulsesOver(act: Acting): Promise<(Pulse & { communityId: string })[]> {
  return act.tx
    .selectFrom('communities.pulse')
    .select([...columns, 'communityId'])
    .where('closedOn', 'is', null)
    .where('untilOn', '<', act.today)
    .orderBy('untilOn')
    .orderBy('id')
    .execute()
}

/** The means of all counted pulses of a community, by the pulse's id. */
export async function pulseMeans(act: Acting, communityId: string): Promise<ReadonlyMap<string, Mean[]>> {
  const rows = await act.tx
    .selectFrom('communities.pulseMean')
    .select(['pulseId', 'measure', 'people', 'meanTenths as tenths'])
    .where('communityId', '=', communityId)
    .execute()
  return Map.groupBy(rows, ({ pulseId }) => pulseId)
}

/** Whoever only holds a code is told no number: it would tell when somebody else answers. */
const counting = ['developer', 'lead', 'host', 'system'] as const

/**
 * How many have answered those of these pulses that are not counted yet, by id: the number alone.
 *
 * @param pulses as the actor has read them: who sees a pulse is told how many have answered it
 */
export async function answersSoFar(
  act: Acting,
  pulses: readonly Pick<Pulse, 'id' | 'closedOn'>[],
): Promise<ReadonlyMap<string, number>> {
  if (!counting.some((role) => role === act.actor.role)) return new Map()
  const ids = pulses.flatMap((one) => (one.closedOn ? [] : [one.id]))
  if (ids.length === 0) return new Map()
  return asHouse(act, (house) => countOf(house, ids))
}

async function countOf(house: Acting, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await house.tx
    .selectFrom('communities.pulseAnswer')
    .select(({ fn }) => ['pulseId', fn.countAll<number>().as('count')])
    .where('pulseId', 'in', ids)
    .groupBy('pulseId')
    .execute()
  return new Map([
    ...ids.map((id) => [id, 0] as const),
    ...rows.map((row) => [row.pulseId, row.count] as const),
  ])
}

/** @param about how the community is called. @returns the id */
export async function openPulse(
  act: Acting,
  { communityId, about }: { communityId: string; about: string },
  pulse: NewPulse,
): Promise<string> {
  const id = randomUUID()
  await act.tx
    .insertInto('communities.pulse')
    .values({
      ...pulse,
      id,
      communityId,
      about,
      organisationId: act.actor.organisationId,
      version: pulseQuestions().version,
      codeHash: pulseCodeHash(act.keys, pulseCode(act.keys, id)),
      madeAt: act.now,
      closedOn: null,
      answers: null,
    })
    .execute()
  return id
}

/** Says until when it can be answered. False where it is not there for the actor to change, or counted already. */
export async function lengthenPulse(act: Acting, id: string, untilOn: Day): Promise<boolean> {
  const result = await act.tx
    .updateTable('communities.pulse')
    .set({ untilOn })
    .where('id', '=', id)
    .where('closedOn', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/**
 * Closes a pulse for good: what may be shown is counted, and the answers are erased. False where it is not there for the actor to close,
 * or closed already.
 */
export async function closePulse(act: Acting, id: string): Promise<boolean> {
  // Whoever answers at this moment waits, and is refused then.
  const pulse = await act.tx
    .selectFrom('communities.pulse')
    .select(['id', 'communityId', 'organisationId', 'closedOn'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!pulse || pulse.closedOn) return false
  const { communityId, organisationId } = pulse
  await asHouse(act, async ({ tx, today }) => {
    const sheets = await tx
      .selectFrom('communities.pulseAnswer')
      .select(itemKeys)
      .where('pulseId', '=', id)
      .execute()
    const means = meansOf(sheets).map(({ measure, people, tenths }) => ({
      pulseId: id,
      communityId,
      organisationId,
      measure,
      people,
      meanTenths: tenths,
    }))
    if (means.length > 0) await tx.insertInto('communities.pulseMean').values(means).execute()
    await tx
      .updateTable('communities.pulse')
      .set({ closedOn: today, answers: sheets.length })
      .where('id', '=', id)
      .execute()
    await tx.deleteFrom('communities.pulseAnswer').where('pulseId', '=', id).execute()
  })
  return true
}

/** Closes what is over, for an organisation's job. @returns how many */
export async function closeDuePulses(act: Acting): Promise<number> {
  const over = await pulsesOver(act)
  if (over.length === 0 || act.actor.role !== 'system') return 0
  const counts = await countOf(
    act,
    over.map(({ id }) => id),
  )
  let closed = 0
  for (const one of over) {
    if (isDue(one, counts.get(one.id) ?? 0, act.today) && (await closePulse(act, one.id))) closed += 1
  }
  return closed
}

/** As whom a pulse is answered: anybody who has its code. Null for what can be no code. */
export function holderOf({ keys, config }: Ground, text: string): Actor | null {
  const code = readLetterCode(text)
  return code === null ? null : { ...visitorOf(config.timeZone), pass: pulseCodeHash(keys, code) }
}

/** The open pulse whose code the actor holds. */
export async function heldPulse(act: Acting): Promise<(Pulse & Ours) | null> {
  const held = await act.tx
    .selectFrom('communities.pulse')
    .select([...columns, 'communityId', 'organisationId'])
    .where('codeHash', '=', act.actor.pass ?? Buffer.alloc(0))
    .executeTakeFirst()
  return held ?? null
}

/**
 * Puts one sheet of answers into the open pulse whose code the actor holds; one with the same id, sent again, changes nothing. False where
 * there is none.
 */
export async function answerPulse(act: Acting, id: string, answers: Answers): Promise<boolean> {
  const pulse = await heldPulse(act)
  if (!pulse) return false
  const { communityId, organisationId } = pulse
  await act.tx
    .insertInto('communities.pulseAnswer')
    .values({ ...answers, id, pulseId: pulse.id, communityId, organisationId })
    // Which key is taken is not said: to look for it one would have to see the rows.
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return true
}
