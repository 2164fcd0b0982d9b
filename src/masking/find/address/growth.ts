import type { Canvas } from "../../basis/canvas.ts"
import { MASK_TYPES, type MaskType } from "../../basis/placeholder-table.ts"
import { CLASS, GERMAN, type Knowledge } from "../../names/knowledge.ts"
import { foldCue } from "../../cues/cue-text.ts"
import { isNumberWord } from "../../cues/word-dates.ts"
import {
  BESIDE,
  careOfBefore,
  LEADS,
  OTHER_PARTS,
  PARTS,
  STREET_FIRSTS,
  UNITS,
  type Joint,
  type Kind,
  type Piece,
  type Reach
} from "./piece.ts"
import { AddressWords } from "../../names/address-words.ts"
import { isCapital, isNumber, SHAPE, type Token } from "../../names/tokens.ts"
import { LINKS } from "../../names/name-cue-words.ts"

/**
 * Extends every address over the pieces beside it: "6/2, 88 Dalmore, G31 4QY", "at The Old Dairy, Ballyhale",
 * "Las Acacias 14, esc. izda., 5.º D", "c/o Meyer, Ringweg 3". Commas, dashes and line ends separate pieces. A piece
 * belongs to the address if each of its words can stand in one: a number, a name with a capital, a word for a part of a
 * house or settlement, and small words between them. It looks at a bounded stretch from each address.
 */
export function growAddresses(canvas: Canvas, tokens: readonly Token[], reading: Language): void {
  const anchors = canvas.spans.filter(({ type }) => JOINED.has(type)).sort((a, b) => a.start - b.start)
  const pieces = new Pieces(canvas, tokens, reading)
  const stretches: { start: number; end: number }[] = []
  let [last, from, to] = [0, 0, 0]
  for (const { start, end, type } of anchors) {
    if (start < last || POINT.test(canvas.text.slice(start, end))) continue
    while ((tokens[from]?.end ?? Infinity) <= start) from++
    to = from
    while ((tokens[to + 1]?.start ?? Infinity) < end) to++
    const grown = pieces.around(from, to, type)
    const first = grown.from < from ? Math.max(last, tokens[grown.from]?.start ?? start) : start
    const careOf = grown.isAddress && first > last ? careOfBefore(canvas.text.slice(last, first)) : 0
    const behind = grown.to > to ? (tokens[grown.to]?.end ?? end) : end
    if (first - careOf >= start && behind === end) continue
    stretches.push({ start: first - careOf, end: behind })
    last = behind
  }
  canvas.join(stretches, "ADDRESS", REPLACED)
}

/** Coordinates and codes of places are whole as they are. */
const POINT = /^\/\/\/|\+|°|\d\.\d{3}/

/** What is known of the text's words, and the bit of its language. */
interface Language {
  knowledge: Knowledge
  language: number
}

class Pieces {
  readonly #canvas: Canvas
  readonly #tokens: readonly Token[]
  readonly #words: AddressWords
  readonly #knowledge: Knowledge

  readonly #isGerman: boolean
  readonly #parts: ReadonlySet<string>
  readonly #units: ReadonlySet<string>

  constructor(canvas: Canvas, tokens: readonly Token[], { knowledge, language }: Language) {
    this.#canvas = canvas
    this.#tokens = tokens
    this.#knowledge = knowledge
    this.#isGerman = language === GERMAN
    this.#parts = PARTS.get(language) ?? OTHER_PARTS
    this.#units = UNITS.get(language) ?? NO_UNITS
    this.#words = new AddressWords(tokens, knowledge)
  }

  /**
   * Returns the first and last word of the address around these words. What was found as a place, a person or a firm is
   * an address only if a part of a house is beside it, or, behind "at" or the like, a house's name.
   */
  around(from: number, to: number, type: MaskType): { from: number; to: number; isAddress: boolean } {
    const isAddress = type === "ADDRESS"
    if (isAddress && this.#isFirstOfStreet(from - 1)) from--
    const isPerson = type === "PERSON"
    // A house number stands right before what was taken for a person.
    if (isPerson && (this.#kind(from - 1) !== "number" || this.#joint(from) !== "space")) return { from, to, isAddress }
    const before = this.#startBefore(from)
    const behind = this.#endBehind(to)
    const isHouse = before.parts + behind.parts > 0 && before.numbers + behind.numbers > 0
    if (isAddress || isHouse) return { from: before.at, to: behind.at, isAddress }
    return { from: !isPerson && before.isNamed ? before.at : from, to, isAddress }
  }

  /** Recognises the first word of a street's name: "lange lozanastraat 210", "Oude Gracht 71". */
  #isFirstOfStreet(i: number): boolean {
    const [first, street] = [this.#tokens[i], this.#tokens[i + 1]]
    return (
      first !== undefined &&
      street?.gap === " " &&
      STREET_FIRSTS.has(first.low) &&
      (this.#words.classes(i + 1) & CLASS.street) !== 0
    )
  }

  /** Returns the last word of the address that holds `to`. */
  #endBehind(to: number): Reach {
    let [end, parts, numbers] = [this.#besideFrom(to)?.to ?? to, 0, 0]
    let at = end + 1
    for (let count = 0; count < MOST_PIECES; count++) {
      const joint = this.#joint(at)
      if (joint === undefined) break
      const piece = this.#pieceFrom(at)
      if (!piece) break
      const belongs = this.#belongs(piece, joint)
      if (belongs) {
        end = belongs
        parts += piece.parts
        numbers += piece.numbers
      }
      if (!piece.whole || joint === "line") break
      at = piece.to + 1
    }
    return { at: this.#provinceBehind(end) ?? end, parts, numbers }
  }

  /** Returns the letters of a province behind a town with its code: "41043 Formigine MO". */
  #provinceBehind(end: number): number | undefined {
    const [town, letters] = [this.#tokens[end], this.#tokens[end + 1]]
    const isProvince = /^ \(?$/.test(letters?.gap ?? "") && /^[A-Z]{2}$/.test(letters?.written ?? "")
    if (!isProvince || !isCapital(town)) return undefined
    return /^\d{5}$/.test(this.#tokens[end - 1]?.written ?? this.#tokens[end - 2]?.written ?? "") ? end + 1 : undefined
  }

  /** Returns the first word of the address that holds `from`. */
  #startBefore(from: number): Reach & { isNamed: boolean } {
    let [at, parts, numbers, isNamed] = [from, 0, 0, false]
    for (let count = 0; count < MOST_PIECES; count++) {
      const joint = this.#joint(at)
      if (joint === undefined || joint === "line") break
      const piece = this.#pieceBefore(at - 1)
      if (!piece) break
      const first = this.#belongsBefore(piece, joint)
      if (first === undefined) break
      at = first
      parts += piece.parts
      numbers += piece.numbers
      isNamed ||= piece.names > 1
    }
    return { at, parts, numbers, isNamed }
  }

  /** Returns the last word of a piece that belongs to the address before it. */
  #belongs(piece: Piece, joint: Joint): number | undefined {
    const { from, to, whole, numbers, parts } = piece
    if (joint !== "line" && !whole) {
      const town = this.#townIn(piece)
      if (town !== undefined) return town
    }
    if (joint === "space" && this.#isTownOfCode(from)) return from
    if (joint === "line") return whole && numbers > 0 && (parts > 0 || this.#isTownWithCode(from)) ? to : undefined
    return (whole ? this.#isPieceOfAddress(piece) : this.#isCounted(piece, joint)) ? to : this.#lastClaimed(piece)
  }

  /** Returns the town in lower case that follows its code in a clause that goes on. */
  #townIn({ from, to }: Piece): number | undefined {
    for (let i = from; i <= to; i++) if (this.#isTownOfCode(i)) return i
    return undefined
  }

  #isPieceOfAddress(piece: Piece): boolean {
    const { from, to, numbers, parts, names, distinct } = piece
    if (parts > 0) return this.#lengthOf(piece) > 3
    if (numbers > 0) return names === 0 ? to - from < 3 : names > 1 || distinct
    return distinct && this.#closes(to)
  }

  /** Recognises a part with its number in a clause that goes on: "2nd floor is", "4. Stock Mitte ist". */
  #isCounted({ from, to, numbers, parts }: Piece, joint: Joint): boolean {
    const isBehindPart = joint === "space" && this.#isPartAt(from - 1)
    return parts > 0 && (numbers > 0 || isBehindPart) && this.#kind(to) !== "name"
  }

  /** Returns the last word of a piece that was found as an address, too. */
  #lastClaimed({ from, to }: Piece): number | undefined {
    for (let i = to; i >= from; i--) if (this.#claimAt(i) === "ADDRESS") return i
    return undefined
  }

  #claimAt(i: number): MaskType | undefined {
    return MASK_TYPES[this.#canvas.stateAt(this.#tokens[i]?.start ?? 0) - 2]
  }

  /** Returns the first word of a piece that belongs to the address behind it. */
  #belongsBefore({ from, to, whole, numbers, parts, names }: Piece, joint: Joint): number | undefined {
    // "An Anna Berg, Ringweg 3" names a person before the address.
    if (joint === "comma" && this.#isPerson(from, to)) return undefined
    const isLed = this.#isLed(from)
    if (names > 0 && isLed) return from
    if (numbers + parts === 0) return undefined
    if (joint === "comma") return whole || isLed ? from : undefined
    let first = from
    while (first <= to && this.#kind(first) !== "number" && !this.#units.has(this.#tokens[first]?.low ?? "")) first++
    return first <= to ? first : undefined
  }

  #isPerson(from: number, to: number): boolean {
    for (let i = from; i <= to; i++) if (this.#claimAt(i) !== "PERSON") return false
    return true
  }

  /** Says whether a word such as "at" or a colon stands before the word. */
  #isLed(i: number): boolean {
    return LEADS.has(this.#tokens[i - 1]?.low ?? "") || /:\s*$/.test(this.#tokens[i]?.gap ?? "")
  }

  #isPartAt(i: number): boolean {
    const token = this.#tokens[i]
    return token !== undefined && (this.#parts.has(token.low) || isNumber(token))
  }

  #isTownWithCode(i: number): boolean {
    return /^\d{4,6}$/.test(this.#tokens[i]?.written ?? "") && this.#kind(i + 1) === "name"
  }

  #lengthOf({ from, to }: Piece): number {
    return (this.#tokens[to]?.end ?? 0) - (this.#tokens[from]?.start ?? 0)
  }

  /** Says whether the clause ends behind the word. */
  #closes(i: number): boolean {
    const next = this.#tokens[i + 1]
    return !next || /^ ?[.;!?)\n]/.test(next.gap)
  }

  #pieceFrom(from: number): Piece | undefined {
    const beside = this.#besideFrom(from)
    if (beside) return beside
    let to = from - 1
    while (to - from < MOST_WORDS && this.#kind(to + 1) && (to < from || this.#joint(to + 1) === "space")) to++
    const isWhole = this.#ends(to)
    if (!isWhole && to - from < 2 && this.#ends(to + 1) && this.#isNoun(to + 1)) {
      const piece = this.#pieceOf(from, to, true)
      if (piece.parts > 0 && piece.names === 0 && this.#claimAt(to) === undefined) return { ...piece, to: to + 1 }
    }
    while (to >= from && this.#kind(to) === "link") to--
    return to < from ? undefined : this.#pieceOf(from, to, isWhole)
  }

  /** Says whether a comma, a line or the clause ends behind the word. */
  #ends(i: number): boolean {
    const joint = this.#joint(i + 1)
    return joint === "comma" || joint === "line" || this.#closes(i)
  }

  /** Says whether a word in lower case may be a noun: "half" in "back half". */
  #isNoun(i: number): boolean {
    const token = this.#tokens[i]
    return token?.shape === SHAPE.lower && token.gap === " " && this.#knowledge.of(token.low).small === 0
  }

  #pieceBefore(to: number): Piece | undefined {
    let from = to + 1
    while (to - from < MOST_WORDS && this.#kind(from - 1) && (from > to || this.#joint(from) === "space")) from--
    const isWhole = from === 0 || this.#joint(from) !== "space"
    const first = from
    while (from <= to && this.#isLooseStart(from)) from++
    return from > to ? undefined : this.#pieceOf(from, to, isWhole || from > first)
  }

  /** A small word doesn't begin an address, unless it is written as the first word of a name: "The Old Dairy". */
  #isLooseStart(i: number): boolean {
    const token = this.#tokens[i]
    const [kind, next] = [this.#kind(i), this.#kind(i + 1)]
    if (this.#isGerman && token && kind === "name" && next !== "name" && this.#words.isPlain(token)) return true
    const isSmall = kind === "link" || (this.#knowledge.of(token?.low ?? "").small !== 0 && !isNumber(token))
    return isSmall && !(token && isCapital(token) && token.begins !== 1 && next === "name")
  }

  #pieceOf(from: number, to: number, whole: boolean): Piece {
    const piece: Piece = { from, to, whole, numbers: 0, parts: 0, names: 0, distinct: false }
    for (let i = from; i <= to; i++) {
      const kind = this.#kind(i)
      if (kind === "number") piece.numbers++
      if (kind === "part") piece.parts++
      if (kind !== "name") continue
      piece.names++
      const token = this.#tokens[i]
      if (token && !this.#words.isPlain(token)) piece.distinct = true
    }
    return piece
  }

  /** Reads what the place is beside, to the end of the clause: "behind the chapel", "opp. old water tank". */
  #besideFrom(from: number): Piece | undefined {
    BESIDE.lastIndex = this.#tokens[from]?.start ?? Infinity
    if (!BESIDE.test(this.#canvas.text)) return undefined
    let to = from
    while ((this.#tokens[to + 1]?.start ?? Infinity) < BESIDE.lastIndex) to++
    return { from, to, whole: true, numbers: 0, parts: 1, names: 0, distinct: false }
  }

  #kind(i: number): Kind {
    const token = this.#tokens[i]
    if (!token) return undefined
    const state = this.#canvas.stateAt(token.start)
    if (state > 1 || (state === 1 && isNumber(token))) return this.#kindOfClaim(i, state)
    if (token.shape === SHAPE.unspaced) return undefined
    if (isNumber(token) || token.shape === SHAPE.ordinal || token.shape === SHAPE.code)
      return token.written.length < 8 ? "number" : undefined
    if (this.#parts.has(token.low)) return "part"
    return this.#kindInCode(i, token) ?? this.#kindOfWord(i, token)
  }

  #kindInCode(i: number, token: Token): Kind {
    if (this.#isTownOfCode(i)) return "name"
    return this.#isCountOfPart(i, token) || this.#isCodeEnd(i) ? "number" : undefined
  }

  #kindOfWord(i: number, token: Token): Kind {
    if (LINKS.has(token.low) && !isCapital(token)) return "link"
    if (token.written.length === 1) return "number"
    if (this.#words.isShouted(token) || (token.shape === SHAPE.capitals && this.#knowledge.of(token.low).small > 0))
      return undefined
    return isCapital(token) && !this.#words.isDatePart(i) ? "name" : undefined
  }

  /** Says whether the word counts the part behind it: "drittes Obergeschoss". */
  #isCountOfPart(i: number, { low, shape }: Token): boolean {
    return shape === SHAPE.lower && this.#parts.has(this.#tokens[i + 1]?.low ?? "") && isNumberWord(foldCue(low))
  }

  /** Says whether the word is the two letters behind the four digits of a Dutch code: "1091 ha", "3112 GL". */
  #isCodeEnd(i: number): boolean {
    const token = this.#tokens[i]
    if (
      token?.gap !== " " ||
      !/^[a-z]{2}$/i.test(token.written) ||
      isCapital(token) !== /^[A-Z]{2}$/.test(token.written)
    )
      return false
    return /^[1-9]\d{3}$/.test(this.#tokens[i - 1]?.written ?? "") && this.#tokens[i + 1]?.gap === " "
  }

  /** Says whether the word is a town in lower case, right behind its post code: "9000 gent", "1091 ha amsterdam". */
  #isTownOfCode(i: number): boolean {
    const [code, token] = [this.#tokens[i - 1], this.#tokens[i]]
    if (token?.gap !== " " || token.shape !== SHAPE.lower || token.written.length < 3 || !code) return false
    const digits = this.#isCodeEnd(i - 1) ? (this.#tokens[i - 2]?.written ?? "") : code.written
    if (!/^\d{4,6}$/.test(digits)) return false
    const { small, ordinary, classes } = this.#knowledge.of(token.low)
    if (classes & CLASS.town) return true
    return small === 0 && ordinary === 0 && !/^(?:19|20)\d\d$/.test(digits)
  }

  /** What was found as a number or a fact may be a post code: "7300-118 Portalegre", "75080-410". */
  #kindOfClaim(i: number, state: number): Kind {
    const type = MASK_TYPES[state - 2]
    if (type === "ADDRESS") return "part"
    if (type && JOINED.has(type)) return "name"
    const token = this.#tokens[i]
    if ((state > 1 && type !== "PHONE") || !token || !isNumber(token)) return undefined
    if (state === 1 && token.gap.includes("#")) return "number"
    const first = token.gap === "-" && isNumber(this.#tokens[i - 1]) ? this.#tokens[i - 1] : token
    POST_CODE.lastIndex = first?.start ?? 0
    return POST_CODE.test(this.#canvas.text) ? "number" : undefined
  }

  /** Says how a word is joined to the one before. Nothing joins them where a sentence ends. */
  #joint(i: number): Joint | undefined {
    const [before, token] = [this.#tokens[i - 1], this.#tokens[i]]
    if (!before || !token) return undefined
    const { gap } = token
    if (/^[ '’"#º°ª&/-]{0,4}$/.test(gap) && !/\s-\s/.test(gap)) return "space"
    if (/^\.[ºª°]? ?$|^[ºª°] $/.test(gap)) {
      const isShort = isNumber(before) || (this.#parts.has(before.low) && before.written.length < 6)
      const begins =
        isCapital(token) &&
        (this.#knowledge.of(token.low).small > 0 ||
          (before.written.length > 3 && (isNumber(before) || this.#words.isPlain(token))))
      return isShort && !begins ? "space" : undefined
    }
    if (/^ ?["”»]?\.?(?:,| [–—-]| \(|\),?)\s?["“«„(]?$/.test(gap)) return "comma"
    return /^,?[ ]?\n[ ]*$/.test(gap) ? "line" : undefined
  }
}

/** What may be a part of an address although it was found as something else. */
const JOINED: ReadonlySet<MaskType> = new Set(["ADDRESS", "PLACE", "PERSON", "ORG"])
/** What an address may replace. A Brazilian post code looks like a phone number. */
const REPLACED: ReadonlySet<MaskType> = new Set([...JOINED, "PHONE"])
const POST_CODE = /\d{4,5}-\d{3}(?![\d-])/y
const MOST_PIECES = 8
const MOST_WORDS = 8
const NO_UNITS: ReadonlySet<string> = new Set()
