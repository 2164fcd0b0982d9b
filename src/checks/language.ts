import { languageOf } from "../text/language.ts"
import { LANGUAGES } from "../text/languages.ts"
import type { MaskedTicket } from "../ticket/masked.ts"

export interface LanguageFinding {
  /** What the customer writes in, and what the draft is in; ISO 639-1. */
  customer: string
  draft: string
}

/** A draft in another language than the customer's last words, or undefined: the same, or too short to tell. */
export function wrongLanguage(draft: string, ticket: MaskedTicket): LanguageFinding | undefined {
  const customer = customerLanguage(ticket)
  const own = languageOf(draft, LANGUAGES)
  if (customer === null || own.language === null || own.language === customer) return undefined
  return { customer, draft: own.language }
}

/** The language of the customer's newest message that tells one. */
export function customerLanguage(ticket: MaskedTicket): string | null {
  for (const message of ticket.messages.toReversed()) {
    const guess = message.role === "customer" ? languageOf(message.text, LANGUAGES).language : null
    if (guess !== null) return guess
  }
  return null
}
