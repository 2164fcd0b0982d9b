import type { Page } from "../contract/adapter.ts"
import { readDocument } from "../contract/session-requests.ts"
import { isoTime } from "../contract/shown-time.ts"

/** Who wrote a message, and when (ISO 8601 in UTC). */
export interface MessageOrigin {
  name: string
  /** Given only for people who let Redmine show it. */
  email?: string
  at: string
}

/** Returns what an Atom feed says about messages, by their ids. @throws PageChanged, LoggedOut, Unreadable */
export async function readFeed(page: Page, path: string, signal: AbortSignal): Promise<Map<string, MessageOrigin>> {
  const feed = await readDocument(page, path, "application/atom+xml", signal)
  return new Map(
    [...feed.querySelectorAll("entry")].map((entry) => {
      const said = (part: string) => entry.querySelector(part)?.textContent ?? ""
      const email = said("author > email")
      return [
        messageId(said("id")),
        { name: said("author > name"), ...(email ? { email } : {}), at: isoTime(said("updated")) }
      ]
    })
  )
}

function messageId(address: string): string {
  const [, note, issue] = /(?:journal_id=|#change-)(\d+)$|\/issues\/(\d+)$/.exec(address) ?? []
  return note ? `change-${note}` : `issue-${issue}`
}
