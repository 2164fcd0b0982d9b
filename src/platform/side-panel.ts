export const sidePanel = {
  /**
   * Opens the side panel, which is the sidebar in Firefox. The handler of the key or click has to call it
   * synchronously. Firefox opens it in the window of that key or click.
   */
  async open(windowId: number): Promise<void> {
    const browser: object = chrome
    if (hasSidebar(browser)) await browser.sidebarAction.open()
    else await chrome.sidePanel.open({ windowId })
  }
}

interface WithSidebar {
  sidebarAction: { open(): Promise<void> }
}

function hasSidebar(browser: object): browser is WithSidebar {
  return "sidebarAction" in browser
}
