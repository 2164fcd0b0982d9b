export const windows = {
  /** A window of the browser came to the front; not called when another program did. */
  onFocused(listener: (windowId: number) => void): void {
    chrome.windows.onFocusChanged.addListener((windowId) => {
      if (windowId !== chrome.windows.WINDOW_ID_NONE) listener(windowId)
    })
  }
}
