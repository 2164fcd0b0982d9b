import type { Page } from "../contract/adapter.ts"
import { readJson } from "../contract/session-requests.ts"
import { listOf, recordOf, type ForeignRecord, idOf } from "../contract/foreign-json.ts"

/** RT returns no more rows at once. */
const PER_PAGE = 100

/** Reads one REST2 record. @throws PageChanged, LoggedOut, Unreadable */
export async function readRecord(page: Page, path: string, signal: AbortSignal): Promise<ForeignRecord> {
  return recordOf(await readJson(page, root(page) + path, signal), "answer")
}

/** Reads one page of a REST2 list. @throws PageChanged, LoggedOut, Unreadable */
export async function readRows(
  page: Page,
  path: string,
  query: Record<string, string>,
  signal: AbortSignal
): Promise<ForeignRecord[]> {
  const { items } = await readRecord(page, `${path}?${new URLSearchParams(query)}`, signal)
  return listOf(items, "answer")
}

/**
 * Reads all pages. Totals are null in RT's lists, so a page that isn't full is the last.
 * @throws PageChanged, LoggedOut, Unreadable
 */
export async function readAllRows(
  page: Page,
  path: string,
  query: Record<string, string>,
  signal: AbortSignal
): Promise<ForeignRecord[]> {
  const all: ForeignRecord[] = []
  for (let n = 1; ; n++) {
    const some = await readRows(page, path, { ...query, per_page: String(PER_PAGE), page: String(n) }, signal)
    all.push(...some)
    if (some.length < PER_PAGE) return all
  }
}

/** Returns RT's search as JSON for rows whose `field` is one of `values`. */
export function oneOf(field: string, values: string[]): string {
  return JSON.stringify(values.map((value, at) => ({ field, value, ...(at ? { entry_aggregator: "OR" } : {}) })))
}

/** RT may be installed below a path (`$WebPath`), which its own links show. */
export function webPath({ document, url }: Page): string {
  const search = document.querySelector("form#simple-search")?.getAttribute("action") ?? ""
  const path = new URL(search, url).pathname
  const end = path.indexOf("/Search/")
  return end > 0 ? path.slice(0, end) : ""
}

const root = (page: Page): string => `${webPath(page)}/REST/2.0`

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
