import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
import type { MissingFact } from "../../../ticket/draft.ts"
import { nextSentence } from "./choose-sentences.ts"
import type { CustomerQuestion } from "./customer-question.ts"
import type { Quotable } from "./quotable.ts"
import type { BlankRule } from "../voices/voice.ts"

/** A sentence with a blank, to stand right after the quoted one that calls for it. */
export interface BlankSentence {
  after: Quotable
  text: string
  question: MissingFact
}

/**
 * Where the chosen sentences, or those right after them, speak of a fact of this very case that nobody gave, the letter
 * gets a blank for it. At most {@link MOST} in a letter: each holds up the agent.
 */
export function blanksFor(
  chosen: Quotable[],
  all: Quotable[],
  question: CustomerQuestion,
  ticket: MaskedTicket,
  rules: BlankRule[]
): BlankSentence[] {
  const known = [
    ticket.subject,
    ...ticket.messages.map(({ text }) => text),
    ...Object.entries(ticket.fields ?? {}).map((field) => field.join(": "))
  ].join("\n")
  const blanks: BlankSentence[] = []
  for (const sentence of chosen) {
    for (const rule of rules) {
      const next = nextSentence(sentence, all)
      // A blank stands after the sentence that speaks of the fact, where that one is said too.
      const said =
        [sentence, ...(next && !chosen.includes(next) ? [next] : [])].find((one) => rule.says.test(one.text))?.text ??
        ""
      const matched = rule.says.exec(said)
      if (!matched || (rule.when && !rule.when.test(question.text))) continue
      const { blank, text } = rule.ask(matched)
      if (rule.known(blank).test(known) || blanks.some((other) => other.question.blank === blank)) continue
      blanks.push({ after: sentence, text, question: { blank, why: said } })
    }
  }
  return blanks.slice(0, MOST)
}

const MOST = 2
