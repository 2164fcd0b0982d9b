import { LISTS } from "replywright/lexicon/names"
import { wordsOf } from "../../lexicon/lexicon.ts"

/** A word of a text, in lower case. */
interface Word {
  low: string
}

/** Phrases of one word or more, found by their last word. */
export class Phrases {
  readonly #byLast = new Map<string, string[][]>()

  constructor(list: string) {
    for (const entry of wordsOf(LISTS, list)) {
      const words = entry.split(/[ .-]+/).filter((word) => word !== "")
      const last = words.pop()
      if (last === undefined) continue
      const phrases = this.#byLast.get(last)
      if (phrases) phrases.push(words)
      else this.#byLast.set(last, [words])
    }
  }

  /** The last words of the phrases. */
  get lastWords(): Iterable<string> {
    return this.#byLast.keys()
  }

  /** Returns the number of words of the longest phrase that ends with token i, or 0. */
  endingAt(tokens: readonly Word[], i: number): number {
    let longest = 0
    for (const words of this.#byLast.get(tokens[i]?.low ?? "") ?? [])
      if (words.length >= longest && words.every((word, k) => tokens[i - words.length + k]?.low === word))
        longest = words.length + 1
    return longest
  }
}
