import { freescout } from "../../../src/helpdesks/freescout/adapter.ts"
import { osticket } from "../../../src/helpdesks/osticket/adapter.ts"
import { redmine } from "../../../src/helpdesks/redmine/adapter.ts"
import { requestTracker } from "../../../src/helpdesks/request-tracker/adapter.ts"
import { conversationPage } from "../../doubles/freescout/conversation-page.ts"
import { ticketPage } from "../../doubles/osticket/ticket-page.ts"
import { updatePage } from "../../doubles/rt6/update-page.ts"
import { isPublic, nothing, pageOf, replaceBody, type Drawing, type Stored } from "./drawing.ts"

/** In FreeScout a reply is closed until it is opened; here it is open from the start. */
export const freescoutDrawing: Drawing = {
  adapter: freescout,
  ids: ["12", "13", "14"],
  shell: `<!doctype html><html lang="en"><body data-auth_user_id="4"></body></html>`,
  address: (id) => `https://desk.example/${id ? `conversation/${id}` : "mailbox/1"}`,
  steps: "load",
  draw(document, ticket) {
    replaceBody(document, ticket ? inFreescout(ticket) : `<body data-auth_user_id="4"></body>`)
  },
  editor: (document, id) =>
    document.body.dataset["conversation_id"] === id ? document.querySelector(".note-editable") : null,
  setMode(document, _id, mode) {
    document.querySelector(".conv-reply-block")?.classList.toggle("conv-note-block", mode === "note")
    const field = document.querySelector<HTMLInputElement>("[name=is_note]")
    if (field) field.value = mode === "note" ? "1" : ""
  },
  answer(tickets, { pathname }) {
    const ticket = tickets.find(({ id }) => pathname === `/conversation/${id}`)
    return ticket ? pageOf(inFreescout(ticket)) : nothing()
  }
}

/** Several messages of a minute look alike there, so that the order of the page tells which is newest. */
const inFreescout = ({ id, said }: Stored) =>
  conversationPage({
    id: Number(id),
    subject: "Parcel",
    open: "reply",
    threads: said.map((one) => ({
      id: one.id,
      type: ({ customer: "customer", agent: "message", note: "note" } as const)[one.kind],
      by: "Ana Lindqvist",
      shown: `Nov 18, 2026 06:${String(Math.floor(one.id / 3) % 60).padStart(2, "0")}`,
      html: "Words."
    }))
  })

export const osticketDrawing: Drawing = {
  adapter: osticket,
  ids: ["21", "22", "23"],
  shell: "<!doctype html><html><body></body></html>",
  address: (id) => `https://desk.example/help/scp/${id ? `tickets.php?id=${id}` : "index.php"}`,
  steps: "draw",
  draw(document, ticket) {
    replaceBody(
      document,
      ticket
        ? inOsTicket(ticket)
        : `<div id="header"><p id="info"><strong>Noor</strong> <a href="/help/scp/logout.php?auth=abc">Log Out</a></p></div>`
    )
  },
  editor: (document, id, mode) => document.querySelector(`form#${mode}[action*="id=${id}#"] [contenteditable]`),
  setMode(document, _id, mode) {
    for (const form of document.querySelectorAll<HTMLElement>("form#reply, form#note")) {
      form.classList.remove("hidden")
      form.style.display = form.id === mode ? "" : "none"
    }
  },
  answer(tickets, { search }) {
    const ticket = tickets.find(({ id }) => search === `?id=${id}`)
    return ticket ? pageOf(inOsTicket(ticket)) : nothing()
  }
}

const inOsTicket = ({ id, said }: Stored) =>
  ticketPage({
    id: Number(id),
    subject: "Glaze came off",
    entries: said.map((one) => ({
      id: one.id,
      kind: ({ customer: "message", agent: "response", note: "note" } as const)[one.kind],
      by: "Bea Quist",
      at: "2026-11-16T08:00:00+01:00",
      html: "Words."
    }))
  })

export const requestTrackerDrawing: Drawing = {
  adapter: requestTracker,
  ids: ["1", "2", "3"],
  shell: updatePage({ ticketId: "0", form: false, component: "index" }).replace(/<a id="page-display"[^]*?<\/a>/, ""),
  address: (id) => `https://tracker.example/${id ? `Ticket/Update.html?id=${id}` : ""}`,
  steps: "draw",
  draw(document, ticket) {
    replaceBody(document, ticket ? updatePage({ ticketId: ticket.id }) : requestTrackerDrawing.shell)
  },
  editor: (document, id) =>
    document.querySelector(`form[name=TicketUpdate]:has([name=id][value="${id}"]) .own.ck-editor__editable`),
  setMode(document, _id, mode) {
    const type = document.querySelector<HTMLSelectElement>("#UpdateType")
    if (type) type.value = mode === "note" ? "private" : "response"
  },
  answer(tickets, { pathname, searchParams }) {
    const ticket = tickets.find(({ id }) => pathname === `/REST/2.0/ticket/${id}/history`)
    if (!ticket) return Response.json({ message: "Not Found" }, { status: 404 })
    const asked = searchParams.get("query") ?? ""
    const rows = ticket.said
      .map(({ id, kind }) => ({ id: String(id), Type: kind === "note" ? "Comment" : "Correspond" }))
      .filter(({ Type }) => asked.includes(Type))
      .reverse()
      .slice(0, Number(searchParams.get("per_page")))
    return Response.json({ items: rows, count: rows.length, total: null, pages: null })
  }
}

export const redmineDrawing: Drawing = {
  adapter: redmine,
  ids: ["1", "2", "3"],
  shell: `<!doctype html><html><head><meta name="keywords" content="issue,bug,tracker"></head><body></body></html>`,
  version: (said, id) => (said ? `change-${said.id}` : `issue-${id}`),
  address: (id) => `https://desk.example/issues${id ? `/${id}` : ""}`,
  steps: "load",
  draw(document, ticket) {
    replaceBody(document, ticket ? inRedmine(ticket) : "")
  },
  editor: (document, id) => document.querySelector(`#issue-form[action="/issues/${id}"] textarea`),
  setMode(document, _id, mode) {
    const secret = document.querySelector<HTMLInputElement>("[type=checkbox]")
    if (secret) secret.checked = mode === "note"
  },
  answer(tickets, { pathname }) {
    const ticket = tickets.find(({ id }) => pathname === `/issues/${id}`)
    return ticket ? pageOf(inRedmine(ticket)) : nothing()
  }
}

/** An issue's page as far as the adapter looks at it, with the editor open. */
function inRedmine({ id, said }: Stored): string {
  const notes = said.map(
    (one) => `<div id="change-${one.id}" class="journal has-notes ${isPublic(one) ? "" : "private-notes"}">
      <div class="wiki">Words.</div></div>`
  )
  return `<html><body><div id="loggedas"><a class="user">dana</a></div><div class="issue details">Bowl</div>
    <div id="history">${notes.join("")}</div>
    <form id="issue-form" action="/issues/${id}"><textarea name="issue[notes]"></textarea>
    <input type="hidden" name="issue[private_notes]" value="0"><input type="checkbox" name="issue[private_notes]" value="1"></form></body></html>`
}
