/**
 * The file of a backup: one line in the clear that says when and by which program it was made and with which key, then pieces, each
 * compressed and sealed.
 *
 *     tugevus-backup 1 {"madeAt":…,"key":…,"program":…,"salt":…} <16 hex digits over the line so far>
 *     length (4 bytes) · tag (16) · ciphertext       for every piece
 *
 * AES-256-GCM under a key of this file only (HKDF over the backup key, a salt and the first line); the nonce of a piece is its number
 * and whether it is the last. So a piece that was changed, left out, doubled, moved, or put in from another file does not open, and
 * neither does a file that was cut off. The backup key is derived from the master key: who holds the file and the key sheet holds it all.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'
import { constants, deflateRaw, inflateRaw } from 'node:zlib'
import { z } from 'zod'
import type { Keys } from './keys.ts'

/** What is wrong with a backup or with what it is to be restored into: whole sentences for the operator. */
export class BackupError extends Error {
  override name = 'BackupError'
}

const format = 1
const magic = 'tugevus-backup'
const maxHeader = 2_000
/** Bytes of a piece before it is compressed; what is read is never larger. */
export const maxPiece = (1 << 20) + 64
const overhead = 16

const headerSchema = z.object({
  /** When the picture was taken; an ISO moment. */
  madeAt: z.iso.datetime(),
  /** The number of the master key, as it stands on the key sheet. */
  key: z.string(),
  program: z.string(),
  salt: z.string(),
})
export type BackupHeader = z.infer<typeof headerSchema>

/**
 * `manifest` comes first, once; each table is a `table`, as many `rows` as it takes and an `end of table`; `end` is the last piece.
 * `rows` is what COPY says, all others are JSON.
 */
export const pieceKinds = ['manifest', 'table', 'rows', 'end of table', 'end'] as const
export type PieceKind = (typeof pieceKinds)[number]
export type Piece = { kind: PieceKind; body: Buffer }

const deflate = promisify(deflateRaw)
const inflate = promisify(inflateRaw)

/** The first line, with its end of line. */
export function headerLine(about: { madeAt: string; keyId: string; program: string }): Buffer {
  const header: BackupHeader = {
    madeAt: about.madeAt,
    key: about.keyId,
    program: about.program,
    salt: randomBytes(32).toString('base64'),
  }
  const line = `${magic} ${format} ${JSON.stringify(header)}`
  return Buffer.from(`${line} ${checkOf(line)}\n`)
}

const checkOf = (line: string) => createHash('sha256').update(line).digest('hex').slice(0, 16)

/** @returns what turns the next piece into bytes of the file; to be called in order */
export function pieceSealer(keys: Keys, header: Buffer): (piece: Piece) => Promise<Buffer> {
  const key = fileKey(keys, header)
  let number = 0
  return async ({ kind, body }) => {
    const nonce = nonceOf(number++, kind)
    // Half of the bytes are sealed already and will not get smaller: a light hand is as good as a heavy one.
    const small = await deflate(body, { level: constants.Z_BEST_SPEED })
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    const sealed = Buffer.concat([
      cipher.update(Buffer.of(pieceKinds.indexOf(kind))),
      cipher.update(small),
      cipher.final(),
    ])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(sealed.length + overhead)
    return Buffer.concat([length, cipher.getAuthTag(), sealed])
  }
}

export type OpenBackup = {
  header: BackupHeader
  /**
   * All pieces in order, each proven; ends after the last one.
   *
   * @throws BackupError where the key is another one, or the file is not as it was written
   */
  pieces(keys: Keys): AsyncGenerator<Piece>
  /** Bytes of the file. */
  size(): Promise<number>
  close(): Promise<void>
}

/** @throws BackupError where it is no backup, or one of a newer program */
export async function openBackup(path: string): Promise<OpenBackup> {
  const file = await openFile(path)
  try {
    const start = await readUpTo(file, 0, maxHeader)
    const end = start.indexOf('\n')
    const line = start.subarray(0, Math.max(end, 0)).toString('utf8')
    const header = parseHeader(path, line, end >= 0, start)
    return {
      header,
      pieces: (keys) => readPieces(path, file, keys, header, start.subarray(0, end + 1)),
      size: async () => (await file.stat()).size,
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new BackupError(
      code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read (${code}).`,
    )
  }
}

function parseHeader(path: string, line: string, ended: boolean, start: Buffer): BackupHeader {
  if (!start.toString('latin1').startsWith(magic.slice(0, Math.max(1, start.length))))
    throw new BackupError(`${path} is not a backup of Tugevus.`)
  const [, version, json, check] = /^tugevus-backup (\d+) (.*) ([0-9a-f]{16})$/s.exec(line) ?? []
  const known = line.slice(0, -17)
  if (!ended || version === undefined || json === undefined || check !== checkOf(known))
    throw new BackupError(`${path} is cut off or damaged in its first line. Use another backup.`)
  if (Number(version) > format)
    throw new BackupError(
      `${path} was made by a newer Tugevus (format ${version}). Install that version or a later one.`,
    )
  return headerSchema.parse(JSON.parse(json))
}

async function* readPieces(
  path: string,
  file: FileHandle,
  keys: Keys,
  header: BackupHeader,
  line: Buffer,
): AsyncGenerator<Piece> {
  if (header.key !== keys.id) {
    throw new BackupError(
      `${path} was made with key ${header.key}; the key here is ${keys.id}. Give the key from the sheet with that number.`,
    )
  }
  const key = fileKey(keys, line)
  let at = line.length
  for (let number = 0; ; number++) {
    const cut = () => new BackupError(`${path} is cut off after ${number} pieces. Use another backup.`)
    const damaged = () => new BackupError(`${path} is damaged at piece ${number + 1}. Use another backup.`)
    const head = await readUpTo(file, at, 4)
    if (head.length < 4) throw cut()
    const length = head.readUInt32BE()
    if (length <= overhead || length > maxPiece + overhead + 1_000) throw damaged()
    const sealed = await readUpTo(file, at + 4, length)
    if (sealed.length < length) throw cut()
    at += 4 + length
    const piece = await openPiece(key, number, sealed)
    if (!piece) throw damaged()
    if (piece.kind === 'end') {
      if ((await readUpTo(file, at, 1)).length > 0)
        throw new BackupError(`${path} goes on after its end: it is damaged. Use another backup.`)
      yield piece
      return
    }
    yield piece
  }
}

/** Whether it is the last stands in the nonce: so both are tried, and no piece can pass for an end. */
async function openPiece(key: Buffer, number: number, sealed: Buffer): Promise<Piece | null> {
  for (const last of [false, true]) {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, last ? 'end' : 'rows'))
    decipher.setAuthTag(sealed.subarray(0, overhead))
    const first = decipher.update(sealed.subarray(overhead))
    try {
      decipher.final()
    } catch {
      continue
    }
    const kind = pieceKinds[first[0] ?? pieceKinds.length]
    if (kind === undefined || (kind === 'end') !== last) return null
    return { kind, body: await inflate(first.subarray(1), { maxOutputLength: maxPiece }) }
  }
  return null
}

function fileKey(keys: Keys, line: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', keys.backup, createHash('sha256').update(line).digest(), 'file', 32))
}

function nonceOf(number: number, kind: PieceKind): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt8(kind === 'end' ? 1 : 0, 0)
  nonce.writeBigUInt64BE(BigInt(number), 4)
  return nonce
}

/** Fewer bytes only where the file ends. */
async function readUpTo(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, at + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}
