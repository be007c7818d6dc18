import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { openMailbox, type Mailbox } from '../../tests/setup/mailbox.ts'
import { openGround } from './ground.ts'
import { postMail } from './mail.post.ts'
import { listKeptMails, queueMail } from './mail.ts'
import { mailPause, tryMails } from './mail.pause.ts'

const start = '2026-11-23T08:00:00Z'

test('a mail is tried again after growing pauses for more than a day', () => {
  const pauses = Array.from({ length: tryMails - 1 }, (_, i) => mailPause(i + 1))
  expect(pauses.slice(0, 5)).toEqual([1, 2, 4, 8, 16])
  expect(Math.max(...pauses)).toBe(360)
  const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 60
  expect(hours).toBeGreaterThan(24)
  expect(hours).toBeLessThan(48)
})

describe('with a mail server', () => {
  let house: House
  let mailbox: Mailbox
  beforeAll(async () => {
    mailbox = await openMailbox()
    house = await openHouse({
      at: start,
      env: { TUGEVUS_SMTP: mailbox.url, TUGEVUS_MAIL_FROM: 'maja@esimene.test' },
    })
  })
  afterAll(async () => {
    await house.close()
    await mailbox.close()
  })
  beforeEach(async () => {
    mailbox.received.length = 0
    mailbox.refuse = null
    mailbox.slow = 0
    house.clock.set(start)
    await house.ground.jobs.deleteFrom('platform.mail').execute()
  })

  const queue = (subject = 'Tere', text = 'Õhtust, Žanna') =>
    house.act('coordinator', (act) =>
      queueMail(act, { to: 'keegi@mujal.test', organisationId: act.actor.organisationId, subject, text }),
    )
  const rows = () => house.ground.jobs.selectFrom('platform.mail').selectAll().execute()

  test('a mail that was written is sent once, from the house, with its letters whole', async () => {
    await queue()
    expect(await postMail(house.ground)).toEqual({ sent: 1, later: 0, failed: 0, kept: 0 })
    expect(await postMail(house.ground)).toEqual({ sent: 0, later: 0, failed: 0, kept: 0 })
    expect(mailbox.received).toHaveLength(1)
    expect(mailbox.received[0]).toMatchObject({ to: ['keegi@mujal.test'], from: 'maja@esimene.test' })
    expect(mailbox.received[0]?.text).toContain('=C3=95htust, =C5=BDanna')
  })

  test('a mail sealed with another key fails once, and the next one goes out', async () => {
    await queue('Lugematu')
    await house.ground.jobs
      .updateTable('platform.mail')
      .set({ bodySealed: Buffer.alloc(60, 1) })
      .execute()
    await queue('Loetav')
    expect(await postMail(house.ground)).toMatchObject({ sent: 1, failed: 1 })
    expect(await postMail(house.ground)).toMatchObject({ sent: 0, failed: 0 })
  })

  test('what was sent is not kept', async () => {
    await queue()
    await postMail(house.ground)
    expect((await rows()).map((row) => [row.state, row.toSealed.length, row.bodySealed.length])).toEqual([
      ['sent', 0, 0],
    ])
  })

  test('neither address nor text can be read in the database while it waits', async () => {
    await queue('Tere', 'Kood 1234 5678')
    const text = JSON.stringify(await rows(), (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    )
    expect(text).not.toContain('keegi')
    expect(text).not.toContain('1234')
  })

  test('a deed that is rolled back sends nothing', async () => {
    await expect(
      house.act('coordinator', async (act) => {
        await queueMail(act, {
          to: 'a@b.test',
          organisationId: act.actor.organisationId,
          subject: 's',
          text: 't',
        })
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    expect(await postMail(house.ground)).toMatchObject({ sent: 0 })
  })

  test('two programs that post at once send each mail once', async () => {
    mailbox.slow = 20
    for (let i = 0; i < 6; i++) await queue(`nr ${i}`)
    const both = await Promise.all([postMail(house.ground), postMail(house.ground)])
    expect(both[0].sent + both[1].sent).toBe(6)
    const subjects = mailbox.received.map((mail) => /Subject: (.*)\r/.exec(mail.text)?.[1])
    expect(subjects.sort()).toEqual(['nr 0', 'nr 1', 'nr 2', 'nr 3', 'nr 4', 'nr 5'])
  })

  test('a program that is killed after the sending and before it could note it sends the same mail again, not another', async () => {
    const { config, dataDir, clock, keys, log } = house.ground
    const killed = openGround({ config, dataDir, clock, keys, log, database: house.database.connection })
    mailbox.taken = async () => {
      await killed[Symbol.asyncDispose]()
    }
    const id = await queue()
    await expect(postMail(killed)).rejects.toThrow()
    mailbox.taken = () => Promise.resolve()
    // Nobody else takes it while the first might still be at it.
    house.clock.set('2026-11-23T08:04:00Z')
    expect(await postMail(house.ground)).toMatchObject({ sent: 0 })
    house.clock.set('2026-11-23T08:05:00Z')
    expect(await postMail(house.ground)).toMatchObject({ sent: 1 })
    const ids = mailbox.received.map((mail) => /Message-ID: <(.*)>\r/i.exec(mail.text)?.[1])
    expect(ids).toEqual([`${id}@localhost`, `${id}@localhost`])
  })

  test('one recipient who is greylisted holds up no other', async () => {
    mailbox.refuse = 450
    await queue('esimene')
    expect(await postMail(house.ground)).toMatchObject({ later: 1 })
    mailbox.refuse = null
    await queue('teine')
    expect(await postMail(house.ground)).toMatchObject({ sent: 1, later: 0 })
    house.clock.set('2026-11-23T08:01:00Z')
    expect(await postMail(house.ground)).toMatchObject({ sent: 1, later: 0 })
  })

  test('a server that says "later" gets it later', async () => {
    mailbox.refuse = 451
    await queue()
    expect(await postMail(house.ground)).toMatchObject({ later: 1 })
    mailbox.refuse = null
    expect(await postMail(house.ground)).toMatchObject({ sent: 0 })
    house.clock.set('2026-11-23T08:01:00Z')
    expect(await postMail(house.ground)).toMatchObject({ sent: 1 })
  })

  test('a server that takes the mail and falls silent does not hold up the house', async () => {
    mailbox.slow = 1000
    await queue()
    expect(await postMail(house.ground, { patience: 200 })).toMatchObject({ later: 1 })
  })

  test('a recipient that is refused for good is not tried again, and the refusal quotes nobody', async () => {
    mailbox.refuse = 550
    await queue()
    expect(await postMail(house.ground)).toMatchObject({ failed: 1 })
    const [row] = await rows()
    expect(row).toMatchObject({ state: 'failed', tries: 1, trouble: 'EENVELOPE 550' })
  })

  test('a mail that nobody takes for more than a day is given up', async () => {
    mailbox.refuse = 451
    await queue()
    let now = house.clock.now()
    const end = now.add({ hours: 72 })
    let failed = 0
    while (now.epochNanoseconds < end.epochNanoseconds) {
      failed += (await postMail(house.ground)).failed
      now = now.add({ minutes: 30 })
      house.clock.set(now.toString())
    }
    expect(failed).toBe(1)
    expect((await rows())[0]?.tries).toBe(tryMails)
  })

  test('a program that is killed while sending costs a delay and no mail', async () => {
    await queue()
    // What a killed program leaves behind: taken on, and never settled.
    await house.ground.jobs
      .updateTable('platform.mail')
      .set({ tries: 1, nextTryAt: house.clock.now().add({ minutes: 5 }) })
      .execute()
    expect(await postMail(house.ground)).toMatchObject({ sent: 0 })
    house.clock.set('2026-11-23T08:05:00Z')
    expect(await postMail(house.ground)).toMatchObject({ sent: 1 })
  })

  test('a decoy is never sent and leaves no trace', async () => {
    await house.act('coordinator', (act) =>
      queueMail(act, { to: 'a@b.test', organisationId: null, subject: 's', text: 't' }, { decoy: true }),
    )
    expect(await postMail(house.ground)).toEqual({ sent: 0, later: 0, failed: 0, kept: 0 })
    expect(await rows()).toEqual([])
  })

  describe('that is down', () => {
    afterEach(async () => {
      await house.ground.jobs.deleteFrom('platform.mail').execute()
    })

    test('mail waits and leaves when it is up again', async () => {
      const gone = await openMailbox()
      await gone.close()
      const down = { ...house.ground, config: { ...house.ground.config, smtp: gone.url } }
      await queue()
      expect(await postMail(down)).toMatchObject({ later: 1 })
      house.clock.set('2026-11-23T08:01:00Z')
      expect(await postMail(house.ground)).toMatchObject({ sent: 1 })
    })
  })
})

describe('without a mail server', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse({ at: start })
  })
  afterAll(() => house.close())
  beforeEach(() => house.ground.jobs.deleteFrom('platform.mail').execute())

  const queue = (organisationId: string | null) =>
    house.act('coordinator', (act) =>
      queueMail(act, { to: 'keegi@mujal.test', organisationId, subject: 'Tere', text: 'Sinu kood' }),
    )

  test('mails are kept for the administrator of the organisation, and shown to nobody else', async () => {
    await queue(house.organisation.id)
    expect(await postMail(house.ground)).toMatchObject({ kept: 1 })
    const kept = await house.act('admin', listKeptMails)
    expect(kept).toMatchObject([
      { to: 'keegi@mujal.test', subject: 'Tere', text: 'Sinu kood', failed: false },
    ])
    expect(await house.act('lead', listKeptMails)).toEqual([])
    expect(await house.act('coordinator', listKeptMails)).toEqual([])
    const elsewhere = { ...house.other.accounts.admin }
    expect(await house.act(elsewhere, listKeptMails)).toEqual([])
  })

  test('a mail that is nobody’s is shown to no administrator', async () => {
    await queue(null)
    await postMail(house.ground)
    expect(await house.act('admin', listKeptMails)).toEqual([])
  })

  test('nobody writes mail in the name of another organisation', async () => {
    await expect(queue(house.other.id)).rejects.toMatchObject({ code: '42501' })
  })

  test('the demo prints them', async () => {
    await queue(house.organisation.id)
    const printed: string[] = []
    await postMail(house.ground, { print: (text) => printed.push(text) })
    expect(printed).toEqual(['To: keegi@mujal.test\nSubject: Tere\n\nSinu kood'])
  })

  test('what was kept goes after a fortnight', async () => {
    await queue(house.organisation.id)
    await postMail(house.ground)
    house.clock.set('2026-12-07T08:00:01Z')
    await postMail(house.ground)
    expect(await house.act('admin', listKeptMails)).toEqual([])
    house.clock.set(start)
  })
})
