import { comparable, sameFact, type Fact } from "../text/facts.ts"
import type { Claim } from "../ticket/draft.ts"
import { type Evidence, type EvidenceUnit, statesFact } from "./evidence/evidence.ts"
import { patternsFor } from "./evidence/patterns.ts"
import { CONFLICTING, isSaidBeside, REASONS } from "./find-contradiction.ts"

/**
 * Finds a figure for which the source sentence that the draft's sentence comes from states another one, in whatever
 * words. The figure stands nowhere, or the source sentence states another figure of the draft's sentence and is
 * certainly meant by it. "Per second" for "per minute" counts too.
 */
export function figureConflict(
  sentence: string,
  own: readonly Fact[],
  evidence: Evidence
): Omit<Claim, "start" | "end"> | undefined {
  const {
    reading,
    units: [nearest]
  } = evidence.nearestTo(sentence)
  if (!nearest || nearest.n === 0) return undefined
  const shared = [...reading.words].filter((word) => nearest.words.has(word)).length
  if (shared === 0) return undefined
  for (const fact of own) {
    const other = nearest.facts.find((said) => comparable(fact, said) && !own.some((mine) => sameFact(mine, said)))
    if (!other || !CONFLICTING.has(fact.kind) || statesFact([nearest], fact)) continue
    if (isSaidBeside(fact, nearest, { own, words: reading.words }, evidence)) continue
    const isAnchored = own.some((mine) => mine !== fact && CONFLICTING.has(mine.kind) && statesFact([nearest], mine))
    if (!isAnchored && (shared < SHARED || statesFact(evidence.units, fact))) continue
    return conflictWith(REASONS[fact.kind] ?? "number", nearest, fact.text, other.text)
  }
  return otherPeriod(sentence, nearest, evidence)
}

/** A figure that stands nowhere needs so many words that the source sentence shares. */
const SHARED = 2

/** Finds "every year" where the source sentence has "every month" and nothing else of the kind. */
function otherPeriod(sentence: string, nearest: EvidenceUnit, { language, units }: Evidence) {
  const periods = patternsFor(language)?.periods ?? []
  const periodsIn = (text: string) =>
    periods.flatMap(({ unit, pattern }) => (text.match(pattern) ?? []).map((words) => ({ unit, words })))
  const [own, ...further] = periodsIn(sentence)
  const [said, ...others] = periodsIn(nearest.text)
  if (!own || !said || further.length + others.length > 0 || own.unit === said.unit) return undefined
  if (units.some((unit) => periodsIn(unit.text).some((one) => one.unit === own.unit))) return undefined
  return conflictWith("duration", nearest, own.words, said.words)
}

const conflictWith = (reason: Claim["reason"] & string, { n }: EvidenceUnit, words: string, says: string) => ({
  state: "contradicts" as const,
  sources: [n],
  reason,
  words,
  says
})
