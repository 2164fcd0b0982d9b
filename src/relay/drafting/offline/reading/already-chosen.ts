import { LISTS } from "replywright/lexicon/drafting"
import { entriesOf, languagesWith, wordPattern } from "../../../../lexicon/lexicon.ts"
import { sentences } from "../../../../text/sentences.ts"
import { newlyWrittenText } from "../../../../search/query/query.ts"
import { onceEach } from "../../../../text/memo/once.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { word } from "../../voices/pattern.ts"
import { MARK } from "./customer-question.ts"
import type { Quotable } from "./quotable.ts"

/**
 * Finds the sentences that ask which of two ways the customer prefers, where the customer has said whether money or a
 * new product is wanted: who writes "I would rather have my money back" isn't asked to choose.
 * @returns a test for one sentence
 */
export function alreadyChosen(ticket: MaskedTicket, language: string): (one: Pick<Quotable, "text">) => boolean {
  const words = choiceIn(language)
  if (!words) return () => false
  const written = ticket.messages
    .filter(({ role }) => role === "customer")
    .flatMap(({ text }) => sentences(newlyWrittenText(text), language).map((sentence) => sentence.text))
  const chose = written.filter(
    (sentence) => words.prefers.test(sentence) && !MARK.test(sentence) && !words.open.test(sentence)
  )
  const ways = words.ways.filter((way) => chose.some((sentence) => way.test(sentence)))
  // Who names both has chosen neither. A sentence that names a way says what is possible.
  return ({ text }) =>
    ways.length === 1 &&
    words.asks.test(text) &&
    (words.requests.test(text) || MARK.test(text)) &&
    !words.ways.some((way) => way.test(text))
}

interface Choice {
  /** How a page or macro names the choice, without between what. */
  asks: RegExp
  /** What makes that a request. */
  requests: RegExp
  /** How a customer says what is preferred. */
  prefers: RegExp
  /** How a customer leaves it open. */
  open: RegExp
  /** Money, and a new product. */
  ways: readonly [money: RegExp, another: RegExp]
}

const choiceIn = onceEach((language: string): Choice | undefined => {
  if (!languagesWith(LISTS, "choice-asks").includes(language)) return undefined
  const any = (list: string) => {
    const words = entriesOf(LISTS, language, list).join("|")
    return language === "ja" ? new RegExp(words, "u") : word(words)
  }
  return {
    asks: any("choice-asks"),
    requests: any("choice-requests"),
    prefers: any("prefers"),
    open: wordPattern(LISTS, language, "undecided") ?? /(?!)/,
    ways: [any("money-back"), any("another-one")]
  }
})
