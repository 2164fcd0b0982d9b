import type { Recogniser } from "../helpdesks/contract/recogniser.ts"

/**
 * Runs in every page that the agent allowed. It waits until the page may show a ticket, or a list of tickets, and
 * reports which. It reports again whenever the page becomes visible, until `isHelped`, because the background may have
 * stopped, or the page may have changed, before the helpdesk's own script was there.
 */
export function spotTicket(
  document: Document,
  recognisers: readonly Recogniser[],
  tell: (seen: "ticket" | "list") => void,
  isHelped: () => boolean,
  signal: AbortSignal
): void {
  const view = document.defaultView
  if (!view) return
  const look = () => {
    if (isHelped() || document.visibilityState === "hidden") return
    const page = { document, url: new URL(view.location.href) }
    for (const recognise of recognisers) {
      const seen = recognise(page)
      if (seen) return tell(seen === "list" ? seen : "ticket")
    }
  }
  document.addEventListener("visibilitychange", look, { signal })
  for (const event of ["load", "pageshow", "popstate"]) view.addEventListener(event, look, { signal })
  if ("navigation" in view) view.navigation.addEventListener("currententrychange", look, { signal })
  look()
}
