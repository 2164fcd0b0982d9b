import type { Ticket } from "../ticket/ticket.ts"

/** What an adapter looks at. In the product the page itself; in tests a recorded one with a `fetch` that replays. */
export interface Page {
  document: Document
  url: URL
  /** Same origin, in the agent's session; adapters pass `cache: "no-store"` and never write. */
  fetch: typeof fetch
}

/** One helpdesk. The four steps of `docs/add-a-helpdesk.md`. */
export interface HelpdeskAdapter {
  id: string
  /** By markers of the product, so that own domains work. Cheap: it runs on every page the agent allowed. */
  matches(page: Page): boolean
  /** The ticket in front, or undefined. `version` only where the page itself tells it. */
  openTicket(page: Page): { ticketId: string; version?: string } | undefined
  /** @throws PageChanged, LoggedOut */
  readTicket(page: Page, ticketId: string, signal: AbortSignal): Promise<Ticket>
  /** Id of the newest public message and of the newest internal one, never from a cache. @throws PageChanged, LoggedOut */
  newestPublic(page: Page, ticketId: string, signal: AbortSignal): Promise<{ version: string; note?: string }>
  /** The editor for a public reply to that ticket and no other. @throws NotPublic, NoEditor, PageChanged */
  findReplyEditor(page: Page, ticketId: string): HTMLElement
}

/** The page no longer looks as we know it. `part` names what was looked for: "subject", "messages" ... */
export class PageChanged extends Error {
  override name = "PageChanged"
  readonly part: string
  constructor(part: string, options?: ErrorOptions) {
    super(`the helpdesk's page has no ${part} where one was expected`, options)
    this.part = part
  }
}
/** The helpdesk answered with its login page. */
export class LoggedOut extends Error {
  override name = "LoggedOut"
}
/** The editor in front is for an internal note, or nothing proves that it is public. */
export class NotPublic extends Error {
  override name = "NotPublic"
}
/** No reply editor is open. */
export class NoEditor extends Error {
  override name = "NoEditor"
}
