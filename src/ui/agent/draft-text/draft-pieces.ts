import type { Claim } from "../../../ticket/draft.ts"
import { locateGuardMarks, type GuardMark, type PlacedMark } from "../../../ticket/guard-marks.ts"
import { blanksOf, type Blank, type DraftText } from "../state/draft-text.ts"

/** The pieces of which the draft is drawn, in order: runs of text, blanks, and the mark after a sentence. */
export type DraftPiece =
  | { kind: "text"; start: number; text: string; claim?: Claim; foreign?: PlacedMark }
  | { kind: "blank"; blank: Blank; value: string }
  | { kind: "mark"; claim: Claim; after: "text" | "blank" }
  | { kind: "foreign"; place: PlacedMark }
  | { kind: "place" }
  | { kind: "message"; at: number; isLast: boolean }

/**
 * @param at where a sentence that is offered would go
 * @param messages the messages of the letter, where it is sent in several
 */
export function draftPiecesOf(
  letter: DraftText,
  marks: readonly GuardMark[] = [],
  at?: number,
  messages: readonly { end: number }[] = []
): DraftPiece[] {
  const foreignAt = locateGuardMarks(
    marks.filter(({ kept }) => !kept),
    letter.text
  )
  const claims = [...letter.claims].sort((a, b) => a.start - b.start)
  const blanks = blanksOf(letter)
  const cuts = new Set([0, letter.text.length, ...(at === undefined ? [] : [at])])
  for (const { start, end } of [...claims, ...blanks, ...foreignAt]) cuts.add(start).add(end)
  // Each sign takes the empty line after its message.
  const signs = messages.map(({ end }) => Math.min(end + 1, letter.text.length))
  for (const sign of signs) cuts.add(sign)
  const places = [...cuts].filter((cut) => cut >= 0 && cut <= letter.text.length).sort((a, b) => a - b)

  const pieces: DraftPiece[] = []
  places.forEach((start, index) => {
    // After words, it is drawn together with the last of them.
    for (const place of foreignAt)
      if (place.end === start && pieces.at(-1)?.kind !== "text") pieces.push({ kind: "foreign", place })
    for (const claim of claims)
      if (claim.end === start && claim.end > claim.start)
        pieces.push({ kind: "mark", claim, after: pieces.at(-1)?.kind === "blank" ? "blank" : "text" })
    if (start === at) pieces.push({ kind: "place" })
    const message = signs.indexOf(start)
    if (message !== -1) pieces.push({ kind: "message", at: message, isLast: message === signs.length - 1 })
    const end = places[index + 1]
    if (end === undefined) return
    const blank = blanks.find((one) => one.start <= start && start < one.end)
    if (blank) {
      if (blank.start === start)
        pieces.push({ kind: "blank", blank, value: blank.open ? "" : letter.text.slice(blank.start, blank.end) })
      return
    }
    const claim = claims.find((one) => one.start <= start && start < one.end)
    const foreign = foreignAt.find((one) => one.start <= start && start < one.end)
    pieces.push({
      kind: "text",
      start,
      text: letter.text.slice(start, end),
      ...(claim ? { claim } : {}),
      ...(foreign ? { foreign } : {})
    })
  })
  return pieces
}
