import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { textOf, titleOf } from '../../tests/setup/desk.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { putOneOnPath } from '../../tests/setup/on-path.ts'
import { makePasses } from '../people/pass.store.ts'
import { whoLooked } from '../people/looked.store.ts'
import type { Person } from '../people/person.store.ts'
import { day, Temporal } from '../platform/day.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import { linkEnds } from './checkin-link.ts'
import { answerCheckin, checkinsOf, markRead } from './checkin.store.ts'
import { seededAnswers } from '../../tests/setup/people.ts'
import { catchUp } from './daily.store.ts'
import { changeRhythm, endPathway, pausePathway } from './pathway.store.ts'
import { supportRoom } from './room.ts'
import { supportContent } from './support.content.ts'

let house: House
let owner: pg.Client
beforeAll(async () => {
  house = await openHouse({ rooms: [supportRoom] })
  owner = new pg.Client(house.database.connection)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await house.close()
})
// A Monday, ten in the morning in Estonia.
beforeEach(() => house.clock.set('2026-11-23T08:00:00Z'))

type Linked = Person & { path: string }

/** Somebody whose check-in is due on the day, with a link to it; the longer one where they left on 2026-10-19. */
async function linked(
  leftOn = '2026-10-26',
  dueOn = '2026-11-23',
  nextDueOn = '2026-11-30',
): Promise<Linked> {
  const person = await putOneOnPath(house, { leftOn, firstContactOn: '2026-12-10' })
  await house.act('system', (act) => catchUp(act, supportContent().pathways))
  return { ...person, path: await linkFor(person, dueOn, nextDueOn) }
}

async function linkFor(person: Person, dueOn: string, nextDueOn = '2026-11-30'): Promise<string> {
  const endsAt = linkEnds({ dueOn: day(dueOn), nextDueOn: day(nextDueOn), timeZone: 'Europe/Tallinn' })
  const [token] = await house.act('system', (act) =>
    makePasses(act, [{ personId: person.id, carrier: 'mail', dueOn: day(dueOn), endsAt }]),
  )
  return `/a/${token}`
}

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await house.request(path, { headers })
  return { status: answer.status, page: await answer.text() }
}
const send = async (path: string, form: Record<string, string>) => {
  const answer = await house.request(path, { form })
  return { status: answer.status, page: await answer.text() }
}
const answersOf = async (one: Person) =>
  (await house.act('coordinator', (act) => checkinsOf(act, one.id))).filter(({ answer }) => answer !== null)
const tasksOf = (one: Person) => house.act('coordinator', (act) => listOpenTasks(act, { personId: one.id }))
const over = 'See link ei tööta'

describe('a link', () => {
  test('opens the three questions and help, and tells nothing about whose it is', async () => {
    const one = await linked()
    const { status, page } = await get(one.path)
    expect(status).toBe(200)
    const names = new Set(
      [...page.matchAll(/<(?:input|textarea)[^>]* name="([^"]+)"/g)].map(([, name]) => name),
    )
    expect([...names]).toEqual(['wellbeing', 'confidence', 'callMe', 'words'])
    expect(page).toContain('href="tel:112"')
    expect(page).toContain('action="/leave"')
    for (const told of [one.code, one.id, 'Inimene 1', 'Esimene', 'coordinator', '23.', '2026-11']) {
      expect(page, told).not.toContain(told)
    }
    expect(titleOf(page)).toBe('Anna endast märku – Tugevus')
  })

  test('asks the longer questions where they are due, says who reads them, and names nobody', async () => {
    const one = await linked('2026-10-19')
    const { page } = await get(one.path)
    const text = textOf(page)
    expect(page).toContain('name="use"')
    expect(text).toContain('Vastust loeb sinu koordinaator ja organisatsiooni juht.')
    expect(text).not.toContain('coordinator Esimene')
  })

  test('is answered once, as the person’s own, and the answer waits to be read', async () => {
    const one = await linked()
    const sent = await send(one.path, { wellbeing: '3', confidence: '4', words: 'Pikk nädal.' })
    expect(sent.status).toBe(200)
    expect(textOf(sent.page)).toContain('Kätte saadud')
    expect(textOf(sent.page)).toContain('Teeme nädala väiksemaks')
    const [entry, ...more] = await answersOf(one)
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      state: 'answered',
      answer: { way: 'link', byAccount: null, readAt: null, answers: { wellbeing: 3, words: 'Pikk nädal.' } },
    })
    expect((await tasksOf(one)).map(({ kind }) => kind)).toContain('read')
    expect((await get(one.path)).status).toBe(404)
    expect(await house.act('coordinator', (act) => markRead(act, one.id))).toBe(1)
  })

  test('promises a call where one was asked for, and the coordinator has it', async () => {
    const one = await linked()
    const { page } = await send(one.path, { callMe: 'yes' })
    expect(textOf(page)).toContain('Sulle helistatakse täna kella 14.00-ks.')
    const help = (await tasksOf(one)).find(({ kind }) => kind === 'help')
    expect(help).toMatchObject({ dueAt: Temporal.Instant.from('2026-11-23T12:00:00Z') })
    expect(help?.ownerId).toBe(house.organisation.accounts.coordinator.id)
  })

  test('lets somebody who has just answered still ask for a call, for half an hour', async () => {
    const one = await linked()
    const { page } = await send(one.path, { wellbeing: '2' })
    expect(page).toContain(`action="${one.path}/call"`)
    const asked = await send(`${one.path}/call`, {})
    expect(textOf(asked.page)).toContain('Sulle helistatakse täna kella 14.00-ks.')
    expect((await tasksOf(one)).map(({ kind }) => kind)).toContain('help')
    const other = await linked()
    await send(other.path, { wellbeing: '2' })
    house.clock.set('2026-11-23T08:31:00Z')
    expect((await send(`${other.path}/call`, {})).status).toBe(404)
    expect((await tasksOf(other)).map(({ kind }) => kind)).not.toContain('help')
    // And nobody asks for a call before having answered.
    const third = await linked()
    expect((await send(`${third.path}/call`, {})).status).toBe(404)
  })

  test('is not used up by looking', async () => {
    const one = await linked()
    for (let look = 0; look < 5; look += 1) expect((await get(one.path)).status).toBe(200)
    expect((await house.request(one.path, { method: 'HEAD' })).status).toBe(200)
    expect((await send(one.path, { wellbeing: '5' })).status).toBe(200)
  })

  test('keeps what was typed where something is wrong, and is not used up by it', async () => {
    const one = await linked()
    const wrong = await send(one.path, { wellbeing: '11', words: 'Tere' })
    expect(wrong.status).toBe(422)
    expect(wrong.page).toContain('Tere')
    expect((await send(one.path, { wellbeing: '1' })).status).toBe(200)
  })

  test('sent twice keeps one answer and says that it has arrived', async () => {
    const one = await linked()
    await send(one.path, { wellbeing: '5' })
    const again = await send(one.path, { wellbeing: '9' })
    expect(again.status).toBe(200)
    expect(textOf(again.page)).toContain('Vastus on juba kohal')
    const [entry, ...more] = await answersOf(one)
    expect([entry?.answer?.answers.wellbeing, more.length]).toEqual([5, 0])
    house.clock.set('2026-11-23T08:31:00Z')
    expect((await send(one.path, { wellbeing: '9' })).status).toBe(404)
  })

  test('sent twice at once keeps one answer, and both are answered kindly', async () => {
    const one = await linked()
    const both = await Promise.all(
      ['5', '6', '7', '8'].map((wellbeing) => send(one.path, { wellbeing, callMe: 'yes' })),
    )
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(both.filter(({ page }) => page.includes('Vastus on juba kohal'))).toHaveLength(3)
    expect(await answersOf(one)).toHaveLength(1)
  })

  test('that is unknown, used, over, early or taken back answers alike', async () => {
    const unknown = await get(`/a/${'0'.repeat(26)}`)
    const used = await linked()
    await send(used.path, {})
    const early = await linked('2026-10-26', '2026-11-30', '2026-12-07')
    const paused = await linked()
    await house.act('coordinator', (act) => pausePathway(act, paused.id, { until: null, by: 'person' }))
    const late = await linked()
    const pages = [
      unknown,
      await get(used.path),
      await get(early.path),
      await get(paused.path),
      await get('/a/x'),
    ]
    house.clock.set('2026-11-29T22:00:00Z')
    pages.push(await get(late.path))
    const faces = new Set(pages.map(({ status, page }) => `${status} ${textOf(page)}`))
    expect(faces.size).toBe(1)
    expect([...faces][0]).toMatch(/^404 .*See link ei tööta.*112/)
  })

  test('is late and still welcome until the next one is due', async () => {
    const one = await linked()
    house.clock.set('2026-11-29T21:59:00Z')
    await house.act('system', (act) => catchUp(act, supportContent().pathways))
    expect((await tasksOf(one)).map(({ kind }) => kind)).toContain('silence')
    expect((await send(one.path, { wellbeing: '6' })).status).toBe(200)
    expect((await answersOf(one))[0]).toMatchObject({ state: 'late' })
    expect((await tasksOf(one)).map(({ kind }) => kind)).not.toContain('silence')
  })

  test('is open on its day before the daily run has come to it', async () => {
    const one = await linked('2026-10-26', '2026-11-30', '2026-12-07')
    house.clock.set('2026-11-29T22:30:00Z')
    expect((await get(one.path)).status).toBe(200)
    expect((await send(one.path, { wellbeing: '6' })).status).toBe(200)
    expect((await answersOf(one))[0]).toMatchObject({ dueOn: day('2026-11-30'), state: 'answered' })
  })

  test('ends once the check-in was answered in another way, and with a pause, an end or no rhythm', async () => {
    const [told, ended, none, changed] = [await linked(), await linked(), await linked(), await linked()]
    await house.act('coordinator', (act) =>
      answerCheckin(act, {
        personId: told.id,
        dueOn: day('2026-11-23'),
        way: 'telephone',
        answers: seededAnswers,
      }),
    )
    await house.act('lead', (act) => endPathway(act, ended.id, 'Soovis.'))
    await house.act('coordinator', (act) => changeRhythm(act, none.id, 'none'))
    for (const { path } of [told, ended, none]) expect((await get(path)).page).toContain(over)
    const card = await linkFor(changed, '2026-11-30', '2026-12-07')
    await house.act('coordinator', (act) => changeRhythm(act, changed.id, 'fortnightly'))
    expect((await get(changed.path)).status).toBe(200)
    house.clock.set('2026-11-30T08:00:00Z')
    expect((await get(card)).page).toContain(over)
  })

  test('is the same for a reminder: one for each day, whatever carries it', async () => {
    const one = await linked()
    expect(await linkFor(one, '2026-11-23')).toBe(one.path)
  })

  test('may be typed off paper', async () => {
    const one = await linked()
    const token = one.path.slice(3)
    const typed = (token.toUpperCase().match(/.{1,4}/g) ?? [])
      .join('-')
      .replaceAll('0', 'O')
      .replaceAll('1', 'l')
    expect((await get(`/a/${typed}`)).status).toBe(200)
  })

  test('speaks the person’s language, unless the browser was told another', async () => {
    const one = await linked()
    await owner.query("update people.person set language = 'ru' where id = $1", [one.id])
    expect((await get(one.path, { 'accept-language': 'en' })).page).toContain('lang="ru"')
    expect((await get(`${one.path}?lang=en`)).page).toContain('Check in')
  })

  test('shows nothing of whoever is signed in on that telephone', async () => {
    const one = await linked()
    const answer = await house.request(one.path, { as: 'coordinator' })
    expect(await answer.text()).not.toContain('coordinator Esimene')
  })

  test('that opens nothing is tried a few times only, and one that does is never refused', async () => {
    const one = await linked()
    let refused = 0
    for (let tries = 0; tries < 60; tries += 1) {
      if ((await get(`/a/${'1'.repeat(26)}`)).status === 429) refused += 1
    }
    expect(refused).toBeGreaterThan(0)
    expect((await get(one.path)).status).toBe(200)
  })

  test('leaves its token nowhere, and the person sees that it was used', async () => {
    const one = await linked()
    await get(one.path)
    await send(one.path, { wellbeing: '5' })
    const token = one.path.slice(3)
    const { rows } = await owner.query(
      'select t::text as row from people.pass t union all select t::text from platform.audit_entry t',
    )
    expect(rows.filter(({ row }) => row.includes(token))).toEqual([])
    const looks = await house.act('coordinator', (act) => whoLooked(act, one, 100))
    expect(
      looks.filter(({ role }) => role === 'bearer').map(({ action, what }) => `${action} ${what}`),
    ).toContain('create support.checkin')
  })
})
