import { AddressAnchors } from "./address-anchor.ts"
import { AddressWords, STATE, type Range } from "./address-words.ts"
import { CLASS, type Knowledge } from "./knowledge.ts"
import { isCapital, isNumber, SHAPE, type Token } from "./tokens.ts"
import { unitBefore } from "./units.ts"
import { LINKS } from "./name-cue-words.ts"
import { ARTICLES, GOODS, LABELS } from "./context-words.ts"

/**
 * Marks the words that form a postal address. It starts from an anchor (a street with its number, a post code with its
 * town, a flat, a box) and extends it to both sides over capitals, numbers and small words, also across line ends. The
 * result says where an address stands. Whether a word of it is masked is decided with its score.
 */
export function addressesIn(tokens: readonly Token[], knowledge: Knowledge): Uint8Array {
  const inside = new Uint8Array(tokens.length)
  const anchors = new AddressAnchors(tokens, knowledge)
  const growth = new AddressGrowth(tokens, knowledge)
  let last = -1
  for (let i = 0; i < tokens.length; i++) {
    const anchor = anchors.anchorAt(i)
    if (!anchor || isModel(tokens, knowledge, anchor)) continue
    const { from, to } = growth.grown(anchor)
    const joins = last >= 0 && from > last + 1 && growth.isGap(last + 1, from)
    inside.fill(1, joins ? last + 1 : from, to + 1)
    last = Math.max(last, to)
  }
  return inside
}

/** Recognises a thing with its number, which looks like a town with its code: "Der Siena 400", "bocina Luna 2". */
function isModel(tokens: readonly Token[], knowledge: Knowledge, { from, to }: Range): boolean {
  const [before, word, number] = [tokens[from - 1], tokens[from], tokens[to]]
  if (!before || !word || to !== from + 1 || word.gap !== " " || number?.gap !== " ") return false
  if (!isNumber(number) || number.written.length > 4 || knowledge.of(word.low).classes & CLASS.street) return false
  return ARTICLES.has(before.low) || LABELS.has(before.low) || GOODS.has(before.low)
}

/** Says whether a number surely belongs to the word before it, whatever its score: "Bengaluru 560001". */
export function isCodeOfTown(tokens: readonly Token[], inside: Uint8Array, i: number): boolean {
  const code = tokens[i]
  if (!code || !inside[i] || !inside[i - 1] || code.gap !== " " || !isCapital(tokens[i - 1])) return false
  return /^\d{4,6}$/.test(code.written) && !/^(?:19|20)\d\d$/.test(code.written)
}

/**
 * Decides how far an address extends on both sides of its anchor, and what may stand between two pieces of one address.
 */
class AddressGrowth {
  readonly #tokens: readonly Token[]
  readonly #knowledge: Knowledge
  readonly #words: AddressWords

  constructor(tokens: readonly Token[], knowledge: Knowledge) {
    this.#tokens = tokens
    this.#knowledge = knowledge
    this.#words = new AddressWords(tokens, knowledge)
  }

  /** Says whether a few words may stand between two pieces of one address: "3e étage gauche", "villa Santa Rita". */
  isGap(from: number, end: number): boolean {
    if (end - from > 8) return false
    let others = 0
    for (let i = from; i <= end; i++) {
      const token = this.#tokens[i]
      // In "3. OG" and "esc. B" the full stop ends no sentence.
      const abbreviated = isNumber(this.#tokens[i - 1]) || (this.#words.classes(i - 1) & CLASS.unit) !== 0
      if (!token || !isNear(token.gap) || /\n\s*\n/.test(token.gap) || (/[.]\s/.test(token.gap) && !abbreviated))
        return false
      if (
        i < end &&
        !isNumber(token) &&
        token.written.length > 1 &&
        !(this.#words.classes(i) & CLASS.unit) &&
        ++others > 3
      )
        return false
      if (i < end && this.#knowledge.of(token.low).small && !LINKS.has(token.low)) return false
    }
    return true
  }

  grown({ from, to }: Range): Range {
    while (from > 0 && to - from < 9 && this.#growsLeft(from)) from--
    for (let k = 0; k < 12; k++) {
      const step = this.#growsRight(to)
      if (step === 0) break
      to += step
    }
    return { from: unitBefore(this.#tokens, this.#knowledge, from), to }
  }

  #growsLeft(from: number): boolean {
    const token = this.#tokens[from]
    const before = this.#tokens[from - 1]
    if (!token || !before || !isNear(token.gap) || /[.]\s/.test(token.gap)) return false
    if (isNumber(before))
      return (
        !/\(/.test(token.gap) && before.shape !== SHAPE.ordinal && before.written.length < 7 && !/\n/.test(token.gap)
      )
    if (/,/.test(token.gap)) return false
    return (
      isCapital(before) &&
      !/\n/.test(token.gap) &&
      before.written.length > 1 &&
      !this.#words.isPlain(before) &&
      !this.#words.isDatePart(from - 1)
    )
  }

  /** Returns how many words further the address extends to the right. */
  #growsRight(to: number): number {
    const [next, after] = [this.#tokens[to + 1], this.#tokens[to + 2]]
    if (!next || !isNear(next.gap) || this.#endsBefore(to + 1, next, after)) return 0
    if (isNumber(next) || next.shape === SHAPE.code) return next.written.length < 8 ? 1 : 0
    const isUnit = (i: number) => (this.#words.classes(i) & CLASS.unit) !== 0
    if (next.shape === SHAPE.ordinal && isUnit(to + 2)) return 2
    if (next.shape === SHAPE.lower && isUnit(to + 1)) return 1
    if (after && this.#isCodeWithLetters(to, next, after)) return 2
    if (isCapital(next)) return this.#words.isDatePart(to + 1) || this.#words.isShouted(next) ? 0 : 1
    return this.#isLink(next, after, to) ? 2 : 0
  }

  /** "NSW 2204" holds a state and its code, "1338 CR Almere" a Dutch code and its town. */
  #isCodeWithLetters(to: number, next: Token, after: Token): boolean {
    if (DUTCH.test(`${this.#tokens[to]?.written}${next.gap}${next.written}`)) return isCapital(after)
    return STATE.test(next.written) && after.gap === " " && /^\d{4,5}$/.test(after.written)
  }

  /**
   * Says whether a small word joins a further name to the address. After a town it may be a word: "Herzberg am Harz".
   */
  #isLink(link: Token, name: Token | undefined, to: number): boolean {
    if (!name || !LINKS.has(link.low) || /\n/.test(link.gap) || !isCapital(name)) return false
    const isTown = /^\d{4,5}$/.test(this.#tokens[to - 1]?.written ?? "")
    return (isTown || !this.#words.isPlain(name)) && !/[.\n]/.test(name.gap)
  }

  /** Says whether the address ends before the word, because a sentence, a field or a bracket begins there. */
  #endsBefore(i: number, next: Token, after: Token | undefined): boolean {
    const place = this.#words.classes(i) & (CLASS.unit | CLASS.town | CLASS.country)
    if (/[.]\s/.test(next.gap) && (this.#words.isPlain(next) || !place)) return true
    const part = place | (this.#words.classes(i) & CLASS.street)
    const beginsLine = next.begins === 2 && !isNumber(next) && !part
    if (beginsLine && (this.#words.isPlain(next) || /\n\s*\n/.test(next.gap))) return true
    if (after && /^:/.test(after.gap)) return true
    return /[()#*]/.test(next.gap) && !place && !/^ ?#/.test(next.gap)
  }
}

const DUTCH = /^[1-9]\d{3} ?[A-Z]{2}$/
const isNear = (gap: string) => gap.length < 12 && /^[\s,.>()#/*º°|-]*$/.test(gap)
