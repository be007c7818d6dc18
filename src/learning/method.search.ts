/** Which methods a few words find: by word forms where the database knows the language, else by likeness of words. */
import { sql } from 'kysely'
import type { Acting } from '../platform/actor.ts'
import { folded } from '../platform/letters.ts'
import type { Locale } from '../platform/words.ts'
import type { MethodCard } from './method.ts'

/** Of PostgreSQL; Estonian came with 18. */
const dictionaries: Record<Locale, string> = {
  et: 'estonian',
  en: 'english',
  ru: 'russian',
  fi: 'finnish',
  nb: 'norwegian',
}

/** @returns keys of the cards that fit, the nearest first; all of them, in their order, where nothing is looked for */
export async function findMethods(
  act: Acting,
  cards: readonly MethodCard[],
  { locale, q }: { locale: Locale; q: string },
): Promise<string[]> {
  if (q.trim() === '') return cards.map(({ key }) => key)
  const byForm = (await knows(act, locale)) ? await findByForm(act, cards, locale, q) : []
  if (byForm.length === 0) return findAlike(cards, locale, q)
  return locale === 'et' ? [...new Set([...byForm, ...findByStem(cards, q)])] : byForm
}

async function knows(act: Acting, locale: Locale): Promise<boolean> {
  const { rows } =
    await sql`select from pg_catalog.pg_ts_config where cfgname = ${dictionaries[locale]}`.execute(act.tx)
  return rows.length > 0
}

/** What a card says in one language: its name apart, since a word in it weighs more. */
function textOf(card: MethodCard, locale: Locale) {
  const { name, ...rest } = card.words[locale]
  const said = Object.values(rest).flatMap((one) => one ?? [])
  return { key: card.key, name: `${name} ${card.originalName}`, said: said.join('\n') }
}

async function findByForm(
  act: Acting,
  cards: readonly MethodCard[],
  locale: Locale,
  q: string,
): Promise<string[]> {
  const texts = JSON.stringify(cards.map((card) => textOf(card, locale)))
  const { rows } = await sql<{ key: string }>`
    select t.key from jsonb_to_recordset(${texts}::jsonb) as t(key text, name text, said text),
      lateral (select ${dictionaries[locale]}::regconfig as form) f,
      lateral (select setweight(to_tsvector(f.form, t.name), 'A') || setweight(to_tsvector(f.form, t.said), 'C') as words,
        websearch_to_tsquery(f.form, ${q}) as wanted) w
     where w.words @@ w.wanted order by ts_rank(w.words, w.wanted) desc, t.key`.execute(act.tx)
  return rows.map(({ key }) => key)
}

/**
 * The Estonian dictionary takes endings off and leaves the stem as it stands, so that `kogukonda` and `kogukonna` are two words to it. What changes is the end of
 * the stem: here words are one if their first six letters, and half of the longer one, are the same.
 */
function findByStem(cards: readonly MethodCard[], q: string): string[] {
  const wanted = wordsOf(q)
  return cards
    .filter((card) => {
      const { name, said } = textOf(card, 'et')
      const words = wordsOf(`${name} ${said}`)
      return wanted.every((word) => words.some((other) => beginAlike(word, other)))
    })
    .map(({ key }) => key)
}

function beginAlike(one: string, other: string): boolean {
  if (one === other) return true
  const longer = Math.max(one.length, other.length)
  const from = Math.max(6, Math.ceil(longer / 2))
  return one.length >= from && one.slice(0, from) === other.slice(0, from)
}

/** Each word of the question must be like a word of the card. Case endings and slips of the finger keep most of a word's threes. */
export function findAlike(cards: readonly MethodCard[], locale: Locale, q: string): string[] {
  const wanted = wordsOf(q)
  if (wanted.length === 0) return []
  return cards
    .map((card) => {
      const { key, name, said } = textOf(card, locale)
      const [inName, inText] = [wordsOf(name), wordsOf(said)]
      const nearest = wanted.map((word) => Math.max(best(word, inName) * 1.5, best(word, inText)))
      return { key, worst: Math.min(...nearest), sum: nearest.reduce((all, one) => all + one, 0) }
    })
    .filter(({ worst }) => worst >= 0.45)
    .toSorted((a, b) => b.sum - a.sum || (a.key < b.key ? -1 : 1))
    .map(({ key }) => key)
}

const wordsOf = (text: string) => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []
const best = (word: string, list: readonly string[]) =>
  Math.max(0, ...list.map((other) => likeness(word, other)))

/** How many threes of letters of the shorter word stand in the longer one, 0 to 1. */
function likeness(one: string, other: string): number {
  if (one === other) return 1
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  // Two letters are like every word that begins with the first of them.
  if (short.length < 3) return 0
  const there = threes(long)
  const wanted = [...threes(short)]
  const share = wanted.filter((three) => there.has(three)).length / wanted.length
  // A short word within a long one is less of a likeness than one of the same length.
  return share * Math.sqrt(short.length / long.length)
}

function threes(word: string): Set<string> {
  const padded = `  ${word}`
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))
}
