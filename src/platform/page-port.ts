/**
 * The content script's end of the wire. `end` is called once when the extension that this script belongs to is gone
 * (reloaded, updated, removed). The orphaned script must do nothing more, because its successor is already there.
 */
export function pagePort<In, Out, Answer>(end: () => void) {
  return {
    send: pageSender<Out>(end),
    /** Sends a message and returns what the background answers, or undefined if it is gone or doesn't answer. */
    async ask(message: Out): Promise<unknown> {
      if (!chrome.runtime?.id) return void end()
      return chrome.runtime.sendMessage(message).catch(() => undefined)
    },
    /** Calls `answer` for each message. What it returns undefined for is left to another listener. */
    onMessage(answer: (message: In) => Promise<Answer> | undefined, signal: AbortSignal): void {
      const listen = (message: In, sender: chrome.runtime.MessageSender, reply: (answer: Answer) => void) => {
        // Only the extension's own background sends messages to pages. The script of another page has a tab.
        if (sender.id !== chrome.runtime.id || sender.tab) return undefined
        const answered = answer(message)
        void answered?.then(reply)
        return answered === undefined ? undefined : true
      }
      chrome.runtime.onMessage.addListener(listen)
      signal.addEventListener("abort", () => chrome.runtime?.onMessage?.removeListener(listen), { once: true })
    }
  }
}

/** Returns only the sending half, for a script that never receives requests. This is all that every page loads. */
export function pageSender<Out>(end: () => void): (message: Out) => void {
  return (message) => {
    if (!chrome.runtime?.id) return end()
    // It is no error if nobody listens. The worker may be starting, and it asks the page itself when it needs to know.
    chrome.runtime.sendMessage(message).catch(() => undefined)
  }
}

/**
 * Runs `start` once for a page. The same script may arrive twice: by the manifest, and by the click that allows a site.
 */
export function runOncePerPage(script: Script, start: () => void): void {
  if (isInPage(script)) return
  marks()[script] = true
  start()
}

/** Returns whether this page already has that script. All scripts of the extension share one world. */
export function isInPage(script: Script): boolean {
  return marks()[script] === true
}

type Script = "spot" | "desk" | "picker"

function marks(): Partial<Record<Script, true>> {
  const marked = globalThis as typeof globalThis & { replywrightScripts?: Partial<Record<Script, true>> }
  return (marked.replywrightScripts ??= {})
}
