import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alphabet } from './base32.ts'
import { readKeyText, readSheetRow, sheetRows } from './key.sheet.ts'

const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes))

test('what stands on the sheet is the key, however it is typed', () => {
  fc.assert(
    fc.property(key, fc.boolean(), fc.constantFrom('-', ' '), (master, small, between) => {
      const rows = sheetRows(master).map((row) => row.replaceAll('-', between))
      const text = rows.map((row, place) => `${place + 1}   ${small ? row.toLowerCase() : row}`).join('\n')
      expect(readKeyText(`Võtme number: K7TM-4QXR\n\n${text}\n`)).toEqual(master)
      expect(readKeyText(master.toString('base64') + '\n')).toEqual(master)
    }),
  )
})

test('a wrong sign is found in its row', () => {
  let unseen = 0
  fc.assert(
    fc.property(key, fc.nat(3), fc.nat(15), fc.integer({ min: 1, max: 31 }), (master, row, place, by) => {
      const rows = sheetRows(master)
      const typed = rows[row]?.replaceAll('-', '') ?? ''
      const other = alphabet[(alphabet.indexOf(typed[place] ?? '') + by) % 32] ?? ''
      const wrong = typed.slice(0, place) + other + typed.slice(place + 1)
      if (readSheetRow(row, wrong) !== null) unseen++
    }),
    { numRuns: 2000 },
  )
  // One slip in 65,536 passes a row; the number of the key, which is compared afterwards, finds that too.
  expect(unseen).toBeLessThanOrEqual(1)
})

test('rows that changed places, or are missing, are no key', () => {
  const [one = '', two = '', three = '', four = ''] = sheetRows(Buffer.alloc(32, 'Tugevus'))
  expect(readKeyText([two, one, three, four].join('\n'))).toEqual({ wrongRow: 1 })
  expect(readKeyText([one, two, three].join('\n'))).toBeNull()
  expect(readKeyText('')).toBeNull()
})
