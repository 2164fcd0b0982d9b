import * as z from "zod/mini"
import type { KeyValue } from "../../platform/key-value.ts"
import { keyOfTicket } from "../../ticket/ticket-key.ts"
import type { Clock } from "../relay-client/copilot-parts.ts"

/** A tab of a helpdesk. Without a ticket it shows something else, such as a list. */
export interface HelpdeskTab {
  tabId: number
  windowId: number
  origin: string
  ticket?: { helpdesk: string; ticketId: string; version?: string | undefined } | undefined
}

/** What is tracked, by the tab's number. */
interface Tracked {
  helpdesks: Map<number, HelpdeskTab>
  /**
   * When any tab was last in front, in milliseconds. A tab is often in front before its page has told what it shows,
   * and may be behind another one by then.
   */
  frontAt: Map<number, number>
}

/** Joins helpdesk, origin and number, because two helpdesks may have a ticket with the same number. */
export function ticketKey({ origin, ticket }: Pick<HelpdeskTab, "origin" | "ticket">): string | undefined {
  return ticket && keyOfTicket({ ...ticket, site: origin })
}

/**
 * Tracks which ticket is in which tab. It is kept in session storage, because the next event may reach another worker.
 */
export class TrackedTabs {
  readonly #session: KeyValue
  readonly #clock: Clock
  #tracked: Tracked | undefined
  #last = 0
  #line: Promise<unknown> = Promise.resolve()
  /** What a tab's page says may arrive after the tab was closed. A tab's number isn't given again. */
  readonly #gone = new Set<number>()

  constructor(session: KeyValue, clock: Clock) {
    this.#session = session
    this.#clock = clock
  }

  /** A page shows a ticket. It counts as in front if the tab is in front, or if no other tab was. */
  opened(
    tab: { id: number; windowId: number; active: boolean; url: string },
    ticket: NonNullable<HelpdeskTab["ticket"]>
  ) {
    return this.#change(({ helpdesks, frontAt }) => {
      if (this.#gone.has(tab.id)) return
      helpdesks.set(tab.id, { tabId: tab.id, windowId: tab.windowId, origin: new URL(tab.url).origin, ticket })
      if (tab.active) frontAt.set(tab.id, this.#stamp())
    })
  }

  left(tabId: number) {
    return this.#change(({ helpdesks }) => {
      const tab = helpdesks.get(tabId)
      if (tab) helpdesks.set(tabId, { ...tab, ticket: undefined })
    })
  }

  /** Forgets a tab whose site isn't read any more. Resolves to what it showed. */
  forget(tabId: number) {
    return this.#change(({ helpdesks, frontAt }) => {
      const tab = helpdesks.get(tabId)
      helpdesks.delete(tabId)
      frontAt.delete(tabId)
      return tab
    })
  }

  /** Resolves to what the tab showed. What its page has still said isn't heard any more. */
  closed(tabId: number) {
    this.#gone.add(tabId)
    return this.forget(tabId)
  }

  /** Resolves to false for a tab that doesn't belong to a helpdesk, or isn't known yet to belong to one. */
  inFront(tabId: number, windowId: number) {
    return this.#change(({ helpdesks, frontAt }) => {
      frontAt.set(tabId, this.#stamp())
      const tab = helpdesks.get(tabId)
      if (tab) helpdesks.set(tabId, { ...tab, windowId })
      return tab !== undefined
    })
  }

  all() {
    return this.#change(({ helpdesks }) => [...helpdesks.keys()])
  }

  byTab(tabId: number) {
    return this.#change(({ helpdesks }) => helpdesks.get(tabId))
  }

  shows(tabId: number, key: string) {
    return this.#change(({ helpdesks }) => {
      const tab = helpdesks.get(tabId)
      return tab !== undefined && ticketKey(tab) === key
    })
  }

  /** Returns the helpdesk tab that was last in front. */
  lastInFront() {
    return this.#change((tracked) => this.#newest(tracked, [...tracked.helpdesks.values()]))
  }

  /** Returns the tab in which a ticket is open; of several, the one that was last in front. */
  byKey(key: string) {
    return this.#change((tracked) =>
      this.#newest(
        tracked,
        [...tracked.helpdesks.values()].filter((tab) => ticketKey(tab) === key)
      )
    )
  }

  /** Strictly increasing, so that two events in one millisecond keep their order. */
  #stamp() {
    return (this.#last = Math.max(this.#last + 1, this.#clock.now()))
  }

  #newest({ frontAt }: Tracked, tabs: HelpdeskTab[]) {
    return tabs.sort((a, b) => (frontAt.get(b.tabId) ?? 0) - (frontAt.get(a.tabId) ?? 0))[0]
  }

  /** Changes run one after another, because reading and writing are two steps. */
  #change<T>(work: (tracked: Tracked) => T): Promise<T> {
    const turn = this.#line.then(async () => {
      const tracked = (this.#tracked ??= await load(this.#session))
      this.#last = Math.max(this.#last, ...tracked.frontAt.values())
      const before = JSON.stringify(stored(tracked))
      const result = work(tracked)
      const after = stored(tracked)
      if (JSON.stringify(after) !== before) await this.#session.set(NAME, after)
      return result
    })
    this.#line = turn.catch(() => undefined)
    return turn
  }
}

const NAME = "tabs"
const schema = z.object({
  helpdesks: z.array(
    z.object({
      tabId: z.number(),
      windowId: z.number(),
      origin: z.string(),
      ticket: z.optional(z.object({ helpdesk: z.string(), ticketId: z.string(), version: z.optional(z.string()) }))
    })
  ),
  frontAt: z.array(z.tuple([z.number(), z.number()]))
})

const stored = ({ helpdesks, frontAt }: Tracked): z.infer<typeof schema> => ({
  helpdesks: [...helpdesks.values()],
  frontAt: [...frontAt]
})

async function load(session: KeyValue): Promise<Tracked> {
  const { helpdesks = [], frontAt = [] } = schema.safeParse(await session.get(NAME)).data ?? {}
  return { helpdesks: new Map(helpdesks.map((tab) => [tab.tabId, tab])), frontAt: new Map(frontAt) }
}
