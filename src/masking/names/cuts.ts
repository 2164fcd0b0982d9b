import { CLASS, GERMAN, type Known, NAME_LIKE, SPANISH } from "./knowledge.ts"
import type { Reading } from "./reading.ts"
import { isCapital, isNumber, SHAPE } from "./tokens.ts"
import { isUnlisted } from "./unlisted.ts"
import { NICKNAMES } from "./name-cue-words.ts"

/**
 * Returns the probability from which word i is masked, by what it is and how it is written.
 * @param cut the one for a word of which nothing is known
 */
export function ownCut(reading: Reading, i: number, cut: number): number {
  const { tokens, language } = reading
  const known = reading.known[i]
  if (!known) return cut
  const byForm = cutByForm(reading, i, known)
  if (byForm !== undefined) return Math.max(cut, byForm)
  // In "El casero Tino" the word is a person: outside German, nouns have no capital.
  if (isRelated(reading, i) && language !== GERMAN && tokens[i]?.shape === SHAPE.capital) return cut * LIKELY
  if (known.ordinary && !(known.classes & NAME_LIKE) && reading.lineWords[i] === 1) return Math.max(cut, PLAIN_WORD)
  if (known.ordinary && !(known.classes & (CLASS.given | CLASS.town | CLASS.country)) && (reading.run[i] ?? 0) < 2)
    return Math.max(cut, CAPITAL_WORD)
  if (isLikelyName(reading, i)) return cut * LIKELY
  return isUnlisted(reading, i) && !isTold(reading, i) ? Math.max(cut, UNLISTED) : cut
}

/** Returns the probability for a word that is written as names are not, or stands where any word has a capital. */
function cutByForm(reading: Reading, i: number, { classes }: Known): number | undefined {
  if (reading.tokens[i]?.shape === SHAPE.lowerLetter) return LONE_LETTER
  if (classes & COMMON) return COMMON_WORD
  if (isPlainWord(reading, i)) return reading.lineCase[i] === 1 ? LOWER_LINE : PLAIN_WORD
  if (isAcronym(reading, i)) return isBesideCapitals(reading, i) ? ACRONYM : LONE_ACRONYM
  if (isUnlistedLower(reading, i)) return reading.language === GERMAN ? PLAIN_WORD : UNLISTED_LOWER
  return isFirstWord(reading, i) ? PLAIN_WORD : undefined
}

/** Recognises an acronym that is nobody's name, such as "VAT" or "DMV", in a line that isn't in capitals. */
function isAcronym(reading: Reading, i: number): boolean {
  const { tokens, known, lineCase } = reading
  const token = tokens[i]
  if (!token || lineCase[i] === 2 || (known[i]?.classes ?? 0) & (NAME_LIKE | CLASS.companyEnd)) return false
  return (
    token.shape === SHAPE.shortCapitals || (token.shape === SHAPE.capitals && token.written.length <= LONGEST_ACRONYM)
  )
}

/** Says whether a name may go on beside the acronym: "SANJANA RAO", "Huber AG", "Contagem MG". */
function isBesideCapitals({ tokens }: Reading, i: number): boolean {
  const isNear = (k: number, gap: string | undefined) =>
    (isCapital(tokens[k]) || isNumber(tokens[k])) && /^[ .,'’&/-]{1,2}$/.test(gap ?? "")
  return isNear(i - 1, tokens[i]?.gap) || isNear(i + 1, tokens[i + 1]?.gap)
}

/**
 * Recognises a word of no list in lower case, in a line where other words have capitals. Names have one there, unless
 * "my sister" or the like precedes the word.
 */
function isUnlistedLower(reading: Reading, i: number): boolean {
  const { tokens, known, lineCase } = reading
  if (tokens[i]?.shape !== SHAPE.lower || lineCase[i] === 1) return false
  // "couv_mamie_verso.jpg" is the name of a file.
  if (tokens[i]?.gap === "_" || tokens[i + 1]?.gap === "_") return false
  if ((known[i]?.letters ?? 0) <= LIKE_A_NAME || isRelated(reading, i)) return false
  return ((known[i]?.classes ?? 0) & LISTED_CLASSES) === 0
}

/**
 * Recognises the first word of a line or sentence that goes on in lower case. It has a capital for that reason, and is
 * a word of the text's language or of no list: "Colis", "Hiya".
 */
function isFirstWord(reading: Reading, i: number): boolean {
  const { tokens, known, run, lineCase, lineWords, language } = reading
  const [token, word, next] = [tokens[i], known[i], tokens[i + 1]]
  if (token?.shape !== SHAPE.capital || !token.begins || !word || run[i] !== 1 || lineCase[i] !== 0) return false
  if (word.classes & LISTED_CLASSES || isRelated(reading, i) || (lineWords[i] ?? 0) < LEAST_LINE) return false
  if (!next || next.shape !== SHAPE.lower || next.begins) return false
  return i === 0 ? next.gap !== ": " : (word.ordinary & (language || word.ordinary)) !== 0
}

/** Says whether the place of a word tells that it may be a name or a part of an address. */
const isTold = (reading: Reading, i: number) =>
  isSignature(reading, i) || isBesideNumber(reading, i) || isSaidOfSomebody(reading, i)

/** Says whether a line or sentence consists of nothing but this word and others with a capital: "Gesine Trautvetter". */
function isSignature({ tokens }: Reading, i: number): boolean {
  let [first, last] = [i, i]
  while (i - first < MOST_OF_NAME && tokens[first]?.begins === 0 && isCapital(tokens[first - 1])) first--
  while (last - i < MOST_OF_NAME && tokens[last + 1]?.begins === 0 && isCapital(tokens[last + 1])) last++
  const next = tokens[last + 1]
  return last - first < MOST_OF_NAME && (tokens[first]?.begins ?? 0) > 0 && (next === undefined || next.begins === 2)
}

/** "Q7, 24, Quergebäude, 4. Stock": between numbers and commas a part of an address may stand. */
const isBesideNumber = ({ tokens }: Reading, i: number) =>
  (isNumber(tokens[i - 1]) && tokens[i]?.gap === ", ") || (isNumber(tokens[i + 1]) && tokens[i + 1]?.gap === ", ")

/** "She's Morag", "pregunten a Brümmer": Spanish puts "a" before a person who is an object. */
function isSaidOfSomebody({ tokens, language }: Reading, i: number): boolean {
  const before = tokens[i - 1]
  if (!before || !isCapital(tokens[i]) || tokens[i]?.gap !== " ") return false
  if (language === SPANISH) return before.low === "a"
  return /^(?:she|he|i)'(?:s|m)$/.test(before.possessive ? `${before.low}'s` : before.low)
}

/** So many words a name without small words has. */
const MOST_OF_NAME = 3

function isRelated(reading: Reading, i: number): boolean {
  return ((reading.known[i - 1]?.classes ?? 0) & (CLASS.relative | CLASS.title)) !== 0 && reading.tokens[i]?.gap === " "
}

/**
 * Says whether a word is likely a name: a given name with a capital that is no ordinary word, one behind "my sister" or
 * "Uncle", or a town behind "in" or "from".
 */
function isLikelyName(reading: Reading, i: number): boolean {
  const { tokens, known } = reading
  const word = known[i]
  if (!word) return false
  const placed =
    ((known[i - 1]?.classes ?? 0) & CLASS.placeCue) !== 0 && (word.classes & (CLASS.town | CLASS.country)) !== 0
  if (placed && tokens[i]?.shape === SHAPE.capital && word.ordinary === 0) return true
  return (
    (word.classes & CLASS.given) !== 0 &&
    (isRelated(reading, i) ||
      (tokens[i]?.shape === SHAPE.capital && (word.ordinary === 0 || NICKNAMES.has(tokens[i]?.low ?? ""))))
  )
}

/**
 * Says whether a word is an ordinary word of the text's language, written as it is always written. In German that
 * includes a capital. Where nothing or everything has a capital, or in German, it must not be a name as well.
 */
export function isPlainWord(reading: Reading, i: number): boolean {
  const { tokens, known, language, lineCase } = reading
  const token = tokens[i]
  const word = known[i]
  if (!token || !word || !(word.ordinary & (language || word.ordinary))) return false
  if (token.shape === SHAPE.lower && lineCase[i] !== 1) return true
  return (
    !(word.classes & NAME_LIKE) &&
    (token.shape === SHAPE.lower ||
      lineCase[i] === 2 ||
      (token.begins === 1 && (reading.run[i] ?? 0) < 2) ||
      (language === GERMAN && token.shape === SHAPE.capital))
  )
}

/** Says whether a word is in the lists of names and in no other list. */
export const isRare = (known: Known | undefined): boolean =>
  known !== undefined && known.ordinary === 0 && (known.classes & ~NAME_LIKE) === 0

/** The probability from which a rare word is surely a name. */
export const SURE = 0.8
/** Months, weekdays and nationalities have a capital and are usually nobody's name, but June sometimes is. */
export const COMMON = CLASS.month | CLASS.weekday | CLASS.nationality
/** The classes of names, and of words that names and addresses consist of. */
const LISTED_CLASSES =
  NAME_LIKE | CLASS.companyWord | CLASS.companyEnd | CLASS.street | CLASS.streetStart | CLASS.unit | CLASS.placeCue
/** A line of fewer words may be a name, a greeting or a heading. */
const LEAST_LINE = 4
/** Up to this, the letters of a word are those of a name. */
const LIKE_A_NAME = 2
const COMMON_WORD = 0.9
/** Applies to a single letter such as "b". */
const LONE_LETTER = 0.5
const PLAIN_WORD = 0.7
const ACRONYM = 0.55
/** Applies to an acronym without a capital beside it. */
const LONE_ACRONYM = 0.97
const LONGEST_ACRONYM = 5
/** Applies to a word of no list in lower case, where names have a capital. */
const UNLISTED_LOWER = 0.5
/** Applies to a word of no list, whose chance has been scored by its letters as well. */
const UNLISTED = 0.5
/** Applies to an ordinary word that is written with a capital. */
const CAPITAL_WORD = 0.4
/** The factor on the threshold for a word that is likely a name by its list. */
const LIKELY = 0.4
/** The same factor in a line without a capital, where names have none either. */
const LOWER_LINE = 0.35
