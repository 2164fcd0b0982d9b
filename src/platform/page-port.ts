/**
 * The content script's end of the wire. `end` is called once when the extension that this script belongs to is gone (reloaded,
 * updated, removed): the orphan must fall silent, its successor is already there.
 */
export function pagePort<In, Out, Answer>(end: () => void) {
  return {
    send(message: Out): void {
      if (!chrome.runtime?.id) return end()
      // Nobody listening is no fault: the worker may be starting, and asks the page itself when it needs to know.
      chrome.runtime.sendMessage(message).catch(() => undefined)
    },
    onMessage(answer: (message: In) => Promise<Answer>, signal: AbortSignal): void {
      const listen = (message: In, sender: chrome.runtime.MessageSender, reply: (answer: Answer) => void) => {
        // Only the extension's own background speaks to pages; another page's script has a tab.
        if (sender.id !== chrome.runtime.id || sender.tab) return undefined
        void answer(message).then(reply)
        return true
      }
      chrome.runtime.onMessage.addListener(listen)
      signal.addEventListener("abort", () => chrome.runtime?.onMessage?.removeListener(listen), { once: true })
    }
  }
}

/**
 * Runs `start` once for a page, with the signal of its life. The same script may come twice: by the manifest, and by the click
 * that allows a site.
 */
export function oncePerPage(start: (life: AbortController) => void): void {
  const marked = globalThis as typeof globalThis & { replywrightPage?: true }
  if (marked.replywrightPage) return
  marked.replywrightPage = true
  start(new AbortController())
}
