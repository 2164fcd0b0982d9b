import { sitePattern } from "./permissions.ts"
import { sidePanel } from "./firefox.ts"

/** What the extension's own pages (panel, popup) need from the browser. */
export const extensionPage = {
  /**
   * Keeps a connection to the background open until `signal` aborts. The background may stop at any moment. The page
   * then reconnects at once, which wakes it, and introduces itself again. `onMessage` receives what the background
   * posts. Its type is trusted, because both are parts of one build.
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
        // Reading the error keeps Chromium from logging that nobody read it.
        void chrome.runtime.lastError
        signal.removeEventListener("abort", close)
        // Without a pause, a background that can't start would cause an endless loop.
        pause = Date.now() - began > QUICK ? 0 : Math.min(MAX_PAUSE_MS, pause * 2 + 50)
        setTimeout(() => void connect(), pause)
      })
      port.postMessage({ kind: "panel-hello", windowId: window.id, asTab: tab !== undefined })
    }
    void connect()
  },
  /** Sends a question to the background and resolves to its answer. @throws if no background answers */
  async ask<Answer>(message: unknown): Promise<Answer> {
    return chrome.runtime.sendMessage<unknown, Answer>(message)
  },
  /** Asks the person to allow a site. The click's handler has to call it synchronously. */
  requestSite(origin: string): Promise<boolean> {
    return chrome.permissions.request({ origins: [sitePattern(origin)] })
  },
  /**
   * Returns the browser-wide keys by their names in the manifest, as the person has set them ("Alt+Shift+R"), or "" for
   * one that isn't set.
   */
  async shortcuts(): Promise<Record<string, string>> {
    const all = await chrome.commands.getAll()
    return Object.fromEntries(all.map(({ name = "", shortcut = "" }) => [name, shortcut]))
  },
  /** Returns the version in this extension's manifest: "0.1.0". */
  version(): string {
    return chrome.runtime.getManifest().version
  },
  /** Copies a text. The clipboard accepts it only while a click or key press is handled. */
  copy(text: string): Promise<void> {
    return navigator.clipboard.writeText(text)
  },
  /** Opens the side panel. The click's handler has to call it synchronously. */
  openPanel(windowId: number): Promise<void> {
    return sidePanel.open(windowId)
  },
  /** Opens one of the extension's own pages in a tab: "review", "figures" or "welcome". */
  async openTab(name: string): Promise<void> {
    await chrome.tabs.create({ url: chrome.runtime.getURL(`tabs/${name}.html`) })
  },
  /** Saves a file among the person's downloads. */
  download(name: string, type: string, text: string): void {
    const link = document.createElement("a")
    link.href = URL.createObjectURL(new Blob([text], { type }))
    link.download = name
    link.click()
    // The browser has taken over the file by the next task.
    setTimeout(() => URL.revokeObjectURL(link.href), 0)
  },
  async windowId(): Promise<number | undefined> {
    return (await chrome.windows.getCurrent()).id
  }
}

/** A connection that lasted less than this, in milliseconds, ended because something is wrong. */
const QUICK = 1000
const MAX_PAUSE_MS = 5000
