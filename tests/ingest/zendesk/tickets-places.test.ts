import { expect, test } from "vitest"
import { NO_RULES } from "../../../src/masking/basis/masking-rules.ts"
import { account, EMAIL } from "./account.ts"
import { MAILS, THREAD, comment, desk, ticket } from "./tickets-double.ts"

test("pages of the export are places to go on from; later only what has changed is told", async () => {
  const { read, double } = await account((one) => {
    desk(one)
    one.exportSize = 2
    one.tickets = Array.from({ length: 5 }, (_, n) => ticket(n + 1, { updated_at: `2026-11-0${n + 1}T08:00:00Z` }))
    for (const { id } of one.tickets) one.comments.set(id, THREAD)
  })
  double.trouble = (path) => (path === "tickets/4/comments.json" ? { status: 401 } : undefined)
  const first = await read("tickets")
  expect([first.documents.map(({ id }) => id), first.at.length, first.fault]).toEqual([
    ["ticket-1", "ticket-2", "ticket-3"],
    1,
    expect.objectContaining({ code: "source-refused" })
  ])
  double.trouble = () => undefined
  const rest = await read("tickets", { at: first.at[0] ?? "" })
  expect(rest.documents.map(({ id }) => id)).toEqual(["ticket-3", "ticket-4", "ticket-5"])
  const since = rest.end?.since ?? ""
  expect((await read("tickets", { since })).items).toEqual([{ type: "end", all: false, since }])
  double.tickets.push(ticket(2, { status: "open", updated_at: "2026-11-19T08:00:00Z" }))
  expect((await read("tickets", { since })).gone).toEqual(["ticket-2"])
})

test("the first read goes back as far as it is told", async () => {
  const { read, double } = await account((one) => {
    desk(one)
    one.tickets = [ticket(1, { updated_at: "2026-08-01T08:00:00Z" }), ticket(2, { updated_at: "2026-11-01T08:00:00Z" })]
    for (const { id } of one.tickets) one.comments.set(id, THREAD)
  })
  expect((await read("tickets", {}, { days: 30 })).documents.map(({ id }) => id)).toEqual(["ticket-2"])
  expect((await read("tickets")).documents.map(({ id }) => id)).toEqual(["ticket-1", "ticket-2"])
  expect(double.asked.filter((path) => path.includes("incremental"))).toHaveLength(2)
})

test("people who are on the ticket and wrote nothing are masked too, and asked for once", async () => {
  const { read, double } = await account((one) => {
    desk(one)
    one.users.push({
      id: 400,
      name: "Ottoline Vanterpool",
      email: "o.vanterpool@firm.example",
      role: "end-user",
      suspended: false
    })
    one.tickets = [1, 2].map((id) => ticket(id, { email_cc_ids: [400] }))
    for (const { id } of one.tickets)
      one.comments.set(id, [
        comment(1, 100, "Vanterpool has a lamp that flickers, ottoline says."),
        comment(2, 200, MAILS.answer)
      ])
  })
  const { documents } = await read("tickets")
  expect(documents).toHaveLength(2)
  expect(JSON.stringify(documents)).not.toMatch(/vanterpool|ottoline/i)
  expect(double.asked.filter((path) => path.includes("show_many"))).toHaveLength(1)
})

test("one ticket that can't be read or masked fails alone, and tells nothing of it", async () => {
  const { read, double } = await account((one) => {
    desk(one)
    one.tickets = [{ id: 1, status: 5, updated_at: "2026-11-04T08:00:00Z" }, ticket(2), ticket(3), ticket(4)]
    one.comments.set(2, [
      comment(1, 100, "x".repeat(7_000)),
      ...Array.from({ length: 30 }, (_, n) => comment(n + 2, 100, `Wendeline ${"y".repeat(20)}`)),
      comment(99, 200, MAILS.answer)
    ])
    one.comments.set(4, THREAD)
  })
  double.trouble = (path) => (path === "tickets/3/comments.json" ? { status: 403 } : undefined)
  const { documents, failed, end } = await read("tickets")
  expect(failed).toEqual([
    "Ticket 1: Zendesk's answer isn't a ticket in the form that its API documents.",
    expect.stringContaining("Ticket 3: These credentials may not read")
  ])
  expect(documents.map(({ id }) => id)).toEqual(["ticket-2", "ticket-4"])
  expect(end?.all).toBe(false)
})

test("the team's rules hold: its words stay, its names go, and balanced masks no less", async () => {
  const { sourceOf, double } = await account((one) => {
    desk(one)
    one.comments.set(1, [
      comment(1, 100, "My lamp flickers. I moved from Leeds to Utrecht last year."),
      comment(2, 200, "Ask Zorblax at help@shop.example and hold the button for ten seconds.")
    ])
  })
  const rules = async () => ({
    ...NO_RULES,
    mode: "balanced" as const,
    keep: ["help@shop.example"],
    names: ["Zorblax"],
    version: 3
  })
  for await (const item of sourceOf("tickets", { rules, credentials: EMAIL }).read({}, new AbortController().signal)) {
    if (item.type === "document")
      expect(item.document.details).toMatchObject({
        reply: "Ask [a name] at help@shop.example and hold the button for ten seconds.",
        question: expect.not.stringMatching(/Leeds|Utrecht/)
      })
  }
  expect(double.asked.length).toBeGreaterThan(1)
})
