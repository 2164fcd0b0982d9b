import { hashOf } from "../../text/hash.ts"

/** Words with their numbers, looked for in a text that isn't taken apart: a Map needs a string each word of it. */
export class WordTable {
  readonly #words: string[] = []
  readonly #hashes: Int32Array
  readonly #numbers: Int32Array
  readonly #mask: number

  constructor(numbers: ReadonlyMap<string, number>) {
    const slots = 2 ** Math.ceil(Math.log2(4 * numbers.size + 4))
    this.#hashes = new Int32Array(slots)
    this.#numbers = new Int32Array(slots).fill(-1)
    this.#mask = slots - 1
    for (const [word, number] of numbers) {
      const hash = hashOf(word)
      let slot = slotOf(hash) & this.#mask
      while (this.#numbers[slot] !== -1) slot = (slot + 1) & this.#mask
      this.#words[slot] = word
      this.#hashes[slot] = hash
      this.#numbers[slot] = number
    }
  }

  /** @param hash {@link hashOf} what stands there. @returns the number of the word that stands there, or -1 */
  find(text: string, from: number, to: number, hash: number): number {
    for (let slot = slotOf(hash) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const number = this.#numbers[slot] ?? -1
      if (number === -1) return -1
      if (
        this.#hashes[slot] === hash &&
        this.#words[slot]?.length === to - from &&
        text.startsWith(this.#words[slot] ?? "", from)
      )
        return number
    }
  }
}

/** Its lowest bits alone depend on the letters' lowest bits alone. */
const slotOf = (hash: number): number => hash ^ (hash >>> 15)
