/** How long an SMS is: what a gateway charges for, and what a phone puts together again. */

/** GSM 03.38, the letters that take one place of seven bits; `õ`, `š` and Cyrillic are none of them. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** … and those that take two. */
const extended = new Set('\f^{}\\[~]|€')

/** Places in a message that stands alone, and in one of several: those carry a header. */
const places = { gsm7: { alone: 160, part: 153 }, ucs2: { alone: 70, part: 67 } } as const

export type SmsLength = { alphabet: 'gsm7' | 'ucs2'; places: number; parts: number }

/** @example smsLength('Tere') // { alphabet: 'gsm7', places: 4, parts: 1 } */
export function smsLength(text: string): SmsLength {
  const letters = [...text]
  const plain = letters.every((letter) => basic.has(letter) || extended.has(letter))
  const alphabet = plain ? 'gsm7' : 'ucs2'
  const widths = letters.map((letter) => (plain ? (extended.has(letter) ? 2 : 1) : letter.length))
  const all = widths.reduce((sum, width) => sum + width, 0)
  const { alone, part } = places[alphabet]
  return { alphabet, places: all, parts: all <= alone ? 1 : partsOf(widths, part) }
}

/** A letter that takes two places is not cut in two. */
function partsOf(widths: readonly number[], part: number): number {
  let parts = 1
  let filled = 0
  for (const width of widths) {
    if (filled + width > part) {
      parts += 1
      filled = 0
    }
    filled += width
  }
  return parts
}
