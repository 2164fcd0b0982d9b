import { languageOfThread, type Thread } from "../../text/language-of-thread.ts"
import { withoutInjection } from "./find-injection.ts"

/**
 * Does the same as `languageOfThread`, but what orders something from a machine shows no language of the customer's,
 * because it may be the longer part of a short ticket and in another language.
 * @returns ISO 639-1; null if nothing shows the language
 */
export function languageOfCustomer(thread: Thread): string | null {
  const messages = thread.messages.map(({ role, text }) => ({
    role,
    text: role === "customer" ? withoutInjection(text.slice(0, CHARACTERS)) : text
  }))
  return languageOfThread({ ...thread, messages }) ?? languageOfThread(thread)
}

/** The beginning of a message shows its language. */
const CHARACTERS = 20_000
