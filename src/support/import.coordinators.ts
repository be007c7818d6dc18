/** Whose account is meant by a coordinator's name in a list: `M. Saar`, `Saar`, `Saar Maris`, `Марис Саар`. */
import { latinised } from '../platform/letters.ts'
import type { Choices, ImportRow } from './import.ts'

export type NamedAccount = { readonly id: string; readonly name: string }

/** The one colleague who bears this name, else the one whose name fits; null where none does or several do. */
export function colleagueNamed<Account extends NamedAccount>(
  written: string,
  colleagues: readonly Account[],
): Account | null {
  const asked = wordsOf(written)
  const namesake = colleagues.filter(({ name }) => wordsOf(name).join(' ') === asked.join(' '))
  const [only, second] =
    namesake.length > 0 ? namesake : colleagues.filter(({ name }) => fits(asked, wordsOf(name)))
  return second === undefined ? (only ?? null) : null
}

function wordsOf(name: string): string[] {
  return latinised(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** Every word of the shorter name is in the longer one, initials included, and at least one of them whole. */
function fits(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const left = [...long]
  let whole = 0
  for (const word of short.toSorted((one, other) => other.length - one.length)) {
    const same = left.indexOf(word)
    const place = same >= 0 ? same : left.findIndex((other) => isInitial(word, other))
    if (place < 0) return false
    if (same >= 0 && word.length > 1) whole += 1
    left.splice(place, 1)
  }
  return whole > 0
}

function isInitial(a: string, b: string): boolean {
  return (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b))
}

export type CoordinatorName = {
  /** As it stands in the file; empty for rows that name nobody. */
  readonly name: string
  /** How many people would come to them. */
  readonly people: number
  readonly accountId: string | null
  /** A human has said so, or the account bears this very name. */
  readonly isSure: boolean
}

/**
 * The names of coordinators in the rows that are entered or may still be, and whose accounts they are: as a human has said, else by the
 * name. Rows that name nobody go to `own`, where there is one.
 */
export function coordinatorNames(
  rows: readonly ImportRow[],
  { coordinators }: Pick<Choices, 'coordinators'>,
  colleagues: readonly NamedAccount[],
  own: string | null,
): CoordinatorName[] {
  const concerned = rows.filter(({ fate }) => fate === 'enter' || fate === 'doubtful')
  const groups = Map.groupBy(concerned, ({ checked }) => checked.values.coordinator ?? '')
  return [...groups]
    .map(([name, people]) => {
      const chosen = coordinators.find((one) => one.name === name)?.accountId
      const isChosen = colleagues.some(({ id }) => id === chosen)
      const named = colleagueNamed(name, colleagues)
      const suggested = name === '' ? own : (named?.id ?? null)
      return {
        name,
        people: people.length,
        accountId: isChosen && chosen ? chosen : suggested,
        isSure: isChosen || named?.name === name,
      }
    })
    .sort((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1))
}
