import { sql, type Kysely, type SqlBool } from "kysely"
import type { ExportQuery, FiguresAnswer } from "../../protocol/review.ts"
import { asLongAnswer } from "../../storage/pool/time-limit.ts"
import * as z from "zod/mini"
import { scores, type Scores } from "../../protocol/scorecard.ts"
import type { Schema } from "../../storage/schema.ts"
import { csv, type Cells, type ExportFile } from "../http/export-file.ts"
import { CASE_FIELDS, caseKey } from "../../storage/encryption/row-keys.ts"
import { caseCells, figureCells } from "./export-cells.ts"
import { readOutcomeBody } from "./read-case.ts"
import { readDays } from "./figures/count-cases.ts"
import { readFigures } from "./figures/figures.ts"
import { filterCondition } from "./filter/case-filter.ts"
import { caseLinesOf, selectCases } from "./cases/case-lines.ts"

/** Exports what a lead is shown: the table of figures, or one row for each case. The file is made while it is read. */
export async function exportFile(db: Kysely<Schema>, query: ExportQuery, now: Date): Promise<ExportFile> {
  if (query.of === "cases")
    return fileOf(query.format, { name: "cases", days: await readDays(db, query), rows: readCases(db, query) })
  const figures = await readFigures(db, query, now)
  return fileOf(query.format, { name: `figures-by-${figures.by}`, days: figures, rows: tableOf(figures) })
}

interface FileContent {
  name: string
  days: Pick<FiguresAnswer, "from" | "to">
  rows: AsyncGenerator<FileRow[]>
}

function fileOf(format: ExportQuery["format"], { name, days: { from, to }, rows }: FileContent): ExportFile {
  const span = from === null && to === null ? "no-cases" : `${from ?? "start"}-to-${to ?? "today"}`
  return {
    name: `replywright-${name}-${span}.${format}`,
    type: format === "csv" ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8",
    chunks: inLongSteps(format === "csv" ? csv(cellsOf(rows), "No cases") : jsonl(rows))
  }
}

/** Reads each piece as work that may take long, whoever takes it. */
async function* inLongSteps(chunks: AsyncGenerator<string>): AsyncGenerator<string> {
  for (;;) {
    const next = await asLongAnswer(() => chunks.next())
    if (next.done) return
    yield next.value
  }
}

/** One row of the file, nested for a program and flat for a spreadsheet. */
interface FileRow {
  whole: object
  cells: Cells
}

async function* tableOf(figures: FiguresAnswer): AsyncGenerator<FileRow[]> {
  const rows = [
    { group: "all", figure: figures.whole },
    ...figures.groups.map(({ key, figure }) => ({ group: key, figure }))
  ]
  yield rows.map(({ group, figure }) => ({
    whole: { by: figures.by, group, ...figure },
    cells: figureCells(figures.by, group, figure)
  }))
}

/** How many cases are read at a time. They take a few MB at most if replies have the usual length. */
const BATCH = 200

/** Reads the cases, the newest first. A case that comes in meanwhile is not included. */
async function* readCases(db: Kysely<Schema>, query: ExportQuery): AsyncGenerator<FileRow[]> {
  const cases = selectCases(db)
    .where(filterCondition(query))
    .select([
      "outcomes.body",
      "outcomes.revision",
      "outcomes.model",
      "outcomes.pipeline_version",
      "reviews.version",
      "reviews.verdict",
      "reviews.is_random",
      "reviews.scorecard",
      "reviews.scores",
      "reviews.reasons as ticked",
      "reviews.note",
      "reviews.by",
      "reviews.at"
    ])
    .orderBy("outcomes.created_at", "desc")
    .orderBy("outcomes.id", "desc")
    .limit(BATCH)
  for (let rows = await cases.execute(); rows.length > 0; ) {
    const lines = await caseLinesOf(db, rows)
    yield rows.map((row, at) => {
      const line = lines[at]
      const outcome = readOutcomeBody(db, row)
      const review =
        row.version === null
          ? null
          : {
              version: row.version,
              done: row.done,
              verdict: row.verdict,
              isRandom: row.is_random,
              scorecard: row.scorecard,
              scores: scoresIn(row.scores),
              reasons: row.ticked ?? [],
              note: row.note === null ? "" : caseKey(db, row.id, row.data_key).open(CASE_FIELDS.note, row.note),
              by: row.by,
              at: row.at?.toISOString() ?? null
            }
      const requested = { model: row.model, pipelineVersion: row.pipeline_version }
      return {
        whole: { ...line, requested, outcome, review },
        cells: caseCells(line, { ...outcome, ...requested }, review)
      }
    })
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    rows = await cases
      .where(sql<SqlBool>`(outcomes.created_at, outcomes.id) < (${last.created_at}, ${last.id})`)
      .execute()
  }
}

const scoresIn = (stored: string | null): Scores => (stored === null ? {} : z.parse(scores, JSON.parse(stored)))

async function* cellsOf(records: AsyncGenerator<FileRow[]>): AsyncGenerator<Cells[]> {
  for await (const rows of records) yield rows.map(({ cells }) => cells)
}

async function* jsonl(records: AsyncGenerator<FileRow[]>): AsyncGenerator<string> {
  for await (const rows of records) yield rows.map(({ whole }) => `${JSON.stringify(whole)}\n`).join("")
}
