import type { Claim } from "../../../ticket/draft.ts"
import type { Difference, EvidencePair } from "../../../ticket/evidence-pair.ts"
import type { DraftText } from "../state/draft-text.ts"
import { isVerified } from "../state/open-points.ts"

/** A sentence of the letter with its claim, if a check has seen it. */
export interface ComparedSentence {
  pair: EvidencePair
  claim: Claim | undefined
  isKept: boolean
}

/**
 * Returns the sentences to compare. What differs most from its source comes first, because it is most probably wrong,
 * and among equals the order is the letter's. Courtesy has no source and is left out.
 */
export function comparedSentences(letter: DraftText, pairs: readonly EvidencePair[]): ComparedSentence[] {
  return pairs
    .flatMap((pair): (ComparedSentence & { weight: number })[] => {
      const claim = letter.claims.find(({ start, end }) => start < pair.end && end > pair.start)
      const isKept = claim !== undefined && letter.kept.includes(claim.start)
      if (claim?.state === "courtesy" || (!claim && (pair.sources.length === 0 || isLine(pair.text)))) return []
      return [{ pair, claim, isKept, weight: weightOf(pair, isKept ? undefined : claim) }]
    })
    .sort((a, b) => b.weight - a.weight || a.pair.start - b.pair.start)
}

/** A name or a farewell on a line of its own claims nothing. */
const isLine = (text: string) => !/[.!?。！？…]["”’»)]?$/u.test(text.trim()) && text.trim().split(/\s+/).length < 4

/** Words alone are mostly another wording. */
export const tellingDifferences = ({ sources: [first] }: EvidencePair): Difference[] =>
  first?.differences.filter(({ kind }) => kind !== "word") ?? []

function weightOf(pair: EvidencePair, claim: Claim | undefined): number {
  // What the verifier confirms differs in words only.
  const differences = claim && isVerified(claim) ? [] : (pair.sources[0]?.differences ?? [])
  return STATES[claim?.state ?? "supported"] + differences.reduce((sum, { kind }) => sum + KINDS[kind], 0)
}

const STATES: Record<Claim["state"], number> = {
  contradicts: 1000,
  "needs-approval": 800,
  "no-source": 600,
  "look-again": 400,
  "not-found": 20,
  near: 10,
  supported: 0,
  courtesy: 0
}
const KINDS: Record<Difference["kind"], number> = {
  figure: 30,
  unit: 30,
  negation: 30,
  modal: 15,
  condition: 15,
  name: 15,
  quantifier: 10,
  subject: 10,
  word: 1
}
