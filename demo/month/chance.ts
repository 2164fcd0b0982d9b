/** A source of random choices that are the same each time. */
export interface Chance {
  /** Returns a number from 0 to 1, without 1. */
  next(): number
  /** Returns true with this probability. */
  of(probability: number): boolean
  whole(least: number, most: number): number
  pick<Value>(values: readonly Value[]): Value
  /** Picks one of the names by its weight. */
  weighed<Name extends string>(weights: Record<Name, number>): Name
  /** Picks some of the values and keeps their order. */
  some<Value>(values: readonly Value[], count: number): Value[]
  uuid(): string
}

/** Creates the source. @see mulberry32: 32 bits of state are enough for one case */
export function chanceOf(seed: number): Chance {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[whole(0, values.length - 1)]
    if (value === undefined) throw new Error("There is nothing to pick from.")
    return value
  }
  return {
    next,
    whole,
    pick,
    of: (probability) => next() < probability,
    weighed<Name extends string>(weights: Record<Name, number>): Name {
      const names = Object.keys(weights) as Name[]
      let rest = next() * names.reduce((sum, name) => sum + weights[name], 0)
      return names.find((name) => (rest -= weights[name]) < 0) ?? pick(names)
    },
    some(values, count) {
      const left = [...values.keys()]
      while (left.length > count) left.splice(whole(0, left.length - 1), 1)
      return left.flatMap((at) => values[at] ?? [])
    },
    uuid() {
      const digits = Array.from({ length: 32 }, () => whole(0, 15).toString(16))
      digits[12] = "4"
      digits[16] = "a"
      return digits.join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
    }
  }
}
