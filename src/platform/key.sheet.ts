/**
 * The master key on paper: four rows of sixteen signs, each with its own check, so that a slip of the hand is found in its row. A row is
 * eight bytes of the key and two of SHA-256 over them and the row's number, in base 32 without I, L, O and U.
 */
import { createHash } from 'node:crypto'
import { base32, fromBase32, plainSigns } from './base32.ts'

export const sheetRowCount = 4
const signs = 16
const bytes = 8

/** `K7TM-4QXR-9D2E-0H1J`, four of them. */
export function sheetRows(master: Buffer): string[] {
  return Array.from({ length: sheetRowCount }, (_, row) => {
    const part = master.subarray(row * bytes, (row + 1) * bytes)
    return base32(Buffer.concat([part, checkOf(row, part)])).replace(/(.{4})(?=.)/g, '$1-')
  })
}

/** The bytes of a row as somebody typed it, however; `null` where it is not that row of any sheet. */
export function readSheetRow(row: number, text: string): Buffer | null {
  const plain = plainSigns(text)
  if (plain?.length !== signs) return null
  const all = fromBase32(plain)
  const part = all.subarray(0, bytes)
  return checkOf(row, part).equals(all.subarray(bytes)) ? part : null
}

/**
 * The key in a text: a sheet with whatever else stands on it, or 32 bytes in base64 as in the file `key`.
 *
 * @returns the key, or which row (from 1) is wrong, or `null` where there is none
 */
export function readKeyText(text: string): Buffer | { wrongRow: number } | null {
  const line = text.trim()
  if (/^[A-Za-z0-9+/]{43}=$/.test(line)) return Buffer.from(line, 'base64')
  const rows = [...text.matchAll(/(?<![^\s])[0-9A-Za-z]{4}(?:[- ][0-9A-Za-z]{4}){3}(?![^\s])/g)].map(
    ([row]) => row,
  )
  if (rows.length !== sheetRowCount) return null
  const parts: Buffer[] = []
  for (const [row, typed] of rows.entries()) {
    const part = readSheetRow(row, typed)
    if (!part) return { wrongRow: row + 1 }
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function checkOf(row: number, part: Buffer): Buffer {
  return createHash('sha256')
    .update(`tugevus key sheet ${row + 1}\0`)
    .update(part)
    .digest()
    .subarray(0, 2)
}
