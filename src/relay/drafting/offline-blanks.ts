import type { MaskedTicket } from "../../ticket/masked.ts"
import type { Question } from "../../ticket/draft.ts"
import { follower } from "./offline-choose.ts"
import type { CustomerQuestion } from "./offline-question.ts"
import type { Quotable } from "./offline-quotable.ts"

/** A sentence with a blank, to stand right after the quoted one that calls for it. */
export interface Blank {
  after: Quotable
  text: string
  question: Question
}

/**
 * Where the chosen sentences, or those right after them, speak of a fact of this very case that nobody gave, the letter gets a blank for it. At most
 * {@link MOST} in a letter: each holds up the agent.
 */
export function blanksFor(chosen: Quotable[], all: Quotable[], question: CustomerQuestion, ticket: MaskedTicket): Blank[] {
  const known = [ticket.subject, ...ticket.messages.map(({ text }) => text), ...Object.entries(ticket.fields ?? {}).map((field) => field.join(": "))].join("\n")
  const blanks: Blank[] = []
  for (const sentence of chosen) {
    for (const rule of RULES) {
      const said = [sentence, follower(sentence, all)].find((one) => one && rule.says.test(one.text))?.text ?? ""
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

interface Rule {
  /** How the page speaks of the fact. */
  says: RegExp
  /** Only where the customer writes of this. */
  when?: RegExp
  ask(match: RegExpExecArray): { blank: string; text: string }
  /** How the ticket would hold it. */
  known(blank: string): RegExp
}

const RULES: Rule[] = [
  {
    // "You get a search number from us ...": the reply is where the customer gets it.
    says: /\b(?:you(?:'ll| will)? (?:get|receive)|we(?:'ll| will)? (?:give|send|tell) you) (?:a|an|the|your) ((?:[a-z]+[ -]){0,2}(?:number|code|reference))\b/i,
    ask: ([, fact = ""]) => ({ blank: fact.toLowerCase(), text: `Your ${fact.toLowerCase()} is [[${fact.toLowerCase()}]].` }),
    known: (blank) => new RegExp(`${blank.replace(/[ -]/g, "[ -]")}\\W{1,4}(?:is\\W+)?[\\p{L}-]{0,12}\\d`, "iu")
  },
  {
    // "It counts from the arrival of the parcel": only we know the day.
    says: /\b(?:of|from|after|on) (?:its|their|the (?:[a-z]+['’]s )?|your (?:[a-z]+['’]s )?)arrival\b/i,
    when: /\b(?:sent|posted|shipped|returned|handed|brought)\b[^.!?]*\b(?:back|return\w*|in|it)\b/i,
    ask: () => ({ blank: "date of arrival", text: "It reached us on [[date of arrival]]." }),
    known: () => /\b(?:arrived|reached you|received by you)\b[^.!?\n]*\d/i
  },
  {
    says: /\bthe (?:way|method) you paid\b|\bway of payment\b/i,
    when: /\b(?:refund\w*|money|back|paid)\b/i,
    ask: () => ({ blank: "way of payment", text: "You paid by [[way of payment]]." }),
    known: () => /\b(?:credit card|debit card|by card|visa|mastercard|paypal|bank transfer|direct debit|gift card|klarna|apple pay|cash on delivery|IBAN)\b/i
  }
]
