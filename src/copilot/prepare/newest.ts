import type { Ticket } from "../../ticket/ticket.ts"
import type { Store } from "../../store/store.ts"
import { contentHash } from "../ticket/content.ts"
import { keepTicket, newerThan } from "../draft/keep.ts"
import { noticeOf } from "../ticket/notices.ts"
import { PageError } from "../ticket/page-door.ts"
import { emptyRecord, refreshed } from "./prepare.ts"
import { readerTab } from "../ticket/reader-tab.ts"
import { isOwn, settle } from "../outcome/settle.ts"
import type { Desk, Work } from "../ticket/work.ts"

/**
 * Reads the newest public message anew, and counts the replies that have come. A newer one than the draft answers makes
 * it stale, unless it is the reply that came of it. Resolves to true when the customer has written again after this
 * agent's reply: then a new draft is due. What stands on a ticket that is seen for the first time is not counted.
 *
 * @param whole reads the ticket though no message is new: it may have been changed otherwise
 */
export async function lookAnew(desk: Desk, work: Work, store: Store, whole = false): Promise<boolean> {
  const lookedAt = desk.clock.now()
  const tabId = await readerTab(desk, work)
  if (tabId === undefined) return false
  try {
    const version = await desk.page.newestPublic(tabId, work.ticket.ticketId)
    work.copyOnly = false
    if (work.notice?.code === "unreadable") work.notice = undefined
    const record = work.record ?? emptyRecord(desk, work)
    if (record.counted === undefined && record.used.length === 0) {
      work.record = { ...record, counted: version }
      await keepTicket(work, store)
    }
    if (version === work.record?.counted && !whole) return false
    const ticket = await desk.page.readTicket(tabId, work.ticket.ticketId, new AbortController().signal)
    return await compare(desk, work, store, ticket, lookedAt)
  } catch (error) {
    if (!(error instanceof PageError)) throw error
    // Without the newest message nothing proves that the draft still answers it. Signed out, or a page that changed,
    // may be right again at any moment: Insert stays and looks anew.
    work.copyOnly = CANT_TELL.has(error.code)
    if (work.draft) work.notice = noticeOf(error)
    return false
  } finally {
    desk.show(work)
  }
}

async function compare(desk: Desk, work: Work, store: Store, ticket: Ticket, lookedAt: number): Promise<boolean> {
  if (!work.record) return false
  work.record = refreshed(work.record, ticket)
  work.seen = { version: work.record.version, ticket }
  await settle(desk, work, store, ticket, lookedAt)
  const { draft } = work
  const { newer: _before, changed: _earlier, ...record } = work.record
  const thread = ticket.messages.filter((message) => message.visibility === "public")
  const newest = thread.at(-1)
  const newer = newerThan(draft, newest, record)
  const changed =
    !newer &&
    draft?.content !== undefined &&
    newest?.id === draft.version &&
    draft.content !== (await contentHash(ticket))
  work.record = { ...record, ...(newer ? { newer } : {}), ...(changed ? { changed } : {}) }
  await keepTicket(work, store)
  if (!draft || !newer || newest?.role !== "customer") return false
  const since = thread.slice(thread.findIndex(({ id }) => id === draft.version) + 1)
  return since.some((message) => message.id === record.answered || isOwn(message, ticket))
}

/** The helpdesk doesn't say which message is the newest, or not in time: only Copy. */
export const CANT_TELL: ReadonlySet<string> = new Set(["unreadable", "timeout"])
