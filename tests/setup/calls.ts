/** Calls of store functions for the rights matrix: what they are, and what came of one. */
import { sql } from 'kysely'
import type { Acting, Actor } from '../../src/platform/actor.ts'
import type { Footprints } from './footprint.ts'
import type { House, TestOrganisation } from './house.ts'
import { attempt } from './matrix.ts'
import type { SeededPeople, SeededPerson } from './people.ts'

/**
 * Calls a function about one person: of a list, only what concerns that person is returned. `before` puts things so that there is
 * something to do; it is done by the lead of the person's organisation.
 */
export type Call = (act: Acting, person: SeededPerson, people: SeededPeople) => Promise<unknown>
export type PersonCall = Call | { before: Call; does: Call }

/** Calls a function about a whole organisation: one's own, and the other one where it can be named at all. */
export type HouseCall = {
  /** Done by the organisation's lead, so that there is something to do. */
  before?(act: Acting): Promise<unknown>
  own(act: Acting, there: House & { guestId: string }): Promise<unknown>
  other?(act: Acting, there: House): Promise<unknown>
}

export type Trial = { house: House; people: SeededPeople; footprints: Footprints }

export type Did = {
  shown: boolean
  written: boolean
  /** The function tells nothing: what it wrote is all there is. */
  silent: boolean
}

/** What a call showed of a person and what it wrote about them. A refusal is neither; it is taken back. */
export async function tryCall(
  { people, house, footprints }: Trial,
  act: Acting,
  given: PersonCall,
  person: SeededPerson,
): Promise<Did> {
  const { before, does } = typeof given === 'function' ? { before: null, does: given } : given
  let did: Did = { shown: false, written: false, silent: false }
  await attempt(
    act.tx,
    async () => {
      const organisation = [house.organisation, house.other].find(({ id }) => id === person.organisationId)
      if (before && organisation) await asLead(act, organisation, (lead) => before(lead, person, people))
      const was = before
        ? await footprints.ofPerson(act.tx, person.id)
        : await untouched(footprints, act, person)
      const writes = await footprints.writes(act.tx)
      const result = await does(act, person, people)
      // Reading whole tables to learn that nobody touched them is most of what the matrix would take.
      const wrote = writes !== (await footprints.writes(act.tx))
      did = judged(result, wrote && was !== (await footprints.ofPerson(act.tx, person.id)))
      return true
    },
    // A key that is taken, as of a check-up that is open already, stops it as well.
    { refused: ['23505'] },
  )
  return did
}

const marks = new WeakMap<Footprints, Map<string, string>>()

/** The footprint of a person before anything is done; what calls do is always taken back, so that it holds for all of them. */
async function untouched(footprints: Footprints, act: Acting, { id }: SeededPerson): Promise<string> {
  const known = marks.get(footprints) ?? new Map<string, string>()
  marks.set(footprints, known)
  const mark = known.get(id) ?? (await footprints.ofPerson(act.tx, id))
  known.set(id, mark)
  return mark
}

export const judged = (result: unknown, written: boolean): Did => ({
  shown: tells(result),
  written,
  silent: result === undefined,
})

/** Whether a result tells anything. */
function tells(result: unknown): boolean {
  if (result === undefined || result === null || result === false || result === 0) return false
  if (result instanceof Map || result instanceof Set) return result.size > 0
  if (Array.isArray(result)) return result.length > 0
  if (typeof result !== 'object' || Object.getPrototypeOf(result) !== Object.prototype) return true
  if ('problem' in result) return result.problem === null
  return Object.values(result).some(tells)
}

/** Within the same transaction, as the lead of an organisation. */
export async function asLead(
  act: Acting,
  { id, accounts }: TestOrganisation,
  work: (lead: Acting) => Promise<unknown>,
): Promise<void> {
  const lead: Actor = { ...act.actor, accountId: accounts.lead.id, organisationId: id, role: 'lead' }
  const become = ({ accountId, organisationId, role }: Actor) =>
    sql`select set_config('tugevus.account', ${accountId ?? ''}, true),
      set_config('tugevus.organisation', ${organisationId}, true), set_config('tugevus.role', ${role}, true)`.execute(
      act.tx,
    )
  await become(lead)
  // An entry would stand under the name of whoever tries.
  await work({ ...act, actor: lead, audit: async () => {} })
  await become(act.actor)
}
