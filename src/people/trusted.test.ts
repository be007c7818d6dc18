import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { withActor } from '../platform/actor.ts'
import { day } from '../platform/day.ts'
import { consentsOf } from './consent.store.ts'
import { addPerson, erasePerson, type Person } from './person.store.ts'
import { takePerson } from './take.ts'
import { ifAsked, sentenceFor, tellings, trustedLanguages, type NewTrusted } from './trusted.ts'
import * as store from './trusted.store.ts'

const mother: NewTrusted = {
  name: 'Aino Kask',
  phone: '+372 5551 0001',
  relation: 'ema',
  language: 'et',
  telling: 'call',
  ownWords: 'Ema teab, et käin tööl.',
  endsOn: null,
}
const saying = { caller: 'Kadri', organisation: 'MTÜ Rukkilill', person: 'Marko' }

describe('the sentence', () => {
  test('says no more than the person chose', () => {
    expect(sentenceFor({ language: 'et', telling: 'call' }, saying)).toBe(
      'Tere, minu nimi on Kadri. Kas saaksite paluda, et Marko mulle helistaks? Minu number on …',
    )
    expect(sentenceFor({ language: 'et', telling: 'organisation' }, saying)).toBe(
      'Tere, minu nimi on Kadri, helistan organisatsioonist MTÜ Rukkilill. Kas saaksite paluda, et Marko mulle helistaks? Minu number on …',
    )
    expect(sentenceFor({ language: 'et', telling: 'support' }, saying)).toContain('jätkutoes')
  })

  test('names the organisation in no language where only a call back was allowed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...trustedLanguages),
        fc.constantFrom(...tellings),
        fc.integer({ min: 0 }).map((number) => `Org${number}`),
        (language, telling, organisation) => {
          const sentence = sentenceFor({ language, telling }, { ...saying, organisation })
          expect(sentence.includes(organisation)).toBe(telling !== 'call')
          expect(sentence).toContain(saying.person)
          expect(sentence).not.toMatch(/!|sõltuvus|addict|зависим|rehab|реабил/i)
          expect(ifAsked(language, saying.person)).not.toContain(organisation)
        },
      ),
    )
  })
})

describe('a trusted contact', () => {
  let house: House
  let person: Person
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(() => house.close())
  beforeEach(async () => {
    house.clock.set('2026-11-23T08:00:00Z')
    person = await house.act('coordinator', (act) =>
      addPerson(act, {
        identity: { name: 'Marko Tamm', phones: [], email: null, birthDate: null, remarks: null },
        municipality: null,
        language: 'et',
        coordinatorId: house.organisation.accounts.coordinator.id,
      }),
    )
    house.clock.set('2026-11-23T09:00:00Z')
  })

  const word = { on: day('2026-11-23'), how: 'spoken' }
  const name = (contact: NewTrusted) =>
    house.act('coordinator', (act) => store.saveTrusted(act, person.id, contact, { id: null, word }))
  const named = async () =>
    (await house.act('coordinator', (act) => store.trustedContactsOf(act, person.id))).map(
      (contact) => contact.name,
    )
  const later = (time: string) => house.clock.set(`2026-11-23T${time}:00Z`)

  test('is known as the person said it, by whoever sees the name and by the lead', async () => {
    const id = await name(mother)
    for (const role of ['coordinator', 'lead', 'system'] as const) {
      expect(await house.act(role, (act) => store.trustedContactOf(act, person.id))).toEqual({
        ...mother,
        id,
        place: 1,
      })
      expect(await house.act(role, (act) => store.whoHasTrusted(act, [person.id]))).toEqual(
        new Set([person.id]),
      )
    }
    const consents = await house.act('coordinator', (act) => consentsOf(act, person.id))
    expect(consents).toMatchObject([{ purpose: 'trusted-contact', state: 'given', how: 'spoken' }])
  })

  test('is one of three at most, asked in the order the person likes', async () => {
    for (const one of ['Esimene', 'Teine', 'Kolmas'])
      expect(await name({ ...mother, name: one })).not.toBeNull()
    expect(await name({ ...mother, name: 'Neljas' })).toBeNull()
    const third = (await house.act('coordinator', (act) => store.trustedContactsOf(act, person.id)))[2]
    expect(await house.act('coordinator', (act) => store.askFirst(act, person.id, third?.id ?? ''))).toBe(
      true,
    )
    expect(await named()).toEqual(['Kolmas', 'Esimene', 'Teine'])
    expect(await house.act('coordinator', (act) => store.askFirst(act, person.id, third?.id ?? ''))).toBe(
      false,
    )
    await house.act('coordinator', (act) =>
      store.removeTrusted(act, person.id, { id: third?.id ?? '', word }),
    )
    expect(await named()).toEqual(['Esimene', 'Teine'])
    expect(await name({ ...mother, name: 'Viimane' })).not.toBeNull()
    expect(await named()).toEqual(['Esimene', 'Teine', 'Viimane'])
  })

  test('is gone with the withdrawal, and so is every trace of who it was', async () => {
    await name(mother)
    later('10:00')
    expect(await house.act('coordinator', (act) => store.withdrawTrusted(act, person.id, word))).toBe(1)
    expect(await house.act('lead', (act) => store.trustedContactOf(act, person.id))).toBeNull()
    const rows = await house.act('system', (act) =>
      act.tx.selectFrom('people.trusted').select('id').where('personId', '=', person.id).execute(),
    )
    expect(rows).toEqual([])
    const consents = await house.act('coordinator', (act) => consentsOf(act, person.id))
    expect(consents).toMatchObject([{ state: 'withdrawn' }])
  })

  test('is not seen from the statement on in which the person no longer agrees', async () => {
    await name(mother)
    later('10:00')
    await house.act('coordinator', async (act) => {
      const { organisationId } = act.actor
      await act.tx
        .insertInto('people.consent')
        .values({
          id: crypto.randomUUID(),
          organisationId,
          personId: person.id,
          purpose: 'trusted-contact',
          state: 'withdrawn',
          onDay: act.today,
          how: 'spoken',
          textVersion: '1',
          recordedBy: act.actor.accountId,
          recordedAt: act.now,
        })
        .execute()
      expect(
        await act.tx.selectFrom('people.trusted').select('id').where('personId', '=', person.id).execute(),
      ).toEqual([])
      expect(await store.trustedContactOf(act, person.id)).toBeNull()
    })
    // The jobs see past the policy; what they are told is the same.
    expect(await house.act('system', (act) => store.trustedContactOf(act, person.id))).toBeNull()
    expect(await house.act('system', (act) => store.whoHasTrusted(act, [person.id]))).toEqual(new Set())
  })

  test('may have a last day, and is deleted after it', async () => {
    await name({ ...mother, endsOn: day('2026-11-23') })
    expect(await named()).toEqual([mother.name])
    expect(await house.act('system', (act) => store.sweepTrusted(act))).toBe(0)
    house.clock.set('2026-11-24T09:00:00Z')
    expect(await named()).toEqual([])
    expect(await house.act('system', (act) => store.sweepTrusted(act))).toBe(1)
  })

  test('is taken along, and erased with the person', async () => {
    await name(mother)
    const taken = await house.act('coordinator', (act) => takePerson(act, person.id))
    expect(taken['trusted']).toEqual([{ ...mother, place: 1 }])
    await withActor(house.ground, house.actor('system'), (act) => erasePerson(act, person.id))
    const rows = await house.act('system', (act) =>
      act.tx.selectFrom('people.trusted').select('id').where('personId', '=', person.id).execute(),
    )
    expect(rows).toEqual([])
  })
})
