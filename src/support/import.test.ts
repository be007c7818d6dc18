import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import { municipalities, findMunicipality } from '../platform/municipalities.ts'
import type { Cell, Spreadsheet } from '../platform/spreadsheet.cells.ts'
import { noAnswers, type Answers } from './caseload-file.answers.ts'
import { checkCaseload } from './caseload-file.check.ts'
import { colleagueNamed, coordinatorNames } from './import.coordinators.ts'
import { fixField, fixFor, okField, rowField, skipField, takeFixes, wasField } from './import.fix.ts'
import { mayBeOther } from './import.lists.tsx'
import { headingRows, isAsked, questionsOf, takeQuestions } from './import.questions.ts'
import { packSheets, unpackSheets } from './import.sheets.ts'
import { fatesOf, fingerprintsOf, likenessTo, noChoices, type Known } from './import.ts'

const today = day('2026-11-23')
const text = (value: string): Cell | null => (value === '' ? null : { kind: 'text', text: value })

/** Cells are separated by `|`; the first line has the headings. */
function file(...lines: string[]): Spreadsheet {
  const rows = lines.map((line, at) => ({ row: at + 1, cells: line.split('|').map(text) }))
  return { kind: 'spreadsheet', sheets: [{ name: '', rows }] }
}
const check = (lines: string[], answers: Partial<Answers> = {}) =>
  checkCaseload(file(...lines), { today, answers: { ...noAnswers, ...answers } })

const head = 'Nimi|Sünniaeg|Telefon|E-post|Lahkus|Kontaktisik'

describe('what becomes of a row', () => {
  const checked = check([
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
        const first = check([head, ...lines])
        const rows = fatesOf(first, new Map(), noChoices)
        // Everything that can be said to be right as it stands is; whoever may be somebody else is.
        const confirmed = Object.fromEntries(
          first.rows.map(({ source, doubts }) => [source.row, doubts.map(({ column }) => column)]),
        )
        const somebodyElse = rows
          .filter((one) =>
            mayBeOther(
              one,
              rows.find(({ checked }) => checked.source.row === one.checked.duplicateOf),
            ),
          )
          .map(({ checked }) => checked.source.row)
        const entered = check([head, ...lines], { confirmed, somebodyElse }).rows.filter(
          ({ state }) => state === 'create',
        )
        const prints = entered.flatMap((one) => [...new Set(fingerprintsOf(one))])
        expect(new Set(prints).size).toBe(prints.length)
      }),
      { numRuns: 500 },
    )
  })

  test('recognise a row that was put right, and a person whose row is written otherwise', () => {
    const lines = ['Aet Üks|31.2.1980|55510001||1.9.2026|', 'Bert Kaks|2.2.1980|55510002||1.9.2026|']
    const [raw, bert] = check([head, ...lines]).rows.map(fingerprintsOf)
    const [fixed] = check([head, ...lines], { corrections: { 2: { birthDate: '1.2.1980' } } }).rows.map(
      fingerprintsOf,
    )
    const [, otherwise] = check([head, lines[0] ?? '', 'KAKS, Bert|2. veebruar 1980|||5.9.2026|x']).rows.map(
      fingerprintsOf,
    )
    expect(fixed?.filter((print) => raw?.includes(print))).toHaveLength(1)
    expect(otherwise?.filter((print) => bert?.includes(print))).toHaveLength(1)
  })
})

describe('a coordinator’s name', () => {
  const colleagues = ['Maris Saar', 'Irina Petrova', 'Jaan Saar', 'Mari-Liis Tamm', 'Jaan Saar-Rebane'].map(
    (name) => ({
      id: name,
      name,
    }),
  )
  test.each([
    ['M. Saar', 'Maris Saar'],
    ['Saar, M', 'Maris Saar'],
    ['maris saar', 'Maris Saar'],
    ['Ирина Петрова', 'Irina Petrova'],
    ['И. Петрова', 'Irina Petrova'],
    ['Petrova', 'Irina Petrova'],
    ['Maris', 'Maris Saar'],
    ['Jaan Saar', 'Jaan Saar'],
    ['Mari-Liis', 'Mari-Liis Tamm'],
    ['M. L. Tamm', 'Mari-Liis Tamm'],
  ])('%s is %s', (written, name) => {
    expect(colleagueNamed(written, colleagues)?.name).toBe(name)
  })
  test.each(['Saar', 'M.', 'M. S.', 'Kask', 'Maris Petrova', 'J. Petrova', '?', ''])(
    '%s is not guessed',
    (written) => {
      expect(colleagueNamed(written, colleagues)).toBeNull()
    },
  )

  test('is put to an account as a human says, also one that objects are made of', () => {
    const rows = fatesOf(
      check([head, 'Aet Üks||55510001||1.9.2026|__proto__', 'Bert Kaks||55510002||1.9.2026|constructor']),
      new Map(),
      noChoices,
    )
    const named = coordinatorNames(
      rows,
      { coordinators: [{ name: '__proto__', accountId: 'Jaan Saar' }] },
      colleagues,
      null,
    )
    expect(named.map(({ name, accountId }) => [name, accountId])).toEqual([
      ['__proto__', 'Jaan Saar'],
      ['constructor', null],
    ])
  })
})

describe('a fix', () => {
  const lines = [
    head,
    'Aet Üks|31.02.1980|55510001|aet(at)x.ee|1.9.2026|M. Saar',
    'Bert Kaks|01/02/1980|||1.9.2026|M. Saar',
    '|1.1.1970|55510003||1.9.2026|M. Saar',
  ]
  const checked = check(lines)
  const take = (sent: Record<string, string>, answers = noAnswers) => {
    const marks = Object.fromEntries(checked.rows.map(({ source }) => [rowField(source.row), 'on']))
    return takeFixes(answers, checked.rows, checked.headings, { ...marks, ...sent })
  }

  test('is what was typed, and what was suggested where it was saved', () => {
    const { answers, asked } = take({
      [fixField(2, 'birthDate')]: '28.2.1980',
      [fixField(2, 'email')]: 'aet@x.ee',
      [fixField(3, 'birthDate')]: '1.2.1980',
    })
    expect(answers.corrections).toEqual({
      2: { birthDate: '28.2.1980', email: 'aet@x.ee' },
      3: { birthDate: '1.2.1980' },
    })
    expect(asked).toHaveLength(3)
  })

  test('is nothing where nothing was typed, chosen or ticked', () => {
    const untouched = take({
      [fixField(2, 'birthDate')]: '31.02.1980',
      [wasField(2, 'birthDate')]: '31.02.1980',
      [fixField(3, 'phone')]: '',
      [fixField(4, 'name')]: '',
    })
    expect(untouched).toEqual({ answers: noAnswers, asked: [] })
    expect(
      takeFixes(noAnswers, checked.rows, checked.headings, { [fixField(4, 'name')]: 'X Y' }).asked,
    ).toEqual([])
  })

  test('of another window stays, though this one showed what was before', () => {
    const answers = { ...noAnswers, corrections: { 4: { name: '???' } } }
    const again = check(lines, answers)
    const doubt = again.rows[2]?.doubts.find(({ column }) => column === 'name')
    if (!doubt || !again.rows[2]) throw new Error('the name is not doubtful')
    const form = { [rowField(4)]: 'on', [fixField(4, 'name')]: '', [wasField(4, 'name')]: '' }
    expect(takeFixes(answers, again.rows, again.headings, form).answers).toEqual(answers)
  })

  test('leaves a row out, or as it stands where it may be right', () => {
    const { answers } = take({
      [skipField(4)]: 'on',
      [okField(3, 'phone')]: 'on',
      [okField(2, 'birthDate')]: 'on',
    })
    expect(answers.skipped).toEqual([4])
    expect(answers.confirmed).toEqual({ 3: ['phone'] })
  })

  test('suggests only what reads as what it says', () => {
    for (const { name } of municipalities) {
      const found = findMunicipality(name)
      expect(found.kind === 'found' && found.municipality.name).toBe(name)
    }
    const doubtful = check([`${head}|Vald`, 'Aet Üks||55510001||1.9.2026||Türi-Alliku vald']).rows[0]
    const doubt = doubtful?.doubts.find(({ column }) => column === 'municipality')
    if (!doubtful || !doubt) throw new Error('the municipality is not doubtful')
    expect(fixFor(doubtful, doubt, { headings: [], corrections: {} })).toMatchObject({ prefill: 'Türi vald' })
  })

  test('comes out of any form whatever', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.oneof(
            fc.constantFrom(
              ...checked.rows.flatMap(({ source: { row }, doubts }) => [
                rowField(row),
                skipField(row),
                ...doubts.flatMap(({ column }) => [
                  fixField(row, column),
                  okField(row, column),
                  wasField(row, column),
                ]),
              ]),
            ),
            fc.constantFrom('__proto__', 'constructor', 'column-0', 'fix-99-name'),
          ),
          fc.oneof(fc.constantFrom('on', 'same', 'other', '-', ''), fc.string()),
        ),
        (sent) => {
          const { answers } = takeFixes(noAnswers, checked.rows, checked.headings, sent)
          expect(check(lines, answers).rows).toHaveLength(3)
        },
      ),
    )
  })
})

describe('what is asked about a whole file', () => {
  const ask = (lines: string[], answers: Partial<Answers> = {}, all = false) => {
    const checked = check(lines, answers)
    return questionsOf(
      { checked, coordinators: [] },
      { ...noChoices, answers: { ...noAnswers, ...answers } },
      all,
    )
  }
  const now = { sheet: '', headingRow: 1 }

  test('is nothing where everything is plain', () => {
    expect(isAsked(ask([head, 'Aet Üks||55510001||1.9.2026|M. Saar']))).toBe(false)
  })

  test('are unknown columns, until they are told or left out', () => {
    const lines = [`${head}|Toa nr`, 'Aet Üks||55510001||1.9.2026|M. Saar|12']
    expect(ask(lines).columns.map(({ text }) => text)).toEqual(['Toa nr'])
    expect(ask(lines, { columns: { 6: null } }).columns).toEqual([])
  })

  test('are all columns, and where the headings stand, where the name or the day of leaving has none', () => {
    const lines = ['Kes|Millal', 'Aet Üks|1.9.2026']
    expect(ask(lines).columns).toHaveLength(2)
    expect(ask(lines).headingRow).toBe(true)
    const sheet = file(...lines)
    expect(headingRows(sheet, check(lines), noChoices).now).toBe(1)
  })

  test('are days with slashes that can be read in two ways', () => {
    const lines = [head, 'Aet Üks||55510001||01/02/2026|M. Saar']
    expect(ask(lines).slash).toBe('01/02/2026')
    expect(ask(lines, { slashOrder: 'dmy' }).slash).toBeNull()
    expect(ask(lines, { slashOrder: 'dmy' }, true).slash).not.toBeNull()
  })

  test('begins anew on another sheet, and forgets the columns under other headings', () => {
    const choices = {
      ...noChoices,
      newPeople: [3],
      answers: { ...noAnswers, columns: { 0: null }, skipped: [2] },
    }
    const moved = takeQuestions(choices, { sheet: 'Teine' }, now)
    expect(moved).toMatchObject({ newPeople: [], answers: { sheet: 'Teine', columns: {}, skipped: [] } })
    const lower = takeQuestions(choices, { 'heading-row': '3', 'column-0': 'name' }, now)
    expect(lower.answers).toMatchObject({ headingRow: 3, columns: {}, skipped: [2] })
    const same = takeQuestions(
      choices,
      { 'heading-row': '1', 'column-0': 'name', 'column-5': 'out', 'column-x': 'name' },
      now,
    )
    expect(same.answers.columns).toEqual({ 0: 'name', 5: null })
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
