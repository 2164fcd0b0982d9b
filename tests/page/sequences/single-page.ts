import type { ServerResponse } from "node:http"
import { chatwoot } from "../../../src/helpdesks/chatwoot/adapter.ts"
import { sample } from "../../../src/helpdesks/sample/adapter.ts"
import { zammad } from "../../../src/helpdesks/zammad/adapter.ts"
import { zendesk } from "../../../src/helpdesks/zendesk/adapter.ts"
import { chatwootAnswer, dashboard, replyBox, row } from "../../doubles/chatwoot/chatwoot.ts"
import { article, composerHtml, legacyPage, zammadAnswer, type ZammadTicket } from "../../doubles/zammad/zammad-page.ts"
import { answerApi, type ZendeskState } from "../../doubles/zendesk/api.ts"
import { pane, tab } from "../../doubles/zendesk/page/pane.ts"
import type { ZendeskTicket } from "../../doubles/zendesk/tickets.ts"
import { isPublic, nothing, replaceBody, replaceInto, time, type Drawing, type Stored } from "./drawing.ts"

export const sampleDrawing: Drawing = {
  adapter: sample,
  ids: ["1001", "1002", "1003"],
  shell: `<!doctype html><html data-sample-helpdesk="1"><body></body></html>`,
  address: (id) => `http://127.0.0.1:4000${id ? `/tickets/${id}` : "/"}`,
  steps: "draw",
  draw(document, ticket) {
    const said = ticket?.said.map(
      (one) =>
        `<article data-message-id="${one.id}" data-visibility="${isPublic(one) ? "public" : "internal"}"></article>`
    )
    replaceBody(
      document,
      ticket
        ? `<main data-ticket-id="${ticket.id}">${said?.join("")}<form data-reply-form>
          <input type="radio" name="visibility" value="public" checked><input type="radio" name="visibility" value="internal">
          <textarea name="text"></textarea></form></main>`
        : "<main></main>"
    )
  },
  editor: (document, id) => document.querySelector(`main[data-ticket-id="${id}"] textarea`),
  setMode(document, _id, mode) {
    const value = mode === "note" ? "internal" : "public"
    document.querySelector<HTMLInputElement>(`input[value=${value}]`)?.click()
  },
  answer(tickets, { pathname }) {
    const ticket = tickets.find(({ id }) => pathname === `/api/tickets/${id}`)
    if (!ticket) return Response.json({ error: "no such ticket" }, { status: 404 })
    const messages = ticket.said.map((one) => ({
      id: String(one.id),
      author: "Maya",
      role: one.kind === "customer" ? "customer" : "agent",
      visibility: isPublic(one) ? "public" : "internal",
      at: time(one.id),
      text: "Words."
    }))
    return Response.json({ ticketId: ticket.id, subject: "Parcel", requester: { name: "Maya" }, tags: [], messages })
  }
}

export const zendeskDrawing: Drawing = {
  adapter: zendesk,
  ids: ["501", "502", "503"],
  shell: `<!doctype html><html><body><nav id="tabs"></nav><main id="main_panes"></main></body></html>`,
  address: (id) => `https://pots.zendesk.com/agent/${id ? `tickets/${id}` : "filters/1"}`,
  steps: "panes",
  draw(document, ticket) {
    const panes = document.querySelector("#main_panes")
    if (ticket && !panes?.querySelector(`[data-ticket-id="${ticket.id}"]`))
      panes?.append(pane(document, inZendesk(ticket)))
    const log = panes?.querySelector(`[data-ticket-id="${ticket?.id}"] [data-test-id=omni-log-container]`)
    if (ticket)
      log?.replaceWith(pane(document, inZendesk(ticket)).querySelector("[data-test-id=omni-log-container]") ?? "")
    document
      .querySelector("#tabs")
      ?.replaceChildren(...zendeskDrawing.ids.map((id) => tab(document, Number(id), id === ticket?.id)))
  },
  editor: (document, id) => document.querySelector(`[data-ticket-id="${id}"] .composer .ck-editor__editable`),
  setMode(document, id, mode) {
    const channel = document.querySelector<HTMLElement>(`[data-ticket-id="${id}"] [data-test-id*=channel-switcher]`)
    if (channel) channel.dataset["channel"] = mode === "note" ? "internal" : "email"
  },
  answer(tickets, url) {
    const state: ZendeskState = {
      tickets: new Map(tickets.map((ticket) => [Number(ticket.id), inZendesk(ticket)])),
      loggedOut: false,
      limit: { times: 0, body: "json" },
      log: "sorted",
      requested: "allowed",
      macros: [],
      preview: "rendered",
      delay: 0,
      calls: [],
      sent: []
    }
    let status = 200
    let sent = ""
    const response = {
      writeHead(code: number) {
        status = code
        return response
      },
      end(body = "") {
        sent = body
        return response
      },
      setHeader: () => response
    }
    // Of a response the double uses these three alone.
    answerApi(state, url, response as unknown as ServerResponse)
    return new Response(sent, { status, headers: { "content-type": "application/json" } })
  }
}

function inZendesk({ id, said }: Stored): ZendeskTicket {
  return {
    id: Number(id),
    subject: "Bowl",
    status: "open",
    priority: null,
    type: null,
    tags: [],
    requester_id: 9101,
    via: { channel: "email" },
    comments: said.map((one) => ({
      id: one.id,
      type: "Comment",
      author_id: one.kind === "customer" ? 9101 : 9001,
      body: "Words.",
      public: isPublic(one),
      created_at: time(one.id),
      via: { channel: "email" }
    })),
    events: [],
    channel: "email"
  }
}

export const zammadDrawing: Drawing = {
  adapter: zammad,
  ids: ["41", "42", "43"],
  shell: legacyPage({ id: 0, title: "", articles: [], tags: [] }, undefined).replace(
    /<div id="content_permanent[^]*?<\/div>/,
    ""
  ),
  address: (id) => `https://desk.example/#${id ? `ticket/zoom/${id}` : "dashboard"}`,
  steps: "panes",
  draw(document, ticket) {
    const app = document.querySelector("#app")
    const id = `content_permanent_Ticket-${ticket?.id}`
    if (ticket && !document.getElementById(id)) {
      const page = document.createElement("div")
      replaceInto(page, legacyPage(inZammad(ticket), { open: true, internal: false, type: "email" }))
      app?.append(page.querySelector(`#${id}`) ?? "")
    }
    for (const each of document.querySelectorAll("[id^=content_permanent_Ticket-]")) {
      each.classList.toggle("active", each.id === id)
      each.classList.toggle("hide", each.id !== id)
    }
    const shown = document.getElementById(id)
    shown?.querySelectorAll(".ticket-article-item").forEach((item) => item.remove())
    for (const one of ticket?.said ?? []) {
      const item = document.createElement("div")
      item.className = "ticket-article-item"
      item.dataset["id"] = String(one.id)
      shown?.prepend(item)
    }
  },
  editor: (document, id) => document.querySelector(`#content_permanent_Ticket-${id} [data-name=body]`),
  setMode(document, id, mode) {
    const internal = mode === "note"
    const form = document.querySelector(`#content_permanent_Ticket-${id} form`)
    const page = document.createElement("div")
    replaceInto(page, composerHtml({ open: true, internal, type: internal ? "note" : "email" }))
    const next = page.querySelector("form")
    const body = form?.querySelector("[data-name=body]")
    if (body) next?.querySelector("[data-name=body]")?.replaceWith(body)
    if (next) form?.replaceWith(next)
  },
  answer(tickets, url) {
    const ticket = tickets.find(({ id }) => new RegExp(`/(tickets|by_ticket)/${id}\\b`).test(url.pathname))
    return ticket ? zammadAnswer(inZammad(ticket), url) : nothing()
  }
}

export const inZammad = ({ id, said }: Stored): ZammadTicket => ({
  id: Number(id),
  title: "Bowl",
  tags: [],
  articles: said.map((one) =>
    article(one.id, one.kind === "customer" ? "Customer" : "Agent", "Words.", { internal: !isPublic(one) })
  )
})

export const chatwootDrawing: Drawing = {
  adapter: chatwoot,
  ids: ["3-104", "3-105", "3-106"],
  shell: dashboard({ accountId: 3, number: 104, rows: [] }, undefined),
  address: (id) => `https://chat.example/app/accounts/3/${id ? `conversations/${id.slice(2)}` : "dashboard"}`,
  steps: "draw",
  atOnce: true,
  draw(document, ticket) {
    const html = ticket
      ? dashboard(inChatwoot(ticket), { mode: "reply" })
      : dashboard(inChatwoot({ id: "3-0", said: [] }), undefined)
    replaceBody(document, html)
    document.querySelector("#app")?.setAttribute("data-of", ticket?.id ?? "")
  },
  editor: (document, id) => document.querySelector(`#app[data-of="${id}"] .reply-box .ProseMirror`),
  setMode(document, _id, mode) {
    const box = document.querySelector(".reply-box")
    const page = document.createElement("div")
    replaceInto(page, replyBox({ mode }))
    const next = page.firstElementChild
    const editor = box?.querySelector(".ProseMirror")
    if (editor) next?.querySelector(".ProseMirror")?.replaceWith(editor)
    if (next) box?.replaceWith(next)
  },
  answer(tickets, url, init) {
    const ticket = tickets.find(({ id }) => url.pathname.includes(`/conversations/${id.slice(2)}`))
    return ticket ? chatwootAnswer(inChatwoot(ticket), url, init) : nothing()
  }
}

const inChatwoot = ({ id, said }: Stored) => ({
  accountId: 3,
  number: Number(id.slice(2)),
  rows: said.map((one) => row(one.id, ({ customer: "in", agent: "out", note: "note" } as const)[one.kind], "Words."))
})
