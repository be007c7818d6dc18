/**
 * Search words on their way through an address: sealed, so that no address holds a name, and bound to the session that typed them,
 * so that nobody else can use it. docs/decisions/030-search-words.md
 */
import type { Keys } from '../platform/keys.ts'
import { SealError, seal, unseal } from '../platform/sealing.ts'

export const longestWords = 100

/** A sealed text is as long as what it holds: filled up to whole blocks, nearly every name has the same length. In bytes. */
const block = 48

const place = (sessionId: string) => `desk.find/${sessionId}`

export function sealWords(keys: Keys, sessionId: string, words: string): string {
  const short = [...words.normalize('NFC').trim()].slice(0, longestWords).join('')
  const room = block - (Buffer.byteLength(short) % block)
  return seal(keys, place(sessionId), short + ' '.repeat(room)).toString('base64url')
}

/** The words, or null where they were sealed in another session, changed, or are none. */
export function openWords(keys: Keys, sessionId: string, sealed: string): string | null {
  try {
    return unseal(keys, place(sessionId), Buffer.from(sealed, 'base64url')).trim() || null
  } catch (error) {
    if (error instanceof SealError) return null
    throw error
  }
}
