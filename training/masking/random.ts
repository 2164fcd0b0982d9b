/** Generates the same numbers in each run (mulberry32). */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** Returns a number from 0 to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  /** Picks one element. @throws RangeError for an empty list */
  pick<T>(list: readonly T[]): T {
    const one = list[this.below(list.length)]
    if (one === undefined) throw new RangeError("nothing to pick from")
    return one
  }

  /** Returns a number of `count` digits that doesn't begin with 0. */
  digits(count: number): string {
    return String(1 + this.below(9)) + Array.from({ length: count - 1 }, () => this.below(10)).join("")
  }

  shuffle(list: Int32Array): void {
    for (let i = list.length - 1; i > 0; i--) {
      const j = this.below(i + 1)
      const kept = list[i] ?? 0
      list[i] = list[j] ?? 0
      list[j] = kept
    }
  }
}
