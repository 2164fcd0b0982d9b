import type { Composer } from "../composers/common/composer.ts"
import { PageChanged, type HelpdeskAdapter, type Page } from "../helpdesks/contract/adapter.ts"
import { PageRefusal } from "./page-problem.ts"

/** A recognised helpdesk page and what is needed to work in it. */
export interface HelpdeskPage {
  adapter: HelpdeskAdapter
  composers: readonly Composer[]
  page: Page
}

/**
 * Returns the public-reply editor of the open ticket, and how to write into it. It is cheap and synchronous, so that it
 * can be called again right before text is inserted.
 * @throws Refused (another ticket or none is open), NotPublic, NoEditor, PageChanged
 */
export function replyEditor(
  helpdeskPage: HelpdeskPage,
  ticketId: string
): { element: HTMLElement; composer: Composer } {
  requireInFront(helpdeskPage, ticketId)
  const { adapter, composers, page } = helpdeskPage
  const element = adapter.findReplyEditor(page, ticketId)
  const composer = composers.find((each) => each.accepts(element))
  if (!composer) throw new PageChanged("known editor")
  return { element, composer }
}

/** @throws Refused when another ticket, or none, is open */
export function requireInFront({ adapter, page }: HelpdeskPage, ticketId: string): void {
  const open = adapter.openTicket(page)
  if (open?.ticketId !== ticketId) throw new PageRefusal({ code: open ? "other-ticket" : "no-ticket" })
}
