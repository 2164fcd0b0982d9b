import type { CheckedLetter, checkByKey, forgetDraftChecker, keepDraftChecker } from "../../../checks/draft-checker.ts"
import { inSpan } from "../../../runtime/scope/span.ts"
import { laneFor, runInLane, type NamedJob } from "../../../runtime/worker-thread/run-in-worker.ts"
import { loadJob } from "../../../runtime/worker-thread/load-job.ts"
import type { Claim } from "../../../ticket/draft.ts"
import { ticketSize } from "../../../ticket/masked-ticket.ts"

export interface OpenDraftChecker {
  check(sentence: string, start: number): Promise<Claim>
  /** Discards what was read of the ticket. */
  close(): void
}

/**
 * Creates a checker. Its checks run where the ticket's size says. Ticket and sources are read while the model is asked,
 * and the first check waits for that. Once `signal` aborts, checks that have not begun are dropped.
 */
export function openDraftChecker(letter: CheckedLetter, signal: AbortSignal): OpenDraftChecker {
  const lane = laneFor(ticketSize(letter.ticket))
  const key = crypto.randomUUID()
  const opened = runInLane(lane, { ...OPEN, signal }, key, letter)
  opened.catch(() => undefined)
  return {
    check: async (sentence, start) => {
      await opened
      return inSpan("check", {}, () => runInLane(lane, { ...CHECK, signal }, key, sentence, start))
    },
    close: () => void opened.then(() => runInLane(lane, FORGET, key)).catch(() => undefined)
  }
}

/** Loads the checks where they run in this thread: the first draft would hold up everybody else's answers. */
export async function loadChecks(): Promise<void> {
  if (laneFor(0) === "here") await loadJob(OPEN)
}

const module = new URL("../../../checks/draft-checker.ts", import.meta.url).href
const OPEN: NamedJob<typeof keepDraftChecker> = { module, name: "keepDraftChecker", canWait: true }
const CHECK: NamedJob<typeof checkByKey> = { module, name: "checkByKey", canWait: true }
const FORGET: NamedJob<typeof forgetDraftChecker> = { module, name: "forgetDraftChecker", canWait: true }
