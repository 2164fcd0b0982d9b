export const sidePanel = {
  /** Has to be called in the same turn as the key or click that asks for it. */
  async open(windowId: number): Promise<void> {
    await chrome.sidePanel.open({ windowId })
  }
}
