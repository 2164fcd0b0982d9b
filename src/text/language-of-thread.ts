import { languageWritten } from "./language.ts"
import { LANGUAGES, languageOfLocale } from "./languages.ts"
import { visibleReply } from "./mail/mail-parts.ts"

/** As much of a ticket as shows its language. */
export interface Thread {
  subject: string
  locale?: string | undefined
  messages: { role: string; text: string }[]
}

/**
 * Returns the one language of a thread for search, draft, checks and summary. It is the language in which the customer
 * last wrote, because the reply should be in it. A message that is too short to be reliable ("Thank you!") only counts
 * together with all others. The helpdesk's locale only counts if the customer's words show nothing. Text in an
 * unsupported language isn't taken for a supported one.
 * @returns ISO 639-1, not always one of `among`; null if nothing shows the language
 */
export function languageOfThread(thread: Thread, among: readonly string[] = LANGUAGES): string | null {
  const texts: string[] = []
  for (const { role, text } of thread.messages.toReversed()) {
    if (role !== "customer") continue
    const own = visibleReply(text.slice(0, CHARACTERS)).visible
    const guess = languageWritten(own, among)
    if (guess.sure) return guess.language
    texts.push(own)
  }
  return languageWritten([...texts, thread.subject].join("\n"), among).language ?? languageOfLocale(thread.locale)
}

/** This many characters of a message are examined, because its language shows early. */
const CHARACTERS = 20_000
