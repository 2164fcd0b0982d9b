import { isOtherLanguage } from "../../../../text/language.ts"
import { sentences } from "../../../../text/sentences.ts"
import type { MaskedMessage, MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { newlyWrittenText } from "../../../../search/query/query.ts"
import { stems } from "../../../../search/words/stems.ts"
import { QUESTION_PATTERN, tellsTried } from "../../../../checks/speech/speech-acts.ts"
import type { FactKind, Voice } from "../../voices/voice.ts"

/** What the draft has to answer. */
export interface CustomerQuestion {
  /**
   * The weight of each stem in what was asked. It starts from how distinctive the word is (idf), and is higher if the
   * word is in a question and lower if the word is in an older message.
   */
  weights: Map<string, number>
  /** The stems of each sentence that asks, in the customer's order. */
  asks: ReadonlySet<string>[]
  /** The same, each with the sentence before it if that asks nothing: "I left a bag on the coach. Can you post it?" */
  topics: ReadonlySet<string>[]
  /** What is asked since the agent's last message, if there is one. */
  newest: NewestAsk[]
  /** The kinds of fact that are asked for. */
  kinds: FactKind[]
  /** The customer's text that has not been answered yet. */
  text: string
  trouble: boolean
  /** An agent has answered before. */
  again: boolean
}

/** A sentence that asks something after an agent's answer. */
export interface NewestAsk {
  /** Its stems, without the words that only say which kind of fact it asks for ("how long"). */
  words: ReadonlySet<string>
  /** The same with the sentence before it, if that asks nothing. */
  topic: ReadonlySet<string>
  kinds: FactKind[]
  /** Models that it names, as in "the E2", without signs and in lower case. */
  models: string[]
}

/**
 * Reads what has not been answered yet: the customer's messages since the agent's last one, or else the customer's last
 * message.
 * @returns undefined if nothing is asked, because there is no customer message, no words, or thanks alone
 */
export function questionOf(
  ticket: MaskedTicket,
  idf: (word: string) => number,
  language: string,
  voice: Voice
): CustomerQuestion | undefined {
  const waiting = waitingMessages(ticket)
  const text = waiting.map(({ text }) => newlyWrittenText(text)).join("\n\n")
  const asked = sentences(text, language)
    .map((sentence) => sentence.text)
    .filter((sentence) => !voice.thanks.test(sentence) && !isOtherLanguage(sentence, language))
  if (!asked.some((sentence) => /\p{L}{2}/u.test(sentence))) return undefined
  const weights = new Map<string, number>()
  const weigh = (part: string, factor: number) => {
    for (const word of new Set(stems(part, language))) {
      const weight = idf(word) * factor
      if (weight > (weights.get(word) ?? 0)) weights.set(word, weight)
    }
  }
  for (const { role, text } of ticket.messages)
    if (role === "customer" && !isOtherLanguage(text, language)) weigh(newlyWrittenText(text), OLD)
  weigh(newlyWrittenText(ticket.subject), 1)
  const asks = asked.filter((sentence) => isAsking(sentence, voice))
  const topics = asked.flatMap((sentence, at) => {
    if (!asks.includes(sentence)) return []
    const before = asked[at - 1]
    return [before === undefined || asks.includes(before) ? sentence : `${before}\n${sentence}`]
  })
  const again = ticket.messages.some(({ role }) => role === "agent")
  for (const sentence of asked) weigh(sentence, asks.includes(sentence) ? ASKED : 1)
  const isBehind = (sentence: string) =>
    tellsTried(sentence, language) || (voice.absent?.test(sentence) === true && !asks.includes(sentence))
  const news = new Set(
    [newlyWrittenText(ticket.subject), ...asked.filter((sentence) => !isBehind(sentence))].flatMap((part) =>
      stems(part, language)
    )
  )
  for (const word of behind(ticket, language, isBehind))
    if (!news.has(word)) weights.set(word, (weights.get(word) ?? 0) * BEHIND)
  return {
    weights,
    asks: asks.map((sentence) => new Set(stems(sentence, language))),
    topics: topics.map((words) => new Set(stems(words, language))),
    newest: again ? asks.map((sentence, at) => newestAsk(sentence, topics[at] ?? sentence, language, voice)) : [],
    kinds: voice.kinds.filter((kind) => asked.some((sentence) => kind.asked.test(sentence))),
    text,
    trouble: voice.trouble.test(`${ticket.subject}\n${text}`) || hasWrittenTwice(ticket),
    again
  }
}

function newestAsk(sentence: string, topic: string, language: string, voice: Voice): NewestAsk {
  const kinds = voice.kinds.filter(({ asked }) => asked.test(sentence))
  const stemsOf = (text: string) =>
    new Set(
      stems(
        kinds.reduce((rest, { asked }) => rest.replace(asked, " "), text),
        language
      )
    )
  return { words: stemsOf(sentence), topic: stemsOf(topic), kinds, models: modelsIn(sentence) }
}

/**
 * Returns the names of models in a text, in lower case and without hyphens: a few letters and up to three digits ("E2",
 * "Halo-2"). The numbers of orders and parcels are longer.
 */
export const modelsIn = (text: string): string[] =>
  [...text.matchAll(MODEL)].map(([name]) => name.toLowerCase().replace(/[- ]/, ""))
const MODEL =
  /(?<![\p{Script=Latin}\p{N}-])(?:\p{Script=Latin}{1,3}|\p{Lu}\p{Ll}{1,11}-)\d{1,3}[a-z]?(?![\p{Script=Latin}\p{N}-])/gu

/** A customer who was answered before, and has written twice since, is kept waiting: that calls for an apology. */
function hasWrittenTwice({ messages }: MaskedTicket): boolean {
  const isAnswered = messages.some(({ role }) => role === "agent")
  return isAnswered && messages.slice(-2).filter(({ role }) => role === "customer").length === 2
}

/** Returns whether a sentence asks for something, with or without a question mark. */
export function isAsking(sentence: string, voice: Voice): boolean {
  return MARK.test(sentence) || QUESTION_PATTERN.test(sentence) || voice.request.test(sentence)
}

/** Returns the stems of what the agent has said and of what the customer has tried. Repeating it would be no answer. */
function behind(ticket: MaskedTicket, language: string, isBehind: (sentence: string) => boolean): Set<string> {
  const parts = ticket.messages.flatMap(({ role, text }) => {
    const own = newlyWrittenText(text)
    return role === "agent"
      ? [own]
      : sentences(own, language)
          .map((sentence) => sentence.text)
          .filter(isBehind)
  })
  return new Set(parts.flatMap((part) => stems(part, language)))
}

/**
 * Returns the customer's messages since the agent's last one, or the customer's last message if the agent wrote last.
 */
export function waitingMessages(ticket: MaskedTicket): MaskedMessage[] {
  const from = ticket.messages.findLastIndex(({ role }) => role === "agent")
  const waiting = ticket.messages.slice(from + 1).filter(({ role }) => role === "customer")
  return waiting.length ? waiting : ticket.messages.filter(({ role }) => role === "customer").slice(-1)
}

const OLD = 0.5
const ASKED = 1.5
const BEHIND = 0.25
/** Matches a question mark at the end, even if a smiley or other signs follow it. */
export const MARK = /[?？][^\p{L}\p{N}]*$/u
