/**
 * The content script's end of the wire. `end` is called once when the extension that this script belongs to is gone
 * (reloaded, updated, removed): the orphan must fall silent, its successor is already there.
 */
export function pagePort<In, Out, Answer>(end: () => void) {
  return {
    send: pageSender<Out>(end),
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

/** The half that tells, for a script that is never asked: it is all that every page loads. */
export function pageSender<Out>(end: () => void): (message: Out) => void {
  return (message) => {
    if (!chrome.runtime?.id) return end()
    // Nobody listening is no fault: the worker may be starting, and asks the page itself when it needs to know.
    chrome.runtime.sendMessage(message).catch(() => undefined)
  }
}

/**
 * Runs `start` once for a page, with the signal of its life. The same script may come twice: by the manifest, and by
 * the click that allows a site.
 */
export function runOncePerPage(script: Script, start: (life: AbortController) => void): void {
  if (isInPage(script)) return
  marks()[script] = true
  start(new AbortController())
}

/** Whether this page has that script of ours already: all of them share one world. */
export function isInPage(script: Script): boolean {
  return marks()[script] === true
}

type Script = "spot" | "desk"

function marks(): Partial<Record<Script, true>> {
  const marked = globalThis as typeof globalThis & { replywrightScripts?: Partial<Record<Script, true>> }
  return (marked.replywrightScripts ??= {})
}
