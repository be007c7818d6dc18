/**
 * A file that somebody sends: what it is, by its content alone. A name and a type that the browser says are claims.
 *
 * A PDF is kept as it came. A picture is drawn anew, so that nothing of the file that was sent is left but what can be seen.
 */
import { drawnAnew, type PictureProblem } from './file.picture.ts'

/** Of one file that is sent. */
export const LARGEST_FILE_MEGABYTES = 10
export const LARGEST_FILE = LARGEST_FILE_MEGABYTES * 1024 * 1024

/** What a form takes. */
export type Wanted = 'picture' | 'document'

/** As `accept` of a field says it: an iPhone that is asked for JPEG sends its pictures as JPEG. */
export const acceptOf: Record<Wanted, string> = {
  picture: 'image/jpeg,image/png,image/webp',
  document: 'application/pdf,image/jpeg,image/png,image/webp',
}

export const fileTypes = ['application/pdf', 'image/jpeg'] as const
export type FileType = (typeof fileTypes)[number]

/** Ready to be kept. */
export type CheckedFile = { type: FileType; bytes: Buffer }

export type FileProblem = 'missing' | 'empty' | 'tooLarge' | 'heic' | 'unknown' | 'cutPdf' | PictureProblem

/** @returns what is kept, or why nothing is */
export async function readFile(file: File | null, wanted: Wanted): Promise<CheckedFile | FileProblem> {
  if (file === null) return 'missing'
  if (file.size === 0) return 'empty'
  if (file.size > LARGEST_FILE) return 'tooLarge'
  const bytes = Buffer.from(await file.arrayBuffer())
  const kind = kindOf(bytes)
  if (kind === 'pdf' && wanted === 'document')
    return isWhole(bytes) ? { type: 'application/pdf', bytes } : 'cutPdf'
  if (kind === 'pdf' || kind === 'unknown') return 'unknown'
  if (kind === 'heic') return 'heic'
  const picture = await drawnAnew(bytes)
  return typeof picture === 'string' ? picture : { type: 'image/jpeg', bytes: picture }
}

/** By the first bytes, which are the same in every file of a kind. */
function kindOf(bytes: Buffer): 'pdf' | 'picture' | 'heic' | 'unknown' {
  const word = (from: number, to: number) => bytes.toString('latin1', from, to)
  if (word(0, 5) === '%PDF-') return 'pdf'
  if (word(0, 3) === '\xff\xd8\xff') return 'picture'
  if (word(0, 8) === '\x89PNG\r\n\x1a\n') return 'picture'
  if (word(0, 4) === 'RIFF' && word(8, 12) === 'WEBP') return 'picture'
  if (word(4, 8) === 'ftyp' && /^(hei[cxms]|hev[cxms]|mif1|msf1|avif)$/.test(word(8, 12))) return 'heic'
  return 'unknown'
}

/** A PDF ends with this word; some programs leave a few more bytes behind it. */
const isWhole = (pdf: Buffer) => pdf.subarray(-2_048).includes('%%EOF')
