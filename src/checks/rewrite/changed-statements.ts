import type { FactChange } from "../../ticket/fact-change.ts"
import { facts, sameFact } from "../../text/facts.ts"
import { sentences } from "../../text/sentences.ts"
import { contentWords } from "../../text/words/words.ts"
import { isCourtesy } from "../courtesy.ts"

/** Finds sentences of which the other text has hardly a word. Courtesy states nothing. */
export function changedStatements(before: string, after: string, language: string | null): FactChange[] {
  return foreign(after, before, language).map((span) => ({ kind: "statement" as const, after: span }))
}

function foreign(text: string, other: string, language: string | null) {
  const known = new Set(contentWords(other, language))
  // "Payment" and "pay" share their beginning.
  const begun = new Set([...known].filter((word) => !word.startsWith("[")).map((word) => word.slice(0, BEGINNING)))
  const otherFacts = facts(other, language)
  // What a sentence says of a figure of the other text is said there too, if in other words.
  const repeats = (sentence: string) =>
    facts(sentence, language).some((fact) => fact.kind !== "name" && otherFacts.some((one) => sameFact(one, fact)))
  return sentences(text, language)
    .filter(({ text: sentence }) => {
      const words = contentWords(sentence, language)
      const shared = words.filter(
        (word) => known.has(word) || (word.length >= BEGINNING && begun.has(word.slice(0, BEGINNING)))
      ).length
      return (
        words.length >= FEWEST &&
        shared < words.length * LEAST_SHARED &&
        !isCourtesy(sentence, language) &&
        !repeats(sentence)
      )
    })
    .map(({ start, text: sentence }) => ({ start, end: start + sentence.length }))
}

const BEGINNING = 4
const FEWEST = 3
const LEAST_SHARED = 0.15
