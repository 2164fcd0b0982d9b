import type { Span } from "../../ticket/evidence-pair.ts"
import type { FactChange } from "../../ticket/rewrite.ts"
import { diffReplies, type DiffPiece } from "../../text/reply-diff.ts"
import { changedFacts } from "./changed-facts.ts"
import { settleChanges, type RowVerdict } from "./settle-changes.ts"

export interface ComparedRewrite {
  /** The sentences that differ, in reading order. */
  rows: RewriteRow[]
  /** The rewrite with only the rows that keep every fact, if there are such rows and others. */
  safe?: string
}

export interface RewriteRow {
  before: string
  after: string
  changes: RowChange[]
  /** The doubts that a judge settled. */
  settled?: RowChange[]
}

/** A change with its words in both texts, "" where one has none. */
interface RowChange {
  kind: FactChange["kind"]
  before: string
  after: string
}

/**
 * Holds a rewrite beside the text before, sentence by sentence, with what may say something else now. A change that
 * belongs to no row that differs is shown at the first row.
 * @param language ISO 639-1 of both
 * @param judged what a judge found of the rows that the same call gave without it, in their order
 */
export function compareRewrite(
  before: string,
  after: string,
  language: string | null,
  judged: readonly (RowVerdict | undefined)[] = []
): ComparedRewrite {
  const placed = placedRows(before, after, language)
  const differing = placed.filter(({ same }) => !same)
  for (const change of changedFacts(before, after, language)) {
    const row = differing.find((one) => isWithin(change, one)) ?? differing[0]
    row?.changes.push(change)
  }
  const settled: FactChange[] = []
  const rows = differing.map((row, at): RewriteRow => {
    const doubts = settleChanges(row.changes, judged[at])
    row.changes = doubts.changes
    settled.push(...doubts.settled)
    return rowIn(before, after, { ...row, settled: doubts.settled })
  })
  if (!rows.some(({ changes }) => changes.length > 0) || !rows.some(({ changes }) => changes.length === 0))
    return { rows }
  const safe = withoutChanged(before, after, placed)
  const isSettled = (change: FactChange) => settled.some(({ kind }) => kind === change.kind)
  return safe === before || !changedFacts(before, safe, language).every(isSettled) ? { rows } : { rows, safe }
}

/** Puts the words of both texts into a row, in place of where they stand. */
export function rowIn(
  before: string,
  after: string,
  row: Pick<PlacedRow, "before" | "after" | "changes"> & { settled: FactChange[] }
): RewriteRow {
  const words = (text: string, span: Span | undefined) => (span ? text.slice(span.start, span.end) : "")
  const worded = (changes: FactChange[]) =>
    changes.map((one) => ({ kind: one.kind, before: words(before, one.before), after: words(after, one.after) }))
  return {
    before: words(before, row.before),
    after: words(after, row.after),
    changes: worded(row.changes),
    ...(row.settled.length > 0 && { settled: worded(row.settled) })
  }
}

/** A row with its places in both texts. */
interface PlacedRow {
  same: boolean
  before?: Span
  after?: Span
  changes: FactChange[]
}

function placedRows(before: string, after: string, language: string | null): PlacedRow[] {
  let [said, says] = [0, 0]
  return diffReplies(before, after, language).map(({ kind, draft, sent }) => {
    const own = place(before, textOf(draft), said)
    const other = place(after, textOf(sent), says)
    said = own?.end ?? said
    says = other?.end ?? says
    return { same: kind === "same", ...(own && { before: own }), ...(other && { after: other }), changes: [] }
  })
}

const textOf = (pieces: DiffPiece[]): string => pieces.map(({ text }) => text).join("")

function place(text: string, part: string, from: number): Span | undefined {
  if (part === "") return undefined
  const start = text.indexOf(part, from)
  return start < 0 ? undefined : { start, end: start + part.length }
}

const isWithin = (change: FactChange, row: PlacedRow): boolean =>
  overlaps(change.after, row.after) || overlaps(change.before, row.before)
const overlaps = (a: Span | undefined, b: Span | undefined): boolean =>
  a !== undefined && b !== undefined && a.start < b.end && b.start < a.end

/** Puts the sentences before back where the rewrite changed a fact. */
function withoutChanged(before: string, after: string, rows: PlacedRow[]): string {
  let text = ""
  let at = 0
  for (const { before: own, after: other, changes } of rows) {
    const back = changes.length > 0
    const said = own ? before.slice(own.start, own.end) : ""
    if (other) {
      text += after.slice(at, other.start) + (back ? said : after.slice(other.start, other.end))
      at = other.end
    } else if (back && said !== "") text += `${text === "" || text.endsWith("\n") ? "" : " "}${said}`
  }
  return text + after.slice(at)
}
