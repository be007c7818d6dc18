/**
 * Words as people write them: with and without dots and hooks, in Latin or Cyrillic letters, with a slip of the finger.
 * Everything here is for comparing and suggesting; what is kept and shown is always what was written.
 */

/** Lower case, without diacritics, with single spaces: `  Tõnu  KASK ` → `tonu kask`; `ё` → `е`. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim()
}

const latin: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'z',
  з: 'z',
  и: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ts',
  ш: 's',
  щ: 'sts',
  ъ: '',
  ы: 'o',
  ь: '',
  э: 'e',
  ю: 'ju',
  я: 'ja',
  і: 'i',
  є: 'je',
  ґ: 'g',
}

/**
 * Folded and in Latin letters, after the Estonian way of writing Russian names, roughly:
 * `Дмитрий Орлов` → `dmitrii orlov`, `Пярну` → `pjarnu`.
 */
export function latinised(text: string): string {
  return folded(text).replace(/[а-яіїєґ]/gu, (letter) => latin[letter] ?? '')
}

/**
 * How many letters must be put in, left out or changed to get from `a` to `b`; `limit + 1` once it is more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const changed = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const cost = Math.min(changed, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1)
      current.push(cost)
      best = Math.min(best, cost)
    }
    if (best > limit) return limit + 1
    previous = current
  }
  return Math.min(previous[b.length] ?? 0, limit + 1)
}

/** On one line, with one space between words. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** How many letters a text has: what a form and a column count, where one sign of a computer may be two. */
export const lettersOf = (text: string): number => [...text].length

export const longerThan = (text: string, most: number): boolean => lettersOf(text) > most
