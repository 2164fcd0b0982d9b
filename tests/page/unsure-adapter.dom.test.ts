import { afterEach, beforeEach, expect, test } from "vitest"
import { composers } from "../../src/composers/index.ts"
import type { HelpdeskAdapter } from "../../src/helpdesks/contract/adapter.ts"
import { adapters } from "../../src/helpdesks/index.ts"
import { unreadHelpdesks } from "../../src/helpdesks/unread.ts"
import type { PageAnswer } from "../../src/page/answer-background.ts"
import { startPage } from "../../src/page/start-page.ts"
import type { FromPage, ToPage } from "../../src/protocol/page.ts"
import type { PageRecipe } from "../../src/ticket/page-recipe.ts"
import { CSRF, hsRow, hubspotAddress, hubspotAnswer, hubspotPage } from "../doubles/hubspot/hubspot.ts"

const thread = { portal: "1", id: "501", rows: [hsRow("chat", 0, "It leaks."), hsRow("note", 5, "SECRET")] }
const KEY = "1-501"
const recipe: PageRecipe = {
  version: 1,
  site: "https://app.hubspot.com",
  address: "/live-messages/1/inbox/*",
  messages: {
    through: [],
    selector: "[data-test-id^=primary-message-]:not([data-test-id$=-content])",
    customer: { kind: "self", selector: "[data-test-id=primary-message-visitor]" },
    agent: { kind: "self", selector: "[data-test-id=primary-message-agent]" },
    head: []
  }
}

let url: URL
let answers: boolean
let known: HelpdeskAdapter[]
let arrivals: EventTarget
let told: FromPage[]
let life: AbortController
let listeners: Set<(message: ToPage) => Promise<PageAnswer> | undefined>

/** As the browser does: the first listener that answers is heard. */
const ask = async (question: ToPage): Promise<PageAnswer | undefined> =>
  [...listeners].map((listener) => listener(question)).find((answer) => answer !== undefined)
const probe = () => ask({ kind: "page-probe" })
const read = () => ask({ kind: "ticket-read", ticketId: KEY })

function start(at: string, from: readonly HelpdeskAdapter[]) {
  url = new URL(at)
  answers = true
  known = [...from]
  arrivals = new EventTarget()
  told = []
  listeners = new Set()
  life = new AbortController()
  document.cookie = `hubspotapi-csrf=${CSRF}`
  document.body.replaceChildren(...new DOMParser().parseFromString(hubspotPage(thread), "text/html").body.children)
  const page = {
    document,
    get url() {
      return url
    },
    fetch: (asked: RequestInfo | URL, init?: RequestInit) =>
      Promise.resolve(answers ? hubspotAnswer(thread, new URL(String(asked)), init) : new Response("", { status: 403 }))
  }
  const ports = {
    send: (said: FromPage) => void told.push(said),
    onMessage(listener: (question: ToPage) => Promise<PageAnswer> | undefined, signal: AbortSignal) {
      listeners.add(listener)
      signal.addEventListener("abort", () => listeners.delete(listener))
    }
  }
  startPage({ adapters: known, arrivals, unread: unreadHelpdesks, composers, page, ports }, life.signal)
}
beforeEach(() => start(hubspotAddress(thread), adapters))
afterEach(() => {
  life.abort()
  document.body.replaceChildren()
})

test("an adapter that isn't certain reads by itself, and nobody is asked to show anything", async () => {
  expect(await read()).toMatchObject({
    ok: true,
    ticket: { helpdesk: "hubspot", messages: [{ text: "It leaks." }, {}] }
  })
  expect(told.filter(({ kind }) => kind === "recipe-wanted")).toEqual([])
})

test("where it can't, or where somebody has shown the places, these take its place", async () => {
  answers = false
  expect(await read()).toEqual({ ok: false, code: "unreadable", part: "forbidden" })
  expect(await ask({ kind: "recipe-use", recipe })).toEqual({ ok: true })
  expect(await probe()).toMatchObject({ helpdesk: "taught-page" })
  document.dispatchEvent(new Event("visibilitychange"))
  expect(await probe()).toMatchObject({ helpdesk: "taught-page" })
})

test("an adapter that isn't certain doesn't take a page from the places by which it is read", async () => {
  life.abort()
  start(hubspotAddress(thread), [])
  expect(await ask({ kind: "recipe-use", recipe })).toEqual({ ok: true })
  known.push(...adapters)
  arrivals.dispatchEvent(new Event("change"))
  expect(await probe()).toMatchObject({ helpdesk: "taught-page" })
})

test("a ticket whose address names no conversation has to be shown, also after one that was read", async () => {
  url = new URL("https://app.hubspot.com/help-desk/1/view/2/ticket/3#email")
  document.dispatchEvent(new Event("visibilitychange"))
  expect(told.at(-1)).toEqual({ kind: "recipe-wanted", helpdesk: "hubspot" })
  expect(await read()).toMatchObject({ ok: false, code: "unreadable", part: "not-found" })
  expect(await ask({ kind: "recipe-use", recipe })).toEqual({ ok: true })
})

test("any other adapter keeps its page", async () => {
  life.abort()
  start("https://app.intercom.com/a/inbox/ws1/inbox/conversation/77", adapters)
  expect(await ask({ kind: "recipe-use", recipe })).toEqual({ ok: false, code: "known-helpdesk" })
})
