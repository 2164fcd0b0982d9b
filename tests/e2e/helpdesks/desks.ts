import type { Page } from "playwright-core"
import { chatwootAnswer, COOKIE, dashboard, JOEL, row } from "../../doubles/chatwoot/chatwoot.ts"
import { ANA, conversationPage, type Thread } from "../../doubles/freescout/conversation-page.ts"
import { fdRow, freshdeskAnswer, freshdeskPage, OMAR } from "../../doubles/freshdesk/freshdesk.ts"
import { helpScoutPage, type HelpScoutThread } from "../../doubles/help-scout/conversation-page.ts"
import { BEA, ticketPage, type OsTicket } from "../../doubles/osticket/ticket-page.ts"
import { answerRest, recordingOf } from "../../doubles/rt6/rest-answers.ts"
import { updatePage } from "../../doubles/rt6/update-page.ts"
import { article, desktopPage, INES, legacyPage, zammadAnswer } from "../../doubles/zammad/zammad-page.ts"
import { html, swap, type Desk, type DeskTicket } from "./desk.ts"

/** What no note, and nobody's name, may leave the browser with. */
export const SECRETS = /-SECRET|ref ENG-|Lindqvist|Quist|Carvalho|Saleh|Kowalski|Delgado|Hansen|post\.example/

const text = (page: Page, selector: string) => page.locator(selector).innerText()
const value = (page: Page, selector: string) => page.locator(selector).inputValue()

const parcels = ["Where is order 51877?", "Can I send order 51902 back?"].map((said, n) => {
  const threads: Thread[] = [
    { id: 31 + 10 * n, type: "customer", by: ANA.name, shown: "Nov 16, 2026 06:30", html: `<p>${said}</p>` },
    { id: 33 + 10 * n, type: "note", by: "Sam Holt", shown: "Nov 17, 2026 06:30", html: "<p>DEPOT-SECRET</p>" }
  ]
  return { id: 12 + n, subject: "My parcel", open: "reply" as const, threads }
})
const freescout: Desk = {
  name: "FreeScout",
  tickets: pairOf(parcels, ({ id }, n) => ({
    path: `/conversation/${id}`,
    id: `${id}`,
    customer: ANA.name,
    says: ["order 51877", "order 51902"][n] ?? ""
  })),
  answer({ pathname }) {
    const parcel = parcels.find(({ id }) => pathname === `/conversation/${id}`)
    return parcel && html(conversationPage(parcel))
  },
  sent: (page) => text(page, ".note-editable"),
  toNote: (page) => page.locator("[name=is_note]").evaluate((field: HTMLInputElement) => (field.value = "1")),
  // Read where it stands: the helpdesk doesn't make the page twice. Before anything is put in, it is asked.
  made: { drafted: 1, inserted: 2 }
}

const printers = ["It prints nothing.", "It prints upside down."].map((said, n) => ({
  id: 10100 + n,
  subject: "Printer",
  description: `<p>${said}</p>`,
  rows: [fdRow(11 + n, "note", "DEPOT-SECRET")]
}))
const freshdesk: Desk = {
  name: "Freshdesk",
  tickets: pairOf(printers, ({ id }, n) => ({
    path: `/a/tickets/${id}`,
    id: `${id}`,
    customer: OMAR,
    says: ["prints nothing", "prints upside down"][n] ?? ""
  })),
  answer(url) {
    const printer = printers.find(({ id }) => url.pathname.includes(`/tickets/${id}`))
    if (!printer) return undefined
    return url.pathname.startsWith("/api/_/") ? freshdeskAnswer(printer, url) : html(freshdeskPage(printer, true))
  },
  sent: (page) => text(page, ".fr-element")
}

const teapots = ["Where is my teapot?", "Its lid is gone."].map((said, n) => ({
  accountId: 3,
  number: 104 + n,
  rows: [row(11 + 10 * n, "in", said), row(12 + 10 * n, "note", "DEPOT-SECRET")]
}))
const chatwoot: Desk = {
  name: "Chatwoot",
  tickets: pairOf(teapots, ({ number }, n) => ({
    path: `/app/accounts/3/conversations/${number}`,
    id: `3-${number}`,
    customer: JOEL.name,
    says: ["teapot", "lid is gone"][n] ?? ""
  })),
  cookie: COOKIE,
  isChat: true,
  answer(url, headers) {
    const teapot = teapots.find(({ number }) => url.pathname.includes(`/conversations/${number}`))
    if (url.pathname.startsWith("/app/"))
      return teapot && html(dashboard(teapot, { mode: "reply", editor: "plain", head: "tabs" }))
    if (!/^\/api\/v1\/(?:accounts|profile)/.test(url.pathname)) return undefined
    return chatwootAnswer(teapot ?? teapots[0] ?? neverEmpty(), url, { headers })
  },
  step: swap("#app", "address"),
  sent: (page) => value(page, ".reply-box textarea"),
  toNote: (page) =>
    page.locator(".reply-box").evaluate((box) => {
      box.classList.add("is-private")
      box.querySelector(".button--reply")?.classList.remove("is-active")
      box.querySelector(".button--note")?.classList.add("is-active")
    })
}

const glazes: OsTicket[] = ["The glaze came off.", "The foot is cracked."].map((said, n) => ({
  id: 21 + n,
  subject: "My bowl",
  entries: [
    { id: 51 + 10 * n, kind: "message", by: BEA.name, at: "2026-11-16T08:00:00+01:00", html: `<p>${said}</p>` },
    { id: 52 + 10 * n, kind: "note", by: "Piet Vos", at: "2026-11-16T08:05:00+01:00", html: "KILN-SECRET" }
  ]
}))
const osticket: Desk = {
  name: "osTicket",
  tickets: pairOf(glazes, ({ id }, n) => ({
    path: `/help/scp/tickets.php?id=${id}`,
    id: `${id}`,
    customer: BEA.name,
    says: ["glaze came off", "foot is cracked"][n] ?? ""
  })),
  answer({ pathname, searchParams }) {
    const ticket = pathname === "/help/scp/tickets.php" && glazes.find(({ id }) => searchParams.get("id") === `${id}`)
    return ticket ? html(ticketPage(ticket)) : undefined
  },
  // jquery-pjax, by scp.js: the address changes while the other page is still asked for.
  step: swap("#content", "address"),
  // Redactor fills the field that the form sends (redactor-osticket.js).
  sent: (page) => value(page, "#reply [name=response]"),
  // The tabs of scp.js hide one form by a style, and show the other.
  toNote: (page) =>
    page.evaluate(() => {
      for (const [id, display] of [
        ["reply", "none"],
        ["note", "block"]
      ] as const)
        document.getElementById(id)?.style.setProperty("display", display)
    })
}

// Each interface has two of its own: what is drafted for a ticket in the one is the draft in the other, too.
const bowls = ["Its rim chipped.", "The saucer is gone.", "The spout drips.", "The jug broke."].map((said, n) => ({
  id: 48 + n,
  title: "My order",
  tags: [],
  articles: [
    article(101 + 10 * n, "Customer", `<p>${said}</p>`),
    article(102 + 10 * n, "Agent", "KILN-SECRET", { internal: true, type: "note", from: "Piet Vos" })
  ]
}))
const zammadTickets = (given: typeof bowls, path: (id: number) => string) =>
  pairOf(given, ({ id, articles }) => ({
    path: path(id),
    id: `${id}`,
    customer: INES.name,
    says: articles[0]?.body.replace(/<\/?p>/g, "") ?? neverEmpty()
  }))
const paneOf = ({ id }: DeskTicket) => `#content_permanent_Ticket-${id}`
const [bowl = neverEmpty(), saucer = neverEmpty()] = bowls
const zammad: Desk = {
  name: "Zammad, first interface",
  tickets: zammadTickets(bowls.slice(0, 2), (id) => `/#ticket/zoom/${id}`),
  answer(url) {
    if (url.pathname === "/") return html(legacyPage(bowl, { open: true, internal: false, type: "email" }, [saucer]))
    if (!/^\/api\/v1\/(?:tickets|ticket_articles|tags|users)/.test(url.pathname)) return undefined
    return zammadAnswer(bowls.find(({ id }) => `${url.pathname}${url.search}`.includes(`${id}`)) ?? bowl, url)
  },
  // All tickets stay mounted: task_manager.coffee hides all of them, and then shows the one in the address.
  step: (page, to) =>
    page.evaluate(
      ([path, pane]) => {
        location.assign(path)
        const change = (element: Element | null, gone: string, come: string) => {
          element?.classList.remove(gone)
          element?.classList.add(come)
        }
        for (const content of document.querySelectorAll(".content")) change(content, "active", "hide")
        change(document.querySelector(pane), "hide", "active")
      },
      [to.path, paneOf(to)] as const
    ),
  // What stands in the element is what is sent (article_new.coffee).
  sent: (page, ticket) => page.locator(`${paneOf(ticket)} [data-name=body]`).innerHTML(),
  // `setArticleInternal` of article_new.coffee.
  toNote: (page, ticket) =>
    page.locator(`${paneOf(ticket)} form.article-add`).evaluate((form) => {
      form.classList.remove("is-public")
      form.classList.add("is-internal")
      form.querySelector("[name=internal]")?.setAttribute("value", "true")
    })
}
const zammadDesktop: Desk = {
  name: "Zammad, second interface",
  tickets: zammadTickets(bowls.slice(2), (id) => `/desktop/tickets/${id}`),
  answer({ pathname }) {
    const ticket = bowls.find(({ id }) => pathname === `/desktop/tickets/${id}`)
    return ticket && html(desktopPage(ticket, true))
  },
  step: swap("#app", "address"),
  sent: (page) => text(page, ".ProseMirror")
}

type CKEditable = Element & { ckeditorInstance?: { getData(): string } }
const [refund, sync] = [recordingOf("refund"), recordingOf("long-thread-25")]
const requestTracker6: Desk = {
  name: "Request Tracker 6",
  tickets: [
    { path: rt6Path("1"), id: "1", customer: "Marta Kowalski", says: "cracked water tank" },
    { path: rt6Path("8"), id: "8", customer: "Rosa Delgado", says: "stops syncing after 200 files" }
  ],
  answer(url) {
    const ticketId = url.searchParams.get("id") ?? ""
    if (url.pathname === "/Ticket/Update.html") return html(updatePage({ ticketId, editor: "loading" }))
    if (!url.pathname.startsWith("/REST/2.0/")) return undefined
    return answerRest(/\/ticket\/8\/|query=id%3D8/.test(url.pathname + url.search) ? sync : refund, url)
  },
  // htmx: what came takes the place of the container, and the body's id stays that of the page before.
  step: swap(".main-container", "page"),
  // `htmx:configRequest` in util.js sends the editor's own data.
  sent: (page) =>
    page
      .locator(".messagebox-container .ck-editor__editable")
      .evaluate((element: CKEditable) => element.ckeditorInstance?.getData() ?? "no editor"),
  toNote: (page) => page.locator("#UpdateType").selectOption("private")
}

const kettles: HelpScoutThread[][] = [
  ["Ana Lindqvist", "The kettle leaks."],
  ["Mads Hansen", "The lamp has no shade."]
].map(([by = "", said = ""], n) => [
  { id: 5001 + 10 * n, kind: "customer", by, html: said, shown: "Nov 16, 2026 6:30 AM" },
  { id: 5002 + 10 * n, kind: "note", by: "Noor Haddad", html: "DEPOT-SECRET", shown: "Nov 16, 2026 7:30 AM" }
])
const helpScout: Desk = {
  name: "Help Scout",
  host: "https://secure.helpscout.net",
  tickets: pairOf(kettles, ([first = neverEmpty()], n) => ({
    path: `/conversation/325029622${n}/1116${n}`,
    id: `325029622${n}`,
    customer: first.by,
    says: first.html.slice(4, -1)
  })),
  answer({ hostname, pathname }) {
    const [, id, number] = /^\/conversation\/(\d+)\/(\d+)/.exec(pathname) ?? []
    const threads = kettles[Number(id?.at(-1))]
    if (hostname !== "secure.helpscout.net" || !id || !threads) return undefined
    return html(helpScoutPage({ id, number: Number(number), subject: "My order", threads }))
  },
  step: swap("main", "address"),
  sent: (page) =>
    page
      .locator("[data-slate-string], [data-slate-zero-width]")
      .allInnerTexts()
      .then((all) => all.join(""))
}

export const desks = [freescout, freshdesk, chatwoot, osticket, zammad, zammadDesktop, requestTracker6, helpScout]

function rt6Path(id: string): string {
  return `/Ticket/Update.html?id=${id}&Action=Respond`
}

function pairOf<Of>(given: readonly Of[], ticket: (of: Of, n: number) => DeskTicket): [DeskTicket, DeskTicket] {
  const [first = neverEmpty(), second = neverEmpty()] = given.map(ticket)
  return [first, second]
}

function neverEmpty(): never {
  throw new Error("A double has no ticket.")
}
