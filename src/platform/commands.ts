/** Browser-wide keys, named in the manifest; the person may change them. */
export const commands = {
  onCommand(listener: (name: string, windowId: number | undefined) => void): void {
    chrome.commands.onCommand.addListener((name, tab) => listener(name, tab?.windowId))
  }
}
