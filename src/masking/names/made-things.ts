import { LISTS } from "replywright/lexicon/names"
import { wordsOf } from "../../lexicon/lexicon.ts"
import {
  classesAt,
  gapAt,
  goodsAt,
  isArticleAt,
  isBefore,
  isDetermined,
  isGoodsWord,
  isIntroduced,
  isPossessive,
  lowAt,
  type Span
} from "./goods.ts"
import { CLASS } from "./knowledge.ts"
import type { Reading } from "./reading.ts"
import { isCapital, isNumber, SHAPE } from "./tokens.ts"
import { ADJECTIVES, BOUGHT, BOUGHT_AT, LABELS, MEDICINES, OTHER_BOUGHT_AT } from "./context-words.ts"

/**
 * Says whether what somebody makes or sells is meant: a maker or a shop that is widely known ("von Makita bestellt", "a
 * Skoda Octavia"), or a product that is written with a capital inside ("CuentaVista").
 */
export function isMadeThing(span: Span): boolean {
  const before = classesAt(span, span.from - 1)
  if (before & (CLASS.relative | CLASS.title) && isIntroduced(span)) return false
  return isMakersThing(span) || isCamel(span)
}

/** A maker by itself, or before what it makes: "Dyson", "Skoda Octavia", "the Stanley flask". */
function isMakersThing(span: Span): boolean {
  const { from, to, reading } = span
  if (to - from > MOST_WORDS || !isCapital(reading.tokens[from])) return false
  for (let i = from + 1; i <= to; i++) if (!isJoined(span, i) || isPersonAt(span, i)) return false
  const low = lowAt(span, from)
  if (isSurelyMaker(span, from)) return !isPossessive(span) || from === to
  if (!LIKE_NAMES.has(low)) return false
  if (to > from && reading.tokens[to]?.shape === SHAPE.lower) return isGoodsWord(lowAt(span, to), goodsAt(span))
  if (isPossessive(span)) return false
  if (to > from && classesAt(span, from) & CLASS.given && classesAt(span, to) & CLASS.family) return false
  return (to === from + 1 && CARS.has(lowAt(span, to))) || isOfThing(span) || isShop(span)
}

const isJoined = (span: Span, i: number) => gapAt(span, i) === " " || gapAt(span, i) === "-"

const isSurelyMaker = (span: Span, i: number) =>
  MAKERS.has(lowAt(span, i)) ||
  ((classesAt(span, i) & CLASS.brand) !== 0 && (classesAt(span, i) & GIVEN_OR_FAMILY) === 0)

/** Behind a maker a given name may be a model's ("Octavia"), but not before a family's name. */
const isPersonAt = (span: Span, i: number) =>
  i < span.to && (classesAt(span, i) & CLASS.given) !== 0 && (classesAt(span, i + 1) & CLASS.family) !== 0

/** Says whether goods or a number stand beside the maker: "lavatrice Candy", "my Dyson fan", "the Archer 55". */
function isOfThing(span: Span): boolean {
  const { from, to, reading } = span
  if (isGoodsWord(lowAt(span, from - 1), goodsAt(span)) && gapAt(span, from) === " ") return true
  if (isBefore(span, goodsAt(span)) || isBefore(span, LABELS)) return true
  const next = reading.tokens[to + 1]
  const isNumbered = next?.gap === " " && (isNumber(next) || next.shape === SHAPE.code) && next.written.length < 8
  return isNumbered || isDeterminedFar(span)
}

/** "My Dyson", "the same Dyson", "einen neuen Dyson". */
export function isDeterminedFar(span: Span): boolean {
  if (isDetermined(span)) return true
  const { from } = span
  if (gapAt(span, from) !== " " || gapAt(span, from - 1) !== " " || !ADJECTIVES.has(lowAt(span, from - 1))) return false
  return isArticleAt(span, from - 2)
}

/** "Bought at Boots", "chez Boulanger" where something was bought. */
function isShop(span: Span): boolean {
  const { from, reading } = span
  if (gapAt(span, from) !== " " || !(reading.other[from] ? OTHER_BOUGHT_AT : BOUGHT_AT).has(lowAt(span, from - 1)))
    return false
  for (let i = from - 2; i >= from - FURTHEST_VERB && reading.tokens[i]; i--) {
    if (BOUGHT.has(lowAt(span, i))) return true
    if (reading.tokens[i]?.begins) return false
  }
  return false
}

/** A word with a capital inside, unless it begins as names do: "MediaMarkt", but not "McDonald" or "DeShawn". */
function isCamel(span: Span): boolean {
  const { from, to, reading } = span
  const token = reading.tokens[from]
  if (token?.shape !== SHAPE.camel || !CAMEL.test(token.written) || NAME_START.test(token.written)) return false
  return from === to || (to === from + 1 && reading.tokens[to]?.shape === SHAPE.capitalLetter)
}

/**
 * Says whether a thing with its number or dose is meant, which looks like a place with its code: "un Meaco 20L",
 * "prends Levothyrox 75", "Honda Forza 125". After "in" or "at", at the beginning of a line and in a list it may be an
 * address.
 */
export function isNumberedThing(reading: Reading, from: number, to: number): boolean {
  const span: Span = { reading, from, to }
  const { tokens } = reading
  const isNumbered = (i: number) => isNumber(tokens[i]) || tokens[i]?.shape === SHAPE.code
  let numbers = 0
  for (let i = from; i <= to; i++) {
    if (isNumbered(i)) numbers++
    if (classesAt(span, i) & OF_ADDRESS) return false
  }
  // "5" of "47,5" is no house number.
  if (from === to && numbers === 1) return /\d[.,]$/.test(`${tokens[from - 1]?.written}${gapAt(span, from)}`)
  if (!isCapital(tokens[from]) || (numbers === 0 && !isNumbered(to + 1))) return false
  const dose = to > from && DOSE.test(tokens[from + 1]?.written ?? "")
  if (dose || isSurelyMaker(span, from) || MEDICINES.has(lowAt(span, from))) return true
  if (classesAt(span, from - 1) & CLASS.placeCue || LEADS.has(lowAt(span, from - 1))) return false
  return /^ ?["“„«‘(]?$/.test(gapAt(span, from)) && from > 0 && !/^, /.test(gapAt(span, to + 1))
}

const OF_ADDRESS = CLASS.street | CLASS.streetStart | CLASS.unit | CLASS.town | CLASS.country
const DOSE = /^\d{1,4}(?:mg|ml|mcg|µg|g|ie|iu|l|w|gb|tb|kg|cm|mm|zoll)$/i
const LEADS: ReadonlySet<string> = new Set([...wordsOf(LISTS, "address-leads"), ...wordsOf(LISTS, "house-cues")])
const MOST_WORDS = 3
const FURTHEST_VERB = 8
const GIVEN_OR_FAMILY = CLASS.given | CLASS.family
const CARS = wordsOf(LISTS, "car-models")
const MAKERS = wordsOf(LISTS, "makers")
const LIKE_NAMES = wordsOf(LISTS, "makers-like-names")
const CAMEL = /^\p{Lu}\p{Ll}{2,}(?:\p{Lu}\p{Ll}*)+$/u
const NAME_START =
  /^(?:Mc|Mac|Fitz|De|Di|Da|Du|La|Le|Lo|Van|Von|Ver|Ten|Ter|Den|San|St|Al|El|Ó|O|Ní|Bint|Ibn|Ben|Abu|Mary|Jo)\p{Lu}/u
