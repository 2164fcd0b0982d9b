import type { Page } from "../contract/adapter.ts"
import { readJson } from "../contract/session.ts"
import { isRecord, listOf, recordOf, textOf, type Loose } from "../contract/shape.ts"

/** More pages than a ticket can have (Zendesk keeps 5,000 comments at most). */
const MOST_PAGES = 60

/** @throws PageChanged, LoggedOut, Unreadable */
export async function get(page: Page, path: string, signal: AbortSignal): Promise<Loose> {
  return recordOf(await readJson(page, `/api/v2/${path}`, signal), "answer")
}

/** One page of a cursor list at a time, for as long as it is asked for. @throws PageChanged, LoggedOut, Unreadable */
export async function* pages(
  page: Page,
  path: string,
  list: string,
  signal: AbortSignal
): AsyncGenerator<{ items: Loose[]; users: Loose[] }> {
  let after = ""
  for (let n = 0; n < MOST_PAGES; n++) {
    const answer = await get(
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

/** All pages of a cursor list. @throws PageChanged, LoggedOut, Unreadable */
export async function all(
  page: Page,
  path: string,
  list: string,
  signal: AbortSignal
): Promise<{ items: Loose[]; users: Loose[] }> {
  const items: Loose[] = []
  const users: Loose[] = []
  for await (const one of pages(page, path, list, signal)) {
    items.push(...one.items)
    users.push(...one.users)
  }
  return { items, users }
}

export function usersIn(answer: Loose): Loose[] {
  return answer["users"] === undefined ? [] : listOf(answer["users"], "users")
}
