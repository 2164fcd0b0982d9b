import type { EarlierTicket } from "../../ticket/earlier-ticket.ts"
import type { ApiHelpdeskId, TokenProblem } from "../../ticket/helpdesk-api/helpdesk-api.ts"
import type { MissedPart, PartFit } from "../../ticket/page-part.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import type { UnreadHelpdeskId } from "../../ticket/page-recipe.ts"

/**
 * What an adapter looks at. In the product it is the page itself, in tests a recorded page with a `fetch` that replays.
 */
export interface Page {
  document: Document
  url: URL
  /**
   * Fetches from the same origin in the agent's session, or from the helpdesk's API by way of the background, which has
   * its token (`ticket/helpdesk-api`). Adapters pass `cache: "no-store"` and never write. @throws TokenWanted
   */
  fetch: typeof fetch
  /**
   * Helpdesks for whose API a token is kept, as far as the page knows. It is left out where nobody asks an API, as in
   * most tests.
   */
  readonly tokens?: Set<ApiHelpdeskId>
  /**
   * Tells that the helpdesk has sent this document within the last seconds, so that it needn't be fetched to be read as
   * it is now.
   */
  readonly hasJustLoaded?: boolean
}

/** One helpdesk. `docs/add-a-helpdesk.md` says how to add one. */
export interface HelpdeskAdapter {
  id: string
  /**
   * Recognises the helpdesk by markers of the product, so that custom domains work. It must be cheap, because it runs
   * on every page that the agent allowed.
   */
  matches(page: Page): boolean
  /**
   * Returns the open ticket, or undefined. `version` is given only where the page itself shows it. `thread` is anything
   * cheap that changes when the thread in the page does (a count is enough), and makes the page report again that the
   * ticket is open. It never throws, because a broken part is reported only for a ticket that is open.
   */
  openTicket(page: Page): { ticketId: string; version?: string; thread?: string } | undefined
  /**
   * What to observe below the body when the ticket or thread changes without a page load. It is left out when every
   * step loads a page.
   */
  changes?: MutationObserverInit
  /**
   * Calls `look` when the ticket or thread changes where an observer of the body sees nothing: in frames and shadow
   * roots. It is left out where there are none, and ends with the signal.
   */
  observe?(document: Document, look: () => void, signal: AbortSignal): void
  /** Returns whether nothing in such a page ever proves a public reply, so that Copy alone is offered from the start. */
  copyOnly?(page: Page): boolean
  /** @throws PageChanged, LoggedOut, Unreadable */
  readTicket(page: Page, ticketId: string, signal: AbortSignal): Promise<Ticket>
  /**
   * Returns the id of the newest public message, and of the newest internal one if it is met on the way (a newer one
   * always is). It never reads from a cache. @throws PageChanged, LoggedOut, Unreadable
   */
  newestPublic(page: Page, ticketId: string, signal: AbortSignal): Promise<{ version: string; note?: string }>
  /**
   * Returns the editor for a public reply to this ticket and no other.
   * @throws NotPublic, CopyOnly, NoEditor, PageChanged
   */
  findReplyEditor(page: Page, ticketId: string): HTMLElement
  /**
   * Looks at the page in front and says of each part whether it is as this adapter knows it. It asks nobody, changes
   * nothing, and never throws. Where no ticket is in front, it only names what is broken for certain. `testParts` and
   * `testEditor` of `self-test.ts` do most of it.
   */
  selfTest(page: Page): PartFit[]
  /** Returns the version of the helpdesk's product, such as "5.0.3", where the page says it. */
  productVersion?(page: Page): string | undefined
  /**
   * Returns where a message of this ticket is in the page, or `undefined` when it isn't there or can't be identified.
   * It changes nothing.
   */
  messageElement?(page: Page, ticketId: string, message: { id: string; at: string }): HTMLElement | undefined
  /**
   * Returns the ids of the tickets in the visible list, or of those that come next in the list from which the ticket
   * was opened. Returns none when there is no such list. It only looks at the page, and must be cheap.
   */
  listTickets?(page: Page): string[]
  /**
   * Returns other tickets of the same requester that were opened at or after `since` (ISO 8601) and before this one, as
   * far as the agent may see them: the newest first, three at most, each with its address in the helpdesk. It only
   * reads. It is left out if no documented way is known. @throws PageChanged, LoggedOut, Unreadable
   */
  earlierTickets?(page: Page, ticketId: string, since: string, signal: AbortSignal): Promise<EarlierTicket[]>
  /** Left out when the helpdesk has no macros, or none that can be read without writing. */
  macros?: Macros
}

/**
 * The helpdesk's own macros, as far as they write a public reply. Whatever else a macro would do to the ticket is not
 * done.
 */
export interface Macros {
  /**
   * Lists macros by title. `more` says that there are more than are listed. @throws PageChanged, LoggedOut, Unreadable
   */
  list(page: Page, signal: AbortSignal): Promise<{ macros: Macro[]; more: boolean }>
  /**
   * Returns the text for this ticket as plain text with a blank line between paragraphs. What can't be filled is a
   * blank, `[[what is missing]]`.
   * @throws PageChanged, LoggedOut, Unreadable (also "not-found" when it writes no public reply)
   */
  textFor(page: Page, ticketId: string, macroId: string, signal: AbortSignal): Promise<string>
}

export interface Macro {
  id: string
  title: string
  /** Plain text with unfilled placeholders. */
  text: string
}

/**
 * A helpdesk's script has its own copy of the classes below, and what it throws is caught by another script. So
 * `instanceof` goes by the name.
 */
const named =
  (...names: string[]) =>
  (error: unknown): boolean =>
    error instanceof Error && names.includes(error.name)

/** The page no longer looks as we know it. `part` names what was looked for, such as "subject" or "messages". */
export class PageChanged extends Error {
  static override readonly [Symbol.hasInstance] = named("PageChanged")
  override name = "PageChanged"
  readonly part: MissedPart
  constructor(part: MissedPart, options?: ErrorOptions) {
    super(`the helpdesk's page has no ${part} where one was expected`, options)
    this.part = part
  }
}
/** The helpdesk answered with its login page. */
export class LoggedOut extends Error {
  static override readonly [Symbol.hasInstance] = named("LoggedOut")
  override name = "LoggedOut"
}
/** The helpdesk answered, but not with the ticket. */
export class Unreadable extends Error {
  static override readonly [Symbol.hasInstance] = named("Unreadable")
  override name = "Unreadable"
  /** "several": the ticket has several conversations, and its address doesn't say which is in front. */
  readonly part: "not-found" | "forbidden" | "rate-limit" | "server" | "several"
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
/** The helpdesk is read by its API, and what that asks for is missing or refused: a token, or leave to ask it. */
export class TokenWanted extends Error {
  static override readonly [Symbol.hasInstance] = named("TokenWanted")
  override name = "TokenWanted"
  readonly part: TokenProblem
  constructor(part: TokenProblem, options?: ErrorOptions) {
    super(`the helpdesk's API does not answer (${part})`, options)
    this.part = part
  }
}
/** The open editor is for an internal note, or nothing proves that it is public. */
export class NotPublic extends Error {
  static override readonly [Symbol.hasInstance] = named("NotPublic", "CopyOnly")
  override name = "NotPublic"
}
/** Nothing in this helpdesk's page proves that a reply is public, whatever is open. */
export class CopyOnly extends NotPublic {
  static override readonly [Symbol.hasInstance] = named("CopyOnly")
  override name = "CopyOnly"
}
/** No reply editor is open. */
export class NoEditor extends Error {
  static override readonly [Symbol.hasInstance] = named("NoEditor")
  override name = "NoEditor"
}

/**
 * A helpdesk whose tickets, or some of them, are recognised and not read, because nothing public says how its page tells
 * who wrote a message. The panel says so, and they are read by places that an agent has shown, or by a selected text.
 */
export interface UnreadHelpdesk {
  id: UnreadHelpdeskId
  /** Recognises the address of a ticket. */
  matches(page: Page): boolean
  /**
   * Returns false while a page of this helpdesk says, or may say, that what is written in it is for the team. Nothing is
   * inserted then, whichever box an agent has shown. Where no sign is known, the box that was shown decides.
   */
  mayBeReply(page: Page): boolean
}

/**
 * Says, from as little as possible, whether a page may show a ticket of this helpdesk, or else a list of tickets. It is
 * the only part of a helpdesk that is loaded into every page that the agent allowed. The adapter is loaded afterwards
 * and looks more closely (at a list only when its tickets are to be prepared). It is called at page load, when the page
 * becomes visible, and at each step of a single-page helpdesk before anything is drawn, when only the address is known.
 *
 * Ask for the `document` only where the address allows a ticket or a list: the first use of a page's document costs a
 * third of all that is done in a page without one.
 */
export type Recogniser = (page: { document: Document; url: Address }) => boolean | "list"

/** What is read of a page's address, which its own `location` has too. */
export type Address = Pick<URL, "hostname" | "pathname" | "search" | "hash">
