import type { Message, Ticket } from "../ticket/ticket.ts"
import type { Store } from "../store/store.ts"
import { keepTicket } from "./keep.ts"
import { noticeOf } from "./notices.ts"
import { PageError } from "./page-door.ts"
import { refreshed } from "./prepare.ts"
import { settle } from "./settle.ts"
import type { Desk, Work } from "./work.ts"

/**
 * Reads the newest public message anew. A newer one than the draft answers makes it stale, unless it is the reply that
 * came of it. Resolves to true when the customer has written again after that reply: then a new draft is due.
 */
export async function lookAnew(desk: Desk, work: Work, store: Store): Promise<boolean> {
  const { draft, record } = work
  const tab = await desk.tabs.byKey(work.key)
  if (!draft || !record || !tab) return false
  try {
    const version = await desk.page.newestPublic(tab.tabId, work.ticket.ticketId)
    work.copyOnly = false
    if (work.notice?.code === "unreadable") work.notice = undefined
    if (version === draft.version || (version === record.version && !record.used.length)) return false
    const ticket = await desk.page.readTicket(tab.tabId, work.ticket.ticketId, new AbortController().signal)
    return await compare(desk, work, store, ticket)
  } catch (error) {
    if (!(error instanceof PageError)) throw error
    // Without the newest message nothing proves that the draft still answers it. Signed out, or a page that changed, may be
    // right again at any moment: Insert stays and looks anew.
    work.copyOnly = CANT_TELL.has(error.code)
    work.notice = noticeOf(error)
    return false
  } finally {
    desk.show(work)
  }
}

async function compare(desk: Desk, work: Work, store: Store, ticket: Ticket): Promise<boolean> {
  const { draft } = work
  if (!draft || !work.record) return false
  work.record = refreshed(work.record, ticket)
  await settle(desk, work, store, ticket)
  const { newer: _before, ...record } = work.record
  const newest = ticket.messages.findLast((message) => message.visibility === "public")
  const isNewer = newest !== undefined && newest.id !== draft.version && newest.id !== record.answered
  work.record = isNewer ? { ...record, newer: { version: newest.id, ...nameOf(newest) } } : record
  await keepTicket(work, store)
  return isNewer && record.answered !== undefined && newest.role === "customer"
}

/** The helpdesk doesn't say which message is the newest, or not in time: only Copy. */
export const CANT_TELL: ReadonlySet<string> = new Set(["unreadable", "timeout"])

const nameOf = ({ author, at }: Message) => ({ author, at })
