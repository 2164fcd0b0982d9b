import type { markDraftLanguage } from "../../../checks/draft-language.ts"
import { languageOfCustomer } from "../../../checks/injection/language-of-customer.ts"
import { runInWorkerIfLarge, type NamedJob } from "../../../runtime/worker-thread/run-in-worker.ts"
import type { Claim } from "../../../ticket/draft.ts"
import { type MaskedTicket, ticketSize } from "../../../ticket/masked-ticket.ts"
import type { WrittenLetter } from "./write-draft.ts"
import { LANGUAGES } from "../../../text/languages.ts"

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

/**
 * Returns the language that the agent's wish asks for, as in "in German", "auf Deutsch" or "ドイツ語で", as ISO 639-1. A
 * language counts only behind a word such as "in", because "the German warranty" asks for none.
 * @param language of the ticket, in which the wish may be written too
 */
export function wishedLanguage(wish: string | undefined, language: string | null): string | undefined {
  if (!wish) return undefined
  const said = wish.slice(0, 1000).normalize("NFC").toLowerCase()
  return LANGUAGES.find((code) =>
    namesOf(code, language).some((name) => {
      const at = said.indexOf(name)
      if (at < 0) return false
      return BEFORE.test(said.slice(0, at)) || said.startsWith("で", at + name.length)
    })
  )
}

const BEFORE = /(?<!\p{L})(?:in|into|to|auf|ins|en|em|au|a|al)\s+(?:the |das |simple |plain )?$/u

/** Returns the names of a language in English, in itself and in the language of the ticket. */
function namesOf(code: string, language: string | null): string[] {
  const locales = ["en", code, ...(language && /^[a-z]{2,3}$/.test(language) ? [language] : [])]
  return locales.flatMap((locale) => {
    const name = new Intl.DisplayNames([locale], { type: "language", fallback: "none" }).of(code)
    return name ? [name.toLowerCase()] : []
  })
}
