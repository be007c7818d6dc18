import { createHash } from 'node:crypto'

/** One file served under an address that changes with its content, so that browsers may keep it for ever. */
export type Asset = { href: string; type: string; bytes: Uint8Array<ArrayBuffer> }

export function asset(name: string, ending: string, type: string, content: string | Uint8Array): Asset {
  const bytes = new Uint8Array(typeof content === 'string' ? new TextEncoder().encode(content) : content)
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 10)
  return { href: `/assets/${name}.${hash}.${ending}`, type, bytes }
}
