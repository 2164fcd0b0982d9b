import { createReadStream } from "node:fs"
import { resolve } from "node:path"
import * as z from "zod/mini"
import { jsonOf, linesOf } from "./lines.ts"
import { lineId, UsageError, type Context, type Values } from "./task.ts"
import { parse } from "../training/read-lines.ts"

export const corpusLine = z.object({
  id: lineId,
  title: z.nullish(z.string()),
  text: z.string(),
  locale: z.nullish(z.string()),
  visibility: z.nullish(z.enum(["public", "internal"]))
})
export type CorpusLine = z.infer<typeof corpusLine>

/**
 * Reads the file that an option names. Lines that can't be read are reported, and the rest is used. @throws UsageError
 * without a file
 */
export async function readCorpus(
  values: Values,
  option: string,
  { folder, say }: Pick<Context, "folder" | "say">
): Promise<{ lines: CorpusLine[]; failed: boolean }> {
  const file = values[option]
  if (typeof file !== "string") throw new UsageError(`Say which documents: --${option} FILE.jsonl`)
  const lines: CorpusLine[] = []
  const ids = new Set<string>()
  let n = 0
  let failed = false
  try {
    for await (const bytes of linesOf(createReadStream(resolve(folder, file)))) {
      n++
      try {
        const document = parse(corpusLine, jsonOf(bytes))
        if (ids.has(String(document.id))) throw new Error(`The id ${JSON.stringify(document.id)} was there before.`)
        if (`${document.title}${document.text}`.includes("\0")) throw new Error("The text holds a NUL character.")
        ids.add(String(document.id))
        lines.push(document)
      } catch (error) {
        failed = true
        say(`${file}, document ${n}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  } catch (cause) {
    throw new UsageError(`${file} can't be read. Is the path right?`, { cause })
  }
  return { lines, failed }
}
