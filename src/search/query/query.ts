import { isOtherLanguage } from "../../text/language.ts"
import { LANGUAGES } from "../../text/languages.ts"
import { languageOfThread } from "../../text/language-of-thread.ts"
import { visibleReply } from "../../text/mail/visible-reply.ts"
import { sentences } from "../../text/sentences.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { codesIn, type Code } from "../codes/codes-in.ts"
import { synonymsOf } from "../synonyms/synonyms.ts"
import type { OtherLanguageStems, QueryMessage } from "../rank/rank.ts"
import { stems, surfaceOf } from "../words/stems.ts"
import type { WorkerJob } from "../../runtime/worker-thread/run-in-worker.ts"

/** What a ticket asks the knowledge. */
export interface TicketQuery {
  /** ISO 639-1 of the customer's words, or null. */
  language: string | null
  /** Newest customer message first, the subject last. */
  messages: QueryMessage[]
  /** Stems, each with the word as the customer wrote it. */
  surface: Map<string, string>
  otherLanguageStems: OtherLanguageStems
  codes: Code[]
}

/**
 * Reads the query out of the subject and the customer's own public messages, without the mail they quote; placeholders
 * of masked identities are no words.
 */
export function queryOf(ticket: MaskedTicket): TicketQuery {
  const messages = ticket.messages
    .filter((message) => message.role === "customer")
    .slice(-MESSAGES)
    .reverse()
  const language = languageOfThread(ticket)
  // What was written before in another language would be cut as what it isn't, and drown the rest.
  const texts = [...messages.map((message) => newlyWrittenText(message.text)), plain(ticket.subject)].filter(
    (text) => /[\p{L}\p{N}]/u.test(text) && !(language && isOtherLanguage(text, language))
  )
  const turns = texts
    .map((text) => ({ text, words: stems(text, language) }))
    .map(({ text, words }) => ({
      words,
      synonyms: synonymsOf(words, language),
      asks: sentences(text, language)
        .filter((sentence) => /[?？]\W*$/u.test(sentence.text))
        .flatMap((sentence) => stems(sentence.text, language))
    }))
  const surface = surfaceOf(texts.join("\n"), language)
  return {
    language,
    messages: turns,
    surface,
    otherLanguageStems: elsewhereOf(surface, language),
    codes: codesIn(texts.join("\n"), language)
  }
}

/** A product's name, and many a word, is the same in a page of another language, which cuts it in its own way. */
function elsewhereOf(surface: Map<string, string>, own: string | null): OtherLanguageStems {
  return new Map(
    LANGUAGES.filter((language) => language !== (own ?? "en")).map((language) => [
      language,
      new Map(
        [...surface].flatMap(([stem, word]) => {
          const there = stems(word, language)[0]
          return there === undefined || there === stem || surface.has(there) ? [] : [[there, stem] as const]
        })
      )
    ])
  )
}

const MESSAGES = 20
/** Characters of one message that are searched for: what a person means stands at the beginning. */
const CHARACTERS = 6000

/** What the writer of a message says anew, placeholders left out. */
export function newlyWrittenText(text: string): string {
  return plain(visibleReply(text.slice(0, CHARACTERS)).visible)
}

const plain = (text: string) => text.slice(0, CHARACTERS).replace(PLACEHOLDER, " ")

/** `[PERSON_1]` and its kin: an identity that never left the browser. */
const PLACEHOLDER = /\[[A-Z][A-Z_]{1,30}_\d{1,5}\]/g

/** For large tickets, in the thread beside. */
export const queryJob = { module: import.meta.url, run: queryOf } satisfies WorkerJob<
  Parameters<typeof queryOf>,
  ReturnType<typeof queryOf>
>
