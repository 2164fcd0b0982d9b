import { holdBesideInjection, markSentenceLanguage, sentenceMarker, supportChecker } from "../../checks/index.ts"
import type { Claim, Source } from "../../ticket/draft.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { inSpan } from "../../runtime/scope/span.ts"
import { laneFor, runInLane } from "../../runtime/worker-thread/run-in-worker.ts"
import { ticketSize } from "../../ticket/ticket-size.ts"

export type DraftChecker = (sentence: string, start: number) => Claim

/** Creates a function that runs every check on a finished sentence. `start` is the sentence's offset in the draft. */
export function createDraftChecker(ticket: MaskedTicket, sources: Source[], language: string | null): DraftChecker {
  const support = supportChecker(ticket, sources, { language })
  // What was promised to another customer is no rule for this one, and a file may say anything.
  const rules = sources.filter(({ kind }) => kind !== "ticket" && kind !== "attachment")
  const mark = sentenceMarker({ ticket, sources: rules, language })
  const hold = holdBesideInjection(ticket, sources, language)
  return (sentence, start) => {
    const claim = markSentenceLanguage(sentence, mark(support(sentence, start), sentence), language)
    return hold(claim, sentence)
  }
}

export interface OpenDraftChecker {
  check(sentence: string, start: number): Promise<Claim>
  /** Discards what was read of the ticket. */
  close(): void
}

/**
 * Creates a checker. Its checks run where the ticket's size says. Ticket and sources are read while the model is asked,
 * and the first check waits for that. Once `signal` aborts, checks that have not begun are dropped.
 */
export function openDraftChecker(
  ticket: MaskedTicket,
  sources: Source[],
  language: string | null,
  signal: AbortSignal
): OpenDraftChecker {
  const lane = laneFor(ticketSize(ticket))
  const key = crypto.randomUUID()
  const opened = runInLane(lane, { ...OPEN, signal }, key, ticket, sources, language)
  opened.catch(() => undefined)
  return {
    check: async (sentence, start) => {
      await opened
      return inSpan("check", {}, () => runInLane(lane, { ...CHECK, signal }, key, sentence, start))
    },
    close: () => void opened.then(() => runInLane(lane, FORGET, key)).catch(() => undefined)
  }
}

/** Inside the thread that checks: what each open draft is checked against, by its key. */
const judges = new Map<string, DraftChecker>()

/** Reads ticket and sources once, for `checkByKey` with the same key, until `forgetDraftChecker`. */
export function keepDraftChecker(key: string, ticket: MaskedTicket, sources: Source[], language: string | null): void {
  judges.set(key, createDraftChecker(ticket, sources, language))
}

/** Checks with what `key` keeps. @throws Error if nothing is kept under this key */
export function checkByKey(key: string, sentence: string, start: number): Claim {
  const judge = judges.get(key)
  if (!judge) throw new Error("What the sentence is judged by is gone.")
  return judge(sentence, start)
}

export function forgetDraftChecker(key: string): void {
  judges.delete(key)
}

const OPEN = { module: import.meta.url, run: keepDraftChecker }
const CHECK = { module: import.meta.url, run: checkByKey, canWait: true }
const FORGET = { module: import.meta.url, run: forgetDraftChecker, canWait: true }
