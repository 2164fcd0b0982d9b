import type { Recogniser } from "../helpdesks/contract/recogniser.ts"

/**
 * Runs in every page that the agent allowed. It waits until the page may show a ticket, or a list of tickets, and
 * reports which, with the ids of the helpdesks whose it may be (nearly always one). It reports again whenever the page
 * becomes visible, until `isHelped` by those helpdesks, because the background may have stopped, or the page may have
 * changed, before their scripts were there.
 */
export function spotTicket(
  document: Document,
  recognisers: Readonly<Record<string, Recogniser>>,
  tell: (seen: "ticket" | "list", helpdesks: string[]) => void,
  isHelped: (helpdesk: string) => boolean,
  signal: AbortSignal
): void {
  const view = document.defaultView
  if (!view) return
  const look = () => {
    if (document.visibilityState === "hidden") return
    const page = { document, url: new URL(view.location.href) }
    let seen: "ticket" | "list" = "list"
    const helpdesks = Object.keys(recognisers).filter((helpdesk) => {
      const what = !isHelped(helpdesk) && recognisers[helpdesk]?.(page)
      if (what === true) seen = "ticket"
      return what
    })
    if (helpdesks.length > 0) tell(seen, helpdesks)
  }
  document.addEventListener("visibilitychange", look, { signal })
  for (const event of ["load", "pageshow", "popstate"]) view.addEventListener(event, look, { signal })
  if ("navigation" in view) view.navigation.addEventListener("currententrychange", look, { signal })
  look()
}
