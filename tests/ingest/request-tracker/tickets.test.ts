import { expect, test } from "vitest"
import { findPlaceholders } from "../../../src/masking/basis/placeholder.ts"
import { sendersIn } from "../../../src/ingest/sources/request-tracker/thread.ts"
import { desk, type RequestTrackerDouble } from "./double.ts"

test("question and reply of resolved tickets, cleaned and masked; a customer's HTML mail by its plain text, an agent's by its HTML", async () => {
  const { read, tracker } = await desk()
  const { documents, failed, end, gone } = await read("tickets")
  expect([failed, gone]).toEqual([[], []])
  expect(documents.map(({ id, path, kind, visibility }) => [id, path, kind, visibility])).toEqual(
    [1, 2, 9, 12].map((id) => [`ticket-${id}`, `Support / Ticket ${id}`, "ticket", "internal"])
  )
  expect(documents[0]).toMatchObject({
    title: "Refund for damaged espresso machine",
    url: `${tracker.url}/rt/Ticket/Display.html?id=1`,
    locale: "en",
    details: {
      kind: "ticket",
      tags: ["refund", "damaged"],
      question:
        "Hello,\n\nOrder 48213 arrived on Monday with a cracked water tank. I would like a refund of 189.90 EUR.\nPhotos on request.",
      reply:
        "Hi [a name],\n\nI am sorry about the cracked tank. I have opened return R-7731; could you tell me whether the box is still there?"
    }
  })
  expect(documents[2]?.details).toMatchObject({
    question: "Our invoice INV-3310 shows the wrong VAT number.",
    reply: expect.stringMatching(
      /^Hi \[a name\],\n\nwhich VAT number should be on it\?\n[^]*both invoices\n[^]*send them anew\.$/
    )
  })
  expect(documents[3]).toMatchObject({ changed: tracker.ticket(12)["Resolved"] })
  const all = JSON.stringify(documents)
  expect(all).not.toMatch(/marta|kowalski|dana|okafor|liam|o'brien|lindqvist|petrovi|primorka|noah|fischer|@|hidden/i)
  expect(findPlaceholders(all)).toEqual([])
  expect(end).toMatchObject({ all: true, since: expect.any(String) })
})

test("comments and files are not even asked for", async () => {
  const { read, tracker } = await desk()
  await read("tickets")
  const queries = tracker.asked.map((line) => decodeURIComponent(line))
  expect(
    queries
      .filter((line) => /\/transactions/.test(line))
      .every((line) => /Type\+=\+'Create'\+OR\+Type\+=\+'Correspond'/.test(line))
  ).toBe(true)
  expect(
    queries.filter((line) => /\/attachments/.test(line)).every((line) => /"Filename","operator":"IS"/.test(line))
  ).toBe(true)
  expect(queries.filter((line) => /Comment/.test(line))).toEqual([])
})

test("a transaction of another type is left out though it be listed, and so is what a machine answered", async () => {
  const { read, tracker } = await desk((one) => {
    one.tickets.body.items = [one.ticket(2)]
    for (const row of one.transactions[2]?.body.items ?? []) if (row["Type"] === "Correspond") row["Type"] = "Comment"
  })
  tracker.trouble = (path) => (path.endsWith("/transactions") ? tracker.transactions[2] : undefined)
  expect((await read("tickets")).gone).toEqual(["ticket-2"])
  const away = await desk((one) => {
    one.tickets.body.items = [one.ticket(2)]
    for (const row of one.attachments[2]?.body.items ?? [])
      row["Headers"] = `${String(row["Headers"])}\nAuto-Submitted: auto-replied`
  })
  expect((await away.read("tickets")).gone).toEqual(["ticket-2"])
})

test("who is cc, a colleague of the customer or a name in a mail's head is masked; whoever isn't privileged never answers", async () => {
  const { read } = await desk((one) => {
    one.tickets.body.items = [
      {
        ...one.ticket(12),
        Cc: [
          {
            id: "b.castellani@post.example",
            Name: "b.castellani@post.example",
            RealName: "Bruno Castellani",
            EmailAddress: "b.castellani@post.example"
          }
        ]
      }
    ]
    const [asked, replied] = one.attachments[12]?.body.items ?? []
    Object.assign(asked ?? {}, {
      Content: "Vanterpool and Castellani want to cancel. Ottoline says so.",
      Headers:
        'From: Noah <noah.fischer@example.com>\nCc: "Vanterpool, Ottoline" <o.vanterpool@post.example>,\n  someone@post.example'
    })
    Object.assign(replied ?? {}, {
      Content: "Hello, Castellani's subscription ends on the 30th of this month, and nothing more is charged."
    })
    const stranger = {
      id: "179",
      Type: "Correspond",
      Created: "2026-11-20T12:00:00Z",
      Creator: { id: "liam.obrien@example.com", Name: "liam.obrien@example.com", RealName: "Liam", EmailAddress: "" }
    }
    one.transactions[12]?.body.items.push(stranger, { ...stranger, id: "180", Creator: { id: "RT_System" } })
    for (const id of ["179", "180"])
      one.attachments[12]?.body.items.push({
        id: `9${id}`,
        TransactionId: id,
        ContentType: "text/plain",
        Filename: "",
        Headers: "",
        Content: "STRANGER says a long sentence that nobody of the staff has ever written."
      })
  })
  const {
    documents: [document]
  } = await read("tickets")
  expect(document?.details).toMatchObject({
    reply: expect.stringMatching(/subscription ends on the 30th/),
    question: expect.stringMatching(/want to cancel/)
  })
  expect(JSON.stringify(document)).not.toMatch(/vanterpool|castellani|ottoline|STRANGER/i)
})

test("later only what has changed is read; opened again, or moved to a queue that isn't wanted, it is gone; once a day so is what was deleted", {
  timeout: 90_000
}, async () => {
  const { read, tracker, clock } = await desk()
  const options = { queues: ["support"] }
  for (const row of tracker.tickets.body.items) row["Queue"] = { ...Object(row["Queue"]), Name: "support" }
  const first = await read("tickets", {}, options)
  expect(first.documents).toHaveLength(4)
  tracker.asked.length = 0
  const nothing = await read("tickets", { since: first.end?.since ?? "" }, options)
  expect([nothing.items, tracker.asked.length]).toEqual([[{ type: "end", all: false, since: expect.any(String) }], 3])
  const later = new Date(clock.now() + 3_600_000).toISOString()
  Object.assign(tracker.ticket(1), { Status: "open", LastUpdated: later })
  Object.assign(tracker.ticket(2), { Queue: { id: "8", Name: "Sales" }, LastUpdated: later })
  Object.assign(tracker.ticket(9), { Status: "deleted", LastUpdated: later })
  tracker.copy(12, 13, { LastUpdated: later })
  await clock.wait(7_200_000, new AbortController().signal)
  const second = await read("tickets", { since: nothing.end?.since ?? "" }, options)
  expect([second.documents.map(({ id }) => id), second.gone, second.end?.all]).toEqual([
    ["ticket-13"],
    ["ticket-1", "ticket-2"],
    false
  ])
  await clock.wait(24 * 3_600_000, new AbortController().signal)
  const third = await read("tickets", { since: second.end?.since ?? "" }, options)
  expect([
    third.documents.map(({ id }) => id),
    third.items.filter(({ type }) => type === "standing"),
    third.end?.all
  ]).toEqual([
    [],
    [
      { type: "standing", id: "ticket-12" },
      { type: "standing", id: "ticket-13" }
    ],
    true
  ])
  const other = await read("tickets", { since: third.end?.since ?? "" }, { queues: ["Sales"] })
  expect([other.documents.map(({ id }) => id), other.end?.all]).toEqual([["ticket-2"], true])
  expect((await read("tickets", { since: "what another version wrote" }, options)).end?.all).toBe(true)
  expect((await read("tickets", {}, { queues: ["Nowhere"] })).fault).toMatchObject({
    message: expect.stringContaining('no queue "Nowhere"')
  })
})

test("of 5,000 replies the first hundred and the last hundred are read", async () => {
  const { read, tracker } = await desk((one) => long(one, 5_000))
  const {
    documents: [document],
    failed
  } = await read("tickets")
  expect(failed).toEqual([])
  expect(document?.details).toMatchObject({
    question: expect.stringMatching(/^Please cancel[^]*Reply 4998 of the customer$/),
    reply: expect.stringContaining("Answer 4999 of the agent")
  })
  expect(tracker.asked.filter((line) => /\/transactions/.test(line))).toHaveLength(2)
  expect(tracker.asked.filter((line) => /\/attachments/.test(line))).toHaveLength(5)
  expect(Math.max(...tracker.asked.map(({ length }) => length))).toBeLessThan(8_000)
})

function long(one: RequestTrackerDouble, count: number): void {
  one.tickets.body.items = [one.ticket(12)]
  const [created, replied] = one.transactions[12]?.body.items ?? []
  const [text] = one.attachments[12]?.body.items ?? []
  for (let n = 3; n < count; n++) {
    one.transactions[12]?.body.items.push({ ...(n % 2 ? replied : created), Type: "Correspond", id: String(1_000 + n) })
    one.attachments[12]?.body.items.push({
      ...text,
      id: String(10_000 + n),
      TransactionId: String(1_000 + n),
      Content: n % 2 ? `Answer ${n} of the agent says how it goes on from here.` : `Reply ${n} of the customer`
    })
  }
}

test("a page is a place to go on from, and tickets that change meanwhile are missed by none", async () => {
  const { read, tracker } = await desk((one) => {
    for (let id = 100; id < 230; id++) one.copy(12, id)
  })
  tracker.trouble = (path, nth) => (path.endsWith("/tickets") && nth === 2 ? tracker.unauthorized : undefined)
  const first = await read("tickets")
  expect([first.documents.length, first.at.length, first.fault]).toEqual([
    100,
    1,
    expect.objectContaining({ code: "source-refused" })
  ])
  // The first hundred are no longer resolved. A page number would skip thirty others.
  for (const row of tracker.tickets.body.items) if (Number(row.id) < 130) row["Status"] = "open"
  const rest = await read("tickets", { at: first.at[0] ?? "" })
  expect(rest.documents.map(({ id }) => id)).toEqual(Array.from({ length: 34 }, (_, n) => `ticket-${196 + n}`))
  expect(rest.end?.all).toBe(true)
}, 120_000)

test("whom a mail's head names", () => {
  expect(
    sendersIn(
      'To: nobody@x.example\nFrom: "Kowalski, Marta \\"M\\"" <m@x.example>\nCc: a@x.example,\n Bo Lund <bo@x.example>, <c@x.example>\nReply-To: Sam via RT <s@x.example>\nSubject: From: x <y@z>'
    )
  ).toEqual([
    { name: 'Kowalski, Marta "M"', email: "m@x.example" },
    { name: "", email: "a@x.example" },
    { name: "Bo Lund", email: "bo@x.example" },
    { name: "", email: "c@x.example" },
    { name: "Sam", email: "s@x.example" }
  ])
  for (const part of ['"', "<", "<a@", ",", "a@", "x ", '"\\'])
    expect(sendersIn(`From: ${part.repeat(100_000)}`).every(({ email }) => email.length <= 2_000)).toBe(true)
})
