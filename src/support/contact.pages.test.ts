import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House, type TestAccount } from '../../tests/setup/house.ts'
import { putOneOnPath } from '../../tests/setup/on-path.ts'
import { createAccount } from '../access/account.store.ts'
import { changeIdentity } from '../people/identity.store.ts'
import { giveAccount, type Person } from '../people/person.store.ts'
import { endSight, grantSight } from '../people/sight.store.ts'
import { saveTrusted, withdrawTrusted } from '../people/trusted.store.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import { answerCheckin } from './checkin.store.ts'
import { contactsOf, everyContactOf, recordContact } from './contact.store.ts'
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
    expect(answer.headers.get('location')).toBe(path)
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
  test('who may not write notes has no form for them, and still says with one tap that they tried', async () => {
    const page = await (await house.request(path, { as: 'supporter' })).text()
    expect(page).toContain('Sina siia märkmeid kirjutada ei saa')
    expect(page).toContain('href="tel:+37255502001"')
    expect(page).not.toContain('name="what"')
    const note = { way: 'call', reached: 'no', what: 'Ema vastas.' }
    expect((await house.request(path, { as: 'supporter', form: note })).status).toBe(404)
    const answer = await house.request(path, { as: 'supporter', form: { way: 'visit', reached: 'no' } })
    expect(answer.status).toBe(303)
    expect((await contacts())[0]).toMatchObject({ way: 'visit', reached: false, what: null })
    const after = await (await house.request(path, { as: 'supporter' })).text()
    expect(after).toContain('Käisid kohal täna kell 10.00')
    // What the coordinator tried is a note, and stays theirs.
    expect(after).toContain('Üks kord proovitud: täna.')
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

describe('a tap by mistake', () => {
  const back = () => house.request(path, { as: 'coordinator' }).then((answer) => answer.text())
  const ways = (html: string) =>
    [...html.matchAll(/action="([^"]+\/back)"/g)].map(([, action = '']) => action)

  test('is taken back on the same day: it stays written down and counts nowhere', async () => {
    await house.request(path, { as: 'coordinator', form: { way: 'message', reached: 'no' } })
    const page = await back()
    expect(page).toContain('Kirjutasid täna kell 10.00. Kui ta vastab, pane vastus kirja.')
    const [action = ''] = ways(page)
    const answer = await house.request(action, { as: 'coordinator', form: {} })
    expect(answer.headers.get('location')).toBe(path)
    expect(await contacts()).toHaveLength(1)
    expect(await house.act('coordinator', (act) => everyContactOf(act, person.id))).toHaveLength(2)
    expect(await back()).not.toContain('proovitud')
  })

  test('gives the turn back to whoever had it', async () => {
    for (const way of ['call', 'message', 'visit']) {
      house.clock.set(house.clock.now().add({ seconds: 3 }).toString())
      await house.request(path, { as: 'coordinator', form: { way, reached: 'no' } })
    }
    const step = async () =>
      (await house.act('system', (act) => listOpenTasks(act, { personId: person.id, kinds: ['silence'] })))[0]
        ?.step
    expect(await step()).toBe('supporter')
    const page = await back()
    expect(page).toContain('Praegu tugiisiku kord.')
    await house.request(ways(page)[0] ?? '', { as: 'coordinator', form: {} })
    expect(await step()).toBe(null)
    expect(await back()).toContain('Kui ka järgmine katse ei õnnestu, palume proovida tugiisikut.')
  })

  test('is nobody else’s to take back, and not tomorrow', async () => {
    await house.request(path, { as: 'coordinator', form: { way: 'call', reached: 'no' } })
    const [action = ''] = ways(await back())
    await house.request(action, { as: 'lead', form: {} })
    expect((await house.request(action, { as: 'supporter', form: {} })).status).toBe(404)
    house.clock.set('2026-11-24T08:00:00Z')
    await house.request(action, { as: 'coordinator', form: {} })
    expect(await contacts()).toHaveLength(2)
  })
})

describe('when it is the turn of whom the person trusts', () => {
  const mother = {
    name: 'Aino',
    phone: '5551 0001',
    relation: 'ema',
    language: 'et',
    telling: 'organisation',
    ownWords: 'Ema teab, et käin tööl.',
    endsOn: null,
  } as const
  const silence = async () =>
    (await house.act('system', (act) => listOpenTasks(act, { personId: person.id, kinds: ['silence'] })))[0]
  const later = () => house.clock.set(house.clock.now().add({ minutes: 2 }).toString())

  beforeEach(async () => {
    await house.act('coordinator', async (act) => {
      await endSight(act, person.id, { accountId: supporterSight().accountId, reason: 'supporter' })
      const word = { on: act.today, how: 'spoken' }
      await saveTrusted(act, person.id, mother, { id: null, word })
    })
    for (const way of ['call', 'message', 'visit']) {
      later()
      await house.request(path, { as: 'coordinator', form: { way, reached: 'no' } })
    }
    later()
  })
  const trusted = () => `${path}/trusted`
  const page = async (as: 'coordinator' | 'lead' = 'coordinator') =>
    (await house.request(path, { as })).text()

  test('the page has the number and the very sentence', async () => {
    expect((await silence())?.step).toBe('trusted')
    const html = await page()
    expect(html).toContain('href="tel:55510001"')
    expect(html).toContain('Kas saaksite paluda, et Minu mulle helistaks?')
    expect(html).toContain('Ema teab, et käin tööl.')
    expect(html).not.toContain('on meie jätkutoes')
  })

  test('what they passed on sets the next day, and is no sign of life', async () => {
    const day = (text: string) => {
      const [year = '', month = '', date = ''] = text.split('-')
      return { 'next-day': date, 'next-month': month, 'next-year': year }
    }
    const form = { reached: 'yes', trustedWhat: 'Palus helistada reedel.', ...day('2026-11-27') }
    for (const wrong of ['2026-11-23', '2026-12-08']) {
      const refused = await house.request(trusted(), { as: 'coordinator', form: { ...form, ...day(wrong) } })
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain('value="Palus helistada reedel."')
    }
    const unsaid = await house.request(trusted(), { as: 'coordinator', form: { ...form, trustedWhat: '' } })
    expect(await unsaid.text()).toContain('Kirjuta ka, miks just siis')
    expect((await house.request(trusted(), { as: 'coordinator', form })).status).toBe(303)
    const task = await silence()
    expect([task?.step, task?.dueOn.toString()]).toEqual(['trusted', '2026-11-27'])
    expect((await contacts())[0]).toMatchObject({
      way: 'trusted',
      reached: true,
      what: 'Palus helistada reedel.',
    })
  })

  test('that they could not be reached either makes it the lead’s', async () => {
    await house.request(trusted(), { as: 'coordinator', form: { reached: 'no' } })
    expect((await silence())?.step).toBe('lead')
    const html = await page('lead')
    expect(html).toContain('Mida juht saab teha')
    expect(html).toContain('112')
    expect(html).not.toContain('tel:55510001')
    for (const way of ['call', 'visit']) {
      later()
      await house.request(path, { as: 'lead', form: { way, reached: 'no' } })
    }
    expect(await page('lead')).toContain('Järgmine kord proovime 23. veebruaril 2027.')
  })

  test('nothing of them is shown once the person no longer agrees', async () => {
    later()
    await house.act('coordinator', (act) => withdrawTrusted(act, person.id, { on: act.today, how: 'spoken' }))
    const html = await page()
    expect(html).not.toContain('tel:55510001')
    expect((await house.request(trusted(), { as: 'coordinator', form: { reached: 'no' } })).status).toBe(404)
  })

  test('a supporter is told nothing of them', async () => {
    await house.act('coordinator', (act) =>
      grantSight(act, { ...supporterSight(), categories: ['identity', 'path', 'notes'] }),
    )
    const html = await (await house.request(path, { as: 'supporter' })).text()
    expect(html).not.toMatch(/usaldusinim|55510001|Aino/)
  })
})
