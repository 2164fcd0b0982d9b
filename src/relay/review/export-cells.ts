import type { Outcome } from "../../protocol/outcome.ts"
import type { CaseLine, Figure, FiguresBy, Share } from "../../protocol/review.ts"
import type { Scores } from "../../protocol/scorecard.ts"
import { REASONS } from "../../ticket/review-reasons.ts"
import type { Cells } from "../http/export-file.ts"

/** A share is left empty where there are not enough cases to show it. */
export function figureCells(by: FiguresBy, group: string | null, figure: Figure): Cells {
  const { drafted, used, rejected, ignored, none, unchanged, light, heavy, accepted } = figure
  const shares = { drafted, used, rejected, ignored, none, unchanged, light, heavy, accepted }
  return {
    [by]: group ?? "",
    eligible: figure.eligible,
    unasked: figure.unasked,
    ...Object.fromEntries(Object.entries(shares).flatMap(([name, share]) => shareCells(name, share))),
    unknown: figure.unknown,
    edit_distance_median: figure.editDistance.median ?? "",
    ...Object.fromEntries(figure.editDistance.spread.map((count, tenth) => [`edit_distance_from_0.${tenth}`, count])),
    first_text_p50_ms: figure.firstText.p50 ?? "",
    first_text_p95_ms: figure.firstText.p95 ?? "",
    first_text_of: figure.firstText.of,
    ...Object.fromEntries(REASONS.map((reason) => [`agents_${reason}`, figure.reasons[reason] ?? 0]))
  }
}

function shareCells(name: string, { n, of, low, high }: Share): [string, string | number][] {
  return [
    [name, n],
    [`${name}_of`, of],
    [`${name}_share`, low === null ? "" : n / of],
    [`${name}_low`, low ?? ""],
    [`${name}_high`, high ?? ""]
  ]
}

interface Reviewed {
  done: boolean | null
  verdict: string | null
  scorecard: number | null
  scores: Scores
  isRandom: boolean | null
  reasons: string[]
  note: string
  by: string | null
  at: string | null
}

/** Returns one row of the export of cases. No cell calls a function in a spreadsheet. */
export function caseCells(line: CaseLine | undefined, outcome: Outcome, review: Reviewed | null): Cells {
  const cells: Cells = {
    ...ticketCells(line, outcome),
    ...draftCells(outcome),
    ...markCells(line),
    agent_reasons: (outcome.reasons ?? []).join(" "),
    agent_note: outcome.note ?? "",
    ...reviewCells(line, review),
    draft: outcome.draft,
    sent: outcome.sent ?? ""
  }
  return Object.fromEntries(
    Object.entries(cells).map(([column, cell]) => [column, typeof cell === "string" ? harmless(cell) : cell])
  )
}

const ticketCells = (line: CaseLine | undefined, outcome: Outcome): Cells => ({
  case: line?.caseId ?? "",
  at: line?.at ?? "",
  site: outcome.site,
  helpdesk: outcome.helpdesk,
  ticket: outcome.ticketId,
  subject: line?.subject ?? "",
  result: line?.result ?? ""
})

const draftCells = ({ times, ...outcome }: Outcome): Cells => ({
  kind: outcome.kind,
  edit_distance: outcome.editDistance ?? "",
  filled_blanks: outcome.filledBlanks,
  language: outcome.language ?? "",
  model: outcome.model,
  pipeline: outcome.pipelineVersion,
  opened: times.opened ?? "",
  first_text: times.firstText ?? "",
  ready: times.ready ?? "",
  used: times.used ?? "",
  rejected: times.rejected ?? "",
  sent_at: times.sent ?? ""
})

const markCells = (line: CaseLine | undefined): Cells => ({
  no_source: line?.marks.noSource ?? 0,
  needs_approval: line?.marks.needsApproval ?? 0,
  contradicts: line?.marks.contradicts ?? 0
})

const scoreCells = (review: Reviewed | null): Cells => ({
  scorecard: review?.scorecard ?? "",
  scores: Object.entries(review?.scores ?? {})
    .map(([criterion, score]) => `${criterion} ${score}`)
    .join(", ")
})

const reviewCells = (line: CaseLine | undefined, review: Reviewed | null): Cells => ({
  reviewed: review?.done === true ? "yes" : "no",
  newer_revision: line?.newer === true ? "yes" : "no",
  counted: line?.counted === false ? "no" : "yes",
  lead_verdict: review?.verdict ?? "",
  drawn_at_random: review ? (review.isRandom === true ? "yes" : "no") : "",
  ...scoreCells(review),
  lead_reasons: (review?.reasons ?? []).join(" "),
  lead_note: review?.note ?? "",
  lead: review?.by ?? "",
  reviewed_at: review?.at ?? ""
})

/**
 * A spreadsheet that parts cells at semicolons or tabs, as those in German or French do, sees no quotes around a cell,
 * and begins new cells within the text. None of them may call a function or a program, so it gets the apostrophe that
 * the whole cell gets. A zero character is removed, because spreadsheets end the text there, and what is longer than
 * Excel's cells is cut, because Excel writes the rest into the next row.
 */
function harmless(text: string): string {
  const safe = text.replaceAll("\0", "").replace(INNER_FORMULA, "$1'")
  return safe.length > MAX_CELL_CHARACTERS ? `${safe.slice(0, MAX_CELL_CHARACTERS)}${CUT}` : safe
}

/** With the note, and the apostrophe of a cell that begins like a formula, it is below Excel's 32,767. */
const MAX_CELL_CHARACTERS = 32_700
const CUT = " [cut: JSONL has the whole text]"

const INNER_FORMULA = /([;\t\r\n][^\S\t\r\n]*"*)(?=[=+\-@＝＋－＠][^;\t\r\n]*[(|!])/g
