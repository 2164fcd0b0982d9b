import { facts, type Fact } from "../../../../text/facts.ts"
import { isOtherLanguage } from "../../../../text/language.ts"
import { sentences } from "../../../../text/sentences.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { newlyWrittenText } from "../../../../search/query/query.ts"
import { stems } from "../../../../search/words/stems.ts"
import { isAsking } from "./customer-question.ts"
import type { Quotable } from "./quotable.ts"
import type { Voice } from "../../voices/voice.ts"
import { withoutCondition } from "../../../../text/case-signs.ts"

/**
 * Finds the sentences of pages that tell customers what they know already: what they write that they did, or what an
 * agent said before. A sentence is known if enough of the stems of its main clause are in two neighbouring sentences of
 * the customer that ask nothing, or in what agents said. Sentences that say what the team needs are never known, nor
 * are those that give an amount or a period that nobody has mentioned, or of which a third of the stems are only asked
 * about.
 * @returns a test for one sentence: from whom the customer knows it, or undefined
 */
export function alreadyKnown(
  ticket: MaskedTicket,
  language: string,
  voice: Voice
): (one: Quotable) => "customer" | "agent" | undefined {
  const written = (role: "customer" | "agent") =>
    ticket.messages.filter((message) => message.role === role).map(({ text }) => newlyWrittenText(text))
  const own = written("customer").flatMap((text) =>
    sentences(text, language)
      .map((one) => one.text)
      .filter((one) => !voice.thanks.test(one) && !isOtherLanguage(one, language))
  )
  const told = own.filter((one) => !isAsking(one, voice)).map((one) => stems(one, language))
  const asked = new Set(own.filter((one) => isAsking(one, voice)).flatMap((one) => stems(one, language)))
  const done = told.map((words, at) => new Set([...words, ...(told[at + 1] ?? [])]))
  const said = new Set(written("agent").flatMap((text) => stems(text, language)))
  const mentioned = new Set(ticket.messages.flatMap(({ text }) => figuresOf(text, language)))
  const isAsked = (main: ReadonlySet<string>, pair: ReadonlySet<string>) =>
    [...main].filter((word) => asked.has(word) && !pair.has(word)).length * 3 >= main.size
  return ({ text, words }) => {
    if (words.size < MIN_STEMS || voice.needed.test(text)) return undefined
    if (figuresOf(text, language).some((figure) => !mentioned.has(figure))) return undefined
    const clause = withoutCondition(text, language)
    const main = clause === text ? words : new Set(stems(clause, language))
    if (done.some((pair) => share(main, pair) >= KNOWN && !isAsked(main, pair))) return "customer"
    return said.size > 0 && share(main, said) >= KNOWN ? "agent" : undefined
  }
}

/** Share of the stems from which a sentence is known; chosen by leaving one company out, the same in all four folds. */
const KNOWN = 0.4
/** A sentence of fewer stems shares too many with anything. */
const MIN_STEMS = 3
/** One shared stem alone is the subject of the whole thread. */
const MIN_SHARED_STEMS = 2

/** Returns the amounts, percentages and periods of at least a day. Shorter periods belong to steps: "hold it for 10 seconds". */
function figuresOf(text: string, language: string): string[] {
  const counts = ({ kind, unit, value }: Fact) =>
    kind === "money" || kind === "percent" || (kind === "duration" && (unit !== "hour" || Number(value) >= 24))
  return facts(text, language)
    .filter(counts)
    .map(({ kind, unit, value }) => `${kind} ${unit} ${value}`)
}

/** Returns the share of words, without bare numbers, that are in the other set. */
function share(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const own = [...words].filter((word) => !/^\d+$/.test(word))
  const shared = own.filter((word) => others.has(word)).length
  return own.length && shared >= MIN_SHARED_STEMS ? shared / own.length : 0
}
