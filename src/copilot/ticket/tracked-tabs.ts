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

export type TrackedTabs = ReturnType<typeof createTrackedTabs>

/**
 * Tracks which ticket is in which tab. It is kept in session storage, because the next event may reach another worker.
 */
export function createTrackedTabs(session: KeyValue, clock: Clock) {
  let known: Tracked | undefined
  let last = 0
  /** Strictly increasing, so that two events in one millisecond keep their order. */
  const stamp = () => (last = Math.max(last + 1, clock.now()))
  let line: Promise<unknown> = Promise.resolve()
  /** What a tab's page says may arrive after the tab was closed. A tab's number isn't given again. */
  const gone = new Set<number>()

  /** Changes run one after another, because reading and writing are two steps. */
  const change = <T>(work: (tracked: Tracked) => T): Promise<T> => {
    const turn = line.then(async () => {
      const tracked = (known ??= await load(session))
      last = Math.max(last, ...tracked.frontAt.values())
      const before = JSON.stringify(stored(tracked))
      const result = work(tracked)
      const after = stored(tracked)
      if (JSON.stringify(after) !== before) await session.set(NAME, after)
      return result
    })
    line = turn.catch(() => undefined)
    return turn
  }
  const forget = (tabId: number) =>
    change(({ helpdesks, frontAt }) => {
      const tab = helpdesks.get(tabId)
      helpdesks.delete(tabId)
      frontAt.delete(tabId)
      return tab
    })
  const newest = ({ frontAt }: Tracked, tabs: HelpdeskTab[]) =>
    tabs.sort((a, b) => (frontAt.get(b.tabId) ?? 0) - (frontAt.get(a.tabId) ?? 0))[0]

  return {
    /** A page shows a ticket. It counts as in front if the tab is in front, or if no other tab was. */
    opened: (
      tab: { id: number; windowId: number; active: boolean; url: string },
      ticket: NonNullable<HelpdeskTab["ticket"]>
    ) =>
      change(({ helpdesks, frontAt }) => {
        if (gone.has(tab.id)) return
        helpdesks.set(tab.id, { tabId: tab.id, windowId: tab.windowId, origin: new URL(tab.url).origin, ticket })
        if (tab.active) frontAt.set(tab.id, stamp())
      }),
    left: (tabId: number) =>
      change(({ helpdesks }) => {
        const tab = helpdesks.get(tabId)
        if (tab) helpdesks.set(tabId, { ...tab, ticket: undefined })
      }),
    /** Forgets a tab whose site isn't read any more. Resolves to what it showed. */
    forget,
    /** Resolves to what the tab showed. What its page has still said isn't heard any more. */
    closed: (tabId: number) => {
      gone.add(tabId)
      return forget(tabId)
    },
    /** Resolves to false for a tab that doesn't belong to a helpdesk, or isn't known yet to belong to one. */
    inFront: (tabId: number, windowId: number) =>
      change(({ helpdesks, frontAt }) => {
        frontAt.set(tabId, stamp())
        const tab = helpdesks.get(tabId)
        if (tab) helpdesks.set(tabId, { ...tab, windowId })
        return tab !== undefined
      }),
    all: () => change(({ helpdesks }) => [...helpdesks.keys()]),
    byTab: (tabId: number) => change(({ helpdesks }) => helpdesks.get(tabId)),
    shows: (tabId: number, key: string) =>
      change(({ helpdesks }) => {
        const tab = helpdesks.get(tabId)
        return tab !== undefined && ticketKey(tab) === key
      }),
    /** Returns the helpdesk tab that was last in front. */
    lastInFront: () => change((tracked) => newest(tracked, [...tracked.helpdesks.values()])),
    /** Returns the tab in which a ticket is open; of several, the one that was last in front. */
    byKey: (key: string) =>
      change((tracked) =>
        newest(
          tracked,
          [...tracked.helpdesks.values()].filter((tab) => ticketKey(tab) === key)
        )
      )
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
  const kept = schema.safeParse(await session.get(NAME))
  const { helpdesks, frontAt } = kept.success ? kept.data : { helpdesks: [], frontAt: [] }
  return { helpdesks: new Map(helpdesks.map((tab) => [tab.tabId, tab])), frontAt: new Map(frontAt) }
}
