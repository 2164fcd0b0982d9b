import { comparable, sameFact } from "../text/facts.ts"
import type { Fact, FactKind } from "../text/facts.ts"
import { words } from "../text/words/words.ts"
import type { Claim, ClaimReason } from "../ticket/draft.ts"
import { statesFact, withoutFacts } from "./evidence.ts"
import type { Evidence, EvidenceMatch } from "./evidence.ts"

/**
 * A fact that a near copy of one source sentence states otherwise. The same figure elsewhere in the passage excuses it
 * only where that sentence is about as near ("Delivery costs ..." of two countries); "wait two working days" or "two
 * working days after the carrier's answer" says nothing of how soon the carrier answers. An agent's own word does
 * excuse it, the customer's doesn't: "you have 90 days for returns, don't you" makes no policy.
 */
export function contradiction(
  sentence: string,
  own: Fact[],
  matches: EvidenceMatch[],
  evidence: Evidence
): Omit<Claim, "start" | "end"> | undefined {
  const agents = evidence.units.filter((unit) => unit.kind === "agent")
  const spelt = spelling(sentence, own)
  for (const { unit, share, shared } of matches) {
    if (unit.n === 0 || unit.foreign || share < COPY || shared < (share === 1 ? COPY_WORDS - 1 : COPY_WORDS)) continue
    const near = likeness(spelt, spelling(unit.text, unit.facts))
    const alike = matches
      .filter(
        (match) =>
          match.unit.n > 0 &&
          match.shared > shared * FEWER &&
          likeness(spelt, spelling(match.unit.text, match.unit.facts)) > near * FEWER
      )
      .map((match) => match.unit)
    for (const fact of own) {
      if (!CONFLICTING.has(fact.kind) || statesFact(alike, fact) || statesFact(agents, fact)) continue
      const other = unit.facts.find((said) => comparable(fact, said) && !own.some((mine) => sameFact(mine, said)))
      if (other)
        return {
          state: "contradicts",
          sources: [unit.n],
          reason: REASONS[fact.kind] ?? "number",
          words: fact.text,
          says: other.text
        }
    }
  }
  return undefined
}

/** Share of words, and words (one fewer where all are shared), that make a source sentence the one that was copied. */
const COPY = 0.6
const COPY_WORDS = 3
/** A sentence that shares, or is like, at most this part of what the copied one is speaks of something else. */
const FEWER = 0.5

/** Dice's coefficient, 0 to 1. */
function likeness(one: Set<string>, other: Set<string>): number {
  const common = [...one].filter((word) => other.has(word)).length
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size)
}

/** All words as they are written, the small ones too, but not the facts: they are what may differ. */
function spelling(text: string, said: Fact[]): Set<string> {
  return new Set(words(withoutFacts(text, said).toLowerCase()).map((word) => word.text))
}

/** Facts of which two can exclude each other. */
export const CONFLICTING = new Set<FactKind>(["number", "percent", "money", "duration", "date", "weekday", "time"])
export const REASONS: Partial<Record<FactKind, ClaimReason>> = {
  number: "number",
  code: "number",
  percent: "number",
  money: "money",
  duration: "duration",
  date: "date",
  weekday: "date",
  time: "date",
  link: "link",
  email: "link",
  name: "name"
}
