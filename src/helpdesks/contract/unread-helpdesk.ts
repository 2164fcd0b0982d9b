import type { UnreadHelpdeskId } from "../../ticket/page-recipe.ts"
import type { Page } from "./adapter.ts"

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
