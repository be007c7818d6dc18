/** What the rights matrix stands on: a house with all rooms, people in it at every distance, and everybody who tries. */
import { NoResultError, sql } from 'kysely'
import pg from 'pg'
import { rooms as allRooms } from '../../src/app.ts'
import { pulseCode, pulseCodeHash } from '../../src/communities/pulse.code.ts'
import { openPulse } from '../../src/communities/pulse.store.ts'
import { passHash } from '../../src/people/pass.ts'
import {
  roles,
  visitorOf,
  withActor,
  type Acting,
  type ActingRole,
  type Actor,
  type Role,
} from '../../src/platform/actor.ts'
import { readConfig } from '../../src/platform/config.ts'
import type { Tx } from '../../src/platform/database.ts'
import type { Room } from '../../src/platform/room.ts'
import { openHouse, type House, type TestAccount } from './house.ts'
import { seedCommunities, type SeededCommunities, type SeededCommunity } from './communities.ts'
import { seedPeople, type SeededPeople } from './people.ts'

/** Also what only developers see. */
export const rooms: readonly Room[] = allRooms({ config: readConfig({ TUGEVUS_DEV: '1' }) })

/**
 * Somebody who tries. Both supporters stand beside the first person; one is told everything, the other what most are told. The bearer
 * holds a link by which a check-in of the first person is answered; the visitor the code by which the first community's pulse is.
 */
export const triers = [...roles, 'confidant', 'system', 'bearer', 'visitor'] as const
export type Trier = (typeof triers)[number]

export function roleOf(trier: Trier): ActingRole {
  return trier === 'confidant' ? 'supporter' : trier
}

/** At which distance from whoever tries. */
export type Whose = 'own' | 'sight' | 'community' | 'organisation' | 'foreign'

export type Matrix = {
  house: House
  people: SeededPeople
  communities: SeededCommunities
  /** Sees everything, as no role of the program does. */
  owner: pg.Client
  actor(trier: Trier): Actor
  account(trier: Role | 'confidant'): TestAccount
  /** Runs `work` as one of them and takes everything back. */
  as<T>(trier: Trier, work: (act: Acting) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export async function openMatrix(): Promise<Matrix> {
  // A Tuesday on which the first person has a check-in open.
  const house = await openHouse({ rooms, at: '2026-11-24T08:00:00Z' })
  const people = await seedPeople(house)
  const communities = await seedCommunities(house)
  const pulseId = await openPulseOf(house, communities.mine)
  await openPulseOf(house, communities.others)
  await openPulseOf(house, communities.foreign)
  const owner = new pg.Client(house.database.connection)
  await owner.connect()
  const account = (trier: Role | 'confidant') =>
    trier === 'confidant' ? people.confidant : house.organisation.accounts[trier]
  const bearer: Actor = {
    ...house.actor('system'),
    role: 'bearer',
    pass: passHash(house.ground.keys, people.mine.passToken),
  }
  const visitor: Actor = {
    ...visitorOf(house.organisation.timeZone, house.organisation.id),
    pass: pulseCodeHash(house.ground.keys, pulseCode(house.ground.keys, pulseId)),
  }
  const actor = (trier: Trier) =>
    trier === 'bearer'
      ? bearer
      : trier === 'visitor'
        ? visitor
        : house.actor(trier === 'system' ? 'system' : account(trier))
  return {
    house,
    people,
    communities,
    owner,
    account,
    actor,
    as: (trier, work) => takenBack((then) => withActor(house.ground, actor(trier), then), work),
    async close() {
      await owner.end()
      await house.close()
    },
  }
}

/** A pulse that is open today. @returns its id */
function openPulseOf(house: House, { id: communityId, organisationId }: SeededCommunity): Promise<string> {
  const { accounts } = organisationId === house.other.id ? house.other : house.organisation
  return house.act(accounts.developer, (act) =>
    openPulse(
      act,
      { communityId, about: 'Kuusiku külaselts' },
      {
        moment: 'before',
        label: '',
        opensOn: act.today,
        untilOn: act.today.add({ days: 14 }),
        expected: null,
      },
    ),
  )
}

/** Runs a transaction to its end and rolls it back. */
export async function takenBack<Act, T>(
  run: (work: (act: Act) => Promise<never>) => Promise<never>,
  work: (act: Act) => Promise<T>,
): Promise<T> {
  const end = new TakenBack()
  const done: { result: T }[] = []
  try {
    await run(async (act) => {
      done.push({ result: await work(act) })
      throw end
    })
  } catch (error) {
    if (error !== end) throw error
  }
  const [first] = done
  if (!first) throw new Error('the work was never done')
  return first.result
}

class TakenBack extends Error {
  override name = 'TakenBack'
}

/** Refused by a grant or a policy, or by a rule of the table; a foreign key that leads nowhere, as where a row was not there to be found. */
const refusals = ['42501', '23514', '23503']

/**
 * Tries something that the database may refuse, and takes it back. A refusal comes to nothing; any other error is a fault of the test.
 *
 * @param known `reached`: errors that come only after row-level security has let the row pass, such as a key that is taken;
 * `refused`: further errors that are refusals
 */
export async function attempt(
  tx: Tx,
  work: () => Promise<boolean>,
  { reached = [], refused = [] }: { reached?: readonly string[]; refused?: readonly string[] } = {},
): Promise<boolean> {
  await sql`savepoint attempt`.execute(tx)
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (reached.includes(code)) return true
    if ([...refusals, ...refused].includes(code)) return false
    // A row without which nothing goes on, such as one's organisation, was not seen.
    if (error instanceof NoResultError) return false
    throw error
  } finally {
    await sql`rollback to savepoint attempt`.execute(tx)
  }
}
