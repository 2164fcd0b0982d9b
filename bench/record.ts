import { appendFileSync, mkdirSync } from "node:fs"
import { dirname, join } from "node:path"
import * as z from "zod/mini"
import type { Row } from "./table.ts"

/** The log of all measurements, one line for each part of a run. */
export const RUNS_FILE = join(import.meta.dirname, "results/runs.jsonl")

const text = z.string().check(z.minLength(1))
const row = z.array(z.string()).check(z.minLength(2))
const common = { date: z.iso.date(), part: text, machine: z.union([z.string(), z.array(row)]) }

/** The shape of a line. A note is a measurement that was written down by hand. */
export const runSchema = z.union([
  z.strictObject({ ...common, rows: z.array(row).check(z.minLength(1)) }),
  z.strictObject({ ...common, note: text })
])

interface Run {
  /** Day of the run, in UTC. */
  at: Date
  /** Name of the part, as `npm run bench -- PART` takes it. */
  part: string
  machine: readonly Row[]
  rows: readonly Row[]
}

/** Appends one line to the log of measurements, and makes the file if there is none. */
export function recordRun({ at, part, machine, rows }: Run, file = RUNS_FILE): void {
  mkdirSync(dirname(file), { recursive: true })
  appendFileSync(file, `${JSON.stringify({ date: at.toISOString().slice(0, 10), part, machine, rows })}\n`)
}
