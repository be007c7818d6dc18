import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { textOf, titleOf } from '../../tests/setup/desk.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { putOneOnPath } from '../../tests/setup/on-path.ts'
import { catchUp } from './daily.store.ts'
import { pausePathway } from './pathway.store.ts'
import { supportRoom } from './room.ts'
import { supportContent } from './support.content.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ rooms: [supportRoom] })
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-23T08:00:00Z'))

const somebody = async () => {
  const person = await putOneOnPath(house, { leftOn: '2026-10-26', firstContactOn: '2026-12-18' })
  await house.act('system', (act) => catchUp(act, supportContent().pathways))
  return { ...person, sheet: `/people/${person.code}/sheet`, way: `/people/${person.code}/way` }
}
const make = async (path: string, form: Record<string, string> = {}) =>
  (await house.request(path, { as: 'coordinator', form })).text()
/** The addresses as they stand on the cards. */
const typed = (html: string) =>
  [...html.matchAll(/<code>localhost:3000(\/a\/[0-9a-z-]+)<\/code>/g)].map(([, path = '']) => path)
const opens = async (path: string) => (await house.request(path)).status === 200

test('a sheet has the next eight check-ins, and looking makes none', async () => {
  const one = await somebody()
  const look = await (await house.request(one.sheet, { as: 'coordinator' })).text()
  expect(typed(look)).toEqual([])
  expect(textOf(look)).toContain('E, 23. nov')
  const cards = typed(await make(one.sheet))
  expect(cards).toHaveLength(8)
  expect(new Set(cards).size).toBe(8)
})

test('what is cut out names nobody, and its title neither', async () => {
  const one = await somebody()
  const html = await make(one.sheet)
  const cards = textOf(/<ol class="cut"[^]*<\/ol>/.exec(html)?.[0] ?? '')
  expect(cards).toContain('Anna endast märku')
  expect(cards).not.toMatch(new RegExp(`Inimene|${one.code}|Esimene|koordinaator`))
  expect(titleOf(html)).toBe('Kaardid – Tugevus')
})

test('a card opens the questions from its day on, and not before', async () => {
  const one = await somebody()
  const [today = '', next = ''] = typed(await make(one.sheet))
  expect([await opens(today), await opens(next)]).toEqual([true, false])
  house.clock.set('2026-11-30T05:00:00Z')
  expect([await opens(today), await opens(next)]).toEqual([false, true])
})

test('printing again ends the cards before, and so does a pause', async () => {
  const one = await somebody()
  const [first = ''] = typed(await make(one.sheet))
  const [second = ''] = typed(await make(one.sheet))
  expect([await opens(first), await opens(second)]).toEqual([false, true])
  await house.act('coordinator', (act) => pausePathway(act, one.id, { until: null, by: 'person' }))
  expect(await opens(second)).toBe(false)
  expect(typed(await make(one.sheet))).toEqual([])
})

test('whoever wants cards only is sent no messages from then on', async () => {
  const one = await somebody()
  await make(one.sheet, { only: 'on' })
  expect(textOf(await (await house.request(one.way, { as: 'coordinator' })).text())).toContain(
    'paberkaardiga',
  )
})

test('how somebody is asked can be changed by those who are responsible, and is told word for word', async () => {
  const one = await somebody()
  const page = textOf(await (await house.request(one.way, { as: 'lead' })).text())
  expect(page).toContain('telefonitsi')
  expect(page).toContain('E-posti aadressi ei ole kirjas. Seni helistame.')
  expect(page).toContain('Kuidas sul läheb? Anna endast märku: http://localhost:3000/a/…')
  const changed = await house.request(one.way, { as: 'lead', form: { way: 'paper' } })
  expect(changed.headers.get('location')).toBe(one.way)
  const wrong = await house.request(one.way, { as: 'lead', form: {} })
  expect(wrong.status).toBe(422)
  expect(textOf(await wrong.text())).toContain('Vali, kuidas küsida')
})
