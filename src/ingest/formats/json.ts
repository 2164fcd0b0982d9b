import { DocumentError, type Format, type ReadItem } from "./common/format.ts"
import * as z from "zod/mini"
import { publicationFieldOf } from "./publication/publication-fields.ts"
import type { Statement } from "./publication/refuse-unpublished.ts"
import { readLines } from "./jsonl.ts"
import { WANTED } from "./table/columns.ts"
import { rowOfRecord, RowReader } from "./table/row.ts"
import { singleChunk, wholeFile, wholeText } from "./common/text.ts"

/** Reads a list of objects, or an object that holds one ("articles"). Each object becomes one document. */
export const json: Format = {
  id: "json",
  endings: ["json"],
  largest: 50_000_000,
  async *read(file, signal) {
    const text = wholeText(await wholeFile(await file.open(), signal))
    const value = parsed(text)
    if (value === undefined && /^\s*\{[^\n]*\}\s*\n\s*\{/.test(text)) {
      yield* readLines(file, singleChunk(text), signal)
      return
    }
    const list = value === undefined ? undefined : listOf(value)
    if (!list) throw new DocumentError("It is no JSON with a list of articles.")
    const { markdownOfHtml } = await import("./html/markdown-of-html.ts")
    const rows = new RowReader(file, markdownOfHtml)
    const around = list === value ? [] : statementsAround(value)
    const all = list.map((entry) => rowOfRecord(entry, around))
    if (!all.some((row) => row?.values.body !== undefined))
      throw new DocumentError(`No article was found in it. ${WANTED.replace("columns", "fields")}`)
    for (const [at, row] of all.entries()) {
      signal.throwIfAborted()
      const none: ReadItem = {
        type: "failed",
        path: `${file.path}, entry ${at + 1}`,
        reason: "It has no field with a text."
      }
      yield row?.values.body === undefined ? none : rows.read(row, `entry ${at + 1}`)
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Returns what the object around a list says of all of it: `{"draft": true, "articles": [...]}`. */
const statementsAround = (value: unknown): Statement[] =>
  Object.entries(z.record(z.string(), z.unknown()).safeParse(value).data ?? {}).flatMap(([name, said]): Statement[] =>
    publicationFieldOf(name) === "unpublished" || publicationFieldOf(name) === "published"
      ? [[name, said, "around"]]
      : []
  )

/** Returns the list itself, the longest list of objects in it, or the one article that the object is. */
function listOf(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value
  if (typeof value !== "object" || value === null) return undefined
  const lists = Object.values(value).filter(
    (part): part is unknown[] => Array.isArray(part) && part.some((entry) => typeof entry === "object")
  )
  if (rowOfRecord(value)?.values.body !== undefined) return [value]
  return lists.sort((a, b) => b.length - a.length)[0]
}
