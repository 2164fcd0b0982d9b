import { osticket } from "../../../src/helpdesks/osticket/adapter.ts"
import { BEA, ticketPage, type OsTicket } from "../../doubles/osticket/ticket-page.ts"
import { openDocument, type Case } from "../case.ts"

export const glaze: OsTicket = {
  id: 21,
  subject: "Glaze came off",
  entries: [
    {
      id: 51,
      kind: "message",
      by: BEA.name,
      at: "2026-11-16T08:00:00+01:00",
      html: "<p>Hello,</p><p>it came off.</p>"
    },
    { id: 52, kind: "note", by: "Piet Vos", at: "2026-11-16T08:05:00+01:00", html: "KILN-SECRET. Do not tell." },
    { id: 53, kind: "system", by: "SYSTEM", at: "2026-11-16T08:06:00+01:00", html: "Ticket assigned" },
    {
      id: 54,
      kind: "response",
      by: "Noor Haddad",
      at: "2026-11-16T09:00:00+01:00",
      html: "Could you send <b>a photo</b>?",
      files: ["how-to.pdf"]
    }
  ]
}

/** The ticket's page, which is also what the helpdesk answers. */
export function openOsTicket(ticket: OsTicket, html = ticketPage(ticket), search = `?id=${ticket.id}`) {
  return openDocument(html, `https://desk.example/help/scp/tickets.php${search}`, (url) =>
    `${url.pathname}${url.search}` === `/help/scp/tickets.php?id=${ticket.id}`
      ? new Response(html, { headers: { "content-type": "text/html; charset=UTF-8" } })
      : new Response("no", { status: 404 })
  )
}

const expected: Case["ticket"] = {
  ticketId: "21",
  subject: "Glaze came off",
  status: "Open",
  requester: BEA,
  tags: [],
  messages: [
    {
      id: "51",
      author: BEA.name,
      role: "customer",
      visibility: "public",
      at: "2026-11-16T07:00:00Z",
      text: "Hello,\n\nit came off."
    },
    {
      id: "52",
      author: "Piet Vos",
      role: "agent",
      visibility: "internal",
      at: "2026-11-16T07:05:00Z",
      text: "KILN-SECRET. Do not tell."
    },
    {
      id: "53",
      author: "SYSTEM",
      role: "system",
      visibility: "internal",
      at: "2026-11-16T07:06:00Z",
      text: "Ticket assigned"
    },
    {
      id: "54",
      author: "Noor Haddad",
      role: "agent",
      visibility: "public",
      at: "2026-11-16T08:00:00Z",
      text: "Could you send a photo?",
      attachments: [{ name: "how-to.pdf" }]
    }
  ]
}

/** A ticket with each of its forms in front, with and without rich text. */
export const osticketCases: Case[] = [true, false].flatMap((rich) =>
  (["reply", "note", "closed", "absent"] as const).map(
    (tab): Case => ({
      name: `osticket, ${tab}, ${rich ? "rich" : "plain"} text`,
      adapter: osticket,
      open: () => openOsTicket({ ...glaze, tab, rich }),
      ticket: expected,
      editor: tab === "reply" ? "public" : tab === "note" ? "not-public" : "none",
      editorElement: rich ? "div" : "textarea"
    })
  )
)
