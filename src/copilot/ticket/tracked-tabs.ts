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
  /** When it was last in front, in milliseconds. */
  frontAt: number
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
  let known: Map<number, HelpdeskTab> | undefined
  let last = 0
  /** Strictly increasing, so that two events in one millisecond keep their order. */
  const stamp = () => (last = Math.max(last + 1, clock.now()))
  let line: Promise<unknown> = Promise.resolve()

  /** Changes run one after another, because reading and writing are two steps. */
  const change = <T>(work: (tabs: Map<number, HelpdeskTab>) => T): Promise<T> => {
    const turn = line.then(async () => {
      const tabs = (known ??= await load(session))
      for (const tab of tabs.values()) last = Math.max(last, tab.frontAt)
      const before = JSON.stringify([...tabs.values()])
      const result = work(tabs)
      const after = [...tabs.values()]
      if (JSON.stringify(after) !== before) await session.set(NAME, after)
      return result
    })
    line = turn.catch(() => undefined)
    return turn
  }
  const newest = (tabs: HelpdeskTab[]) => tabs.sort((a, b) => b.frontAt - a.frontAt)[0]

  return {
    /** A page shows a ticket. It counts as in front if the tab is in front, or if no other tab was. */
    opened: (
      tab: { id: number; windowId: number; active: boolean; url: string },
      ticket: NonNullable<HelpdeskTab["ticket"]>
    ) =>
      change((tabs) => {
        const before = tabs.get(tab.id)
        tabs.set(tab.id, {
          tabId: tab.id,
          windowId: tab.windowId,
          origin: new URL(tab.url).origin,
          ticket,
          frontAt: tab.active ? stamp() : (before?.frontAt ?? 0)
        })
      }),
    left: (tabId: number) =>
      change((tabs) => {
        const tab = tabs.get(tabId)
        if (tab) tabs.set(tabId, { ...tab, ticket: undefined })
      }),
    /** Resolves to what the tab showed. */
    closed: (tabId: number) =>
      change((tabs) => {
        const tab = tabs.get(tabId)
        tabs.delete(tabId)
        return tab
      }),
    /** Returns `undefined` for a tab that doesn't belong to a helpdesk. */
    inFront: (tabId: number, windowId: number) =>
      change((tabs) => {
        const tab = tabs.get(tabId)
        if (tab) tabs.set(tabId, { ...tab, windowId, frontAt: stamp() })
        return tab !== undefined
      }),
    byTab: (tabId: number) => change((tabs) => tabs.get(tabId)),
    /** Returns the helpdesk tab that was last in front. */
    lastInFront: () => change((tabs) => newest([...tabs.values()])),
    /** Returns the tab in which a ticket is open; of several, the one that was last in front. */
    byKey: (key: string) => change((tabs) => newest([...tabs.values()].filter((tab) => ticketKey(tab) === key)))
  }
}

const NAME = "tabs"
const schema = z.array(
  z.object({
    tabId: z.number(),
    windowId: z.number(),
    origin: z.string(),
    frontAt: z.number(),
    ticket: z.optional(z.object({ helpdesk: z.string(), ticketId: z.string(), version: z.optional(z.string()) }))
  })
)

async function load(session: KeyValue): Promise<Map<number, HelpdeskTab>> {
  const kept = schema.safeParse(await session.get(NAME))
  return new Map((kept.success ? kept.data : []).map((tab) => [tab.tabId, tab]))
}
