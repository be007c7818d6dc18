import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { openDesk, textOf, type Desk } from '../../tests/setup/desk.ts'
import { createAccount } from '../access/account.store.ts'
import { day } from '../platform/day.ts'
import { dayGroups, type DayGroup, type DayItem } from '../platform/room.ts'
import type { Locale } from '../platform/words.ts'
import { beginning, calledInList, inGroups, knownOf } from './day.ts'
import { dayWords } from './day.words.ts'

const item = (group: DayGroup, dueOn = '2026-11-23'): DayItem => ({
  group,
  personId: 'p',
  text: '',
  action: { label: '', href: '', icon: 'phone' },
  dueOn: day(dueOn),
})

describe('my day begins', () => {
  test('with those who asked for help, whatever else there is', () => {
    const lists = inGroups([item('week'), item('silent'), item('asked'), item('asked')])
    expect(beginning(lists)).toEqual({ group: 'asked', count: 2, more: true })
    expect(beginning(inGroups([item('asked')]))).toEqual({ group: 'asked', count: 1, more: false })
    expect(beginning(inGroups([]))).toEqual({ group: null, count: 0, more: false })
  })

  test('within a group with the earliest', () => {
    const { silent } = inGroups([item('silent', '2026-11-20'), item('silent', '2026-11-03')])
    expect(silent.map((one) => one.dueOn.toString())).toEqual(['2026-11-03', '2026-11-20'])
  })

  test('with every item of every room in exactly one place', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...dayGroups)), (groups) => {
        const lists = inGroups(groups.map((group) => item(group)))
        expect(dayGroups.reduce((sum, group) => sum + lists[group].length, 0)).toBe(groups.length)
      }),
    )
  })

  test.each<[Locale, number, string]>([
    ['et', 1, 'Üks inimene vaikib. Võta ise ühendust.'],
    ['et', 3, 'Kolm inimest vaikib. Võta ise ühendust.'],
    ['en', 1, 'One person is silent. Get in touch yourself.'],
    ['en', 12, '12 people are silent. Get in touch yourself.'],
    ['ru', 1, 'Один человек молчит. Свяжитесь сами.'],
    ['ru', 2, 'Два человека молчат. Свяжитесь сами.'],
    ['ru', 5, 'Пять человек молчат. Свяжитесь сами.'],
    ['ru', 21, '21 человек молчит. Свяжитесь сами.'],
  ])('in words that fit the number: %s %i', (locale, n, sentence) => {
    expect(dayWords(locale).begin.silent(n)).toBe(sentence)
  })
})

describe('what is known of people lately', () => {
  test('counts everybody once: spoken with, else heard from, else not known', () => {
    const known = knownOf(['a', 'b', 'c', 'd'], { spoken: new Set(['a', 'x']), wrote: new Set(['a', 'b']) })
    expect(known).toEqual({ all: 4, spoken: 1, wrote: 1, unknown: ['c', 'd'] })
  })

  test('always adds up', () => {
    const ids = fc.uniqueArray(fc.integer().map(String))
    fc.assert(
      fc.property(ids, ids, ids, (people, spoken, wrote) => {
        const known = knownOf(people, { spoken: new Set(spoken), wrote: new Set(wrote) })
        expect(known.spoken + known.wrote + known.unknown.length).toBe(people.length)
      }),
    )
  })
})

test('two of the same first name are told apart, and who may not be named is a code', () => {
  const called = calledInList(
    new Map([
      ['1', { name: 'Kaspar Allikas', first: 'Kaspar', code: 'A1-01' }],
      ['2', { name: 'Kaspar Kask', first: 'Kaspar', code: 'A1-02' }],
      ['3', { name: 'Liis Tamm', first: 'Liis', code: 'A1-03' }],
      ['4', { name: null, first: '', code: 'A1-04' }],
    ]),
  )
  expect([...called.values()]).toEqual(['Kaspar Allikas', 'Kaspar Kask', 'Liis', 'A1-04'])
})

describe('the page of my day', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.close())
  const today = async (as: Parameters<Desk['request']>[1]) => {
    const answer = await desk.request('/day', as)
    return textOf(await answer.text())
  }

  test('shows what waits, each with one next action, and how many are known of', async () => {
    const answer = await desk.request('/day', { as: 'coordinator' })
    const html = await answer.text()
    const text = textOf(html)
    expect(text).toContain('esmaspäev, 23. november Minu päev')
    expect(text).toContain('Üks inimene vaikib.')
    expect(text).toContain(`Minu ${desk.people.mine.code}`)
    expect(html).toContain(`href="/people/${desk.people.mine.code}/contact"`)
    expect(text).toContain('Rääkisime 1 inimesega 1-st')
    expect(text).not.toContain('Kolleegi')
  })

  test('shows the lead the whole house, and whose each person is', async () => {
    const text = await today({ as: 'lead' })
    expect(text).toContain('Koordinaator coordinator Esimene')
    expect(text).toContain('Koordinaator Kolleeg')
    expect(text).toContain('Siin on kõigi koordinaatorite inimesed.')
    expect(text).not.toContain('Võõras')
  })

  test('what one has done is gone for all', async () => {
    const { mine } = desk.people
    for (const as of ['coordinator', 'supporter'] as const) expect(await today({ as })).toContain('Vaikib 1')
    expect(await today({ as: 'lead' })).toContain('Vaikib 2')
    const done = await desk.request(`/people/${mine.code}/contact`, {
      as: 'lead',
      form: { way: 'call', reached: 'yes', what: 'Telefon oli katki.' },
    })
    expect(done.status).toBe(303)
    for (const as of ['coordinator', 'supporter'] as const)
      expect(await today({ as })).not.toContain('Vaikib 1')
  })

  test('says what to do next where there is nobody yet', async () => {
    const id = await desk.act('system', (act) =>
      createAccount(act, {
        name: 'Uus',
        email: 'uus@esimene.test',
        roles: ['coordinator', 'supporter'],
        locale: 'et',
      }),
    )
    const newcomer = { id, name: 'Uus', email: 'uus@esimene.test', organisationId: desk.organisation.id }
    const coordinator = await today({ as: { ...newcomer, role: 'coordinator' } })
    expect(coordinator).toContain('Too olemasolev nimekiri või lisa esimene inimene.')
    expect(coordinator).toContain('Too nimekiri')
    const supporter = await today({ as: { ...newcomer, role: 'supporter' } })
    expect(supporter).toContain('Kui koordinaator palub sul kellegi kõrval olla')
    expect(supporter).not.toContain('Too nimekiri')
  })
})
