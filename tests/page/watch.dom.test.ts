import { afterEach, expect, test } from "vitest"
import { sample } from "../../src/helpdesks/sample/adapter.ts"
import { startPage, type PagePorts } from "../../src/page/start-page.ts"
import { newest, openSamplePage } from "./sample-page.ts"

let open: ReturnType<typeof openSamplePage> | undefined
afterEach(() => open?.life.abort())

test("the ticket in front is told at once, with the newest public message", () => {
  open = openSamplePage()
  expect(open.told).toEqual([
    { kind: "ticket-opened", helpdesk: "sample", ticketId: "1001", version: newest(open.tickets.get("1001")) }
  ])
})

test("another ticket, the list, and Back are noticed without a page load", async () => {
  open = openSamplePage()
  open.show("1002")
  expect(await open.next()).toMatchObject({ kind: "ticket-opened", ticketId: "1002" })
  open.show(undefined)
  expect(await open.next()).toEqual({ kind: "ticket-left" })
  open.show("1001")
  expect(await open.next()).toMatchObject({ kind: "ticket-opened", ticketId: "1001" })
})

test("on the way from one ticket to the next, nobody hears that none is in front", async () => {
  open = openSamplePage()
  document.body.replaceChildren()
  window.dispatchEvent(new PopStateEvent("popstate"))
  open.show("1002")
  expect(await open.next()).toMatchObject({ kind: "ticket-opened", ticketId: "1002" })
  expect(open.told.map(({ kind }) => kind)).toEqual(["ticket-opened", "ticket-opened"])
})

test("a public message that appears in the page is told; a note is not", async () => {
  open = openSamplePage()
  const main = document.querySelector("main")
  const note = document.createElement("article")
  Object.assign(note.dataset, { visibility: "internal", messageId: "note-1" })
  const reply = document.createElement("article")
  Object.assign(reply.dataset, { visibility: "public", messageId: "reply-1" })
  main?.append(note)
  main?.append(reply)
  expect(await open.next()).toMatchObject({ kind: "ticket-opened", version: "reply-1" })
  expect(open.told).toHaveLength(2)
})

test("coming back into view and pageshow tell it again", () => {
  open = openSamplePage()
  document.dispatchEvent(new Event("visibilitychange"))
  expect(open.told).toHaveLength(2)
  window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }))
  expect(open.told).toHaveLength(3)
  expect(open.told[2]).toEqual(open.told[0])
})

test("after its life's end the page says nothing more", async () => {
  open = openSamplePage()
  open.life.abort()
  open.show("1002")
  document.dispatchEvent(new Event("visibilitychange"))
  window.dispatchEvent(new PopStateEvent("popstate"))
  await new Promise((resolve) => setTimeout(resolve, 80))
  expect(open.told).toHaveLength(1)
})

test("a page that no adapter knows is left alone, until it is one that some adapter knows", () => {
  document.documentElement.removeAttribute("data-sample-helpdesk")
  const told: unknown[] = []
  const listeners = new Set<Parameters<PagePorts["onMessage"]>[0]>()
  const life = new AbortController()
  const page = { document, url: new URL(location.href), fetch }
  startPage(
    {
      adapters: [sample],
      composers: [],
      page,
      ports: {
        send: (m) => told.push(m),
        onMessage(listener, signal) {
          listeners.add(listener)
          signal.addEventListener("abort", () => listeners.delete(listener))
        }
      }
    },
    life.signal
  )
  document.dispatchEvent(new Event("visibilitychange"))
  expect(told).toEqual([])
  // One takes corrected selectors, one what is selected.
  expect([...listeners].map((listener) => listener({ kind: "page-probe" }))).toEqual([undefined, undefined])
  document.documentElement.setAttribute("data-sample-helpdesk", "1")
  document.body.replaceChildren()
  document.dispatchEvent(new Event("visibilitychange"))
  expect(listeners.size).toBe(2)
  expect(told).toEqual([{ kind: "ticket-left" }])
  life.abort()
})
