export const windows = {
  /** A window of the browser was focused. This isn't called if another program was focused. */
  onFocused(listener: (windowId: number) => void): void {
    chrome.windows.onFocusChanged.addListener((windowId) => {
      if (windowId !== chrome.windows.WINDOW_ID_NONE) listener(windowId)
    })
  }
}
