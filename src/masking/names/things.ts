import { LISTS } from "replywright/lexicon/names"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { Phrases } from "../basis/phrases.ts"
import {
  classesAt,
  gapAt,
  goodsAt,
  isAfter,
  isArticleAt,
  isBefore,
  isDetermined,
  isGoodsWord,
  isIntroduced,
  isOrdinaryAt,
  isPossessive,
  languageAt,
  lowAt,
  type Span
} from "./goods.ts"
import { CLASS, NAME_LIKE, ENGLISH, GERMAN } from "./knowledge.ts"
import { isCapital, SHAPE } from "./tokens.ts"
import { ANIMALS, CALLED, JOBS, OTHER_ANIMALS } from "./context-words.ts"

/** Says whether a thing, an animal or a room is meant, by the words beside its name, its quotes or its letters. */
export function isNamedOtherwise(span: Span): boolean {
  return (
    isAnimal(span) ||
    isQuoted(span) ||
    isPartOfGoods(span) ||
    isRoom(span) ||
    isMedicine(span) ||
    isMeasured(span) ||
    isSwapped(span) ||
    isColour(span) ||
    isGermanNoun(span)
  )
}

/**
 * Recognises an animal, a ship or a doll by its kind, before or behind the name: "our cat Otis", "Bruno, der Hund", "the
 * ferry called Rosalind".
 */
function isAnimal(span: Span): boolean {
  if (span.to - span.from > 1 || isIntroduced(span)) return false
  return isBehindAnimal(span) || isCalledAnimal(span) || isBeforeAnimal(span) || isSaidToBeAnimal(span)
}

/** "Our cat Otis", "Hündin Emma", "o cachorro, o Antônio". */
function isBehindAnimal(span: Span): boolean {
  const { from, to } = span
  if (NEAR.test(gapAt(span, from)) && isWord(span, from - 1, animalsAt(span))) return true
  if (from < to && languageAt(span) === GERMAN && animalsAt(span).has(lowAt(span, from))) return true
  return isArticleAt(span, from - 1) && gapAt(span, from - 1) === ", " && isWord(span, from - 2, animalsAt(span))
}

/** "The ferry called Rosalind". */
function isCalledAnimal(span: Span): boolean {
  const { from, reading } = span
  if (gapAt(span, from) !== " " || !CALLED.has(lowAt(span, from - 1))) return false
  for (let k = from - 2; k > from - 8 && k >= 0; k--) {
    if (animalsAt(span).has(lowAt(span, k)) || goodsAt(span).has(lowAt(span, k))) return true
    if ((reading.tokens[k]?.begins ?? 2) > 0) return false
  }
  return false
}

/** "The Rosalind ferry", "Bruno, der Hund". */
function isBeforeAnimal(span: Span): boolean {
  const { to } = span
  if (isBefore(span, animalsAt(span)) && isWord(span, to + 1, animalsAt(span))) return true
  if (!NEAR.test(gapAt(span, to + 1)) || !isArticleAt(span, to + 1)) return false
  return (
    animalsAt(span).has(lowAt(span, to + 2)) ||
    (gapAt(span, to + 3) === " " && animalsAt(span).has(lowAt(span, to + 3)))
  )
}

/** Recognises who is said to be an animal, also in the next sentence: "Oscar ate it. He's a Jack Russell". */
function isSaidToBeAnimal(span: Span): boolean {
  const { reading, to } = span
  for (let i = to + 1; i < to + FURTHEST_KIND && reading.tokens[i]; i++) {
    const opens = i === to + 1 || reading.tokens[i]?.begins || gapAt(span, i) === ", "
    if (opens && SAYS_WHAT.has(lowAt(span, i)) && isKindOfAnimal(span, i + 1)) return true
  }
  return false
}

function isKindOfAnimal(span: Span, from: number): boolean {
  for (let k = from; k < from + MOST_OF_KIND; k++) {
    if (animalsAt(span).has(lowAt(span, k)) || BREEDS.has(lowAt(span, k))) return true
    if (span.reading.tokens[k]?.begins) return false
  }
  return false
}

/** How many words behind a name may say that it is an animal's. */
const FURTHEST_KIND = 16
const MOST_OF_KIND = 5
const BREEDS = wordsOf(LISTS, "breeds")
/** Words before what somebody is. */
const SAYS_WHAT = wordsOf(LISTS, "says-what")

/**
 * Recognises what stands in quotes and is called so: the rose »Gräfin Diana«, a book, "Rebecca". Behind a relative or a
 * job it is somebody.
 */
function isQuoted(one: Span): boolean {
  const span = withinQuotes(one)
  const { reading, from, to } = span
  if (!/["“„«»‚‘'「] ?$/.test(gapAt(span, from)) || !/^ ?["”“»«’'」]/.test(gapAt(span, to + 1))) return false
  const before = lowAt(span, from - 1)
  if (/[.!?\n]/.test(gapAt(span, from)) || from === 0 || (reading.tokens[from]?.written.length ?? 0) < 2) return false
  if (reading.address[to + 1]) return false
  if (CALLED.has(before) || JOBS.has(before)) return false
  if (
    (classesAt(span, from - 1) & (CLASS.relative | CLASS.title | CLASS.nameLabel | NAME_LIKE)) !== 0 &&
    isCapital(reading.tokens[from - 1])
  )
    return (
      isGoodsWord(before) ||
      (languageAt(span) === GERMAN && isOrdinaryAt(span, from - 1) && (classesAt(span, from - 1) & CLASS.given) === 0)
    )
  // "And" and the like before the quotes say nothing of what stands in them.
  if (CONJUNCTIONS.has(before)) return false
  return (classesAt(span, from - 1) & (CLASS.relative | CLASS.title)) === 0
}

/** Extends a span to the quotes around it: „Kaiserin Sisi“, « Gaspésie 20 Go ». */
function withinQuotes(span: Span): Span {
  let { from, to } = span
  while (span.from - from < 3 && gapAt(span, from) === " " && from > 0) from--
  while (to - span.to < 3 && gapAt(span, to + 1) === " ") to++
  const isOpen = /["“„«»‚‘'「] ?$/.test(gapAt(span, from))
  return isOpen && /^ ?["”“»«’'」]/.test(gapAt(span, to + 1)) ? { ...span, from, to } : span
}

/** Says whether the word is one of these, and no part of a name: "coelho", but not "Zulmira Coelho". */
const isWord = (span: Span, i: number, words: ReadonlySet<string>) =>
  words.has(lowAt(span, i)) &&
  (languageAt(span) === GERMAN || !isCapital(span.reading.tokens[i]) || span.reading.tokens[i]?.begins !== 0)

/** Recognises the first word of a German compound for a thing: "Emma-Matratze". */
function isPartOfGoods(span: Span): boolean {
  for (let i = span.from + 1; i <= span.to + 1; i++)
    if (gapAt(span, i) === "-" && isGoodsWord(lowAt(span, i)) && span.reading.tokens[i]?.shape === SHAPE.capital)
      return true
  return false
}

/** Recognises a room, a ward or a lesson: "cabin Lisbon", "piso Garcia de Orta", "the Serena studio". */
function isRoom(span: Span): boolean {
  if (isPossessive(span) || isIntroduced(span)) return false
  if (isAfter(span, ROOMS)) return isWord(span, span.from - 1, ROOMS)
  return isBefore(span, ROOMS) && isWord(span, span.to + 1, ROOMS)
}

/** Recognises a medicine: "toma Adiro", "Gonal-f", "Ben-u-ron". */
function isMedicine(span: Span): boolean {
  const { reading, from, to } = span
  const isGiven = (classesAt(span, from) & CLASS.given) !== 0
  for (let i = from; i <= to + 1; i++)
    if (gapAt(span, i) === "-" && i > from && reading.tokens[i]?.shape === SHAPE.lowerLetter) return true
  if (isGiven) return false
  return (
    TAKES.has(lowAt(span, from - 1)) ||
    (TAKES.has(lowAt(span, from)) && to === from + 1) ||
    (TAKES.has(lowAt(span, from - 2)) && isArticleAt(span, from - 1))
  )
}

/** Recognises what is counted or packed: "two skeins of Alice", "un pot de Victoria". */
function isMeasured(span: Span): boolean {
  if (isPossessive(span) || span.to > span.from + 1) return false
  return (
    OF.has(lowAt(span, span.from - 1)) && gapAt(span, span.from) === " " && MEASURES.has(lowAt(span, span.from - 2))
  )
}

/** Recognises goods that came for others: "came as Dallas", "with Mysore instead of Rava". */
function isSwapped(span: Span): boolean {
  const { reading, from, to } = span
  if (isPossessive(span) || isIntroduced(span)) return false
  if (AS.has(lowAt(span, from - 1)) && CAME.has(lowAt(span, from - 2))) return true
  const isBehind = INSTEAD.endingAt(reading.tokens, from - 1) > 0
  const isAhead =
    [2, 3, 4].some((length) => INSTEAD.endingAt(reading.tokens, to + length) >= length - 1) ||
    INSTEAD.endingAt(reading.tokens, to + 1) > 0
  // "Zamiast Lalki przyszedł Wiedźmin": the word for what came stands between both.
  const isFarBehind =
    CAME.has(lowAt(span, from - 1)) && [2, 3, 4].some((back) => INSTEAD.endingAt(reading.tokens, from - 1 - back) > 0)
  if (isFarBehind) return true
  if (!isBehind && !isAhead) return false
  for (let k = from - 1; k > from - FURTHEST_VERB && k >= 0; k--) if (CAME.has(lowAt(span, k))) return true
  return false
}

/** Recognises an English colour or stuff: "quoted in Chestnut". */
function isColour(span: Span): boolean {
  const { from, to } = span
  if (languageAt(span) !== ENGLISH || from !== to || lowAt(span, from - 1) !== "in" || gapAt(span, from) !== " ")
    return false
  return isOrdinaryAt(span, from) && (classesAt(span, from) & (CLASS.town | CLASS.country | CLASS.given)) === 0
}

/**
 * Recognises a noun of the German language behind an article and an adjective: "der lose Stein", "mein voller Ernst".
 * Before a name stands a relative, a title or nothing there.
 */
function isGermanNoun(span: Span): boolean {
  const { reading, from, to } = span
  if (languageAt(span) !== GERMAN || from !== to || isPossessive(span) || !isOrdinaryAt(span, from)) return false
  const [adjective, token] = [reading.tokens[from - 1], reading.tokens[from]]
  if (adjective?.shape !== SHAPE.lower || token?.gap !== " " || adjective.gap !== " ") return false
  if (!/.{3}(?:e|e[rsnm])$/.test(adjective.low) || reading.known[from - 1]?.small) return false
  if (classesAt(span, from - 1) & (CLASS.relative | CLASS.title) || JOBS.has(adjective.low)) return false
  return isArticleAt(span, from - 2) || isDetermined({ ...span, from: from - 1 })
}

/**
 * Recognises a word of no list that stands where nobody's name does: "the Fostair", "mein Arteon", "les Doliprane".
 * Behind "der", "la" or "o" it may be somebody.
 */
export function isUnlistedThing(span: Span): boolean {
  const { from, to } = span
  if (from !== to || isPossessive(span) || isIntroduced(span)) return false
  if ((classesAt(span, from) & NAME_LIKE) !== 0 || gapAt(span, from) !== " ") return false
  return isDetermined(span) || MANY.has(lowAt(span, from - 1))
}

const animalsAt = ({ reading, from }: Span) => (reading.other[from] ? OTHER_ANIMALS : ANIMALS)
const CONJUNCTIONS = wordsOf(LISTS, "conjunctions")
const NEAR = /^,? ["'“„«‘]?$|^["'”“»]?,? ?\(?$/
const ROOMS = wordsOf(LISTS, "rooms")
const TAKES = wordsOf(LISTS, "takes")
const MEASURES = wordsOf(LISTS, "measures")
const INSTEAD = new Phrases("instead")
const CAME = wordsOf(LISTS, "came")
const AS = wordsOf(LISTS, "came-as")
const OF = wordsOf(LISTS, "of-goods")
/** Articles before several things. */
const MANY = wordsOf(LISTS, "plural-articles")
const FURTHEST_VERB = 7
