import type { Page } from "../contract/adapter.ts"
import { readJson } from "../contract/session-requests.ts"
import { isRecord, listOf, recordOf, textOf, type ForeignRecord } from "../contract/foreign-json.ts"

/** This is more pages than a ticket can have (Zendesk keeps 5,000 comments at most). */
const MAX_PAGES = 60
/** The lists that are read page by page, by their names in the answers. */
export type CursorList = "comments" | "events" | "macros"

/** @throws PageChanged, LoggedOut, Unreadable */
export async function getJson(page: Page, path: string, signal: AbortSignal): Promise<ForeignRecord> {
  return recordOf(await readJson(page, `/api/v2/${path}`, signal), "answer")
}

/**
 * Reads a cursor list one page at a time, for as long as the caller asks. @throws PageChanged, LoggedOut, Unreadable
 */
export async function* readPages(
  page: Page,
  path: string,
  list: CursorList,
  signal: AbortSignal
): AsyncGenerator<{ items: ForeignRecord[]; users: ForeignRecord[] }> {
  let after = ""
  for (let n = 0; n < MAX_PAGES; n++) {
    const answer = await getJson(
      page,
      `${path}${path.includes("?") ? "&" : "?"}page[size]=100${after && `&page[after]=${encodeURIComponent(after)}`}`,
      signal
    )
    yield { items: listOf(answer[list], list), users: usersIn(answer) }
    const meta = isRecord(answer["meta"]) ? answer["meta"] : {}
    if (meta["has_more"] !== true) return
    after = textOf(meta["after_cursor"], "next page")
  }
}

/** Reads all pages of a cursor list. @throws PageChanged, LoggedOut, Unreadable */
export async function readAllPages(
  page: Page,
  path: string,
  list: CursorList,
  signal: AbortSignal
): Promise<{ items: ForeignRecord[]; users: ForeignRecord[] }> {
  const items: ForeignRecord[] = []
  const users: ForeignRecord[] = []
  for await (const one of readPages(page, path, list, signal)) {
    items.push(...one.items)
    users.push(...one.users)
  }
  return { items, users }
}

export function usersIn(answer: ForeignRecord): ForeignRecord[] {
  return answer["users"] === undefined ? [] : listOf(answer["users"], "users")
}
