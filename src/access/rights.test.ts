import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { roles, type Role } from '../platform/actor.ts'
import { roleWords } from './role.words.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** What raw SQL as this role gets to, in a transaction that is taken back. */
async function tried(as: Role | 'system', text: string): Promise<number | 'refused'> {
  try {
    return await house.act(as, async (act) => {
      const { rows, numAffectedRows } = await sql.raw(text).execute(act.tx)
      const n = rows.length || Number(numAffectedRows ?? 0n)
      throw Object.assign(new Error('taken back'), { n })
    })
  } catch (error) {
    if (error instanceof Error && 'n' in error && typeof error.n === 'number') return error.n
    if (error instanceof Error && 'code' in error && error.code === '42501') return 'refused'
    throw error
  }
}

describe('by raw SQL', () => {
  test('nobody reaches what opens doors', async () => {
    for (const table of ['session', 'code', 'passkey', 'totp', 'recovery_code']) {
      for (const role of [...roles, 'system'] as const) {
        expect([role, table, await tried(role, `select * from access.${table}`)]).toEqual([
          role,
          table,
          'refused',
        ])
        expect(await tried(role, `delete from access.${table}`)).toBe('refused')
        expect(await tried(role, `update access.${table} set account_id = account_id`)).toBe('refused')
      }
    }
    for (const role of roles) expect(await tried(role, 'select * from platform.rate')).toBe('refused')
  })

  test('everybody sees their own organisation only', async () => {
    for (const role of [...roles, 'system'] as const) {
      expect(await tried(role, 'select id from access.organisation')).toBe(1)
      const { id } = house.other
      for (const table of ['account', 'account_role', 'address']) {
        expect(await tried(role, `select 1 from access.${table} where organisation_id = '${id}'`)).toBe(0)
      }
    }
  })

  test('who participates is known to those who let people in, and to the participant', async () => {
    const { participant } = house.organisation.accounts
    for (const role of [...roles, 'system'] as const) {
      const knows = ['coordinator', 'lead', 'admin', 'system', 'participant'].includes(role) ? 1 : 0
      expect([
        role,
        await tried(role, `select 1 from access.account where id = '${participant.id}'`),
      ]).toEqual([role, knows])
      expect([
        role,
        await tried(role, `select 1 from access.account_role where account_id = '${participant.id}'`),
      ]).toEqual([role, knows])
    }
  })

  test('addresses are one’s own; the administrator sees those of staff', async () => {
    const { participant, coordinator } = house.organisation.accounts
    for (const role of roles) {
      const seen = await tried(role, `select 1 from access.address where account_id = '${participant.id}'`)
      expect([role, seen]).toEqual([role, role === 'participant' ? 1 : 0])
    }
    expect(await tried('admin', `select 1 from access.address where account_id = '${coordinator.id}'`)).toBe(
      1,
    )
    expect(await tried('lead', `select 1 from access.address where account_id = '${coordinator.id}'`)).toBe(0)
  })

  test('nobody makes themselves something else', async () => {
    for (const role of roles.filter((one) => one !== 'admin')) {
      const { id, organisationId } = house.organisation.accounts[role]
      const insert = `insert into access.account_role values ('${id}', '${organisationId}', 'admin', now())`
      expect([role, await tried(role, insert)]).toEqual([role, 'refused'])
      expect(await tried(role, `update access.account_role set role = 'admin'`)).toBe('refused')
    }
  })

  test('a coordinator makes participants and nobody else', async () => {
    const { id, organisationId } = house.organisation.accounts.host
    const role = (name: string) =>
      `insert into access.account_role values ('${id}', '${organisationId}', '${name}', now())`
    expect(await tried('coordinator', role('participant'))).toBe(1)
    for (const name of roles.filter((one) => one !== 'participant' && one !== 'host')) {
      expect(await tried('coordinator', role(name))).toBe('refused')
    }
  })

  test('nobody adds an account, a role, an address or an invitation to another organisation', async () => {
    const stranger = house.other.accounts.host
    const inserts = [
      `insert into access.account values (gen_random_uuid(), '${house.other.id}', 'x', null, 'et', 'active', now())`,
      `insert into access.account_role values ('${stranger.id}', '${house.other.id}', 'participant', now())`,
      `insert into access.address values ('${stranger.id}', '${house.other.id}', 'x', 'x')`,
      `insert into access.code (id, purpose, account_id, hash, made_at, ends_at, tries_left)
        values (gen_random_uuid(), 'invitation', '${stranger.id}', 'x', now(), now(), 1)`,
    ]
    for (const role of [...roles, 'system'] as const) {
      for (const insert of inserts) expect([role, await tried(role, insert)]).toEqual([role, 'refused'])
    }
  })

  test('nobody makes a code but an invitation', async () => {
    const { coordinator } = house.organisation.accounts
    for (const purpose of ['sign-in', 'again', 'address', 'set-up', 'link', 'passkey-challenge']) {
      const insert = `insert into access.code (id, purpose, account_id, hash, made_at, ends_at, tries_left)
        values (gen_random_uuid(), '${purpose}', '${coordinator.id}', 'x', now(), now(), 1)`
      expect([purpose, await tried('admin', insert)]).toEqual([purpose, 'refused'])
    }
  })

  test('only the administrator and the lead change the organisation', async () => {
    for (const role of roles) {
      const changed = await tried(role, `update access.organisation set name = name`)
      expect([role, changed]).toEqual([role, role === 'admin' || role === 'lead' ? 1 : 0])
    }
  })

  test('without an actor there is nobody', async () => {
    for (const table of ['organisation', 'account', 'account_role', 'address']) {
      const seen = await house.ground.web.transaction().execute(async (tx) => {
        await sql`set local role tugevus_app`.execute(tx)
        return (await sql.raw(`select 1 from access.${table}`).execute(tx)).rows.length
      })
      expect([table, seen]).toEqual([table, 0])
    }
  })

  test('the sign-in role reaches nothing about people', async () => {
    for (const table of ['people.person', 'people.identity', 'people.sight', 'people.consent']) {
      await expect(sql.raw(`select 1 from ${table}`).execute(house.ground.signin)).rejects.toMatchObject({
        code: '42501',
      })
    }
  })
})

test('every role has a name in three languages', () => {
  for (const locale of ['et', 'en', 'ru'] as const) {
    const names = roles.map((role) => roleWords(locale)[role])
    expect(new Set(names).size).toBe(roles.length)
    for (const name of names) expect(name).toMatch(/^\p{Lu}/u)
  }
})
