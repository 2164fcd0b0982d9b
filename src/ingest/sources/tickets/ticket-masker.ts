import { Worker } from "node:worker_threads"
import type { MaskRules } from "../../../masking/basis/masking-rules.ts"
import { DocumentError } from "../../formats/common/format.ts"
import type { MaskedPair, SolvedTicket } from "./masked-pair.ts"

export interface TicketMasker {
  /**
   * Masks in a thread of its own, one ticket at a time, with an end.
   * @throws DocumentError where it took too long or failed: nothing of the ticket may be stored; the signal's reason
   * when aborted
   */
  mask(ticket: SolvedTicket, signal: AbortSignal): Promise<MaskedPair>
  close(): void
}

interface Options {
  /** Milliseconds that a ticket of so many characters may take. */
  deadline?: (characters: number) => number
  /** In tests, what stands in for the thread's script. */
  script?: URL
}

/** @param rules the team's; its mode makes nothing weaker here */
export function createTicketMasker(
  rules: MaskRules,
  { deadline = deadlineFor, script = new URL("mask-thread.ts", import.meta.url) }: Options = {}
): TicketMasker {
  let thread: Promise<Worker> | undefined
  let lane: Promise<unknown> = Promise.resolve()
  const end = async () => {
    const ended = thread
    thread = undefined
    await ended?.then(
      (worker) => worker.terminate(),
      () => undefined
    )
  }

  async function run(ticket: SolvedTicket, characters: number, signal: AbortSignal): Promise<MaskedPair> {
    signal.throwIfAborted()
    thread ??= start(rules, script)
    try {
      const worker = await thread
      signal.throwIfAborted()
      return await ask(worker, ticket, deadline(characters), signal)
    } catch (error) {
      if (!(error instanceof Failed)) {
        // What it was busy with must not answer the next.
        await end()
        throw error
      }
      throw new DocumentError(`What stands in it could not be masked (${error.message}), so nothing of it was taken.`, {
        cause: error
      })
    }
  }

  return {
    async mask(ticket, signal) {
      const { subject, question, reply, tags, around } = ticket
      const characters = [subject, question, reply, ...tags, ...around].reduce((sum, text) => sum + text.length, 0)
      if (characters > MOST_CHARACTERS)
        throw new DocumentError(
          `It holds ${characters} characters, more than the ${MOST_CHARACTERS} that are masked at once.`
        )
      const turn = lane.then(() => run(ticket, characters, signal))
      // Whoever asked is told; the next one's turn comes all the same.
      lane = turn.catch(() => undefined)
      return turn
    },
    close: () => void end()
  }
}

/** Most characters of one ticket, what is only looked at among them. */
export const MOST_CHARACTERS = 100_000

/** More than the browser gives: nobody waits, and a busy machine must not cost a ticket. */
function deadlineFor(characters: number): number {
  return 5_000 + characters / 4
}

/** The thread answered that it failed; it can take the next. */
class Failed extends Error {}

interface Answer {
  ready?: true
  pair?: MaskedPair
  fault?: string
}

function start(rules: MaskRules, script: URL): Promise<Worker> {
  const worker = new Worker(script, { workerData: rules })
  return new Promise((resolve, reject) => {
    const broke = (cause: unknown) =>
      reject(new DocumentError("Masking could not be started, so nothing of it was taken.", { cause }))
    worker
      .once("message", () => resolve(worker))
      .once("error", broke)
      .once("exit", broke)
  })
}

async function ask(worker: Worker, ticket: SolvedTicket, deadline: number, signal: AbortSignal): Promise<MaskedPair> {
  const { promise, resolve, reject } = Promise.withResolvers<MaskedPair>()
  const abort = () => reject(signal.reason)
  const timer = setTimeout(
    () => reject(new DocumentError("Masking it took too long and was stopped, so nothing of it was taken.")),
    deadline
  )
  const broke = (cause: unknown) =>
    reject(new DocumentError("Masking broke off, so nothing of it was taken.", { cause }))
  const answer = ({ pair, fault = "no answer" }: Answer) => (pair ? resolve(pair) : reject(new Failed(fault)))
  signal.addEventListener("abort", abort, { once: true })
  worker.on("message", answer).on("error", broke).on("exit", broke)
  worker.postMessage(ticket)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    signal.removeEventListener("abort", abort)
    worker.off("message", answer).off("error", broke).off("exit", broke)
  }
}
