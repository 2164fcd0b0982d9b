import { languageOfThread } from "../../text/language-of-thread.ts"
import { MAX_EARLIER_PROMISES } from "../../ticket/earlier-ticket.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { mostTelling, saidIn, withoutCorrected } from "./said-in.ts"
import { timeLimitIn } from "./speech-acts.ts"

/** An earlier ticket of the same requester, masked, of which only the promises are wanted. */
export interface PromisesJob {
  kind: "promises"
  ticket: MaskedTicket
}

/** A sentence of the team's that promises something, word for word with single spaces. */
export interface PromiseSaid {
  text: string
  /** When it was written, ISO 8601. */
  at: string
}

/**
 * Returns what the team promised in a thread, as the summary without a model finds it: at most three sentences in the
 * thread's order, those with a time limit first.
 */
export function runPromisesJob({ ticket }: PromisesJob): PromiseSaid[] {
  const language = languageOfThread(ticket)
  const said = withoutCorrected(ticket.messages.flatMap((message, at) => saidIn(message, at, language)))
  const promises = said.filter(({ message, acts, text }) => {
    return message.role === "agent" && acts.isPromise && text.length <= LONGEST
  })
  return mostTelling(promises, ({ text }) => timeLimitIn(text, language) !== undefined, MAX_EARLIER_PROMISES).map(
    ({ text, message }) => ({ text, at: message.at })
  )
}

/** A longer sentence says more than a promise. */
const LONGEST = 300
