import { startZendeskDouble, SHELL, type ZendeskDouble } from "../doubles/zendesk/server.ts"
import { pane, tab, view } from "../doubles/zendesk/page/pane.ts"
import { openDocument } from "./case.ts"

/** A double with several tickets mounted in jsdom, `front` in front; what is read goes over a real wire. */
export async function openZendesk(front: number, mounted = [35436, 35437, 35438, front]) {
  const double = await startZendeskDouble()
  const opened = openDocument(SHELL, `${double.url}/agent/tickets/${front}`, (url, init) => fetch(url, init))
  mount(double, opened.window.document, front, mounted)
  return { ...opened, double, logOut: () => (double.state.loggedOut = "401"), close: () => double.close() }
}

/** The double's view, with a ticket still mounted from before. */
export async function openZendeskView(path: string, ids?: number[]) {
  const double = await startZendeskDouble()
  const opened = openDocument(SHELL, `${double.url}${path}`, (url, init) => fetch(url, init))
  const { document } = opened.window
  mount(double, document, 0, [35436])
  const tickets = [...double.state.tickets.values()]
  document
    .querySelector("#main_panes")
    ?.append(view(document, ids ? tickets.filter(({ id }) => ids.includes(id)) : tickets))
  return { ...opened, double, logOut: () => (double.state.loggedOut = "401"), close: () => double.close() }
}

function mount({ state }: ZendeskDouble, document: Document, front: number, ids: number[]): void {
  const panes = document.createElement("main")
  panes.id = "main_panes"
  document.body.append(panes)
  for (const id of new Set(ids)) {
    const ticket = state.tickets.get(id)
    if (ticket) panes.append(pane(document, ticket))
    document.querySelector("#tabs")?.append(tab(document, id, id === front))
  }
}
