import { hashOf } from "../../text/hash.ts"

/** A passage's words as a document's row stores them. */
export interface PassageWords {
  /** Title, headings and text follow each other, all stemmed. */
  words: string[]
  /** The numbers of words in the title and, after them, in the headings. */
  title: number
  headings: number
  /** The marks of the words' synonyms. */
  synonyms: string[]
}

/**
 * The words of a document's passages as they are stored, with one line for each passage. A line holds the numbers of
 * words in the title and in the headings, then the words, then the marks of their synonyms. One text is read and
 * written in a fraction of the time that arrays take.
 */
export type WordLines = string

export function linesOfWords(
  passages: readonly (Pick<PassageWords, "words" | "synonyms"> & { titleWords: number; headingWords: number })[]
): WordLines {
  return passages
    .map(
      ({ words, titleWords, headingWords, synonyms }) =>
        `${titleWords} ${headingWords}\t${words.join(" ")}\t${synonyms.join(" ")}`
    )
    .join("\n")
}

export function passagesOfLines(lines: WordLines): PassageWords[] {
  return lines === ""
    ? []
    : lines.split("\n").map((line) => {
        const [sizes = "", words, marks] = line.split("\t")
        const [title, headings] = sizes.split(" ").map(Number)
        return { words: listOf(words), title: title ?? 0, headings: headings ?? 0, synonyms: listOf(marks) }
      })
}

const listOf = (text = "") => (text === "" ? [] : text.split(" "))

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
