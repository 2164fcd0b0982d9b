import { Worker } from "node:worker_threads"
import type { MaskRules } from "../../../masking/basis/masking-rules.ts"
import { DocumentError } from "../../formats/common/format.ts"
import type { MaskedPair, SolvedTicket } from "./masked-pair.ts"

export interface TicketMasker {
  /**
   * Masks in a separate thread, one ticket at a time, within a deadline.
   * @throws DocumentError if it took too long or failed, so that nothing of the ticket may be stored; the signal's
   * reason if aborted
   */
  mask(ticket: SolvedTicket, signal: AbortSignal): Promise<MaskedPair>
  close(): void
}

interface Options {
  /** Returns the milliseconds that a ticket with this many characters may take. */
  deadline?: (characters: number) => number
  /** Tests replace the thread's script with this one. */
  script?: URL
}

/**
 * Creates a masker with a thread of its own.
 * @param rules the team's masking rules; their mode doesn't weaken masking here
 */
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
        // The thread is ended, because its result for this ticket mustn't be taken for the next one.
        await end()
        throw error
      }
      throw new DocumentError(`Its text could not be masked (${error.message}), so nothing of it was taken.`, {
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
      const result = lane.then(() => run(ticket, characters, signal))
      // The caller gets the error, and the next ticket is masked regardless.
      lane = result.catch(() => undefined)
      return result
    },
    close: () => void end()
  }
}

/** One ticket has at most this many characters, including the text that is only searched. */
export const MOST_CHARACTERS = 100_000

/**
 * The deadline is longer than in the browser, because nobody waits for the result and a busy machine mustn't lose a
 * ticket.
 */
function deadlineFor(characters: number): number {
  return 5_000 + characters / 4
}

/** The thread reported that it failed. It can mask the next ticket. */
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
