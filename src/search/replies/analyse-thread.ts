import { languageOfThread } from "../../text/language-of-thread.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { newlyWrittenText } from "../query/query.ts"
import { analyseText, type AnalysedText } from "./analyse-text.ts"
import type { WorkerJob } from "../../runtime/worker-thread/run-in-worker.ts"

export interface ThreadTurn {
  /** The subject comes last, as if it had been said before everything else. */
  role: "customer" | "agent" | "subject"
  text: AnalysedText
}

/** Returns the public turns of a ticket as `rankReplies` takes them, newest first and without the mail they quote. */
export function analyseThread(ticket: Pick<MaskedTicket, "subject" | "messages" | "locale">): ThreadTurn[] {
  const language = languageOfThread(ticket)
  const cut = (role: ThreadTurn["role"], text: string): ThreadTurn[] => {
    const own = newlyWrittenText(text)
    return /[\p{L}\p{N}]/u.test(own) ? [{ role, text: analyseText(own, language) }] : []
  }
  return [
    ...ticket.messages
      .slice(-MESSAGES)
      .reverse()
      .flatMap(({ role, text }) => (role === "system" ? [] : cut(role, text))),
    ...cut("subject", ticket.subject)
  ]
}

const MESSAGES = 20

/** Runs in a worker thread if the ticket is large. */
export const analyseThreadJob = { module: import.meta.url, run: analyseThread } satisfies WorkerJob<
  Parameters<typeof analyseThread>,
  ReturnType<typeof analyseThread>
>
