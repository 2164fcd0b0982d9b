import type { Recogniser } from "../helpdesks/contract/adapter.ts"

/**
 * Runs in every page that the agent allowed. It waits until the page may show a ticket, or a list of tickets, and
 * reports which, with the ids of the helpdesks whose it may be (nearly always one). It reports again whenever the page
 * becomes visible, until `isHelped` by those helpdesks, because the background may have stopped, or the page may have
 * changed, before their scripts were there. It does nothing more once `isOver`.
 *
 * Each interface of the browser that a script uses for the first time takes it about a tenth of a millisecond, so this
 * uses few: no AbortController, no URL, one event for a step to another address, no element of the page before a
 * selector has found it, and no document before an address may be a ticket's.
 */
export function spotTicket(
  view: Window,
  recognisers: Readonly<Record<string, Recogniser>>,
  tell: (seen: "ticket" | "list", helpdesks: string[]) => void,
  isHelped: (helpdesk: string) => boolean,
  isOver: () => boolean
): void {
  const page = {
    get document() {
      return view.document
    },
    url: view.location
  }
  const look = () => {
    if (isOver()) return
    let seen: "ticket" | "list" = "list"
    const helpdesks = Object.keys(recognisers).filter((helpdesk) => {
      const what = !isHelped(helpdesk) && recognisers[helpdesk]?.(page)
      if (what === true) seen = "ticket"
      return what
    })
    if (helpdesks.length > 0 && view.document.visibilityState !== "hidden") tell(seen, helpdesks)
  }
  // The document's, which bubbles.
  view.addEventListener("visibilitychange", look)
  view.addEventListener("pageshow", look)
  if ("navigation" in view) view.navigation.addEventListener("currententrychange", look)
  else (view as Window).addEventListener("popstate", look)
  look()
}
