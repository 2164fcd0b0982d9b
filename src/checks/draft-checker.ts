import type { Claim, Source } from "../ticket/draft.ts"
import type { MaskedTicket } from "../ticket/masked-ticket.ts"
import { markSentenceLanguage } from "./draft-language.ts"
import { holdBesideInjection } from "./injection/ticket-orders.ts"
import { supportChecker } from "./judge-sentence.ts"
import type { CheckedDraft } from "./sentence/sentence-check.ts"
import { sentenceChecks } from "./sentence-checks.ts"

export type DraftChecker = (sentence: string, start: number) => Claim

/** What a letter is checked against. */
export interface CheckedLetter {
  ticket: MaskedTicket
  sources: Source[]
  language: string | null
  /** The day on which it is written, as YYYY-MM-DD. */
  today: string
}

/**
 * Creates a function that runs every check on a finished sentence. `start` is the sentence's offset in the draft.
 * @param today the day on which the draft is written, as YYYY-MM-DD; by default, when the customer wrote last
 */
export function createDraftChecker(
  ticket: MaskedTicket,
  sources: Source[],
  language: string | null,
  today?: string
): DraftChecker {
  const support = supportChecker(ticket, sources, { language, today })
  // What was promised to another customer is no rule for this one, and a file may say anything.
  const rules = sources.filter(({ kind }) => kind !== "ticket" && kind !== "attachment")
  const mark = sentenceMarker({ ticket, sources: rules, language })
  const hold = holdBesideInjection(ticket, sources, language)
  return (sentence, start) => {
    const claim = markSentenceLanguage(sentence, mark(support(sentence, start), sentence), language)
    return hold(claim, sentence)
  }
}

/** What each open draft is checked against, by its key, inside the thread that checks. */
const checkers = new Map<string, DraftChecker>()

/** Reads ticket and sources once, for `checkByKey` with the same key, until `forgetDraftChecker`. */
export function keepDraftChecker(key: string, { ticket, sources, language, today }: CheckedLetter): void {
  checkers.set(key, createDraftChecker(ticket, sources, language, today))
}

/** Checks with what `key` keeps. @throws Error if nothing is kept under this key */
export function checkByKey(key: string, sentence: string, start: number): Claim {
  const checker = checkers.get(key)
  if (!checker) throw new Error("What the sentence is checked against is gone.")
  return checker(sentence, start)
}

export function forgetDraftChecker(key: string): void {
  checkers.delete(key)
}

/**
 * Runs every sentence check on a sentence whose support was judged. A sentence with a finding is never shown as fine.
 * One that a source contradicts stays so, because that says more.
 */
function sentenceMarker(drafting: CheckedDraft): (claim: Claim, sentence: string) => Claim {
  const opened = sentenceChecks.map(({ why, open }) => ({ why, find: open(drafting) }))
  return (claim, sentence) => {
    if (claim.state === "contradicts") return claim
    for (const { why, find } of opened) {
      const mark = find(sentence)
      if (mark)
        return {
          start: claim.start,
          end: claim.end,
          sources: [],
          ...(mark.reason === undefined ? { why } : {}),
          ...mark,
          isFixed: true
        }
    }
    return claim
  }
}
