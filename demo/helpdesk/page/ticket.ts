import { composer } from "./composer.ts"
import { avatar, fetchJson, make, time } from "./dom.ts"
import type { Message, Ticket } from "../tickets.ts"

/**
 * Shows one ticket with thread, composer and facts. It stays as it was read until the page is loaded again, as in many
 * helpdesks.
 */
export async function ticketView(ticketId: string) {
  const ticket = await fetchJson<Ticket>(`/api/tickets/${ticketId}`)
  if (!ticket) return undefined
  const thread = make("div", { class: "thread" }, ...ticket.messages.map(article))
  const root = make(
    "main",
    { class: "page ticket", "data-ticket-id": ticket.ticketId },
    make(
      "header",
      { class: "subject" },
      make("p", { class: "muted" }, make("a", { href: "/", "data-link": true }, "Tickets"), ` / #${ticket.ticketId}`),
      make("h1", {}, make("bdi", { "data-ticket-subject": true }, ticket.subject)),
      make(
        "p",
        {},
        make("span", { class: `status ${ticket.status}` }, ticket.status),
        ...ticket.tags.map((tag) => make("span", { class: "tag" }, tag))
      )
    ),
    make(
      "section",
      { class: "talk", "aria-label": "Conversation" },
      thread,
      composer(ticket.ticketId, (message) => thread.append(article(message)))
    ),
    facts(ticket)
  )
  return { root, title: `#${ticket.ticketId}` }
}

function article(message: Message): HTMLElement {
  const { id, role, visibility, author, at, text, attachments } = message
  return make(
    "article",
    { class: `message ${role} ${visibility}`, "data-message-id": id, "data-role": role, "data-visibility": visibility },
    make(
      "header",
      {},
      avatar(author, role),
      make("bdi", { "data-author": true, class: "author" }, author),
      visibility === "internal" ? make("span", { class: "badge" }, "Internal note") : undefined,
      make("span", { class: "grow" }),
      time(at)
    ),
    make("div", { "data-text": true, dir: "auto" }, text),
    attachments
      ? make(
          "ul",
          { class: "files" },
          ...attachments.map(({ name, size, url }) =>
            make("li", {}, make("bdi", {}, url ? make("a", { href: url }, name) : name), ` ${megabytes(size)}`)
          )
        )
      : undefined
  )
}

function facts({ requester, fields = {} }: Ticket): HTMLElement {
  const rows = Object.entries(fields).flatMap(([name, value]) => [
    make("dt", {}, name),
    make("dd", {}, make("bdi", {}, value))
  ])
  return make(
    "aside",
    { class: "card", "aria-label": "Ticket facts" },
    make("h2", {}, "Requester"),
    make(
      "p",
      { class: "person" },
      avatar(requester.name, "customer"),
      make(
        "span",
        {},
        make("bdi", { class: "author" }, requester.name),
        make("br"),
        make("span", { class: "muted" }, requester.email)
      )
    ),
    make("h2", {}, "Details"),
    rows.length ? make("dl", {}, ...rows) : make("p", { class: "muted" }, "No fields are filled in.")
  )
}

function megabytes(size: number): string {
  return size < 100_000 ? `${Math.ceil(size / 1000)} kB` : `${(size / 1_000_000).toFixed(1)} MB`
}
