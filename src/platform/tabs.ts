import { extensionPage } from "./extension-page.ts"

export interface TabInFront {
  id: number
  windowId: number
  /**
   * The address is present only if the extension may see it: on a host that was granted, or in the tab on which the
   * popup was opened.
   */
  url?: string
}

export const tabs = {
  /** Returns the active tab of a window, or of the window last used. */
  async inFront(windowId?: number): Promise<TabInFront | undefined> {
    const [tab] = await chrome.tabs.query(
      windowId === undefined ? { active: true, lastFocusedWindow: true } : { active: true, windowId }
    )
    if (tab?.id === undefined) return undefined
    return { id: tab.id, windowId: tab.windowId, ...(tab.url === undefined ? {} : { url: tab.url }) }
  },
  /** Opens a page of the extension: "welcome" for tabs/welcome.html. */
  openOwn: (name: string): Promise<void> => extensionPage.openTab(name),
  /** Returns the address of a tab if the extension may see it. */
  async addressOf(tabId: number): Promise<string | undefined> {
    const tab = await chrome.tabs.get(tabId).catch(() => undefined)
    return tab?.url
  },
  /** Returns all tabs whose addresses the extension may see, as it may on allowed sites. */
  async visible(): Promise<{ id: number; url: string }[]> {
    const open = await chrome.tabs.query({})
    return open.flatMap(({ id, url }) => (id === undefined || url === undefined ? [] : [{ id, url }]))
  },
  onActivated(listener: (tabId: number, windowId: number) => void): void {
    chrome.tabs.onActivated.addListener((info) => listener(info.tabId, info.windowId))
  },
  onRemoved(listener: (tabId: number) => void): void {
    chrome.tabs.onRemoved.addListener((tabId) => listener(tabId))
  },
  /** A page has been loaded or has changed its address itself. */
  onLoaded(listener: (tabId: number) => void): void {
    chrome.tabs.onUpdated.addListener((tabId, change) => {
      if (change.status === "complete") listener(tabId)
    })
  },
  /** A tab was moved to another window. */
  onAttached(listener: (tabId: number, windowId: number) => void): void {
    chrome.tabs.onAttached.addListener((tabId, info) => listener(tabId, info.newWindowId))
  }
}
