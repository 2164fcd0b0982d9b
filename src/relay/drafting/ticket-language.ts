import { runInWorkerIfLarge } from "../../runtime/worker-thread/run-in-worker.ts"
import { languageOfThread } from "../../text/language-of-thread.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { ticketSize } from "../../ticket/ticket-size.ts"

/** Returns the language of the customer, told in the worker thread if the ticket is large. */
export const ticketLanguage = (ticket: MaskedTicket): Promise<string | null> =>
  runInWorkerIfLarge(ticketSize(ticket), JOB, ticket)

const JOB = { module: new URL("../../text/language-of-thread.ts", import.meta.url).href, run: languageOfThread }
