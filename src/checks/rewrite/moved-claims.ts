import type { FactChange, FactChangeKind } from "../../ticket/fact-change.ts"
import { claimChange, tally } from "./changed-claims.ts"
import type { ClaimKind, ClaimWord, ClaimedText } from "./claim-words.ts"
import { newDuties, swappedActors } from "./changed-actors.ts"
import { changedNegations } from "./changed-negations.ts"
import { exchangedMarks } from "./exchanged-marks.ts"
import { lostConditions } from "./lost-conditions.ts"
import { readStems } from "./stems.ts"

/**
 * Compares the claims of two texts that say the same in other words. A negation is held beside the words that it
 * negates, a condition beside what it asks for, an actor beside the verb; the other kinds count for the whole text.
 */
export function movedClaims(said: ClaimedText, says: ClaimedText, language: string | null): FactChange[] {
  const [before, after] = [readStems(said, language), readStems(says, language)]
  const [kinds, now] = [tally(said.words), tally(says.words)]
  const count = (side: typeof kinds, kind: ClaimKind) => side.get(kind)?.length ?? 0
  const more = (claim: ClaimKind) => count(now, claim) - count(kinds, claim)
  const denied = (words: ClaimWord[], claim: ClaimKind) =>
    words.filter((one) => (one.denied ?? one.kind) === claim).length
  const moreDenied = (claim: ClaimKind) => denied(says.words, claim) - denied(said.words, claim)
  // "Only until Friday" and "may take up to a week" are limits, which are compared with their figures.
  const isLimit = (word: ClaimWord) =>
    said.words.some((one) => BOUNDS.test(one.kind) && one.start >= word.end && one.start - word.end < BESIDE)
  const isGone = (claim: ClaimKind, instead: ClaimKind[]) =>
    (kinds.get(claim) ?? []).some((word) => !isLimit(word)) &&
    count(now, claim) === 0 &&
    !instead.some((other) => more(other) > 0)
  // "Free" is "you don't pay", and denies nothing new.
  const isDeniedMore = more("not") + more("free") > 0
  // "Only after 7 pm" is "not before 7 pm".
  const isOrdered = (kinds.get("only") ?? []).every((only) =>
    said.words.some(
      ({ kind, start, end }) => ORDERED.test(kind) && start - only.end < BESIDE && only.start - end < BESIDE
    )
  )
  return [
    ...changedNegations(before, after, language).map((span) => ({ kind: "negation" as const, before: span })),
    ...changedNegations(after, before, language).map((span) => ({ kind: "negation" as const, after: span })),
    ...lostConditions(before, after, language).map((span) => ({ kind: "condition" as const, before: span })),
    ...(isGone("only", [
      "if",
      "unless",
      ...(isDeniedMore ? ["not" as const] : []),
      ...(isOrdered ? ["order-before" as const] : [])
    ])
      ? [claimChange("condition", kinds.get("only"), undefined, false)]
      : []),
    ...(isGone("hedge", ["limit-most", "some", "can"])
      ? [claimChange("certainty", kinds.get("hedge"), undefined, false)]
      : []),
    ...OPPOSITES.filter(([one, other]) => more(one) * more(other) < 0 && moreDenied(one) * moreDenied(other) < 0).map(
      ([one, , kind]) => claimChange(kind, kinds.get(one), now.get(one), more(one) > 0)
    ),
    ...exchangedMarks(before, after),
    ...swappedActors(before, after),
    ...newDuties(before, after)
  ]
}

const BOUNDS = /^(?:limit|order)-/
const ORDERED = /^(?:order-after|if)$/
/** In characters. */
const BESIDE = 12

const OPPOSITES: readonly (readonly [ClaimKind, ClaimKind, FactChangeKind])[] = [
  ["all", "some", "scope"],
  ["free", "charged", "price"],
  ["order-before", "order-after", "order"],
  ["each-hour", "each-day", "figure"],
  ["each-hour", "each-week", "figure"],
  ["each-day", "each-week", "figure"],
  ["each-day", "each-month", "figure"],
  ["each-day", "each-year", "figure"],
  ["each-week", "each-month", "figure"],
  ["each-week", "each-year", "figure"],
  ["each-month", "each-year", "figure"]
]
