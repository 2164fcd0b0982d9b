import { languageWritten } from "./language.ts"
import { LANGUAGES, languageOfLocale } from "./languages.ts"
import { visibleReply } from "./mail/visible-reply.ts"

/** As much of a ticket as tells its language. */
export interface Thread {
  subject: string
  locale?: string | undefined
  messages: { role: string; text: string }[]
}

/**
 * The one language of a thread, for search, draft, checks and summary alike: that which the customer wrote in last, for
 * it is the one to answer in. A message too short to be believed ("Thank you!") decides only together with all others,
 * and the helpdesk's locale only where the customer's words tell nothing. Who writes in none of ours is not taken for
 * somebody who does.
 * @returns ISO 639-1, not always one of `among`; null when nothing tells
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

/** What is looked at of a message: its language shows at once. */
const CHARACTERS = 20_000
