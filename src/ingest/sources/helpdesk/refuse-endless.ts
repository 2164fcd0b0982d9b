import { SourceError } from "../../source/source.ts"

/** Rows of a list that is gathered whole. */
const MOST = 100_000

/** A server that gives page after page must not fill the memory. @throws SourceError */
export function refuseEndless(rows: readonly unknown[], { host }: URL, list: string): void {
  if (rows.length > MOST)
    throw new SourceError("source-unreadable", `${host} gives more than ${MOST} rows of ${list}, page after page.`)
}
