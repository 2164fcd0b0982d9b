import type { Sentence } from "../../../../text/sentences.ts"
import { askingWords } from "../../words/asking.ts"
import { requestWords } from "../../words/requests.ts"
import { isOfOthers, spansOf, type Span } from "./asking.ts"
import { asksWhether, isRefused, isTypedByCustomer } from "./honest.ts"

/** Words of asking with their place and the weight of their evidence. */
export interface Ask extends Span {
  weight: number
  /** It refers to nothing that an earlier sentence named. */
  hereOnly?: boolean
  /** Its "without" denies nothing. */
  without?: boolean | undefined
}

/** What one sentence says about asking, whatever it asks for. */
export interface Signs {
  text: string
  asks: Ask[]
  /** It says what we do with the answer. */
  hasReason: boolean
  /** Only the customer types it in, it is for nobody, or it is covered. */
  isForCustomer: boolean
  points: Span[]
  /** Returns those of further words of asking that are neither denied nor about others. */
  meantOf(asks: Ask[]): Ask[]
}

/** Reads the signs of a sentence once. Words of asking that are denied or about others are left out. */
export function signsOf(sentence: Sentence): Signs {
  const known = read.get(sentence)
  if (known) return known
  const signs = readSigns(sentence.text)
  read.set(sentence, signs)
  return signs
}

function readSigns(text: string): Signs {
  const isOthers = isOfOthers(text)
  const isMeant = (ask: Ask) => (ask.without === true || !isRefused(text, ask)) && !asksWhether(text, ask)
  const meantOf = (asks: Ask[]) => (isOthers ? [] : asks.filter(isMeant))
  const asks = PATTERNS.flatMap(({ pattern, weight, without }) =>
    spansOf(pattern, text).map((span): Ask => ({ ...span, weight: isOurs(text, span) ? OURS : weight, without }))
  )
  return {
    text,
    asks: meantOf(asks),
    hasReason: REASON.test(text),
    isForCustomer: isTypedByCustomer(text) || COVER.test(text),
    // The polite "Sie" points at nothing.
    points: spansOf(POINT, text).filter(({ start, end }) => text.slice(start, end) !== "Sie"),
    meantOf
  }
}

const read = new WeakMap<Sentence, Signs>()

/** Says whether we are the ones who need or have it, or whether it comes to us. */
const isOurs = (text: string, { start, end }: Span) => FIRST.test(text.slice(start, end))

const OURS = 2
const PATTERNS: { pattern: RegExp; weight: number; without?: boolean }[] = [
  { pattern: askingWords(({ hand }) => hand), weight: 2 },
  { pattern: askingWords(({ need }) => need), weight: 1 },
  { pattern: askingWords(({ once }) => once), weight: 1.5, without: true },
  { pattern: askingWords(({ use }) => use), weight: 1 },
  { pattern: askingWords(({ question }) => question), weight: 1.5 }
]
const COVER = new RegExp(requestWords(({ cover }) => cover).source, "iu")
const REASON = askingWords(({ reason }) => reason, "iu")
const POINT = askingWords(({ point }) => point)
/** Matches the first person, as a pronoun or as the ending of a verb. */
const FIRST = new RegExp(
  "(?<!\\p{L})(?:i|me|my|we|us|our|ich|mir|mich|wir|uns|je|j|me|moi|nous|yo|nos|mí|eu|mim|nós|" +
    "(?:necesit|precis|esper|aguard|requer|solicit|necessit)(?:o|amos|emos|imos|aré|aremos|ei)|quisiera|gostaria)(?!\\p{L})|" +
    "私|こちら|弊社|当方|当社",
  "iu"
)
