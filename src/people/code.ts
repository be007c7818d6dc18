/**
 * The readable code by which a person is known wherever the name does not belong, such as `K7-42`.
 *
 * It says nothing about the person and is drawn at random: a counting code would tell who came when. Letters that are mistaken for
 * digits or for each other on the telephone are left out.
 */
const letters = 'ABDEHJKLMNPRSTUV'

export const codePattern = /^[A-Z]\d-\d{2,4}$/

/**
 * @param random a whole number from 0 to below `limit`
 * @param digits of the last part: 2 give 16,000 codes, more are for organisations that run short of them
 */
export function drawCode(random: (limit: number) => number, digits: 2 | 3 | 4): string {
  const letter = letters[random(letters.length)] ?? 'K'
  const last = String(random(10 ** digits)).padStart(digits, '0')
  return `${letter}${random(10)}-${last}`
}

/** What somebody typed, as a code; `null` where it is none. `k742` and `K7 42` are meant well. */
export function readCode(text: string): string | null {
  const match = /^\s*([a-z])\s*(\d)[\s-]*(\d{2,4})\s*$/i.exec(text)
  return match ? `${match[1]?.toUpperCase()}${match[2]}-${match[3]}` : null
}
