import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type Asked, type House } from '../../tests/setup/house.ts'
import { locales } from '../platform/words.ts'
import { learningRoom } from './room.ts'
import { sessionsOf, signupsOf, trainingsOf } from './training.store.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ rooms: [learningRoom] })
})
afterAll(() => house.close())

const post = (path: string, as: Asked['as'], form: NonNullable<Asked['form']> = {}) =>
  house.request(path, { as, form })
const text = async (path: string, as: Asked['as']) => (await house.request(path, { as })).text()

const training = {
  title: 'Kuidas inimest vastu võtta',
  forWhom: 'communities',
  programme: 'Tutvume, kuulame, lepime kokku.\n\nKohv.',
  materials: '',
}
const session = {
  'onDay-day': '14',
  'onDay-month': '12',
  'onDay-year': '2026',
  fromTime: '10',
  untilTime: '13.30',
  place: 'Kuusiku külamaja',
  seats: '2',
}

async function made(): Promise<{ training: string; session: string }> {
  const first = await post('/trainings/new', 'developer', training)
  const path = first.headers.get('location') ?? ''
  await post(`${path}/sessions`, 'developer', session)
  return house.act('developer', async (act) => {
    const id = path.split('/').at(-1) ?? ''
    const [one] = await sessionsOf(act, id)
    return { training: path, session: `${path}/sessions/${one?.id}` }
  })
}

describe('trainings', () => {
  test('are not there for those who neither hold them nor come', async () => {
    const { training: path, session: one } = await made()
    for (const as of ['participant', 'officer', 'admin'] as const) {
      for (const page of ['/trainings', path, one])
        expect((await house.request(page, { as })).status).toBe(404)
      expect((await post(`${one}/sign-up`, as)).status).toBe(404)
    }
    for (const page of [path, one]) {
      const foreign = house.other.accounts.developer
      expect((await house.request(page, { as: foreign })).status).toBe(404)
      expect((await post(`${one}/sign-up`, foreign)).status).toBe(404)
    }
  })

  test('are held by those who carry methods over, and by nobody else', async () => {
    const { training: path, session: one } = await made()
    for (const as of ['coordinator', 'supporter', 'host'] as const) {
      for (const page of ['/trainings/new', `${path}/change`])
        expect((await house.request(page, { as })).status).toBe(404)
      for (const page of ['/trainings/new', `${path}/change`, `${path}/sessions`, `${one}/cancel`])
        expect((await post(page, as, { ...training, ...session })).status).toBe(404)
      expect(await text(path, as)).not.toContain(`${path}/sessions"`)
    }
  })

  test('begin with a ready programme where one is chosen, and with nothing where it does not exist', async () => {
    expect(await text('/trainings', 'developer')).toContain('/trainings/new?from=boundaries')
    const form = await text('/trainings/new?from=boundaries', 'developer')
    expect(form).toContain('value="Piirid"')
    expect(form).toContain('Piir ei ole karistus. (20 min)')
    expect(await text('/trainings/new?from=x', 'developer')).toContain('name="title"')
  })

  test('are read in five languages', async () => {
    const { training: path } = await made()
    for (const lang of locales)
      expect(await text(`${path}?lang=${lang}`, 'host')).toContain(`<html lang="${lang}"`)
  })

  test('keep what was typed where something is wrong, name it, and write nothing', async () => {
    const before = await house.act('developer', trainingsOf)
    const answer = await post('/trainings/new', 'developer', { ...training, title: '', forWhom: 'x' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Kirjuta koolituse nimi')
    expect(html).toContain('Vali, kellele koolitus on')
    expect(html).toContain('Tutvume, kuulame, lepime kokku.')
    expect(await house.act('developer', trainingsOf)).toEqual(before)
  })

  test.each([
    ['a day that does not exist', { 'onDay-day': '31', 'onDay-month': '2' }, 'Kirjuta päev'],
    ['an end before the beginning', { untilTime: '9' }, 'Kirjuta lõpp'],
    ['no place', { place: ' ' }, 'Kirjuta koht'],
    ['one seat', { seats: '1' }, 'Kirjuta kohtade arv'],
    ['201 seats', { seats: '201' }, 'Kirjuta kohtade arv'],
    ['seats that are no number', { seats: 'palju' }, 'Kirjuta kohtade arv'],
  ])('take no day with %s', async (_, wrong, said) => {
    const path = (await post('/trainings/new', 'developer', training)).headers.get('location') ?? ''
    const answer = await post(`${path}/sessions`, 'developer', { ...session, ...wrong })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(said)
    expect(await house.act('developer', (act) => sessionsOf(act, path.split('/').at(-1)))).toEqual([])
  })
})

describe('a day of a training', () => {
  test('that is full says as which one somebody waits, and moves them up', async () => {
    const { session: one } = await made()
    for (const as of ['coordinator', 'supporter', 'host'] as const)
      expect((await post(`${one}/sign-up`, as)).status).toBe(303)
    expect(await text(one, 'supporter')).toContain('Sul on koht olemas.')
    const page = await text(one, 'host')
    expect(page).toContain('Oled ootejärjekorras 1. kohal.')
    // Who else comes is not a host’s to know.
    expect(page).not.toContain('supporter Esimene')
    expect(await text(one, 'developer')).toContain('supporter Esimene')
    expect(await text(one, 'developer')).toContain('Pane mind ootejärjekorda')
    await post(`${one}/withdraw`, 'coordinator')
    expect(await text(one, 'host')).toContain('Sul on koht olemas.')
  })

  test('that is cancelled takes nobody any more', async () => {
    const { session: one } = await made()
    expect((await post(`${one}/cancel`, 'mobility_lead')).status).toBe(303)
    expect((await post(`${one}/cancel`, 'mobility_lead')).status).toBe(404)
    await post(`${one}/sign-up`, 'host')
    const page = await text(one, 'host')
    expect(page).toContain('Sellele päevale ei saa end enam kirja panna.')
    expect(page).not.toContain('/sign-up')
  })

  test('asks who was there only when it has begun; whoever waited was not missed', async () => {
    const { session: one } = await made()
    const id = one.split('/').at(-1) ?? ''
    for (const as of ['coordinator', 'supporter', 'host'] as const) await post(`${one}/sign-up`, as)
    expect((await post(`${one}/attendance`, 'developer')).status).toBe(404)
    house.clock.set('2026-12-14T12:00:00Z')
    const signups = await house.act('developer', (act) => signupsOf(act, id))
    expect((await post(`${one}/attendance`, 'host', { came: [signups[0]?.id ?? ''] })).status).toBe(404)
    const came = [signups[0]?.id ?? '', 'x']
    expect((await post(`${one}/attendance`, 'developer', { came })).status).toBe(303)
    const noted = await house.act('developer', (act) => signupsOf(act, id))
    expect(noted.map(({ attended }) => attended)).toEqual([true, false, null])
    expect(await text(one, 'developer')).toContain('Kirjas oli 2, kohal 1.')
    await post(`${one}/withdraw`, 'supporter')
    expect(await text(one, 'supporter')).toContain('Sa olid kirjas.')
  })
})
