/** What an organisation sets for the extension by the browser's policies. It is untrusted and has to be parsed. */
export const managed = {
  /**
   * Resolves to nothing where no policy is set, and in a browser that has none for this extension. The browser is asked
   * once, and again after it has said that the policy changed, because every update of every panel asks.
   */
  read(): Promise<unknown> {
    if (known === undefined) {
      chrome.storage.managed.onChanged.addListener(forget)
      // Firefox rejects where no policy file names the extension.
      known = chrome.storage.managed.get(null).catch(() => undefined)
    }
    return known
  },
  /** Calls back when the policy has changed. It has to be called at the top of the worker, or the event is missed. */
  onChange(listener: () => void): void {
    chrome.storage.managed.onChanged.addListener(() => {
      forget()
      listener()
    })
  }
}

let known: Promise<unknown> | undefined

function forget(): void {
  known = undefined
  chrome.storage.managed.onChanged.removeListener(forget)
}
