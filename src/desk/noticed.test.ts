import { afterAll, beforeEach, expect, test } from 'vitest'
import { openHouse, type House, type TestAccount } from '../../tests/setup/house.ts'
import { putOnPath } from '../../tests/setup/on-path.ts'
import { withClient } from '../../tests/setup/server.ts'
import { awayOn, sayAway } from '../access/absence.store.ts'
import { createAccount } from '../access/account.store.ts'
import { settleCovers } from '../people/cover.store.ts'
import { day } from '../platform/day.ts'
import { mailboxesAt } from '../access/mailboxes.ts'
import { watchTasks } from '../tasks/watch.store.ts'
import { noticeAbsences } from './noticed.store.ts'

/** Nobody here has people but the coordinator, whose one person waits to be asked for the yes since a Monday. */
let house: House
beforeEach(async () => {
  await house?.close()
  house = await openHouse({ rooms: [] })
  await putOnPath(house, [{ agreed: false }], house.organisation.accounts.coordinator)
})
afterAll(() => house.close())

const seen = (who: Pick<TestAccount, 'id' | 'organisationId'>, on: string) =>
  withClient(house.database.connection, (owner) =>
    owner.query(
      `insert into access.presence values ($1, $2, $3) on conflict (account_id) do update set last_seen_on = $3`,
      [who.id, who.organisationId, on],
    ),
  )

const notice = () =>
  house.act('system', (act) =>
    noticeAbsences(act, { mailboxes: mailboxesAt(house.ground), url: 'http://localhost:3000' }),
  )

test('whoever stands in for a colleague is missed, also with no people of their own', async () => {
  const { coordinator, lead } = house.organisation.accounts
  const organisationId = house.organisation.id
  const substituteId = await house.act('system', (act) =>
    createAccount(act, { name: 'Uus', email: 'uus@esimene.test', roles: ['coordinator'], locale: 'et' }),
  )
  house.clock.set('2026-11-30T08:00:00Z')
  await house.act('system', async (act) => {
    await sayAway(act, {
      accountId: coordinator.id,
      from: day('2026-11-30'),
      until: day('2026-12-11'),
      substituteId,
    })
    await settleCovers(act)
  })
  await seen({ id: substituteId, organisationId }, '2026-11-30')
  await seen(lead, '2026-12-03')
  house.clock.set('2026-12-02T04:05:00Z')
  expect(await notice()).toEqual([])
  house.clock.set('2026-12-03T04:05:00Z')
  expect(await notice()).toEqual([substituteId])
  // What they were to do goes up, since nobody is left whose it is.
  await house.act('system', async (act) => {
    expect(await watchTasks(act, await awayOn(act, act.today))).toMatchObject({ absent: 1 })
  })
})

test('a lead is missed by what went up to them, and by nothing else', async () => {
  const { coordinator, lead } = house.organisation.accounts
  await seen(lead, '2026-11-25')
  for (const morning of ['2026-11-30', '2026-12-08']) {
    house.clock.set(`${morning}T04:05:00Z`)
    await seen(coordinator, morning)
    expect(await notice()).toEqual([])
  }
  house.clock.set('2026-12-09T04:05:00Z')
  await seen(coordinator, '2026-12-09')
  await house.act('system', async (act) => {
    expect(await watchTasks(act, await awayOn(act, act.today))).toMatchObject({ limit: 1 })
  })
  expect(await notice()).toEqual([lead.id])
})

test('nobody is missed for days on which the server was off', async () => {
  const { coordinator } = house.organisation.accounts
  await seen(coordinator, '2026-11-27')
  house.clock.set('2026-11-27T04:05:00Z')
  expect(await notice()).toEqual([])
  // It is back on a Wednesday: Monday and Tuesday nobody could come.
  for (const morning of ['2026-12-02', '2026-12-03']) {
    house.clock.set(`${morning}T04:05:00Z`)
    expect(await notice()).toEqual([])
  }
  house.clock.set('2026-12-04T04:05:00Z')
  expect(await notice()).toEqual([coordinator.id])
})
