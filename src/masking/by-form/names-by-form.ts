import { functionWordLanguages } from "../../text/language/function-words.ts"
import { CLASS, NAME_LIKE } from "../names/knowledge.ts"
import type { Reading } from "../names/reading.ts"
import { KINDS, type Scores } from "../names/score.ts"
import { isCapital, isNumber, SHAPE, type Token } from "../names/tokens.ts"
import {
  ADDRESSEES,
  CALENDAR,
  CONJUNCTIONS,
  DETERMINERS,
  HONORIFICS,
  HONORIFICS_BEHIND,
  INTRODUCTIONS,
  INTRODUCTIONS_BEHIND,
  KIN,
  NAMES_FOLLOW,
  OPENINGS,
  POLITE,
  SIGN_OFFS
} from "./form-words.ts"
import { signaturesIn } from "./signatures.ts"
import { PARTICLES } from "../names/name-cue-words.ts"
import { LABELS } from "../names/context-words.ts"

/**
 * Scores the words in other languages by their form, because the trained weights take every word there for a name. A
 * word in lower case stays, unless a form of address, a greeting or the like names it. A word with a capital inside a
 * sentence is likely a name; at the beginning of a sentence a further sign is needed. Scripts without capitals keep
 * their scores.
 */
export function scoreByForm(reading: Reading, scores: Scores): void {
  const { tokens, other } = reading
  if (!other.includes(1)) return
  const signed = signaturesIn(reading)
  for (let i = 0; i < tokens.length; i++) {
    if (!other[i] || hasNoCase(reading, i) || reading.address[i]) continue
    const chance = chanceOf(reading, i, signed, scores.chance[i - 1] ?? 0)
    scores.chance[i] = chance
    if (chance > 0) tellKind(reading, i, scores)
    if (chance < LIKELY) continue
    raiseRow(reading, i, scores)
    if (isAddressed(reading, i)) for (let k = cueBefore(reading, i) + 1; k < i; k++) scores.chance[k] = chance
  }
  joinHyphenated(reading, scores)
}

/** A name with a hyphen is masked whole, also where one part of it is another word: "Jan-Willem", "Chi-Wai". */
function joinHyphenated(reading: Reading, scores: Scores): void {
  const { tokens, other } = reading
  const raise = (i: number, by: number) => {
    const chance = scores.chance[by] ?? 0
    if (!other[i] || !isCapital(tokens[i]) || (scores.chance[i] ?? 0) >= chance) return
    scores.chance[i] = chance
    tellKind(reading, i, scores)
  }
  for (let i = 1; i < tokens.length; i++) if (tokens[i]?.gap === "-" && isCapital(tokens[i])) raise(i, i - 1)
  for (let i = tokens.length - 1; i > 0; i--) if (tokens[i]?.gap === "-" && isCapital(tokens[i])) raise(i - 1, i)
}

/** Surely a name by a list or a cue; passes in both modes. */
const SURE = 0.95
/** A name by its neighbours or its ending. */
const LIKELY = 0.85
/** A word with a capital inside a sentence, of which nothing else is known. It is masked in strict mode only. */
const CAPITAL = 0.5

function hasNoCase({ tokens }: Reading, i: number): boolean {
  const written = tokens[i]?.written ?? ""
  return tokens[i]?.shape === SHAPE.unspaced || (/\p{Lo}/u.test(written) && !/\p{Ll}|\p{Lu}/u.test(written))
}

function chanceOf(reading: Reading, i: number, signed: Uint8Array, before: number): number {
  const token = reading.tokens[i]
  if (!token || token.shape >= SHAPE.ordinal || isPart(reading, i)) return 0
  if (signed[i] && !isStop(reading, i)) return SURE
  if (!isCapital(token) || reading.lineCase[i] === ALL_CAPITALS) return lowerChance(reading, i, before)
  if (token.shape === SHAPE.capitalLetter) return initialChance(reading, i, before)
  return capitalChance(reading, i, before)
}

/** Says whether the word is a piece of a longer one that the tokens cut: "sig.ra", "e-mail". */
const isPart = ({ tokens }: Reading, i: number) => /^[.@/_]$/.test(tokens[i]?.gap ?? "") && !isCapital(tokens[i])

const isListed = ({ known, phrase }: Reading, i: number) =>
  (((known[i]?.classes ?? 0) | (phrase[i] ?? 0)) & NAME_LIKE) !== 0
const isPersonName = ({ known }: Reading, i: number) => ((known[i]?.classes ?? 0) & (CLASS.given | CLASS.family)) !== 0
const isGiven = ({ known }: Reading, i: number) => ((known[i]?.classes ?? 0) & CLASS.given) !== 0
const isFunctionWord = ({ tokens }: Reading, i: number) => functionWordLanguages(tokens[i]?.low ?? "").length > 0
const isHonorific = ({ tokens, known }: Reading, i: number) =>
  HONORIFICS.endingAt(tokens, i) > 0 || ((known[i]?.classes ?? 0) & CLASS.title) !== 0

/** Recognises words that have a capital for another reason than being a name. */
function isStop(reading: Reading, i: number): boolean {
  const { tokens, known } = reading
  const low = tokens[i]?.low ?? ""
  if ((known[i]?.classes ?? 0) & (CLASS.month | CLASS.weekday | CLASS.nationality | CLASS.brand)) return true
  if (CALENDAR.has(low) || POLITE.has(low) || ADDRESSEES.has(low) || HONORIFICS_BEHIND.has(low)) return true
  if (isFunctionWord(reading, i) || isHonorific(reading, i)) return true
  if (KIN.has(low) && ((tokens[i]?.begins ?? 0) > 0 || !isGiven(reading, i))) return true
  return OPENINGS.endingAt(tokens, i) > 0 || SIGN_OFFS.endingAt(tokens, i) > 0
}

/** Returns the first word behind which only small words of a name stand before word i: "mevrouw van der Berg". */
function cueBefore({ tokens }: Reading, i: number): number {
  let at = i
  while (i - at < 3 && /^ $/.test(tokens[at]?.gap ?? "") && PARTICLES.has(tokens[at - 1]?.low ?? "")) at--
  return at - 1
}

/** Says whether a form of address, or an abbreviated one before a full stop, stands before the word. */
function isAddressed(reading: Reading, i: number): boolean {
  const at = cueBefore(reading, i)
  return /^\.?[ ]$|^\.$/.test(reading.tokens[at + 1]?.gap ?? "") && isHonorific(reading, at)
}

const isNameDue = ({ tokens }: Reading, i: number) =>
  INTRODUCES.test(tokens[i]?.gap ?? "") && NAMES_FOLLOW.endingAt(tokens, i - 1) > 0
const isIntroduced = ({ tokens }: Reading, i: number) =>
  INTRODUCES.test(tokens[i]?.gap ?? "") && INTRODUCTIONS.endingAt(tokens, i - 1) > 0
const INTRODUCES = /^:? ["'„«]?$/

function isCalledBehind({ tokens }: Reading, i: number): boolean {
  const next = tokens[i + 1]
  return /^[ '’]$/.test(next?.gap ?? "") && HONORIFICS_BEHIND.has(next?.low ?? "")
}

function capitalChance(reading: Reading, i: number, before: number): number {
  const token = reading.tokens[i]
  if (!token) return 0
  if (isAddressed(reading, i) && !ADDRESSEES.has(token.low)) return SURE
  const isRow = before >= CAPITAL && isCapital(reading.tokens[i - 1]) && /^(?:[ -]|\. ?)$/.test(token.gap)
  if (isStop(reading, i) && !(isRow && token.begins === 0 && isListed(reading, i))) return 0
  if (isCalledBehind(reading, i)) return SURE
  if (SHORT.has(token.shape)) return shortChance(reading, i, isRow)
  if (isRow && before >= LIKELY) return LIKELY
  if (token.begins > 0) return firstChance(reading, i)
  if (isNameDue(reading, i) || isIntroduced(reading, i) || isKinBefore(reading, i)) return SURE
  return innerChance(reading, i)
}

/** Words in capitals or with capitals inside, which are often abbreviations. */
const SHORT: ReadonlySet<number> = new Set([SHAPE.shortCapitals, SHAPE.capitals, SHAPE.camel])

function shortChance(reading: Reading, i: number, isRow: boolean): number {
  const isLong = (reading.tokens[i]?.written.length ?? 0) > 3
  return isListed(reading, i) && isLong ? LIKELY : isRow ? CAPITAL : 0
}

/** A word with a capital inside a sentence that nothing announces. */
function innerChance(reading: Reading, i: number): number {
  const { tokens, lineCase, lineWords } = reading
  const [last, token, next] = [tokens[i - 1], tokens[i], tokens[i + 1]]
  if (!token) return 0
  const isBehind = (words: ReadonlySet<string>) => token.gap === " " && words.has(last?.low ?? "")
  if (isBehind(LABELS) && !isGiven(reading, i)) return 0
  if (isPersonName(reading, i)) return SURE
  if (isBehind(DETERMINERS) && (!isCapital(last) || (last?.begins ?? 0) > 0)) return 0
  if (isListed(reading, i)) return SURE
  if (isInflected(token)) return LIKELY
  if (next?.gap === " " && isNumber(next)) return 0
  return lineCase[i] === EACH_WORD && (lineWords[i] ?? 0) > SHORT_LINE ? 0 : CAPITAL
}

const isInflected = (token: Token) => ENDING_BEHIND_APOSTROPHE.test(token.written) || token.possessive

/** A word that begins a sentence has a capital anyway. */
function firstChance(reading: Reading, i: number): number {
  const [token, next] = [reading.tokens[i], reading.tokens[i + 1]]
  if (!token) return 0
  if (isGiven(reading, i) && token.written.length > 2) return SURE
  if (isInflected(token) || isLastName(reading, i)) return LIKELY
  if (!next || isStop(reading, i + 1)) return isFirstOfTwo(reading, i) ? CAPITAL : 0
  if (!/^[ -]$/.test(next.gap) || next.shape !== SHAPE.capital) return 0
  if (isListed(reading, i)) return LIKELY
  // "Mag" in "Mag Willemijn het pakket ophalen?" is an ordinary word, "Sjuul" in "Sjuul Terpstra" is none.
  const isFamily = isListed(reading, i + 1) && !isGiven(reading, i + 1)
  return isFamily && reading.known[i]?.ordinary === 0 ? LIKELY : 0
}

/** A last sentence of nothing but two or three words with capitals is a signature: "Jan Wójcik", "Joke de Wit". */
function isLastName({ tokens, address }: Reading, i: number): boolean {
  let last = i
  for (let next = tokens[last + 1]; next && next.gap === " "; next = tokens[last + 1]) {
    if (next.shape !== SHAPE.capital && !PARTICLES.has(next.low)) break
    last++
  }
  if (last - i > MOST_OF_NAME || i < FEWEST_BEFORE || tokens[last]?.shape !== SHAPE.capital) return false
  // A single word may end the text by itself alone.
  if (last === i) return i === tokens.length - 1 && /^[.!?)]+\s+$/.test(tokens[i]?.gap ?? "")
  return last === tokens.length - 1 || (address[last + 1] === 1 && /^, ?$/.test(tokens[last + 1]?.gap ?? ""))
}

/** A last sentence of a given name: "non parte. luca", "601 222 333 marek". */
function isLastGiven({ tokens, known }: Reading, i: number): boolean {
  if (i < tokens.length - 1 || i < FEWEST_BEFORE || ((known[i]?.classes ?? 0) & CLASS.given) === 0) return false
  return /^[.!?]+\s+$|\n/.test(tokens[i]?.gap ?? "") || (tokens[i]?.gap === " " && isNumber(tokens[i - 1]))
}

/** "Sjuul en Marit": a conjunction and another word with a capital follow. */
function isFirstOfTwo(reading: Reading, i: number): boolean {
  const [next, second] = [reading.tokens[i + 1], reading.tokens[i + 2]]
  if (next?.gap !== " " || !CONJUNCTIONS.has(next.low)) return false
  return second?.gap === " " && second.shape === SHAPE.capital && !isStop(reading, i + 2)
}

/** "Chiara B.", "W. Hoekstra". */
function initialChance(reading: Reading, i: number, before: number): number {
  const { tokens } = reading
  const next = tokens[i + 1]
  if (!/^\./.test(next?.gap ?? ".")) return 0
  if (before >= CAPITAL && tokens[i]?.gap === " ") return LIKELY
  if (isAddressed(reading, i)) return LIKELY
  return /^\. ?$/.test(next?.gap ?? "") && tokens[nameBehind(reading, i + 1)]?.shape === SHAPE.capital ? LIKELY : 0
}

/** Returns the first word that is none of the small words of a name: "Heuvel" in "van den Heuvel". */
function nameBehind({ tokens }: Reading, from: number): number {
  let i = from
  while (i < from + 3 && PARTICLES.has(tokens[i]?.low ?? "") && tokens[i + 1]?.gap === " ") i++
  return i
}

/** In lower case, and in a line of capitals, only a cue and the lists of names tell a name. */
function lowerChance(reading: Reading, i: number, before: number): number {
  const token = reading.tokens[i]
  if (!token || isStop(reading, i) || KIN.has(token.low)) return 0
  const isLow = reading.lineCase[i] === LOWER || reading.lineCase[i] === ALL_CAPITALS
  if (token.written.length === 1) return isLow && before > 0 && isInitial(reading, i) ? LIKELY : 0
  if (token.written.length < 3) return 0
  if (isLastGiven(reading, i)) return LIKELY
  if (isLow ? isNameInLowLine(reading, i, before) : isAddressed(reading, i) && isListed(reading, i)) return LIKELY
  return isCuedName(reading, i, isLow) ? LIKELY : 0
}

function isCuedName(reading: Reading, i: number, isLow: boolean): boolean {
  if (isCalledBehind(reading, i) && (isGiven(reading, i) || (isLow && isListed(reading, i)))) return true
  return isGiven(reading, i) && (isKinBefore(reading, i) || (isLow && isCued(reading, i)))
}

const isInitial = ({ tokens }: Reading, i: number) => tokens[i]?.gap === " " && /^\./.test(tokens[i + 1]?.gap ?? ".")

/** Recognises a name in a line in which no word has a capital, or each has. */
function isNameInLowLine(reading: Reading, i: number, before: number): boolean {
  const { tokens } = reading
  if (before > 0 && /^[ -]$/.test(tokens[i]?.gap ?? "") && isListed(reading, i)) return true
  if (isAddressed(reading, i) && (isListed(reading, i) || !POLITE.has(tokens[i - 1]?.low ?? ""))) return true
  return isNameDue(reading, i)
}

/** Says whether an introduction, an opening or a sign-off stands beside the word. */
function isCued(reading: Reading, i: number): boolean {
  const { tokens } = reading
  if (isIntroduced(reading, i)) return true
  const isApart = /^[ ,.]+$/.test(tokens[i]?.gap ?? "")
  if (isApart && (OPENINGS.endingAt(tokens, i - 1) > 0 || SIGN_OFFS.endingAt(tokens, i - 1) > 0)) return true
  return tokens[i + 1]?.gap === " " && INTRODUCTIONS_BEHIND.has(tokens[i + 1]?.low ?? "")
}

/** Says whether "my sister" stands before the word, also with "my" behind it and with a comma: "anak saya, dewi". */
function isKinBefore({ tokens }: Reading, i: number): boolean {
  if (!/^,? $/.test(tokens[i]?.gap ?? "")) return false
  if (KIN.has(tokens[i - 1]?.low ?? "")) return true
  return tokens[i - 1]?.gap === " " && KIN.has(tokens[i - 2]?.low ?? "") && (tokens[i - 1]?.low.length ?? 9) < 5
}

/** Raises the words with capitals before a sure name in the same row: "Niels" before "Jensen". */
function raiseRow({ tokens }: Reading, i: number, { chance }: Scores) {
  for (let k = i; k > 0 && /^(?:[ -]|\. ?)$/.test(tokens[k]?.gap ?? ""); k--) {
    if ((chance[k - 1] ?? 0) < CAPITAL || !isCapital(tokens[k - 1])) return
    if ((chance[k - 1] ?? 0) >= LIKELY) return
    chance[k - 1] = LIKELY
  }
}

function tellKind({ known }: Reading, i: number, { kinds }: Scores) {
  const classes = known[i]?.classes ?? 0
  const isPlace = (classes & (CLASS.town | CLASS.country)) !== 0 && !(classes & (CLASS.given | CLASS.family))
  for (const [kind, name] of KINDS.entries())
    kinds[i * KINDS.length + kind] = name === (isPlace ? "PLACE" : "PERSON") ? 1 : 0
}

/** A capital word, an apostrophe and an ending: "Elif'in", "Demir’e". */
const ENDING_BEHIND_APOSTROPHE = /^\p{Lu}\p{Ll}{2,}['’]\p{Ll}{1,5}$/u
/** The values of Reading.lineCase. */
const LOWER = 1
const ALL_CAPITALS = 2
const EACH_WORD = 3
/** The most words behind the first one of a name, and the fewest before a name that ends the text. */
const MOST_OF_NAME = 3
const FEWEST_BEFORE = 4
/** A line of more words in which each has a capital is a heading. */
const SHORT_LINE = 4
