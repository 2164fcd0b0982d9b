import { endianness } from "node:os"
import { HASH_OF_NOTHING, hashWith } from "../../text/hash.ts"
import { doubledArray } from "./posting-list.ts"
import { type WordLines, WordTable } from "./word-lines.ts"

/**
 * Iterates over the passages of one document after the other, and reports which of some words stand where. Its fields
 * describe the passage to which {@link next} has moved.
 */
export class PassageReader {
  /** The numbers of words in the title and, after them, in the headings. */
  title = 0
  headings = 0
  /** This counts all words: title, headings and text. */
  length = 0
  /** Holds each word's number in the table, or -1. Entries beyond `length` belong to no passage. */
  words = new Int32Array(256)
  /** The numbers of the synonym marks that are in the table. */
  readonly synonyms: number[] = []
  /** The words of the headings. */
  above = ""

  #lines: WordLines = ""
  /**
   * The lines' UTF-16 units are copied into one buffer for all documents, because reading a string character by
   * character takes twice as long.
   */
  #units = new Uint16Array(16_384)
  #table = new WordTable(new Map())
  #at = 0
  /** Another word follows the one that was read, among a passage's words or its marks. */
  #more = false

  /** Moves to the position before the first passage of a document. @param table the words to look for */
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

  /** Moves to the next passage. @returns false after the last one */
  next(): boolean {
    if (this.#at >= this.#lines.length) return false
    this.title = this.#readSize()
    this.headings = this.#readSize()
    this.#readWords()
    this.#readSynonyms()
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

  #readSynonyms(): void {
    this.synonyms.length = 0
    do {
      const number = this.#readWord()
      if (number >= 0) this.synonyms.push(number)
    } while (this.#more)
  }

  /** Moves to the position after the next word and its separator. */
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

  /** Returns 0 after the end of the text, which ends a word like the end of a line. */
  #unitAt(at: number): number {
    return at < this.#lines.length ? (this.#units[at] ?? 0) : 0
  }
}

const BIG_ENDIAN = endianness() === "BE"
const NO_WORD = -2
const SPACE = 32
const ZERO = 48
