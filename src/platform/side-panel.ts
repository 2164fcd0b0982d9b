import { firefoxSidebar } from "./firefox.ts"

export const sidePanel = {
  /**
   * Opens the side panel, which is the sidebar in Firefox. The handler of the key or click has to call it
   * synchronously. Firefox opens it in the window of that key or click.
   */
  async open(windowId: number): Promise<void> {
    await (firefoxSidebar()?.open() ?? chrome.sidePanel.open({ windowId }))
  }
}
