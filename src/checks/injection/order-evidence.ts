import { anyOf, withoutQuestions } from "./order-patterns.ts"
import { once } from "../../text/memo/text-memory.ts"

/**
 * Counts what shows in the beginning of a text that it orders whoever answers to do something: an act in the form of
 * an order (2), what is granted, secret or kept from people (1 each), rules that change (1), and a customer who is
 * spoken of (1). Each alone is in many honest tickets.
 * @param mayAsk whether questions count too, as in "would you write that it is free?"
 */
export function evidenceIn(text: string, mayAsk = false): number {
  const start = text.slice(0, REACH)
  const statements = mayAsk ? start.replace(/[?？]/g, ",") : withoutQuestions(start)
  const { tells, rules, customers } = patterns()
  return (
    (tells.test(statements) ? 2 : 0) +
    Number(rules.test(statements)) +
    Number(customers.test(statements)) +
    kindsIn(statements)
  )
}

/** Counts what the beginning of a text grants, asks of what is secret, or keeps from people, up to 3. */
export const substanceIn = (text: string): number => kindsIn(withoutQuestions(text.slice(0, REACH)))

function kindsIn(text: string): number {
  const { grants, skips, secrets, whether } = patterns()
  const certain = text.replace(whether, " ")
  return [grants, skips, secrets].filter((pattern) => pattern.test(certain)).length
}

/** Says whether a word has the form of an order to tell or do something. It may also say that somebody does it. */
export const isAct = (word: string): boolean => patterns().tells.test(word)

/** In UTF-16 units: some three sentences. */
const REACH = 300

const patterns = once(() => ({
  tells: anyOf("tells"),
  rules: anyOf("rules"),
  customers: anyOf("customers"),
  grants: anyOf("grants"),
  skips: anyOf("skips"),
  secrets: anyOf("secrets"),
  whether: anyOf("whether", "giu")
}))
