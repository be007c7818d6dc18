import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkList } from '../../tests/setup/lists.ts'
import { day } from '../platform/day.ts'
import type { Cell, Spreadsheet } from '../platform/spreadsheet.cells.ts'
import { packSheets, unpackSheets } from './import.sheets.ts'
import { fatesOf, fingerprintsOf, likenessTo, mayBeOther, type Known } from './import.ts'

const head = 'Nimi|Sünniaeg|Telefon|E-post|Lahkus|Kontaktisik'

describe('what becomes of a row', () => {
  const checked = checkList([
    head,
    'Aet Üks|1.1.1980|55510001||1.9.2026|M. Saar',
    'Bert Kaks|31.2.1981|55510002||1.9.2026|M. Saar',
    'Üks Aet|1.1.1980|||1.9.2026|M. Saar',
    'Cris Kolm|||c@x.ee|1.9.2026|M. Saar',
  ])
  const fates = (known: [number, Known][], newPeople: number[] = []) =>
    fatesOf(checked, new Map(known), { newPeople }).map(({ fate }) => fate)

  test('is what the check says, where nobody is known', () => {
    expect(fates([])).toEqual(['enter', 'doubtful', 'duplicate', 'enter'])
  })

  test('needs no answer, however doubtful, where the person is known', () => {
    expect(fates([[3, { kind: 'imported' }]])).toEqual(['enter', 'known', 'duplicate', 'enter'])
  })

  test('can be overruled only where it is not sure', () => {
    expect(fates([[2, { kind: 'alike', personId: 'x' }]])[0]).toBe('known')
    expect(fates([[2, { kind: 'alike', personId: 'x' }]], [2])[0]).toBe('enter')
    expect(fates([[2, { kind: 'same', personId: 'x' }]], [2])[0]).toBe('known')
    expect(fates([[2, { kind: 'imported' }]], [2])[0]).toBe('known')
  })
})

describe('a row is', () => {
  const born = day('1980-01-01')
  const other = { birthDate: day('1981-01-01') }
  test.each([
    [
      'the person of the same name and birth date',
      { by: 'name-birth', nameMatches: true },
      born,
      { birthDate: born },
      'same',
    ],
    [
      'the person of the same name and telephone',
      { by: 'phone', nameMatches: true },
      born,
      { birthDate: null },
      'same',
    ],
    ['perhaps the son of the same name', { by: 'phone', nameMatches: true }, born, other, 'alike'],
    [
      'perhaps who shares a telephone',
      { by: 'phone', nameMatches: false },
      born,
      { birthDate: born },
      'alike',
    ],
    [
      'perhaps who shares an address',
      { by: 'email', nameMatches: false },
      null,
      { birthDate: null },
      'alike',
    ],
    [
      'perhaps a namesake without a birth date',
      { by: 'name', nameMatches: true },
      born,
      { birthDate: null },
      'alike',
    ],
    ['not a namesake born on another day', { by: 'name', nameMatches: true }, born, other, null],
  ] as const)('%s', (_, match, birthDate, identity, likeness) => {
    expect(likenessTo({ birthDate }, match, identity)).toBe(likeness)
  })
})

describe('the fingerprints of rows', () => {
  // Few different values and many empty ones: that is where people are mistaken for each other.
  const name = fc.constantFrom('Aet Üks', 'Üks, Aet', 'Bert Kaks', 'Bert Koks', '')
  const row = fc
    .tuple(
      name,
      fc.constantFrom('', '', '', '1.1.1980', '2.1.1980', '1980'),
      fc.constantFrom('', '', '', '55510001', '55510002', '55510001; 55510002'),
      fc.constantFrom('', '', 'a@x.ee', 'B@x.ee'),
      fc.constantFrom('1.9.2026', '2.9.2026', ''),
      fc.constantFrom('', 'M. Saar', 'I. Petrova'),
    )
    .map((cells) => cells.join('|'))

  test('never make two people of one file one, whatever a human has confirmed', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (lines) => {
        const first = checkList([head, ...lines])
        // Everything that can be said to be right as it stands is; whoever may be somebody else is.
        const confirmed = Object.fromEntries(
          first.rows.map(({ source, doubts }) => [source.row, doubts.map(({ column }) => column)]),
        )
        const somebodyElse = first.rows
          .filter((one) =>
            mayBeOther(
              one,
              first.rows.find(({ source }) => source.row === one.duplicateOf),
            ),
          )
          .map(({ source }) => source.row)
        const entered = checkList([head, ...lines], { confirmed, somebodyElse }).rows.filter(
          ({ state }) => state === 'create',
        )
        const prints = entered.flatMap((one) => [...new Set(fingerprintsOf(one))])
        expect(new Set(prints).size).toBe(prints.length)
      }),
      { numRuns: 500 },
    )
  })

  test('two rows of one person stay one, also where both are told apart from a third', () => {
    const lines = [
      'Bert Koks|2.1.1980|55510001; 55510002||1.9.2026|',
      'Bert Kaks|2.1.1980|55510002||1.9.2026|M. Saar',
      'Bert Kaks|2.1.1980|55510001||1.9.2026|I. Petrova',
    ]
    const { rows } = checkList([head, ...lines], { somebodyElse: [3, 4] })
    expect(rows.slice(1).map(({ state, duplicateOf }) => [state, duplicateOf])).toEqual([
      ['create', null],
      ['duplicate', 3],
    ])
  })

  test('recognise a row that was put right, and a person whose row is written otherwise', () => {
    const lines = ['Aet Üks|31.2.1980|55510001||1.9.2026|', 'Bert Kaks|2.2.1980|55510002||1.9.2026|']
    const [raw, bert] = checkList([head, ...lines]).rows.map(fingerprintsOf)
    const [fixed] = checkList([head, ...lines], { corrections: { 2: { birthDate: '1.2.1980' } } }).rows.map(
      fingerprintsOf,
    )
    const [, otherwise] = checkList([
      head,
      lines[0] ?? '',
      'KAKS, Bert|2. veebruar 1980|||5.9.2026|x',
    ]).rows.map(fingerprintsOf)
    expect(fixed?.filter((print) => raw?.includes(print))).toHaveLength(1)
    expect(otherwise?.filter((print) => bert?.includes(print))).toHaveLength(1)
  })
})

test('the rows of a file are the same after they were kept', async () => {
  const cell: fc.Arbitrary<Cell | null> = fc.oneof(
    fc.constant(null),
    fc.string({ minLength: 1 }).map((value): Cell => ({ kind: 'text', text: value })),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((value): Cell => ({ kind: 'number', number: value + 0 })),
    fc
      .integer({ min: 0, max: 50_000 })
      .map((days): Cell => ({ kind: 'day', day: day('1900-01-01').add({ days }) })),
  )
  const sheet = fc.record({
    name: fc.string(),
    rows: fc.array(
      fc.record({ row: fc.integer({ min: 1, max: 1_048_576 }), cells: fc.array(cell, { maxLength: 8 }) }),
      { maxLength: 8 },
    ),
  })
  await fc.assert(
    fc.asyncProperty(sheet, fc.array(sheet, { maxLength: 2 }), async (first, others) => {
      const given: Spreadsheet = { kind: 'spreadsheet', sheets: [first, ...others] }
      const kept = await unpackSheets(await packSheets(given))
      expect(JSON.stringify(kept)).toBe(JSON.stringify(given))
    }),
    { numRuns: 100 },
  )
})
