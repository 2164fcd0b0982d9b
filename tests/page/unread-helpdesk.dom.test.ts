import { afterEach, beforeEach, expect, test } from "vitest"
import { composers } from "../../src/composers/index.ts"
import { adapters } from "../../src/helpdesks/index.ts"
import { unreadHelpdesks } from "../../src/helpdesks/unread.ts"
import type { PageAnswer } from "../../src/page/answer-background.ts"
import { startPage } from "../../src/page/start-page.ts"
import type { FromPage, ToPage } from "../../src/protocol/page.ts"
import type { PageRecipe } from "../../src/ticket/page-recipe.ts"

const TICKET = "https://app.hubspot.com/help-desk/1/view/2/ticket/3"
const message = (by: string, text: string) =>
  `<div data-test-id="primary-message-${by}"><header>${by} <time datetime="2026-11-19T16:02:00Z"></time></header><p>${text}</p></div>`
const recipe: PageRecipe = {
  version: 1,
  site: "https://app.hubspot.com",
  address: "/help-desk/1/view/2/ticket/*",
  subject: { through: [], selector: "h1" },
  messages: {
    through: [],
    selector: ".thread > div",
    customer: { kind: "self", selector: "[data-test-id=primary-message-visitor]" },
    agent: { kind: "self", selector: "[data-test-id=primary-message-agent]" },
    head: ["header"]
  },
  reply: { through: [], selector: "textarea" }
}

let url: URL
let told: FromPage[]
let life: AbortController
let listeners: Set<(message: ToPage) => Promise<PageAnswer> | undefined>

/** As the browser does: the first listener that answers is heard. */
const ask = async (question: ToPage): Promise<PageAnswer | undefined> =>
  [...listeners].map((listener) => listener(question)).find((answer) => answer !== undefined)

beforeEach(() => {
  url = new URL(`${TICKET}#email`)
  told = []
  listeners = new Set()
  life = new AbortController()
  const html = `<main><h1>Kettle</h1><div class="thread">${message("visitor", "It leaks.")}${message("agent", "Where?")}</div>
    <textarea></textarea></main>`
  document.body.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.children)
  const page = {
    document,
    get url() {
      return url
    },
    // The page draws itself, so what comes for its address has no thread.
    fetch: () => Promise.resolve(new Response("<div></div>", { headers: { "content-type": "text/html" } }))
  }
  const ports = {
    send: (said: FromPage) => void told.push(said),
    onMessage(listener: (question: ToPage) => Promise<PageAnswer> | undefined, signal: AbortSignal) {
      listeners.add(listener)
      signal.addEventListener("abort", () => listeners.delete(listener))
    }
  }
  startPage({ adapters, unread: unreadHelpdesks, composers, page, ports }, life.signal)
})
afterEach(() => {
  life.abort()
  document.body.replaceChildren()
})

const wanted = () => told.filter(({ kind }) => kind === "recipe-wanted")

test("a helpdesk that isn't read is named once, and again when a ticket of it is opened after something else", async () => {
  const look = () => document.dispatchEvent(new Event("visibilitychange"))
  expect(told).toEqual([{ kind: "recipe-wanted", helpdesk: "hubspot" }])
  look()
  expect(wanted()).toHaveLength(1)
  url = new URL("https://app.hubspot.com/help-desk/1/view/2/list-view")
  look()
  url = new URL(`${TICKET}#email`)
  look()
  look()
  expect(wanted()).toHaveLength(2)
  expect(await ask({ kind: "page-probe" })).toBeUndefined()
})

test("it is read by the places that were shown", async () => {
  expect(await ask({ kind: "recipe-use", recipe })).toEqual({ ok: true })
  const opened = told.findLast((said) => said.kind === "ticket-opened")
  expect(opened).toMatchObject({ helpdesk: "taught-page" })
  expect(await ask({ kind: "ticket-read", ticketId: opened?.ticketId ?? "" })).toMatchObject({
    ok: true,
    ticket: { messages: [{ role: "customer", text: "It leaks." }, { role: "agent" }] }
  })
})

test("the box that was shown takes the draft in a channel, and never in a comment or where the address says nothing", async () => {
  await ask({ kind: "recipe-use", recipe })
  const ticketId = told.findLast((said) => said.kind === "ticket-opened")?.ticketId ?? ""
  const insert = () => ask({ kind: "draft-insert", ticketId, text: "Hello" })
  for (const hash of ["#comment", ""]) {
    url = new URL(TICKET + hash)
    expect(await insert()).toEqual({ ok: false, code: "not-public" })
    expect(document.querySelector("textarea")?.value).toBe("")
  }
  url = new URL(`${TICKET}#live-chat`)
  expect(await insert()).toMatchObject({ ok: true })
  expect(document.querySelector("textarea")?.value).toBe("Hello")
})
