import type { Composer } from "../composers/common/composer.ts"
import type { HelpdeskAdapter, Page } from "../helpdesks/contract/adapter.ts"
import type { FromPage, SelectionAnswer, ToPage } from "../protocol/page.ts"
import { createAnswerer, type PageAnswer } from "./answer-background.ts"
import { observeChanges } from "./observe-changes.ts"
import { watchTyping } from "./watch-typing.ts"
import { watchList } from "./watch-list.ts"
import { pageProblemOf } from "./page-problem.ts"
import { selectedTextAdapter, takeSelection } from "./selected-text.ts"
import { watchTicket } from "./watch-ticket.ts"

export interface PagePorts {
  send(message: FromPage): void
  /**
   * Calls `answer` for each message of the background until the signal aborts. What it returns undefined for is left to
   * another listener.
   */
  onMessage(answer: (message: ToPage) => Promise<PageAnswer> | undefined, signal: AbortSignal): void
}

export interface PageParts {
  adapters: readonly HelpdeskAdapter[]
  composers: readonly Composer[]
  page: Page
  ports: PagePorts
}

/**
 * Does the work inside a helpdesk's page: it reports which ticket is open, reads it when asked, and inserts when asked.
 * When no adapter knows the page, it only takes a selected text when asked, and waits until the page is shown again or,
 * if the page draws itself, until it has changed.
 */
export function startPage({ adapters, composers, page, ports }: PageParts, signal: AbortSignal): void {
  const known = new AbortController()
  const work = (adapter: HelpdeskAdapter, life: AbortSignal, takeInstead?: () => SelectionAnswer) => {
    const desk = { adapter, composers, page }
    ports.onMessage(createAnswerer(desk, life, takeInstead), life)
    watchTyping(desk, ports.send, life)
    watchList(desk, ports.send, life)
    watchTicket(desk, ports.send, life)
  }
  const take = selectionTaker(page, work, signal)
  const start = () => {
    const adapter = adapters.find((each) => each.matches(page))
    if (!adapter) return
    known.abort()
    const replaced = new AbortController()
    work(adapter, AbortSignal.any([signal, replaced.signal]), () => {
      // Until the page is loaded anew, a selected text takes the place of what can't be read any more.
      const taken = take()
      replaced.abort()
      offerSelection(ports, take, signal)
      return taken
    })
  }
  start()
  if (known.signal.aborted) return
  const until = { signal: AbortSignal.any([signal, known.signal]) }
  offerSelection(ports, take, until.signal)
  const retry = () => {
    if (page.document.visibilityState !== "hidden") start()
  }
  page.document.addEventListener("visibilitychange", retry, until)
  page.document.defaultView?.addEventListener("load", retry, until)
  observeChanges(page.document.documentElement, { childList: true, subtree: true }, retry, until.signal)
}

/** Answers each time that a selected text is asked for. */
function offerSelection(ports: PagePorts, take: () => SelectionAnswer, signal: AbortSignal): void {
  ports.onMessage(
    (message) => (message.kind === "selection-take" ? Promise.try(take).catch(pageProblemOf) : undefined),
    signal
  )
}

/**
 * Returns what makes a ticket of the text that is selected then, in the place of the one that was taken before.
 * It throws PageRefusal if nothing is selected.
 */
function selectionTaker(
  page: Page,
  work: (adapter: HelpdeskAdapter, life: AbortSignal) => void,
  signal: AbortSignal
): () => SelectionAnswer {
  let former: AbortController | undefined
  return () => {
    const adapter = selectedTextAdapter(takeSelection(page, new Date()))
    former?.abort()
    former = new AbortController()
    work(adapter, AbortSignal.any([signal, former.signal]))
    return { ok: true }
  }
}
