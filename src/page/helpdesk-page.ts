import type { Composer } from "../composers/common/composer.ts"
import { PageChanged, type HelpdeskAdapter, type Page } from "../helpdesks/contract/adapter.ts"
import { PageRefusal } from "./page-problem.ts"

/** One recognised helpdesk page and what is needed to work in it. */
export interface HelpdeskPage {
  adapter: HelpdeskAdapter
  composers: readonly Composer[]
  page: Page
}

/**
 * The public-reply editor of the ticket in front, and how to write into it. Cheap and without a wait, so that it can be
 * asked again in the very step in which text goes in.
 * @throws Refused (another ticket or none in front), NotPublic, NoEditor, PageChanged
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

/** @throws Refused when another ticket, or none, is in front */
export function requireInFront({ adapter, page }: HelpdeskPage, ticketId: string): void {
  const open = adapter.openTicket(page)
  if (open?.ticketId !== ticketId) throw new PageRefusal({ code: open ? "other-ticket" : "no-ticket" })
}
