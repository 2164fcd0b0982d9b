export interface TabInFront {
  id: number
  windowId: number
  /** Only where the extension may see it: a host it was granted, or the tab the popup was opened on. */
  url?: string
}

export const tabs = {
  /** The tab in front of a window; without one, of the window last used. */
  async inFront(windowId?: number): Promise<TabInFront | undefined> {
    const [tab] = await chrome.tabs.query(
      windowId === undefined ? { active: true, lastFocusedWindow: true } : { active: true, windowId }
    )
    if (tab?.id === undefined) return undefined
    return { id: tab.id, windowId: tab.windowId, ...(tab.url === undefined ? {} : { url: tab.url }) }
  },
  onActivated(listener: (tabId: number, windowId: number) => void): void {
    chrome.tabs.onActivated.addListener((info) => listener(info.tabId, info.windowId))
  },
  onRemoved(listener: (tabId: number) => void): void {
    chrome.tabs.onRemoved.addListener((tabId) => listener(tabId))
  },
  /** A page has been loaded, or has changed its address by itself. */
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
