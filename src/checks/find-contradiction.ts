import { comparable, sameFact } from "../text/facts.ts"
import type { Fact, FactKind } from "../text/facts.ts"
import { words } from "../text/words/words.ts"
import type { Claim, ClaimReason } from "../ticket/draft.ts"
import { statesFact } from "./evidence/evidence.ts"
import type { Evidence, EvidenceMatch } from "./evidence/evidence.ts"
import { withoutFacts } from "./evidence/subject-stems.ts"

/**
 * Finds a fact of which a near copy of one source sentence states another value. The draft's figure elsewhere in the
 * passage excuses it only when that sentence is about as similar ("Delivery costs ..." of two countries). "Wait two
 * working days" or "two working days after the carrier's answer" says nothing about how soon the carrier answers. A
 * statement by an agent does excuse it, but the customer's doesn't: "you have 90 days for returns, don't you" makes no
 * policy.
 */
export function contradiction(
  sentence: string,
  own: readonly Fact[],
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

/**
 * The share of words, and the number of words (one fewer when all are shared), from which a source sentence counts as
 * copied.
 */
const COPY = 0.6
const COPY_WORDS = 3
/** A sentence whose overlap or similarity is at most this part of the copied sentence's is about something else. */
const FEWER = 0.5

/** Returns Dice's coefficient, from 0 to 1. */
function likeness(one: Set<string>, other: Set<string>): number {
  const common = [...one].filter((word) => other.has(word)).length
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size)
}

/** Returns all words as they are written, including small ones, but without the facts, because these may differ. */
function spelling(text: string, said: readonly Fact[]): Set<string> {
  return new Set(words(withoutFacts(text, said).toLowerCase()).map((word) => word.text))
}

/** The kinds of facts that can contradict each other. */
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
