import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House, type TestAccount } from '../../tests/setup/house.ts'
import { lastMail, mailsOf } from '../../tests/setup/mails.ts'
import { openVisit } from '../../tests/setup/visit.ts'
import type { Role } from '../platform/actor.ts'
import { postMail } from '../platform/mail.post.ts'
import { accountName, createAccount, eraseParticipant, listColleagues } from './account.store.ts'
import { disable, enable, listStaff, setRoles } from './admin.store.ts'
import { atDoor } from './door.ts'
import { inviteAgain, inviteParticipant } from './invite.store.ts'
import { readSession } from './session.store.ts'
import { sessionCookie } from './visitor.ts'

const start = '2026-11-23T08:00:00Z'
let house: House
beforeAll(async () => {
  house = await openHouse({ at: start })
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set(start)
  await house.ground.jobs.deleteFrom('platform.mail').execute()
  await house.ground.signin.deleteFrom('platform.rate').execute()
})

const url = 'http://localhost:3000'
const linkIn = (text: string | undefined) =>
  /http:\/\/localhost:3000(\/link\/\S+)/.exec(text ?? '')?.[1] ?? ''
const rolesOf = async (id: string) =>
  (
    await house.ground.signin
      .selectFrom('access.accountRole')
      .select('role')
      .where('accountId', '=', id)
      .execute()
  )
    .map((row) => row.role)
    .sort()
const set = (id: string, roles: Role[], as: TestAccount | 'admin' = 'admin') =>
  atDoor(house.ground, (door) => setRoles(door, house.actor(as), id, roles))

describe('inviting a colleague', () => {
  const form = { name: 'Õie Žukov', email: 'Oie@Esimene.test', roles: ['coordinator', 'lead'], locale: 'ru' }

  test('adds the account, mails a link in their language, and the link opens the door once', async () => {
    const answer = await house.request('/admin/accounts', { as: 'admin', form })
    expect(answer.status).toBe(303)
    const mail = await lastMail(house, 'oie@esimene.test')
    expect(mail?.subject).toBe('Tugevus: приглашение')
    const path = linkIn(mail?.text)
    const visit = openVisit(house)
    // Mail scanners open every link they see.
    for (let i = 0; i < 3; i++) expect((await visit.get(path)).text).toContain('Esimene')
    const seen = await visit.post(path, {})
    expect(seen.path).toMatch(/^\/account\/second-step/)
    expect((await openVisit(house).post(path, {})).status).toBe(404)
    expect((await openVisit(house).get(path)).status).toBe(404)
  })

  test('does not let them see anything before their second step, although the link proved the mailbox', async () => {
    const answer = await house.request('/admin/accounts', {
      as: 'admin',
      form: { ...form, email: 'kaks@esimene.test' },
    })
    const visit = openVisit(house)
    await visit.post(linkIn((await lastMail(house, 'kaks@esimene.test'))?.text), {})
    expect((await visit.get('/account')).path).toBe('/account/second-step?next=%2Faccount')
    expect(answer.headers.get('location')).toMatch(/^\/admin\/accounts\/[0-9a-f-]{36}$/)
  })

  test('says what is missing and keeps what was typed', async () => {
    const answer = await house.request('/admin/accounts', {
      as: 'admin',
      form: { name: '', email: 'mari', roles: [], locale: 'et' },
    })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    for (const field of ['f-name', 'f-email', 'f-roles']) expect(text).toContain(`href="#${field}"`)
    expect(text).toContain('value="mari"')
  })

  test('refuses an address that is taken, also by another house, and leaves nothing behind', async () => {
    for (const email of ['lead@esimene.test', 'lead@teine.test']) {
      const answer = await house.request('/admin/accounts', {
        as: 'admin',
        form: { ...form, name: 'Topelt', email },
      })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('Seda aadressi ei saa siin kasutada')
    }
    expect((await house.act('admin', (act) => listColleagues(act))).map((one) => one.name)).not.toContain(
      'Topelt',
    )
    expect(await mailsOf(house)).toEqual([])
  })

  test('makes no participant, whatever the form says', async () => {
    const answer = await house.request('/admin/accounts', {
      as: 'admin',
      form: { ...form, email: 'kolm@esimene.test', roles: ['participant'] },
    })
    expect(answer.status).toBe(422)
  })

  test('again ends the earlier link and goes to the address of the account', async () => {
    await house.request('/admin/accounts', { as: 'admin', form: { ...form, email: 'neli@esimene.test' } })
    const first = linkIn((await lastMail(house, 'neli@esimene.test'))?.text)
    const [added] = (await house.act('admin', (act) => listColleagues(act)))
      .filter((one) => one.name === form.name)
      .slice(-1)
    const id = added?.id ?? ''
    house.clock.set('2026-11-23T08:01:00Z')
    for (const one of await house.act('admin', (act) => listColleagues(act))) {
      if (one.name === form.name)
        await house.request(`/admin/accounts/${one.id}/invite`, { as: 'admin', form: {} })
    }
    expect(id).not.toBe('')
    const second = linkIn((await lastMail(house, 'neli@esimene.test'))?.text)
    expect(second).not.toBe(first)
    expect((await openVisit(house).get(first)).status).toBe(404)
    expect((await openVisit(house).get(second)).status).toBe(200)
  })
})

describe('letting a person in', () => {
  const invite = (as: Role, code: string, email: string) =>
    house.act(as, (act) => inviteParticipant(act, url, { code, name: 'Jaan Tamm', email, locale: 'et' }))

  test('is a coordinator’s: the house has a code, the person a name, and no administrator reads the mail', async () => {
    const id = await invite('coordinator', 'K7-42', 'jaan@kodu.test')
    expect(await house.act('coordinator', (act) => accountName(act, id))).toBe('K7-42')
    const mail = await lastMail(house, 'jaan@kodu.test')
    expect(mail?.organisationId).toBeNull()
    expect(mail?.text).not.toContain('Jaan')
    const visit = openVisit(house)
    await visit.post(linkIn(mail?.text), {})
    const account = await visit.get('/account')
    expect(account.status).toBe(200)
    expect(account.text).toContain('Jaan Tamm')
  })

  test('is not for those who do not work with people', async () => {
    for (const role of [
      'developer',
      'host',
      'supporter',
      'officer',
      'mobility_lead',
      'participant',
    ] as const) {
      await expect(invite(role, 'K1-11', `${role}@kodu.test`)).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('again is a coordinator’s for participants and the administrator’s for staff, in their own house', async () => {
    const { participant, host } = house.organisation.accounts
    const again = (as: Role | TestAccount, id: string) => inviteAgain(house.ground, house.actor(as), id)
    expect(await again('coordinator', participant.id)).toBe(true)
    expect(await again('admin', participant.id)).toBe(false)
    expect(await again('coordinator', host.id)).toBe(false)
    expect(await again('admin', host.id)).toBe(true)
    expect(await again(house.other.accounts.coordinator, participant.id)).toBe(false)
    expect(await again(house.other.accounts.admin, host.id)).toBe(false)
    expect(await again('coordinator', '00000000-0000-4000-8000-000000000000')).toBe(false)
    expect((await mailsOf(house)).map((mail) => [mail.to, mail.organisationId])).toEqual([
      [participant.email, null],
      [host.email, house.organisation.id],
    ])
  })

  test('a coordinator makes no colleague', async () => {
    const given = { name: 'X', email: 'x@esimene.test', roles: ['lead' as const], locale: 'et' as const }
    await expect(house.act('coordinator', (act) => createAccount(act, given))).rejects.toMatchObject({
      code: '42501',
    })
  })

  test('participants are no colleagues, and nobody but those who let them in knows of them', async () => {
    const { participant } = house.organisation.accounts
    for (const role of ['coordinator', 'developer', 'host', 'participant'] as const) {
      const colleagues = await house.act(role, (act) => listColleagues(act))
      expect(colleagues.some((one) => one.id === participant.id)).toBe(false)
      expect(colleagues.some((one) => one.id === house.organisation.accounts.coordinator.id)).toBe(true)
    }
    const developers = await house.act('developer', (act) => accountName(act, participant.id))
    expect(developers).toBeNull()
    expect(await house.act('participant', (act) => accountName(act, participant.id))).toBe('P9-99')
  })

  test('an erased participant is gone with everything that opened the door; staff are not erased', async () => {
    const id = await invite('coordinator', 'K8-88', 'kadri@kodu.test')
    const link = linkIn((await lastMail(house, 'kadri@kodu.test'))?.text)
    const visit = openVisit(house)
    await visit.post(link, {})
    expect(await house.act('system', (act) => eraseParticipant(act, id))).toBe(true)
    expect((await visit.get('/account')).path).toMatch(/^\/sign-in/)
    const left = await house.ground.signin
      .selectFrom('access.address')
      .select('accountId')
      .where('accountId', '=', id)
      .execute()
    expect(left).toEqual([])
    const { lead } = house.organisation.accounts
    expect(await house.act('system', (act) => eraseParticipant(act, lead.id))).toBe(false)
    expect(
      await house
        .act('coordinator', (act) => eraseParticipant(act, house.organisation.accounts.participant.id))
        .catch(() => false),
    ).toBe(false)
  })
})

describe('roles', () => {
  test('are changed by the administrator; a session in a role that was taken away is over, another goes on', async () => {
    const { developer } = house.organisation.accounts
    await set(developer.id, ['developer', 'mobility_lead'])
    const inRole = await house.signIn('developer')
    expect(await set(developer.id, ['mobility_lead'])).toEqual({ done: true })
    expect(await rolesOf(developer.id)).toEqual(['mobility_lead'])
    expect((await house.request('/account', { as: { cookie: inRole } })).headers.get('location')).toMatch(
      /^\/sign-in/,
    )
    const later = await house.signIn('developer')
    await set(developer.id, ['developer', 'mobility_lead'])
    expect((await house.request('/account', { as: { cookie: later } })).status).toBe(200)
    // It does not come to life again with the role.
    expect((await house.request('/account', { as: { cookie: inRole } })).status).toBe(303)
    await set(developer.id, ['developer'])
  })

  test('one at a time is acted in, and a switch gives a new token', async () => {
    const { lead } = house.organisation.accounts
    await set(lead.id, ['lead', 'coordinator'])
    const before = await house.signIn('lead')
    const answer = await house.request('/account/role', {
      as: { cookie: before },
      form: { role: 'coordinator' },
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/day')
    expect((await house.request('/account', { as: { cookie: before } })).status).toBe(303)
    const token =
      answer.headers
        .getSetCookie()[0]
        ?.split(';')[0]
        ?.slice(sessionCookie.length + 1) ?? ''
    expect(await readSession(house.ground, token)).toMatchObject({ role: 'coordinator', strong: true })
    await set(lead.id, ['lead'])
  })

  test('that one does not have cannot be taken on', async () => {
    for (const role of ['admin', 'participant', 'nobody', '']) {
      expect((await house.request('/account/role', { as: 'host', form: { role } })).status).toBe(404)
    }
  })

  test('from participant to staff the second step is asked for', async () => {
    const { supporter } = house.organisation.accounts
    await house.ground.signin
      .insertInto('access.accountRole')
      .values({
        accountId: supporter.id,
        organisationId: house.organisation.id,
        role: 'participant',
        since: house.clock.now(),
      })
      .execute()
    const visit = openVisit(house)
    visit.take(await house.signIn('supporter', { strong: false }))
    const step = await visit.get('/account/second-step')
    expect(step.text).toContain('Jätka rollis: Osaleja')
    await visit.post('/account/role', { role: 'participant' })
    expect((await visit.get('/account')).path).toBe('/account')
    const back = await visit.post('/account/role', { role: 'supporter' })
    expect(back.path).toMatch(/^\/account\/second-step/)
    // The administrator's changes do not touch that somebody participates.
    await set(supporter.id, ['supporter', 'host'])
    expect(await rolesOf(supporter.id)).toEqual(['host', 'participant', 'supporter'])
    await set(supporter.id, ['supporter'])
    await house.ground.signin
      .deleteFrom('access.accountRole')
      .where('accountId', '=', supporter.id)
      .where('role', '=', 'participant')
      .execute()
  })

  test('an account keeps one, and nobody becomes a participant by the administrator', async () => {
    const { host } = house.organisation.accounts
    expect(await set(host.id, [])).toEqual({ done: false, why: 'no-role' })
    expect(await set(host.id, ['participant'])).toEqual({ done: false, why: 'no-role' })
    expect(await rolesOf(host.id)).toEqual(['host'])
  })

  test('changes stand in the audit', async () => {
    const { officer } = house.organisation.accounts
    await set(officer.id, ['officer', 'developer'])
    await set(officer.id, ['officer'])
    const details = await house.ground.jobs
      .selectFrom('platform.auditEntry')
      .select('detail')
      .where('what', '=', 'access.account_role')
      .orderBy('id', 'desc')
      .limit(2)
      .execute()
    expect(details.map((row) => row.detail)).toEqual([
      `${officer.id}: -developer`,
      `${officer.id}: +developer`,
    ])
  })
})

describe('the last administrator', () => {
  const none = '00000000-0000-4000-8000-000000000000'

  test('stays administrator and open', async () => {
    const { admin } = house.organisation.accounts
    expect(await set(admin.id, ['lead'])).toEqual({ done: false, why: 'last-admin' })
    const tried = await house.request(`/admin/accounts/${admin.id}/roles`, {
      as: 'admin',
      form: { roles: ['lead'] },
    })
    expect(tried.status).toBe(422)
    expect(await tried.text()).toContain('See on ainus haldur')
    expect(await rolesOf(admin.id)).toEqual(['admin'])
    expect(await set(none, ['lead'])).toEqual({ done: false, why: 'unknown' })
  })

  test('is there also after two administrators have taken the role from each other at the same moment', async () => {
    const { admin, lead } = house.organisation.accounts
    for (let i = 0; i < 8; i++) {
      await set(lead.id, ['lead', 'admin'])
      const second: TestAccount = { ...lead, role: 'admin' }
      const results = await Promise.all([set(lead.id, ['lead']), set(admin.id, ['lead'], second)])
      expect(results.filter((one) => one.done)).toHaveLength(1)
      const admins = await house.ground.signin
        .selectFrom('access.accountRole')
        .select('accountId')
        .where('organisationId', '=', house.organisation.id)
        .where('role', '=', 'admin')
        .execute()
      expect(admins).toHaveLength(1)
      if (admins[0]?.accountId === lead.id) {
        await set(admin.id, ['admin'], second)
        await set(lead.id, ['lead'])
      }
    }
  })

  test('does not count one whose account is closed', async () => {
    const { admin, lead } = house.organisation.accounts
    await set(lead.id, ['lead', 'admin'])
    await atDoor(house.ground, (door) => disable(door, house.actor('admin'), lead.id))
    expect(await set(admin.id, ['lead'])).toEqual({ done: false, why: 'last-admin' })
    await atDoor(house.ground, (door) => enable(door, house.actor('admin'), lead.id))
    await set(lead.id, ['lead'])
  })
})

describe('closing an account', () => {
  test('ends its sessions, codes and links at once, and opening it again brings none of them back', async () => {
    const { officer } = house.organisation.accounts
    const cookie = await house.signIn('officer')
    await inviteAgain(house.ground, house.actor('admin'), officer.id)
    const link = linkIn((await lastMail(house, officer.email))?.text)
    expect(
      (await house.request(`/admin/accounts/${officer.id}/disable`, { as: 'admin', form: {} })).status,
    ).toBe(303)
    expect((await house.request('/account', { as: { cookie } })).status).toBe(303)
    expect((await openVisit(house).post(link, {})).status).toBe(404)
    await house.request(`/admin/accounts/${officer.id}/enable`, { as: 'admin', form: {} })
    expect((await house.request('/account', { as: { cookie } })).status).toBe(303)
    expect((await openVisit(house).post(link, {})).status).toBe(404)
  })

  test('leaves the name where somebody did something', async () => {
    const { officer } = house.organisation.accounts
    await house.request(`/admin/accounts/${officer.id}/disable`, { as: 'admin', form: {} })
    expect(await house.act('coordinator', (act) => accountName(act, officer.id))).toBe('officer Esimene')
    expect((await house.act('coordinator', (act) => listColleagues(act))).map((one) => one.id)).not.toContain(
      officer.id,
    )
    await house.request(`/admin/accounts/${officer.id}/enable`, { as: 'admin', form: {} })
  })

  test('is not done to oneself', async () => {
    const { admin } = house.organisation.accounts
    const result = await atDoor(house.ground, (door) => disable(door, house.actor('admin'), admin.id))
    expect(result).toEqual({ done: false, why: 'own' })
  })
})

describe('the administrator’s pages', () => {
  const id = '00000000-0000-4000-8000-000000000000'
  const gets = ['/admin', '/admin/accounts/new', '/admin/mails', '/admin/organisation']

  test('are there for the administrator, in three languages', async () => {
    for (const path of gets) {
      for (const lang of ['et', 'en', 'ru']) {
        expect([path, (await house.request(`${path}?lang=${lang}`, { as: 'admin' })).status]).toEqual([
          path,
          200,
        ])
      }
    }
  })

  test('are not there for anybody else; the lead has the organisation’s settings', async () => {
    for (const role of ['coordinator', 'lead', 'supporter', 'participant'] as const) {
      for (const path of gets) {
        const mayLead = role === 'lead' && path === '/admin/organisation'
        expect([role, path, (await house.request(path, { as: role })).status]).toEqual([
          role,
          path,
          mayLead ? 200 : 404,
        ])
      }
    }
  })

  test('show no participant: not by name, not by code, not by address, only how many', async () => {
    const { participant } = house.organisation.accounts
    const list = await (await house.request('/admin', { as: 'admin' })).text()
    for (const text of ['participant Esimene', 'P9-99', participant.email]) expect(list).not.toContain(text)
    expect(list).toMatch(/Kutsutud on \d+ osaleja/)
    expect((await house.request(`/admin/accounts/${participant.id}`, { as: 'admin' })).status).toBe(404)
    for (const deed of ['roles', 'disable', 'enable', 'invite', 'reset']) {
      const answer = await house.request(`/admin/accounts/${participant.id}/${deed}`, {
        as: 'admin',
        form: { roles: ['lead'], reason: 'proovin' },
      })
      expect([deed, answer.status]).toEqual([deed, 404])
    }
    const kept = await house.act('admin', (act) =>
      act.tx
        .selectFrom('access.address')
        .select('accountId')
        .where('accountId', '=', participant.id)
        .execute(),
    )
    expect(kept).toEqual([])
  })

  test('know nobody of another house', async () => {
    const stranger = house.other.accounts.coordinator
    for (const path of [
      `/admin/accounts/${stranger.id}`,
      `/admin/accounts/${stranger.id}/reset`,
      `/admin/accounts/${id}`,
      '/admin/accounts/x',
    ]) {
      expect([path, (await house.request(path, { as: 'admin' })).status]).toEqual([path, 404])
    }
    for (const deed of ['roles', 'disable', 'enable', 'invite', 'reset']) {
      const answer = await house.request(`/admin/accounts/${stranger.id}/${deed}`, {
        as: 'admin',
        form: { roles: ['lead'], reason: 'proovin' },
      })
      expect([deed, answer.status]).toEqual([deed, 404])
    }
    expect(await rolesOf(stranger.id)).toEqual(['coordinator'])
    const seen = await atDoor(house.ground, (door) => listStaff(door, house.actor('admin')))
    expect(seen.map((one) => one.id)).not.toContain(stranger.id)
  })

  test('find somebody by a part of the name, by role and by state', async () => {
    const names = async (query: string) => {
      const text = await (await house.request(`/admin?${query}`, { as: 'admin' })).text()
      return [...text.matchAll(/<a href="\/admin\/accounts\/[^"]{36}">([^<]+)</g)].map((match) => match[1])
    }
    expect(await names('q=COORD')).toEqual(['coordinator Esimene'])
    expect(await names('role=officer')).toEqual(['officer Esimene'])
    expect(await names('state=disabled')).toEqual([])
  })

  test('ask the administrator for a fresh proof before somebody’s keys are taken away, and for a reason', async () => {
    const { coordinator } = house.organisation.accounts
    const cookie = await house.signIn('admin')
    const path = `/admin/accounts/${coordinator.id}/reset`
    const noReason = await house.request(path, { as: { cookie }, form: { reason: ' ' } })
    expect(noReason.status).toBe(422)
    house.clock.set('2026-11-23T08:11:00Z')
    const stale = await house.request(path, { as: { cookie }, form: { reason: 'telefon kadus' } })
    expect(stale.headers.get('location')).toMatch(/^\/account\/second-step/)
    expect(await mailsOf(house)).toEqual([])
  })

  test('show kept mails of staff with their text', async () => {
    await house.request('/sign-in', { form: { email: 'coordinator@esimene.test' } })
    await house.request('/sign-in', { form: { email: 'participant@esimene.test' } })
    await postMail(house.ground)
    const text = await (await house.request('/admin/mails', { as: 'admin' })).text()
    expect(text).toContain('coordinator@esimene.test')
    expect(text).toMatch(/Sinu kood: \d{4} \d{4}/)
    expect(text).not.toContain('participant@esimene.test')
  })

  test('change the organisation’s name and languages, and refuse what makes no sense', async () => {
    const good = { name: 'Esimene maja', languages: ['et', 'ru'], locale: 'ru' }
    expect((await house.request('/admin/organisation', { as: 'lead', form: good })).status).toBe(303)
    const text = await (await house.request('/admin/organisation?lang=et', { as: 'admin' })).text()
    expect(text).toContain('value="Esimene maja"')
    for (const bad of [
      { ...good, name: ' ' },
      { ...good, languages: [] },
      { ...good, locale: 'en' },
      { ...good, languages: ['xx'] },
    ]) {
      expect((await house.request('/admin/organisation', { as: 'admin', form: bad })).status).toBe(422)
    }
    await house.request('/admin/organisation', {
      as: 'admin',
      form: { name: 'Esimene', languages: ['et', 'ru', 'en'], locale: 'et' },
    })
  })
})
