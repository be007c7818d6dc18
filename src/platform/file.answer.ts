/** A kept file as an answer: by whom it may be read, the page that calls this has asked. */
import type { FileType } from './file.ts'
import type { PageContext } from './web.tsx'

const endings: Record<FileType, string> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg' }

/**
 * A picture may stand on a page; a PDF is only ever kept on the reader's machine and opened there.
 *
 * @param name says nothing of whom or what it is about: it stays in a list of downloads. Letters of ASCII, digits and hyphens are used of it.
 */
export function answerFile(
  c: PageContext,
  { type, bytes, name }: { type: FileType; bytes: Buffer; name: string },
): Response {
  const shown = type === 'image/jpeg' ? 'inline' : 'attachment'
  const plain = name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z0-9-]+/g, '')
    .slice(0, 60)
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-disposition': `${shown}; filename="${plain || 'file'}.${endings[type]}"`,
    // Beside what every answer says: whatever is in it runs nothing and is no page of ours.
    'content-security-policy': 'sandbox',
    'cache-control': 'private, no-store',
  })
}
