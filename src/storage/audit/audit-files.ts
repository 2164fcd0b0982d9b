import { createPublicKey } from "node:crypto"
import { createReadStream } from "node:fs"
import { readFile } from "node:fs/promises"
import { createInterface } from "node:readline"
import { parse } from "csv-parse"
import * as z from "zod/mini"
import { StartError } from "../../runtime/problem.ts"
import type { ChainEntry } from "./entry-hash.ts"
import { exportRow } from "./export-rows.ts"
import type { Statement } from "./signed-entries.ts"
import { jsonOrUndefined } from "../../runtime/json.ts"

/**
 * Reads a public key from a file, as PEM or as the base64 of its DER.
 * @throws StartError "audit-key" if it is none
 */
export async function readPublicKey(file: string): Promise<string> {
  const text = (await readText(file)).trim()
  try {
    const key = createPublicKey(text.includes("-----BEGIN") ? text.slice(text.indexOf("-----BEGIN")) : derOf(text))
    return key.export({ format: "der", type: "spki" }).toString("base64")
  } catch (cause) {
    throw new StartError("audit-key", `${file} holds no public key.`, { cause })
  }
}

const derOf = (text: string) => ({ key: Buffer.from(text, "base64"), format: "der", type: "spki" }) as const

const logLine = z.object({
  event: z.literal("audit-checkpoint"),
  through: z.int(),
  hash: z.string(),
  chain: z.string()
})

/**
 * Reads the newest checkpoint of a file of the relay's log, or of one line of it.
 * @throws StartError "audit-checkpoint" if there is none
 */
export async function readCheckpoint(fileOrLine: string): Promise<Statement> {
  const lines = fileOrLine.trimStart().startsWith("{") ? [fileOrLine] : (await readText(fileOrLine)).split("\n")
  const checkpoints = lines.flatMap((line) => {
    const checkpoint = logLine.safeParse(jsonOrUndefined(line))
    return checkpoint.success ? [checkpoint.data] : []
  })
  const newest = checkpoints.toSorted((a, b) => a.through - b.through).at(-1)
  if (!newest)
    throw new StartError("audit-checkpoint", `${fileOrLine} holds no line "audit-checkpoint" of a log in JSON.`)
  return newest
}

/**
 * Reads the rows of an exported audit.
 * @throws StartError "audit-export" if a line isn't one
 */
export async function* readExport(file: string): AsyncGenerator<ChainEntry> {
  const isLines = (await firstCharacter(file)) === "{"
  let line = isLines ? 0 : 1
  for await (const row of isLines ? linesOf(file) : cellsOf(file)) {
    line++
    const entry = exportRow.safeParse(row)
    if (!entry.success)
      throw new StartError("audit-export", `Row ${line} of ${file} is no entry of an audit: it was changed.`)
    yield entry.data
  }
}

async function firstCharacter(file: string): Promise<string> {
  try {
    for await (const text of createReadStream(file, { encoding: "utf8", end: 3 })) return String(text)[0] ?? ""
  } catch (cause) {
    throw unreadable(file, cause)
  }
  return ""
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8")
  } catch (cause) {
    throw unreadable(file, cause)
  }
}

const unreadable = (file: string, cause: unknown) => new StartError("file", `${file} can't be read.`, { cause })

async function* linesOf(file: string): AsyncGenerator<unknown> {
  for await (const line of createInterface({ input: createReadStream(file) })) yield jsonOrUndefined(line)
}

async function* cellsOf(file: string): AsyncGenerator<unknown> {
  const rows = createReadStream(file).pipe(parse({ bom: true, columns: true, relax_column_count: true }))
  for await (const row of rows) {
    const cells = cellRow.safeParse(row)
    if (!cells.success) yield undefined
    else {
      const { id, person, machine, ids, late, ...rest } = cells.data
      const names = { person: person || null, machine: plain(machine) || null }
      yield { ...rest, ...names, id: Number(id), ids: jsonOrUndefined(ids), late: late === "true" }
    }
  }
}

/** A cell that could be taken for a formula was written with an apostrophe before it. */
const plain = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r])/, "")

const cell = z.string()
const cellRow = z.object({
  ...{ id: cell, at: cell, person: cell, machine: cell, action: cell },
  ...{ ids: cell, late: z.enum(["true", "false"]), previous: cell, hash: cell }
})
