import type { markDraftLanguage } from "../../../checks/draft-language.ts"
import { languageOfCustomer } from "../../../checks/injection/language-of-customer.ts"
import { runInWorkerIfLarge, type NamedJob } from "../../../runtime/worker-thread/run-in-worker.ts"
import type { Claim } from "../../../ticket/draft.ts"
import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
import { ticketSize } from "../../../ticket/ticket-size.ts"
import type { WrittenLetter } from "./write-draft.ts"

/** Returns the language of the customer, detected in the worker thread if the ticket is large. */
export const ticketLanguage = (ticket: MaskedTicket): Promise<string | null> =>
  runInWorkerIfLarge(ticketSize(ticket), JOB, ticket)

const JOB = {
  module: new URL("../../../checks/injection/language-of-customer.ts", import.meta.url).href,
  run: languageOfCustomer
}

/** Returns the claims of a letter, with those marked that are in another language than the customer's. */
export const markLetterLanguage = ({ text, claims, language }: WrittenLetter): Promise<Claim[]> =>
  runInWorkerIfLarge(text.length, MARK, text, [...claims], language)

const MARK: NamedJob<typeof markDraftLanguage> = {
  module: new URL("../../../checks/draft-language.ts", import.meta.url).href,
  name: "markDraftLanguage"
}
