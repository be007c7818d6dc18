import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openGateway, type Gateway } from '../../tests/setup/gateway.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { seededAnswers } from '../../tests/setup/people.ts'
import { postMail } from '../platform/mail.post.ts'
import { unseal } from '../platform/sealing.ts'
import { changeIdentity } from '../people/identity.store.ts'
import { addPerson, giveAccount, type Person } from '../people/person.store.ts'
import { day } from '../platform/day.ts'
import type { Locale } from '../platform/words.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import { askForCheckins } from './checkin-asking.store.ts'
import { chooseWay } from './checkin-way.store.ts'
import { answerCheckin } from './checkin.store.ts'
import { recordContact } from './contact.store.ts'
import { catchUp, supportJobs } from './daily.store.ts'
import { enterPathways, pausePathway } from './pathway.store.ts'
import { supportRoom } from './room.ts'
import { supportContent } from './support.content.ts'
import { settleUndelivered, watchMessages } from './undelivered.store.ts'

let house: House
let owner: pg.Client
let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway()
  house = await openHouse({
    rooms: [supportRoom],
    env: { TUGEVUS_SMS_URL: gateway.url, TUGEVUS_SMS_BODY: '{"to":"{to}","text":"{text}"}' },
  })
  owner = new pg.Client(house.database.connection)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await house.close()
  await gateway.close()
})
// Monday, six in the morning in Estonia: check-ins of everybody here are due on Mondays.
beforeEach(async () => {
  house.clock.set('2026-11-23T04:00:00Z')
  await owner.query('delete from platform.mail')
  await owner.query("update support.pathway set state = 'ended'")
})

const url = 'http://localhost:3000'
type Given = { email?: string; phones?: string[]; language?: Locale; leftOn?: string; agreed?: boolean }

let number = 0
async function somebody({
  email,
  phones = [],
  language = 'et',
  leftOn = '2026-10-26',
  agreed = true,
}: Given = {}) {
  number += 1
  const now = house.clock.now().toString()
  house.clock.set('2026-11-16T08:00:00Z')
  const coordinatorId = house.organisation.accounts.coordinator.id
  const person = await house.act('coordinator', async (act) => {
    const identity = {
      name: `Liis Kuusk ${number}`,
      phones,
      email: email ?? null,
      birthDate: null,
      remarks: null,
    }
    const added = await addPerson(act, { identity, municipality: null, language, coordinatorId })
    const word = agreed ? { on: act.today, how: 'suuliselt' } : null
    await enterPathways(act, [
      {
        personId: added.id,
        pathway: 'adaptive',
        leftOn: day(leftOn),
        agreed: word,
        coordinatorId,
        firstContactOn: day('2026-12-18'),
      },
    ])
    return added
  })
  await house.act('system', (act) => catchUp(act, supportContent().pathways))
  // What was due before this Monday is none of this test's.
  await owner.query(
    'update support.checkin set asked_on = due_on, cancelled_on = due_on where person_id = $1',
    [person.id],
  )
  house.clock.set(now)
  return person
}

const all = { mail: true, sms: true }
/** What runs at six in the morning. */
const morning = async (channels = all) => {
  await house.act('system', (act) => catchUp(act, supportContent().pathways))
  return house.act('system', (act) => askForCheckins(act, { url, channels }))
}
const watch = () => house.act('system', watchMessages)
const tasksOf = async ({ id }: Person) =>
  (await house.act('coordinator', (act) => listOpenTasks(act, { personId: id }))).map(({ kind }) => kind)
const waits = async (one: Person, kind: string) => (await tasksOf(one)).some((each) => each === kind)

type Message = {
  id: string
  to: string
  subject: string
  text: string
  channel: string
  state: string
  leaves: string
}
async function messages(): Promise<Message[]> {
  const rows = await house.ground.jobs.selectFrom('platform.mail').selectAll().orderBy('madeAt').execute()
  return rows.map((row) => ({
    id: row.id,
    to: unseal(house.ground.keys, `platform.mail/to/${row.id}`, row.toSealed),
    subject: row.subject,
    text: JSON.parse(unseal(house.ground.keys, `platform.mail/body/${row.id}`, row.bodySealed)).text,
    channel: row.channel,
    state: row.state,
    leaves: row.nextTryAt.toString(),
  }))
}
const linkIn = (text = '') => /http:\/\/localhost:3000(\/\S*)/.exec(text)?.[1] ?? ''
const fails = async () => owner.query("update platform.mail set state = 'failed'")

describe('somebody whose check-in comes due', () => {
  test('gets a mail with a link that opens the form, at nine and not at six', async () => {
    await somebody({ email: 'liis@kodu.test' })
    expect(await morning()).toMatchObject({ mail: 1, sms: 0, call: 0 })
    const [mail] = await messages()
    expect(mail).toMatchObject({
      to: 'liis@kodu.test',
      subject: 'Kuidas sul läheb?',
      leaves: '2026-11-23T07:00:00Z',
    })
    expect(linkIn(mail?.text)).toMatch(/^\/a\/[0-9a-z]{26}$/)
    expect((await house.request(linkIn(mail?.text))).status).toBe(200)
  })

  test('gets an SMS where there is a mobile number and no address', async () => {
    await somebody({ phones: ['489 2001', '5550 2001'] })
    await morning()
    const [sms] = await messages()
    expect(sms).toMatchObject({ channel: 'sms', to: '+37255502001' })
    expect(sms?.text).toMatch(/^Kuidas sul läheb\? Anna endast märku: http:\/\/localhost:3000\/a\/\w{26}$/)
  })

  test('gets the SMS over the gateway, by the jobs as they run, and its link opens the form', async () => {
    await somebody({ phones: ['5550 2001'] })
    const organisation = { id: house.organisation.id, timeZone: 'Europe/Tallinn' }
    for (const job of supportJobs) await job.run(house.ground, organisation)
    await postMail(house.ground)
    expect(gateway.received).toEqual([])
    house.clock.set('2026-11-23T07:00:00Z')
    await postMail(house.ground)
    const [handed] = gateway.received
    const sms = JSON.parse(handed?.body ?? '{}')
    expect(sms.to).toBe('+37255502001')
    expect((await house.request(linkIn(sms.text))).status).toBe(200)
  })

  test('is told by mail to answer on their own page where they have one', async () => {
    const one = await somebody({ email: 'oma@kodu.test' })
    const { id } = house.organisation.accounts.participant
    await house.act('coordinator', (act) => giveAccount(act, one.id, id))
    await morning()
    const [mail] = await messages()
    expect(linkIn(mail?.text)).toBe('/me/checkin')
    await owner.query('update people.person set account_id = null where id = $1', [one.id])
  })

  test('is called where nothing can be sent, and the call is over once somebody has taken it down', async () => {
    const one = await somebody()
    expect(await morning()).toMatchObject({ call: 1 })
    expect(await waits(one, 'call')).toBe(true)
    await house.act('coordinator', (act) =>
      answerCheckin(act, {
        personId: one.id,
        dueOn: day('2026-11-23'),
        way: 'telephone',
        answers: seededAnswers,
      }),
    )
    expect(await waits(one, 'call')).toBe(false)
  })

  test('is read to in their own language, without a name and without a word about health', async () => {
    for (const language of ['et', 'en', 'ru'] as const) {
      await somebody({ email: `${language}@kodu.test`, language, leftOn: '2026-10-19' })
      await somebody({ phones: ['5550 2001'], language })
    }
    await morning()
    const sent = await messages()
    expect(sent).toHaveLength(6)
    expect(sent.map(({ subject }) => subject)).toContain('Как у вас дела?')
    for (const { subject, text } of sent) {
      expect(`${subject} ${text}`).not.toMatch(
        /liis|kuusk|esimene|sõltuv|tarvita|alko|narko|rehab|jätkutugi|addict|drug|support|употреб|зависим|поддержк/i,
      )
    }
  })

  test('is asked once, however often the job runs', async () => {
    await somebody({ email: 'liis@kodu.test' })
    await somebody()
    await morning()
    expect(await morning()).toEqual({ mail: 0, sms: 0, paper: 0, page: 0, call: 0, again: 0 })
    expect(await messages()).toHaveLength(1)
  })

  test('is reminded on the last day with the same link, and not once they have answered', async () => {
    await somebody({ email: 'vaikib@kodu.test' })
    const quick = await somebody({ email: 'vastab@kodu.test' })
    await morning()
    const [first] = (await messages()).filter(({ to }) => to === 'vaikib@kodu.test')
    const [quickly] = (await messages()).filter(({ to }) => to === 'vastab@kodu.test')
    house.clock.set('2026-11-24T04:00:00Z')
    expect(await morning()).toMatchObject({ again: 0, mail: 0 })
    expect((await house.request(linkIn(quickly?.text), { form: { wellbeing: '5' } })).status).toBe(200)
    house.clock.set('2026-11-25T04:00:00Z')
    expect(await morning()).toMatchObject({ again: 1, mail: 1 })
    const last = (await messages()).at(-1)
    expect(last?.to).toBe('vaikib@kodu.test')
    expect(linkIn(last?.text)).toBe(linkIn(first?.text))
    expect(last?.text).toContain('Täna saad veel endast märku anda.')
    expect(await waits(quick, 'read')).toBe(true)
  })

  test('gets no message that still waited when they answered', async () => {
    const one = await somebody({ email: 'liis@kodu.test' })
    await morning()
    const [mail] = await messages()
    await house.request(linkIn(mail?.text), { form: { wellbeing: '5' } })
    expect((await messages()).map(({ state }) => state)).toEqual(['withdrawn'])
    const other = await somebody({ email: 'mart@kodu.test' })
    await morning()
    await house.act('coordinator', (act) => pausePathway(act, other.id, { until: null, by: 'person' }))
    expect((await messages()).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn'])
    expect(await waits(one, 'call')).toBe(false)
  })

  test('is not asked before the yes, on a pause, or for what went by while the server was off', async () => {
    await somebody({ email: 'kysimata@kodu.test', agreed: false })
    const paused = await somebody({ email: 'paus@kodu.test' })
    await house.act('coordinator', (act) => pausePathway(act, paused.id, { until: null, by: 'person' }))
    await somebody({ email: 'liis@kodu.test' })
    house.clock.set('2026-12-02T09:00:00Z')
    expect(await morning()).toMatchObject({ mail: 1, again: 0 })
    const [mail, ...more] = await messages()
    expect([mail?.to, more]).toEqual(['liis@kodu.test', []])
    // The last day of the one that was due on 30 November; what was due on the 23rd is not asked for any more.
    expect(mail?.leaves).toBe('2026-12-02T09:00:00Z')
  })

  test('is not written to on the evening of the last day: it would come too late', async () => {
    await somebody({ email: 'liis@kodu.test' })
    house.clock.set('2026-11-25T18:30:00Z')
    expect(await morning()).toMatchObject({ mail: 0 })
  })

  test('is called no more once it has gone by: silence waits instead', async () => {
    const one = await somebody()
    await morning()
    house.clock.set('2026-11-26T04:00:00Z')
    await morning()
    expect(await waits(one, 'call')).toBe(false)
    expect(await waits(one, 'silence')).toBe(true)
  })

  test('is asked in the way that was chosen, also by the person', async () => {
    const one = await somebody({ email: 'liis@kodu.test', phones: ['5550 2001'] })
    expect(await house.act('coordinator', (act) => chooseWay(act, one.id, 'sms'))).toBe(true)
    expect(await morning()).toMatchObject({ sms: 1, mail: 0 })
    const other = await somebody({ email: 'liis@kodu.test' })
    await house.act('lead', (act) => chooseWay(act, other.id, 'paper'))
    // No card was printed.
    expect(await morning()).toMatchObject({ call: 1 })
  })
})

describe('a message that does not arrive', () => {
  test('is the coordinator’s to know, once, and the check-in is taken on the telephone', async () => {
    const one = await somebody({ email: 'vale@kodu.test' })
    await morning()
    expect(await watch()).toEqual({ undelivered: 0, mended: 0 })
    await fails()
    expect(await watch()).toEqual({ undelivered: 1, mended: 0 })
    expect(await tasksOf(one)).toEqual(expect.arrayContaining(['undelivered', 'call']))
    expect(await watch()).toEqual({ undelivered: 0, mended: 0 })
    await house.act('coordinator', (act) => settleUndelivered(act, one.id))
    expect(await watch()).toEqual({ undelivered: 0, mended: 0 })
  })

  test('keeps the next ones on the telephone until somebody has looked', async () => {
    const one = await somebody({ email: 'vale@kodu.test' })
    await morning()
    await fails()
    await watch()
    house.clock.set('2026-11-30T04:00:00Z')
    expect(await morning()).toMatchObject({ mail: 0, call: 1 })
    await house.act('coordinator', (act) => settleUndelivered(act, one.id))
    house.clock.set('2026-12-07T04:00:00Z')
    expect(await morning()).toMatchObject({ mail: 1, call: 0 })
  })

  test('is over once the address is another one, another way was chosen or somebody was reached', async () => {
    const ones = [
      await somebody({ email: 'a@kodu.test' }),
      await somebody({ email: 'b@kodu.test' }),
      await somebody({ email: 'c@kodu.test' }),
    ]
    const [address, way, reached] = ones
    if (!address || !way || !reached) throw new Error('three were entered')
    await morning()
    await fails()
    expect(await watch()).toMatchObject({ undelivered: 3 })
    await house.act('coordinator', async (act) => {
      const identity = { name: 'Liis', phones: [], email: 'oige@kodu.test', birthDate: null, remarks: null }
      await changeIdentity(act, address.id, identity)
      await chooseWay(act, way.id, 'call')
      const contact = { onDay: act.today, way: 'call', reached: true, what: 'Uus aadress.' } as const
      await recordContact(act, { personId: reached.id, ...contact })
    })
    expect(await watch()).toEqual({ undelivered: 0, mended: 1 })
    for (const one of ones) expect(await waits(one, 'undelivered')).toBe(false)
  })
})
