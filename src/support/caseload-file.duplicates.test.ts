import { describe, expect, test } from 'vitest'
import { dayOrNull } from '../platform/day.ts'
import { textCell } from '../platform/spreadsheet.cells.ts'
import type { PersonValues } from './caseload-file.ts'
import { findDuplicates, type Candidate } from './caseload-file.duplicates.ts'

type Said = { name?: string; born?: string; phones?: string[]; email?: string; else?: boolean; cell?: string }

function candidate(said: Said, index: number): Candidate {
  const values: PersonValues = {
    name: said.name ?? null,
    birthDate: dayOrNull(said.born ?? ''),
    phones: said.phones ?? [],
    email: said.email ?? null,
    municipality: null,
    language: null,
    leftOn: null,
    coordinator: null,
    agreedOn: null,
    agreedHow: null,
    notes: null,
  }
  return {
    source: { row: index + 2, cells: [textCell(said.cell ?? `cell ${index}`)] },
    values,
    birthText: said.born ?? '',
    isSomebodyElse: said.else ?? false,
  }
}

/** What is found of each row that resembles another, in words. */
function found(...people: Said[]): Record<number, string> {
  const likenesses = [...findDuplicates(people.map(candidate))]
  return Object.fromEntries(
    likenesses.map(([row, likeness]) => {
      if (likeness.kind === 'duplicate') return [row, `duplicate of ${likeness.of}`]
      const { column, reason } = likeness.doubt
      return [row, `${column} ${reason.code} ${'row' in reason ? reason.row : ''}`]
    }),
  )
}

const tonu = { name: 'Tõnu Kask', born: '1986-03-14', phones: ['+37255501001'] }

describe('a row is the same person as an earlier row', () => {
  test('where name and birth date are the same, however the name is written', () => {
    expect(found(tonu, { name: 'KASK, TONU', born: '1986-03-14' })).toEqual({ 3: 'duplicate of 2' })
  })

  test('where the birth date cannot be read but says the same', () => {
    expect(
      found({ name: 'Žanna Šults', born: '12/06/1984' }, { name: 'Zanna Sults', born: '12/06/1984' }),
    ).toEqual({
      3: 'duplicate of 2',
    })
  })

  test('where name and telephone or e-mail are the same and no birth date contradicts it', () => {
    expect(found(tonu, { name: 'Tõnu Kask', phones: ['+37255509999', '+37255501001'] })).toEqual({
      3: 'duplicate of 2',
    })
    expect(found({ name: 'Õie Mägi', email: 'A@x.ee' }, { name: 'Õie Mägi', email: 'a@x.ee' })).toEqual({
      3: 'duplicate of 2',
    })
  })

  test('where telephone and birth date are the same and the names are alike', () => {
    expect(found(tonu, { ...tonu, name: 'Tõnu Kaks' })).toEqual({ 3: 'duplicate of 2' })
    expect(found(tonu, { ...tonu, name: 'Tõnu Tamm' })).toEqual({ 3: 'duplicate of 2' })
    expect(found({ ...tonu, name: 'Дмитрий Орлов' }, { ...tonu, name: 'Dmitri Orlov' })).toEqual({
      3: 'duplicate of 2',
    })
  })

  test('where it repeats the row to the letter', () => {
    expect(found({ name: 'Jaan', cell: 'Jaan' }, { name: 'Jaan', cell: 'Jaan' })).toEqual({
      3: 'duplicate of 2',
    })
  })

  test('and always of the first of them', () => {
    expect(found(tonu, tonu, tonu)).toEqual({ 3: 'duplicate of 2', 4: 'duplicate of 2' })
  })
})

describe('a human is asked', () => {
  test('where only the telephone or the e-mail is shared', () => {
    expect(found(tonu, { name: 'Mari Kask', born: '1988-01-01', phones: tonu.phones })).toEqual({
      3: 'phone sharedContact 2',
    })
    expect(found({ name: 'Mari', email: 'maja@x.ee' }, { name: 'Jüri', email: 'maja@x.ee' })).toEqual({
      3: 'email sharedContact 2',
    })
  })

  test('where telephone and birth date are the same but the names are not alike', () => {
    expect(found(tonu, { ...tonu, name: 'Mari Mets' })).toEqual({ 3: 'phone sharedContact 2' })
  })

  test('where name and telephone are the same but the birth dates differ', () => {
    expect(found(tonu, { ...tonu, born: '1968-03-14' })).toEqual({ 3: 'birthDate otherBirthDate 2' })
  })

  test('where only the name is the same and a birth date is missing', () => {
    expect(found(tonu, { name: 'Tõnu Kask' })).toEqual({ 3: 'name sameName 2' })
    expect(found({ name: 'Tõnu Kask' }, tonu)).toEqual({ 3: 'name sameName 2' })
  })
})

describe('two people stay two', () => {
  test('with the same name and different birth dates', () => {
    expect(found(tonu, { name: 'Tõnu Kask', born: '1990-01-01', phones: ['+37255509999'] })).toEqual({})
  })

  test('with the same birth date only, or with nothing known of either', () => {
    expect(found(tonu, { name: 'Mari Mets', born: tonu.born })).toEqual({})
    expect(found({}, {})).toEqual({})
  })

  test('where a human has said so', () => {
    expect(found(tonu, { ...tonu, else: true })).toEqual({})
  })
})

// One against all would be two hundred million comparisons, which the suite's patience does not cover; bench/import.ts has the time.
test('twenty thousand people with one telephone and one birth date are looked through', () => {
  const people = Array.from({ length: 20_000 }, (_, i) => ({
    name: `Nimi${String.fromCharCode(97 + (i % 26))} Pere${i}`,
    born: '1980-01-01',
    phones: ['+37255501001'],
  }))
  expect(Object.keys(found(...people)).length).toBeGreaterThan(19_000)
})
