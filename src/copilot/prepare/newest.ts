import type { NoticeCode } from "../../protocol/notice.ts"
import { newestPublicId } from "../../ticket/ticket.ts"
import type { Store } from "../../store/store.ts"
import { contentHash, ensureRecord } from "../draft/ticket-content.ts"
import { keepTicket } from "../draft/keep.ts"
import { sendDraftEvent } from "../draft/send-event.ts"
import { noticeOf } from "../ticket/notices.ts"
import { lookUp } from "../lookups/look-up.ts"
import { HelpdeskPageFault } from "../ticket/page-client.ts"
import { readerTab, runInOrder, type Services, type TicketState } from "../ticket/ticket-state.ts"
import { noteReading, type TicketReading } from "./read-ticket.ts"
import { isOwnReply, recordOutcomes } from "../outcome/record-outcomes.ts"
import { readPageTicket } from "../ticket/ticket-off.ts"

/** The result of a look at a ticket. */
export interface TicketCheck {
  /** The customer has written again after this agent's reply, so that a new draft is due. */
  isDue: boolean
  /** Nothing if only the newest message was read. */
  reading?: TicketReading
}

/**
 * Reads the newest public message again and counts the replies that have come. A message newer than the one that the
 * draft answers makes it stale, unless it is the reply that came from the draft. What is on a ticket that is seen for
 * the first time isn't counted.
 *
 * @param whole reads the ticket even if no message is new, because it may have been changed in other ways
 */
export async function lookAnew(
  services: Services,
  state: TicketState,
  store: Store,
  whole = false
): Promise<TicketCheck> {
  const readAt = services.clock.now()
  const tabId = await readerTab(services, state)
  if (tabId === undefined) return { isDue: false }
  const { ticketId } = state.ticket
  const readWhole = async () => ({
    ticket: await readPageTicket(services, state, tabId, new AbortController().signal),
    readAt
  })
  try {
    const first = whole ? await readWhole() : undefined
    const version = first ? newestPublicId(first.ticket) : await services.page.newestPublic(tabId, ticketId)
    state.copyOnly = false
    if (state.notice && isDisproved(state.notice.code, first !== undefined)) state.notice = undefined
    const before = state.record?.counted
    ensureRecord(services, state)
    sendDraftEvent(state, { type: "ticket-first-seen", version })
    if (state.record?.counted !== before) await keepTicket(state, store)
    if (version === state.record?.counted && !first) return { isDue: false }
    const reading = first ?? (await readWhole())
    return { isDue: await compare(services, state, store, reading), reading }
  } catch (error) {
    if (!(error instanceof HelpdeskPageFault)) throw error
    // Without the newest message, nothing proves that the draft still answers it. A sign-in that ended or a page that
    // changed may be right again at any moment, so Insert stays and checks again.
    state.copyOnly = CANT_TELL.has(error.code)
    if (state.draft) state.notice = noticeOf(error)
    return { isDue: false }
  } finally {
    services.show(state)
  }
}

/** Returns whether a read that succeeded shows that a notice no longer holds. */
const isDisproved = (code: NoticeCode, isWhole: boolean): boolean =>
  DISPROVED.has(code) || (isWhole && code === "page-changed")

/** What can't be so where the page has just answered with the newest message. */
const DISPROVED: ReadonlySet<NoticeCode> = new Set<NoticeCode>([
  "unreadable",
  "logged-out",
  "site-off",
  "token-wanted",
  "several"
])

async function compare(
  services: Services,
  state: TicketState,
  store: Store,
  { ticket, readAt }: TicketReading
): Promise<boolean> {
  if (!state.record) return false
  await noteReading(services, state, ticket)
  if (!state.lookups) lookUp(services, state, ticket).catch(services.reportError)
  await recordOutcomes(services, state, store, ticket, readAt)
  const { draft } = state
  const thread = ticket.messages.filter((message) => message.visibility === "public")
  const newest = thread.at(-1)
  const content = draft?.content === undefined ? undefined : await contentHash(ticket)
  sendDraftEvent(state, { type: "thread-read", newest, content })
  await keepTicket(state, store)
  const { newer, answered } = state.record
  if (!draft || !newer || newest?.role !== "customer") return false
  const since = thread.slice(thread.findIndex(({ id }) => id === draft.version) + 1)
  return since.some((message) => message.id === answered || isOwnReply(message, ticket))
}

/** The helpdesk doesn't say which message is the newest, or not in time. Only Copy is offered. */
export const CANT_TELL: ReadonlySet<string> = new Set(["unreadable", "timeout"])

/**
 * After a slow answer, Insert must not stay off until the ticket is opened again. While the ticket is in front, the
 * newest message is read again after each of these waits, in milliseconds, until that succeeds. After the last one, the
 * page's next sign of life does it, as it does if the worker dies in between.
 */
const REREAD_AFTER_MS = [1000, 3000, 9000, 27_000]

export function rereadSoon(services: Services, state: TicketState, attempt = 0): void {
  const wait = REREAD_AFTER_MS[attempt]
  if (!state.copyOnly || wait === undefined) return
  state.cancelReread?.()
  const reread = () =>
    runInOrder(state, async () => {
      const store = await services.account.unlock()
      if (!store || !state.copyOnly || !(await services.tabs.byKey(state.key))) return
      await lookAnew(services, state, store)
      rereadSoon(services, state, attempt + 1)
    })
  state.cancelReread = services.clock.after(wait, () => void reread().catch(services.reportError))
}
