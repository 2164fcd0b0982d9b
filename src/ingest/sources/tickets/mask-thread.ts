import { parentPort, workerData } from "node:worker_threads"
import type { MaskRules } from "../../../masking/basis/masking-rules.ts"
import { maskPair, MaskUnfinished, type SolvedTicket } from "./masked-pair.ts"

/** The thread that masks: a ticket in, `{pair}` or `{fault}` out. Only masker.ts starts it, and gives it the rules. */
const rules: MaskRules = workerData

parentPort?.on("message", (ticket: SolvedTicket) => {
  try {
    parentPort?.postMessage({ pair: maskPair(ticket, rules) })
  } catch (error) {
    // Never its message: that could hold the text.
    parentPort?.postMessage({
      fault: error instanceof MaskUnfinished ? "unfinished" : error instanceof Error ? error.name : "Error"
    })
  }
})
parentPort?.postMessage({ ready: true })
