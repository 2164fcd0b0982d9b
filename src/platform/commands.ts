/** The browser-wide keys that the manifest names. The person may change them. */
export const commands = {
  onCommand(listener: (name: string, windowId: number | undefined) => void): void {
    chrome.commands.onCommand.addListener((name, tab) => listener(name, tab?.windowId))
  }
}
