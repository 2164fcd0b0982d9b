import type { Sentence } from "../../../../text/sentences.ts"
import { askingWords } from "../../words/asking/words.ts"
import { requestWords } from "../../words/requests/words.ts"
import { isOfOthers, spansOf, type Span } from "../asking.ts"
import { asksWhether, isRefused, isTypedByCustomer } from "./honest.ts"

/** Words of asking at their place, and how much they tell that something is asked for. */
export interface Ask extends Span {
  weight: number
  /** It speaks of nothing that was named in an earlier sentence. */
  hereOnly?: boolean
  /** Its "without" denies nothing. */
  without?: boolean
}

/** What one sentence says about asking, whatever it asks for. */
export interface Signs {
  text: string
  asks: Ask[]
  /** It says what we do with the answer. */
  hasReason: boolean
  /** Only the customer types it in, or it is for nobody. */
  isOwn: boolean
  points: Span[]
  /** Those of further words of asking that are neither denied nor told of others. */
  refuseNone(asks: Ask[]): Ask[]
}

/** The signs of a sentence, read once; no words of asking that are denied or told of others. */
export function signsOf(sentence: Sentence): Signs {
  const known = read.get(sentence)
  if (known) return known
  const signs = readSigns(sentence.text)
  read.set(sentence, signs)
  return signs
}

function readSigns(text: string): Signs {
  const isTold = isOfOthers(text)
  const isMeant = (ask: Ask) => (ask.without === true || !isRefused(text, ask)) && !asksWhether(text, ask)
  const asks = isTold ? [] : PATTERNS.flatMap(([pattern, weight, without]) =>
    spansOf(pattern, text).map((span): Ask => ({ ...span, weight: isOurs(text, span) ? 2 : weight, without })).filter(isMeant))
  return {
    text,
    asks,
    hasReason: REASON.test(text),
    isOwn: isTypedByCustomer(text) || COVER.test(text),
    // The polite "Sie" points at nothing.
    points: spansOf(POINT, text).filter(({ start, end }) => text.slice(start, end) !== "Sie"),
    refuseNone: (more) => isTold ? [] : more.filter(isMeant)
  }
}

const read = new WeakMap<Sentence, Signs>()

/** Whether it is we who need or have it, or it comes to us. */
const isOurs = (text: string, { start, end }: Span) => FIRST.test(text.slice(start, end))

const PATTERNS: [pattern: RegExp, weight: number, without: boolean][] = [
  [askingWords(({ hand }) => hand), 2, false],
  [askingWords(({ need }) => need), 1, false],
  [askingWords(({ once }) => once), 1.5, true],
  [askingWords(({ use }) => use), 1, false],
  [askingWords(({ question }) => question), 1.5, false]
]
const COVER = new RegExp(requestWords(({ cover }) => cover).source, "iu")
const REASON = askingWords(({ reason }) => reason, "iu")
const POINT = askingWords(({ point }) => point)
const FIRST = new RegExp(
  "(?<!\\p{L})(?:i|me|my|we|us|our|ich|mir|mich|wir|uns|je|j|me|moi|nous|yo|nos|mí|eu|mim|nós|" +
    "(?:necesit|precis|esper|aguard|requer|solicit|necessit)(?:o|amos|emos|imos|aré|aremos|ei))(?!\\p{L})|私|こちら|弊社|当方|当社",
  "iu"
)
