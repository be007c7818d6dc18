import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk, textOf, titleOf, type Desk } from '../../tests/setup/desk.ts'
import { personByCode } from '../people/person.store.ts'
import { pathwayOf } from '../support/pathway.store.ts'
import { listOpenTasks } from '../tasks/task.store.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const filled = () => ({
  name: 'Tõnu  Kask',
  phone: '5551 2345',
  email: 'tonu@näide.ee',
  'birthDate-day': '14',
  'birthDate-month': '3',
  'birthDate-year': '1986',
  municipality: 'kehtna v.',
  language: 'et',
  remarks: 'Helistada õhtul.',
  'leftOn-day': '1',
  'leftOn-month': '11',
  'leftOn-year': '26',
  agreed: 'no',
  pathway: 'fixed',
  coordinator: desk.organisation.accounts.coordinator.id,
})
const add = (form: Record<string, string>, as: Parameters<Desk['request']>[1] = { as: 'coordinator' }) =>
  desk.request('/people/new', { ...as, form })
const codeOf = (answer: Response) => /\/people\/(.+)$/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''

describe('adding one person by hand', () => {
  test('enters them, to be asked first, on the pathway that was chosen', async () => {
    const form = { ...filled(), email: '' }
    const answer = await add(form)
    expect(answer.status).toBe(303)
    const code = codeOf(answer)
    expect(code).toMatch(/^[A-Z]\d-\d+$/)
    const entered = await desk.act('coordinator', async (act) => {
      const person = await personByCode(act, code)
      const id = person?.id ?? ''
      return { person, pathway: await pathwayOf(act, id), tasks: await listOpenTasks(act, { personId: id }) }
    })
    expect(entered.person).toMatchObject({ municipality: '0293', language: 'et' })
    expect(entered.pathway).toMatchObject({ pathway: 'fixed', state: 'to-be-asked' })
    expect(entered.pathway?.leftOn.toString()).toBe('2026-11-01')
    expect(entered.tasks.map((task) => task.kind)).toEqual(['ask'])
    const page = textOf(await (await desk.request(`/people/${code}`, { as: 'coordinator' })).text())
    expect(page).toContain('Tõnu Kask')
    expect(page).toContain('Kehtna vald')
    expect(page).toContain('14. märts 1986, 40 a')
  })

  test('writes down a yes with its day and its way', async () => {
    const answer = await add({
      ...filled(),
      name: 'Mari Mets',
      phone: '5551 9999',
      email: '',
      'birthDate-year': '1990',
      agreed: 'yes',
      'agreedOn-day': '2',
      'agreedOn-month': '11',
      'agreedOn-year': '2026',
      agreedHow: 'written',
    })
    const page = textOf(await (await desk.request(`/people/${codeOf(answer)}`, { as: 'coordinator' })).text())
    expect(page).toContain('Jätkutugi jah, 2. november 2026')
  })

  test('keeps all that was typed and names every place that needs another look', async () => {
    const answer = await add({
      name: '',
      phone: 'viis viis viis',
      email: 'ei ole',
      'birthDate-day': '31',
      'birthDate-month': '2',
      'birthDate-year': '1986',
      municipality: 'Viljandi',
      remarks: 'Helistada õhtul.',
      'leftOn-day': '1',
      'leftOn-month': '12',
      'leftOn-year': '2026',
      agreed: 'yes',
      agreedHow: '',
      coordinator: desk.other.accounts.coordinator.id,
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const typed of ['viis viis viis', 'ei ole', 'Viljandi', '31', '1986', '12'])
      expect(html).toContain(`value="${typed}"`)
    expect(html).toContain('Helistada õhtul.')
    const text = textOf(html)
    for (const error of [
      'Kirjuta nimi',
      'Kirjuta telefoninumber',
      'Kirjuta e-posti aadress',
      'Kirjuta sünnikuupäev',
      'Täpsusta: Viljandi linn või Viljandi vald',
      'See päev on alles ees',
      'Vali, kuidas ta nõustus',
      'Vali koordinaator',
    ]) {
      expect(text).toContain(error)
    }
    expect(html.match(/href="#f-/g)?.length).toBe(8)
    expect(titleOf(html)).toBe('Lisa inimene – Tugevus')
  })

  test('asks whether it is the same person before it enters somebody known a second time', async () => {
    const { mine } = desk.people
    const again = { ...filled(), name: 'Inimene, MINU', phone: '', email: '' }
    const asked = await add(again)
    expect(asked.status).toBe(422)
    const html = await asked.text()
    expect(textOf(html)).toContain('Kas see on sama inimene?')
    expect(html).toContain(`href="/people/${mine.code}"`)
    expect((await add({ ...again, other: 'on' })).status).toBe(303)
  })

  test('does not tell of people whom the reader may not see', async () => {
    const answer = await add({
      ...filled(),
      name: 'Kolleegi Inimene',
      phone: '5551 0000',
      email: '',
      'birthDate-year': '1970',
    })
    expect(answer.status).toBe(303)
  })

  test('for a colleague gives the person to the colleague', async () => {
    const { colleague } = desk.people
    const form = {
      ...filled(),
      name: 'Uus Tulija',
      phone: '5551 0001',
      email: '',
      'birthDate-year': '1971',
      coordinator: colleague.id,
    }
    const answer = await add(form)
    expect(answer.headers.get('location')).toBe('/people')
    const list = textOf(await (await desk.request('/people', { as: colleague })).text())
    expect(list).toContain('Uus Tulija')
    expect(textOf(await (await desk.request('/people', { as: 'coordinator' })).text())).not.toContain(
      'Uus Tulija',
    )
  })

  test('is for coordinators and leads', async () => {
    expect((await desk.request('/people/new', { as: 'supporter' })).status).toBe(404)
    expect((await add(filled(), { as: 'supporter' })).status).toBe(404)
    expect((await desk.request('/people/new', { as: 'lead' })).status).toBe(200)
  })
})
