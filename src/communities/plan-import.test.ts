import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import { oneLine } from '../platform/letters.ts'
import { writeCsv } from '../platform/spreadsheet.csv.ts'
import { readSpreadsheet } from '../platform/spreadsheet.ts'
import { textCell } from '../platform/spreadsheet.cells.ts'
import { fullLocales } from '../platform/words.ts'
import { packRows, unpackRows } from './plan-import.rows.ts'
import { goalTitled, planChange, planLikeness, readPlan } from './plan-import.ts'
import { planCsv } from './plan.csv.ts'
import { actionStates, type Action, type Goal } from './plan.ts'

const rowsOf = async (bytes: Uint8Array) => {
  const read = await readSpreadsheet(bytes, 'kava.csv', planLikeness)
  if (read.kind === 'problem') throw new Error(read.problem.code)
  return read.sheets[0].rows
}
const readText = async (text: string | Uint8Array) =>
  readPlan(await rowsOf(typeof text === 'string' ? Buffer.from(text, 'utf8') : text))
const plan = async (text: string | Uint8Array) => {
  const read = await readText(text)
  if (read.kind !== 'plan') throw new Error(read.why)
  return read
}

const kept = (text: string) => {
  const cell = textCell(text)
  return cell?.kind === 'text' ? cell.text : ''
}
const words = (most: number) =>
  fc
    .string({ unit: 'grapheme', maxLength: most })
    .map((text) => kept(oneLine(text)))
    .filter((text) => [...text].length >= 2 && [...text].length <= 160 && oneLine(text) === text)
const formula = fc
  .tuple(fc.constantFrom('=', '+', '-', '@', "'=", ';', '"', ','), words(20))
  .map(([start, text]) => start + text)
const title = fc.oneof(words(40), formula)

const action = fc.record({
  title,
  who: fc.option(title),
  byOn: fc.option(fc.constantFrom(day('2026-12-10'), day('2027-02-28'))),
  costCents: fc.option(fc.integer({ min: 0, max: 99_999_999 })),
  state: fc.constantFrom(...actionStates),
  evidence: fc.oneof(fc.constant(''), title, fc.constant('Esimene rida\nja "teine"; rida')),
  milestone: fc.boolean(),
})
const plain = (text: string) => oneLine(text.normalize('NFC')).toLowerCase()

describe('a plan that was written out', () => {
  test('comes back as it was, in every language: nothing would be added, nothing changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.record({
            title,
            actions: fc.uniqueArray(action, { selector: (one) => plain(one.title), maxLength: 4 }),
          }),
          {
            selector: (goal) => plain(goal.title),
            minLength: 1,
            maxLength: 3,
          },
        ),
        fc.constantFrom(...fullLocales),
        async (drawn, locale) => {
          const goals = drawn.map((goal, place): Goal => ({
            id: `g${place}`,
            dimension: null,
            stageFrom: null,
            stageTo: null,
            title: goal.title,
            why: '',
            dueOn: null,
            state: 'open',
          }))
          const actions = drawn.flatMap((goal, place) =>
            goal.actions.map((one, at): Action => ({ ...one, id: `a${place}-${at}`, goalId: `g${place}` })),
          )
          fc.pre(actions.length > 0)
          const read = await plan(planCsv(locale, goals, actions))
          expect(read.faults).toEqual([])
          expect(planChange(read.rows, { goals, actions })).toEqual({
            goals: [],
            added: [],
            changed: [],
            same: actions.length,
          })
        },
      ),
      { numRuns: 60 },
    )
  })

  test('is the same after it has travelled through the page on which it is looked over', async () => {
    const rows = await rowsOf(Buffer.from('Eesmärk;Tegevus;Mida tehti\nÕhtud;Uks lahti;"kaks\nrida"\n'))
    expect(unpackRows(packRows(rows))).toEqual(rows)
    for (const wrong of ['', 'x', '{}', '[[0,"a"]]', '[["2","a"]]']) expect(unpackRows(wrong)).toBeNull()
  })
})

describe('a table that somebody typed', () => {
  const body = 'Õhtud;Leida ukseavaja;Žanna;10.12.2026;1 200,50;pooleli;;x'

  test('may use any common separator and encoding, and name only what it has', async () => {
    const semicolons = `Kava 2026\n\nEesmärk;Tegevus;Kes teeb;Tähtaeg;Maksumus;Seis;Märkus;Verstapost\n${body}\n`
    const baltic = Buffer.from(
      [...semicolons].map(
        (letter) => ({ Õ: 0xd5, ä: 0xe4, Ž: 0xde, ö: 0xf6, ü: 0xfc })[letter] ?? letter.charCodeAt(0),
      ),
    )
    for (const bytes of [Buffer.from(semicolons), baltic]) {
      const { rows, faults, ignored } = await plan(bytes)
      expect(faults).toEqual([])
      expect(ignored).toEqual(['Märkus'])
      expect(rows).toEqual([
        {
          row: 4,
          goal: 'Õhtud',
          action: 'Leida ukseavaja',
          who: 'Žanna',
          byOn: day('2026-12-10'),
          costCents: 120_050,
          state: 'begun',
          evidence: null,
          milestone: true,
        },
      ])
    }
    const { rows } = await plan('Action,Goal,By when\n"Open, with tea",Evenings,2026-12-10\n')
    expect(rows[0]).toMatchObject({ action: 'Open, with tea', goal: 'Evenings', state: null })
    expect((await plan('Цель\tДействие\tСостояние\nВечера\tОткрыть\tсделано\n')).rows[0]?.state).toBe('done')
  })

  test('has every wrong cell named by its row and column', async () => {
    const { faults } = await plan(
      [
        'Eesmärk;Tegevus;Kes;Tähtaeg;Maksumus;Seis;Mida tehti;Verstapost',
        ';Uks lahti;;;;;;',
        'Õhtud;;;31.02.2027;palju;ehk;;vist',
        `Õhtud;${'x'.repeat(161)};${'y'.repeat(121)};;-5;;${'z'.repeat(1001)};`,
        'Õhtud;Uks lahti;;;;;;',
        'õhtud;uks  lahti;;;;;;',
      ].join('\n'),
    )
    expect(faults.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '2 goal missing',
      '3 action missing',
      '3 byOn day',
      '3 costCents cost',
      '3 state state',
      '3 milestone yesNo',
      '4 action title',
      '4 who who',
      '4 costCents cost',
      '4 evidence evidence',
      '6 action twice',
    ])
  })

  test('is refused as a whole where it is no plan, or too long', async () => {
    const why = async (text: string) => {
      const read = await readText(text)
      return read.kind === 'unreadable' ? read.why : 'read'
    }
    expect(await why('Nimi;Telefon\nAnneli;5550 0101\n')).toBe('headings')
    expect(await why('Eesmärk;Tegevus\n')).toBe('noRows')
    expect(await why('Eesmärk;Tegevus;Märkus\n;;ainult märkus\n')).toBe('noRows')
    const lines = (count: number) =>
      Array.from({ length: count }, (_, at) => `Õhtud;Tegevus ${at}`).join('\n')
    expect(await why(`Eesmärk;Tegevus\n${lines(500)}`)).toBe('read')
    expect(await why(`Eesmärk;Tegevus\n${lines(501)}`)).toBe('tooMany')
  })
})

test('what is there already is changed where the file says otherwise, and an empty cell erases nothing', async () => {
  const goals: Goal[] = (['dropped', 'open'] as const).map((state) => ({
    id: state,
    dimension: null,
    stageFrom: null,
    stageTo: null,
    title: 'Õhtud',
    why: '',
    dueOn: null,
    state,
  }))
  const there: Action = {
    id: 'a',
    goalId: 'open',
    title: 'Uks lahti',
    who: 'Anneli',
    byOn: day('2026-12-10'),
    costCents: 500,
    state: 'planned',
    evidence: '',
    milestone: true,
  }
  const change = async (text: string) => planChange((await plan(text)).rows, { goals, actions: [there] })
  const same = await change('Eesmärk;Tegevus;Kes;Seis\nõhtud;UKS LAHTI;;\n')
  expect(same).toEqual({ goals: [], added: [], changed: [], same: 1 })
  const other = await change('Eesmärk;Tegevus;Kes;Seis;Verstapost\nÕhtud;Uks lahti;Urmas;tehtud;ei\n')
  expect(other.changed.map(({ columns }) => columns)).toEqual([['who', 'state', 'milestone']])
  const fresh = await change('Eesmärk;Tegevus\nTuba;Uks lahti\nTUBA;Kuulame\nÕhtud;Teejoomine\n')
  expect(fresh.goals).toEqual(['Tuba'])
  expect(fresh.added).toHaveLength(3)
  expect(goalTitled(goals, 'õhtud')?.id).toBe('open')
})

test('what a spreadsheet would compute is taken as the text it is', async () => {
  const text = writeCsv({ headings: ['Eesmärk', 'Tegevus'], rows: [['=1+1', '@tegevus']] })
  expect((await plan(text)).rows[0]).toMatchObject({ goal: '=1+1', action: '@tegevus' })
})
