import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House, type TestAccount } from '../../tests/setup/house.ts'
import { putOnPath } from '../../tests/setup/on-path.ts'
import { changeAway, endAway, sayAway } from '../access/absence.store.ts'
import { createAccount } from '../access/account.store.ts'
import { asHouse } from '../platform/actor.ts'
import { day } from '../platform/day.ts'
import { openCheckup, recordCheckup } from '../support/checkup.store.ts'
import { coveredPeople, coverSight, settleCovers } from './cover.store.ts'
import { readNames } from './identity.store.ts'
import { addPerson, changeSetting, listPeople, type Person } from './person.store.ts'
import { categoriesSeen, endSight, grantSight, handOver, isResponsible } from './sight.store.ts'
import { everything } from './sight.ts'

let house: House
let kadri: TestAccount
let mihkel: TestAccount
let irina: TestAccount
let juku: Person

beforeAll(async () => {
  // A Monday.
  house = await openHouse({ at: '2026-11-23T08:00:00Z' })
  kadri = house.organisation.accounts.coordinator
  const add = async (name: string): Promise<TestAccount> => {
    const email = `${name.toLowerCase()}@esimene.test`
    const id = await house.act('system', (act) =>
      createAccount(act, { name, email, roles: ['coordinator'], locale: 'et' }),
    )
    return { id, name, email, role: 'coordinator', organisationId: house.organisation.id }
  }
  mihkel = await add('Mihkel')
  irina = await add('Irina')
  const [first] = await putOnPath(house, [{ leftOn: '2026-11-10' }], kadri)
  if (!first) throw new Error('nobody was entered')
  juku = first
  await house.act(kadri, async (act) => {
    const span = { from: day('2026-12-01'), until: day('2026-12-04') }
    await sayAway(act, { accountId: kadri.id, ...span, substituteId: mihkel.id })
    await settleCovers(act)
  })
})
afterAll(() => house.close())

const on = (date: string) => house.clock.set(`${date}T08:00:00Z`)
const sees = async (who: TestAccount, person: Person) => ({
  found: (await house.act(who, listPeople)).some(({ id }) => id === person.id),
  named: await house.act(who, async (act) => (await readNames(act, [person.id])).size > 0),
  parts: [...(await house.act(who, (act) => categoriesSeen(act, person.id)))],
})
const nothing = { found: false, named: false, parts: [] }
const all = { found: true, named: true, parts: [...everything] }

const refused = async (work: () => Promise<unknown>) => {
  try {
    return await work()
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === '42501'
      ? 'refused'
      : Promise.reject(error)
  }
}

describe('whoever must not see somebody', () => {
  test('does not before the absence, nor after its last day, nor without being named', async () => {
    for (const date of ['2026-11-23', '2026-11-30', '2026-12-05', '2026-12-06']) {
      on(date)
      expect([date, await sees(mihkel, juku)]).toEqual([date, nothing])
    }
    on('2026-12-02')
    expect(await sees(irina, juku)).toEqual(nothing)
  })

  test('does not by raw statements on the day after, either', async () => {
    on('2026-12-05')
    const own = sql`account_id = ${mihkel.id}::uuid and reason = 'cover'`
    const counts = await house.act(mihkel, async ({ tx }) => {
      const of = async (table: string) =>
        Number(
          (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tx)).rows[0]?.n,
        )
      return Promise.all(
        ['people.person', 'people.identity', 'support.pathway', 'support.checkup', 'tasks.task'].map(of),
      )
    })
    expect(counts).toEqual([0, 0, 0, 0, 0])
    for (const change of [
      sql`update people.sight set ends_on = null where ${own}`,
      sql`update people.sight set begins_on = null, ends_on = '2026-12-31' where ${own}`,
      sql`update access.absence set ends_on = null, substitute_id = ${mihkel.id} where account_id = ${kadri.id}`,
    ]) {
      const touched = await refused(() =>
        house.act(mihkel, async ({ tx }) => Number((await change.execute(tx)).numAffectedRows)),
      )
      expect([0, 'refused']).toContain(touched)
    }
    expect(await sees(mihkel, juku)).toEqual(nothing)
  })

  test('is given no sight by whoever stands in, who keeps none either', async () => {
    on('2026-12-02')
    const grant = (accountId: string, reason: 'responsible' | 'supporter' | 'self' | 'consent' | 'cover') =>
      refused(() =>
        house.act(mihkel, (act) =>
          grantSight(act, {
            personId: juku.id,
            accountId,
            role: 'coordinator',
            categories: ['path'],
            reason,
          }),
        ),
      )
    for (const reason of ['responsible', 'supporter', 'self', 'consent', 'cover'] as const) {
      expect([reason, await grant(irina.id, reason)]).toEqual([reason, 'refused'])
      expect([reason, await grant(mihkel.id, reason)]).toEqual([reason, 'refused'])
    }
    expect(await refused(() => house.act(mihkel, (act) => handOver(act, juku.id, mihkel.id)))).toBe('refused')
    const take = sql`update people.person set coordinator_id = ${mihkel.id} where id = ${juku.id}`
    expect(await refused(() => house.act(mihkel, ({ tx }) => take.execute(tx)))).toBe('refused')
    expect(
      await house.act(mihkel, (act) =>
        endSight(act, juku.id, { accountId: kadri.id, reason: 'responsible' }),
      ),
    ).toBe(0)
    expect(await house.act(mihkel, (act) => isResponsible(act, juku.id))).toBe(false)
    on('2026-12-05')
    expect(await sees(mihkel, juku)).toEqual(nothing)
  })

  test('is not covered by what no absence says', async () => {
    on('2026-12-02')
    const { rows } = await house.act('system', ({ tx }) =>
      sql<{ id: string }>`select id from access.absence`.execute(tx),
    )
    const cover = (more: { accountId?: string; beginsOn?: string; endsOn?: string | null }) =>
      refused(() =>
        house.act(kadri, (act) =>
          act.tx
            .insertInto('people.sight')
            .values({
              id: randomUUID(),
              organisationId: house.organisation.id,
              personId: juku.id,
              accountId: more.accountId ?? mihkel.id,
              role: 'coordinator',
              categories: [...everything],
              reason: 'cover',
              grantedAt: act.now,
              beginsOn: day(more.beginsOn ?? '2026-12-01'),
              endsOn: more.endsOn === null ? null : day(more.endsOn ?? '2026-12-04'),
              absenceId: rows[0]?.id ?? null,
            })
            .execute(),
        ),
      )
    expect(await cover({ accountId: irina.id })).toBe('refused')
    expect(await cover({ beginsOn: '2026-11-20' })).toBe('refused')
    expect(await cover({ endsOn: '2027-12-04' })).toBe('refused')
    expect(await cover({ endsOn: null })).toBe('refused')
  })
})

describe('whoever stands in', () => {
  test('sees on the first and on the last day what the absent one sees, and works on it', async () => {
    for (const date of ['2026-12-01', '2026-12-04']) {
      on(date)
      expect([date, await sees(mihkel, juku)]).toEqual([date, all])
      expect(await house.act(mihkel, coveredPeople)).toEqual(new Map([[juku.id, kadri.id]]))
    }
    on('2026-12-02')
    await house.act(mihkel, async (act) => {
      const checkup = await openCheckup(act, juku.id)
      const { problem } = await recordCheckup(act, {
        personId: juku.id,
        checkupId: checkup?.id ?? null,
        heldOn: act.today,
        way: 'call',
        funnel: { reached: true, agreed: null, arrived: null, stayed14Days: null },
        need: { weeklyUse: false, symptoms: false, wantsHelp: false },
        help: [],
        notes: 'Rääkisime.',
      })
      expect(problem).toBeNull()
      await changeSetting(act, juku.id, { language: 'ru' })
    })
    expect(await sees(kadri, juku)).toEqual(all)
  })

  test('is given whoever comes to the absent one meanwhile, by whom ever they are entered', async () => {
    on('2026-12-02')
    const identity = { name: 'Uus Nimi', phones: [], email: null, birthDate: null, remarks: null }
    const enter = (who: TestAccount) =>
      house.act(who, (act) =>
        addPerson(act, { identity, municipality: null, language: 'et', coordinatorId: kadri.id }),
      )
    for (const who of [kadri, irina, mihkel, house.organisation.accounts.lead]) {
      const person = await enter(who)
      expect([who.name, await sees(mihkel, person)]).toEqual([who.name, all])
      expect([who.name, (await sees(irina, person)).found]).toEqual([who.name, false])
    }
  })

  test('is given whoever is handed to the absent one, and nobody who is handed on', async () => {
    on('2026-12-02')
    const [person] = await putOnPath(house, [{}], irina)
    if (!person) throw new Error('nobody was entered')
    const pass = (from: TestAccount, to: TestAccount) =>
      house.act(from, (act) => asHouse(act, (as) => handOver(as, person.id, to.id)))
    await pass(irina, kadri)
    expect(await sees(mihkel, person)).toEqual(all)
    await pass(kadri, irina)
    expect(await sees(mihkel, person)).toEqual(nothing)
    expect(await sees(irina, person)).toEqual(all)
  })

  test('is given nobody twice, however often it is asked', async () => {
    on('2026-12-02')
    for (const who of [kadri, house.organisation.accounts.lead, 'system'] as const) {
      expect(await house.act(who, (act) => settleCovers(act))).toEqual({ ended: 0, covered: [] })
    }
    const twice = await Promise.all([1, 2].map(() => house.act('system', (act) => coverSight(act))))
    expect(twice).toEqual([[], []])
  })

  test('sees nothing from the moment the absence ends earlier or goes to somebody else', async () => {
    on('2026-12-02')
    const id = await house.act(kadri, async ({ tx }) => {
      const { rows } = await sql<{
        id: string
      }>`select id from access.absence where account_id = ${kadri.id} and ended_at is null`.execute(tx)
      return rows[0]?.id ?? ''
    })
    const settled = (change: (act: Parameters<typeof settleCovers>[0]) => Promise<unknown>) =>
      house.act(kadri, async (act) => {
        await change(act)
        await settleCovers(act)
      })
    await settled((act) => changeAway(act, id, { substituteId: irina.id }))
    expect([await sees(mihkel, juku), await sees(irina, juku)]).toEqual([nothing, all])
    await settled((act) => changeAway(act, id, { until: day('2026-12-02') }))
    on('2026-12-03')
    expect(await sees(irina, juku)).toEqual(nothing)
    on('2026-12-02')
    expect(await sees(irina, juku)).toEqual(all)
    await settled((act) => endAway(act, id))
    expect(await sees(irina, juku)).toEqual(nothing)
    on('2026-12-01')
    expect(await sees(irina, juku)).toEqual(nothing)
  })
})

describe('whoever stands in for the lead', () => {
  test('answers for everybody only where there is no other lead', async () => {
    on('2026-12-10')
    const { lead } = house.organisation.accounts
    await house.act(lead, async (act) => {
      await sayAway(act, { accountId: lead.id, from: act.today, until: act.today, substituteId: irina.id })
      await settleCovers(act)
    })
    expect(await sees(irina, juku)).toEqual(all)
    await house.act('system', async (act) => {
      await createAccount(act, {
        name: 'Teine juht',
        email: 'teine@esimene.test',
        roles: ['lead'],
        locale: 'et',
      })
      await settleCovers(act)
    })
    expect(await sees(irina, juku)).toEqual(nothing)
  })
})
