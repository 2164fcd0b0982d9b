/** The sender of a message: a page of the extension (also in a tab of its own), or a content script in a tab. */
export interface Sender {
  own: boolean
  tab?: { id: number; windowId: number; active: boolean; url: string }
}

/**
 * Messages to the background outside of a connection. A listener answers with a promise, or with `undefined` if the
 * message isn't for it. Register listeners at the top of the service worker, because a worker that a message has woken
 * looks only there.
 */
export const messages = {
  onMessage(listener: (message: unknown, sender: Sender) => Promise<unknown> | undefined): void {
    chrome.runtime.onMessage.addListener((message: unknown, sender, respond: (answer: unknown) => void) => {
      if (sender.id !== chrome.runtime.id) return false
      const answer = listener(message, senderOf(sender))
      if (!answer) return false
      answer.then(respond, (error: unknown) =>
        respond({ ok: false, code: "failed", message: error instanceof Error ? error.message : String(error) })
      )
      return true
    })
  },
  /** Sends a message to a tab. @throws if nothing in the tab listens */
  async sendToTab(tabId: number, message: unknown): Promise<unknown> {
    return chrome.tabs.sendMessage(tabId, message, { frameId: 0 })
  }
}

/**
 * Returns whether the sender is a page of the extension itself. A content script sends with the address of its site.
 */
export function isOwnPage({ id, url = "" }: chrome.runtime.MessageSender): boolean {
  return id === chrome.runtime.id && url.startsWith(chrome.runtime.getURL(""))
}

/**
 * Returns whether the sender is the extension's own worker. A page of the extension has another address, and a content
 * script has a tab.
 */
export function isBackground({ id, url = "", tab }: chrome.runtime.MessageSender): boolean {
  return (
    id === chrome.runtime.id &&
    tab === undefined &&
    url.startsWith(chrome.runtime.getURL("")) &&
    new URL(url).pathname.endsWith(".js")
  )
}

function senderOf(sender: chrome.runtime.MessageSender): Sender {
  const own = isOwnPage(sender)
  const { tab } = sender
  if (tab?.id === undefined) return { own }
  return { own, tab: { id: tab.id, windowId: tab.windowId, active: tab.active, url: sender.url ?? tab.url ?? "" } }
}
