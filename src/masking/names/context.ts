import { PHRASES } from "../cues/cue-words.ts"
import { foldCue, LINKING_VERBS } from "../cues/cue-text.ts"
import type { Reading } from "./reading.ts"
import { CLASS, NAME_LIKE, ENGLISH } from "./knowledge.ts"
import { isCounted, isListedThing, isToldThing } from "./listed-things.ts"
import { isMadeThing } from "./made-things.ts"
import { isBehindArticle, isCompoundOfWords, isDescribed, isLeadByArticle, isLettered } from "./things-by-form.ts"
import { isNamedOtherwise, isUnlistedThing } from "./things.ts"
import { isCapital, isNumber, SHAPE } from "./tokens.ts"
import {
  classesAt,
  determiners,
  every,
  gapAt,
  isAfter,
  isAfterLabel,
  isArticleAt,
  isBefore,
  isDetermined,
  isDeterminedBefore,
  isDeterminedCompound,
  isGoods,
  isGoodsColour,
  isIntroduced,
  isNamedGoods,
  isNamedThing,
  isOfClause,
  isOfLabelledLine,
  isOrdinaryAt,
  isPossessive,
  isSized,
  languageAt,
  lowAt,
  type Span
} from "./goods.ts"
import { ARTICLES, GOODS, LABELS, OBJECTS, PAST, ROLES, VERB_BEFORE } from "./context-words.ts"

/**
 * Says whether what was taken for a name stands where nobody's name does: as a verb, as a maker's name for a thing, as
 * a role, or as an abbreviation. The words beside it decide, and only for words that can be something else.
 * @param chance the probability of each word to be personal
 * @param from the first word of it
 * @param to the last word of it
 * @param person whether it was taken for a person
 */
export function isSurelyNoName(
  reading: Reading,
  chance: Float32Array,
  from: number,
  to: number,
  person: boolean
): boolean {
  const span: Span = { reading, from, to }
  if (OF_ANY_CASE.some((is) => is(span))) return true
  if (!isCapital(reading.tokens[from])) {
    const first = firstCapital(span)
    return first !== undefined && isSurelyNoName(reading, chance, first, to, person)
  }
  if (OF_CAPITALS.some((is) => is(span)) || (isDeterminedBefore(span) && isModel(span))) return true
  if (!person) return false
  if (isLeadByArticle(span)) return isSurelyNoName(reading, chance, from + 1, to, person)
  if (isBehindArticle(span, chance[from] ?? 0)) return true
  return OF_NO_PERSON.some((is) => is(span)) || ((chance[from] ?? 0) < SURELY && isCompound(span))
}

/** Returns the first word with a capital behind words that are no names: "toma Sintrom", "abo Max". */
function firstCapital(span: Span): number | undefined {
  const { from, to, reading } = span
  for (let i = from; i <= to; i++) {
    if (isCapital(reading.tokens[i])) return i
    if (!isOrdinaryAt(span, i) || classesAt(span, i) & (CLASS.given | CLASS.relative | CLASS.title)) return undefined
  }
  return undefined
}

const OF_ANY_CASE = [isCueWord, isShortForm, isRole, isVerb, isLabelled, isOfLabelledLine, isCounted]
const OF_CAPITALS = [
  isMadeThing,
  isListedThing,
  isToldThing,
  isNamedOtherwise,
  isGoods,
  isNamedGoods,
  isGoodsColour,
  isSized,
  isNamedThing,
  isDeterminedCompound
]
/** What can only be a thing where a person was taken for granted. */
const OF_NO_PERSON = [isUnlistedThing, isOnlyThing, isModel, isSomeThing, isLettered, isDescribed, isCompoundOfWords]

/**
 * Says whether a word in lower case that ends the clause is the rest of a name, because "my sister" or the like stands
 * before the given name before it: "My deadname brian kettle."
 */
export function isRestOfName({ tokens, known }: Reading, chance: Float32Array, i: number): boolean {
  const [given, word, next] = [tokens[i - 1], tokens[i], tokens[i + 1]]
  if (word?.shape !== SHAPE.lower || word.gap !== " " || given?.shape !== SHAPE.lower) return false
  if (next && !/^[.,;!?)\n]/.test(next.gap)) return false
  if (!((known[i - 1]?.classes ?? 0) & CLASS.given) || !((known[i - 2]?.classes ?? 0) & CLASS.relative)) return false
  return known[i]?.small === 0 && !isOfClause(word.low) && (chance[i] ?? 0) > REST_OF_NAME
}

/** The probability from which the word belongs to the name. The word in "anna too" has a lower one. */
const REST_OF_NAME = 0.015

/** Says whether the words are the product's own cues for the value behind them: "ITIN", "Aadhaar", "old Kundennr". */
function isCueWord(span: Span): boolean {
  return every(span, (i) => isCueAt(span.reading, i) || (i < span.to && isOrdinaryAt(span, i)))
}

/** Says whether the word is one of the product's own cues for the value behind it, and nobody's name. */
export function isCueAt({ tokens, known }: Reading, i: number): boolean {
  const low = tokens[i]?.low ?? ""
  if ((known[i]?.classes ?? 0) & NAME_LIKE) return false
  return /^n[º°]$/.test(low) || PHRASES.get(foldCue(low))?.some(({ rest }) => rest.length === 0) === true
}

/** Recognises abbreviations: "an ITIN", "the PAN", "USDT", "S/N". */
function isShortForm(span: Span): boolean {
  const {
    reading: { tokens, lineCase },
    from,
    to
  } = span
  const token = tokens[from]
  if (!token || lineCase[from] === 2 || classesAt(span, from) & CLASS.country) return false
  if (from !== to) return isShortFormOfWords(span)
  if (token.shape === SHAPE.capitalLetter) return token.gap === "/" || gapAt(span, from + 1) === "/"
  if (token.shape !== SHAPE.shortCapitals && token.shape !== SHAPE.capitals) return false
  return token.written.length <= LONGEST_SHORT && (isDetermined(span) || NO_VOWEL.test(token.written))
}

/** "GCSE Maths", "MRI Scan": an abbreviation before a word of the language that is nobody's name. */
function isShortFormOfWords(span: Span): boolean {
  const { reading, from, to } = span
  const shape = reading.tokens[from]?.shape
  if (to !== from + 1 || (shape !== SHAPE.shortCapitals && shape !== SHAPE.capitals)) return false
  if (gapAt(span, to) !== " " || (reading.tokens[from]?.written.length ?? 0) > LONGEST_SHORT) return false
  return isOrdinaryAt(span, to) && ((classesAt(span, from) | classesAt(span, to)) & NAME_LIKE) === 0
}

/** Recognises roles: "Senior Buyer", "Subgerente de Plaza". */
function isRole(span: Span): boolean {
  const isPart = (i: number) => isOrdinaryAt(span, i) || span.reading.tokens[i]?.shape === SHAPE.shortCapitals
  if (!every(span, (i) => isPart(i) && (classesAt(span, i) & CLASS.given) === 0)) return false
  if (ROLES.has(lowAt(span, span.to)) || ROLES.has(lowAt(span, span.from))) return true
  return /^(?:de|of|für|da|do)$/.test(lowAt(span, span.from - 1)) && ROLES.has(lowAt(span, span.from - 2))
}

/** Recognises verbs: "Mark it as urgent", "please Mark this", "to be Frank with you". */
function isVerb(span: Span): boolean {
  const {
    reading: { tokens, language },
    from,
    to
  } = span
  if (from !== to || language > ENGLISH || !isOrdinaryAt(span, from)) return false
  if (isBefore(span, OBJECTS) && ((tokens[from]?.begins ?? 0) > 0 || isAfter(span, VERB_BEFORE))) return true
  return /^(?:be|being)$/.test(lowAt(span, from - 1)) && /^(?:with|about)$/.test(lowAt(span, to + 1))
}

/**
 * Recognises names of models and colours: "Modell «Vienna»", "color Rocío", "Amber (the colour)", "the Amber edition".
 */
function isLabelled(span: Span): boolean {
  const { from, to } = span
  if (isAfterLabel(span, LABELS) || isBefore(span, LABELS) || isSaidOfLabel(span)) return true
  if (to > from && LABELS.has(lowAt(span, from)) && (classesAt(span, from) & (CLASS.given | CLASS.family)) === 0)
    return true
  if (gapAt(span, to + 1) !== " (") return false
  return LABELS.has(lowAt(span, determiners(span).has(lowAt(span, to + 1)) ? to + 2 : to + 1))
}

/** Recognises what a label is said to be: "Workspace is Aurora", "o plano é o Violeta". */
function isSaidOfLabel(span: Span): boolean {
  const verb = isArticleAt(span, span.from - 1) ? span.from - 2 : span.from - 1
  return (
    gapAt(span, span.from) === " " &&
    LINKING_VERBS.has(foldCue(lowAt(span, verb))) &&
    LABELS.has(lowAt(span, verb - 1)) &&
    !isIntroduced(span)
  )
}

/** Recognises a thing that has a given name: "the Charlotte was missing". English puts no article before a person. */
function isOnlyThing(span: Span): boolean {
  const { from, to, reading } = span
  if (
    languageAt(span) !== ENGLISH ||
    from !== to ||
    isPossessive(span) ||
    !/^(?:the|a|an)$/.test(lowAt(span, from - 1))
  )
    return false
  if (gapAt(span, from) !== " " || !(classesAt(span, from) & CLASS.given)) return false
  const next = reading.tokens[to + 1]
  if (!next || next.gap !== " " || ((reading.known[to + 1]?.small ?? 0) & ENGLISH) !== 0 || PAST.has(next.low))
    return true
  return lowAt(span, from - 1) === "the" && next.shape === SHAPE.lower && (classesAt(span, from) & CLASS.family) === 0
}

/** Recognises a thing with its number, which looks like a town with its code: "the Siena 400", "bocina Luna 2". */
export function isModelNumber(reading: Reading, from: number, to: number): boolean {
  const span: Span = { reading, from, to: to - 1 }
  const number = reading.tokens[to]
  if (isOfLabelledLine(span)) return true
  if (to - from !== 1 || !isNumber(number) || number?.gap !== " " || number.written.length > 4) return false
  return isDetermined(span) || isAfter(span, ARTICLES) || isAfter(span, LABELS) || isAfter(span, GOODS)
}

/** Recognises an English word before a noun: "Grace period". Before what a person does or has, it may be a name. */
function isCompound(span: Span): boolean {
  const {
    reading: { tokens, known, language },
    from,
    to
  } = span
  const next = tokens[to + 1]
  if (from !== to || language !== ENGLISH) return false
  if (!isOrdinaryAt(span, from) || !(classesAt(span, from) & CLASS.given)) return false
  if (isIntroduced(span) || isPossessive(span) || classesAt(span, from - 1) & CLASS.given) return false
  if (!next || next.gap !== " " || next.shape !== SHAPE.lower || next.low.length < 4) return false
  if (!isOrdinaryAt(span, to + 1) || (known[to + 1]?.small ?? 0) & ENGLISH) return false
  return !isOfClause(next.low)
}

/** Recognises models: "Mark III", "Trezor Safe 3", "FritzOS 8.02". */
function isModel(span: Span): boolean {
  const {
    reading: { tokens },
    from,
    to
  } = span
  const last = tokens[to]
  const next = tokens[to + 1]
  const isGiven = classesAt(span, from) & CLASS.given
  if (last && to > from && ROMAN.test(last.written)) return to - from === 1 || isDetermined(span)
  if (!next || next.gap !== " ") return false
  if (from === to && ROMAN.test(next.written)) return true
  if (isGiven || isIntroduced(span) || next.written.length > 3) return false
  if (!isNumber(next) && next.shape !== SHAPE.code) return false
  const isVersion = isNumber(tokens[to + 2]) && gapAt(span, to + 2) === "."
  return isVersion || isDetermined(span) || isAfter(span, ARTICLES) || /^[.,;!?)]/.test(gapAt(span, to + 2))
}

/**
 * Recognises things: "my Dyson Airwrap broke", "the Ikea Hemnes", "Galaxy Flip". They contain no given name, and no
 * noun follows that they belong to ("a Ravil Yefimov concert").
 */
function isSomeThing(span: Span): boolean {
  const {
    reading: { tokens, known, language },
    from,
    to
  } = span
  if (to === from || isPossessive(span) || isIntroduced(span)) return false
  if (!every(span, (i) => i === from || gapAt(span, i) === " ")) return false
  if (classesAt(span, from) & CLASS.brand) return true
  const next = tokens[to + 1]
  const isHead = next?.gap !== " " || ((known[to + 1]?.small ?? 0) & language) !== 0 || PAST.has(next.low)
  if (!isHead || !isDetermined(span)) return false
  return every(span, (i) => isCapital(tokens[i]) && (classesAt(span, i) & CLASS.given) === 0)
}

/** The most letters of an abbreviation. */
const LONGEST_SHORT = 5
const NO_VOWEL = /^[BCDFGHJKLMNPQRSTVWXZ]{3,5}$/
/** The probability from which a word is a person's name whatever follows it. */
const SURELY = 0.9
const ROMAN = /^(?:II|III|IV|VI{1,3}|IX|XI{0,2})$/
