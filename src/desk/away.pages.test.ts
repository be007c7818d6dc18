import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rooms } from '../app.ts'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type House, type TestAccount } from '../../tests/setup/house.ts'
import { lastMail } from '../../tests/setup/mails.ts'
import { putOnPath } from '../../tests/setup/on-path.ts'
import { withClient } from '../../tests/setup/server.ts'
import { awayOn } from '../access/absence.store.ts'
import { createAccount } from '../access/account.store.ts'
import { grantSight } from '../people/sight.store.ts'
import { listPeople, type Person } from '../people/person.store.ts'
import type { Role } from '../platform/actor.ts'
import { readConfig } from '../platform/config.ts'
import { day } from '../platform/day.ts'
import { mailboxesAt } from '../access/mailboxes.ts'
import { inWeeks } from './away.pages.tsx'
import { noticeAbsences } from './noticed.store.ts'

let house: House
let kadri: TestAccount
let mihkel: TestAccount
let irina: TestAccount
let juku: Person

beforeAll(async () => {
  // A Monday.
  house = await openHouse({ rooms: rooms({ config: readConfig({}) }) })
  kadri = house.organisation.accounts.coordinator
  mihkel = await add('Mihkel', 'coordinator')
  irina = await add('Irina', 'coordinator')
  const [first] = await putOnPath(house, [{ agreed: false }], kadri)
  if (!first) throw new Error('nobody was entered')
  juku = first
})
afterAll(() => house.close())

async function add(name: string, role: Role): Promise<TestAccount> {
  const email = `${name.toLowerCase()}@esimene.test`
  const id = await house.act('system', (act) =>
    createAccount(act, { name, email, roles: [role], locale: 'et' }),
  )
  return { id, name, email, role, organisationId: house.organisation.id }
}

const span = (from: string, until: string | null) => ({
  ...part('from', from),
  ...part('until', until),
})
function part(name: string, date: string | null): Record<string, string> {
  const [year = '', month = '', date_ = ''] = date?.split('-') ?? []
  return { [`${name}-day`]: date_, [`${name}-month`]: month, [`${name}-year`]: year }
}
const post = (path: string, as: TestAccount | 'lead' | 'supporter', form: Record<string, string>) =>
  house.request(path, { as, form })
const page = async (path: string, as: TestAccount | Role) =>
  textOf(await (await house.request(path, { as })).text())
const away = (on: string) => house.act('system', (act) => awayOn(act, day(on)))

describe('an absence', () => {
  test('is said by whoever is away, after a look at what follows, and of nobody else', async () => {
    const form = { ...span('2026-11-25', '2026-11-27'), substitute: mihkel.id }
    const checked = await post('/away/new', kadri, { ...form, who: irina.id })
    const text = textOf(await checked.text())
    expect(text).toContain(
      'Mihkel näeb 25. novembrist 27. novembrini kõike, mida äraolija ise: praegu üht inimest.',
    )
    expect(text).toContain('Pärast viimast päeva ei näe asendaja enam midagi.')
    expect((await away('2026-11-25')).size).toBe(0)
    const saved = await post('/away/new', kadri, { ...form, who: irina.id, sure: 'yes' })
    expect(saved.headers.get('location')).toBe('/away')
    expect([...(await away('2026-11-25'))]).toEqual([
      [kadri.id, { from: day('2026-11-25'), until: day('2026-11-27'), substituteId: mihkel.id, why: 'said' }],
    ])
  })

  test('says in a sentence what does not fit, and keeps what was typed', async () => {
    const tries: [Record<string, string>, string][] = [
      [span('', null), 'Kirjuta esimene päev'],
      [span('2026-11-31', null), 'Kirjuta esimene päev'],
      [{ ...span('2026-12-10', null), ...part('until', '2026-12-32') }, 'Kirjuta viimane päev'],
      [span('2026-12-10', '2026-12-01'), 'Viimane päev ei saa olla enne esimest'],
      [
        { ...span('2026-11-26', '2026-11-26'), substitute: kadri.id },
        'Valitud asendaja on ise nendel päevadel ära.',
      ],
      [span('2026-11-26', '2026-11-30'), 'Nendel päevadel asendatakse kolleegi'],
    ]
    for (const [form, sentence] of tries) {
      const answer = await post('/away/new', mihkel, form)
      expect([sentence, answer.status]).toEqual([sentence, 422])
      expect(textOf(await answer.text())).toContain(sentence)
    }
    expect(await (await post('/away/new', mihkel, span('2026-12-10', '2026-12-01'))).text()).toContain(
      'value="10"',
    )
    const twice = await post('/away/new', kadri, span('2026-11-27', null))
    expect(textOf(await twice.text())).toContain('Nendel päevadel on äraolek juba kirjas.')
  })

  test('has no substitute where a person shares with one alone', async () => {
    const text = await page('/away/new', 'supporter')
    expect(text).toContain('Tugiisikul asendajat ei ole')
    const tried = await post('/away/new', 'lead', {
      who: house.organisation.accounts.supporter.id,
      ...span('2026-12-01', null),
      substitute: mihkel.id,
    })
    expect(tried.status).toBe(422)
  })

  test('is known to everybody who works with people, and changed by none of them', async () => {
    const [id] = await house.act('system', async ({ tx }) =>
      (await tx.selectFrom('access.absence').select('id').where('accountId', '=', kadri.id).execute()).map(
        (row) => row.id,
      ),
    )
    for (const as of [mihkel, 'supporter', 'lead'] as const)
      expect(await page('/away', as)).toContain('Asendab: Mihkel')
    for (const as of [mihkel, 'supporter', house.other.accounts.lead] as const) {
      expect((await house.request(`/away/${id}`, { as })).status).toBe(404)
      expect((await house.request(`/away/${id}`, { as, form: { substitute: irina.id } })).status).toBe(404)
      expect((await house.request(`/away/${id}/end`, { as, form: {} })).status).toBe(404)
    }
    for (const as of ['developer', 'host', 'officer', 'participant', 'admin'] as const) {
      expect((await house.request('/away', { as })).status).toBe(404)
    }
  })
})

describe('whoever sees somebody beside or in place of a colleague', () => {
  test('says their own absence and leaves the colleague’s cover as it is', async () => {
    const { supporter } = house.organisation.accounts
    await house.act(kadri, (act) =>
      grantSight(act, {
        personId: juku.id,
        accountId: supporter.id,
        role: 'supporter',
        categories: ['identity', 'path'],
        reason: 'supporter',
      }),
    )
    house.clock.set('2026-11-25T08:00:00Z')
    for (const as of ['supporter', mihkel] as const) {
      const said = await post('/away/new', as, { ...span('2026-12-21', '2026-12-23'), sure: 'yes' })
      expect(said.headers.get('location')).toBe('/away')
    }
    expect(await page('/day', mihkel)).toContain(juku.code)
    const looked = await page(`/people/${juku.code}/looked`, kadri)
    expect(looked).toContain('lasi asendajal äraoleku päevadel näha')
  })
})

describe('the substitute’s days', () => {
  const mornings = async (date: string) => {
    house.clock.set(`${date}T06:30:00Z`)
    return page('/day', mihkel)
  }

  test('tell for whom they stand in, show whose is whose, and end with the last one', async () => {
    expect(await mornings('2026-11-24')).toContain(
      'Varsti asendad: coordinator Esimene, 25. novembrist 27. novembrini.',
    )
    expect(await page('/day', mihkel)).not.toContain(juku.code)
    for (const date of ['2026-11-25', '2026-11-27']) {
      const text = await mornings(date)
      expect(text).toContain('Asendad: coordinator Esimene, kuni 27. novembrini.')
      expect(text).toContain(juku.code)
      expect(text).toMatch(/Oli kavas 23. novembril. Asendad: coordinator Esimene/)
    }
    expect(await page(`/people/${juku.code}`, mihkel)).toContain('asendab Mihkel kuni 27. novembrini')
    const list = await page(`/people?coordinator=${kadri.id}`, mihkel)
    expect(list).toContain(juku.code)
    const after = await mornings('2026-11-28')
    expect(after).not.toContain(juku.code)
    expect(after).not.toContain('Asendad')
    expect((await house.request(`/people/${juku.code}`, { as: mihkel })).status).toBe(404)
  })

  test('end at once when the colleague is back', async () => {
    await mornings('2026-11-26')
    expect(await page('/day', kadri)).toContain('Oled märgitud ära kuni 27. novembrini.')
    const [, id] =
      /\/away\/([0-9a-f-]{36})/.exec(await (await house.request('/day', { as: kadri })).text()) ?? []
    expect((await post(`/away/${id}/end`, kadri, {})).headers.get('location')).toBe('/away')
    expect(await page('/day', mihkel)).not.toContain(juku.code)
    expect((await away('2026-11-26')).size).toBe(0)
    expect((await away('2026-11-25')).size).toBe(1)
    // Nothing is ended twice.
    expect((await post(`/away/${id}/end`, kadri, {})).status).toBe(404)
  })
})

describe('somebody who is missed', () => {
  const notice = () =>
    house.act('system', (act) =>
      noticeAbsences(act, { mailboxes: mailboxesAt(house.ground), url: 'http://localhost:3000' }),
    )
  const seen = (who: TestAccount, on: string) =>
    withClient(house.database.connection, (owner) =>
      owner.query(
        `insert into access.presence values ($1, $2, $3) on conflict (account_id) do update set last_seen_on = $3`,
        [who.id, who.organisationId, on],
      ),
    )

  test('is noticed once, told to the leads by mail without a word about anybody, and found on the lead’s day', async () => {
    const { lead } = house.organisation.accounts
    await seen(kadri, '2026-11-27')
    await seen(lead, '2026-12-02')
    house.clock.set('2026-12-01T04:05:00Z')
    expect(await notice()).toEqual([])
    house.clock.set('2026-12-02T04:05:00Z')
    expect(await notice()).toEqual([kadri.id])
    expect(await notice()).toEqual([])
    const mail = await lastMail(house, lead.email)
    expect(mail?.subject).toBe('Kolleeg ei ole kohal')
    expect(mail?.text).toContain('coordinator Esimene ei ole alates 28. novembrist sisse loginud')
    expect(mail?.text).not.toContain('Inimene 1')
    const text = await page('/day', 'lead')
    expect(text).toContain('coordinator Esimene ei ole sisse loginud alates 28. novembrist')
    const list = await page('/away', 'lead')
    expect(list).toContain('Määra asendaja')
    expect(list).toContain('Anna inimesed üle')
    expect(await page('/away', mihkel)).not.toContain('sisse loginud')
  })

  test('has a substitute appointed by the lead, which replaces what was noticed', async () => {
    const form = { who: kadri.id, ...span('2026-12-02', '2026-12-11'), substitute: irina.id, sure: 'yes' }
    expect((await post('/away/new', 'lead', form)).status).toBe(303)
    expect((await away('2026-12-02')).get(kadri.id)?.why).toBe('said')
    expect(await house.act(irina, async (act) => (await listPeople(act)).map(({ code }) => code))).toContain(
      juku.code,
    )
    expect(await page('/day', 'lead')).not.toContain('sisse loginud alates 28. novembrist')
  })

  test('is there again as soon as they come in', async () => {
    const [id] = await house.act('system', async ({ tx }) =>
      (
        await tx
          .selectFrom('access.absence')
          .select('id')
          .where('accountId', '=', kadri.id)
          .where('endedAt', 'is', null)
          .where('endsOn', '>', day('2026-12-01'))
          .execute()
      ).map((row) => row.id),
    )
    await post(`/away/${id}/end`, 'lead', {})
    house.clock.set('2026-12-09T04:05:00Z')
    expect(await notice()).toEqual([kadri.id])
    expect((await away('2026-12-09')).get(kadri.id)?.why).toBe('noticed')
    await house.request('/day', { as: kadri })
    expect((await away('2026-12-09')).has(kadri.id)).toBe(false)
    expect(await notice()).toEqual([])
  })

  test('is told to the administrator where no lead is here either', async () => {
    const { admin } = house.organisation.accounts
    // The house runs on both days, and nobody comes.
    for (const morning of ['2026-12-16', '2026-12-17']) {
      house.clock.set(`${morning}T04:05:00Z`)
      expect(await notice()).toEqual([])
    }
    house.clock.set('2026-12-18T04:05:00Z')
    await post('/away/new', 'lead', {
      who: house.organisation.accounts.lead.id,
      ...span('2026-12-18', '2026-12-20'),
      sure: 'yes',
    })
    expect(await notice()).toEqual([kadri.id])
    expect((await lastMail(house, admin.email))?.text).toContain('Ka ühtegi juhti ei ole kohal.')
  })
})

describe('the list by weeks', () => {
  const of = (from: string, until: string | null) => ({
    id: from,
    accountId: from,
    substituteId: null,
    why: 'said' as const,
    from: day(from),
    until: until === null ? null : day(until),
  })

  test('has whoever is away on any day of a week that is still to come', () => {
    // A Wednesday.
    const today = day('2026-11-25')
    const weeks = inWeeks({
      today,
      absences: [
        of('2026-11-20', '2026-11-25'),
        of('2026-11-29', '2026-11-30'),
        of('2026-12-07', null),
        of('2026-12-06', '2026-12-08'),
      ],
    })
    expect(weeks.map(({ key, absences }) => [key, absences.map(({ id }) => id)])).toEqual([
      ['thisWeek', ['2026-11-20', '2026-11-29']],
      ['nextWeek', ['2026-11-29', '2026-12-06']],
      ['later', ['2026-12-07']],
    ])
  })
})
