import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openGateway, type Gateway } from '../../tests/setup/gateway.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { openMailbox, type Mailbox } from '../../tests/setup/mailbox.ts'
import { openLog } from './log.ts'
import { postMail } from './mail.post.ts'
import { listKeptMails, queueMail, queueSms } from './mail.ts'

const start = '2026-11-23T08:00:00Z'
const text = 'Keegi palus helistada. Vaata täna.'

describe('with a gateway', () => {
  let house: House
  let gateway: Gateway
  let mailbox: Mailbox
  let log = ''
  beforeAll(async () => {
    gateway = await openGateway()
    mailbox = await openMailbox()
    house = await openHouse({
      at: start,
      env: {
        TUGEVUS_SMTP: mailbox.url,
        TUGEVUS_SMS_URL: gateway.url,
        TUGEVUS_SMS_BODY: '{"to":"{to}","text":"{text}","reference":"{id}"}',
        TUGEVUS_SMS_HEADER: 'Authorization: Bearer hush-hush',
      },
      log: openLog('debug', { write: (line) => void (log += line) }),
    })
  })
  afterAll(async () => {
    await house.close()
    await gateway.close()
    await mailbox.close()
  })
  beforeEach(async () => {
    gateway.received.length = 0
    gateway.answers = [200]
    mailbox.received.length = 0
    log = ''
    house.clock.set(start)
    await house.ground.jobs.deleteFrom('platform.mail').execute()
  })

  const queue = (to = '5550 2001') =>
    house.act('coordinator', (act) => queueSms(act, { to, organisationId: act.actor.organisationId, text }))
  const rows = () => house.ground.jobs.selectFrom('platform.mail').selectAll().execute()

  test('an SMS is handed over once, whole, to the whole number, with our key', async () => {
    const id = await queue()
    expect(await postMail(house.ground)).toEqual({ sent: 1, later: 0, failed: 0, kept: 0 })
    expect(await postMail(house.ground)).toMatchObject({ sent: 0 })
    expect(gateway.received).toHaveLength(1)
    const [handed] = gateway.received
    expect(handed).toMatchObject({ method: 'POST', path: '/send' })
    expect(handed?.headers).toMatchObject({
      authorization: 'Bearer hush-hush',
      'content-type': 'application/json',
    })
    expect(JSON.parse(handed?.body ?? '')).toEqual({ to: '+37255502001', text, reference: id })
    expect((await rows()).map((row) => [row.state, row.toSealed.length, row.bodySealed.length])).toEqual([
      ['sent', 0, 0],
    ])
  })

  test('a gateway that is broken for a while gets it later, under the same reference', async () => {
    gateway.answers = [500, 200]
    const id = await queue()
    expect(await postMail(house.ground)).toMatchObject({ later: 1 })
    expect(await postMail(house.ground)).toMatchObject({ sent: 0 })
    house.clock.set('2026-11-23T08:01:00Z')
    expect(await postMail(house.ground)).toMatchObject({ sent: 1 })
    expect(gateway.received.map(({ body }) => JSON.parse(body).reference)).toEqual([id, id])
  })

  test.each([429, 503, 401, 402, 302, 'hang-up', 'silent'] as const)(
    'after %s it is tried again',
    async (answer) => {
      gateway.answers = [answer]
      await queue()
      expect(await postMail(house.ground, { patience: 200 })).toMatchObject({ later: 1 })
      // A gateway that sends us elsewhere is not followed: our key would be a stranger's.
      expect(gateway.received).toHaveLength(1)
      const [row] = await rows()
      expect(row).toMatchObject({ state: 'waiting', tries: 1 })
      expect(row?.trouble).toMatch(/^(HTTP \d{3}|UND_ERR_SOCKET|timeout)$/)
    },
  )

  test('a gateway that does not answer holds up neither mail nor the house', async () => {
    gateway.answers = ['silent']
    for (let i = 0; i < 5; i++) await queue()
    await house.act('coordinator', (act) =>
      queueMail(act, { to: 'keegi@mujal.test', organisationId: null, subject: 'Tere', text }),
    )
    // One of the five is waited for, beside the mail; the others are not tried in this round.
    expect(await postMail(house.ground, { patience: 4000 })).toMatchObject({ sent: 1, later: 1 })
    expect(gateway.received).toHaveLength(1)
    gateway.answers = [200]
    expect(await postMail(house.ground)).toMatchObject({ sent: 4 })
  })

  test('a gateway that is down is found again when it is up', async () => {
    const gone = await openGateway()
    await gone.close()
    const { sms } = house.ground.config
    if (!sms) throw new Error('no gateway')
    await queue()
    const down = { ...house.ground, config: { ...house.ground.config, sms: { ...sms, url: gone.url } } }
    expect(await postMail(down)).toMatchObject({ later: 1 })
    house.clock.set('2026-11-23T08:01:00Z')
    expect(await postMail(house.ground)).toMatchObject({ sent: 1 })
  })

  test('what is refused for good is not tried again', async () => {
    gateway.answers = [400]
    await queue()
    expect(await postMail(house.ground)).toMatchObject({ failed: 1 })
    expect(await rows()).toMatchObject([{ state: 'failed', tries: 1, trouble: 'HTTP 400' }])
    house.clock.set('2026-11-23T12:00:00Z')
    expect(await postMail(house.ground)).toMatchObject({ sent: 0, later: 0, failed: 0 })
  })

  test('what is no telephone number fails without troubling the gateway', async () => {
    await queue('helista mulle')
    expect(await postMail(house.ground)).toMatchObject({ failed: 1 })
    expect(gateway.received).toEqual([])
  })

  test('neither the number nor the text nor our key nor the gateway’s own words stand in the log or the database', async () => {
    gateway.answers = [500, 400]
    await queue()
    await queue()
    await postMail(house.ground)
    await postMail(house.ground)
    house.clock.set('2026-11-23T08:01:00Z')
    await postMail(house.ground)
    expect(log.split('\n').filter((line) => line.includes('was not sent'))).toHaveLength(3)
    const kept = JSON.stringify(await rows(), (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    )
    for (const trace of ['5550', 'helistada', 'hush-hush', 'refused:']) {
      expect(log).not.toContain(trace)
      expect(kept).not.toContain(trace)
    }
  })
})

describe('without a gateway', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse({ at: start })
  })
  afterAll(() => house.close())

  test('SMS are kept for the administrator, and a participant’s for nobody', async () => {
    await house.act('coordinator', async (act) => {
      await queueSms(act, { to: '5550 2001', organisationId: act.actor.organisationId, text })
      await queueSms(act, { to: '5550 2002', organisationId: null, text })
    })
    const printed: string[] = []
    expect(await postMail(house.ground, { print: (one) => printed.push(one) })).toMatchObject({ kept: 2 })
    expect(printed[0]).toBe(`SMS to: 5550 2001\n\n${text}`)
    expect(await house.act('admin', listKeptMails)).toMatchObject([{ channel: 'sms', to: '5550 2001', text }])
    const page = await (await house.request('/admin/mails', { as: 'admin' })).text()
    expect(page).toContain('SMS')
    expect(page).toContain('5550 2001')
    expect(page).not.toContain('5550 2002')
  })
})
