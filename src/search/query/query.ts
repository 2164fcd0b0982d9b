import { isOtherLanguage } from "../../text/language.ts"
import { LANGUAGES } from "../../text/languages.ts"
import { languageOfThread } from "../../text/language-of-thread.ts"
import { visibleReply } from "../../text/mail/mail-parts.ts"
import { sentences } from "../../text/sentences.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { codesIn, type Code } from "../codes/codes.ts"
import { synonymsOf } from "../synonyms/synonyms.ts"
import type { OtherLanguageStems, QueryMessage } from "../rank/rank.ts"
import { stems, surfaceOf } from "../words/stems.ts"
import type { WorkerJob } from "../../runtime/worker-thread/run-in-worker.ts"

/** What a ticket searches the knowledge for. */
export interface TicketQuery {
  /** The ISO 639-1 code of the customer's language, or null. */
  language: string | null
  /** The newest customer message comes first, and the subject last. */
  messages: QueryMessage[]
  /** This maps each stem to the word as the customer wrote it. */
  surface: Map<string, string>
  otherLanguageStems: OtherLanguageStems
  codes: Code[]
}

/**
 * Reads the query from the subject and the customer's own public messages, without the mail they quote. Placeholders of
 * masked values don't count as words.
 */
export function queryOf(ticket: MaskedTicket): TicketQuery {
  const messages = ticket.messages
    .filter((message) => message.role === "customer")
    .slice(-MESSAGES)
    .reverse()
  const language = languageOfThread(ticket)
  // Older messages in another language are left out. They would be stemmed wrongly and outweigh the rest.
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

/**
 * Stems the words for the other languages. A product's name and many a word are the same in a page of another language,
 * but its stem may differ there.
 */
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
/** A message is searched for with its first characters only, because people state their question at the beginning. */
const CHARACTERS = 6000

/** Returns what the author of a message newly wrote, without placeholders. */
export function newlyWrittenText(text: string): string {
  return plain(visibleReply(text.slice(0, CHARACTERS)).visible)
}

/** Returns what the customer newly wrote in each of their messages, oldest first. */
export const writtenByCustomer = ({ messages }: Pick<MaskedTicket, "messages">): string[] =>
  messages.filter(({ role }) => role === "customer").map(({ text }) => newlyWrittenText(text))

const plain = (text: string) => text.slice(0, CHARACTERS).replace(MARKUP, " ").replace(PLACEHOLDER, " ")

/** Matches tags of HTML, scripts and styles with what is in them. A customer who pastes them doesn't ask for their words. */
const MARKUP = /<(script|style)\b[^<>]{0,500}>[^]{0,2000}?<\/\1>|<\/?[a-z][a-z\d]{0,15}(?:\s[^<>]{0,500})?>/giu

/** Matches `[PERSON_1]` and similar placeholders, whose values never left the browser. */
const PLACEHOLDER = /\[[A-Z][A-Z_]{1,30}_\d{1,5}\]/g

/** Runs in a worker thread if the ticket is large. */
export const queryJob = { module: import.meta.url, run: queryOf } satisfies WorkerJob<
  Parameters<typeof queryOf>,
  ReturnType<typeof queryOf>
>

/** Returns every word and synonym mark of the query, in each way in which it may be stemmed. */
export function wordsOf({ messages, otherLanguageStems }: TicketQuery): string[] {
  return [
    ...new Set([
      ...messages.flatMap((turn) => [...turn.words, ...turn.synonyms]),
      ...[...otherLanguageStems.values()].flatMap((stems) => [...stems.keys()])
    ])
  ]
}
