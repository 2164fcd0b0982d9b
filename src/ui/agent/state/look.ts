import type { Claim } from "../../../ticket/draft.ts"
import { placed, type GuardMark, type PlacedMark } from "../../../ticket/guard.ts"
import { LOCALE } from "../../messages/en.ts"
import { blanksOf, type Blank, type Letter } from "./model.ts"

/** One thing to look at: a sentence with a gap in its proof, or an open blank. `id` names its mark in the letter. */
export type Look =
  | { kind: Doubt; claim: Claim; at: number; id: string }
  | { kind: "blank"; blank: Blank; at: number; id: string }
  | { kind: "foreign" | "unnamed"; place: PlacedMark; at: number; id: string }
export type Doubt = "no-source" | "needs-approval" | "contradicts"

/** Everything to look at, from the top of the letter. What the agent keeps as own words is none. */
export function looksOf(letter: Letter, marks: readonly GuardMark[] = []): Look[] {
  return rowsOf(letter, marks).filter((look) => look.kind !== "blank" || look.blank.open)
}

/** As `looksOf`, with the blanks that have been filled: their fields stay until Insert. */
export function rowsOf(letter: Letter, marks: readonly GuardMark[] = []): Look[] {
  const places = placed(marks, letter.text)
  const foreign = places
    .filter(({ mark }) => !mark.kept)
    .map(
      (place): Look => ({ kind: place.mark.severe ? "foreign" : "unnamed", place, at: place.end, id: foreignId(place) })
    )
  const doubts = letter.claims.flatMap((claim): Look[] =>
    isDoubt(claim.state) && !isSaid(claim, places) && !letter.kept.includes(claim.start)
      ? [{ kind: claim.state, claim, at: claim.end, id: markId(claim) }]
      : []
  )
  const blanks = blanksOf(letter).map(
    (blank): Look => ({ kind: "blank", blank, at: blank.start, id: blankId(blank.ordinal) })
  )
  return [...doubts, ...foreign, ...blanks].sort((a, b) => a.at - b.at)
}

export const markId = (claim: Claim) => `mark-${claim.start}`
export const foreignId = ({ start }: PlacedMark) => `foreign-${start}`
export const blankId = (ordinal: number) => `blank-${ordinal}`
export const checkId = (look: Pick<Look, "id">) => `check-${look.id}`

/** How many of each kind, in the order in which the bar tells them. */
export function tallyOf(looks: Look[]): { kind: Look["kind"]; count: number }[] {
  const kinds = ["foreign", "contradicts", "no-source", "unnamed", "needs-approval", "blank"] as const
  return kinds
    .map((kind) => ({ kind, count: looks.filter((look) => look.kind === kind).length }))
    .filter(({ count }) => count > 0)
}

/** "[a] and [b]": how open blanks read when they are put in all the same. */
export function blanksAsPut(looks: Look[]): string {
  return new Intl.ListFormat(LOCALE).format(
    looks.flatMap((look) => (look.kind === "blank" ? [`[${look.blank.name}]`] : []))
  )
}

/** That no source holds a sentence is said better by what was found in it, also once that is the agent's own. */
function isSaid(claim: Claim, places: PlacedMark[]): boolean {
  return claim.state === "no-source" && places.some(({ start, end }) => start < claim.end && end > claim.start)
}

function isDoubt(state: string): state is Doubt {
  return state === "no-source" || state === "needs-approval" || state === "contradicts"
}
