/** What this room keeps of a person: to be taken along, and to be erased. */
import { accountNames, eraseParticipant } from '../access/account.store.ts'
import type { Acting } from '../platform/actor.ts'
import { municipalityWithCode } from '../platform/municipalities.ts'
import { consentHistory } from './consent.store.ts'
import { readIdentities } from './identity.store.ts'
import { whoLooked } from './looked.store.ts'
import { eraseEmptyMoves } from './move.store.ts'
import { passesOf } from './pass.store.ts'
import { erasePerson, personById } from './person.store.ts'
import { sightsOf } from './sight.store.ts'
import { trustedContactsOf } from './trusted.store.ts'

export async function takePerson(act: Acting, personId: string): Promise<Record<string, unknown>> {
  const person = await personById(act, personId)
  if (!person) return {}
  const looks = await whoLooked(act, person, 100_000)
  const sights = await sightsOf(act, personId)
  const names = await accountNames(
    act,
    [...looks, ...sights].flatMap((one) => one.accountId ?? []),
  )
  const called = (accountId: string | null) => (accountId === null ? null : (names.get(accountId) ?? null))
  return {
    person: {
      code: person.code,
      language: person.language,
      municipality:
        person.municipality === null
          ? null
          : { ehak: person.municipality, name: municipalityWithCode(person.municipality)?.name ?? null },
      enteredAt: person.createdAt,
      ownPage: person.accountId !== null,
    },
    identity: (await readIdentities(act, [personId])).get(personId) ?? null,
    trusted: (await trustedContactsOf(act, personId)).map(({ id: _, ...contact }) => contact),
    consents: await consentHistory(act, personId),
    links: await passesOf(act, personId),
    sight: sights.map(({ accountId, ...sight }) => ({ name: called(accountId), ...sight })),
    looked: looks.map(({ accountId, ...look }) => ({ name: called(accountId), ...look })),
  }
}

/** The person, with everything that hangs on them, and their account. As the system of the organisation. */
export async function eraseEverything(act: Acting, personId: string): Promise<number> {
  const person = await personById(act, personId)
  if (!person) return 0
  const rows = (await erasePerson(act, personId)) + (await eraseEmptyMoves(act))
  const account = person.accountId !== null && (await eraseParticipant(act, person.accountId))
  return rows + (account ? 1 : 0)
}
