import { execFile } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import type * as z from "zod/mini"
import { createOfflineDrafter } from "../../src/relay/drafting/offline/offline-drafter.ts"
import { corpusLine } from "../corpus.ts"
import { drafterOver } from "../drafting.ts"
import { openKnowledge } from "../knowledge.ts"
import { parse } from "../../training/read-lines.ts"
import { draftLine } from "../tasks/draft.ts"
import { passOver, type Pass, type ReportSet, type Row } from "./row.ts"
import { readLines } from "../../training/read-lines.ts"

/**
 * Whole drafts for the tickets of an invented company, written by the offline drafter and scored by the set's own
 * script.
 */
export const ticketsOwn: ReportSet = {
  folder: "tickets-own",
  files: ["tickets.jsonl", "knowledge.jsonl", "score.mjs"],
  async rows(folder, { say, signal }) {
    const run = (...args: string[]) => script(join(folder, "score.mjs"), args, signal)
    const asked = await askedBy(run)
    const knowledge = await openKnowledge(readLines(join(folder, "knowledge.jsonl"), corpusLine), signal)
    const kept = mkdtempSync(join(tmpdir(), "replywright-eval-drafts-"))
    try {
      const rows: Row[] = []
      for (const mode of ["strict", "balanced"] as const) {
        const write = drafterOver(knowledge, createOfflineDrafter(), mode, signal)
        const { result, pass } = await passOver(asked.length, async () => {
          const lines: string[] = []
          for (const { id, ticket } of asked) lines.push(JSON.stringify({ id, ...(await write(ticket)) }))
          return lines
        })
        const file = join(kept, `${mode}.jsonl`)
        writeFileSync(file, result.join("\n"))
        const table = await run(file, "--show")
        say(`tickets-own, masked ${mode}\n${table}`)
        rows.push(...rowsOf(readTable(table), mode, pass))
      }
      return rows
    } finally {
      rmSync(kept, { recursive: true, force: true })
      await knowledge.close()
    }
  }
}

/** Returns the tickets of a company as they are asked, from its script. */
export async function askedBy(run: (...args: string[]) => Promise<string>): Promise<z.infer<typeof draftLine>[]> {
  return (await run("--make-input"))
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => parse(draftLine, JSON.parse(line)))
}

/**
 * Returns the standard output of the set's script. The script exits with 1 if something internal was revealed, which
 * its table reports.
 */
export async function script(file: string, args: string[], signal: AbortSignal): Promise<string> {
  try {
    return (await promisify(execFile)(process.execPath, [file, ...args], { signal, maxBuffer: 64 << 20 })).stdout
  } catch (error) {
    if (
      error instanceof Error &&
      "code" in error &&
      error.code === 1 &&
      "stdout" in error &&
      typeof error.stdout === "string" &&
      error.stdout !== ""
    )
      return error.stdout
    throw error
  }
}

export interface Scored {
  row: string
  /**
   * The columns are "all" and then one for each language. A share is given as points of possible points, and a count
   * should be 0.
   */
  cells: { column: string; points: number; of?: number }[]
}

/** Reads the table that the script prints below the problems of each ticket. @throws Error if there is none */
export function readTable(text: string): Scored[] {
  const lines = text.split("\n")
  const head = lines.findIndex((line) => /^tickets\s+all\s/.test(line))
  if (head < 0) throw new Error("The scores hold no table.")
  const columns = lines[head]?.trim().split(/\s+/).slice(1) ?? []
  return lines.slice(head + 1).flatMap((line) => {
    const read = /^(\S.*?) {2,}(.*)$/.exec(line)
    const cells =
      read?.[2]
        ?.replace(/ [\d.]+ %/g, "")
        .trim()
        .split(/\s+/) ?? []
    if (!read?.[1] || cells.length !== columns.length) return []
    return [{ row: read[1], cells: cells.flatMap((cell, at) => cellOf(columns[at] ?? "", cell)) }]
  })
}

function cellOf(column: string, cell: string): Scored["cells"] {
  const [points = "", of] = cell.split("/")
  if (points === "-") return []
  return [{ column, points: Number(points), ...(of === undefined ? {} : { of: Number(of) }) }]
}

function rowsOf(table: Scored[], mode: string, pass: Pass): Row[] {
  const set = "tickets-own"
  return table.flatMap(({ row, cells }) =>
    cells.flatMap(({ column, points, of }): Row[] => {
      if (column === "all") {
        const baseline = BASELINES[row]
        return [
          {
            set,
            metric: `${mode}: ${row}`,
            ...(of === undefined ? { figure: points, unit: "count" as const } : { figure: points / of }),
            ...(baseline ? { baseline } : {}),
            ...pass
          }
        ]
      }
      // Counts that should be 0 are reported for all languages together, and masking modes differ little in them.
      return of === undefined || mode !== "strict"
        ? []
        : [{ set, metric: `${mode}, ${row}: ${column}`, figure: points / of, ...pass, detail: true }]
    })
  )
}

/** These figures come from the set's SOURCE.md. */
const BASELINES: Record<string, string> = {
  "right page cited": "2.0 %: one constant English sentence",
  "facts said": "1.2 %: one constant English sentence",
  "missing facts asked": "9.1 %: one constant English sentence"
}
