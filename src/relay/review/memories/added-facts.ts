import { isCourtesy } from "../../../checks/courtesy.ts"
import { patternsFor } from "../../../checks/evidence/patterns.ts"
import { findInjection } from "../../../checks/injection/find-injection.ts"
import { promiseIn, relativeTimes } from "../../../checks/promises.ts"
import { supportChecker } from "../../../checks/judge-sentence.ts"
import { facts, type FactKind } from "../../../text/facts.ts"
import { isOtherLanguage } from "../../../text/language.ts"
import { isLanguage } from "../../../text/languages.ts"
import { sentences } from "../../../text/sentences.ts"
import { contentWords } from "../../../text/words/words.ts"
import type { DiffRow } from "../../../text/reply-diff.ts"
import type { Source } from "../../../ticket/draft.ts"
import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
import { adaptReply } from "../../drafting/offline/solved/adapt-reply.ts"
import { VOICES } from "../../drafting/voices/voice.ts"
import { textOf } from "./row-text.ts"

/** A sentence that an agent added to a draft. */
export interface AddedFact {
  text: string
  /** The id of the source that says otherwise. */
  against?: string
}

/**
 * Returns the sentences that an agent added and that state something for every customer that no source says. What was
 * done or is promised for this one customer, a day, a link and courtesy are left out, and so is what the ticket says.
 * @param sources those of the draft, internal ones too
 */
export function addedFacts(
  rows: readonly DiffRow[],
  { ticket, sources, language }: { ticket: MaskedTicket; sources: readonly Source[]; language: string }
): AddedFact[] {
  const added = rows
    .filter(({ kind }) => kind === "added")
    .flatMap(({ sent }) => sentences(textOf(sent), language).map(({ text }) => text.replace(/\s+/g, " ").trim()))
    .filter((text) => isGeneral(text, language))
  if (added.length === 0) return []
  const check = supportChecker(ticket, [...sources], { language })
  return added.flatMap((text): AddedFact[] => {
    const { state, sources: numbers } = check(text, 0)
    if (state === "no-source" || state === "not-found") return [{ text }]
    if (state !== "contradicts" && state !== "look-again") return []
    const against = sources.find(({ n }) => n > 0 && n === numbers[0])?.id
    return against === undefined ? [] : [{ text, against }]
  })
}

function isGeneral(text: string, language: string): boolean {
  if (!isLanguage(language) || text.length > MAX_CHARACTERS || !PLAIN.test(text)) return false
  if (contentWords(text, language).length < MIN_WORDS || isCourtesy(text, language)) return false
  // A reply may go on in the customer's language, and may quote what somebody wants a machine to do.
  if (isOtherLanguage(text, language) || findInjection(text) !== undefined) return false
  if (promiseIn(text, language) || relativeTimes(text).length > 0) return false
  if (facts(text, language).some(({ kind }) => OF_ONE_TICKET.has(kind))) return false
  const voice = VOICES[language]
  // The patterns look everywhere in a text, so they remember where they were.
  if (voice.needsContext.test(text) || text.search(patternsFor(language)?.acts ?? NOTHING) !== -1) return false
  return adaptReply(text, [text], language, voice).left.length === 0
}

/** In characters. */
const MAX_CHARACTERS = 300
const MIN_WORDS = 3
/** A whole sentence, without placeholders, blanks and lists. */
const PLAIN = /^[\p{L}\p{N}"“„«「][^[\]{}<>\n]*[.!。！]["”“»」]?$/u
const OF_ONE_TICKET: ReadonlySet<FactKind> = new Set(["date", "weekday", "time", "link", "email", "code"])
const NOTHING = /(?!)/
