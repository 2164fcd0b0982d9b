import { PageChanged, type Page } from "../contract/adapter.ts"
import { readDocument } from "../contract/session-requests.ts"

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

/** @throws PageChanged */
export function isoTime(time: string): string {
  const ms = Date.parse(time)
  if (Number.isNaN(ms)) throw new PageChanged("time")
  return new Date(ms).toISOString().replace(".000Z", "Z")
}

function messageId(address: string): string {
  const [, note, issue] = /(?:journal_id=|#change-)(\d+)$|\/issues\/(\d+)$/.exec(address) ?? []
  return note ? `change-${note}` : `issue-${issue}`
}
