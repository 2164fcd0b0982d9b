import { freshdesk } from "../../../src/helpdesks/freshdesk/adapter.ts"
import { front } from "../../../src/helpdesks/front/adapter.ts"
import { helpScout } from "../../../src/helpdesks/help-scout/adapter.ts"
import { hubspot } from "../../../src/helpdesks/hubspot/adapter.ts"
import { intercom } from "../../../src/helpdesks/intercom/adapter.ts"
import { zammad } from "../../../src/helpdesks/zammad/adapter.ts"
import { fdRow, freshdeskAnswer, freshdeskPage, type FreshdeskTicket } from "../../doubles/freshdesk/freshdesk.ts"
import { conversationId, frontApi, frontPage, frontRow, TOKEN } from "../../doubles/front/front.ts"
import { helpScoutPage } from "../../doubles/help-scout/conversation-page.ts"
import { CSRF, hsRow, hubspotAnswer, hubspotPage } from "../../doubles/hubspot/hubspot.ts"
import { icPart, intercomAnswer, intercomPage, openShadow } from "../../doubles/intercom/intercom.ts"
import { desktopPage, zammadAnswer } from "../../doubles/zammad/zammad-page.ts"
import { nothing, replaceBody, type Drawing, type Stored } from "./drawing.ts"
import { inZammad } from "./single-page.ts"

/** In these pages nothing is known that tells a reply from a note, so none of them shows which is open. */
const noMode = () => undefined

export const freshdeskDrawing: Drawing = {
  adapter: freshdesk,
  ids: ["10100", "10101", "10102"],
  shell: `<!doctype html><html><body class="ember-application"></body></html>`,
  address: (id) => `https://pots.freshdesk.com/a/${id ? `tickets/${id}` : "dashboard"}`,
  steps: "draw",
  draw(document, ticket) {
    replaceBody(document, ticket ? freshdeskPage(inFreshdesk(ticket), true) : freshdeskDrawing.shell)
  },
  editor: (document) => document.querySelector(".fr-element"),
  setMode: noMode,
  answer(tickets, url) {
    const ticket = tickets.find(({ id }) => url.pathname.startsWith(`/api/_/tickets/${id}`))
    return ticket ? freshdeskAnswer(inFreshdesk(ticket), url) : nothing()
  }
}

const inFreshdesk = ({ id, said }: Stored): FreshdeskTicket => ({
  id: Number(id),
  subject: "Bowl",
  description: "Words.",
  rows: said.map((one) => fdRow(one.id, ({ customer: "in", agent: "out", note: "note" } as const)[one.kind], "Words."))
})

export const intercomDrawing: Drawing = {
  adapter: intercom,
  ids: ["ws1-501", "ws1-502", "ws1-503"],
  shell: `<!doctype html><html lang="en"><body></body></html>`,
  address: (id) => `https://app.intercom.com/a/inbox/ws1/inbox/shared/all${id ? `/conversation/${id.slice(4)}` : ""}`,
  steps: "draw",
  draw(document, ticket) {
    replaceBody(document, ticket ? intercomPage(inIntercom(ticket), "shadow") : intercomDrawing.shell)
    openShadow(document)
  },
  editor: (document) =>
    document.querySelector("#teammate-app-react")?.shadowRoot?.querySelector(".ProseMirror") ?? null,
  setMode: noMode,
  answer(tickets, url) {
    const ticket = tickets.find(({ id }) => url.pathname.endsWith(`/conversations/${id.slice(4)}`))
    return ticket ? intercomAnswer(inIntercom(ticket), url) : nothing()
  }
}

const inIntercom = ({ id, said }: Stored) => ({
  workspace: "ws1",
  id: id.slice(4),
  title: "Bowl",
  parts: said.map((one) =>
    icPart(({ customer: "chat", agent: "reply", note: "note" } as const)[one.kind], one.id, "Words.")
  )
})

export const hubspotDrawing: Drawing = {
  adapter: hubspot,
  ids: ["1-501", "1-502", "1-503"],
  shell: `<!doctype html><html lang="en"><body></body></html>`,
  address: (id) => `https://app.hubspot.com/live-messages/1/inbox${id ? `/${id.slice(2)}#email` : ""}`,
  steps: "draw",
  draw(document, ticket) {
    document.cookie = `hubspotapi-csrf=${CSRF}`
    replaceBody(document, ticket ? hubspotPage(inHubspot(ticket)) : hubspotDrawing.shell)
  },
  editor: (document) => document.querySelector(".ProseMirror"),
  setMode: noMode,
  answer(tickets, url, init) {
    const ticket = tickets.find(({ id }) => url.pathname.endsWith(`/member/${id.slice(2)}/details`))
    return ticket ? hubspotAnswer(inHubspot(ticket), url, init) : nothing()
  }
}

const inHubspot = ({ id, said }: Stored) => ({
  portal: "1",
  id: id.slice(2),
  rows: said.map((one) =>
    hsRow(({ customer: "chat", agent: "chat reply", note: "note" } as const)[one.kind], one.id, "Words.")
  )
})

const frontId = (n: number) => `cnv_${(117_421_069_000 + n).toString(36)}`

export const frontDrawing: Drawing = {
  adapter: front,
  ids: [frontId(1), frontId(2), frontId(3)],
  shell: `<!doctype html><html lang="en"><body></body></html>`,
  address: (id) => (id ? `https://app.frontapp.com/open/${id}` : "https://app.frontapp.com/inboxes/teams"),
  steps: "draw",
  draw(document, ticket) {
    replaceBody(document, ticket ? frontPage(inFront(ticket)) : frontDrawing.shell)
  },
  editor: (document) => document.querySelector("[role=textbox]"),
  setMode: noMode,
  answer(tickets, url) {
    const thread = tickets.map(inFront).find((one) => url.pathname.includes(`/${conversationId(one)}`))
    return thread ? frontApi(thread, url, new Headers({ authorization: `Bearer ${TOKEN}` })) : nothing()
  }
}

const inFront = ({ id, said }: Stored) => ({
  number: String(Number.parseInt(id.slice(4), 36)),
  subject: "Bowl",
  rows: said.map((one) =>
    frontRow(({ customer: "in", agent: "out", note: "internal" } as const)[one.kind], one.id, "Words.")
  )
})

export const helpScoutDrawing: Drawing = {
  adapter: helpScout,
  ids: ["3250296223", "3250296224", "3250296225"],
  shell: `<!doctype html><html lang="en"><body></body></html>`,
  address: (id) => `https://secure.helpscout.net/${id ? `conversation/${id}/11161` : "mailbox/1"}`,
  steps: "draw",
  draw(document, ticket) {
    replaceBody(document, ticket ? inHelpScout(ticket) : helpScoutDrawing.shell)
  },
  editor: (document) => document.querySelector("[role=textbox]"),
  setMode: noMode,
  answer: nothing
}

const inHelpScout = ({ id, said }: Stored) =>
  helpScoutPage({
    id,
    number: 11161,
    subject: "Bowl",
    threads: said.map((one) => ({
      id: 900_000 + one.id,
      kind: ({ customer: "customer", agent: "reply", note: "note" } as const)[one.kind],
      by: "Maya",
      html: "Words.",
      shown: "Nov 18, 2026 6:30 AM"
    }))
  })

export const zammadDesktopDrawing: Drawing = {
  adapter: zammad,
  ids: ["41", "42", "43"],
  shell: `<!doctype html><html><head><meta name="action-cable-url" content="/cable"></head><body></body></html>`,
  address: (id) => `https://desk.example/desktop/${id ? `tickets/${id}` : "dashboard"}`,
  steps: "draw",
  draw(document, ticket) {
    replaceBody(document, ticket ? desktopPage(inZammad(ticket), true) : `<div id="app"></div>`)
  },
  editor: (document) => document.querySelector("#ticketArticleReplyForm .ProseMirror"),
  setMode: noMode,
  answer(tickets, url) {
    const ticket = tickets.find(({ id }) => new RegExp(`/(tickets|by_ticket)/${id}\\b`).test(url.pathname))
    return ticket ? zammadAnswer(inZammad(ticket), url) : nothing()
  }
}
