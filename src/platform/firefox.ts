interface WithSidebar {
  sidebarAction: { open(): Promise<void> }
}

/** Returns the API of Firefox's sidebar, which all own pages of an extension with a sidebar get there. */
function firefoxSidebar(): WithSidebar["sidebarAction"] | undefined {
  const browser: object = "chrome" in globalThis ? chrome : {}
  return hasSidebar(browser) ? browser.sidebarAction : undefined
}

/** Returns whether this is Firefox. */
export const isFirefox = (): boolean => firefoxSidebar() !== undefined

const hasSidebar = (browser: object): browser is WithSidebar => "sidebarAction" in browser

export const sidePanel = {
  /**
   * Opens the side panel, which is the sidebar in Firefox. The handler of the key or click has to call it
   * synchronously. Firefox opens it in the window of that key or click.
   */
  async open(windowId: number): Promise<void> {
    await (firefoxSidebar()?.open() ?? chrome.sidePanel.open({ windowId }))
  }
}
