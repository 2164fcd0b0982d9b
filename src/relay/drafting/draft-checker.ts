import { markSentenceLanguage, sentenceMarker, supportChecker } from "../../checks/index.ts"
import type { Claim, Source } from "../../ticket/draft.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { inSpan } from "../../runtime/scope/span.ts"
import { runInWorker, MAX_INLINE_CHARACTERS } from "../../runtime/worker-thread/run-in-worker.ts"
import { ticketSize } from "../../ticket/ticket-size.ts"

export type DraftChecker = (sentence: string, start: number) => Claim

/** Creates a function that runs every check on a finished sentence. `start` is the sentence's offset in the draft. */
export function createDraftChecker(ticket: MaskedTicket, sources: Source[], language: string | null): DraftChecker {
  const support = supportChecker(ticket, sources, { language })
  // What was promised to another customer is no rule for this one.
  const mark = sentenceMarker({ ticket, sources: sources.filter(({ kind }) => kind !== "ticket"), language })
  return (sentence, start) => markSentenceLanguage(sentence, mark(support(sentence, start), sentence), language)
}

export interface OpenDraftChecker {
  check(sentence: string, start: number): Promise<Claim>
  /** Discards what was read of the ticket. */
  close(): void
}

/** Creates a checker. If the ticket is large, the checks run in the worker thread. */
export async function openDraftChecker(
  ticket: MaskedTicket,
  sources: Source[],
  language: string | null
): Promise<OpenDraftChecker> {
  if (ticketSize(ticket) <= MAX_INLINE_CHARACTERS) {
    const judge = createDraftChecker(ticket, sources, language)
    return { check: (sentence, start) => inSpan("check", {}, () => judge(sentence, start)), close: () => undefined }
  }
  const key = crypto.randomUUID()
  await runInWorker(OPEN, key, ticket, sources, language)
  return {
    check: (sentence, start) => inSpan("check", {}, () => runInWorker(CHECK, key, sentence, start)),
    close: () => void runInWorker(FORGET, key).catch(() => undefined)
  }
}

/** Inside the worker thread: what each open draft is checked against, by its key. */
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
const CHECK = { module: import.meta.url, run: checkByKey }
const FORGET = { module: import.meta.url, run: forgetDraftChecker }
