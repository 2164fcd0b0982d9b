import { sitePattern } from "./permissions.ts"
import { sidePanel } from "./side-panel.ts"

/** What the extension's own pages (panel, popup) need of the browser. */
export const extensionPage = {
  /**
   * Keeps a line to the background open until `signal` aborts. The background may die at any moment: the page connects
   * again at once (which wakes it), and says hello anew. `onMessage` hears what the background posts: both are parts of
   * one build.
   */
  listen<Message>(name: string, onMessage: (message: Message) => void, signal: AbortSignal): void {
    let pause = 0
    const connect = async () => {
      if (signal.aborted) return
      const [window, tab] = await Promise.all([chrome.windows.getCurrent(), chrome.tabs.getCurrent()])
      if (signal.aborted) return
      const began = Date.now()
      const port = chrome.runtime.connect({ name })
      const close = () => port.disconnect()
      signal.addEventListener("abort", close)
      port.onMessage.addListener((message: Message) => onMessage(message))
      port.onDisconnect.addListener(() => {
        // Reading it keeps Chromium from logging that nobody read it.
        void chrome.runtime.lastError
        signal.removeEventListener("abort", close)
        // A background that can't start would make this spin.
        pause = Date.now() - began > QUICK ? 0 : Math.min(LONGEST_PAUSE, pause * 2 + 50)
        setTimeout(() => void connect(), pause)
      })
      port.postMessage({ kind: "panel-hello", windowId: window.id, asTab: tab !== undefined })
    }
    void connect()
  },
  /** Asks the background; resolves to its answer. @throws when no background answers */
  async ask<Answer>(message: unknown): Promise<Answer> {
    return chrome.runtime.sendMessage<unknown, Answer>(message)
  },
  /** Asks the person for a site. Has to be called in the same turn as the click. */
  requestSite(origin: string): Promise<boolean> {
    return chrome.permissions.request({ origins: [sitePattern(origin)] })
  },
  /**
   * The browser-wide keys by their names in the manifest, as the person has them ("Alt+Shift+R"); "" for one that is
   * set to none.
   */
  async shortcuts(): Promise<Record<string, string>> {
    const all = await chrome.commands.getAll()
    return Object.fromEntries(all.map(({ name = "", shortcut = "" }) => [name, shortcut]))
  },
  /** Of this extension, as its manifest says: "0.1.0". */
  version(): string {
    return chrome.runtime.getManifest().version
  },
  /** The clipboard takes text only in a click or key. */
  copy(text: string): Promise<void> {
    return navigator.clipboard.writeText(text)
  },
  /** Opens the side panel. Has to be called in the same turn as the click. */
  openPanel(windowId: number): Promise<void> {
    return sidePanel.open(windowId)
  },
  /** Opens one of the extension's own pages in a tab: "review", "figures". */
  async openTab(name: string): Promise<void> {
    await chrome.tabs.create({ url: chrome.runtime.getURL(`tabs/${name}.html`) })
  },
  /** Puts a file among the person's downloads. */
  download(name: string, type: string, text: string): void {
    const link = document.createElement("a")
    link.href = URL.createObjectURL(new Blob([text], { type }))
    link.download = name
    link.click()
    // The browser has taken it over by the next turn.
    setTimeout(() => URL.revokeObjectURL(link.href), 0)
  },
  async windowId(): Promise<number | undefined> {
    return (await chrome.windows.getCurrent()).id
  }
}

/** A line that lasted less than this, in milliseconds, ended because something is wrong. */
const QUICK = 1000
const LONGEST_PAUSE = 5000
