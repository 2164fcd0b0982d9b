import type { EarlierTicket } from "../../ticket/earlier-ticket.ts"
import type { Page } from "../contract/adapter.ts"
import { newestEarlier } from "../contract/newest-earlier.ts"
import { part } from "../contract/page-parts.ts"
import { ifAllowed } from "../contract/session-requests.ts"
import { readFeed } from "./feed.ts"
import { addressOf, readIssue } from "./issue.ts"
import { placesOf } from "./read-ticket.ts"
import { redmine as at } from "./selectors.ts"

/**
 * Takes the issues that the requester opened from the feed of their activity in the project, which reading an issue
 * uses too. It reaches back as far as the feed does, and a requester without an account has none.
 */
export async function earlierTickets(
  page: Page,
  ticketId: string,
  since: string,
  signal: AbortSignal
): Promise<EarlierTicket[]> {
  const issue = part(await readIssue(page, ticketId, signal), at.issue, "ticket pane")
  const { activity, user } = placesOf(part(issue, at.opened, "requester"))
  if (!activity || !user) return []
  const entries = await ifAllowed(readFeed(page, activity, signal))
  const opened = [...(entries ?? [])].flatMap(([message, { at: time }]) => {
    const [, id] = /^issue-(\d+)$/.exec(message) ?? []
    return id ? [{ ticketId: id, at: time }] : []
  })
  return newestEarlier(opened, { ticketId, since }, (id) => new URL(addressOf(page, id), page.url).href)
}
