import { AddressWords, isHouseNumber, STATE, type Range } from "./address-words.ts"
import { CLASS, type Knowledge } from "./knowledge.ts"
import { isCapital, isNumber, SHAPE, type Token } from "./tokens.ts"
import { SHORT_UNITS } from "./units.ts"
import { LINKS, SURE_STREET_STARTS } from "./name-cue-words.ts"

/** Finds the parts that make an address certain: a street with its number, a post code with its town, a flat, a box. */
export class AddressAnchors {
  readonly #tokens: readonly Token[]
  readonly #knowledge: Knowledge
  readonly #words: AddressWords

  constructor(tokens: readonly Token[], knowledge: Knowledge) {
    this.#tokens = tokens
    this.#knowledge = knowledge
    this.#words = new AddressWords(tokens, knowledge)
  }

  anchorAt(i: number): Range | undefined {
    const token = this.#tokens[i]
    if (!token) return undefined
    const classes = this.#words.classes(i)
    const numbered = token.shape >= SHAPE.code && token.shape !== SHAPE.unspaced
    return (
      (classes & CLASS.street ? (this.#numberThenStreet(i) ?? this.#streetThenNumber(i)) : undefined) ??
      (classes & CLASS.streetStart ? this.#startThenNumber(i) : undefined) ??
      (classes & CLASS.unit ? this.#unit(i) : undefined) ??
      (numbered
        ? (this.#dutchCode(i) ??
          this.#polishCode(i) ??
          this.#postcode(i) ??
          this.#townThenCode(i) ??
          this.#numberNameNumber(i))
        : undefined) ??
      (token.low === "c" ? this.#calle(i) : undefined) ??
      (token.low === "corner" ? this.#corner(i) : undefined)
    )
  }

  /** Finds "12 Old Baker Street", with at most five words before the street's word. */
  #numberThenStreet(i: number): Range | undefined {
    const street = this.#tokens[i]
    if (!street || !(isCapital(street) || street.shape === SHAPE.lower)) return undefined
    for (let k = 1; k <= 5 && i - k >= 0 && isOneLine(this.#tokens[i - k + 1]?.gap); k++) {
      const word = this.#tokens[i - k]
      if (!word) return undefined
      if (isHouseNumber(word) && k > 1) return { from: i - k, to: i }
      const small = LINKS.has(word.low)
      if (word.shape === SHAPE.lower && ((isCapital(street) && !small) || this.#knowledge.of(word.low).small))
        return undefined
    }
    return undefined
  }

  /** Finds "Hauptstraße 12", "Lange Str. 5a" and "Am Alten Markt 3". */
  #streetThenNumber(i: number): Range | undefined {
    const street = this.#tokens[i]
    if (!street || (!isCapital(street) && street.written.length < 8 && street.low !== "str")) return undefined
    const number = this.#tokens[i + 1]
    if (!number || !isHouseNumber(number) || !/^[\s.,]{0,3}$/.test(number.gap) || /\n/.test(number.gap))
      return undefined
    const before = this.#tokens[i - 1]
    const two =
      (isCapital(before) || street.low === "str") &&
      isOneLine(street.gap) &&
      street.written.length < 8 &&
      !/[.,:]/.test(street.gap)
    return { from: two ? i - 1 : i, to: i + 1 }
  }

  /** Finds "Calle Gran Vía 12", "12, rue de la Paix" and "Rua das Flores, n.º 8". */
  #startThenNumber(i: number): Range | undefined {
    const start = this.#tokens[i]
    if (!start || !this.#tokens[i + 1]) return undefined
    const sure = SURE_STREET_STARTS.has(start.low)
    const number = this.#numberBehind(i, sure)
    if (number !== undefined) {
      const isNamed = sure || isCapital(start) || isCapital(this.#tokens[i + 1])
      return isNamed ? { from: i, to: number } : undefined
    }
    const lettered = /^(?:bis|ter)$/.test(this.#tokens[i - 1]?.low ?? "")
    if (!sure || !isHouseNumber(this.#tokens[lettered ? i - 2 : i - 1]) || !/^,? $/.test(start.gap)) return undefined
    let to = i
    while (to < i + 5 && this.#isOfStreet(to + 1, start)) to++
    return to > i ? { from: lettered ? i - 2 : i - 1, to } : undefined
  }

  /** Returns the house number behind a street's name that begins with word i. */
  #numberBehind(i: number, sure: boolean): number | undefined {
    for (let k = 1; k <= 7; k++) {
      const word = this.#tokens[i + k]
      if (!word || this.#endsStreet(i + k, word.gap, sure)) return undefined
      if (isHouseNumber(word)) {
        if (!sure && (word.gap !== " " || LINKS.has(this.#tokens[i + k - 1]?.low ?? ""))) return undefined
        if (k > 1) return i + k
      }
      const isSmall = LINKS.has(word.low) || /^(?:n|nº|n°|num|núm|número|no|nr)$/.test(word.low)
      const isLower = sure && word.shape === SHAPE.lower && k < 4 && !this.#knowledge.of(word.low).small
      if (!isCapital(word) && !isSmall && !isLower) return undefined
    }
    return undefined
  }

  /** Says whether no house number can follow behind the gap before the word. */
  #endsStreet(i: number, gap: string, sure: boolean): boolean {
    const ends = sure ? /[!?;\n]/ : /[!?;,:\n]/
    return gap.length > 5 || ends.test(gap) || this.#words.endsSentence(i)
  }

  /**
   * Says whether a word belongs to a street's name behind the word for its kind. It may be in lower case where the
   * whole line is.
   */
  #isOfStreet(i: number, start: Token): boolean {
    const token = this.#tokens[i]
    if (!token || !/^[ -]?$/.test(token.gap)) return false
    if (LINKS.has(token.low) || isCapital(token)) return true
    return token.shape === SHAPE.lower && start.shape === SHAPE.lower && !this.#knowledge.of(token.low).small
  }

  /** Finds "Apt. 12", "P.O. Box 77" and "Postfach 1204". */
  #unit(i: number): Range | undefined {
    const unit = this.#tokens[i]
    const number = this.#tokens[i + 1]
    if (!unit || !number || !isHouseNumber(number) || !/^[ .,:#º°]{0,3}$/.test(number.gap)) return undefined
    const before = this.#tokens[i - 1]
    if (!isCapital(unit) && !isNumber(before) && !SHORT_UNITS.has(unit.low)) return undefined
    if (
      /^(?:room|floor|building|box|bus|unit|level)$/.test(unit.low) &&
      !/^(?:o|po|p)$/.test(before?.low ?? "") &&
      !isNumber(before) &&
      unit.begins === 0 &&
      !isCapital(before)
    )
      return undefined
    const boxed = before && /^(?:o|po)$/.test(before.low)
    return { from: boxed ? (this.#tokens[i - 2]?.low === "p" ? i - 2 : i - 1) : i, to: i + 1 }
  }

  /** Finds "10115 Berlin", "1010-100 Lisboa", "CA 94105", "SW1A 2AA" and "T2P 1J9". */
  #postcode(i: number): Range | undefined {
    const [before, first, second] = [this.#tokens[i - 1], this.#tokens[i], this.#tokens[i + 1]]
    if (!first) return undefined
    if (second && second.gap === " " && OUTWARD.test(first.written) && INWARD.test(second.written))
      return { from: i, to: i + 1 }
    if (/^\d{5}$/.test(first.written) && before && /^[A-Z]{2}$/.test(before.written) && first.gap === " ")
      return { from: i - 1, to: i }
    const isPair = second?.gap === "-" && /^\d{4,5}$/.test(first.written) && /^\d{3}$/.test(second.written)
    if ((!isPair && !/^\d{4,6}$/.test(first.written)) || /[-/#]$/.test(first.gap)) return undefined
    const town = isPair ? i + 2 : i + 1
    return this.#isTownBehind(town, first, isPair || before?.shape !== SHAPE.lower, isPair)
      ? { from: i, to: town }
      : undefined
  }

  /**
   * Finds "3112 GL Schiedam" and "1051LG Amsterdam". The letters may be a unit, so the word after them is no ordinary
   * one.
   */
  #dutchCode(i: number): Range | undefined {
    const [digits, letters] = [this.#tokens[i], this.#tokens[i + 1]]
    const isOne = /^[1-9]\d{3}[A-Z]{2}$/.test(digits?.written ?? "")
    const isTwo = letters?.gap === " " && /^[1-9]\d{3} [A-Z]{2}$/.test(`${digits?.written} ${letters.written}`)
    if (!isOne && !isTwo) return undefined
    const to = isOne ? i + 1 : i + 2
    const town = this.#tokens[to]
    if (!isCapital(town) || !/^,? $/.test(town?.gap ?? "")) return undefined
    const { ordinary, classes } = this.#knowledge.of(town?.low ?? "")
    return classes & CLASS.town || ordinary === 0 ? { from: i, to } : undefined
  }

  /** Finds "31-610 Kraków". */
  #polishCode(i: number): Range | undefined {
    const [first, second, town] = [this.#tokens[i], this.#tokens[i + 1], this.#tokens[i + 2]]
    const isCode = second?.gap === "-" && /^\d\d-\d{3}$/.test(`${first?.written}-${second.written}`)
    if (!isCode || town?.gap !== " " || /[-/]$/.test(first?.gap ?? "")) return undefined
    const { ordinary, classes } = this.#knowledge.of(town.low)
    const isTown = (classes & CLASS.town) !== 0 || (ordinary === 0 && town.shape === SHAPE.capital)
    return isTown && (isCapital(town) || classes & CLASS.town) ? { from: i, to: i + 2 } : undefined
  }

  /** Says whether the word is the town of the code before it. */
  #isTownBehind(i: number, code: Token, isApart: boolean, isSure: boolean): boolean {
    const town = this.#tokens[i]
    if (town?.gap !== " " || town.shape === SHAPE.capitalLetter || this.#words.isShouted(town)) return false
    const { small, ordinary, classes } = this.#knowledge.of(town.low)
    const isTown = (classes & CLASS.town) !== 0
    if (!isCapital(town) && (small || !isTown || code.written.length !== 5)) return false
    if (isSure || isTown) return true
    return !ordinary && (classes & (CLASS.month | CLASS.brand)) === 0 && isApart
  }

  /** Finds the code behind the town: "Bengaluru 560093", "Marrickville NSW 2204". */
  #townThenCode(i: number): Range | undefined {
    const [state, code] = [this.#tokens[i - 1], this.#tokens[i]]
    if (!state || !code || code.gap !== " ") return undefined
    if (/^\d{6}$/.test(code.written) && isCapital(state) && this.#words.classes(i - 1) & CLASS.town)
      return { from: i - 1, to: i }
    const named =
      /^\d{4}$/.test(code.written) &&
      STATE.test(state.written) &&
      state.gap === " " &&
      isCapital(this.#tokens[i - 2]) &&
      this.#words.classes(i - 2) & CLASS.town
    return named ? { from: i - 2, to: i } : undefined
  }

  /** Finds "C/ Azucenas 18". */
  #calle(i: number): Range | undefined {
    const name = this.#tokens[i + 1]
    // In "c/o Anna Berg, 12 High Street" the address begins behind the name.
    if (!name || !/^\/ ?$/.test(name.gap) || !isCapital(name) || name.low === "o") return undefined
    for (let to = i + 2; to < i + 7; to++) {
      const word = this.#tokens[to]
      if (!word || !/^,? $/.test(word.gap)) return undefined
      if (isHouseNumber(word)) return { from: i, to }
      if (!isCapital(word) && !LINKS.has(word.low)) return undefined
    }
    return undefined
  }

  /** Finds a street whose word isn't known: "6750 Koskikatu 25". */
  #numberNameNumber(i: number): Range | undefined {
    const name = this.#tokens[i + 1]
    if (
      /^[.,:/-]$/.test(this.#tokens[i]?.gap ?? "") ||
      !name ||
      !isCapital(name) ||
      this.#words.isShouted(name) ||
      name.shape === SHAPE.capitalLetter ||
      !isOneLine(name.gap) ||
      /\./.test(name.gap) ||
      this.#words.isDatePart(i + 1)
    )
      return undefined
    for (let k = 2; k <= 4; k++) {
      const word = this.#tokens[i + k]
      if (!word || !/^\.? $/.test(word.gap)) return undefined
      if (isHouseNumber(word))
        return this.#words.isDatePart(i + k - 1) || this.#knowledge.of(name.low).classes & CLASS.brand
          ? undefined
          : { from: i, to: i + k }
      if (!isCapital(word) || this.#words.isShouted(word)) return undefined
    }
    return undefined
  }

  /** Finds "the corner of Elm and 5th". */
  #corner(i: number): Range | undefined {
    if (this.#tokens[i + 1]?.low !== "of" || !(isCapital(this.#tokens[i + 2]) || isNumber(this.#tokens[i + 2])))
      return undefined
    let to = i + 2
    while (
      to - i < 9 &&
      this.#tokens[to + 1] &&
      isOneLine(this.#tokens[to + 1]?.gap) &&
      (isCapital(this.#tokens[to + 1]) || isNumber(this.#tokens[to + 1]) || this.#tokens[to + 1]?.low === "and")
    )
      to++
    return { from: this.#tokens[i - 1]?.low === "the" ? i - 1 : i, to }
  }
}

const OUTWARD = /^[A-Za-z]{1,2}\d[A-Za-z\d]?$|^[A-CEGHJ-NPR-TVXYa-ceghj-npr-tvxy]\d[A-Za-z]$/
const INWARD = /^\d[A-Za-z]{2}$|^\d[A-Za-z]\d$/

const isOneLine = (gap: string | undefined) => gap !== undefined && gap.length < 4 && !/\n/.test(gap)
