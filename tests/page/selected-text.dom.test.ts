import { afterEach, beforeEach, expect, test } from "vitest"
import { freescout } from "../../src/helpdesks/freescout/adapter.ts"
import type { PageAnswer } from "../../src/page/answer-background.ts"
import { startPage } from "../../src/page/start-page.ts"
import type { FromPage, ToPage } from "../../src/protocol/page.ts"

let url: URL
let told: FromPage[]
let life: AbortController
let listeners: Set<(message: ToPage) => Promise<PageAnswer> | undefined>

/** As the browser does: the first listener that answers is heard. */
async function ask(message: ToPage): Promise<PageAnswer | undefined> {
  return [...listeners].map((listener) => listener(message)).find((answer) => answer !== undefined)
}

beforeEach(() => {
  url = new URL("https://desk.example/inbox/7")
  told = []
  listeners = new Set()
  life = new AbortController()
  document.body.innerHTML =
    "<h1>Inbox</h1><p>Where is my parcel? Ann</p><p>And my refund?</p><textarea>My cup broke</textarea>"
  const page = {
    document,
    get url() {
      return url
    },
    fetch: () => Promise.reject(new Error("nothing is fetched"))
  }
  const ports = {
    send: (message: FromPage) => void told.push(message),
    onMessage(listener: (message: ToPage) => Promise<PageAnswer> | undefined, signal: AbortSignal) {
      listeners.add(listener)
      signal.addEventListener("abort", () => listeners.delete(listener))
    }
  }
  startPage({ adapters: [freescout], composers: [], page, ports }, life.signal)
})
afterEach(() => {
  life.abort()
  document.getSelection()?.removeAllRanges()
  document.body.innerHTML = ""
})

function select(selector: string): void {
  const element = document.querySelector(selector)
  if (element) document.getSelection()?.selectAllChildren(element)
}

const lastOpened = () => {
  const opened = told.findLast((message) => message.kind === "ticket-opened")
  if (!opened) throw new Error("No ticket was opened.")
  return opened
}

test("a page that no adapter knows says nothing until a selected text is asked for", async () => {
  expect(told).toEqual([])
  expect(await ask({ kind: "page-probe" })).toBeUndefined()
  expect(await ask({ kind: "selection-take" })).toEqual({ ok: false, code: "no-selection" })
  expect(told).toEqual([])
})

test("the selected text is the customer's only message, and nothing else of the page is read", async () => {
  select("p")
  expect(await ask({ kind: "selection-take" })).toEqual({ ok: true })
  const { helpdesk, ticketId, version } = lastOpened()
  expect([helpdesk, version]).toEqual(["selected-text", ticketId])
  expect(await ask({ kind: "ticket-read", ticketId })).toMatchObject({
    ok: true,
    ticket: {
      subject: "",
      requester: {},
      messages: [{ id: ticketId, role: "customer", visibility: "public", text: "Where is my parcel? Ann" }]
    }
  })
  expect(await ask({ kind: "newest-public", ticketId })).toEqual({ ok: true, version: ticketId })
})

test("the draft can only be copied: nothing is written into the page", async () => {
  select("p")
  await ask({ kind: "selection-take" })
  const { ticketId } = lastOpened()
  const before = document.body.innerHTML
  expect(await ask({ kind: "draft-insert", ticketId, text: "Hello" })).toEqual({ ok: false, code: "copy-only" })
  expect(document.body.innerHTML).toBe(before)
})

test("what is selected next is another ticket, and the former one again is the same as before", async () => {
  select("p")
  await ask({ kind: "selection-take" })
  const first = lastOpened().ticketId
  select("p + p")
  expect(await ask({ kind: "selection-take" })).toEqual({ ok: true })
  const second = lastOpened().ticketId
  expect(second).not.toBe(first)
  expect(await ask({ kind: "ticket-read", ticketId: first })).toMatchObject({ ok: false, part: "not-found" })
  expect(await ask({ kind: "ticket-read", ticketId: second })).toMatchObject({
    ticket: { messages: [{ text: "And my refund?" }] }
  })
  select("p")
  await ask({ kind: "selection-take" })
  expect(lastOpened().ticketId).toBe(first)
})

test("with nothing selected, the former text stays open", async () => {
  select("p")
  await ask({ kind: "selection-take" })
  const { ticketId } = lastOpened()
  document.getSelection()?.removeAllRanges()
  expect(await ask({ kind: "selection-take" })).toEqual({ ok: false, code: "no-selection" })
  expect(await ask({ kind: "page-probe" })).toEqual({ ok: true, helpdesk: "selected-text", ticketId })
})

test("a selection inside a text field is taken from the field", async () => {
  const field = document.querySelector("textarea")
  field?.focus()
  field?.setSelectionRange(3, 6)
  await ask({ kind: "selection-take" })
  expect(await ask({ kind: "ticket-read", ticketId: lastOpened().ticketId })).toMatchObject({
    ticket: { messages: [{ text: "cup" }] }
  })
})

test("at another address of the same page the text is no longer open", async () => {
  select("p")
  await ask({ kind: "selection-take" })
  url = new URL("https://desk.example/inbox/7#notes")
  window.dispatchEvent(new Event("popstate"))
  expect(told.at(-1)?.kind).toBe("ticket-opened")
  url = new URL("https://desk.example/inbox/8")
  window.dispatchEvent(new Event("popstate"))
  expect(told.at(-1)).toEqual({ kind: "ticket-left" })
})

test("a helpdesk that an adapter reads is read by that alone", async () => {
  select("p")
  life.abort()
  life = new AbortController()
  listeners = new Set()
  const known = { ...freescout, matches: () => true, openTicket: () => undefined }
  const page = { document, url, fetch: () => Promise.reject(new Error("nothing is fetched")) }
  startPage(
    {
      adapters: [known],
      composers: [],
      page,
      ports: { send: () => undefined, onMessage: (one) => void listeners.add(one) }
    },
    life.signal
  )
  expect(await ask({ kind: "selection-take" })).toEqual({ ok: false, code: "known-helpdesk" })
})
