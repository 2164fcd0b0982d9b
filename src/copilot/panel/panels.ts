import * as z from "zod/mini"
import type { PanelState } from "../../protocol/panel.ts"
import type { PagePort } from "../../platform/ports.ts"
import type { Browser } from "../../platform/browser.ts"
import type { Clock } from "../relay-client/copilot-parts.ts"
import { ticketKey, type HelpdeskTab, type TrackedTabs } from "../ticket/tracked-tabs.ts"

/** A page that shows a panel, while it is open. */
export interface OpenPanel {
  port: PagePort
  windowId: number
  asTab: boolean
  /** The helpdesk tab it is about. */
  tab?: HelpdeskTab | undefined
  key?: PanelState["key"]
  /** When it was last sent something, in milliseconds, and which ticket that was about. */
  sentAt?: number
  sentAbout?: string | undefined
}

/** The panels that are open, what each is about, and what it was last sent. */
export function createPanels(
  browser: Browser,
  clock: Clock,
  tabs: TrackedTabs,
  state: (panel: OpenPanel) => Promise<PanelState>
) {
  const open = new Set<OpenPanel>()
  const due = new Map<OpenPanel, () => void>()
  const push = async (panel: OpenPanel) => {
    const next = await state(panel)
    if (open.has(panel)) panel.port.post(next)
  }
  /** As a tab: the helpdesk tab last in front. Beside a window: that window's tab in front, if it is a helpdesk's. */
  const locate = async (panel: OpenPanel) => {
    if (panel.asTab) return tabs.lastInFront()
    const front = await browser.tabs.inFront(panel.windowId)
    return front && tabs.byTab(front.id)
  }
  const show = (panel: OpenPanel) => {
    const isOther = panelTicketKey(panel) !== panel.sentAbout
    if (due.has(panel) && !isOther) return
    due.get(panel)?.()
    // At once for another ticket or after a quiet moment; a clock that was set meanwhile delays it no longer than a
    // frame.
    const wait = isOther ? 0 : Math.min(FRAME_MS, Math.max(0, (panel.sentAt ?? 0) + FRAME_MS - clock.now()))
    due.set(
      panel,
      clock.after(wait, () => {
        due.delete(panel)
        panel.sentAt = clock.now()
        panel.sentAbout = panelTicketKey(panel)
        void push(panel)
      })
    )
  }
  return {
    /** @param hello is called with the panel once it has said which window it belongs to */
    connect(port: PagePort, hello: (panel: OpenPanel) => void): void {
      port.onMessage((message) => {
        const said = helloMessage.safeParse(message)
        if (!said.success || [...open].some((panel) => panel.port === port)) return
        const panel: OpenPanel = { port, windowId: said.data.windowId, asTab: said.data.asTab }
        open.add(panel)
        port.onClose(() => {
          open.delete(panel)
          due.get(panel)?.()
          due.delete(panel)
        })
        hello(panel)
      })
    },
    /** Finds out anew what each panel is about. */
    async locateAll(): Promise<void> {
      for (const panel of open) panel.tab = await locate(panel)
    },
    /** Sends the state soon: many changes within a frame are one. */
    show(about?: string) {
      for (const panel of open) if (about === undefined || panelTicketKey(panel) === about) show(panel)
    },
    /** Tickets that somebody looks at. */
    watched(): HelpdeskTab[] {
      const seen = new Map<string, HelpdeskTab>()
      for (const panel of open) {
        const key = panelTicketKey(panel)
        if (key !== undefined && panel.tab) seen.set(key, panel.tab)
      }
      return [...seen.values()]
    },
    /** A browser-wide key, for the panels of the window it was pressed in. */
    press(name: NonNullable<PanelState["key"]>["name"], windowId: number | undefined) {
      for (const panel of open) {
        if (windowId !== undefined && panel.windowId !== windowId && panel.tab?.windowId !== windowId) continue
        panel.key = { n: Math.max(clock.now(), (panel.key?.n ?? 0) + 1), name }
        show(panel)
      }
    },
    get size() {
      return open.size
    }
  }
}

export const panelTicketKey = (panel: OpenPanel): string | undefined => panel.tab && ticketKey(panel.tab)

/** Milliseconds: some three frames. */
const FRAME_MS = 50
const helloMessage = z.object({ kind: z.literal("panel-hello"), windowId: z.number(), asTab: z.boolean() })
