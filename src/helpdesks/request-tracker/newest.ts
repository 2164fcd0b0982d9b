import type { Page } from "../contract/adapter.ts"
import { idOf } from "../contract/foreign-json.ts"
import { oneOf, readRows } from "./rest.ts"

/**
 * The transactions that are messages of the thread. All others (mail records, status, links ...) are the system's own
 * notes.
 */
export const PUBLIC = ["Create", "Correspond"]
export const INTERNAL = ["Comment"]

/** Sends two short requests. @throws PageChanged, LoggedOut, Unreadable */
export async function newestPublic(page: Page, ticketId: string, signal: AbortSignal) {
  const newest = async (types: string[]) => {
    const query = { query: oneOf("Type", types), fields: "Type", orderby: "id", order: "DESC", per_page: "1" }
    const [row] = await readRows(page, `/ticket/${ticketId}/history`, query, signal)
    return row ? idOf(row["id"], "message id") : undefined
  }
  const [version, note] = await Promise.all([newest(PUBLIC), newest(INTERNAL)])
  return { version: version ?? "", ...(note ? { note } : {}) }
}
