import { functionWordLanguages } from "../../text/language/function-words.ts"
import { CLASS, NAME_LIKE } from "../names/knowledge.ts"
import { PARTICLES } from "../names/name-cue-words.ts"
import type { Reading } from "../names/reading.ts"
import { KINDS, type Scores } from "../names/score.ts"
import { isCapital, isNumber, SHAPE } from "../names/tokens.ts"
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
import { LABELS } from "../names/context-words.ts"
import { signaturesIn } from "./signatures.ts"

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
  const { tokens, lineCase } = reading
  const token = tokens[i]
  if (!token) return 0
  if (isAddressed(reading, i) && !ADDRESSEES.has(token.low)) return SURE
  const isRow = before >= CAPITAL && isCapital(tokens[i - 1]) && /^(?:[ -]|\. ?)$/.test(token.gap)
  if (isStop(reading, i) && !(isRow && token.begins === 0 && isListed(reading, i))) return 0
  if (isCalledBehind(reading, i)) return SURE
  const isShort = token.shape === SHAPE.shortCapitals || token.shape === SHAPE.capitals || token.shape === SHAPE.camel
  if (isShort) return isListed(reading, i) && token.written.length > 3 ? LIKELY : isRow ? CAPITAL : 0
  if (isRow && before >= LIKELY) return LIKELY
  if (token.begins > 0) return firstChance(reading, i)
  if (isNameDue(reading, i) || isIntroduced(reading, i) || isKinBefore(reading, i)) return SURE
  const isBehind = (words: ReadonlySet<string>) => token.gap === " " && words.has(tokens[i - 1]?.low ?? "")
  if (isBehind(LABELS) && !isGiven(reading, i)) return 0
  if (isPersonName(reading, i)) return SURE
  if (isBehind(DETERMINERS) && (!isCapital(tokens[i - 1]) || (tokens[i - 1]?.begins ?? 0) > 0)) return 0
  if (isListed(reading, i)) return SURE
  if (ENDING_BEHIND_APOSTROPHE.test(token.written) || token.possessive) return LIKELY
  const next = tokens[i + 1]
  if (next?.gap === " " && isNumber(next)) return 0
  return lineCase[i] === EACH_WORD && (reading.lineWords[i] ?? 0) > SHORT_LINE ? 0 : CAPITAL
}

/** A word that begins a sentence has a capital anyway. */
function firstChance(reading: Reading, i: number): number {
  const { tokens } = reading
  const token = tokens[i]
  const next = tokens[i + 1]
  if (!token) return 0
  if (isGiven(reading, i) && token.written.length > 2) return SURE
  if (ENDING_BEHIND_APOSTROPHE.test(token.written) || token.possessive) return LIKELY
  if (!next || isStop(reading, i + 1)) {
    const second = tokens[i + 2]
    const isPair =
      next?.gap === " " && CONJUNCTIONS.has(next.low) && second?.gap === " " && second.shape === SHAPE.capital
    return isPair && !isStop(reading, i + 2) ? CAPITAL : 0
  }
  const isRow = /^[ -]$/.test(next.gap) && next.shape === SHAPE.capital
  if (!isRow) return 0
  if (isListed(reading, i)) return LIKELY
  // "Mag" in "Mag Willemijn het pakket ophalen?" is an ordinary word, "Sjuul" in "Sjuul Terpstra" is none.
  const isFamily = isListed(reading, i + 1) && !isGiven(reading, i + 1)
  return isFamily && reading.known[i]?.ordinary === 0 ? LIKELY : 0
}

/** "Chiara B.", "W. Hoekstra". */
function initialChance(reading: Reading, i: number, before: number): number {
  const { tokens } = reading
  const next = tokens[i + 1]
  if (!/^\./.test(next?.gap ?? ".")) return 0
  if (before >= CAPITAL && tokens[i]?.gap === " ") return LIKELY
  return isAddressed(reading, i) || (next?.shape === SHAPE.capital && /^\. ?$/.test(next.gap)) ? LIKELY : 0
}

/** In lower case, and in a line of capitals, only a cue and the lists of names tell a name. */
function lowerChance(reading: Reading, i: number, before: number): number {
  const { tokens, lineCase } = reading
  const token = tokens[i]
  if (!token || isStop(reading, i) || KIN.has(token.low)) return 0
  const low = lineCase[i] === LOWER || lineCase[i] === ALL_CAPITALS
  const last = tokens[i - 1]
  if (token.written.length === 1)
    return low && before > 0 && token.gap === " " && /^\./.test(tokens[i + 1]?.gap ?? ".") ? LIKELY : 0
  if (token.written.length < 3) return 0
  if (low && before > 0 && /^[ -]$/.test(token.gap) && isListed(reading, i)) return LIKELY
  if (isAddressed(reading, i) && (isListed(reading, i) || (low && !POLITE.has(last?.low ?? "")))) return LIKELY
  if (low && isNameDue(reading, i)) return LIKELY
  if (!isGiven(reading, i)) return isCalledBehind(reading, i) && low && isListed(reading, i) ? LIKELY : 0
  if (isCalledBehind(reading, i) || isKinBefore(reading, i)) return LIKELY
  if (!low) return 0
  const isCued =
    isIntroduced(reading, i) ||
    (/^[ ,.]+$/.test(token.gap) && (OPENINGS.endingAt(tokens, i - 1) > 0 || SIGN_OFFS.endingAt(tokens, i - 1) > 0)) ||
    (tokens[i + 1]?.gap === " " && INTRODUCTIONS_BEHIND.has(tokens[i + 1]?.low ?? ""))
  return isCued ? LIKELY : 0
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
/** A line of more words in which each has a capital is a heading. */
const SHORT_LINE = 4
