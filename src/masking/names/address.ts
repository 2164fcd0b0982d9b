import { CLASS, type Knowledge } from "./knowledge.ts"
import { LINKS } from "./lexis.ts"
import { isCapital, isNumber, SHAPE, type Token } from "./tokens.ts"
import { SHORT_UNITS, unitBefore } from "./units.ts"

/**
 * Marks the words that form a postal address: an anchor (a street with its number, a post code with its town, a flat, a
 * box), grown to both sides over capitals, numbers and small words, also over the ends of lines. Says where an address
 * stands; whether a word of it is masked is decided with its score.
 */
export function addressesIn(tokens: readonly Token[], knowledge: Knowledge): Uint8Array {
  const inside = new Uint8Array(tokens.length)
  const read = new Reader(tokens, knowledge)
  let last = -1
  for (let i = 0; i < tokens.length; i++) {
    const anchor = read.anchorAt(i)
    if (!anchor) continue
    const { from, to } = read.grown(anchor)
    const joins = last >= 0 && from > last + 1 && read.isGap(last + 1, from)
    inside.fill(1, joins ? last + 1 : from, to + 1)
    last = Math.max(last, to)
  }
  return inside
}

/** "Bengaluru 560001": a number that surely belongs to the word before it, whatever its score. */
export function isCodeOfTown(tokens: readonly Token[], inside: Uint8Array, i: number): boolean {
  const code = tokens[i]
  if (!code || !inside[i] || !inside[i - 1] || code.gap !== " " || !isCapital(tokens[i - 1])) return false
  return /^\d{4,6}$/.test(code.written) && !/^(?:19|20)\d\d$/.test(code.written)
}

interface Range {
  from: number
  to: number
}

class Reader {
  readonly #tokens: readonly Token[]
  readonly #knowledge: Knowledge

  constructor(tokens: readonly Token[], knowledge: Knowledge) {
    this.#tokens = tokens
    this.#knowledge = knowledge
  }

  anchorAt(i: number): Range | undefined {
    const token = this.#tokens[i]
    if (!token) return undefined
    const classes = this.#classes(i)
    const numbered = token.shape >= SHAPE.code && token.shape !== SHAPE.unspaced
    return (
      (classes & CLASS.street ? (this.#numberThenStreet(i) ?? this.#streetThenNumber(i)) : undefined) ??
      (classes & CLASS.streetStart ? this.#startThenNumber(i) : undefined) ??
      (classes & CLASS.unit ? this.#unit(i) : undefined) ??
      (numbered ? (this.#postcode(i) ?? this.#townThenCode(i) ?? this.#numberNameNumber(i)) : undefined) ??
      (token.low === "c" ? this.#calle(i) : undefined) ??
      (token.low === "corner" ? this.#corner(i) : undefined)
    )
  }

  /** "12 Old Baker Street": at most five words before the street's word. */
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

  /** "Hauptstraße 12", "Lange Str. 5a", "Am Alten Markt 3". */
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

  /** "Calle Gran Vía 12", "12, rue de la Paix", "Rua das Flores, n.º 8". */
  #startThenNumber(i: number): Range | undefined {
    const start = this.#tokens[i]
    const name = this.#tokens[i + 1]
    if (!start || !name) return undefined
    const before = this.#tokens[i - 1]
    const lettered = /^(?:bis|ter)$/.test(before?.low ?? "")
    const numbered = isHouseNumber(lettered ? this.#tokens[i - 2] : before) && /^,? $/.test(start.gap)
    const sure = SURE_START.test(start.low)
    for (let k = 1; k <= 7; k++) {
      const word = this.#tokens[i + k]
      if (!word || !/^[^\n]{0,5}$/.test(word.gap) || (sure ? /[!?;]/ : /[!?;,:]/).test(word.gap)) break
      if (!sure && isHouseNumber(word) && (word.gap !== " " || LINKS.has(this.#tokens[i + k - 1]?.low ?? ""))) break
      if (isHouseNumber(word) && k > 1)
        return sure || isCapital(start) || isCapital(name) ? { from: i, to: i + k } : undefined
      if (
        !isCapital(word) &&
        !LINKS.has(word.low) &&
        !/^(?:n|nº|n°|num|núm|número|no|nr)$/.test(word.low) &&
        !(sure && word.shape === SHAPE.lower && k < 4 && !this.#knowledge.of(word.low).small)
      )
        break
    }
    if (!numbered || !sure) return undefined
    let to = i
    while (to < i + 5 && this.#isOfStreet(to + 1, start)) to++
    return to > i ? { from: lettered ? i - 2 : i - 1, to } : undefined
  }

  /** A word of a street's name behind its kind; in lower case where all is. */
  #isOfStreet(i: number, start: Token): boolean {
    const token = this.#tokens[i]
    if (!token || !/^[ -]?$/.test(token.gap)) return false
    if (LINKS.has(token.low) || isCapital(token)) return true
    return token.shape === SHAPE.lower && start.shape === SHAPE.lower && !this.#knowledge.of(token.low).small
  }

  /** "Apt. 12", "P.O. Box 77", "Postfach 1204". */
  #unit(i: number): Range | undefined {
    const unit = this.#tokens[i]
    const number = this.#tokens[i + 1]
    if (!unit || !number || !isHouseNumber(number) || number.gap.length > 3 || /\n/.test(number.gap)) return undefined
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

  /** "10115 Berlin", "1010-100 Lisboa", "CA 94105", "SW1A 2AA", "T2P 1J9". */
  #postcode(i: number): Range | undefined {
    const first = this.#tokens[i]
    const second = this.#tokens[i + 1]
    const before = this.#tokens[i - 1]
    if (!first) return undefined
    if (second && second.gap === " " && OUTWARD.test(first.written) && INWARD.test(second.written))
      return { from: i, to: i + 1 }
    if (/^\d{5}$/.test(first.written) && before && /^[A-Z]{2}$/.test(before.written) && first.gap === " ")
      return { from: i - 1, to: i }
    const parts =
      second && /^-$/.test(second.gap) && /^\d{4,5}$/.test(first.written) && /^\d{3}$/.test(second.written) ? 1 : 0
    if (!parts && !/^\d{4,6}$/.test(first.written)) return undefined
    if (/[-/#]$/.test(first.gap)) return undefined
    const town = this.#tokens[i + parts + 1]
    if (!town || !/^ $/.test(town.gap) || town.shape === SHAPE.capitalLetter) return undefined
    const known = this.#knowledge.of(town.low)
    if (!isCapital(town) && (known.small || !(known.classes & CLASS.town) || first.written.length !== 5))
      return undefined
    if (this.#isShouted(town)) return undefined
    if (
      !parts &&
      !(known.classes & CLASS.town) &&
      (known.ordinary || known.classes & (CLASS.month | CLASS.brand) || before?.shape === SHAPE.lower)
    )
      return undefined
    return { from: i, to: i + parts + 1 }
  }

  /** "Bengaluru 560093", "Marrickville NSW 2204": the code behind the town. */
  #townThenCode(i: number): Range | undefined {
    const [state, code] = [this.#tokens[i - 1], this.#tokens[i]]
    if (!state || !code || code.gap !== " ") return undefined
    if (/^\d{6}$/.test(code.written) && isCapital(state) && this.#classes(i - 1) & CLASS.town)
      return { from: i - 1, to: i }
    const named =
      /^\d{4}$/.test(code.written) &&
      STATE.test(state.written) &&
      state.gap === " " &&
      isCapital(this.#tokens[i - 2]) &&
      this.#classes(i - 2) & CLASS.town
    return named ? { from: i - 2, to: i } : undefined
  }

  /** "C/ Azucenas 18" */
  #calle(i: number): Range | undefined {
    const name = this.#tokens[i + 1]
    // "c/o Anna Berg, 12 High Street" begins behind the name.
    if (!name || !/^\/ ?$/.test(name.gap) || !isCapital(name) || name.low === "o") return undefined
    for (let to = i + 2; to < i + 7; to++) {
      const word = this.#tokens[to]
      if (!word || !/^,? $/.test(word.gap)) return undefined
      if (isHouseNumber(word)) return { from: i, to }
      if (!isCapital(word) && !LINKS.has(word.low)) return undefined
    }
    return undefined
  }

  /** "6750 Koskikatu 25": a street whose word isn't known. */
  #numberNameNumber(i: number): Range | undefined {
    const name = this.#tokens[i + 1]
    if (
      /^[.,:/-]$/.test(this.#tokens[i]?.gap ?? "") ||
      !name ||
      !isCapital(name) ||
      this.#isShouted(name) ||
      name.shape === SHAPE.capitalLetter ||
      !isOneLine(name.gap) ||
      /\./.test(name.gap) ||
      this.#isDatePart(i + 1)
    )
      return undefined
    for (let k = 2; k <= 4; k++) {
      const word = this.#tokens[i + k]
      if (!word || !/^\.? $/.test(word.gap)) return undefined
      if (isHouseNumber(word))
        return this.#isDatePart(i + k - 1) || this.#knowledge.of(name.low).classes & CLASS.brand
          ? undefined
          : { from: i, to: i + k }
      if (!isCapital(word) || this.#isShouted(word)) return undefined
    }
    return undefined
  }

  /** "the corner of Elm and 5th". */
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

  /** "3e étage gauche", "villa Santa Rita": a few words between two pieces of one address. */
  isGap(from: number, end: number): boolean {
    if (end - from > 8) return false
    let others = 0
    for (let i = from; i <= end; i++) {
      const token = this.#tokens[i]
      // "3. OG", "esc. B": no sentence ends there.
      const abbreviated = isNumber(this.#tokens[i - 1]) || (this.#classes(i - 1) & CLASS.unit) !== 0
      if (!token || !isNear(token.gap) || /\n\s*\n/.test(token.gap) || (/[.]\s/.test(token.gap) && !abbreviated))
        return false
      if (i < end && !isNumber(token) && token.written.length > 1 && !(this.#classes(i) & CLASS.unit) && ++others > 3)
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
      !this.#isPlain(before) &&
      !this.#isDatePart(from - 1)
    )
  }

  /** How many words further the address goes. */
  #growsRight(to: number): number {
    const next = this.#tokens[to + 1]
    const after = this.#tokens[to + 2]
    if (!next || !isNear(next.gap)) return 0
    if (
      /[.]\s/.test(next.gap) &&
      (this.#isPlain(next) || !(this.#classes(to + 1) & (CLASS.unit | CLASS.town | CLASS.country)))
    )
      return 0
    const part = this.#classes(to + 1) & (CLASS.street | CLASS.unit | CLASS.town | CLASS.country)
    if (next.begins === 2 && !isNumber(next) && !part && (this.#isPlain(next) || /\n\s*\n/.test(next.gap))) return 0
    if (after && /^:/.test(after.gap)) return 0
    if (
      /[()#*]/.test(next.gap) &&
      !(this.#classes(to + 1) & (CLASS.unit | CLASS.town | CLASS.country)) &&
      !/^ ?#/.test(next.gap)
    )
      return 0
    if (isNumber(next) || next.shape === SHAPE.code) return next.written.length < 8 ? 1 : 0
    if (next.shape === SHAPE.ordinal && this.#classes(to + 2) & CLASS.unit) return 2
    if (next.shape === SHAPE.lower && this.#classes(to + 1) & CLASS.unit) return 1
    if (STATE.test(next.written) && after?.gap === " " && /^\d{4,5}$/.test(after.written)) return 2
    if (isCapital(next)) return this.#isDatePart(to + 1) || this.#isShouted(next) ? 0 : 1
    const links = LINKS.has(next.low) && !/\n/.test(next.gap)
    return links && after && isCapital(after) && !this.#isPlain(after) && !/[.\n]/.test(after.gap) ? 2 : 0
  }

  #classes(i: number): number {
    const token = this.#tokens[i]
    return token ? this.#knowledge.of(token.low).classes : 0
  }

  #isDatePart(i: number): boolean {
    return (this.#classes(i) & (CLASS.month | CLASS.weekday)) !== 0
  }

  /** An ordinary word in capitals says nothing by them. */
  #isShouted(token: Token): boolean {
    return (token.shape === SHAPE.capitals || token.shape === SHAPE.shortCapitals) && this.#isPlain(token)
  }

  #isPlain(token: Token): boolean {
    const { ordinary, classes } = this.#knowledge.of(token.low)
    return (
      ordinary !== 0 &&
      (classes & (CLASS.given | CLASS.family | CLASS.town | CLASS.country | CLASS.street | CLASS.unit)) === 0
    )
  }
}

const SURE_START =
  /^(?:rua|rue|calle|avenida|avda|plaza|praça|praca|travessa|estrada|camino|paseo|pasaje|chemin|boulevard|bd|route|impasse|venelle|rang|allée|quai|cours|carretera|alameda|beco|vico|ronda|rodovia|largo|viale|via|ul|ulica)$/
/** "NSW", "QLD", "TX" */
const STATE = /^[A-Z]{2,3}$/
const OUTWARD = /^[A-Za-z]{1,2}\d[A-Za-z\d]?$|^[A-CEGHJ-NPR-TVXYa-ceghj-npr-tvxy]\d[A-Za-z]$/
const INWARD = /^\d[A-Za-z]{2}$|^\d[A-Za-z]\d$/

function isHouseNumber(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    ((isNumber(token) && token.written.length < 6) || /^\d{1,4}(?:[a-hA-H]|bis|ter)$/.test(token.written)) &&
    token.shape !== SHAPE.ordinal
  )
}

const isOneLine = (gap: string | undefined) => gap !== undefined && gap.length < 4 && !/\n/.test(gap)
const isNear = (gap: string) => gap.length < 12 && /^[\s,.>()#/*º°|-]*$/.test(gap)
