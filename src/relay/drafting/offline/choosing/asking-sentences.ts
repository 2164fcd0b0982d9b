import type { MissingFact } from "../../../../ticket/draft.ts"
import type { CustomerQuestion } from "../reading/customer-question.ts"
import type { Quotable } from "../reading/quotable.ts"
import type { Voice } from "../../voices/voice.ts"
import { withSupport } from "./choose-sentences.ts"
import { scoreSentences } from "./score-sentences.ts"

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
/** This is the longest name that a blank may have. */
const MAX_BLANK = 120
