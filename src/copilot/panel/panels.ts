import * as z from "zod/mini"
import type { PanelState } from "../../protocol/panel.ts"
import type { PagePort } from "../../platform/ports.ts"
import type { Browser } from "../../platform/browser.ts"
import type { Clock } from "../relay-client/copilot-parts.ts"
import { ticketKey, type HelpdeskTab, type TrackedTabs } from "../ticket/tracked-tabs.ts"

/** An open page that shows a panel. */
export interface OpenPanel {
  port: PagePort
  windowId: number
  asTab: boolean
  /** The helpdesk tab that it shows. */
  tab?: HelpdeskTab | undefined
  key?: PanelState["key"]
  /** When something was last sent to it, in milliseconds, and for which ticket. */
  sentAt?: number
  sentAbout?: string | undefined
}

/** The open panels, the ticket of each, and what was last sent to it. */
export class Panels {
  readonly #browser: Browser
  readonly #clock: Clock
  readonly #tabs: TrackedTabs
  readonly #state: (panel: OpenPanel) => Promise<PanelState>
  readonly #open = new Set<OpenPanel>()
  readonly #due = new Map<OpenPanel, () => void>()

  constructor(browser: Browser, clock: Clock, tabs: TrackedTabs, state: (panel: OpenPanel) => Promise<PanelState>) {
    this.#browser = browser
    this.#clock = clock
    this.#tabs = tabs
    this.#state = state
  }

  /** @param hello is called with the panel once it has said which window it belongs to */
  connect(port: PagePort, hello: (panel: OpenPanel) => void): void {
    port.onMessage((message) => {
      const greeting = helloMessage.safeParse(message)
      if (!greeting.success || [...this.#open].some((panel) => panel.port === port)) return
      const panel: OpenPanel = { port, windowId: greeting.data.windowId, asTab: greeting.data.asTab }
      this.#open.add(panel)
      port.onClose(() => {
        this.#open.delete(panel)
        this.#due.get(panel)?.()
        this.#due.delete(panel)
      })
      hello(panel)
    })
  }

  /** Determines again which tab each panel shows. */
  async locateAll(): Promise<void> {
    for (const panel of this.#open) panel.tab = await this.#locate(panel)
  }

  /** Sends the state soon. Several changes within a frame become one. */
  show(about?: string) {
    for (const panel of this.#open) if (about === undefined || panelTicketKey(panel) === about) this.#show(panel)
  }

  /** The tickets that somebody is looking at. */
  watched(): HelpdeskTab[] {
    const tabs = new Map<string, HelpdeskTab>()
    for (const panel of this.#open) {
      const key = panelTicketKey(panel)
      if (key !== undefined && panel.tab) tabs.set(key, panel.tab)
    }
    return [...tabs.values()]
  }

  /** Passes a browser-wide shortcut to the panels of the window in which it was pressed. */
  press(name: NonNullable<PanelState["key"]>["name"], windowId: number | undefined) {
    for (const panel of this.#open) {
      if (windowId !== undefined && panel.windowId !== windowId && panel.tab?.windowId !== windowId) continue
      panel.key = { n: Math.max(this.#clock.now(), (panel.key?.n ?? 0) + 1), name }
      this.#show(panel)
    }
  }

  get size() {
    return this.#open.size
  }

  async #push(panel: OpenPanel) {
    const next = await this.#state(panel)
    if (this.#open.has(panel)) panel.port.post(next)
  }

  /**
   * A panel in a tab shows the helpdesk tab that was last in front. A panel beside a window shows that window's front
   * tab if it belongs to a helpdesk.
   */
  async #locate(panel: OpenPanel) {
    if (panel.asTab) return this.#tabs.lastInFront()
    const front = await this.#browser.tabs.inFront(panel.windowId)
    return front && this.#tabs.byTab(front.id)
  }

  #show(panel: OpenPanel) {
    const isOther = panelTicketKey(panel) !== panel.sentAbout
    if (this.#due.has(panel) && !isOther) return
    this.#due.get(panel)?.()
    // Another ticket, or a change after a quiet moment, is sent at once. If the clock was set in the meantime, the
    // delay is one frame at most.
    const wait = isOther ? 0 : Math.min(FRAME_MS, Math.max(0, (panel.sentAt ?? 0) + FRAME_MS - this.#clock.now()))
    this.#due.set(
      panel,
      this.#clock.after(wait, () => {
        this.#due.delete(panel)
        panel.sentAt = this.#clock.now()
        panel.sentAbout = panelTicketKey(panel)
        void this.#push(panel)
      })
    )
  }
}

export const panelTicketKey = (panel: OpenPanel): string | undefined => panel.tab && ticketKey(panel.tab)

/** In milliseconds; about three frames. */
const FRAME_MS = 50
const helloMessage = z.object({ kind: z.literal("panel-hello"), windowId: z.number(), asTab: z.boolean() })
