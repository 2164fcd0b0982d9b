import type { Recogniser } from "../helpdesks/recogniser.ts"

/**
 * What runs in every page the agent allowed: waits until one may show a ticket, and tells then. Told again whenever the page comes
 * into view, until `isHelped`: the background may have died, or the page moved on, before the helpdesk's own script was there.
 */
export function spotTicket(document: Document, recognisers: readonly Recogniser[], tell: () => void, isHelped: () => boolean, signal: AbortSignal): void {
  const view = document.defaultView
  if (!view) return
  const done = new AbortController()
  const until = { signal: AbortSignal.any([signal, done.signal]) }
  const look = () => {
    if (isHelped()) return done.abort()
    const page = { document, url: new URL(view.location.href) }
    if (document.visibilityState !== "hidden" && recognisers.some((recognise) => recognise(page))) tell()
  }
  document.addEventListener("visibilitychange", look, until)
  for (const event of ["load", "pageshow", "popstate"]) view.addEventListener(event, look, until)
  if ("navigation" in view) view.navigation.addEventListener("currententrychange", look, until)
  look()
}
