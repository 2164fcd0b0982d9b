import { patternsFor } from "../../../../checks/evidence/patterns.ts"
import { withoutCondition } from "../../../../text/case-signs.ts"

/** Returns whether the main clause of a sentence denies something: "If it isn't found, nothing is refunded." */
export function denies(sentence: string, language: string): boolean {
  const patterns = patternsFor(language)
  if (!patterns) return false
  return withoutCondition(sentence, language).replace(patterns.limits, " ").search(patterns.negators) >= 0
}
