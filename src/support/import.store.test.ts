import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bring, csvFile, ended, said } from '../../tests/setup/bring.ts'
import { openHouse, type House, type TestAccount } from '../../tests/setup/house.ts'
import { createAccount } from '../access/account.store.ts'
import { erasePerson, listPeople } from '../people/person.store.ts'
import { roles, withActor, type Role } from '../platform/actor.ts'
import type { Spreadsheet } from '../platform/spreadsheet.cells.ts'
import { eraseTasks } from '../tasks/task.store.ts'
import { findImported, forgetImported, rememberImported } from './import-row.store.ts'
import { beginRun, finishRun, giveUpRun, takeRun } from './import-run.store.ts'
import {
  changeChoices,
  createImport,
  importJobs,
  listImports,
  MOST_IMPORTS,
  readImport,
  readSheets,
  removeImport,
} from './import.store.ts'
import { supportRoom } from './room.ts'

let house: House
let colleague: TestAccount
let owner: pg.Client
beforeAll(async () => {
  house = await openHouse({ rooms: [supportRoom] })
  const account = { name: 'Kolleeg', email: 'kolleeg@esimene.test' }
  const id = await house.act('system', (act) =>
    createAccount(act, { ...account, roles: ['coordinator'], locale: 'et' }),
  )
  colleague = { ...account, id, role: 'coordinator', organisationId: house.organisation.id }
  owner = new pg.Client(house.database.connection)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await house.close()
})

const spreadsheet: Spreadsheet = {
  kind: 'spreadsheet',
  sheets: [
    {
      name: 'Leht',
      rows: [
        { row: 1, cells: ['Nimi', 'Lahkus'].map((text) => ({ kind: 'text', text })) },
        { row: 2, cells: ['Salajane Nimi', '1.9.2026'].map((text) => ({ kind: 'text', text })) },
      ],
    },
  ],
}
const keep = (as: Role | TestAccount = 'coordinator') =>
  house.act(as, async (act) => {
    const id = await createImport(act, { fileName: 'Salajane fail.xlsx', spreadsheet })
    if (id === null) throw new Error('nothing was kept')
    return id
  })

describe('a list in progress', () => {
  test('is read back as it was, with what was decided', async () => {
    const id = await keep()
    await house.act('coordinator', async (act) => {
      expect(await readSheets(act, id)).toEqual(spreadsheet)
      expect(await readImport(act, id)).toMatchObject({
        fileName: 'Salajane fail.xlsx',
        state: 'open',
        version: 1,
      })
      await changeChoices(act, id, (choices) => ({ ...choices, newPeople: [2] }))
      expect(await readImport(act, id)).toMatchObject({ choices: { newPeople: [2] }, version: 2 })
      expect(await removeImport(act, id)).toBe(true)
      expect(await readImport(act, id)).toBeNull()
    })
  })

  test('says nothing to who reads the database', async () => {
    const id = await keep()
    const { rows } = await owner.query(
      'select row_to_json(i)::text as text from support.import i where id = $1',
      [id],
    )
    const bytes = await owner.query(
      `select encode(file_name_sealed || sheets_sealed || choices_sealed, 'escape') as text from support.import where id = $1`,
      [id],
    )
    for (const text of [rows[0].text, bytes.rows[0].text])
      expect(text).not.toMatch(/Salajane|Nimi|1\.9\.2026/)
    await house.act('coordinator', (act) => removeImport(act, id))
  })

  test('is out of reach of everybody else, by the store and by raw SQL', async () => {
    const id = await keep()
    const strangers = [
      colleague,
      ...roles.filter((role) => role !== 'coordinator'),
      house.other.accounts.coordinator,
    ]
    for (const as of strangers) {
      const actor = {
        ...house.actor(as),
        organisationId: typeof as === 'string' ? house.organisation.id : as.organisationId,
      }
      await withActor(house.ground, actor, async (act) => {
        expect(await readImport(act, id)).toBeNull()
        expect(await readSheets(act, id)).toBeNull()
        expect(await changeChoices(act, id, (choices) => choices)).toBe(false)
        expect(await beginRun(act, id, crypto.randomUUID())).toBe(false)
        expect(await removeImport(act, id)).toBe(false)
        const seen = await sql`select 1 from support.import where id = ${id}`.execute(act.tx)
        expect(seen.rows).toEqual([])
        const changed = await sql`update support.import set version = 9 where id = ${id}`.execute(act.tx)
        expect(changed.numAffectedRows).toBe(0n)
      })
    }
    // The same account in another role is another actor.
    const lead = { ...house.actor('coordinator'), role: 'lead' as const }
    expect(await withActor(house.ground, lead, (act) => readImport(act, id))).toBeNull()
    expect(await house.act('coordinator', (act) => readImport(act, id))).not.toBeNull()
    await house.act('coordinator', (act) => removeImport(act, id))
  })

  test('is gone after a day, also where nobody comes back', async () => {
    const before = house.clock.now()
    await keep()
    const [job] = importJobs
    const run = () =>
      job?.run(house.ground, { id: house.organisation.id, timeZone: house.organisation.timeZone })
    house.clock.set(before.add({ hours: 23 }).toString())
    await run()
    expect(await house.act('coordinator', listImports)).toHaveLength(1)
    house.clock.set(before.add({ hours: 25 }).toString())
    await run()
    expect(await house.act('coordinator', listImports)).toEqual([])
    house.clock.set(before.toString())
  })

  test('is one of a few: an account does not fill the house', async () => {
    const ids = await house.act(colleague, async (act) => {
      const kept: (string | null)[] = []
      for (let n = 0; n <= MOST_IMPORTS; n++)
        kept.push(await createImport(act, { fileName: 'x', spreadsheet }))
      return kept
    })
    expect(ids.filter((id) => id === null)).toHaveLength(1)
    await house.act(colleague, async (act) => {
      for (const id of ids) if (id !== null) await removeImport(act, id)
    })
  })
})

describe('a run', () => {
  const result = {
    created: 0,
    toBeAsked: 0,
    toColleagues: 0,
    doubtful: 0,
    duplicates: 0,
    known: 0,
    leftOut: 0,
    talks: null,
  }
  const [run, another] = [crypto.randomUUID(), crypto.randomUUID()]

  test('begins once and is finished by the one that began', async () => {
    const id = await keep()
    await house.act('coordinator', async (act) => {
      expect(await beginRun(act, id, run)).toBe(true)
      expect(await beginRun(act, id, another)).toBe(false)
      expect(await removeImport(act, id)).toBe(false)
      expect(await changeChoices(act, id, (choices) => choices)).toBe(false)
      expect(await finishRun(act, id, another, { result, refused: null })).toBe(false)
      expect(await finishRun(act, id, run, { result, refused: null })).toBe(true)
      expect(await readImport(act, id)).toMatchObject({ state: 'done', result, hasRefused: false })
    })
    const { rows } = await owner.query('select sheets_sealed from support.import where id = $1', [id])
    expect(rows).toEqual([{ sheets_sealed: null }])
  })

  test('that was given up for dead can finish nothing any more', async () => {
    const id = await keep()
    await house.act('coordinator', async (act) => {
      await beginRun(act, id, run)
      expect(await giveUpRun(act, id, run, 'stopped')).toBe(true)
      expect(await finishRun(act, id, run, { result, refused: null })).toBe(false)
    })
  })

  test('whose program has ended is shown as such, and can be begun again', async () => {
    const list = await bring(
      house,
      'coordinator',
      csvFile('Nimi;Telefon;Lahkus', 'Noor Tuul;55530001;1.9.2026'),
    )
    const id = list.path.split('/').at(-1) ?? ''
    await house.act('coordinator', (act) => beginRun(act, id, run))
    expect(said(await list.page())).toContain('Import katkes poole peal ja midagi ei läinud kirja')
    expect(said(await list.go())).toContain('Lisati üks inimene')
  })

  test('that goes on is not taken for dead', async () => {
    const list = await bring(
      house,
      'coordinator',
      csvFile('Nimi;Telefon;Lahkus', 'Vana Tuul;55530002;1.9.2026'),
    )
    const id = list.path.split('/').at(-1) ?? ''
    await house.act('coordinator', async (act) => {
      expect(await takeRun(act, id)).toBe(true)
      await house.act('coordinator', (beside) => beginRun(beside, id, run))
      expect(said(await list.page())).toContain('Import on töös')
      expect((await list.send('go')).status).toBe(303)
      expect((await list.send('row', { row: '2', deed: 'skip' })).status).toBe(303)
      expect((await list.send('remove')).status).toBe(404)
      await giveUpRun(act, id, run, 'failed')
    })
    expect(said(await list.page())).toContain('Import ei õnnestunud ja midagi ei läinud kirja')
    await list.send('remove')
  })

  test('that fails writes nothing at all, and keeps what was typed', async () => {
    const before = (await house.act('lead', listPeople)).length
    // Whatever goes wrong with the last row: here the database refuses the second of three hundred.
    await owner.query(`
      create function support.refuse() returns trigger language plpgsql as $$ begin
        if (select count(*) from people.person) > ${before + 290} then raise exception 'full'; end if; return new; end $$;
      create trigger refuse before insert on support.pathway for each row execute function support.refuse()`)
    const lines = Array.from(
      { length: 300 },
      (_, n) =>
        `Tuul ${'abcdefghij'[n % 10]}${'klmnoprstu'[Math.floor(n / 10) % 10]}${'vwxyz'[Math.floor(n / 100)]};5554${1000 + n};1.9.2026`,
    )
    const list = await bring(house, 'coordinator', csvFile('Nimi;Telefon;Lahkus', ...lines))
    await list.send('row', { row: '2', deed: 'skip' })
    expect((await list.send('go')).status).toBe(303)
    const page = said(await ended(list.page))
    await owner.query('drop trigger refuse on support.pathway; drop function support.refuse()')
    expect(page).toContain('Import ei õnnestunud ja midagi ei läinud kirja')
    expect(page).toContain('Välja jäetud 1')
    expect(await house.act('lead', listPeople)).toHaveLength(before)
    expect(said(await list.go())).toContain('Lisati 299 inimest')
  })

  test('is written down: who brought whom', async () => {
    const { rows } = await owner.query(
      `select account_id, role, cardinality(subjects) as people, detail from platform.audit_entry
        where action = 'import' and what = 'support.import' and cardinality(subjects) > 0 order by id desc limit 1`,
    )
    expect(rows).toEqual([
      {
        account_id: house.organisation.accounts.coordinator.id,
        role: 'coordinator',
        people: 299,
        detail: 'created 299, known 0, doubtful 0',
      },
    ])
  })
})

describe('what was imported before', () => {
  const personId = crypto.randomUUID()
  beforeAll(() =>
    house.act('coordinator', (act) => rememberImported(act, [{ personId, fingerprints: ['a', 'b'] }])),
  )

  test('is recognised by everybody who brings lists, in this organisation only', async () => {
    for (const as of ['coordinator', colleague, 'lead'] as const) {
      expect(await house.act(as, (act) => findImported(act, [['x'], ['y', 'b'], ['a']]))).toEqual(
        new Set([1, 2]),
      )
    }
    const { other } = house
    const foreign = { ...house.actor(other.accounts.coordinator), organisationId: other.id }
    expect(await withActor(house.ground, foreign, (act) => findImported(act, [['a']]))).toEqual(new Set())
    for (const role of ['supporter', 'developer', 'admin', 'participant'] as const) {
      expect(await house.act(role, (act) => findImported(act, [['a']]))).toEqual(new Set())
    }
  })

  test('shows raw SQL nothing but a fingerprint that is known already', async () => {
    const hidden = (
      await owner.query(
        `select encode(fingerprint, 'hex') as hex from support.import_row where person_hash is not null limit 1`,
      )
    ).rows[0].hex
    await house.act('coordinator', async (act) => {
      const all = () => sql`select fingerprint, person_hash from support.import_row`.execute(act.tx)
      expect((await all()).rows).toEqual([])
      await sql`select set_config('tugevus.fingerprints', ${'00'.repeat(32)}, true)`.execute(act.tx)
      expect((await all()).rows).toEqual([])
      await sql`select set_config('tugevus.fingerprints', ${hidden}, true)`.execute(act.tx)
      expect((await all()).rows).toHaveLength(1)
      // And whose it is cannot be told from it: the hash of the person's id is keyed outside the database.
      const people = await sql`select id from people.person`.execute(act.tx)
      expect(JSON.stringify(people.rows)).not.toContain(hidden)
    })
    for (const attempt of [
      sql`update support.import_row set person_hash = fingerprint`,
      sql`insert into support.import_row values (${house.other.id}, ${Buffer.alloc(32)}, ${Buffer.alloc(32)})`,
    ]) {
      await expect(house.act('coordinator', (act) => attempt.execute(act.tx))).rejects.toThrow(
        /permission denied|row-level security/,
      )
    }
    const gone = await house.act('coordinator', (act) => sql`delete from support.import_row`.execute(act.tx))
    expect(gone.numAffectedRows).toBe(0n)
  })

  test('is forgotten with the person', async () => {
    expect(await house.act('coordinator', (act) => forgetImported(act, personId))).toBe(0)
    expect(await house.act('system', (act) => forgetImported(act, personId))).toBe(2)
    expect(await house.act('coordinator', (act) => findImported(act, [['a']]))).toEqual(new Set())
  })

  test('comes in again after the person was erased', async () => {
    const file = () => csvFile('Nimi;Telefon;Lahkus', 'Kustu Tatud;55539999;1.9.2026')
    const before = new Set((await house.act('lead', listPeople)).map(({ id }) => id))
    await (await bring(house, 'coordinator', file())).go()
    const came = (await house.act('lead', listPeople)).find(({ id }) => !before.has(id))
    if (!came) throw new Error('nobody came')
    expect(said(await (await bring(house, colleague, file())).page('?show=known'))).toContain('juba toonud')
    await house.act('system', async (act) => {
      await supportRoom.erase?.(act, came.id)
      await eraseTasks(act, came.id)
      await erasePerson(act, came.id)
    })
    expect(said(await (await bring(house, colleague, file())).go())).toContain('Lisati üks inimene')
  })
})
