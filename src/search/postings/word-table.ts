import { hashOf } from "../../text/hash.ts"

/** Looks words up in a text without splitting it. A Map would need a new string for every word of the text. */
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

  /**
   * Finds the word at a place of a text. @param hash {@link hashOf} the word there. @returns the number of the word
   * that stands there, or -1
   */
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

/** Mixes higher bits in, because the lowest bits of the hash depend only on the lowest bits of the letters. */
const slotOf = (hash: number): number => hash ^ (hash >>> 15)
