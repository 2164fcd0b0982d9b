/** Chance that can be repeated: the same seed gives the same choices. */
export interface Chance {
  /** 0 up to, not including, `below`. */
  number(below: number): number
  pick<T>(from: readonly T[]): T
  /** True in one of `n` cases. */
  oneIn(n: number): boolean
}

/** Mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const number = (below: number) => Math.floor(next() * below)
  return {
    number,
    oneIn: (n) => number(n) === 0,
    pick<T>(from: readonly T[]): T {
      const [first] = from
      if (first === undefined) throw new RangeError("nothing to choose from")
      return from[number(from.length)] ?? first
    }
  }
}
