/**
 * The rights matrix, tables: what every room declares is tried by raw SQL with every role, on rows at every distance. A table that is
 * not declared fails, and so does a right that is not there.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everything, type Category } from '../src/people/sight.ts'
import type { Tx } from '../src/platform/database.ts'
import type { Relation, TableRight } from '../src/platform/room.ts'
import {
  attempt,
  openMatrix,
  roleOf,
  rooms,
  takenBack,
  triers,
  type Matrix,
  type Trier,
  type Whose,
} from './setup/matrix.ts'
import { addBareStranger, fillRows, rowsOf, sampleRow, tablesOf, type Table } from './setup/rows.ts'
import { openWays, touches, ways, type Ways } from './setup/ways.ts'

let matrix: Matrix
let tables: Table[]
let tries: Ways
const declared = new Map<string, TableRight>(rooms.flatMap((room) => Object.entries(room.rights.tables)))

beforeAll(async () => {
  matrix = await openMatrix()
  await fillRows(matrix)
  tables = await tablesOf(matrix.owner)
  tries = await openWays(matrix.owner)
})
afterAll(() => matrix.close())

describe('every table', () => {
  test('is declared, and nothing else is', () => {
    expect([...declared.keys()].sort()).toEqual(tables.map(({ name }) => name))
  })

  test('has something at every distance, so that not seeing it means something', async () => {
    const empty: string[] = []
    for (const table of tables) {
      for (const trier of triers) {
        const right = declared.get(table.name)?.[roleOf(trier)] ?? {}
        for (const [whose, where] of rowsOf(table, matrix, trier)) {
          const needed = whose !== 'own' || Object.values(right).includes('own')
          if (needed && !(await sampleRow(matrix.owner, table.name, where)))
            empty.push(`${trier}: ${whose} of ${table.name}`)
        }
      }
    }
    expect(empty).toEqual([])
  })

  test.each(triers)('gives a %s what is declared, and no more', async (trier) => {
    expect(await differences(trier)).toEqual([])
  })

  test('gives nothing to nobody', async () => {
    const wrong: string[] = []
    await asNobody(async (tx) => {
      for (const table of tables) {
        for (const [whose, where] of rowsOf(table, matrix, 'coordinator')) {
          for (const way of ways) {
            if (await tries.does(tx, way, table.name, where))
              wrong.push(`nobody: ${way} ${whose} rows of ${table.name}`)
          }
          const row = await sampleRow(matrix.owner, table.name, where)
          const nobodys = { ...row, account_id: null, organisation_id: null }
          if (await tries.adds(tx, table.name, nobodys))
            wrong.push(`nobody: add nobody’s rows to ${table.name}`)
        }
      }
    })
    expect(wrong).toEqual([])
  })

  test.each(triers)('is not changed or emptied blindly by a %s', async (trier) => {
    // Without a condition the database asks only whether rows may be erased, not whether they may be seen.
    const wrong: string[] = []
    await matrix.as(trier, async ({ tx }) => {
      for (const { name } of tables) {
        const { seen, erased, changed } = await tries.blindly(tx, name)
        if (erased > seen || changed > seen)
          wrong.push(`${name}: ${seen} seen, ${erased} erased, ${changed} changed`)
      }
    })
    expect(wrong).toEqual([])
  })

  test('is out of reach of a login that has not taken on the role of the application', async () => {
    for (const { name } of tables) {
      await expect(
        sql`select 1 from ${sql.table(name)}`.execute(matrix.house.ground.web),
        name,
      ).rejects.toMatchObject({
        code: '42501',
      })
    }
  })
})

describe('somebody of another organisation', () => {
  test('is not written about under one’s own', async () => {
    const stranger = await addBareStranger(matrix)
    const { mine } = matrix.people
    const wrong: string[] = []
    for (const trier of triers) {
      await matrix.as(trier, async ({ tx }) => {
        for (const { name, by, columns } of tables) {
          if (by.kind !== 'person' || by.column === 'id' || name === 'people.entry') continue
          const row = await sampleRow(matrix.owner, name, `person_id = '${mine.id}'`)
          const fresh = {
            ...(columns.includes('id') ? { id: randomUUID() } : {}),
            ...(columns.includes('hash') ? { hash: `\\x${randomBytes(32).toString('hex')}` } : {}),
          }
          const disguised = { ...row, ...fresh, supersedes: null, person_id: stranger }
          if (await tries.adds(tx, name, disguised)) wrong.push(`${trier}: ${name}`)
        }
      })
    }
    expect(wrong).toEqual([])
  })
})

describe('a person', () => {
  test('is entered once, in one’s own name', async () => {
    const { people, house } = matrix
    const entering = ['coordinator', 'lead', 'system']
    for (const trier of triers) {
      const { accountId, organisationId } = matrix.actor(trier)
      const enter = (tx: Tx, person: string, account: string | null, organisation: string) =>
        attempt(tx, () =>
          touches(
            tx,
            sql`insert into people.entry (person_id, account_id, organisation_id)
              values (${person}, ${account}, ${organisation})`,
          ),
        )
      await matrix.as(trier, async ({ tx }) => {
        expect([trier, await enter(tx, randomUUID(), accountId, organisationId)]).toEqual([
          trier,
          entering.includes(trier),
        ])
        expect([trier, await enter(tx, randomUUID(), people.colleague.id, organisationId)]).toEqual([
          trier,
          false,
        ])
        expect([trier, await enter(tx, randomUUID(), accountId, house.other.id)]).toEqual([trier, false])
        // Whoever could enter a known id again would see everything about it.
        if (entering.includes(trier)) {
          await expect(enter(tx, people.colleagues.id, accountId, organisationId)).rejects.toMatchObject({
            code: '23505',
          })
        }
      })
    }
  })

  test('is shown to nobody further than the coordinator sees', async () => {
    const { owner, people, house } = matrix
    const { coordinator, supporter } = house.organisation.accounts
    const grants = (tx: Tx, categories: readonly Category[]) =>
      attempt(tx, () =>
        touches(
          tx,
          sql`insert into people.sight (id, organisation_id, person_id, account_id, role, categories, reason, granted_at)
            values (gen_random_uuid(), ${house.organisation.id}, ${people.colleagues.id}, ${supporter.id}, 'supporter',
              ${[...categories]}, 'supporter', now())`,
        ),
      )
    for (const given of everything) {
      // Who the person is, and one thing more.
      const id = randomUUID()
      await owner.query(
        `insert into people.sight (id, organisation_id, person_id, account_id, role, categories, reason, granted_at)
         values ($1, $2, $3, $4, 'coordinator', $5, 'responsible', now())`,
        [id, house.organisation.id, people.colleagues.id, coordinator.id, ['identity', given]],
      )
      await matrix.as('coordinator', async ({ tx }) => {
        for (const asked of everything) {
          const may = asked === 'identity' || asked === given
          expect([given, asked, await grants(tx, [asked])]).toEqual([given, asked, may])
        }
      })
      await owner.query('delete from people.sight where id = $1', [id])
    }
  })
})

describe('this test can fail:', () => {
  /** What a trier finds once the database has been spoilt. */
  async function found(trier: Trier, spoil: string, mend: string): Promise<string[]> {
    await matrix.owner.query(spoil)
    try {
      return await differences(trier)
    } finally {
      await matrix.owner.query(mend)
    }
  }

  test('a table without row-level security is found', async () => {
    const off = 'alter table support.lapse disable row level security'
    expect(await found('host', off, off.replace('disable', 'enable'))).toContain(
      'host: see foreign rows of support.lapse: not declared',
    )
  })

  test('a policy that is missing is found, and one that is too wide', async () => {
    const { rows } = await matrix.owner.query(
      `select pg_get_expr(polqual, polrelid) as condition from pg_policy where polrelid = 'people.consent'::regclass and polname = 'see'`,
    )
    const make = (condition: string) =>
      `create policy see on people.consent for select to tugevus_app using (${condition})`
    const drop = 'drop policy see on people.consent'
    const { condition } = rows[0]
    expect(await found('coordinator', drop, make(condition))).toContain(
      'coordinator: see sight rows of people.consent: declared, but may not',
    )
    const wide = `${drop}; ${make('platform.role() is not null')}`
    expect(await found('officer', wide, `${drop}; ${make(condition)}`)).toEqual([
      'officer: see sight rows of people.consent: not declared',
      'officer: see organisation rows of people.consent: not declared',
      'officer: see foreign rows of people.consent: not declared',
    ])
  })

  test('a right that is declared and not given is found', async () => {
    const rights = new Map(declared)
    rights.set('support.lapse', { ...rights.get('support.lapse'), host: { see: 'sight' } })
    expect(await differences('host', rights)).toEqual([
      'host: see sight rows of support.lapse: declared, but may not',
    ])
  })

  test('a table that nobody has declared is found', async () => {
    await matrix.owner.query('create table support.forgotten (person_id uuid)')
    const names = (await tablesOf(matrix.owner)).map(({ name }) => name)
    await matrix.owner.query('drop table support.forgotten')
    expect(names.filter((name) => !declared.has(name))).toEqual(['support.forgotten'])
  })
})

/** What a trier may do by these rights and cannot, or can and may not. */
async function differences(
  trier: Trier,
  rights: ReadonlyMap<string, TableRight> = declared,
): Promise<string[]> {
  const wrong: string[] = []
  await matrix.as(trier, async ({ tx }) => {
    for (const table of tables) {
      const right = rights.get(table.name)?.[roleOf(trier)] ?? {}
      for (const [whose, where] of rowsOf(table, matrix, trier)) {
        if (!(await sampleRow(matrix.owner, table.name, where))) continue
        for (const way of ways) {
          const may = covers(right[way], whose, trier)
          if (may === (await tries.does(tx, way, table.name, where))) continue
          wrong.push(
            `${trier}: ${way} ${whose} rows of ${table.name}: ${may ? 'declared, but may not' : 'not declared'}`,
          )
        }
      }
    }
  })
  return wrong
}

function covers(relation: Relation | undefined, whose: Whose, trier: Trier): boolean {
  if (relation === undefined || whose === 'foreign') return false
  if (relation === 'organisation') return true
  if (relation === 'community') return whose === 'community'
  return whose === (relation === 'own' ? 'own' : 'sight') && (relation !== 'shared' || trier === 'confidant')
}

function asNobody(work: (tx: Tx) => Promise<void>): Promise<void> {
  return takenBack(
    (then) =>
      matrix.house.ground.web.transaction().execute(async (tx) => {
        await sql`set local role tugevus_app`.execute(tx)
        return then(tx)
      }),
    work,
  )
}
