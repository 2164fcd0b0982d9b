import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { startSampleHelpdesk } from "../../demo/helpdesk/server.ts"
import { Unreadable, type HelpdeskAdapter, type Page } from "../../src/helpdesks/contract/adapter.ts"
import { newestEarlier } from "../../src/helpdesks/contract/newest-earlier.ts"
import { redmine } from "../../src/helpdesks/redmine/adapter.ts"
import { requestTracker } from "../../src/helpdesks/request-tracker/adapter.ts"
import { sample } from "../../src/helpdesks/sample/adapter.ts"
import { zendesk } from "../../src/helpdesks/zendesk/adapter.ts"
import { openDocument } from "./case.ts"
import { openRecording as openIssue } from "./redmine-replay.ts"
import { openRecording as openRt, recordingOf } from "./rt-replay.ts"
import { openZendesk } from "./zendesk-pages.ts"

const SINCE = "2020-01-01T00:00:00.000Z"
const find = (adapter: HelpdeskAdapter, page: Page, ticketId: string, since = SINCE) =>
  adapter.earlierTickets?.(page, ticketId, since, AbortSignal.timeout(10_000))

test("earlier is what has a lower number, was opened since then, and is among the newest three", () => {
  const opened = ["2", "5", "9", "10", "11", "12", "30"].map((ticketId) => ({
    ticketId,
    at: ticketId === "9" ? "2025-01-01T00:00:00Z" : "2026-08-01T00:00:00Z"
  }))
  const since = "2026-01-01T00:00:00Z"
  const found = (ticketId: string) => newestEarlier(opened, { ticketId, since }, (id) => `/${id}`)
  expect(found("12")).toEqual(["11", "10", "5"].map((ticketId) => ({ ticketId, url: `/${ticketId}` })))
  expect(found("5").map(({ ticketId }) => ticketId)).toEqual(["2"])
  expect(found("1")).toEqual([])
})

test("the sample helpdesk: the earlier ticket can be read through the page of the newer one", async () => {
  const desk = await startSampleHelpdesk({ port: 0 })
  const html = `<html data-sample-helpdesk="1"><main data-ticket-id="1004"></main>`
  const { page } = openDocument(html, `${desk.url}/tickets/1004`, (url, init) =>
    fetch(url, { ...init, headers: { ...init?.headers, cookie: "sample_session=tom" } })
  )
  try {
    const found = await find(sample, page, "1004")
    expect(found).toEqual([{ ticketId: "963", url: `${desk.url}/tickets/963` }])
    const { requester, messages } = await sample.readTicket(page, "963", AbortSignal.timeout(5000))
    expect(requester.name).toBe("Liam O'Hara")
    expect(messages.at(-1)?.text).toContain("within two working days")
    expect(await find(sample, page, "1001")).toEqual([])
    expect(await find(sample, page, "1004", "2026-10-01T00:00:00.000Z")).toEqual([])
  } finally {
    await desk.close()
  }
})

test("Zendesk: the tickets that the requester opened, with GET alone, in the agent's session", async () => {
  const opened = await openZendesk(35438)
  try {
    const { state } = opened.double
    const own = state.tickets.get(35438)
    const before = state.tickets.get(35436)
    const other = state.tickets.get(35437)
    if (!own || !before || !other) throw new Error("the double has lost a ticket")
    before.requester_id = own.requester_id
    other.requester_id = own.requester_id + 1
    const found = await find(zendesk, opened.page, "35438")
    expect(found).toEqual([{ ticketId: "35436", url: `${opened.double.url}/agent/tickets/35436` }])
    expect(opened.requests.every(({ init }) => (init?.method ?? "GET") === "GET")).toBe(true)
    expect(opened.requests.every(({ init }) => init?.credentials === "same-origin")).toBe(true)
    state.requested = "forbidden"
    await expect(find(zendesk, opened.page, "35438")).rejects.toThrow(Unreadable)
  } finally {
    await opened.close()
  }
})

test("Request Tracker: TicketSQL with the requester's address, and none for an address that would need to be escaped", async () => {
  const name = "refund"
  const recording = recordingOf(name)
  const [row] = recording.ticket
  const ticketId = String(row?.["id"])
  const opened = openRt(name, recording)
  const { page } = opened
  const asked: string[] = []
  const answers = page.fetch
  page.fetch = async (input, init) => {
    const query = new URL(String(input)).searchParams.get("query") ?? ""
    if (!query.startsWith("Requestor.")) return answers(input, init)
    asked.push(query)
    return Response.json({ items: [{ id: "0", Created: "2026-08-01T10:00:00Z" }] })
  }
  const found = await find(requestTracker, page, ticketId)
  const [requester] = row?.["Requestor"] as { EmailAddress: string }[]
  expect(asked).toEqual([
    `Requestor.EmailAddress = '${requester?.EmailAddress}' AND id < ${ticketId} AND Created >= '2020-01-01'`
  ])
  expect(found?.[0]?.url).toMatch(/\/Ticket\/Display\.html\?id=0$/)
  if (requester) requester.EmailAddress = "o'brien' OR id > 0 --@mail.example"
  expect(await find(requestTracker, page, ticketId)).toEqual([])
  expect(asked).toHaveLength(1)
})

test("Redmine: the issues that the requester opened, from the feed of their activity in the project", async () => {
  const opened = openIssue("private-note-secret")
  const { page } = opened
  const ticketId = String(
    JSON.parse(readFileSync("tests/pages/redmine/private-note-secret/rest-issue.json", "utf8")).issue.id
  )
  const answers = page.fetch
  page.fetch = async (input, init) => {
    const response = await answers(input, init)
    const { pathname, origin } = new URL(String(input))
    if (!pathname.endsWith("/activity.atom")) return response
    const entry = (id: string) =>
      `<entry><id>${origin}/issues/${id}</id><updated>2026-08-01T10:00:00Z</updated><author><name>A</name></author></entry>`
    const whole = (await response.text()).replace("</feed>", `${entry("1")}${entry("9999999")}</feed>`)
    return new Response(whole, { headers: { "content-type": "application/atom+xml" } })
  }
  const found = await find(redmine, page, ticketId)
  expect(found?.map((one) => one.ticketId)).toEqual(["1"])
  expect(found?.[0]?.url).toBe("http://127.0.0.1:8096/issues/1")
})
