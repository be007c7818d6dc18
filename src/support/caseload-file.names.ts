/**
 * Names as they stand in lists: `Kask, Tõnu` is turned round, double spaces go, and everything else stays as it is written.
 */
import { folded } from '../platform/letters.ts'
import type { Reason } from './caseload-file.ts'

export type ReadName =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'doubt'; readonly reason: Reason; readonly name: string | null }

/** Longer than any name; what is longer is a note in the wrong column. */
const LONGEST_NAME = 120

export function readName(text: string): ReadName {
  const written = text.replace(/\s+/g, ' ').trim()
  const doubt = (reason: Reason, name: string | null = null): ReadName => ({ kind: 'doubt', reason, name })
  if (isNothing(written)) return doubt({ code: 'missing' })
  if (isFormula(written)) return doubt({ code: 'formula' })
  if (isGarbled(written)) return doubt({ code: 'garbled', text: written })
  const name = turnedRound(written)
  const letters = name.match(/\p{L}/gu)?.length ?? 0
  const isName =
    letters >= 2 &&
    name.length <= LONGEST_NAME &&
    /^[\p{L}"“„«(]/u.test(name) &&
    !/[\p{N}@=<>/\\_|]/u.test(name) &&
    // A name written in quotation marks has two of them; one alone is left over from a broken file.
    (name.match(/"/g)?.length ?? 0) % 2 === 0
  return isName ? { kind: 'name', name } : doubt({ code: 'notAName', text: written }, name)
}

/** `Kask, Tõnu` → `Tõnu Kask`. With more commas than one nobody knows what is what. */
function turnedRound(written: string): string {
  const [family, first, more] = written.split(',').map((part) => part.trim())
  return family && first && more === undefined ? `${first} ${family}` : written
}

/** A spreadsheet program would compute it; somebody may have put it there for that. */
export function isFormula(text: string): boolean {
  return /^\s*=/.test(text)
}

/** Letters lost on the way: `T�nu`, `T?nu`, or UTF-8 read as something else (`TÃµnu`, `ÐžÑ€Ð»Ð¾Ð²`). */
function isGarbled(text: string): boolean {
  return /\ufffd|\p{L}\?\p{L}|[ÃÐÑ][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]/u.test(text)
}

/** What people put into a cell to say that there is nothing. */
export function isNothing(text: string): boolean {
  return nothingWords.has(folded(text).replace(/[.\s]+$/, ''))
}

const nothingWords = new Set(
  [
    '',
    '-',
    '--',
    '---',
    '–',
    '—',
    '?',
    '??',
    '/',
    'x',
    'xx',
    'xxx',
    'puudub',
    'pole',
    'ei ole',
    'ei tea',
    'teadmata',
  ]
    .concat(['n/a', 'na', 'none', 'unknown', 'not known', 'нет', 'не знаю', 'неизвестно', 'отсутствует'])
    .map(folded),
)

/** The same for `Kask Tõnu`, `Tõnu KASK`, `kask, tonu`: for comparing only. */
export function nameKey(name: string): string {
  return nameWords(name).join(' ')
}

function nameWords(name: string): string[] {
  return (folded(name).match(/[\p{L}\p{N}]+/gu) ?? []).sort()
}
