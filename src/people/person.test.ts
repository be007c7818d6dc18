import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import pg from 'pg'
import { randomUUID } from 'node:crypto'
import { asHouse, withActor, type Actor } from '../platform/actor.ts'
import { sealAudit, verifyAudit } from '../platform/audit.seal.ts'
import { fixedClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { day } from '../platform/day.ts'
import { openGround, type Ground } from '../platform/ground.ts'
import { openLog } from '../platform/log.ts'
import { freshDatabase, testKeys, type TestDatabase } from '../../tests/setup/database.ts'
import { findKnown, readIdentities, readNames } from './identity.store.ts'
import { whoLooked } from './looked.store.ts'
import { addPeople, addPerson, listPeople, personByCode, type NewPerson } from './person.store.ts'
import { handOver } from './sight.store.ts'

let database: TestDatabase
let ground: Ground
let owner: pg.Client
const home = randomUUID()
const away = randomUUID()
const kadri = randomUUID()
const maarja = randomUUID()
const stranger = randomUUID()

const actor = (accountId: string, role: Actor['role'], organisationId = home): Actor => ({
  accountId,
  organisationId,
  role,
  timeZone: 'Europe/Tallinn',
})

const somebody = (name: string, coordinatorId = kadri): NewPerson => ({
  identity: {
    name,
    phones: ['+372 5550 1001'],
    email: 'mari@example.org',
    birthDate: day('1986-03-14'),
    remarks: null,
  },
  municipality: '0293',
  language: 'et',
  coordinatorId,
})

beforeAll(async () => {
  database = await freshDatabase()
  owner = new pg.Client(database.connection)
  await owner.connect()
  for (const id of [home, away]) {
    await owner.query(
      `insert into access.organisation (id, name, locale, languages, time_zone, created_at) values ($1, 'x', 'et', '{et}', 'Europe/Tallinn', now())`,
      [id],
    )
  }
  for (const [id, organisation] of [
    [kadri, home],
    [maarja, home],
    [stranger, away],
  ]) {
    await owner.query(
      `insert into access.account (id, organisation_id, name, locale, created_at) values ($1, $2, 'x', 'et', now())`,
      [id, organisation],
    )
  }
  ground = openGround({
    config: readConfig({}),
    dataDir: database.dataDir,
    clock: fixedClock('2026-11-23T08:00:00Z'),
    keys: testKeys,
    log: openLog('silent'),
    database: database.connection,
  })
})
afterAll(async () => {
  await ground[Symbol.asyncDispose]()
  await owner.end()
})

describe('a person', () => {
  test('is seen by their coordinator and the lead, by nobody else', async () => {
    const person = await withActor(ground, actor(kadri, 'coordinator'), (act) =>
      addPerson(act, somebody('Mari Mets')),
    )
    expect(person.code).toMatch(/^[A-Z]\d-\d{2}$/)
    const seenBy = async (who: Actor) =>
      withActor(ground, who, async (act) => ({
        person: (await personByCode(act, person.code)) !== null,
        name: (await readNames(act, [person.id])).get(person.id),
      }))
    expect(await seenBy(actor(kadri, 'coordinator'))).toEqual({ person: true, name: 'Mari Mets' })
    expect(await seenBy(actor(maarja, 'lead'))).toEqual({ person: true, name: 'Mari Mets' })
    const nothing = { person: false, name: undefined }
    expect(await seenBy(actor(maarja, 'coordinator'))).toEqual(nothing)
    expect(await seenBy(actor(kadri, 'developer'))).toEqual(nothing)
    expect(await seenBy(actor(kadri, 'admin'))).toEqual(nothing)
    expect(await seenBy(actor(stranger, 'lead', away))).toEqual(nothing)
    expect(await seenBy(actor(stranger, 'coordinator', away))).toEqual(nothing)
  })

  test('goes to another coordinator with all sight, and leaves none behind', async () => {
    const person = await withActor(ground, actor(kadri, 'coordinator'), (act) =>
      addPerson(act, somebody('Juku Juurikas')),
    )
    await withActor(ground, actor(kadri, 'coordinator'), (act) =>
      asHouse(act, (house) => handOver(house, person.id, maarja)),
    )
    const codesOf = (id: string) =>
      withActor(ground, actor(id, 'coordinator'), async (act) =>
        (await listPeople(act)).map((one) => one.code),
      )
    expect(await codesOf(maarja)).toContain(person.code)
    expect(await codesOf(kadri)).not.toContain(person.code)
  })

  test('entered for a colleague is the colleague’s from the next transaction on', async () => {
    const person = await withActor(ground, actor(kadri, 'coordinator'), (act) =>
      addPerson(act, somebody('Peeter Pihl', maarja)),
    )
    expect(
      await withActor(ground, actor(kadri, 'coordinator'), (act) => personByCode(act, person.code)),
    ).toBeNull()
    expect(
      (await withActor(ground, actor(maarja, 'coordinator'), (act) => personByCode(act, person.code)))?.id,
    ).toBe(person.id)
  })

  test('cannot be entered a second time to be seen', async () => {
    const person = await withActor(ground, actor(maarja, 'coordinator'), (act) =>
      addPerson(act, somebody('Salajane Isik', maarja)),
    )
    const again = withActor(ground, actor(kadri, 'coordinator'), async (act) => {
      await act.tx
        .insertInto('people.entry')
        .values({ personId: person.id, organisationId: home, accountId: kadri })
        .execute()
    })
    await expect(again).rejects.toThrow(/duplicate key/)
  })

  test('has a name that the database does not know', async () => {
    const people = await withActor(ground, actor(kadri, 'coordinator'), (act) =>
      addPeople(act, [somebody('Väga Eriline Nimi')]),
    )
    const dump = await owner.query('select row_to_json(i)::text as row from people.identity i')
    const everything = dump.rows.map((row) => row.row).join('\n')
    expect(everything).not.toContain('Eriline')
    expect(everything).not.toContain(Buffer.from('Eriline').toString('hex'))
    const opened = await withActor(ground, actor(kadri, 'coordinator'), (act) =>
      readIdentities(
        act,
        people.map((one) => one.id),
      ),
    )
    expect([...opened.values()][0]?.birthDate?.toString()).toBe('1986-03-14')
  })

  test('is found again by name and birth date, or by contact', async () => {
    const found = await withActor(ground, actor(kadri, 'coordinator'), (act) =>
      findKnown(act, [
        { name: 'mets,  MARI', phones: [], email: null, birthDate: day('1986-03-14'), remarks: null },
        { name: 'Keegi Teine', phones: ['55501001'], email: null, birthDate: null, remarks: null },
        { name: 'Täiesti Tundmatu', phones: ['5999999'], email: null, birthDate: null, remarks: null },
      ]),
    )
    expect(found.get(0)?.[0]).toMatchObject({ by: 'name-birth', nameMatches: true })
    expect(found.get(1)?.some((match) => match.by === 'phone' && !match.nameMatches)).toBe(true)
    expect(found.has(2)).toBe(false)
  })

  test('can see who looked, and the sealed log shows every change', async () => {
    const person = await withActor(ground, actor(kadri, 'coordinator'), (act) =>
      addPerson(act, somebody('Anu Aas')),
    )
    await withActor(ground, actor(kadri, 'coordinator'), (act) =>
      act.audit('read', 'people.person', [person.auditSubject]),
    )
    const looks = await withActor(ground, actor(kadri, 'coordinator'), (act) => whoLooked(act, person))
    expect(looks.map((look) => look.action)).toEqual(['read', 'create'])
    while ((await sealAudit(ground.jobs, ground.keys, ground.clock.now())) > 0);
    expect((await verifyAudit(ground.jobs, ground.keys)).troubles).toEqual([])
    await owner.query(
      `update platform.audit_entry set what = 'something else' where id = (select min(id) from platform.audit_entry)`,
    )
    expect((await verifyAudit(ground.jobs, ground.keys)).troubles.length).toBeGreaterThan(0)
  })
})
