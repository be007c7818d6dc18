/** Staff are told what waits: jobs over a real database, a real mail server and a real gateway. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newcomer } from '../../tests/rights.calls.ts'
import { openGateway, type Gateway } from '../../tests/setup/gateway.ts'
import { openHouse, type House, type TestAccount } from '../../tests/setup/house.ts'
import { openMailbox, type Mailbox } from '../../tests/setup/mailbox.ts'
import { mailsOf } from '../../tests/setup/mails.ts'
import { withClient } from '../../tests/setup/server.ts'
import { keepLocale } from '../access/address.store.ts'
import { atDoor } from '../access/door.ts'
import { keepNotification } from '../access/notification.store.ts'
import { addPerson } from '../people/person.store.ts'
import { grantSight } from '../people/sight.store.ts'
import { Temporal, type Moment } from '../platform/day.ts'
import { postMail } from '../platform/mail.post.ts'
import type { Job } from '../platform/room.ts'
import { tasksRoom } from './room.ts'
import type { TaskKind } from './task.ts'
import { closeTasks, openTasks } from './task.store.ts'
import { tellingJobs } from './telling.job.ts'
import { tellUrgent } from './urgent.store.ts'
import { taskJobs } from './watch.store.ts'

/** A Tuesday, seven in the morning in Estonia. */
const seven = '2026-11-24T05:00:00Z'

let house: House
let mailbox: Mailbox
let gateway: Gateway
let people: string[]
beforeAll(async () => {
  mailbox = await openMailbox()
  gateway = await openGateway()
  house = await openHouse({
    rooms: [tasksRoom],
    at: seven,
    env: {
      TUGEVUS_SMTP: mailbox.url,
      TUGEVUS_SMS_URL: gateway.url,
      TUGEVUS_SMS_BODY: 'to={to}&text={text}',
    },
  })
  people = await house.act('coordinator', async (act) => {
    const added = []
    for (let i = 0; i < 3; i++) added.push((await addPerson(act, newcomer(house))).id)
    return added
  })
})
afterAll(async () => {
  await house.close()
  await mailbox.close()
  await gateway.close()
})
beforeEach(async () => {
  house.clock.set(seven)
  mailbox.received.length = 0
  gateway.received.length = 0
  await withClient(house.database.connection, (owner) =>
    owner.query(
      ['tasks.task', 'tasks.digest', 'access.notification', 'access.absence', 'platform.mail']
        .map((table) => `delete from ${table};`)
        .join('\n'),
    ),
  )
  await atDoor(house.ground, (door) => keepLocale(door, account('coordinator').id, 'et'))
})

const account = (role: 'coordinator' | 'lead' | 'supporter'): TestAccount => house.organisation.accounts[role]

async function run(name: string): Promise<void> {
  const job = [...taskJobs, ...tellingJobs].find((one: Job) => one.name === name)
  if (!job) throw new Error(name)
  const { id, timeZone } = house.organisation
  await job.run(house.ground, { id, timeZone })
}

function wait(kind: TaskKind, given: { person?: number; ownerId?: string | null; dueAt?: Moment } = {}) {
  const { person = 0, ownerId = account('coordinator').id, dueAt } = given
  return house.act('system', (act) =>
    openTasks(act, [
      { personId: people[person] ?? '', kind, ownerId, dueOn: act.today, ...(dueAt ? { dueAt } : {}) },
    ]),
  )
}
const close = (kinds: readonly TaskKind[]) =>
  house.act('coordinator', (act) =>
    closeTasks(act, people, kinds, { state: 'completed', outcome: 'contact' }),
  )
const choose = (role: 'coordinator' | 'lead', digest: boolean, phone: string | null) =>
  atDoor(house.ground, (door) =>
    keepNotification(
      door,
      { accountId: account(role).id, organisationId: house.organisation.id },
      { digest, phone },
    ),
  )
const absent = (accountId: string, substituteId: string | null) =>
  withClient(house.database.connection, (owner) =>
    owner.query(
      `insert into access.absence (id, organisation_id, account_id, starts_on, ends_on, substitute_id, why, made_by, made_at)
       values ($1, $2, $3, '2026-11-23', '2026-11-30', $4, 'said', $3, now())`,
      [randomUUID(), house.organisation.id, accountId, substituteId],
    ),
  )
const written = async () => (await mailsOf(house)).map(({ to, subject, text }) => ({ to, subject, text }))

describe('the morning’s mail', () => {
  test('says in numbers what waits, and takes one to My day', async () => {
    await wait('silence')
    await wait('silence', { person: 1 })
    await wait('read', { person: 2 })
    await run('tasks-digest')
    const [mail, ...more] = await written()
    expect(more).toEqual([])
    expect(mail).toMatchObject({ to: account('coordinator').email, subject: 'Tugevus: sinu päev' })
    expect(mail?.text).toContain(
      '– 2 inimest, kellega on aeg ise ühendust võtta\n– 1 vastus lugeda\n\nAva minu päev:',
    )
    expect(mail?.text).toContain('http://localhost:3000/day')
  })

  test('comes once a day, whatever is started again or runs beside', async () => {
    await wait('silence')
    await Promise.all([run('tasks-digest'), run('tasks-digest'), run('tasks-digest')])
    house.clock.set('2026-11-24T08:00:00Z')
    await run('tasks-digest')
    expect(await written()).toHaveLength(1)
    house.clock.set('2026-11-25T05:00:00Z')
    await run('tasks-digest')
    expect(await written()).toHaveLength(2)
  })

  test('comes at seven and no earlier, in the organisation’s own time', async () => {
    await wait('silence')
    for (const [time, count] of [
      ['04:59', 0],
      ['05:00', 1],
    ] as const) {
      house.clock.set(`2026-11-24T${time}:00Z`)
      await run('tasks-digest')
      expect(await written()).toHaveLength(count)
    }
  })

  test('does not come where nothing waits, and not later in the morning either', async () => {
    await run('tasks-digest')
    await wait('silence')
    house.clock.set('2026-11-24T06:00:00Z')
    await run('tasks-digest')
    expect(await written()).toEqual([])
  })

  test('does not come to somebody who wants none', async () => {
    await choose('coordinator', false, null)
    await wait('silence')
    await run('tasks-digest')
    expect(await written()).toEqual([])
  })

  test('is in the reader’s language, as text and as HTML', async () => {
    await atDoor(house.ground, (door) => keepLocale(door, account('coordinator').id, 'ru'))
    await wait('silence')
    await run('tasks-digest')
    await postMail(house.ground)
    const [mail] = mailbox.received
    expect(mail?.text).toContain('Content-Type: text/plain')
    expect(mail?.text).toContain('Content-Type: text/html')
    expect(mail?.text).toContain(`Subject: =?UTF-8?`)
    expect((await written()).length).toBe(0)
  })

  test('goes to whoever stands in, and to nobody who is away', async () => {
    await absent(account('coordinator').id, account('lead').id)
    await wait('silence')
    await run('tasks-digest')
    const mails = await written()
    expect(mails.map(({ to }) => to)).toEqual([account('lead').email])
    expect(mails[0]?.text).toContain('kolleegi töö, keda sa asendad')
  })

  test('tells a supporter whose turn it is', async () => {
    const [personId = ''] = people
    await house.act('coordinator', (act) =>
      grantSight(act, {
        personId,
        accountId: account('supporter').id,
        role: 'supporter',
        categories: ['identity', 'path'],
        reason: 'supporter',
      }),
    )
    await wait('silence')
    await withClient(house.database.connection, (owner) =>
      owner.query("update tasks.task set step = 'supporter', step_at = now()"),
    )
    await run('tasks-digest')
    // It asks nothing of the coordinator meanwhile.
    expect((await written()).map(({ to }) => to)).toEqual([account('supporter').email])
  })

  test('never goes to another organisation', async () => {
    await wait('silence')
    const { id, timeZone } = house.other
    for (const job of tellingJobs) await job.run(house.ground, { id, timeZone })
    expect(await written()).toEqual([])
  })
})

describe('somebody who asks to be called', () => {
  const promised = Temporal.Instant.from('2026-11-24T12:00:00Z')
  const at = (time: string) => house.clock.set(`2026-11-24T${time}:00Z`)
  const ask = () => wait('help', { dueAt: promised })

  test('is told of within the minute, by mail and by SMS, and not twice', async () => {
    await choose('coordinator', false, '+37255502001')
    at('08:00')
    await ask()
    await Promise.all([run('tasks-urgent'), run('tasks-urgent')])
    await run('tasks-urgent')
    await postMail(house.ground)
    expect(mailbox.received.map(({ to }) => to)).toEqual([[account('coordinator').email]])
    expect(gateway.received.map(({ body }) => Object.fromEntries(new URLSearchParams(body)))).toEqual([
      {
        to: '+37255502001',
        text: 'Tugevus: keegi palus endale helistada. Lubatud hiljemalt 24.11.2026 kell 14.00. http://localhost:3000/day',
      },
    ])
  })

  test('is told of again before the time, and then to the lead', async () => {
    at('08:00')
    await ask()
    for (const time of ['08:00', '10:00', '11:00', '11:30', '12:00', '12:30']) {
      at(time)
      await run('tasks-watch')
      await run('tasks-urgent')
    }
    expect((await written()).map(({ to, subject }) => [to, subject])).toEqual([
      [account('coordinator').email, 'Tugevus: palutakse helistada'],
      [account('coordinator').email, 'Tugevus: palutakse helistada, aeg hakkab täis saama'],
      [account('lead').email, 'Tugevus: palutakse helistada, lubatud aeg on möödas'],
    ])
  })

  test('is told of no more when anybody has acted: what has not left is taken back', async () => {
    await choose('coordinator', true, '+37255502001')
    mailbox.refuse = 451
    gateway.answers = [503]
    at('08:00')
    await ask()
    await run('tasks-urgent')
    expect(await postMail(house.ground)).toMatchObject({ later: 2 })
    await close(['help'])
    mailbox.refuse = null
    gateway.answers = [200]
    at('11:00')
    await run('tasks-urgent')
    expect(await postMail(house.ground)).toEqual({ sent: 0, later: 0, failed: 0, kept: 0 })
  })

  test('and again another day is told of anew', async () => {
    at('08:00')
    await ask()
    await run('tasks-urgent')
    await close(['help'])
    await ask()
    await run('tasks-urgent')
    // The first was taken back with what it was about.
    expect(await written()).toHaveLength(1)
    expect(
      await house.ground.jobs.selectFrom('platform.mail').select('state').orderBy('state').execute(),
    ).toEqual([{ state: 'waiting' }, { state: 'withdrawn' }])
  })

  test('is told of to whoever stands in', async () => {
    await absent(account('coordinator').id, account('lead').id)
    at('08:00')
    await ask()
    await run('tasks-urgent')
    const mails = await written()
    expect(mails.map(({ to }) => to)).toEqual([account('lead').email])
    expect(mails[0]?.text).toContain('on ära. Palun helista sina.')
  })

  test('who is called at this very moment is told of to nobody', async () => {
    at('08:00')
    await ask()
    const told = await house.act('system', (act) =>
      tellUrgent(act, {
        away: new Map(),
        url: '',
        sms: false,
        mailboxes: async (ids) => {
          await close(['help'])
          const box = { email: 'x@esimene.test', organisationId: '', organisation: '', name: '', staff: true }
          return new Map(ids.map((id) => [id, { ...box, locale: 'et' }]))
        },
      }),
    )
    expect(told).toBe(0)
    expect(await written()).toEqual([])
  })

  test('who is erased takes along what was noted of telling it', async () => {
    at('08:00')
    await ask()
    await run('tasks-urgent')
    await house.act('system', (act) => act.tx.deleteFrom('tasks.task').execute())
    const told = await house.act('system', (act) => act.tx.selectFrom('tasks.told').selectAll().execute())
    expect(told).toEqual([])
  })
})
