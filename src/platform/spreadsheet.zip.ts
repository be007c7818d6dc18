/**
 * The zip container of an XLSX file, unpacked under a limit: a small file that unpacks to gigabytes must not take the server down.
 * Source: PKWARE APPNOTE 6.3.10, sections 4.3 and 4.4. Zip64 is refused: it is for files above 4 GB.
 */
import { inflateRawSync } from 'node:zlib'

/** `files` are only those that `wanted` asks for; `names` are all. */
export type Unpacked =
  | { kind: 'unpacked'; files: Map<string, Uint8Array<ArrayBuffer>>; names: string[] }
  | { kind: 'damaged' | 'locked' | 'tooLarge' }

const ENTRY_END = 0x06054b50
const ENTRY_CENTRAL = 0x02014b50
const ENTRY_LOCAL = 0x04034b50
/** A comment of at most 65,535 bytes may follow the end record of 22. */
const FARTHEST_END = 65_535 + 22
const MOST_ENTRIES = 5_000
const NAME_IS_UTF8 = 0x0800

export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean, largest: number): Unpacked {
  try {
    return unpackOrThrow(bytes, wanted, largest)
  } catch (error) {
    // Offsets that point outside the file end in a RangeError, wrong streams in an error of zlib.
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      return { kind: 'tooLarge' }
    }
    return { kind: 'damaged' }
  }
}

function unpackOrThrow(bytes: Uint8Array, wanted: (name: string) => boolean, largest: number): Unpacked {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  if (end === null) return { kind: 'damaged' }
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > MOST_ENTRIES) return { kind: 'damaged' }
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const names: string[] = []
  let left = largest
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== ENTRY_CENTRAL) return { kind: 'damaged' }
    const encrypted = (view.getUint16(at + 8, true) & 1) === 1
    const method = view.getUint16(at + 10, true)
    const packedSize = view.getUint32(at + 20, true)
    const nameLength = view.getUint16(at + 28, true)
    const skipped = view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    const local = view.getUint32(at + 42, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    at += 46 + nameLength + skipped
    names.push(name)
    if (!wanted(name)) continue
    if (encrypted) return { kind: 'locked' }
    if (view.getUint32(local, true) !== ENTRY_LOCAL) return { kind: 'damaged' }
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (start + packedSize > bytes.length) return { kind: 'damaged' }
    const packed = bytes.subarray(start, start + packedSize)
    const file = method === 0 ? new Uint8Array(packed) : method === 8 ? inflated(packed, left) : null
    if (file === null) return { kind: 'damaged' }
    left -= file.length
    if (left < 0) return { kind: 'tooLarge' }
    files.set(name, file)
  }
  return { kind: 'unpacked', files, names }
}

function inflated(packed: Uint8Array, largest: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(inflateRawSync(packed, { maxOutputLength: largest + 1 }))
}

function endRecord(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - FARTHEST_END); at--) {
    if (view.getUint32(at, true) === ENTRY_END) return at
  }
  return null
}

/** The files in a zip container without compression. Checksums are left at zero: its reader does not look at them. */
export function pack(files: ReadonlyMap<string, Uint8Array>): ArrayBuffer {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [name, file] of files) {
    const encoded = new TextEncoder().encode(name)
    const local = record(30, {
      0: ENTRY_LOCAL,
      6: NAME_IS_UTF8,
      18: file.length,
      22: file.length,
      26: encoded.length,
    })
    const central = record(46, {
      0: ENTRY_CENTRAL,
      8: NAME_IS_UTF8,
      20: file.length,
      24: file.length,
      28: encoded.length,
      42: offset,
    })
    parts.push(local, encoded, file)
    directory.push(central, encoded)
    offset += local.length + encoded.length + file.length
  }
  const directorySize = directory.reduce((sum, part) => sum + part.length, 0)
  const counts = files.size | (files.size << 16)
  const end = record(22, { 0: ENTRY_END, 8: counts, 12: directorySize, 16: offset })
  const whole = new Uint8Array(offset + directorySize + end.length)
  let at = 0
  for (const part of [...parts, ...directory, end]) {
    whole.set(part, at)
    at += part.length
  }
  return whole.buffer
}

/** A record of zeroes with these numbers of 32 bits at these places. */
function record(length: number, numbers: Record<number, number>): Uint8Array {
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  for (const [at, number] of Object.entries(numbers)) view.setUint32(Number(at), number, true)
  return bytes
}
