import { LISTS } from "replywright/lexicon/names"
import { entriesOf, wordsOf } from "../../lexicon/lexicon.ts"
import {
  classesAt,
  every,
  gapAt,
  goodsAt,
  isArticleAt,
  isBefore,
  isDetermined,
  isIntroduced,
  isPossessive,
  languageAt,
  lowAt,
  type Span
} from "./goods.ts"
import { byLanguageBit, CLASS, ENGLISH } from "./knowledge.ts"
import { isCapital, isNumber, SHAPE } from "./tokens.ts"
import { ARTICLES, BOUGHT, MEDICINES } from "./context-words.ts"

/**
 * Says whether a medicine, a model of a car, a breed, a colour or a version of software is meant. What is called like
 * somebody needs a word beside it that says so.
 */
export function isListedThing(span: Span): boolean {
  if (isMedicineName(span)) return true
  if (isPossessive(span) || isIntroduced(span)) return false
  return isCarModel(span) || isBreed(span) || isColourName(span) || hasColour(span) || isVersionName(span)
}

/**
 * Recognises by the words beside it what is performed, travelled to, offered or practised: "seats for Turandot",
 * "flying to Faro", "Segreteria Plus", "a Caloi que comprei", "the hall for Zumba".
 */
export function isToldThing(span: Span): boolean {
  if (isPossessive(span)) return false
  // "To" introduces the person a letter is for, too.
  if (isDestination(span)) return true
  if (isIntroduced(span)) return false
  return isListed(span, ACTIVITIES) || isPlan(span) || isPerformance(span) || isBoughtBehind(span)
}

/** "Segreteria Plus", "Heidiland Plus": the word behind a name with a capital says that it is a plan's. */
function isPlan(span: Span): boolean {
  const { from, to, reading } = span
  const end = PLAN_WORDS.has(lowAt(span, to)) && to > from ? to : to + 1
  if (!PLAN_WORDS.has(lowAt(span, end)) || gapAt(span, end) !== " " || !isCapital(reading.tokens[end])) return false
  return (classesAt(span, end) & CLASS.family) === 0 || from === end - 1
}

function isPerformance(span: Span): boolean {
  const { from } = span
  if (gapAt(span, from) !== " " || isGiven(span)) return false
  return SEATS_FOR.has(lowAt(span, from - 1)) && SEATS.has(lowAt(span, from - 2))
}

/** A given name behind "to" may be somebody. */
function isDestination(span: Span): boolean {
  const { from } = span
  if (gapAt(span, from) !== " " || !TRAVELS_TO.has(lowAt(span, from - 1)) || classesAt(span, from) & CLASS.given)
    return false
  return TRAVELS.has(lowAt(span, from - 2)) || TRAVELS.has(lowAt(span, from - 3))
}

/** "A Caloi que comprei", "the Fendt I bought": an article, the name, and a clause with a word for buying. */
function isBoughtBehind(span: Span): boolean {
  const { from, to, reading } = span
  if (from !== to || !isArticleAt(span, from - 1) || !/^,? $/.test(gapAt(span, to + 1))) return false
  if (classesAt(span, from) & CLASS.given) return false
  for (let i = to + 2; i <= to + NEAR && !reading.tokens[i]?.begins; i++)
    if (BOUGHT.has(lowAt(span, i)) && (reading.known[to + 1]?.small || lowAt(span, to + 1).length < 3)) return true
  return false
}

const isListed = (span: Span, words: ReadonlySet<string>) => every(span, (i) => words.has(lowAt(span, i)))

const isGiven = (span: Span) => every(span, (i) => (classesAt(span, i) & (CLASS.given | CLASS.family)) !== 0)

/** Says whether one of the words stands among the few before or behind, in the same clause. */
function isNear({ reading: { tokens }, from, to }: Span, words: ReadonlySet<string>): boolean {
  const isApart = (i: number) => /[.!?;:\n]/.test(tokens[i]?.gap ?? "")
  for (let i = from - 1; i >= from - NEAR && tokens[i] && !isApart(i + 1); i--)
    if (words.has(tokens[i]?.low ?? "")) return true
  for (let i = to + 1; i <= to + NEAR && tokens[i] && !isApart(i); i++) if (words.has(tokens[i]?.low ?? "")) return true
  return false
}

/** A medicine, also behind the word for taking it at the beginning of a sentence: "Toma Varfine". */
function isMedicineName(span: Span): boolean {
  const from = span.from < span.to && TAKES.has(lowAt(span, span.from)) ? span.from + 1 : span.from
  const name = { ...span, from }
  const isOne = (i: number) => MEDICINES.has(lowAt(name, i)) || (i > from && i < name.to && isSmall(name, i))
  return every(name, isOne) || (isListed(name, MEDICINES_LIKE_NAMES) && isNear(name, TAKES))
}

const isSmall = (span: Span, i: number) => (span.reading.known[i]?.small ?? 0) !== 0

/** "Un Clio", "my old Golf", "the car, a Captur". A model that is nobody's name needs no such word. */
function isCarModel(span: Span): boolean {
  const { from, to } = span
  if (from !== to || !CARS.has(lowAt(span, from))) return false
  if (isDetermined(span) || isArticleAt(span, from - 1) || isNear(span, VEHICLES)) return true
  return !isGiven(span) && (classesAt(span, from) & (CLASS.town | CLASS.country)) === 0
}

/** "He's a Jack Russell": an article stands before it, and the last word is a breed. */
function isBreed(span: Span): boolean {
  const { from, to } = span
  if (!BREEDS.has(lowAt(span, to))) return false
  return ARTICLES.has(lowAt(span, from - 1)) || isDetermined(span) || (from < to && BREEDS.has(lowAt(span, from)))
}

/** "The wrap in Heather", "Hülle in Bordeaux", "painted Agreeable Gray". */
function isColourName(span: Span): boolean {
  const { from, to } = span
  const colours = coloursAt(span)
  if (!every(span, (i) => colours.has(lowAt(span, i))))
    return colours.has(lowAt(span, to)) && from < to && isShade(span)
  if (!IN.test(lowAt(span, from - 1)) || gapAt(span, from) !== " ") return false
  if (from < to || (gapAt(span, to + 1) === " " && colours.has(lowAt(span, to + 1)))) return true
  const isPlace = (classesAt(span, from) & (CLASS.town | CLASS.country)) !== 0
  return !isPlace || isNear(span, goodsAt(span)) || isNear(span, BOUGHT)
}

/** "Die Luna in Anthrazit", "la Noa en negro": what has a colour is a thing. */
function hasColour(span: Span): boolean {
  const { to } = span
  if (gapAt(span, to + 1) !== " " || !IN.test(lowAt(span, to + 1)) || gapAt(span, to + 2) !== " ") return false
  return coloursAt(span).has(lowAt(span, to + 2)) && (classesAt(span, to + 2) & (CLASS.town | CLASS.country)) === 0
}

const IN = /^(?:in|en|em|w)$/
const coloursAt = (span: Span) => (languageAt(span) === 0 ? ANY_COLOURS : COLOURS.get(languageAt(span))) ?? ANY_COLOURS

/** "Agreeable Gray" and "Revere Pewter": an English shade has an ordinary word, or none that is a name, before it. */
function isShade(span: Span): boolean {
  const { reading, from, to } = span
  if (languageAt(span) !== ENGLISH || reading.tokens[to]?.shape !== SHAPE.capital) return false
  const isName = (i: number) => ((reading.known[i]?.classes ?? 0) & (CLASS.given | CLASS.family)) !== 0
  return !isName(from) && (!isName(to) || (reading.known[from]?.ordinary ?? 0) !== 0)
}

/** "From Ventura to Sonoma", "since the Shanghai upgrade", where a version or a program is spoken of. */
function isVersionName(span: Span): boolean {
  const { from, to, reading } = span
  if (from !== to || !CODE_NAMES.has(lowAt(span, from))) return false
  return (
    isNear(span, PROGRAMS) ||
    [from - 2, to + 2].some((i) => CODE_NAMES.has(lowAt(span, i)) && isCapital(reading.tokens[i]))
  )
}

/** "Two kg Sona Masoori", "one Lakshmi set": what is counted is a thing. */
export function isCounted(span: Span): boolean {
  const { from, to, reading } = span
  const first = MASSES.has(lowAt(span, from)) ? from : from - 1
  if (MASSES.has(lowAt(span, first))) return isCount(span, first - 1)
  const next = reading.tokens[to + 1]
  const isNoun = next?.gap === " " && next.shape === SHAPE.lower && reading.known[to + 1]?.small === 0
  return isNoun && gapAt(span, from) === " " && isCount(span, from - 1) && !isBefore(span, PEOPLE)
}

function isCount({ reading: { tokens } }: Span, i: number): boolean {
  const token = tokens[i]
  return token !== undefined && (NUMBERS.has(token.low) || (isNumber(token) && token.written.length < 4))
}

const NEAR = 4
const ACTIVITIES = wordsOf(LISTS, "activities")
const PLAN_WORDS = wordsOf(LISTS, "plan-words")
const SEATS = wordsOf(LISTS, "seats")
const SEATS_FOR = wordsOf(LISTS, "seats-for")
const TRAVELS = wordsOf(LISTS, "travels")
const TRAVELS_TO = wordsOf(LISTS, "travels-to")
const MEDICINES_LIKE_NAMES = wordsOf(LISTS, "medicines-like-names")
const TAKES = wordsOf(LISTS, "takes")
const CARS = wordsOf(LISTS, "car-models")
const VEHICLES = wordsOf(LISTS, "vehicles")
const BREEDS = wordsOf(LISTS, "breeds")
const CODE_NAMES = wordsOf(LISTS, "code-names")
const PROGRAMS = wordsOf(LISTS, "programs")
const MASSES = wordsOf(LISTS, "masses")
const NUMBERS = wordsOf(LISTS, "counts")
const PEOPLE = wordsOf(LISTS, "relatives")
const ANY_COLOURS = wordsOf(LISTS, "colours")
const COLOURS = byLanguageBit((language) => entriesOf(LISTS, language, "colours"))
