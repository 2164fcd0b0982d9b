import type { Source, Suggestion, MissingFact } from "../../../../ticket/draft.ts"
import { MARK, type CustomerQuestion } from "../reading/customer-question.ts"
import type { Quotable } from "../reading/quotable.ts"
import { scoreSentences } from "./score-sentences.ts"
import type { Voice } from "../../voices/voice.ts"
import { withSupport } from "./choose-sentences.ts"

/** How many sentences are offered. Reading more would take longer than reading the page. */
export const MAX_SUGGESTED = 8

/**
 * Returns the suggestions with what the pages ask of the customer, so that it can be asked with one key. It takes the
 * place of the least likely ones.
 */
export function withAsking(suggestions: Suggestion[], asking: Quotable[]): Suggestion[] {
  const missing = asking.filter(({ text }) => !suggestions.some((one) => one.text === text))
  return [
    ...suggestions.slice(0, MAX_SUGGESTED - missing.length),
    ...missing.map(({ source, text, at }) => ({ source: source.n, text, at }))
  ]
}

/**
 * Returns the sentences that may answer too and aren't in the draft, best first. They come from all pages, because a
 * fact that is missing is often on the second or third one. An item that its list denies isn't offered alone.
 * @param chosen the sentences of the draft, in its order
 * @param needed how a sentence says what the team needs from the customer
 * @param otherCases what holds of another case than the ticket's by its own words comes last
 */
export function suggestSentences(
  question: CustomerQuestion,
  quotable: Quotable[],
  chosen: Quotable[],
  needed: RegExp,
  otherCases: ReadonlySet<Quotable> = NONE
): Suggestion[] {
  return scoreSentences(question, quotable, needed)
    .filter(({ one }) => !chosen.includes(one) && !MARK.test(one.text) && !one.isDenied)
    .toSorted((a, b) => Number(otherCases.has(a.one)) - Number(otherCases.has(b.one)))
    .slice(0, MAX_SUGGESTED)
    .map(({ one }) => suggestionOf(one, chosen))
}

const NONE: ReadonlySet<Quotable> = new Set()

/** Returns a sentence as a suggestion, with the sentence of the draft after which it goes. */
export function suggestionOf({ source, text, at }: Quotable, chosen: Quotable[]): Suggestion {
  const own = chosen.filter((other) => other.source === source)
  const after = own.findLast((other) => other.at < at) ?? (own.length ? undefined : chosen.at(-1))
  return { source: source.n, text, at, ...(after && { after: after.text }) }
}

/** Leaves the sentences of pages that aren't far behind the first one, whatever its language. */
export function nearEnough(quotable: Quotable[], sources: Source[]): Quotable[] {
  const best = Math.max(0, ...sources.map(({ score }) => score))
  return quotable.filter(({ source }) => source.score >= best * NEAR_ENOUGH)
}

/** The share of the best score from which the sentences of a page are offered. */
const NEAR_ENOUGH = 0.3

/**
 * Returns what the pages ask of the customer: of each page its best sentence that says what the team needs, rather one
 * that says so outright. It can be asked before it is known which page answers.
 */
export function askingSentences(
  question: CustomerQuestion,
  quotable: Quotable[],
  { needed, needs }: Pick<Voice, "needed" | "needs">
): Quotable[] {
  const asking = scoreSentences(
    question,
    quotable.filter(({ text }) => needed.test(text) || needs.test(text)),
    needed
  ).map(({ one }) => one)
  const best = [...Map.groupBy(asking, ({ source }) => source).values()].flatMap(
    (own) => own.find(({ text }) => needs.test(text)) ?? own.slice(0, 1)
  )
  return best.slice(0, MAX_ASKED)
}

/** Returns what a sentence asks of the customer as a missing fact. */
export function askedBy(one: Quotable, quotable: Quotable[]): MissingFact {
  return {
    blank: one.text.replace(/[[\]]+/g, "").slice(0, MAX_BLANK),
    why: withSupport(one, quotable)
      .map(({ text }) => text)
      .join(" ")
  }
}

const MAX_ASKED = 2
/** The longest name that a blank may have. */
const MAX_BLANK = 120
