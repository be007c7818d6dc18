import { describe, expect, test } from 'vitest'
import { checkList } from '../../tests/setup/lists.ts'
import { colleagueNamed, coordinatorNames } from './import.coordinators.ts'
import { fatesOf, noChoices } from './import.ts'

const head = 'Nimi|Sünniaeg|Telefon|E-post|Lahkus|Kontaktisik'

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
      checkList([head, 'Aet Üks||55510001||1.9.2026|__proto__', 'Bert Kaks||55510002||1.9.2026|constructor']),
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
