import type { Claim } from "../ticket/draft.ts"
import type { Span } from "../ticket/evidence-pair.ts"
import { overriddenCondition } from "./evidence/conditions.ts"
import type { Evidence, EvidenceUnit } from "./evidence/evidence.ts"
import { patternsFor } from "./evidence/patterns.ts"
import { claimWords } from "./claim-words/claim-words.ts"
import { polarityDifference } from "./evidence/polarity.ts"

/**
 * Finds a sentence that seems to say the opposite of its source, or that says "all" or "always" where its source has a
 * condition. Both are guesses from small words, right in most cases but not in all, so a person should look again.
 * A sentence that is nearest to what the ticket says isn't held against the sources.
 */
export function lookAgain(sentence: string, evidence: Evidence): Omit<Claim, "start" | "end"> | undefined {
  const { language, weight } = evidence
  const patterns = MEASURED.has(language ?? "") ? patternsFor(language) : undefined
  if (!patterns) return undefined
  const {
    reading,
    units: [first, second]
  } = evidence.nearestTo(sentence)
  if (!first || first.n === 0) return undefined
  const near = second && second.n > 0 ? [first, second] : [first]
  const texts = near.map(({ text }) => text)
  const opposite = polarityDifference(sentence, texts, patterns, language, weight)
  if (opposite && opposite.strength >= SURE && !areFree(sentence, first.text, language))
    return found("negation", sentence, first, opposite.draft)
  const condition = overriddenCondition(reading, first.text, patterns, language, weight)
  return condition && { ...found("condition", sentence, first), says: first.text.slice(condition.start, condition.end) }
}

/** "You won't be charged" and "it is free of charge" say the same. */
const areFree = (sentence: string, source: string, language: string | null): boolean =>
  [sentence, source].every((text) => claimWords(text, language).some(({ kind }) => kind === "free"))

/**
 * The languages in which this was measured on text that its author hadn't seen. In the others, the differences are only
 * shown beside the source.
 */
const MEASURED: ReadonlySet<string> = new Set(["en"])
/** From this strength on, one of a hundred true sentences of public help desks is marked. */
const SURE = 0.4

function found(reason: "negation" | "condition", sentence: string, { n, text }: EvidenceUnit, words?: Span) {
  return {
    state: "look-again" as const,
    sources: [n],
    reason,
    ...(words && { words: sentence.slice(words.start, words.end) }),
    says: text
  }
}
