import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { sample } from "../../src/helpdesks/sample/adapter.ts"
import { openDocument } from "./case.ts"

const page = (ticket: unknown, html = `<html data-sample-helpdesk="1"><main data-ticket-id="1001"></main>`) =>
  openDocument(html, "http://localhost:4000/tickets/1001", () => Response.json(ticket)).page
const read = (ticket: unknown) => sample.readTicket(page(ticket), "1001", AbortSignal.timeout(5000))
const whole = () => JSON.parse(readFileSync("demo/tickets/1001.json", "utf8"))

test("absent is not broken: no status, fields, locale, messages", async () => {
  const { status: _s, fields: _f, locale: _l, ...bare } = whole()
  expect(await read({ ...bare, messages: [] })).toMatchObject({ subject: bare.subject, messages: [] })
  expect(await sample.newestPublic(page({ ...bare, messages: [] }), "1001", AbortSignal.timeout(5000))).toEqual({
    version: ""
  })
})

test.each([
  ["ticket", () => []],
  ["subject", () => ({ ...whole(), subject: 7 })],
  ["requester", () => ({ ...whole(), requester: null })],
  ["messages", () => ({ ...whole(), messages: "none" })],
  ["message text", () => ({ ...whole(), messages: [{ ...whole().messages[0], text: undefined }] })]
])("broken: %s", async (part, ticket) => {
  await expect(read(ticket())).rejects.toMatchObject({ name: "PageChanged", part })
})

test("the list is no ticket, and another site is no sample", () => {
  expect(sample.openTicket(page(whole(), `<html data-sample-helpdesk="1"><main></main>`))).toBeUndefined()
  expect(sample.matches(page(whole(), "<html><main data-ticket-id=1001></main>"))).toBe(false)
})

test("the page tells who is signed in", async () => {
  const open = page(
    whole(),
    `<html data-sample-helpdesk="1"><span data-agent="Tom Ahlberg">Tom</span><main data-ticket-id="1001"></main>`
  )
  expect((await sample.readTicket(open, "1001", AbortSignal.timeout(5000))).agent).toEqual({ name: "Tom Ahlberg" })
  expect(await read(whole())).not.toHaveProperty("agent")
})

test("a message is found by its id in the ticket in front", () => {
  const open = page(
    whole(),
    `<html data-sample-helpdesk="1"><main data-ticket-id="1001"><article data-message-id="100101">One</article></main>`
  )
  expect(sample.messageElement?.(open, "1001", { id: "100101", at: "" })?.textContent).toBe("One")
  expect(sample.messageElement?.(open, "1001", { id: "100102", at: "" })).toBeUndefined()
  expect(sample.messageElement?.(open, "1002", { id: "100101", at: "" })).toBeUndefined()
})

test("200 messages and one of 100,000 characters come whole; markup stays text", async () => {
  const ticket = whole()
  const text = "<b>é</b> ".repeat(11_112).trim()
  ticket.messages = Array.from({ length: 200 }, (_, n) => ({ ...ticket.messages[0], id: String(n), text }))
  const found = await read(ticket)
  expect(found.messages).toHaveLength(200)
  expect(found.messages[199]?.text).toBe(text)
})
