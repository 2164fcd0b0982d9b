import type { Composer } from "../composers/common/composer.ts"
import type { HelpdeskAdapter, Page } from "../helpdesks/contract/adapter.ts"
import type { FromPage, ToPage } from "../protocol/page.ts"
import { createAnswerer, type PageAnswer } from "./answer-background.ts"
import { observeChanges } from "./observe-changes.ts"
import { watchTyping } from "./watch-typing.ts"
import { watchList } from "./watch-list.ts"
import { watchTicket } from "./watch-ticket.ts"

export interface PagePorts {
  send(message: FromPage): void
  /** Calls `answer` for each message of the background until the signal aborts. */
  onMessage(answer: (message: ToPage) => Promise<PageAnswer>, signal: AbortSignal): void
}

export interface PageParts {
  adapters: readonly HelpdeskAdapter[]
  composers: readonly Composer[]
  page: Page
  ports: PagePorts
}

/**
 * Does the work inside a helpdesk's page: it reports which ticket is open, reads it when asked, and inserts when asked.
 * When no adapter knows the page, it only waits until the page is shown again or, if the page draws itself, until it
 * has changed.
 */
export function startPage({ adapters, composers, page, ports }: PageParts, signal: AbortSignal): void {
  const known = new AbortController()
  const start = () => {
    const adapter = adapters.find((each) => each.matches(page))
    if (!adapter) return
    known.abort()
    const desk = { adapter, composers, page }
    ports.onMessage(createAnswerer(desk, signal), signal)
    watchTyping(desk, ports.send, signal)
    watchList(desk, ports.send, signal)
    watchTicket(desk, ports.send, signal)
  }
  start()
  if (known.signal.aborted) return
  const until = { signal: AbortSignal.any([signal, known.signal]) }
  const retry = () => {
    if (page.document.visibilityState !== "hidden") start()
  }
  page.document.addEventListener("visibilitychange", retry, until)
  page.document.defaultView?.addEventListener("load", retry, until)
  observeChanges(page.document.documentElement, { childList: true, subtree: true }, retry, until.signal)
}
