import { afterAll, beforeAll, expect, test } from "vitest"
import { NO_MODELS } from "../../../src/models/endpoint/models.ts"
import { createUsageBook } from "../../../src/models/usage/usage-book.ts"
import { ticketFigures } from "../../../src/relay/drafting/offline/reading/ticket-figures.ts"
import { keptBody } from "../../../src/relay/drafting/lookup-sources.ts"
import { savePlaybook } from "../../../src/relay/playbooks/stored-playbooks.ts"
import { assemblePipeline } from "../../../src/relay/server/assemble-pipeline.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"
import { Client, draftRequest } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { runDraft } from "../help/run-draft.ts"
import { person } from "../../knowledge/help/tickets.ts"

let relay: TestRelay
let tom = new Client("")
beforeAll(async () => {
  relay = await openRelay()
  tom = await Client.paired(relay, "Tom")
})
afterAll(() => relay?.close())

const pipeline = () => assemblePipeline(NO_MODELS, relay.db, createUsageBook(relay.db, silentLog))

const LOOKUPS = [
  {
    name: "shop-order",
    title: "Shop",
    facts: [
      { name: "sent", label: "Sent on", value: "2026-11-12" },
      { name: "recipient", label: "Recipient", value: "[PERSON_7]" },
      { name: "refund", label: "Refunded" }
    ]
  }
]
const withLookups = (more: Partial<MaskedTicket> = {}) => {
  const request = draftRequest()
  return { ...request, ticket: { ...request.ticket, ...more, lookups: LOOKUPS } }
}

test("each lookup is a numbered source of the draft, and its facts aren't in the event that the relay stores", async () => {
  const { sources } = await runDraft(pipeline(), withLookups().ticket, { person: person("agents") })
  const source = sources.find(({ kind }) => kind === "lookup")
  expect(source).toMatchObject({ n: sources.length, id: "lookup:shop-order", title: "Shop", passage: "" })
})

test("the ticket is stored without what was looked up", async () => {
  const request = withLookups()
  expect((await tom.post("/v1/drafts", request)).status).toBe(200)
  const row = await relay.db
    .selectFrom("drafts")
    .selectAll()
    .where("id", "=", request.draftId)
    .executeTakeFirstOrThrow()
  expect(row.request).toContain(request.ticket.subject)
  expect(JSON.stringify(row)).not.toMatch(/2026-11-12|PERSON_7|Recipient|shop-order/)
})

test("the request to a model is kept without the facts", () => {
  const line = (text: string) =>
    JSON.stringify({ messages: [{ content: `SOURCE 6 (lookup)\nShop\n${text}\n\nThread` }] })
  const ticket = withLookups().ticket
  expect(keptBody(line("Sent on: 2026-11-12\nRecipient: [PERSON_7]\nRefunded: not known"), ticket)).toBe(
    line("Sent on: (looked up, not kept)\nRecipient: (looked up, not kept)\nRefunded: not known")
  )
})

test("a day that was looked up is reckoned with like one that the ticket gives", () => {
  const request = withLookups()
  const last = request.ticket.messages.at(-1)
  const messages = last ? [{ ...last, at: "2026-11-20T09:00:00.000Z" }] : []
  expect(ticketFigures({ ...request.ticket, messages }, "en")).toContainEqual(
    expect.objectContaining({ date: "2026-11-12", side: "after", days: -8 })
  )
})

test("a playbook reads a looked-up fact by its name", async () => {
  await savePlaybook(
    relay.db,
    `playbook: parcel
title: A parcel that hasn't arrived
when: {tags: [parcel]}
facts:
  sent: {label: the day it was sent, type: date, lookup: shop-order.sent, find: Look it up.}
steps:
  - {step: wait, title: Wait, needs: [sent], say: {en: 'It was sent on {sent}.'}}
fallback: {do: Ask.}
`,
    null,
    new Date()
  )
  const standing = async (ticket: MaskedTicket) =>
    (await runDraft(pipeline(), ticket, { person: person("agents") })).end.answer?.playbook
  const { lookups: _, ...without } = withLookups({ tags: ["parcel"] }).ticket
  expect(await standing(without)).toMatchObject({ playbook: "parcel", missing: [{ fact: "sent" }] })
  expect(await standing({ ...without, lookups: LOOKUPS })).toMatchObject({ playbook: "parcel", missing: [] })
})
