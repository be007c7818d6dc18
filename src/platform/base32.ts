/** Crockford's base 32: no I, L, O or U, so that nothing on paper is read as something else. */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Five bits a sign; what is left at the end is filled up with zeros. */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(value >> bits) & 31]
    }
    value &= (1 << bits) - 1
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text
}

/** What somebody read off paper, as it was meant; `null` where a sign is none. */
export function plainSigns(text: string): string | null {
  const signs = text
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return [...signs].every((sign) => alphabet.includes(sign)) ? signs : null
}

/** @returns the whole bytes in it */
export function fromBase32(signs: string): Buffer {
  const bytes: number[] = []
  let bits = 0
  let value = 0
  for (const sign of signs) {
    value = (value << 5) | alphabet.indexOf(sign)
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((value >> bits) & 255)
    }
    value &= (1 << bits) - 1
  }
  return Buffer.from(bytes)
}
