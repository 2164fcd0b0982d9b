import { supportChecker } from "../../checks/index.ts"
import { languageOfThread } from "../../text/language-of-thread.ts"
import type { Claim } from "../../ticket/draft.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import type { WorkerJob } from "../../runtime/worker-thread/run-in-worker.ts"

/**
 * Of each line whether the ticket holds its figures. Words may be the model's own; what can be wrong by a letter may
 * not.
 */
export function linesWithKnownFigures(ticket: MaskedTicket, lines: string[]): boolean[] {
  const check = supportChecker(ticket, [], { language: languageOfThread(ticket) })
  return lines.map((line) => {
    const { state, reason } = check(line, 0)
    return !(state === "no-source" && FIGURES.has(reason)) && state !== "contradicts"
  })
}

const FIGURES = new Set<Claim["reason"]>(["number", "money", "duration", "date", "link"])

/** For large tickets, in the thread beside. */
export const knownFiguresJob = { module: import.meta.url, run: linesWithKnownFigures } satisfies WorkerJob<
  Parameters<typeof linesWithKnownFigures>,
  ReturnType<typeof linesWithKnownFigures>
>
