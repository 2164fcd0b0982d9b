import { endianness } from "node:os"
import { HASH_OF_NOTHING, hashWith } from "../../text/hash.ts"
import { doubledArray } from "./doubled-array.ts"
import type { WordLines } from "./word-lines.ts"
import { WordTable } from "./word-table.ts"

/**
 * Goes from passage to passage of one document after the other, and tells which of some words stand where. Its fields
 * are those of the passage that {@link next} went to.
 */
export class PassageReader {
  /** How many words belong to the title, and how many after them to the headings. */
  title = 0
  headings = 0
  /** All words: title, headings and text. */
  length = 0
  /** For each of them its number in the table, or -1. What lies behind them is of no passage. */
  words = new Int32Array(256)
  /** Numbers of the marks that are in the table. */
  readonly synonyms: number[] = []
  /** The headings' words. */
  above = ""

  #lines: WordLines = ""
  /**
   * Their UTF-16 units, in a buffer for all documents: asked for its letters one by one, a text takes twice as long.
   */
  #units = new Uint16Array(16_384)
  #table = new WordTable(new Map())
  #at = 0
  /** Whether another word follows the one that was read, among a passage's words or its marks. */
  #more = false

  /** Goes before the first passage of a document. @param table the words that are looked for */
  open(lines: WordLines, table: WordTable): this {
    if (lines.length > this.#units.length) this.#units = new Uint16Array(2 * lines.length)
    const bytes = Buffer.from(this.#units.buffer, 0, 2 * lines.length)
    bytes.write(lines, "utf16le")
    if (BIG_ENDIAN) bytes.swap16()
    this.#lines = lines
    this.#table = table
    this.#at = 0
    return this
  }

  /** @returns false behind the last */
  next(): boolean {
    if (this.#at >= this.#lines.length) return false
    this.title = this.#readSize()
    this.headings = this.#readSize()
    this.#readWords()
    this.#readMeanings()
    return true
  }

  #readSize(): number {
    let size = 0
    for (let unit = this.#unitAt(this.#at++); unit > SPACE; unit = this.#unitAt(this.#at++))
      size = 10 * size + unit - ZERO
    return size
  }

  #readWords(): void {
    const text = this.title + this.headings
    let [above, end] = [this.#at, this.#at]
    this.length = 0
    do {
      const number = this.#readWord()
      if (number === NO_WORD) continue
      if (this.length === this.words.length) this.words = doubledArray(this.words)
      this.words[this.length++] = number
      if (this.length === this.title) above = this.#at
      if (this.length === text) end = this.#at - 1
    } while (this.#more)
    this.above = this.headings > 0 ? this.#lines.slice(above, end) : ""
  }

  #readMeanings(): void {
    this.synonyms.length = 0
    do {
      const number = this.#readWord()
      if (number >= 0) this.synonyms.push(number)
    } while (this.#more)
  }

  /** Goes behind the next word and what parts it from the one behind it. */
  #readWord(): number {
    const from = this.#at
    let at = from
    let hash = HASH_OF_NOTHING
    let unit = this.#unitAt(at)
    for (; unit > SPACE; unit = this.#unitAt(++at)) hash = hashWith(hash, unit)
    this.#at = at + 1
    this.#more = unit === SPACE
    return at > from ? this.#table.find(this.#lines, from, at, hash) : NO_WORD
  }

  /** 0 behind the end, which ends a word as the end of a line does. */
  #unitAt(at: number): number {
    return at < this.#lines.length ? (this.#units[at] ?? 0) : 0
  }
}

const BIG_ENDIAN = endianness() === "BE"
const NO_WORD = -2
const SPACE = 32
const ZERO = 48
