import { expect, test } from "vitest"
import { draftRequest, MAX_MESSAGES } from "../../src/protocol/relay.ts"
import type { Message } from "../../src/ticket/ticket.ts"
import { KEY, openWorld, world } from "./help/world.ts"

const message = (more: Partial<Message>): Message => ({
  id: "m1",
  author: "Anna Bergmann",
  role: "customer",
  visibility: "public",
  at: "2026-11-20T09:00:00.000Z",
  text: "",
  ...more
})

async function ticketOf(messages: Message[]) {
  const all = await world()
  all.page.ticket = { ...all.page.ticket, messages }
  await all.pair()
  all.openTab(10)
  const panel = all.openPanel()
  await all.opened()
  return { ...all, panel }
}
const nothingLeft = (all: Awaited<ReturnType<typeof world>>) => {
  expect(all.relay.seen.drafts).toEqual([])
  expect(all.relay.seen.summaries).toEqual([])
}

test.each([
  ["without a message", []],
  ["with an empty message", [message({ text: " \n " })]],
  ["with internal notes only", [message({ visibility: "internal", text: "Call her." })]]
])("a ticket %s: it is said, and nothing leaves", async (_what, messages) => {
  const all = await ticketOf(messages)
  await all.panel.notice("empty-ticket")
  nothingLeft(all)
})

test("a ticket of one attachment is asked about, by its name", async () => {
  const all = await ticketOf([message({ attachments: [{ name: "invoice.pdf" }] })])
  await all.panel.draft("ready")
  expect(all.relay.seen.drafts[0]?.body).toContain("invoice.pdf")
})

test("200 messages come through; a newest message of more than 100,000 characters is too long, and nothing leaves", async () => {
  const many = await ticketOf(
    Array.from({ length: 200 }, (_, n) => message({ id: `m${n}`, text: `Message ${n}: where is it?` }))
  )
  await many.panel.draft("ready")
  const long = await ticketOf([message({ text: "word ".repeat(20_001) })])
  expect((await long.panel.notice("too-long"))?.data).toMatchObject({ most: 100_000 })
  nothingLeft(long)
})

test("of a thread of 300,000 characters the first and the newest messages leave, and what is personal in the others is masked in them", async () => {
  const lines = (n: number) => `Line ${n} of what was written before.\n`.repeat(800)
  const all = await ticketOf([
    message({ id: "first", text: "Where is my parcel?" }),
    message({ id: "second", text: `${lines(1)}My password is tulip-Horse-77.` }),
    ...Array.from({ length: 10 }, (_, n) => message({ id: `m${n}`, text: lines(n) })),
    message({ id: "last", text: "I tried tulip-Horse-77 again." })
  ])
  await all.panel.draft("ready")
  const sent = draftRequest.parse(JSON.parse(all.relay.seen.drafts[0]?.body ?? "")).ticket.messages
  expect([sent[0]?.id, sent[1]?.id, sent.at(-1)?.id]).toEqual(["first", "m7", "last"])
  expect(sent.at(-1)?.text).toMatch(/^I tried \[SECRET_\d+\] again\.$/)
  expect((await all.panel.notice("older-left-out"))?.data).toEqual({ count: 8 })
})

test("a thread of more than a million characters is too long, and nothing leaves", async () => {
  const all = await ticketOf(
    Array.from({ length: 21 }, (_, n) => message({ id: `m${n}`, text: "word ".repeat(10_000) }))
  )
  expect((await all.panel.notice("too-long"))?.data).toMatchObject({ most: 1_000_000 })
  nothingLeft(all)
})

test("of 1,200 messages the first and the newest are answered, and it is said how many were left out", async () => {
  const all = await ticketOf(
    Array.from({ length: 1200 }, (_, n) => message({ id: `m${n}`, text: `Message ${n}: where is it?` }))
  )
  await all.panel.draft("ready")
  const sent = draftRequest.parse(JSON.parse(all.relay.seen.drafts[0]?.body ?? "")).ticket.messages
  expect(sent).toHaveLength(MAX_MESSAGES)
  expect([sent[0]?.id, sent[1]?.id, sent.at(-1)?.id]).toEqual(["m0", "m801", "m1199"])
  expect((await all.panel.notice("older-left-out"))?.data).toEqual({ count: 800 })
})

test("of more tags, fields and attachments than the relay takes the first leave, and there is a draft", async () => {
  const all = await world()
  const attachments = Array.from({ length: 80 }, (_, n) => ({ name: `scan-${n}.pdf` }))
  const fields = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`Field ${n}`, "x".repeat(190)]))
  all.page.ticket = {
    ...all.page.ticket,
    tags: Array.from({ length: 150 }, (_, n) => `tag-${n}`),
    fields,
    messages: [message({ text: "Where is it?", attachments })]
  }
  await all.pair()
  all.openTab(10)
  const panel = all.openPanel()
  await all.opened()
  await panel.draft("ready")
  const { ticket } = draftRequest.parse(JSON.parse(all.relay.seen.drafts[0]?.body ?? ""))
  expect([ticket.tags.length, ticket.messages[0]?.attachments?.length]).toEqual([100, 50])
  expect(Object.keys(ticket.fields ?? {}).slice(0, 2)).toEqual(["Field 0", "Field 1"])
  expect(
    Object.entries(ticket.fields ?? {})
      .flat()
      .join("").length
  ).toBeLessThanOrEqual(20_000)
})

test.each([["mask-timeout"], ["mask-failed"], ["offscreen-silent"]])(
  "masking ends with %s: nothing leaves, and that is said",
  async (code) => {
    const all = await world()
    all.masker.now = { ...all.local, ticket: () => Promise.reject(Object.assign(new Error("stopped"), { code })) }
    await all.pair()
    all.openTab(10)
    const panel = all.openPanel()
    await all.opened()
    await panel.notice("mask-timeout")
    nothingLeft(all)
    all.masker.now = all.local
    await all.ask({ kind: "panel-regenerate", key: KEY })
    await panel.draft("ready")
  }
)

test.each([
  ["logged-out", undefined],
  ["page-changed", "messages"]
])("the page says %s: it is shown; looked at again, it goes on by itself", async (code, part) => {
  const all = await world()
  all.page.problem["ticket-read"] = { code, ...(part === undefined ? {} : { part }) }
  await all.pair()
  all.openTab(10)
  const panel = all.openPanel()
  await all.opened()
  expect(await panel.notice(code)).toEqual({ code, ...(part === undefined ? {} : { data: { part } }) })
  nothingLeft(all)
  delete all.page.problem["ticket-read"]
  await all.opened()
  await panel.draft("ready")
})

test("a page that answers nonsense is a changed page", async () => {
  const all = await world()
  await all.pair()
  all.openTab(10)
  all.browser.tabs.set(10, {
    windowId: 1,
    url: "http://localhost:4000/",
    answer: async () => ({ ok: true, ticket: { subject: 3 } })
  })
  const panel = all.openPanel()
  await all.opened()
  expect(await panel.notice("page-changed")).toEqual({ code: "page-changed", data: { part: "answer" } })
})

test("what looks like a placeholder in the ticket is the customer's text, and comes back as it was", async () => {
  const all = await ticketOf([message({ text: "My code is [PERSON_1] and [SECRET_9], Anna Bergmann says." })])
  const draft = await all.panel.draft("ready")
  expect(draft.text).toContain("Hello Anna Bergmann,")
  expect(all.relay.seen.drafts[0]?.body).not.toContain("SECRET_9")
})

test("an instruction and the letter it speaks of leave masked", async () => {
  const all = await openWorld()
  const { id, text } = await all.panel.draft("ready")
  await all.ask({
    kind: "panel-edit",
    key: KEY,
    draftId: id,
    text: `${text}\n\nCall me, anna.bergmann@mail.example [[Anna]]`
  })
  await all.ask({ kind: "panel-regenerate", key: KEY, instruction: "Tell Anna that max@other.example will call" })
  await all.panel.until((state) => state.draft?.state === "ready" && state.draft.id !== id)
  const body = JSON.parse(all.relay.seen.drafts[1]?.body ?? "{}")
  expect(body.previous).toContain("Hello [PERSON_1],")
  expect(body.previous).toContain("Tell us [[your order number]] and")
  expect(body.instruction).toContain("will call")
  for (const word of ["Anna", "max@other.example", "mail.example"]) expect(JSON.stringify(body)).not.toContain(word)
})

test("a site that was switched off answers nothing: that is said", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  all.browser.tabs.delete(10)
  expect(await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text: "Hello" })).toEqual({
    ok: false,
    code: "site-off"
  })
  await all.panel.notice("site-off")
})
