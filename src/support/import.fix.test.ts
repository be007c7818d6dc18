import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkList, listOf } from '../../tests/setup/lists.ts'
import { findMunicipality, municipalities } from '../platform/municipalities.ts'
import { noAnswers, type Answers } from './caseload-file.answers.ts'
import { fixField, fixFor, okField, rowField, skipField, takeFixes, wasField } from './import.fix.ts'
import { headingRows, isAsked, questionsOf, takeQuestions } from './import.questions.ts'
import { noChoices } from './import.ts'

const head = 'Nimi|Sünniaeg|Telefon|E-post|Lahkus|Kontaktisik'

describe('a fix', () => {
  const lines = [
    head,
    'Aet Üks|31.02.1980|55510001|aet(at)x.ee|1.9.2026|M. Saar',
    'Bert Kaks|01/02/1980|||1.9.2026|M. Saar',
    '|1.1.1970|55510003||1.9.2026|M. Saar',
  ]
  const checked = checkList(lines)
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
    const again = checkList(lines, answers)
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
    const doubtful = checkList([`${head}|Vald`, 'Aet Üks||55510001||1.9.2026||Türi-Alliku vald']).rows[0]
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
          expect(checkList(lines, answers).rows).toHaveLength(3)
        },
      ),
    )
  })
})

describe('what is asked about a whole file', () => {
  const ask = (lines: string[], answers: Partial<Answers> = {}, all = false) => {
    const checked = checkList(lines, answers)
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
    const sheet = listOf(...lines)
    expect(headingRows(sheet, checkList(lines), noChoices).now).toBe(1)
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
