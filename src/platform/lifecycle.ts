/** When the browser has put this extension in, or another version of it. */
export const lifecycle = {
  /** Pages that were open before have no script of this version: none at all, or one that nobody answers any more. */
  onInstalled(listener: () => void): void {
    chrome.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === "install" || reason === "update") listener()
    })
  }
}
