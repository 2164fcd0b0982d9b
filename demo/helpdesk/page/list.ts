import { avatar, fetchJson, make, time } from "./dom.ts"

type Row = {
  ticketId: string
  subject: string
  status: string
  requester: { name: string }
  updatedAt: string
  language: string
}

const LANGUAGES = new Intl.DisplayNames("en", { type: "language" })

/** Shows all tickets, newest change first. Returns `undefined` if the login page is loading. */
export async function listView() {
  const rows = await fetchJson<Row[]>("/api/tickets")
  if (!rows) return undefined
  rows.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
  const head = make(
    "tr",
    {},
    ...["Ticket", "Requester", "Status", "Language", "Updated"].map((name) => make("th", { scope: "col" }, name))
  )
  const table = make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows.map(row)))
  const open = rows.filter(({ status }) => status !== "solved").length
  const heading = make(
    "div",
    { class: "row" },
    make("h1", {}, "Tickets"),
    make("span", { class: "muted" }, `${open} to answer, ${rows.length} in all`)
  )
  return {
    root: make("main", { class: "page" }, heading, make("div", { class: "card scroll" }, table)),
    title: "Tickets"
  }
}

function row({ ticketId, subject, status, requester, updatedAt, language }: Row): HTMLElement {
  const link = make("a", { href: `/tickets/${ticketId}`, "data-link": true }, make("bdi", {}, subject))
  return make(
    "tr",
    {},
    make("td", { class: "subject" }, make("div", {}, make("span", { class: "number" }, `#${ticketId}`), link)),
    make(
      "td",
      {},
      make("span", { class: "person" }, avatar(requester.name, "customer"), make("bdi", {}, requester.name))
    ),
    make("td", {}, make("span", { class: `status ${status}` }, status)),
    make("td", { class: "muted" }, LANGUAGES.of(language) ?? language),
    make("td", { class: "muted when" }, time(updatedAt))
  )
}
