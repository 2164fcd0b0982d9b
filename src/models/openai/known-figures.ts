import { supportChecker } from "../../checks/judge-sentence.ts"
import { languageOfThread } from "../../text/language-of-thread.ts"
import type { Claim } from "../../ticket/draft.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import type { WorkerJob } from "../../runtime/worker-thread/run-in-worker.ts"

/**
 * Returns for each line whether the ticket contains its figures. The words may be the model's own, but figures are
 * wrong if a single character differs.
 */
export function linesWithKnownFigures(ticket: MaskedTicket, lines: string[]): boolean[] {
  const check = supportChecker(ticket, [], { language: languageOfThread(ticket) })
  return lines.map((line) => {
    const { state, reason } = check(line, 0)
    return !(state === "no-source" && FIGURES.has(reason)) && state !== "contradicts"
  })
}

const FIGURES = new Set<Claim["reason"]>(["number", "money", "duration", "date", "link"])

/** Runs in a worker thread if the ticket is large. */
export const knownFiguresJob = { module: import.meta.url, run: linesWithKnownFigures } satisfies WorkerJob<
  Parameters<typeof linesWithKnownFigures>,
  ReturnType<typeof linesWithKnownFigures>
>
