import { comparable, sameFact, type Fact, type FactKind } from "../text/facts.ts"
import { words } from "../text/words/words.ts"
import type { Claim, ClaimReason } from "../ticket/draft.ts"
import { statesFact, type Evidence, type EvidenceMatch, type EvidenceUnit } from "./evidence/evidence.ts"
import { withoutFacts } from "./evidence/reading.ts"
import { patternsFor } from "./evidence/patterns.ts"

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
  { matter, matches }: { matter: readonly string[]; matches: EvidenceMatch[] },
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
      if (isSaidBeside(fact, unit, { own, words: matter }, evidence)) continue
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
 * Says whether a figure that the copied sentence lacks comes from elsewhere, because the draft's sentence says what two
 * say: another one of the passage states it, together with a word that the copied one lacks ("on the Pell Islands it is
 * £6.80") or beside a figure of the kind that the copied one has; or it is the customer's amount or weight, beside a
 * figure of the passage ("for your £200 the fee is £5").
 */
function isSaidBeside(
  fact: Fact,
  copied: EvidenceUnit,
  { own, words }: { own: readonly Fact[]; words: Iterable<string> },
  { units }: Evidence
): boolean {
  const passage = units.filter(({ group }) => group === copied.group)
  const hasAnother = (among: EvidenceUnit[]) =>
    own.some((mine) => mine !== fact && comparable(mine, fact) && statesFact(among, mine))
  const further = [...words].filter((word) => !copied.words.has(word))
  const beside = passage.filter((unit) => unit !== copied && statesFact([unit], fact))
  if (beside.some((unit) => further.some((word) => unit.words.has(word)))) return true
  // A copy that adds nothing says what it copies, with another figure.
  if (further.length === 0) return false
  if (beside.length > 0 && hasAnother([copied])) return true
  const customerUnits = units.filter(({ kind }) => kind === "customer")
  if (!OF_CASE.has(fact.kind) || !statesFact(customerUnits, fact)) return false
  const isMeasured = fact.kind === "number" && fact.unit !== ""
  return hasAnother(passage) || (isMeasured && own.some((mine) => mine !== fact && statesFact(passage, mine)))
}

/** A customer's amount or weight is their own; what they write of terms binds nobody. */
const OF_CASE = new Set<FactKind>(["money", "number"])

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
