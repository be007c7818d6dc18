/** What a person takes away of their continuing support, and its erasure. */
import type { Acting } from '../platform/actor.ts'
import type { Database } from '../platform/database.ts'
import { chosenWayOf } from './checkin-way.store.ts'
import { checkinsOf } from './checkin.store.ts'
import { checkupsOf } from './checkup.store.ts'
import { everyContactOf } from './contact.store.ts'
import { lapsesOf } from './lapse.store.ts'
import { changesOf } from './pathway-change.store.ts'
import { pathwayOf } from './pathway.store.ts'

/** Everything of it that the actor may see, as it stands; accounts are left out: they are other people's. */
export async function takeSupport(act: Acting, personId: string): Promise<Record<string, unknown>> {
  const pathway = await pathwayOf(act, personId)
  if (!pathway) return {}
  const { personId: _, ...ownPathway } = pathway
  return {
    pathway: ownPathway,
    askedBy: await chosenWayOf(act, personId),
    changes: (await changesOf(act, personId)).map(({ byAccount: _, ...change }) => change),
    checkins: (await checkinsOf(act, personId)).map(({ dueOn, longer, state, answer }) => ({
      dueOn,
      longer,
      state,
      answer: answer && {
        givenAt: answer.givenAt,
        way: answer.way,
        readAt: answer.readAt,
        ...answer.answers,
      },
    })),
    checkups: (await checkupsOf(act, personId)).map(({ id: _, record, ...checkup }) => ({
      ...checkup,
      record: record && without(record, 'id', 'heldBy'),
    })),
    contacts: (await everyContactOf(act, personId)).map((contact) => without(contact, 'id', 'byAccount')),
    lapses: (await lapsesOf(act, personId)).map((lapse) => without(lapse, 'id', 'recordedBy')),
  }
}

function without<Row extends object, Key extends keyof Row>(row: Row, ...keys: Key[]): Omit<Row, Key> {
  const rest = { ...row }
  for (const key of keys) delete rest[key]
  return rest
}

/** What refers to another comes before it. */
const tables = [
  'support.checkinWay',
  'support.checkinAnswer',
  'support.checkin',
  'support.checkupRecord',
  'support.checkup',
  'support.contact',
  'support.lapse',
  'support.pathwayChange',
  'support.pathway',
] as const satisfies readonly (keyof Database)[]

/** As the system of the organisation. How many rows went. */
export async function eraseSupport(act: Acting, personId: string): Promise<number> {
  let gone = 0
  for (const table of tables) {
    const result = await act.tx.deleteFrom(table).where('personId', '=', personId).executeTakeFirst()
    gone += Number(result.numDeletedRows)
  }
  return gone
}
