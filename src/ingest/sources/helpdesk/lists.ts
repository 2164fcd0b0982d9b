import type * as z from "zod/mini"
import { SourceError } from "../../source/source.ts"

/** Returns those items of a list that have the expected shape. */
export function validItems<T>(items: readonly unknown[], shape: z.ZodMiniType<T>): T[] {
  return items.flatMap((item) => {
    const read = shape.safeParse(item)
    return read.success ? [read.data] : []
  })
}

/** A list that is held as a whole has at most this many rows. */
const MOST = 100_000

/** Stops a list that a server continues page after page, so that it can't fill the memory. @throws SourceError */
export function refuseEndless(rows: readonly unknown[], { host }: URL, list: string): void {
  if (rows.length > MOST)
    throw new SourceError("source-unreadable", `${host} gives more than ${MOST} rows of ${list}, page after page.`)
}
