import type { Claim } from "../ticket/draft.ts"
import { bindsNobody } from "./binding-units.ts"
import { isCopy } from "./is-copy.ts"
import type { Evidence, EvidenceMatch, EvidenceUnit } from "./evidence/evidence.ts"
import { beginsWithReport } from "./team-acts.ts"

/**
 * Judges a sentence that is copied from what the team published or wrote, or that repeats the customer's own words as
 * theirs ("you write that"). Of no other one do rules know that it says what its source says.
 */
export function copiedFrom(
  bare: string,
  matches: readonly EvidenceMatch[],
  { language }: Evidence
): Omit<Claim, "start" | "end"> | undefined {
  const isReport = beginsWithReport(bare, language)
  const place = matches.find(
    ({ unit, near, share, around }) =>
      Math.max(share, around) >= ALIKE &&
      !unit.foreign &&
      !unit.isRemark &&
      (isReport || !bindsNobody(unit)) &&
      textsOf(unit, near).some((text) => isCopy(bare, text, language))
  )
  return place && { state: "supported", sources: [place.unit.n] }
}

/** Returns what a sentence may be copied from: the unit alone, and together with the one before or after it. */
function textsOf(unit: EvidenceUnit, [, ...beside]: readonly EvidenceUnit[]): string[] {
  const pairs = beside.map((other, at) => (at === 0 && unit.goesOn ? [other, unit] : [unit, other]))
  return [unit.text, ...pairs.map((pair) => pair.map(({ text }) => text).join(" "))]
}

/** What has fewer of a sentence's words isn't read for a copy. */
const ALIKE = 0.6
