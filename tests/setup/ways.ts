/** What can be done with rows by raw SQL: tried in a transaction, and taken back. */
import { sql, type RawBuilder } from 'kysely'
import type pg from 'pg'
import type { Tx } from '../../src/platform/database.ts'
import { attempt } from './matrix.ts'
import { grantedColumns, sampleRow } from './rows.ts'

export const ways = ['see', 'change', 'erase', 'add'] as const
export type Way = (typeof ways)[number]

export type Ways = {
  /** Whether anything can be done in this way with the rows of a condition. */
  does(tx: Tx, way: Way, table: string, where: string): Promise<boolean>
  /** Whether a row, as JSON, can be added; also where a double of it is there already. */
  adds(tx: Tx, table: string, row: object): Promise<boolean>
  /** How many rows are seen, erased and changed where no condition is given. */
  blindly(tx: Tx, table: string): Promise<{ seen: number; erased: number; changed: number }>
}

/** To what a row is changed where not every change may be made: sight is ended, never taken up again; an attempt is taken back. */
const changes: Record<string, Record<string, RawBuilder<unknown>>> = {
  // Whoever holds one uses it; that it was taken back is for others to say.
  'people.pass': { used_at: sql`platform.moment()` },
  'people.sight': { ended_at: sql`now()` },
  'support.contact': { withdrawn_at: sql`now()` },
  'people.move': {
    state: sql`'withdrawn'`,
    decided_at: sql`now()`,
    decided_by: sql`(select platform.account())`,
  },
  'people.move_person': { state: sql`'withdrawn'` },
}
/** … and by whoever holds a link, who ends what their answer ends. */
const changesOfBearer: typeof changes = {
  'tasks.task': { state: sql`'completed'`, done_at: sql`now()` },
}

export async function openWays(owner: pg.Client): Promise<Ways> {
  const granted = await grantedColumns(owner)

  async function adds(tx: Tx, name: string, row: object): Promise<boolean> {
    const columns = granted(name, 'INSERT')
    if (columns.length === 0) return false
    const table = sql.table(name)
    const names = sql.join(columns.map((column) => sql.ref(column)))
    const insert = sql`insert into ${table} (${names})
      select ${names} from jsonb_populate_record(null::${table}, ${JSON.stringify(row)}::jsonb)`
    // Row-level security refuses before a unique key does: a double that got that far was let in.
    return attempt(tx, () => touches(tx, insert), { reached: ['23505'] })
  }

  async function does(tx: Tx, way: Way, name: string, where: string): Promise<boolean> {
    const table = sql.table(name)
    const rows = sql.raw(where)
    if (way === 'see') {
      return attempt(
        tx,
        async () => (await sql`select from ${table} where ${rows} limit 1`.execute(tx)).rows.length > 0,
      )
    }
    if (way === 'erase') {
      // What others still refer to was within reach.
      return attempt(tx, () => touches(tx, sql`delete from ${table} where ${rows}`), { reached: ['23503'] })
    }
    if (way === 'change') {
      const columns = granted(name, 'UPDATE')
      if (columns.length === 0) return false
      const other = { ...changes[name], ...((await roleIn(tx)) === 'bearer' ? changesOfBearer[name] : {}) }
      const same = sql.join(
        columns.map((column) => sql`${sql.ref(column)} = ${other[column] ?? sql.ref(column)}`),
      )
      return attempt(tx, () => touches(tx, sql`update ${table} set ${same} where ${rows}`))
    }
    const row = await sampleRow(owner, name, where)
    return row !== undefined && adds(tx, name, { ...row, ...(await example(tx, name, row)) })
  }

  /**
   * What a row is like that is added, where not every one may be: under one's own name, for somebody else, for a participant. What is
   * refused then is tried in `tests/holes.test.ts` and in `src/access/`.
   */
  async function example(tx: Tx, name: string, row: object): Promise<object> {
    const of = (column: string) => Reflect.get(row, column)
    if (name === 'access.account_role') return { role: 'participant' }
    if (name === 'access.address' || name === 'access.code') {
      return { account_id: await colleagueOf(of('account_id'), 'participant') }
    }
    if (name === 'people.sight') {
      return { account_id: await colleagueOf(of('account_id'), 'supporter'), reason: 'supporter' }
    }
    const { rows } = await sql<{ account: string | null; role: string }>`
      select platform.account() as account, platform.role() as role`.execute(tx)
    const [me] = rows
    if (name === 'access.absence') return { made_by: me?.account }
    // Under one's own name, and where something can still be said.
    if (name === 'communities.interview_scorer')
      return { account_id: me?.account ?? of('account_id'), finished_at: null }
    if (name === 'communities.readiness_result') return { round_id: await openRoundOf(of('community_id')) }
    if (name === 'people.move') return { from_id: me?.account, offered_by: me?.account, state: 'offered' }
    if (name === 'people.consent') return { recorded_by: me?.account }
    const bearer = me?.role === 'bearer'
    if (name === 'people.pass') return { used_at: null, ended_at: null }
    if (bearer && name === 'tasks.task') {
      return { kind: 'help', state: 'requested', done_at: null }
    }
    if (bearer && name === 'support.checkin')
      return { due_on: await borneDay(tx), missed_on: null, cancelled_on: null }
    if (name !== 'support.checkin_answer') return {}
    const way = bearer ? 'link' : me?.role === 'participant' ? 'self' : 'telephone'
    const given = { by_account: me?.account, way, read_at: null, read_by: null }
    return bearer ? { ...given, checkin_id: await borneCheckin(tx), supersedes: null } : given
  }

  async function roleIn(tx: Tx): Promise<string | undefined> {
    const { rows } = await sql<{ role: string }>`select platform.role() as role`.execute(tx)
    return rows[0]?.role
  }

  /** What the pass that is held is for. */
  async function borneDay(tx: Tx): Promise<unknown> {
    const { rows } = await sql<{ day: string }>`select due_on::text as day from people.borne()`.execute(tx)
    return rows[0]?.day
  }
  async function borneCheckin(tx: Tx): Promise<unknown> {
    const { rows } = await sql<{ id: string }>`select id from support.checkin`.execute(tx)
    return rows[0]?.id
  }

  async function openRoundOf(communityId: unknown): Promise<unknown> {
    const { rows } = await owner.query(
      'select id from communities.readiness_round where community_id = $1 and closed_on is null',
      [communityId],
    )
    return rows[0]?.id
  }

  /** An account in that role in the organisation of an account. */
  async function colleagueOf(accountId: unknown, role: string): Promise<unknown> {
    const { rows } = await owner.query(
      `select account_id from access.account_role where role = $2
        and organisation_id = (select organisation_id from access.account where id = $1) order by account_id limit 1`,
      [accountId, role],
    )
    return rows[0]?.account_id
  }

  async function blindly(tx: Tx, name: string) {
    const table = sql.table(name)
    const [column] = granted(name, 'UPDATE')
    return {
      seen: await reached(tx, sql`select count(*) as n from ${table}`),
      erased: await reached(tx, sql`delete from ${table}`),
      changed: column ? await reached(tx, sql`update ${table} set ${sql.ref(column)} = default`) : 0,
    }
  }

  return { does, adds, blindly }
}

export async function touches(tx: Tx, statement: RawBuilder<unknown>): Promise<boolean> {
  const { numAffectedRows = 0n } = await statement.execute(tx)
  return numAffectedRows > 0n
}

/** Rows that a statement counts or reaches; at least one where a rule of the table stops it, for then it has come so far. */
async function reached(tx: Tx, statement: RawBuilder<unknown>): Promise<number> {
  let count = 1
  const work = async () => {
    const { rows, numAffectedRows } = await statement.execute(tx)
    const [row] = rows
    count = Number(row && typeof row === 'object' && 'n' in row ? row.n : (numAffectedRows ?? 0n))
    return true
  }
  return (await attempt(tx, work, { reached: ['23502', '23503', '23505', '23514'] })) ? count : 0
}
