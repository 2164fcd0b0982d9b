import { parentPort, workerData } from "node:worker_threads"
import type { MaskRules } from "../../../masking/basis/masking-rules.ts"
import { maskPair, MaskUnfinished, type SolvedTicket } from "./masked-pair.ts"

/**
 * This thread masks: it receives a ticket and answers with `{pair}` or `{fault}`. Only ticket-masker.ts starts it and
 * passes it the masking rules.
 */
const rules: MaskRules = workerData

parentPort?.on("message", (ticket: SolvedTicket) => {
  try {
    parentPort?.postMessage({ pair: maskPair(ticket, rules) })
  } catch (error) {
    // The error's message is never passed on, because it could contain the text.
    parentPort?.postMessage({
      fault: error instanceof MaskUnfinished ? "unfinished" : error instanceof Error ? error.name : "Error"
    })
  }
})
parentPort?.postMessage({ ready: true })
