import type { Recogniser } from "../helpdesks/contract/recogniser.ts"

/**
 * Runs in every page that the agent allowed. It waits until the page may show a ticket, or a list of tickets, and
 * reports which, with the ids of the helpdesks whose it may be (nearly always one). It reports again whenever the page
 * becomes visible, until `isHelped` by those helpdesks, because the background may have stopped, or the page may have
 * changed, before their scripts were there. It does nothing more once `isOver`.
 *
 * Each interface of the browser that a script uses for the first time takes it about a tenth of a millisecond, so this
 * uses few: no AbortController, no URL, one event for a step to another address, and no element of the page before a
 * selector has found it.
 */
export function spotTicket(
  document: Document,
  recognisers: Readonly<Record<string, Recogniser>>,
  tell: (seen: "ticket" | "list", helpdesks: string[]) => void,
  isHelped: (helpdesk: string) => boolean,
  isOver: () => boolean
): void {
  const view = document.defaultView
  if (!view) return
  const look = () => {
    if (isOver() || document.visibilityState === "hidden") return
    const page = { document, url: view.location }
    let seen: "ticket" | "list" = "list"
    const helpdesks = Object.keys(recognisers).filter((helpdesk) => {
      const what = !isHelped(helpdesk) && recognisers[helpdesk]?.(page)
      if (what === true) seen = "ticket"
      return what
    })
    if (helpdesks.length > 0) tell(seen, helpdesks)
  }
  document.addEventListener("visibilitychange", look)
  view.addEventListener("pageshow", look)
  if ("navigation" in view) view.navigation.addEventListener("currententrychange", look)
  else (view as Window).addEventListener("popstate", look)
  look()
}
