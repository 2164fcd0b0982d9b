import { markSentenceLanguage, sentenceMarker, supportChecker } from "../../checks/index.ts"
import type { Claim, Source } from "../../ticket/draft.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { runInWorker, MAX_INLINE_CHARACTERS } from "../../runtime/worker-thread/run-in-worker.ts"
import { ticketSize } from "../../ticket/ticket-size.ts"

export type DraftChecker = (sentence: string, start: number) => Claim

/** All that a finished sentence is looked at for. */
export function createDraftChecker(ticket: MaskedTicket, sources: Source[], language: string | null): DraftChecker {
  const support = supportChecker(ticket, sources, { language })
  const mark = sentenceMarker({ ticket, sources, language })
  return (sentence, start) => markSentenceLanguage(sentence, mark(support(sentence, start), sentence), language)
}

export interface OpenDraftChecker {
  check(sentence: string, start: number): Promise<Claim>
  /** What was read of the ticket is forgotten. */
  close(): void
}

/** The same, in the thread beside where the ticket is large. */
export async function openDraftChecker(
  ticket: MaskedTicket,
  sources: Source[],
  language: string | null
): Promise<OpenDraftChecker> {
  if (ticketSize(ticket) <= MAX_INLINE_CHARACTERS) {
    const judge = createDraftChecker(ticket, sources, language)
    return { check: async (sentence, start) => judge(sentence, start), close: () => undefined }
  }
  const key = crypto.randomUUID()
  await runInWorker(OPEN, key, ticket, sources, language)
  return {
    check: (sentence, start) => runInWorker(CHECK, key, sentence, start),
    close: () => void runInWorker(FORGET, key).catch(() => undefined)
  }
}

/** In the thread: what each open draft is judged by. */
const judges = new Map<string, DraftChecker>()

/** Reads ticket and sources once, for `checkByKey` with the same key, until `forgetDraftChecker`. */
export function keepDraftChecker(key: string, ticket: MaskedTicket, sources: Source[], language: string | null): void {
  judges.set(key, createDraftChecker(ticket, sources, language))
}

/** @throws Error when nothing is kept under this key */
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
