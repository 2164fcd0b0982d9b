export const sidePanel = {
  /** Opens the side panel. The handler of the key or click has to call it synchronously. */
  async open(windowId: number): Promise<void> {
    await chrome.sidePanel.open({ windowId })
  }
}
