import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House, type TestAccount } from '../../tests/setup/house.ts'
import { putOneOnPath } from '../../tests/setup/on-path.ts'
import { createAccount } from '../access/account.store.ts'
import { changeIdentity } from '../people/identity.store.ts'
import { giveAccount, type Person } from '../people/person.store.ts'
import { grantSight } from '../people/sight.store.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import { answerCheckin } from './checkin.store.ts'
import { contactsOf, recordContact } from './contact.store.ts'
import { catchUp } from './daily.store.ts'
import { supportRoom } from './room.ts'
import { supportContent } from './support.content.ts'

let house: House
let person: Person
let me: TestAccount
let path: string
beforeAll(async () => {
  house = await openHouse({ rooms: [supportRoom] })
})
afterAll(() => house.close())

let count = 0
/** Somebody who was talked to on 3 November and has given no sign since; their supporter sees who they are and where on the path. */
beforeEach(async () => {
  house.clock.set('2026-11-03T08:00:00Z')
  person = await putOneOnPath(house, { leftOn: '2026-10-20' })
  path = `/people/${person.code}/contact`
  const contact = { phones: ['+372 5550 2001'], email: null, birthDate: null, remarks: 'Helistada õhtul.' }
  count += 1
  me = await house.act('coordinator', async (act) => {
    const { id } = person
    await changeIdentity(act, id, { name: 'Minu Inimene', ...contact })
    await recordContact(act, {
      personId: id,
      onDay: act.today,
      way: 'call',
      reached: true,
      what: 'Rääkisime.',
    })
    await grantSight(act, { ...supporterSight(), categories: ['identity', 'path'] })
    const email = `contact-${count}@esimene.test`
    const account = await createAccount(act, {
      name: person.code,
      email,
      roles: ['participant'],
      locale: 'et',
    })
    await giveAccount(act, id, account)
    const { organisationId } = act.actor
    return { id: account, name: person.code, email, role: 'participant', organisationId }
  })
  house.clock.set('2026-11-22T08:00:00Z')
  await house.act('system', (act) => catchUp(act, supportContent().pathways))
  house.clock.set('2026-11-23T08:00:00Z')
})

const supporterSight = () => ({
  personId: person.id,
  accountId: house.organisation.accounts.supporter.id,
  role: 'supporter' as const,
  reason: 'supporter' as const,
})
const tasks = () =>
  house.act('coordinator', async (act) =>
    (await listOpenTasks(act, { personId: person.id })).map(({ kind }) => kind),
  )
const contacts = () => house.act('coordinator', (act) => contactsOf(act, person.id))
const nothing = {
  wellbeing: null,
  confidence: null,
  callMe: null,
  words: null,
  use: null,
  craving: null,
  riskySituation: null,
  support: null,
  work: null,
  housing: null,
}

describe('somebody who is silent', () => {
  test('is shown with the days that went by and what silence means, and can be called', async () => {
    const page = await (await house.request(path, { as: 'coordinator' })).text()
    expect(page).toContain('Minu Inimene')
    expect(page).toContain('2 märguannet jäi tulemata: 10. novembril ja 17. novembril.')
    expect(page).toContain('Vaikus ei ütle muud, kui et on aeg ise ühendust võtta.')
    expect(page).toContain('href="tel:+37255502001"')
    expect(page).toContain('Helistada õhtul.')
    expect(page).not.toMatch(/<title>[^<]*Inimene/)
  })

  test('stays on the list after one tap on "did not reach", and the page tells that it was tried', async () => {
    const answer = await house.request(path, { as: 'coordinator', form: { way: 'call', reached: 'no' } })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/people/${person.code}`)
    expect(await tasks()).toContain('silence')
    expect((await contacts())[0]).toMatchObject({ way: 'call', reached: false, what: null })
    expect(await (await house.request(path, { as: 'coordinator' })).text()).toContain(
      'Üks kord proovitud: täna.',
    )
  })

  test('is no longer silent once somebody talked to them and wrote what happened', async () => {
    const form = {
      way: 'call',
      reached: 'yes',
      what: 'Tööl kiire, läheb hästi.',
      'on-day': '22',
      'on-month': '11',
      'on-year': '2026',
    }
    const answer = await house.request(path, { as: 'coordinator', form })
    expect(answer.status).toBe(303)
    expect(await tasks()).not.toContain('silence')
    const [contact] = await contacts()
    expect(contact).toMatchObject({ way: 'call', reached: true, what: 'Tööl kiire, läheb hästi.' })
    expect(contact?.onDay.toString()).toBe('2026-11-22')
    expect(await (await house.request(path, { as: 'coordinator' })).text()).toContain(
      'Praegu ei oota siin midagi',
    )
  })
})

test('somebody who asked for a call is shown first, in their own words and with what was promised', async () => {
  await house.act(me, (act) =>
    answerCheckin(act, {
      personId: person.id,
      dueOn: null,
      way: 'self',
      answers: { ...nothing, callMe: true, words: 'Ema on haiglas.' },
    }),
  )
  const page = await (await house.request(path, { as: 'coordinator' })).text()
  expect(page).toContain('Ema on haiglas.')
  expect(page).toContain('Lubasime helistada täna kella 14.00-ks.')
  house.clock.set('2026-11-23T13:00:00Z')
  expect(await (await house.request(path, { as: 'coordinator' })).text()).toContain('See aeg on möödas.')
})

describe('a form that is not whole', () => {
  test('comes back with what was typed, and says what is missing', async () => {
    const form = {
      way: 'visit',
      what: 'Kedagi polnud <kodus>',
      'on-day': '31',
      'on-month': '11',
      'on-year': '2026',
    }
    const answer = await house.request(path, { as: 'coordinator', form })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('role="alert"')
    expect(page).toContain('href="#f-reached"')
    expect(page).toContain('Sellist päeva ei ole')
    expect(page).toContain('Kedagi polnud &lt;kodus&gt;')
    expect(page).toMatch(/value="visit" checked/)
    expect(page).toMatch(/name="on-day" value="31"/)
    expect(await contacts()).toHaveLength(1)
  })

  test('needs to say what happened where somebody was reached, and never a day to come', async () => {
    const form = { way: 'call', reached: 'yes', 'on-day': '24', 'on-month': '11', 'on-year': '26' }
    const page = await (await house.request(path, { as: 'coordinator', form })).text()
    expect(page).toContain('Kirjuta paar sõna sellest, mis juhtus')
    expect(page).toContain('See päev on alles ees')
  })
})

describe('a supporter', () => {
  test('who may not write notes about the person is told so, has no form for them and cannot send one', async () => {
    const page = await (await house.request(path, { as: 'supporter' })).text()
    expect(page).toContain('Sina siia märkmeid kirjutada ei saa')
    expect(page).toContain('href="tel:+37255502001"')
    expect(page).not.toContain('name="what"')
    expect(page).not.toContain('Ei saanud kätte')
    const answer = await house.request(path, { as: 'supporter', form: { way: 'call', reached: 'no' } })
    expect(answer.status).toBe(404)
    expect(await contacts()).toHaveLength(1)
  })

  test('who may, can, and never sees the answers without being allowed to', async () => {
    await house.act('coordinator', (act) => grantSight(act, { ...supporterSight(), categories: ['notes'] }))
    await house.act(me, (act) =>
      answerCheckin(act, {
        personId: person.id,
        dueOn: null,
        way: 'self',
        answers: { ...nothing, callMe: true, words: 'Ainult Kadrile.' },
      }),
    )
    const page = await (await house.request(path, { as: 'supporter' })).text()
    expect(page).toContain('Palus helistada')
    expect(page).not.toContain('Ainult Kadrile.')
    const form = { way: 'meeting', reached: 'yes', what: 'Käisime kohvil.' }
    expect((await house.request(path, { as: 'supporter', form })).status).toBe(303)
    expect((await contacts())[0]).toMatchObject({ what: 'Käisime kohvil.' })
  })
})
