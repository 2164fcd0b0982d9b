import { afterEach, beforeEach, expect, test } from "vitest"
import { ticketAnswer } from "../../src/protocol/page.ts"
import { newest, openSamplePage } from "./sample-page.ts"

let open: ReturnType<typeof openSamplePage>
beforeEach(() => {
  open = openSamplePage()
})
afterEach(() => open.life.abort())

test("a ticket is read whole, and passes the door of the background", async () => {
  const answer = ticketAnswer.parse(await open.ask({ kind: "ticket-read", ticketId: "1001" }))
  expect(answer).toEqual({ ok: true, ticket: open.tickets.get("1001") })
})

test("the newest public message is asked for anew each time", async () => {
  expect(await open.ask({ kind: "newest-public", ticketId: "1001" })).toEqual({
    ok: true,
    version: newest(open.tickets.get("1001"))
  })
  open.add("1001", { id: "later" })
  expect(await open.ask({ kind: "newest-public", ticketId: "1001" })).toEqual({ ok: true, version: "later" })
  expect(open.asked).toHaveLength(2)
})

test("the probe names helpdesk and ticket", async () => {
  expect(await open.ask({ kind: "page-probe" })).toEqual({ ok: true, helpdesk: "sample", ticketId: "1001" })
  open.show(undefined)
  expect(await open.ask({ kind: "page-probe" })).toEqual({ ok: true, helpdesk: "sample" })
})

test("what can't be read is said, each by its name", async () => {
  const read = () => open.ask({ kind: "ticket-read", ticketId: "1001" })
  open.net.answer = () => new Response("<h1>Sign in</h1>", { headers: { "content-type": "text/html; charset=utf-8" } })
  expect(await read()).toEqual({ ok: false, code: "logged-out" })
  open.net.answer = () => Promise.reject(new TypeError("Failed to fetch"))
  expect(await read()).toEqual({ ok: false, code: "unreadable", part: "network" })
  open.net.answer = () => new Response("{}", { status: 503 })
  expect(await read()).toEqual({ ok: false, code: "unreadable", part: "server" })
  open.net.answer = () => Response.json({ ...open.tickets.get("1001"), subject: undefined })
  expect(await read()).toEqual({ ok: false, code: "page-changed", part: "subject" })
  open.net.answer = () => Promise.reject(new DOMException("late", "TimeoutError"))
  expect(await read()).toEqual({ ok: false, code: "timeout" })
})
