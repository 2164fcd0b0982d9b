import { buyingQuestion, type BuyingQuestion } from "../../intent/buying.ts"
import { runInWorkerIfLarge, type WorkerJob } from "../../runtime/worker-thread/run-in-worker.ts"
import { visibleReply } from "../../text/mail/mail-parts.ts"
import { type MaskedTicket, ticketSize } from "../../ticket/masked-ticket.ts"

/** What a customer's message says without quotes, and what it asks about buying. */
export interface ReadMessage {
  text: string
  question: BuyingQuestion | undefined
}

/** Reads the customer's newest message, in a worker thread if it is long. */
export async function readBuyingQuestion(ticket: MaskedTicket, language: string | null): Promise<ReadMessage> {
  const newest = ticket.messages.findLast(({ role }) => role === "customer")?.text.slice(0, CHARACTERS) ?? ""
  return newest.length <= SHORT
    ? readMessage(newest, language)
    : runInWorkerIfLarge(ticketSize(ticket), READ_MESSAGE, newest, language)
}

/** @param message at most `CHARACTERS` characters of it */
export function readMessage(message: string, language: string | null): ReadMessage {
  const text = visibleReply(message).visible
  return { text, question: buyingQuestion(text, language) }
}

const READ_MESSAGE = { module: import.meta.url, run: readMessage } satisfies WorkerJob<
  Parameters<typeof readMessage>,
  ReadMessage
>

/** What stands further down isn't read. */
const CHARACTERS = 10_000
/** So many characters take less time than handing them to another thread. */
const SHORT = 1_000
