import { make } from "./dom.ts"
import { listView } from "./list.ts"
import { ticketView } from "./ticket.ts"

const view = document.querySelector("#view")
let latest = 0

window.addEventListener("popstate", () => void show())
window.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-link]") : null
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  if (link.pathname !== location.pathname) history.pushState(null, "", link.href)
  void show()
})
void show()

/**
 * Draws what the address says. The former ticket is removed at once, so that address and page never show two tickets.
 */
async function show(): Promise<void> {
  const request = ++latest
  const ticketId = /^\/tickets\/(\d+)$/.exec(location.pathname)?.[1]
  view?.replaceChildren(make("p", { class: "loading", role: "status" }, "Loading…"))
  const next = await (ticketId === undefined ? listView() : ticketView(ticketId)).catch(failed)
  if (request !== latest || !next) return
  view?.replaceChildren(next.root)
  document.title = `${next.title} · Lumen & Ladle Helpdesk`
  scrollTo(0, 0)
}

function failed(error: unknown) {
  const said = error instanceof Error ? error.message : "Something went wrong."
  const back = make("a", { href: "/", "data-link": true }, "Back to the list")
  return {
    root: make("main", { class: "page" }, make("h1", {}, "Not here"), make("p", { class: "muted" }, said), back),
    title: "Not here"
  }
}
