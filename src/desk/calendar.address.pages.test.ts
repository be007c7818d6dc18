import ICAL from 'ical.js'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedCommunities, type SeededCommunities } from '../../tests/setup/communities.ts'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, origin, type As, type House } from '../../tests/setup/house.ts'
import { everyRow } from '../../tests/setup/rows.ts'
import { disable, enable, resetKeys, setRoles } from '../access/admin.store.ts'
import { atDoor, type Door } from '../access/door.ts'
import { publishCommunity } from '../communities/community.store.ts'
import { addAction, addGoal } from '../communities/plan.store.ts'
import { communitiesRoom } from '../communities/room.ts'
import { addVisit, cancelVisit, visitsOf } from '../communities/visit.store.ts'
import { day } from '../platform/day.ts'
import { openLog } from '../platform/log.ts'
import { deskRoom } from './room.ts'

let house: House
let seeded: SeededCommunities
let log = ''
const visit = (onDay: string, topic: string) => ({
  actionId: null,
  kind: 'training' as const,
  onDay: day(onDay),
  atTime: '15:30',
  topic,
})
beforeAll(async () => {
  const lines = new Writable({
    write(chunk, _, done) {
      log += String(chunk)
      done()
    },
  })
  house = await openHouse({ rooms: [communitiesRoom, deskRoom([])], log: openLog('debug', lines) })
  seeded = await seedCommunities(house)
  await house.act('developer', async (act) => {
    await addVisit(act, seeded.mine.id, visit('2026-12-02', 'Salajane teema'))
    await addVisit(act, seeded.others.id, visit('2026-12-03', 'Rattad'))
    await addVisit(act, seeded.mine.id, visit('2026-08-01', 'Ammu möödas'))
    const plan = { dimension: null, stageFrom: null, stageTo: null, title: 'Naabrid', why: '', dueOn: null }
    const goalId = await addGoal(act, seeded.others.id, plan)
    const due = { title: 'Salajane tegevus', who: 'Mari', byOn: day('2026-10-01'), costCents: null }
    await addAction(act, { communityId: seeded.others.id, goalId }, { ...due, milestone: false })
    await publishCommunity(act, seeded.mine.id, true)
  })
  await house.act(house.other.accounts.developer, (act) =>
    addVisit(act, seeded.foreign.id, visit('2026-12-02', 'Võõras')),
  )
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-12-01T08:00:00Z'))

/** Makes an address as the page does. */
async function make(as: As): Promise<string> {
  return addressIn(await (await shown(as, await made(as))).text())
}

/** What the browser is told to keep of a new address until it shows it. */
async function made(as: As): Promise<string> {
  const answer = await house.request('/calendar/address', { as, form: {} })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/calendar/address'])
  return keptOf(answer)
}
const keptOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .filter((one) => !/^__Host-/.test(one))
    .map((one) => one.replace(/;.*/, ''))
    .join('; ')

const shown = (as: As, cookie: string) => house.request('/calendar/address', { as, headers: { cookie } })

const addressIn = (html: string) => {
  const [, address] = /<code id="calendar-address"[^>]*>([^<]+)<\/code>/.exec(html) ?? []
  return (address ?? '').slice(origin.length)
}
const read = async (path: string, asked: Parameters<House['request']>[1] = {}) => {
  const answer = await house.request(path, asked)
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text }
}
const titles = ({ text }: { text: string }) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((event) => event.getFirstPropertyValue('summary'))
const admin = async (work: (door: Door, actor: ReturnType<House['actor']>) => Promise<unknown>) =>
  atDoor(house.ground, (door) => work(door, house.actor('admin')))

describe('who must not see', () => {
  test('an address is made only by whoever works with communities', async () => {
    for (const as of ['coordinator', 'supporter', 'participant', 'officer', 'admin'] as const) {
      expect((await house.request('/calendar/address', { as, form: {} })).status, as).toBe(404)
    }
  })

  test('what is no address opens nothing', async () => {
    const token = 'A'.repeat(43)
    for (const path of [
      `${token}.ics`,
      token,
      `${token}.ics.ics`,
      'x',
      `${token}a.ics`,
      '%00.ics',
      'address.ics',
    ]) {
      const { status, text } = await read(`/calendar/${path}`)
      expect(status, path).toBe(404)
      expect(text).not.toContain('VCALENDAR')
    }
  })

  test('it opens what its maker sees, whoever is signed in where it is read', async () => {
    const path = await make('host')
    const own = ['Koolitus: Kuusiku külaselts']
    expect(titles(await read(path))).toEqual(own)
    expect(titles(await read(path, { as: 'lead' }))).toEqual(own)
    expect(titles(await read(await make('lead')))).toEqual([...own, 'Külaskäik', 'Tähtaeg'])
    const strange = await read(await make(house.other.accounts.developer))
    expect(titles(strange)).toEqual(['Külaskäik'])
    expect(strange.text).not.toContain('Kuusiku')
  })
})

describe('an address', () => {
  test('is shown once, and afterwards the page says since when it is there and whether it was read', async () => {
    const before = await read('/calendar', { as: 'developer' })
    expect(textOf(before.text)).toContain('Tee privaatne aadress')
    const path = await make('developer')
    expect(path).toMatch(/^\/calendar\/[\w-]{43}\.ics$/)
    const unread = await read('/calendar', { as: 'developer' })
    expect(textOf(unread.text)).toContain('Ükski kalender ei ole seda veel lugenud')
    await read(path)
    const { text } = await read('/calendar', { as: 'developer' })
    expect(textOf(text)).toMatch(/Aadress tehtud\s*1. detsember 2026\s*Viimati loetud\s*1. detsember 2026/)
    expect(text).not.toContain(path.slice(10, 40))
  })

  test('is not made again where the page that shows it is loaded again, which then says where it is', async () => {
    const kept = await made('developer')
    const first = await shown('developer', kept)
    const path = addressIn(await first.text())
    expect(keptOf(first)).toMatch(/^[\w-]+=$/)
    for (let times = 0; times < 2; times += 1) {
      const again = await shown('developer', keptOf(first))
      expect([again.status, again.headers.get('location')]).toEqual([303, '/calendar'])
      expect(keptOf(again)).toContain('tugevus-notice=Aadressi')
    }
    expect((await read(path)).status).toBe(200)
  })

  test('is shown to the session that made it, and what the browser keeps of it tells nothing', async () => {
    const kept = await made('developer')
    const path = addressIn(await (await shown('developer', kept)).text())
    expect(kept).not.toContain(path.slice('/calendar/'.length, -'.ics'.length))
    for (const cookie of [kept, `${kept}x`, kept.replace(/=.*/, '=x')]) {
      const strange = await shown('lead', cookie)
      expect([strange.status, await strange.text()]).toEqual([303, ''])
    }
  })

  test('stands in no log and in no row', async () => {
    const path = await make('developer')
    expect((await read(path)).status).toBe(200)
    const token = path.slice('/calendar/'.length, -'.ics'.length)
    expect(log).toContain('/calendar/:token')
    expect(log).not.toContain(token)
    const rows = await everyRow(house.database.connection)
    expect(JSON.stringify(rows)).toContain('calendar_address')
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('is told apart from what was read before, and kept by no proxy', async () => {
    const path = await make('developer')
    const first = await read(path)
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect(first.headers.get('referrer-policy')).toBe('same-origin')
    const etag = first.headers.get('etag') ?? ''
    house.clock.set('2026-12-01T18:00:00Z')
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`]) {
      const again = await read(path, { headers: { 'if-none-match': known } })
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag])
    }
    const head = await read(path, { method: 'HEAD', headers: { origin } })
    expect([head.status, head.text]).toEqual([200, ''])
    await house.act('developer', async (act) => {
      const [one] = await visitsOf(act, { communityId: seeded.mine.id, state: 'planned' })
      if (one) await cancelVisit(act, one.id)
    })
    const after = await read(path, { headers: { 'if-none-match': etag } })
    expect([after.status, titles(after)]).toEqual([200, ['Külaskäik', 'Tähtaeg']])
  })

  test('ends when a new one is made, and when its holder ends it', async () => {
    const first = await make('developer')
    const second = await make('developer')
    expect((await read(first)).status).toBe(404)
    expect((await read(second)).status).toBe(200)
    const ended = await house.request('/calendar/address/end', { as: 'developer', form: {} })
    expect([ended.status, ended.headers.get('location')]).toEqual([303, '/calendar'])
    expect((await read(second)).status).toBe(404)
  })

  test('ends with the account, with its keys and with the role, and does not come back with them', async () => {
    const { developer } = house.organisation.accounts
    const path = await make('developer')
    await admin((door, actor) => disable(door, actor, developer.id))
    expect((await read(path)).status).toBe(404)
    await admin((door, actor) => enable(door, actor, developer.id))
    expect((await read(path)).status).toBe(404)
    const second = await make('developer')
    await admin((door, actor) => resetKeys(door, actor, developer.id, 'Telefon läks kaotsi'))
    expect((await read(second)).status).toBe(404)
    const third = await make('developer')
    expect((await read(third)).status).toBe(200)
    await admin((door, actor) => setRoles(door, actor, developer.id, ['coordinator']))
    expect((await read(third)).status).toBe(404)
    await admin((door, actor) => setRoles(door, actor, developer.id, ['developer']))
    expect((await read(third)).status).toBe(404)
  })

  test('is not guessed: who asks for many that open nothing has to wait, and one that opens still opens', async () => {
    const path = await make('lead')
    const statuses = new Set<number>()
    for (let number = 0; number < 60; number += 1) {
      statuses.add((await read(`/calendar/${String(number).padStart(43, 'x')}.ics`)).status)
    }
    expect([...statuses].sort()).toEqual([404, 429])
    expect((await read(path)).status).toBe(200)
  })
})
