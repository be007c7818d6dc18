/** What those who come to trainings are told: by mail, on the page where their day begins, and in their calendar. */
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type Asked, type House } from '../../tests/setup/house.ts'
import { openMailbox, type Mailbox } from '../../tests/setup/mailbox.ts'
import { mailsOf } from '../../tests/setup/mails.ts'
import { keepLocale } from '../access/address.store.ts'
import { disable, enable } from '../access/admin.store.ts'
import { atDoor } from '../access/door.ts'
import { mailboxesAt } from '../access/mailboxes.ts'
import { asHouse, type Role } from '../platform/actor.ts'
import { day, Temporal } from '../platform/day.ts'
import { postMail } from '../platform/mail.post.ts'
import type { DayNotice } from '../platform/room.ts'
import { locales, type Locale } from '../platform/words.ts'
import { noteAttendance } from './attendance.store.ts'
import { askLater } from './evaluation.ask.store.ts'
import { giveEvaluation } from './evaluation.store.ts'
import { learningRoom } from './room.ts'
import { movedUpAt } from './training.news.ts'
import { trainingNewsWords } from './training.news.words.ts'
import { tellOfTraining } from './training.news.store.ts'
import {
  addSession,
  addTraining,
  cancelSession,
  sessionsOf,
  signUp,
  signupsOf,
  withdraw,
} from './training.store.ts'
import { standing, type TrainingSession } from './training.ts'

const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000)

describe('when somebody moved up', () => {
  /** Somebody signs up or withdraws every second; who is in is looked at after each. */
  const deeds = fc.array(fc.record({ who: fc.nat(7), goes: fc.boolean() }), { maxLength: 40 })
  type One = { who: number; number: number; signedAt: Temporal.Instant; withdrawnAt: Temporal.Instant | null }

  test('is the moment at which they were first in and had not been before', () => {
    fc.assert(
      fc.property(deeds, fc.integer({ min: 2, max: 4 }), (all, seats) => {
        const line: One[] = []
        const first = new Map<number, { seconds: number; waited: boolean }>()
        for (const [place, { who, goes }] of all.entries()) {
          const seconds = place + 1
          const there = line.find((one) => one.who === who && one.withdrawnAt === null)
          if (goes && there) there.withdrawnAt = at(seconds)
          if (!goes && !there) line.push({ who, number: seconds, signedAt: at(seconds), withdrawnAt: null })
          const { in: inside } = standing(line, seats)
          for (const one of inside)
            if (!first.has(one.number)) first.set(one.number, { seconds, waited: one.number !== seconds })
        }
        for (const own of line.filter(({ withdrawnAt }) => withdrawnAt === null)) {
          const seen = first.get(own.number)
          expect(movedUpAt(line, seats, own)).toEqual(seen?.waited ? at(seen.seconds) : null)
        }
      }),
    )
  })

  test('is never where as many come as want to', () => {
    const own = { number: 2, signedAt: at(2), withdrawnAt: null }
    expect(movedUpAt([{ number: 1, signedAt: at(1), withdrawnAt: at(3) }, own], null, own)).toBeNull()
  })
})

let house: House
let mailbox: Mailbox
beforeAll(async () => {
  mailbox = await openMailbox()
  house = await openHouse({
    rooms: [learningRoom],
    env: { TUGEVUS_SMTP: mailbox.url, TUGEVUS_MAIL_FROM: 'tugevus@esimene.test' },
  })
})
afterAll(async () => {
  await house.close()
  await mailbox.close()
})
beforeEach(() => house.clock.set('2026-11-23T08:00:00Z'))
afterEach(async () => {
  await house.ground.jobs.deleteFrom('platform.mail').execute()
  await house.act('system', (act) => act.tx.deleteFrom('learning.training').execute())
})

const say = trainingNewsWords('et')
const post = (path: string, as: Asked['as'], form: NonNullable<Asked['form']> = {}) =>
  house.request(path, { as, form })
const text = async (path: string, as: Asked['as']) => (await house.request(path, { as })).text()
const emailOf = (role: Role) => house.organisation.accounts[role].email
const told = async () => (await mailsOf(house)).map(({ to }) => to).toSorted()

async function agreed(given: Partial<TrainingSession> = {}, who: readonly Role[] = []) {
  const session = await house.act('developer', async (act) => {
    const training = await addTraining(act, {
      title: 'Kui keegi joob',
      forWhom: 'communities',
      programme: 'Räägime.',
      materials: '',
      versionIds: [],
    })
    const times = { onDay: day('2026-12-14'), fromTime: '10:00', untilTime: '13:30' }
    const id = await addSession(act, training, { ...times, place: 'Kuusiku külamaja', seats: 2, ...given })
    const found = (await sessionsOf(act, training)).find((one) => one.id === id)
    if (!found) throw new Error('the session is not there')
    return found
  })
  for (const role of who) {
    house.clock.set(house.clock.now().add({ minutes: 1 }).toString())
    await house.act(role, (act) => signUp(act, session))
  }
  house.clock.set(house.clock.now().add({ minutes: 1 }).toString())
  return { session, page: `/trainings/${session.trainingId}/sessions/${session.id}` }
}

describe('a day that is cancelled', () => {
  test('says first who will be told, and only to those who hold it', async () => {
    const { page } = await agreed({}, ['host', 'supporter', 'coordinator'])
    for (const as of ['host', 'supporter', 'coordinator'] as const) {
      expect((await house.request(`${page}/cancel`, { as })).status).toBe(404)
      expect((await post(`${page}/cancel`, as)).status).toBe(404)
    }
    const html = await text(`${page}/cancel`, 'developer')
    for (const part of [say.cancel.title, say.cancel.told(3), say.cancel.yes, say.cancel.no])
      expect(html).toContain(part)
    expect(await told()).toEqual([])
  })

  test('is told to all who are on the list or wait, once each, and to nobody who withdrew', async () => {
    const { session, page } = await agreed({}, ['host', 'supporter', 'coordinator', 'lead'])
    await house.act('host', (act) => withdraw(act, session))
    const answers = await Promise.all([1, 2, 3].map(() => post(`${page}/cancel`, 'developer')))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 404, 404])
    expect(await told()).toEqual((['coordinator', 'lead', 'supporter'] as const).map(emailOf).toSorted())
    expect((await house.request(`${page}/cancel`, { as: 'developer' })).status).toBe(404)
  })

  test('is told to nobody where something breaks, and then has not been cancelled either', async () => {
    const { session } = await agreed({}, ['host', 'supporter'])
    await expect(
      house.act('developer', async (act) => {
        await cancelSession(act, session.id)
        await asHouse(act, (own) =>
          tellOfTraining(
            own,
            { what: 'cancelled', session, accountIds: [house.organisation.accounts.host.id] },
            { mailboxes: mailboxesAt(house.ground), url: 'http://localhost:3000' },
          ),
        )
        throw new Error('the power went')
      }),
    ).rejects.toThrow('the power went')
    expect(await told()).toEqual([])
    const all = await house.act('developer', (act) => sessionsOf(act, session.trainingId))
    expect(all.map(({ state }) => state)).toEqual(['planned'])
  })

  test('takes nobody any more who looked at it a moment before', async () => {
    const { session } = await agreed()
    await house.act('lead', (act) => cancelSession(act, session.id))
    expect(await house.act('host', (act) => signUp(act, session))).toBeNull()
    expect(await house.act('developer', (act) => signupsOf(act, session.id))).toEqual([])
  })

  test('is told to nobody once it has passed, nor to whoever works here no more', async () => {
    const { page } = await agreed({ onDay: day('2026-11-24') }, ['host'])
    house.clock.set('2026-11-26T08:00:00Z')
    expect(await text(`${page}/cancel`, 'developer')).toContain(say.cancel.past)
    await post(`${page}/cancel`, 'developer')
    expect(await told()).toEqual([])
    house.clock.set('2026-11-23T08:00:00Z')
    const gone = await agreed({}, ['mobility_lead', 'host'])
    const { admin, mobility_lead: leaver } = house.organisation.accounts
    await atDoor(house.ground, (door) => disable(door, house.actor(admin), leaver.id))
    await post(`${gone.page}/cancel`, 'developer')
    expect(await told()).toEqual([emailOf('host')])
    await atDoor(house.ground, (door) => enable(door, house.actor(admin), leaver.id))
  })

  test('arrives in the reader’s language, and tells neither what is taught nor where', async () => {
    for (const locale of locales) {
      await atDoor(house.ground, (door) => keepLocale(door, house.organisation.accounts.host.id, locale))
      const { page } = await agreed({}, ['host'])
      mailbox.received.length = 0
      await post(`${page}/cancel`, 'developer')
      const [mail] = await mailsOf(house)
      const words = trainingNewsWords(locale).mail
      expect(mail?.subject).toBe(words.cancelled.subject)
      for (const part of [words.cancelled.text, words.why, '10.00–13.30']) expect(mail?.text).toContain(part)
      const all = `${mail?.subject} ${mail?.text} ${mail?.html}`
      for (const hidden of ['joob', 'Kuusiku', 'host Esimene']) expect(all).not.toContain(hidden)
      await postMail(house.ground)
      expect(mailbox.received.map(({ to }) => to)).toEqual([[emailOf('host')]])
      await house.ground.jobs.deleteFrom('platform.mail').execute()
    }
    await atDoor(house.ground, (door) => keepLocale(door, house.organisation.accounts.host.id, 'et'))
  })
})

describe('months after a training', () => {
  const post = () => ({ mailboxes: mailboxesAt(house.ground), url: 'http://localhost:3000' })
  const ask = () => house.act('system', (act) => askLater(act, post()))
  const said = { confidence: null, useful: null, used: 'often', methods: [] } as const

  test('whoever was there is asked by mail, once for each time, unless they have answered', async () => {
    const { session } = await agreed({ onDay: day('2026-11-24') }, ['host', 'supporter'])
    house.clock.set('2026-11-24T18:00:00Z')
    const [one, other] = await house.act('developer', (act) => signupsOf(act, session.id))
    const there = new Map([
      [one?.id ?? '', true],
      [other?.id ?? '', false],
    ])
    await house.act('developer', (act) => noteAttendance(act, session, there))
    for (const [on, mails] of [
      ['2027-02-21', []],
      ['2027-02-22', [emailOf('host')]],
      ['2027-02-23', []],
      ['2027-05-22', []],
      ['2027-05-23', [emailOf('host')]],
      ['2027-05-24', []],
      ['2028-05-24', []],
    ] as const) {
      house.clock.set(`${on}T08:00:00Z`)
      await ask()
      expect(await told(), on).toEqual(mails)
      await house.ground.jobs.deleteFrom('platform.mail').execute()
    }
    house.clock.set('2026-11-23T08:00:00Z')
  })

  test('whoever answered before the mail went is left in peace, and nobody but the house asks', async () => {
    const { session } = await agreed({ onDay: day('2026-11-24') }, ['host'])
    house.clock.set('2026-11-24T18:00:00Z')
    const [one] = await house.act('developer', (act) => signupsOf(act, session.id))
    await house.act('developer', (act) => noteAttendance(act, session, new Map([[one?.id ?? '', true]])))
    house.clock.set('2027-02-22T08:00:00Z')
    const [held] = await house.act('host', (act) => sessionsOf(act, session.trainingId))
    if (!held) throw new Error('it is not there')
    expect(await house.act('lead', (act) => askLater(act, post()))).toBe(0)
    expect(await house.act('host', (act) => giveEvaluation(act, held, said))).toBe(true)
    expect(await ask()).toBe(0)
    expect(await told()).toEqual([])
    house.clock.set('2026-11-23T08:00:00Z')
  })
})

describe('whoever moves up', () => {
  test('is told, and alone, and the one who withdrew learns nothing', async () => {
    const { page } = await agreed({}, ['host', 'supporter', 'coordinator', 'lead'])
    const answer = await post(`${page}/withdraw`, 'host')
    expect(answer.status).toBe(303)
    expect(await told()).toEqual([emailOf('coordinator')])
    const [mail] = await mailsOf(house)
    expect(mail?.subject).toBe(say.mail['moved-up'].subject)
    // Pressed twice.
    await post(`${page}/withdraw`, 'host')
    expect(await told()).toEqual([emailOf('coordinator')])
    expect(await text(page, 'host')).not.toContain('coordinator Esimene')
  })

  test('is nobody where somebody withdrew who only waited', async () => {
    const { page } = await agreed({}, ['host', 'supporter', 'coordinator', 'lead'])
    await post(`${page}/withdraw`, 'coordinator')
    expect(await told()).toEqual([])
  })

  test('all who withdraw at once move up as many as wait, each told once', async () => {
    const { page } = await agreed({}, ['host', 'supporter', 'coordinator', 'lead', 'developer'])
    await Promise.all((['host', 'supporter'] as const).map((as) => post(`${page}/withdraw`, as)))
    expect(await told()).toEqual((['coordinator', 'lead'] as const).map(emailOf).toSorted())
  })
})

describe('where the day begins', () => {
  const noticed = (role: Role, locale: Locale = 'et'): Promise<DayNotice[]> =>
    house.act(role, async (act) => (await learningRoom.notices?.(act, locale)) ?? [])
  const texts = async (role: Role) => (await noticed(role)).map(({ text }) => text)
  const one = ['Kui keegi joob', '10.00–13.30', 'Kuusiku külamaja'] as const

  test('those who come and those who give it are reminded the day before and on the day, those who wait are not', async () => {
    const { session } = await agreed({}, ['host', 'supporter', 'coordinator'])
    expect(await texts('host')).not.toContain(say.notice.comes.tomorrow(...one))
    house.clock.set('2026-12-13T08:00:00Z')
    expect(await texts('host')).toContain(say.notice.comes.tomorrow(...one))
    expect(await texts('developer')).toContain(say.notice.gives.tomorrow(...one))
    // Not theirs: somebody else made it.
    expect(await texts('lead')).toEqual([])
    expect((await texts('coordinator')).join(' ')).not.toContain(one[1])
    house.clock.set('2026-12-14T07:30:00Z')
    expect(await texts('host')).toContain(say.notice.comes.today(...one))
    const [signup] = await house.act('developer', (act) => signupsOf(act, session.id))
    await house.act('developer', (act) => noteAttendance(act, session, new Map([[signup?.id ?? '', true]])))
    expect((await texts('host')).join(' ')).not.toContain(one[1])
    house.clock.set('2026-12-15T07:30:00Z')
    expect((await texts('supporter')).join(' ')).not.toContain(one[1])
  })

  test('a seat that was got stands there for a week, and a day that is cancelled shortly before it', async () => {
    const { session, page } = await agreed({}, ['host', 'supporter', 'coordinator'])
    await post(`${page}/withdraw`, 'host')
    const when = '14. detsember 2026, 10.00–13.30'
    expect(await texts('coordinator')).toContain(say.notice.movedUp(one[0], when))
    expect(await texts('supporter')).not.toContain(say.notice.movedUp(one[0], when))
    house.clock.set('2026-12-01T08:00:00Z')
    expect(await texts('coordinator')).not.toContain(say.notice.movedUp(one[0], when))
    await house.act('developer', (act) => cancelSession(act, session.id))
    expect(await texts('coordinator')).toEqual([])
    house.clock.set('2026-12-08T08:00:00Z')
    expect(await texts('coordinator')).toContain(say.notice.cancelled(one[0], when))
    expect((await texts('host')).join(' ')).not.toContain(when)
    house.clock.set('2026-12-15T08:00:00Z')
    expect(await texts('coordinator')).toEqual([])
  })

  test('whoever coordinates mobilities finds it on the page they land on', async () => {
    await agreed({ onDay: day('2026-11-24') }, ['mobility_lead'])
    expect(await text('/projects', 'mobility_lead')).toContain(say.notice.comes.tomorrow(...one))
    expect(await text('/projects', 'coordinator')).not.toContain('class="notices"')
  })
})

test('in the calendar stand those one has a seat for or gives; outside of the house nothing of what it is about', async () => {
  const { session } = await agreed({}, ['host', 'supporter', 'coordinator'])
  const events = (role: Role) =>
    house.act(role, async (act) => (await learningRoom.calendar?.(act, act.today, 'et')) ?? [])
  const [host, developer, coordinator, lead] = await Promise.all(
    (['host', 'developer', 'coordinator', 'lead'] as const).map(events),
  )
  expect(host).toEqual([
    expect.objectContaining({
      id: session.id,
      title: 'Kui keegi joob',
      outside: 'Koolitus',
      fromTime: '10:00',
      untilTime: '13:30',
    }),
  ])
  expect(developer?.map(({ outside }) => outside)).toEqual(['Koolitus, mida annad'])
  expect([coordinator, lead]).toEqual([[], []])
  await house.act('lead', (act) => cancelSession(act, session.id))
  expect(await events('host')).toEqual([])
})
