/** Wakes the background worker later, also after it has stopped. The browser rounds up times under half a minute. */
export const alarms = {
  async set(name: string, minutes: number): Promise<void> {
    await chrome.alarms.create(name, { delayInMinutes: minutes })
  },
  async clear(name: string): Promise<void> {
    await chrome.alarms.clear(name)
  },
  onAlarm(listener: (name: string) => void): void {
    chrome.alarms.onAlarm.addListener((alarm) => listener(alarm.name))
  }
}

/** The browser-wide keys that the manifest names. The person may change them. */
export const commands = {
  onCommand(listener: (name: string, windowId: number | undefined) => void): void {
    chrome.commands.onCommand.addListener((name, tab) => listener(name, tab?.windowId))
  }
}

/** When the browser has put this extension in, or another version of it. */
export const lifecycle = {
  /** The extension is new in this browser, from a store or by a policy. An unpacked one is a developer's. */
  onFirstInstalled(listener: () => void): void {
    chrome.runtime.onInstalled.addListener(({ reason }) => {
      if (reason !== "install") return
      void chrome.management.getSelf().then(({ installType }) => installType !== "development" && listener())
    })
  },
  /** Pages that were open before have no script of this version: none at all, or one that nobody answers any more. */
  onInstalled(listener: () => void): void {
    chrome.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === "install" || reason === "update") listener()
    })
  }
}

export const windows = {
  /** A window of the browser was focused. This isn't called if another program was focused. */
  onFocused(listener: (windowId: number) => void): void {
    chrome.windows.onFocusChanged.addListener((windowId) => {
      if (windowId !== chrome.windows.WINDOW_ID_NONE) listener(windowId)
    })
  }
}

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
