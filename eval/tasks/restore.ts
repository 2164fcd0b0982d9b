import * as z from "zod/mini"
import { restore as restoreWhole, restorer, type MaskTable } from "../../src/masking/index.ts"
import { MASK_TYPES } from "../../src/masking/basis/placeholder-table.ts"
import { lineId, lineTask } from "../task.ts"

const offset = z.int().check(z.nonnegative())
const span = z.object({
  start: offset,
  end: offset,
  type: z.enum(MASK_TYPES),
  placeholder: z.string().check(z.regex(/^\[[A-Z]+_\d+\]$/)),
  internal: z.nullish(z.boolean())
})
export const restoreLine = z.object({
  id: lineId,
  original: z.string(),
  spans: z.array(span),
  draft: z.string(),
  chunk: z.nullish(z.int().check(z.positive()))
})
type Line = z.infer<typeof restoreLine>

/** Restores the values of a masked text in a draft, as a whole or as it streams. */
export const restore = lineTask({
  usage: "restore   {id, original, spans, draft, chunk?} -> {id, text}",
  shape: restoreLine,
  open: () => ({ work: (line) => ({ text: restoredOf(line) }) })
})

/**
 * Returns the restored draft, as a whole or fed in pieces. @throws Error for a span that doesn't lie inside the text
 */
export function restoredOf({ chunk, draft, ...masked }: Line): string {
  return chunk ? streamed(draft, chunk, tableOf(masked)) : restoreWhole(draft, tableOf(masked)).text
}

/**
 * Returns the table that resulted from masking this text. A value that also stands outside of internal notes isn't
 * internal.
 */
function tableOf({ original, spans }: Pick<Line, "original" | "spans">): MaskTable {
  const entries = new Map<string, MaskTable["entries"][number]>()
  for (const { start, end, type, placeholder, internal } of spans) {
    if (end <= start || end > original.length)
      throw new Error(`The span ${start} to ${end} doesn't lie inside the text.`)
    const before = entries.get(placeholder)
    if (!before)
      entries.set(placeholder, {
        placeholder,
        type,
        value: original.slice(start, end),
        ...(internal ? { internal } : {})
      })
    else if (!internal) delete before.internal
  }
  return { entries: [...entries.values()] }
}

function streamed(draft: string, size: number, table: MaskTable): string {
  const stream = restorer(table)
  let text = ""
  for (let at = 0; at < draft.length; at += size) text += stream.push(draft.slice(at, at + size))
  return text + stream.end()
}
