/** Chance that comes out the same every time: for the invented organisation and for the simulation, never for anything that must not be guessed. */
export type Chance = {
  /** From 0 to below 1. */
  next(): number
  /** Whether something that happens with this probability happens. */
  happens(probability: number): boolean
  pick<T>(list: readonly T[]): T
}

/** Mulberry32: small, and good enough for stories. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    happens: (probability) => next() < probability,
    pick(list) {
      const item = list[Math.floor(next() * list.length)]
      if (item === undefined) throw new RangeError('nothing to pick from')
      return item
    },
  }
}
