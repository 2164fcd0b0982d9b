import type { Ticket } from "../../ticket/ticket.ts"

/** What an adapter looks at. In the product the page itself; in tests a recorded one with a `fetch` that replays. */
export interface Page {
  document: Document
  url: URL
  /** Same origin, in the agent's session; adapters pass `cache: "no-store"` and never write. */
  fetch: typeof fetch
}

/** One helpdesk. How to add one: `docs/add-a-helpdesk.md`. */
export interface HelpdeskAdapter {
  id: string
  /** By markers of the product, so that own domains work. Cheap: it runs on every page the agent allowed. */
  matches(page: Page): boolean
  /**
   * The ticket in front, or undefined. `version` only where the page itself tells it; `thread` is anything cheap that
   * changes when the thread in the page does (a count will do), and makes the page tell again that the ticket is open.
   */
  openTicket(page: Page): { ticketId: string; version?: string; thread?: string } | undefined
  /**
   * What to observe below the body where ticket or thread change without a page load. Left out: every step loads a
   * page.
   */
  changes?: MutationObserverInit
  /** @throws PageChanged, LoggedOut, Unreadable */
  readTicket(page: Page, ticketId: string, signal: AbortSignal): Promise<Ticket>
  /**
   * Id of the newest public message, and of the newest internal one where it is met on the way (a newer one always is).
   * Never from a cache. @throws PageChanged, LoggedOut, Unreadable
   */
  newestPublic(page: Page, ticketId: string, signal: AbortSignal): Promise<{ version: string; note?: string }>
  /** The editor for a public reply to that ticket and no other. @throws NotPublic, NoEditor, PageChanged */
  findReplyEditor(page: Page, ticketId: string): HTMLElement
  /**
   * Where a message of that ticket stands in the page; `undefined` while it doesn't, or nothing tells. Changes nothing.
   */
  messageElement?(page: Page, ticketId: string, message: { id: string; at: string }): HTMLElement | undefined
  /**
   * Ids of the tickets that stand in the list in view, or come next in the one that the ticket in front was opened
   * from; none where there is no such list. Looks at the page only, and cheaply.
   */
  listTickets?(page: Page): string[]
  /** Left out: the helpdesk has none, or none that can be read by reading alone. */
  macros?: Macros
}

/**
 * The helpdesk's own ready texts, as far as they write a public reply. What else a macro would do to the ticket is not
 * done.
 */
export interface Macros {
  /** By title. `more`: there are more than are listed. @throws PageChanged, LoggedOut, Unreadable */
  list(page: Page, signal: AbortSignal): Promise<{ macros: Macro[]; more: boolean }>
  /**
   * The text for that ticket, plain, paragraphs apart by a blank line; what nobody could fill is a blank, `[[what is
   * missing]]`.
   * @throws PageChanged, LoggedOut, Unreadable ("not-found" too where it writes no public reply)
   */
  textFor(page: Page, ticketId: string, macroId: string, signal: AbortSignal): Promise<string>
}

export interface Macro {
  id: string
  title: string
  /** Plain, its placeholders unfilled. */
  text: string
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
/** The helpdesk answered, but not with the ticket. */
export class Unreadable extends Error {
  override name = "Unreadable"
  readonly part: "not-found" | "forbidden" | "rate-limit" | "server"
  /** Seconds the helpdesk asks to wait, for "rate-limit". */
  readonly retryAfter: number | undefined
  constructor(part: Unreadable["part"], options?: ErrorOptions & { retryAfter?: number | undefined }) {
    super(`the helpdesk does not give the ticket (${part})`, options)
    this.part = part
    this.retryAfter = options?.retryAfter
  }
  get retryable(): boolean {
    return this.part === "rate-limit" || this.part === "server"
  }
}
/** The editor in front is for an internal note, or nothing proves that it is public. */
export class NotPublic extends Error {
  override name = "NotPublic"
}
/** No reply editor is open. */
export class NoEditor extends Error {
  override name = "NoEditor"
}
