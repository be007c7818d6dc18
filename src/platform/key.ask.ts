/** Asks at the keyboard for the key that stands on the sheet, row by row, so that a slip is told at once. */
import { createInterface, type Interface } from 'node:readline/promises'
import { readSheetRow, sheetRowCount } from './key.sheet.ts'

/** @returns the master key, or `null` where nobody sits at a keyboard or the typing was given up */
export async function askForKey(
  what: string,
  io: { input: NodeJS.ReadStream; output: NodeJS.WriteStream } = {
    input: process.stdin,
    output: process.stderr,
  },
): Promise<Buffer | null> {
  if (!io.input.isTTY) return null
  const lines = createInterface(io)
  try {
    io.output.write(`${what}\nCapital or small letters, with or without hyphens.\n`)
    const parts: Buffer[] = []
    for (let row = 0; row < sheetRowCount; row++) parts.push(await askForRow(lines, row))
    return Buffer.concat(parts)
  } catch {
    return null
  } finally {
    lines.close()
  }
}

async function askForRow(lines: Interface, row: number): Promise<Buffer> {
  for (;;) {
    const part = readSheetRow(row, await lines.question(`Row ${row + 1}: `))
    if (part) return part
    process.stderr.write(`That is not row ${row + 1}. Look at each sign and type it again.\n`)
  }
}
