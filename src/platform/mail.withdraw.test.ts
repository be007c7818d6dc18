/** What is said to be about something: it is taken back when somebody acted, and its failing is told. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type As, type House } from '../../tests/setup/house.ts'
import { openMailbox, type Mailbox } from '../../tests/setup/mailbox.ts'
import type { Role } from './actor.ts'
import { sql } from './database.ts'
import { postMail } from './mail.post.ts'
import { failedMessages, listKeptMails, queueMail, queueSms, withdrawMessages } from './mail.ts'

const start = '2026-11-23T08:00:00Z'
let house: House
let mailbox: Mailbox
beforeAll(async () => {
  mailbox = await openMailbox()
  house = await openHouse({ at: start, env: { TUGEVUS_SMTP: mailbox.url } })
})
afterAll(async () => {
  await house.close()
  await mailbox.close()
})
beforeEach(async () => {
  Object.assign(mailbox, { refuse: null, slow: 0, taken: () => Promise.resolve() })
  mailbox.received.length = 0
  house.clock.set(start)
  await house.ground.jobs.deleteFrom('platform.mail').execute()
})

type Who = Exclude<As, { cookie: string }>
const queue = (about: string, { by = 'coordinator', own = true }: { by?: Who; own?: boolean } = {}) =>
  house.act(by, (act) =>
    queueMail(act, {
      to: 'keegi@mujal.test',
      organisationId: own ? act.actor.organisationId : null,
      subject: 'Tere',
      text: 'Vaata täna',
      about,
    }),
  )
const states = async () =>
  (await house.ground.jobs.selectFrom('platform.mail').select('state').orderBy('madeAt').execute()).map(
    ({ state }) => state,
  )
const withdraw = (by: Who | 'system', about: readonly string[]) =>
  house.act(by, (act) => withdrawMessages(act, about))

describe('a message that has not left', () => {
  test.each(['coordinator', 'lead', 'supporter', 'participant', 'system'] as const)(
    'is taken back when a %s acts',
    async (role) => {
      const [one, other] = [randomUUID(), randomUUID()]
      await queue(one)
      await queue(one, { own: false })
      await queue(other)
      expect(await withdraw(role, [one])).toBe(2)
      expect(await withdraw(role, [one])).toBe(0)
      expect(await postMail(house.ground)).toMatchObject({ sent: 1 })
    },
  )

  test('is taken back between two tries as well, and its text goes', async () => {
    const about = randomUUID()
    mailbox.refuse = 451
    await queue(about)
    await postMail(house.ground)
    expect(await withdraw('lead', [about])).toBe(1)
    mailbox.refuse = null
    house.clock.set('2026-11-23T09:00:00Z')
    expect(await postMail(house.ground)).toEqual({ sent: 0, later: 0, failed: 0, kept: 0 })
    const [row] = await house.ground.jobs.selectFrom('platform.mail').selectAll().execute()
    expect([row?.state, row?.toSealed.length, row?.bodySealed.length]).toEqual(['withdrawn', 0, 0])
  })

  test('is not shown to the administrator any more', async () => {
    const about = randomUUID()
    await house.act('coordinator', (act) =>
      queueSms(act, { to: '5550 2001', organisationId: act.actor.organisationId, text: 'Vaata', about }),
    )
    await postMail(house.ground)
    expect(await house.act('admin', listKeptMails)).toHaveLength(1)
    expect(await withdraw('coordinator', [about])).toBe(1)
    expect(await house.act('admin', listKeptMails)).toEqual([])
  })

  test('stays when what was done is rolled back', async () => {
    const about = randomUUID()
    await queue(about)
    await expect(
      house.act('coordinator', async (act) => {
        await withdrawMessages(act, [about])
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    expect(await postMail(house.ground)).toMatchObject({ sent: 1 })
  })
})

describe('a message on its way', () => {
  test('that is taken back arrives, and is noted as sent', async () => {
    const about = randomUUID()
    await queue(about)
    mailbox.taken = async () => void (await withdraw('coordinator', [about]))
    expect(await postMail(house.ground)).toMatchObject({ sent: 1 })
    expect(await states()).toEqual(['sent'])
  })

  test('that is refused meanwhile stays taken back', async () => {
    const about = randomUUID()
    await queue(about)
    mailbox.slow = 400
    const [posted] = await Promise.all([
      postMail(house.ground, { patience: 200 }),
      new Promise((resolve) => setTimeout(resolve, 100)).then(() => withdraw('coordinator', [about])),
    ])
    expect(posted).toMatchObject({ later: 1 })
    expect(await states()).toEqual(['withdrawn'])
  })
})

describe('nobody', () => {
  const elsewhere = () => house.other.accounts.coordinator

  test('takes back what is another organisation’s', async () => {
    const about = randomUUID()
    await queue(about)
    expect(await withdraw(elsewhere(), [about])).toBe(0)
    expect(await states()).toEqual(['waiting'])
  })

  test('takes back what was sent or has failed', async () => {
    const about = randomUUID()
    await queue(about)
    await postMail(house.ground)
    mailbox.refuse = 550
    await queue(about)
    await postMail(house.ground)
    expect(await withdraw('lead', [about])).toBe(0)
  })

  test.each(['coordinator', 'lead', 'admin', 'system'] as const)(
    'puts a message into another state by a raw statement: a %s',
    async (role) => {
      const about = randomUUID()
      await queue(about)
      for (const state of ['sent', 'failed', 'kept', 'decoy', 'waiting']) {
        const statement = house.act(role, async (act) => {
          await sql`select set_config('tugevus.about', ${about}, true)`.execute(act.tx)
          await sql`update platform.mail set state = ${state} where about = ${about}`.execute(act.tx)
        })
        await expect(statement, state).rejects.toMatchObject({ code: '42501' })
      }
      // Without knowing what it is about, it is not there to be taken back.
      const blind = await house.act(role, (act) =>
        sql`update platform.mail set state = 'withdrawn'`.execute(act.tx),
      )
      expect(blind.numAffectedRows).toBe(0n)
    },
  )
})

describe('a message that failed for good', () => {
  async function fail(about: string, own: boolean): Promise<string> {
    mailbox.refuse = 550
    const id = await queue(about, { own })
    expect(await postMail(house.ground)).toMatchObject({ failed: 1 })
    return id
  }

  test('is told to the organisation’s jobs, also where it is nobody’s', async () => {
    const [one, other] = [randomUUID(), randomUUID()]
    const ids = [await fail(one, true), await fail(other, false)]
    const failed = await house.act('system', (act) => failedMessages(act, [one, other, randomUUID()]))
    expect(failed).toEqual([
      { id: ids[0], about: one, channel: 'mail', to: 'keegi@mujal.test' },
      { id: ids[1], about: other, channel: 'mail', to: 'keegi@mujal.test' },
    ])
  })

  test('is told to nobody else', async () => {
    const about = randomUUID()
    await fail(about, false)
    const others: Role[] = ['coordinator', 'lead', 'admin', 'participant']
    for (const role of others)
      expect([role, await house.act(role, (act) => failedMessages(act, [about]))]).toEqual([role, []])
    const all = () => house.act('system', (act) => act.tx.selectFrom('platform.mail').select('id').execute())
    expect(await all()).toEqual([])
    mailbox.refuse = null
    await queue(randomUUID())
    expect(await all()).toEqual([])
  })
})
