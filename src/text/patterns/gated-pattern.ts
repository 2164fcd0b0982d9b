import { splitAlternatives } from "./alternatives.ts"
import { hasLetters, matchesOf, mayMatch, requiredLetters, type RequiredLetters } from "./required-letters.ts"

/**
 * A pattern that is tried only on a text with the letters that each match contains. It is for long lists, of which few
 * texts have a word: of its alternatives only those are tried whose letters the text has. It finds what the plain
 * pattern finds. `matchAll` on it doesn't compile it anew, as it does a plain pattern.
 */
export class GatedPattern extends RegExp {
  /** Null if there are none. They are read when they are first needed, and each is compiled when it is first tried. */
  #alternatives: Alternative[] | null | undefined
  #text: string | undefined
  /** The alternatives that the latest text may match, or undefined if they are too many. */
  #likely: Likely[] | undefined

  override exec(text: string): RegExpExecArray | null {
    if (!mayMatch(this, text)) {
      this.lastIndex = 0
      return null
    }
    const likely = this.#likelyIn(text)
    return likely === undefined ? super.exec(text) : this.#first(likely, text)
  }

  override [Symbol.matchAll](text: string): RegExpStringIterator<RegExpExecArray> {
    return matchesOf(this, text)
  }

  #likelyIn(text: string): Likely[] | undefined {
    if (text === this.#text) return this.#likely
    this.#alternatives ??= this.#read()
    this.#text = text
    this.#likely = undefined
    if (this.#alternatives === null || text.length > MAX_CHARACTERS) return undefined
    const likely = this.#alternatives.filter(({ required }) => hasLetters(required, text))
    if (likely.length * MIN_SAVING <= this.#alternatives.length)
      this.#likely = likely.map((alternative) => ({ alternative, from: Infinity, match: null }))
    return this.#likely
  }

  #read(): Alternative[] | null {
    if (this.sticky) return null
    const flags = this.global ? this.flags : `${this.flags}g`
    return (
      splitAlternatives(this.source)?.map((source) => ({
        required: requiredLetters(source),
        compile: () => new RegExp(source, flags)
      })) ?? null
    )
  }

  /** Returns the match that begins first, of the first alternative that matches there. */
  #first(likely: Likely[], text: string): RegExpExecArray | null {
    const from = this.global ? this.lastIndex : 0
    let first: RegExpExecArray | null = null
    for (const one of likely) {
      if (from < one.from || (one.match !== null && one.match.index < from)) {
        const pattern = (one.alternative.compiled ??= one.alternative.compile())
        pattern.lastIndex = from
        one.from = from
        one.match = pattern.exec(text)
      }
      if (one.match && (first === null || one.match.index < first.index)) first = one.match
    }
    if (this.global) this.lastIndex = first ? first.index + first[0].length : 0
    return first
  }
}

interface Alternative {
  required: RequiredLetters
  compile: () => RegExp
  compiled?: RegExp
}

interface Likely {
  alternative: Alternative
  /** The place from which it was tried. */
  from: number
  /** The first match from there, or null if there is none. */
  match: RegExpExecArray | null
}

/** In a longer text, most alternatives are likely. */
const MAX_CHARACTERS = 4000
/** So many alternatives, tried one after the other, take about as long as one of many tried together. */
const MIN_SAVING = 3
