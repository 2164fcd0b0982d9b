import type { PanelDraft } from "../../../protocol/panel.ts"
import { isConfirmed, isDenied, type Claim } from "../../../ticket/draft.ts"
import { isHoldingClaim } from "../../../ticket/holding-claims.ts"
import { locateGuardMarks, type GuardMark, type PlacedMark } from "../../../ticket/guard-marks.ts"
import type { IconName } from "../../kit/icon.tsx"
import { tell } from "../../messages/t.ts"
import { listed } from "../../messages/format.ts"
import { blanksOf, type Blank, type DraftText } from "./draft-text.ts"

/** One thing to review: a sentence that lacks proof, or an open blank. `id` names its mark in the draft. */
export type OpenPoint =
  | { kind: ClaimDoubt; claim: Claim; at: number; id: string }
  | { kind: "blank"; blank: Blank; at: number; id: string }
  | { kind: "foreign" | "unnamed"; place: PlacedMark; at: number; id: string }
export type ClaimDoubt = "no-source" | "needs-approval" | "contradicts" | "look-again" | "denied"

/** Everything to review, from the top of the draft. What the agent keeps as own words is left out. */
export function openPointsOf(letter: DraftText, marks: readonly GuardMark[] = []): OpenPoint[] {
  return checklistOf(letter, marks).filter((look) => look.kind !== "blank" || look.blank.open)
}

/** Like `openPointsOf`, with the blanks that have been filled: their fields stay until Insert. */
export function checklistOf(letter: DraftText, marks: readonly GuardMark[] = []): OpenPoint[] {
  const places = locateGuardMarks(marks, letter.text)
  const foreign = places
    .filter(({ mark }) => !mark.kept)
    .map(
      (place): OpenPoint => ({
        kind: place.mark.severe ? "foreign" : "unnamed",
        place,
        at: place.end,
        id: guardMarkId(place)
      })
    )
  const doubts = letter.claims.flatMap((claim): OpenPoint[] => {
    const kind = doubtOf(claim)
    return kind && !isSaid(claim, places) && !letter.kept.includes(claim.start)
      ? [{ kind, claim, at: claim.end, id: markId(claim) }]
      : []
  })
  const blanks = blanksOf(letter).map(
    (blank): OpenPoint => ({ kind: "blank", blank, at: blank.start, id: blankId(blank.ordinal) })
  )
  return [...doubts, ...foreign, ...blanks].sort((a, b) => a.at - b.at)
}

export const markId = (claim: Claim) => `mark-${claim.start}`
export const guardMarkId = ({ start }: PlacedMark) => `foreign-${start}`
export const blankId = (ordinal: number) => `blank-${ordinal}`
export const checklistId = (look: Pick<OpenPoint, "id">) => `check-${look.id}`

/** How many there are of each kind, in the order in which the bar names them. */
export function countOpenPoints(looks: OpenPoint[]): { kind: OpenPoint["kind"]; count: number }[] {
  const kinds = [
    "foreign",
    "contradicts",
    "denied",
    "needs-approval",
    "no-source",
    "look-again",
    "unnamed",
    "blank"
  ] as const
  return kinds
    .map((kind) => ({ kind, count: looks.filter((look) => look.kind === kind).length }))
    .filter(({ count }) => count > 0)
}

/** The kinds for which Insert waits, in the order in which they are named. */
const HOLDING = ["foreign", "contradicts", "denied", "needs-approval", "no-source"] as const

export const isHolding = (look: OpenPoint): boolean =>
  "claim" in look ? isHoldingClaim(look.claim) : look.kind === "foreign"

/** For what Insert waits: how many things, and their names, such as "1 contradiction and 2 promises". */
export function holdingOf(looks: OpenPoint[]): { count: number; things: string } {
  const kinds = HOLDING.map((kind) => ({
    kind,
    count: looks.filter((look) => look.kind === kind && isHolding(look)).length
  }))
  const things = kinds.filter(({ count }) => count > 0).map(({ kind, count }) => tell(`holds.${kind}`, { count }))
  return {
    count: kinds.reduce((sum, { count }) => sum + count, 0),
    things: listed(things)
  }
}

/** "[a] and [b]": how open blanks read if they are inserted anyway. */
export function openBlanksText(looks: OpenPoint[]): string {
  return listed(looks.flatMap((look) => (look.kind === "blank" ? [`[${look.blank.name}]`] : [])))
}

/**
 * A sentence without a source needs no entry of its own if the words found in it have one, even after those became the
 * agent's own.
 */
function isSaid(claim: Claim, places: PlacedMark[]): boolean {
  return doubtOf(claim) === "no-source" && places.some(({ start, end }) => start < claim.end && end > claim.start)
}

/** What is doubtful about a sentence. What only the model that verifies denies is a kind of its own. */
export function doubtOf({ state, reason, verdict }: Claim): ClaimDoubt | undefined {
  if (state !== "no-source" && state !== "needs-approval" && state !== "contradicts" && state !== "look-again")
    return isDenied(verdict) ? "denied" : undefined
  return reason === "verifier" ? "denied" : state
}

/** How each kind of doubt looks: its shape comes first, its colour second. A word is next to it. */
export const DOUBT_LOOKS = {
  "no-source": { tone: "doubt", icon: "no-source" },
  "needs-approval": { tone: "consent", icon: "stamp" },
  contradicts: { tone: "wrong", icon: "alert" },
  denied: { tone: "wrong", icon: "denied" },
  "look-again": { tone: "doubt", icon: "eye" }
} satisfies Record<ClaimDoubt, { tone: string; icon: IconName }>

/** Says whether the verifier's word on a sentence is still to come. */
export const isBeingChecked = (draft: Pick<PanelDraft, "checking"> | undefined, { state, verdict }: Claim): boolean =>
  draft?.checking === true && state !== "courtesy" && verdict === undefined

/** Says whether the verifier confirmed a sentence, and no rule has anything against it. */
export const isVerified = ({ state, verdict }: Claim): boolean => state === "supported" && isConfirmed(verdict)
