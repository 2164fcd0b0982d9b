import { foldCue } from "../cues/cue-text.ts"
import { CLASS, ENGLISH, GERMAN, NAME_LIKE } from "./knowledge.ts"
import type { Reading } from "./reading.ts"
import { SHAPE } from "./tokens.ts"
import { isPerson } from "../cues/cue-words.ts"
import {
  ARTICLES,
  DETERMINERS,
  GOODS,
  LABELS,
  OF_PEOPLE,
  OTHER_DETERMINERS,
  OTHER_GOODS,
  OTHER_SIZES,
  PAST,
  ROLES,
  SIZES
} from "./context-words.ts"

/** Recognises what stands in a form's line for a thing: "Product: Georgia tool chest, Graphite". */
export function isOfLabelledLine({ reading: { tokens }, from }: Span): boolean {
  let first = from
  while (first > 0 && from - first < LONGEST_LINE && tokens[first]?.begins !== 2) first--
  if (tokens[first]?.begins !== 2) return false
  let label = first
  while (label < Math.min(from, first + 3) && !/^ ?:/.test(tokens[label + 1]?.gap ?? "")) label++
  if (label >= from || !/^ ?:/.test(tokens[label + 1]?.gap ?? "")) return false
  for (let i = first; i <= label; i++) if (LABELS.has(tokens[i]?.low ?? "")) return true
  return false
}

const LONGEST_LINE = 16

/** Recognises what differs by its size: "den Helm Oslo in S", "the Dakota in size 10", "la Noa talla M". */
export function isSized(span: Span): boolean {
  const { tokens } = span.reading
  if (isIntroduced(span) || isPossessive(span)) return false
  const at = span.to + 1
  const next = /^(?:in|en|em|a|de)$/.test(lowAt(span, at)) && gapAt(span, at) === " " ? at + 1 : at
  if (!/^,? $/.test(gapAt(span, next))) return false
  if ((span.reading.other[span.from] ? OTHER_SIZES : SIZES).has(lowAt(span, next))) return true
  return next > at && /^(?:XXS|XS|S|M|L|XL|XXL|XXXL|[2-5]XL)$/.test(tokens[next]?.written ?? "")
}

/**
 * Recognises what a thing is called behind an article and its kind, which is a word of the language and nobody: "la
 * colcha Valentina", "o aquecedor Lisboa". In English the kind comes last.
 */
export function isNamedThing(span: Span): boolean {
  const { reading, from, to } = span
  if (languageAt(span) === ENGLISH || from !== to || isPossessive(span) || gapAt(span, from) !== " ") return false
  // Behind "el archivo" or "la factura" a family's name means somebody.
  if ((classesAt(span, from) & (CLASS.given | CLASS.town | CLASS.country)) === 0) return false
  if (languageAt(span) === GERMAN) return isGoodsWord(lowAt(span, from - 1)) && isArticleAt(span, from - 2)
  const kind = reading.tokens[from - 1]
  if (!kind || kind.shape !== SHAPE.lower || kind.low.length < 4 || kind.gap !== " " || !isArticleAt(span, from - 2))
    return false
  if (!isOrdinaryAt(span, from - 1) || reading.known[from - 1]?.small) return false
  return (classesAt(span, from - 1) & NO_KIND) === 0 && !isOfPerson(kind.low)
}

export const isArticleAt = (span: Span, i: number) =>
  ARTICLES.has(lowAt(span, i)) || determiners(span).has(lowAt(span, i))
const NO_KIND =
  CLASS.relative |
  CLASS.title |
  CLASS.nameLabel |
  CLASS.companyWord |
  CLASS.placeCue |
  CLASS.street |
  CLASS.streetStart |
  CLASS.unit |
  CLASS.nationality |
  CLASS.month |
  CLASS.weekday |
  NAME_LIKE
/** Says whether a word is what somebody is or does: "vecina", "livreur", "técnico", "atendente". */
const isOfPerson = (low: string) =>
  isPerson(foldCue(low)) ||
  ROLES.has(low) ||
  /(?:eur|euse|rice|ien|ienne|iste|aire|ante?|ente?|or|ora|ista|ero|era|eiro|eira|ico|ica|ario|aria|ário|ária|ogo|oga|ado|ada|ino|ina|igo|iga|ami|amie|ée?)$/.test(
    low
  )

/** Says whether the word is for goods, as a German compound, too: "Stehlampe", "Küchenstuhl". */
export function isGoodsWord(low: string, goods = GOODS): boolean {
  if (goods.has(low)) return true
  for (let length = 4; length <= low.length - 3; length++) if (goods.has(low.slice(-length))) return true
  return false
}

export const goodsAt = ({ reading, from }: Span) => (reading.other[from] ? OTHER_GOODS : GOODS)

/**
 * Recognises a thing with the name of somebody or of a place before its kind: "her Rose tutu", "the Eden chime". A
 * family's name may stand there ("the Miller account"), a given name hardly ever.
 */
export function isDeterminedCompound(span: Span): boolean {
  const { reading, from, to } = span
  const next = reading.tokens[to + 1]
  if (languageAt(span) !== ENGLISH || from !== to || isPossessive(span) || !isDetermined(span)) return false
  const own = classesAt(span, from)
  if ((own & CLASS.given) === 0 || own & CLASS.family) return false
  if (!next || next.gap !== " " || next.shape !== SHAPE.lower || next.low.length < 4) return false
  if (!isOrdinaryAt(span, to + 1) || reading.known[to + 1]?.small || isOfClause(next.low)) return false
  return (classesAt(span, to + 1) & (CLASS.relative | CLASS.companyWord)) === 0 && !isPerson(next.low)
}

export const isDeterminedBefore = (span: Span) => isDetermined(span) || isAfter(span, ARTICLES)

/** Recognises goods: "Jordan sneakers", "Vodafone SIM". */
export function isGoods(span: Span): boolean {
  if (isIntroduced(span) || isPossessive(span)) return false
  if (isBefore(span, goodsAt(span))) return true
  if (!goodsAt(span).has(lowAt(span, span.to))) return false
  const shape = span.reading.tokens[span.to]?.shape
  // "SIM" alone is a thing, too, but not in a line of capitals.
  if (span.to === span.from) return shape === SHAPE.shortCapitals && span.reading.lineCase[span.to] !== ALL_CAPITALS
  return shape !== SHAPE.capital
}

/** The value of Reading.lineCase for a line of capitals. */
const ALL_CAPITALS = 2

/**
 * Recognises what goods are called: "la silla París", "den Stuhl Paris", "casque Victoria". In these languages the kind
 * comes first. In English it comes last.
 */
export function isNamedGoods(span: Span): boolean {
  const { reading, from } = span
  if (languageAt(span) === ENGLISH || isPossessive(span)) return false
  // "Die Lampe Peter Klein geben" names a person.
  const [first, last] = [classesAt(span, from), classesAt(span, span.to)]
  if (span.to > from && first & CLASS.given && last & CLASS.family) return false
  // "Telefon Agnieszki" is the one of Agnieszka.
  if (reading.other[from] && (first & NAME_LIKE) === 0 && /[iy]$/.test(lowAt(span, from))) return false
  if (isAfter(span, goodsAt(span))) return true
  if (isGermanGoods(span, first | last)) return true
  // "Helm" may be a family's name, but not behind an article.
  return (
    span.to > from &&
    span.to <= from + 3 &&
    (span.to === from + 1 || (languageAt(span) === GERMAN && ((first | last) & (CLASS.given | CLASS.family)) === 0)) &&
    (beginsWith(span, goodsAt(span)) ||
      (languageAt(span) === GERMAN && isGoodsWord(lowAt(span, from), goodsAt(span))) ||
      (goodsAt(span).has(lowAt(span, from)) && isArticleAt(span, from - 1)))
  )
}

/** "Homematic Thermostat": German goods have a capital behind their maker's name as well. */
function isGermanGoods(span: Span, classes: number): boolean {
  if (languageAt(span) !== GERMAN || span.to !== span.from + 1 || classes & NAME_LIKE) return false
  return isGoodsWord(lowAt(span, span.to)) && isOrdinaryAt(span, span.to)
}

/** Says whether its first word is one of these, and no name: "Farbe Rubin", "Stuhl Paris". */
export const beginsWith = (span: Span, words: ReadonlySet<string>) =>
  words.has(lowAt(span, span.from)) && (classesAt(span, span.from) & NAME_LIKE) === 0

/** Recognises the colour or stuff of goods: "Paris chair, Walnut", "la mesa Carmen en Marfil", "die Luna in Anthrazit". */
export function isGoodsColour(span: Span): boolean {
  const { from, to, reading } = span
  // Words in lower case behind it go on with the sentence: "the boots in Cognac run small".
  if (isPossessive(span) || !every(span, (i) => i === from || reading.tokens[i]?.shape === SHAPE.lower)) return false
  const isStuff = /^ $/.test(gapAt(span, from)) && /^(?:in|en|em)$/.test(lowAt(span, from - 1))
  const isGiven = (classesAt(span, from) & CLASS.given) !== 0
  const isListed = !isGiven && from === to && gapAt(span, from) === ", " && goodsAt(span).has(lowAt(span, from - 1))
  if (isListed) return true
  if (!isStuff) return false
  for (let i = from - 2; i >= Math.max(0, from - 4) && !reading.tokens[i + 1]?.begins; i--)
    if (goodsAt(span).has(lowAt(span, i))) return true
  return false
}

/** Words that were taken for a name, from the first to the last. */
export interface Span {
  reading: Reading
  from: number
  to: number
}

export const lowAt = ({ reading }: Span, i: number) => reading.tokens[i]?.low ?? ""
export const classesAt = ({ reading }: Span, i: number) => reading.known[i]?.classes ?? 0
export const gapAt = ({ reading }: Span, i: number) => reading.tokens[i]?.gap ?? ""
export const isOrdinaryAt = ({ reading: { known, language } }: Span, i: number) =>
  ((known[i]?.ordinary ?? 0) & (language || ANY)) !== 0
export const every = ({ from, to }: Span, of: (i: number) => boolean) =>
  Array.from({ length: to - from + 1 }, (_, k) => from + k).every(of)
/** Says whether the word stands before it, also as the label of a field: "Monture : Jade". */
export const isAfterLabel = (span: Span, words: ReadonlySet<string>) =>
  (/^ ?: $/.test(gapAt(span, span.from)) && words.has(lowAt(span, span.from - 1))) || isAfter(span, words)
export const isAfter = (span: Span, words: ReadonlySet<string>) =>
  /^ ["'“„«‘]? ?$/.test(gapAt(span, span.from)) && words.has(lowAt(span, span.from - 1))
export const isDetermined = (span: Span) => isAfter(span, determiners(span))
export const determiners = (span: Span) =>
  span.reading.other[span.from] ? OTHER_DETERMINERS : (DETERMINERS.get(span.reading.language) ?? NONE)
/** The bit of the language of these words, or 0 where they stand in one without a list of ordinary words. */
export const languageAt = ({ reading, from }: Span) => (reading.other[from] ? 0 : reading.language)
export const isBefore = (span: Span, words: ReadonlySet<string>) =>
  gapAt(span, span.to + 1) === " " && words.has(lowAt(span, span.to + 1))
/** Says whether something belongs to whoever is called so: "Anna's", in other languages also "Birthes telefon". */
export const isPossessive = ({ reading, to }: Span) =>
  reading.tokens[to]?.possessive === true || (reading.other[to] === 1 && /s$/.test(reading.tokens[to]?.low ?? ""))
/** Says whether "My sister", "Mr" or the like stands before it. Then it is a person, whatever follows. */
export const isIntroduced = (span: Span) =>
  /^\.? $/.test(gapAt(span, span.from)) && (classesAt(span, span.from - 1) & INTRODUCES) !== 0 && !isDetermined(span)
const INTRODUCES = CLASS.relative | CLASS.title | CLASS.nameLabel

/** Says whether a word continues a clause behind a person's name: "called", "agrees", "left", "tomorrow". */
export const isOfClause = (low: string) => PAST.has(low) || OF_PEOPLE.has(low) || /(?:s|ed|ing|ly)$/.test(low)

const ANY = 31
const NONE: ReadonlySet<string> = new Set()
