import { createReadStream } from "node:fs"
import { resolve } from "node:path"
import * as z from "zod/mini"
import { jsonOf, linesOf } from "./lines.ts"
import { lineId, UsageError, type Context, type Values } from "./task.ts"
import { parse } from "../training/read-lines.ts"

/** A past ticket and the documents that answered it. */
export const solvedLine = z.object({
  subject: z.nullish(z.string()),
  locale: z.nullish(z.string()),
  thread: z.array(z.object({ role: z.enum(["customer", "agent"]), text: z.string() })),
  docs: z.array(lineId)
})
export type SolvedLine = z.infer<typeof solvedLine>

/**
 * Reads the file that --solved names. Lines that can't be read are reported, and the rest is used. @throws UsageError if
 * the file can't be read
 */
export async function readSolved(
  { solved: file }: Values,
  { folder, say }: Pick<Context, "folder" | "say">
): Promise<{ lines: SolvedLine[]; failed: boolean }> {
  const lines: SolvedLine[] = []
  let failed = false
  if (typeof file !== "string") return { lines, failed }
  let n = 0
  try {
    for await (const bytes of linesOf(createReadStream(resolve(folder, file)))) {
      n++
      try {
        lines.push(parse(solvedLine, jsonOf(bytes)))
      } catch (error) {
        failed = true
        say(`${file}, past ticket ${n}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  } catch (cause) {
    throw new UsageError(`${file} can't be read. Is the path right?`, { cause })
  }
  return { lines, failed }
}
