import { brokenParts, pagePartOf, type PagePart } from "../../ticket/page-part.ts"
import { TAUGHT_PAGE } from "../../ticket/page-recipe.ts"
import { SELECTED_TEXT } from "../../ticket/ticket-key.ts"
import type { SelfTestAnswer } from "../../protocol/page.ts"
import type { Clock } from "../relay-client/copilot-parts.ts"
import type { PageClient } from "../ticket/page-client.ts"
import type { TicketState } from "../ticket/ticket-state.ts"
import type { FitReports } from "./fit-reports.ts"

interface FitWatchParts {
  clock: Clock
  page: Pick<PageClient, "selfTest">
  reports: FitReports
  isSignedIn: () => boolean
  /** Says whether this tab still shows the ticket with this key. */
  isShown: (tabId: number, key: string) => Promise<boolean>
  /** Is called when a part of a page is not as its adapter knows it: a correction may be at the relay. */
  broken: () => void
}

/**
 * Looks whether the page of a ticket is as its adapter knows it. A page is drawn bit by bit, so it is looked at a
 * moment after it was opened, and what is broken then counts only if it is broken some seconds later, too.
 */
export class FitWatch {
  readonly #parts: FitWatchParts
  readonly #changed: (state: TicketState) => void
  /** Cancels the next look, by tab. */
  readonly #looks = new Map<number, () => void>()

  constructor(parts: FitWatchParts, changed: (state: TicketState) => void) {
    this.#parts = parts
    this.#changed = changed
  }

  /** Looks at the ticket's page in this tab soon, instead of what was to be looked at there. */
  look(tabId: number, state: TicketState): void {
    if (state.ticket.helpdesk === SELECTED_TEXT) return
    this.#later(tabId, DRAWN_MS, async () => {
      const first = await this.#ask(tabId, state)
      if (!first) return
      const broken = brokenParts(first.parts)
      if (broken.length === 0) return this.#note(state, first, [])
      this.#later(tabId, STILL_MS, async () => {
        const second = await this.#ask(tabId, state)
        if (!second) return
        const still = brokenParts(second.parts)
        await this.#note(
          state,
          second,
          broken.filter((part) => still.includes(part))
        )
      })
    })
  }

  /** Counts a part that was missed when the page was read or written. A notice reports it to the agent. */
  async missed(state: TicketState | undefined, part: string): Promise<void> {
    if (this.#parts.isSignedIn()) this.#parts.broken()
    if (!state || state.ticket.helpdesk === SELECTED_TEXT) return
    const { helpdesk } = state.ticket
    await this.#parts.reports.note({ helpdesk, key: state.key, broken: [pagePartOf(part)] })
  }

  /**
   * Counts a part of a page whose places were shown. Without it no ticket is found there, so that there is none to
   * look at.
   * @param address the page's, which stays here
   */
  moved(address: string, part: PagePart): Promise<void> {
    return this.#parts.reports.note({ helpdesk: TAUGHT_PAGE, key: address, broken: [part] })
  }

  async #ask(tabId: number, { key, ticket }: TicketState): Promise<SelfTestAnswer | undefined> {
    const { page, isSignedIn, isShown } = this.#parts
    // Before anybody has paired, no page is asked anything, and none whose site was taken back meanwhile.
    if (!isSignedIn() || !(await isShown(tabId, key))) return undefined
    const answer = await page.selfTest(tabId)
    return answer?.helpdesk === ticket.helpdesk && answer.ticketId === ticket.ticketId ? answer : undefined
  }

  #later(tabId: number, ms: number, look: () => Promise<void>): void {
    this.#looks.get(tabId)?.()
    this.#looks.set(
      tabId,
      this.#parts.clock.after(ms, () => {
        this.#looks.delete(tabId)
        void look()
      })
    )
  }

  async #note(state: TicketState, { product }: SelfTestAnswer, broken: PagePart[]): Promise<void> {
    const isOther = String(state.unfit) !== String(broken.length > 0 ? broken : undefined)
    if (broken.length > 0) state.unfit = broken
    else delete state.unfit
    if (isOther) this.#changed(state)
    if (broken.length > 0) this.#parts.broken()
    await this.#parts.reports.note({ helpdesk: state.ticket.helpdesk, key: state.key, product, broken })
  }
}

/** In milliseconds. */
const DRAWN_MS = 2000
const STILL_MS = 5000
