import { randomUUID } from "node:crypto"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { ticketDocument } from "../../../src/ingest/sources/tickets/solved-document.ts"
import { runImport } from "../../../src/knowledge/import/run-import.ts"
import { NO_MODELS } from "../../../src/models/endpoint/models.ts"
import { deleteOld } from "../../../src/relay/privacy/retention.ts"
import { intentsOf } from "../../../src/relay/intents/intents.ts"
import { removePlaybook, savePlaybook } from "../../../src/relay/playbooks/stored-playbooks.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { Client, draftRequest, eventsOf, refusalOf, restOf, SITE } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { intentsAnswer } from "../../../src/protocol/routes/intents.ts"

let relay: TestRelay
let tom: Client
let lena: Client
beforeAll(async () => {
  relay = await openRelay({ models: NO_MODELS })
  tom = await Client.paired(relay)
  lena = await Client.paired(relay, "Lena", "lead")
})
afterAll(() => relay?.close())
afterEach(async () => {
  await relay.db.deleteFrom("intent_corrections").execute()
  await removePlaybook(relay.db, "refunds", null, relay.time.now)
})

const THINGS = ["lamp", "chair", "kettle", "desk", "rug", "shelf"]
const REFUNDS = THINGS.map((thing) => `I want my money back for the ${thing}`)
const LOGINS = THINGS.map((thing) => `My password doesn't work, so I can't order the ${thing}`)
const GERMAN = THINGS.map((_, at) => `Wo bleibt mein Paket? Ich warte seit ${at + 2} Wochen darauf`)

/** Imports solved tickets in the place of those before. */
async function importTickets(tickets: readonly { tags: string[]; questions: readonly string[]; locale?: string }[]) {
  const documents = tickets.flatMap(({ tags, questions, locale = "en" }, kind) =>
    questions.map((question, at) =>
      ticketDocument({
        id: `t${kind}-${at}`,
        path: `Ticket ${kind}-${at}`,
        pair: { subject: "", question, reply: "We have seen to it.", tags },
        locale,
        replied: "2026-10-02T08:00:00Z"
      })
    )
  )
  await runImport(
    relay.db,
    {
      kind: "test",
      collection: "solved",
      label: "solved",
      async *read() {
        for (const document of documents) yield { type: "document" as const, document }
        yield { type: "end" as const, all: true as const }
      }
    },
    { origin: "team", signal: AbortSignal.timeout(60_000), log: silentLog }
  )
  await intentsOf(relay.db).refresh()
}

const ticketOf = (text: string, ticketId = "1001") => {
  const { ticket } = draftRequest()
  return { ...ticket, ticketId, subject: "", messages: ticket.messages.map((message) => ({ ...message, text })) }
}
const aboutOf = async (text: string, ticketId?: string) => {
  const answer = await tom.post("/v1/summaries", { summaryId: randomUUID(), ticket: ticketOf(text, ticketId) })
  const end = (await restOf(eventsOf(answer))).at(-1)
  return end?.type === "summary-end" ? end.about : undefined
}
const correct = (text: string, intent: string | null, ticketId?: string) =>
  tom.post("/v1/intents/corrections", { ticket: ticketOf(text, ticketId), intent })
const told = async () => intentsAnswer.parse(await (await lena.fetch("/v1/intents")).json())

const TAGGED = [
  { tags: ["Refund", "imported"], questions: REFUNDS },
  { tags: ["login", "imported"], questions: LOGINS },
  { tags: ["paket", "imported"], questions: GERMAN, locale: "de" },
  { tags: ["vip", "imported"], questions: ["Hello"] }
]

test("with the summary comes what the ticket is about, learnt from tags in two languages, and whether it can wait", async () => {
  await importTickets(TAGGED)
  // "imported" is on every ticket and "vip" on one.
  expect(await aboutOf("Please give me my money back today, or my lawyer will write to you.")).toEqual({
    intent: { name: "refund", because: expect.arrayContaining(["money"]) },
    urgent: { because: expect.stringContaining("today") },
    escalate: { reason: "law", because: "lawyer" },
    choices: ["login", "paket", "refund"]
  })
  expect(await aboutOf("Wo ist mein Paket?")).toMatchObject({ intent: { name: "paket" } })
})

test("nothing is said of a ticket without words, and of one that is about something else", async () => {
  await importTickets(TAGGED)
  for (const text of ["", "!!!", "[PERSON_1]", "Are you hiring gardeners in Lyon?"])
    expect([text, await aboutOf(text)]).toEqual([text, { choices: ["login", "paket", "refund"] }])
})

test.each([
  ["no tags", [{ tags: [], questions: [...REFUNDS, ...LOGINS] }]],
  [
    "one tag",
    [
      { tags: ["refund"], questions: REFUNDS },
      { tags: [], questions: LOGINS }
    ]
  ],
  ["one tag on every ticket", [{ tags: ["imported"], questions: [...REFUNDS, ...LOGINS] }]]
])("with %s nothing is learnt, and a summary comes all the same", async (_name, tickets) => {
  await importTickets(tickets)
  expect(await aboutOf("I want my money back")).toEqual({ choices: [] })
  expect(await told()).toEqual({ examples: 0, intents: [], corrections: 0, newest: null, corrected: [] })
})

test("a correction is learnt, counted for leads, replaced by a second one and erased with its ticket", async () => {
  await importTickets(TAGGED)
  const text = "The money for the voucher is gone since I changed my password"
  const before = (await told()).version
  expect((await correct(text, "login", "7")).status).toBe(204)
  relay.time.now = new Date(relay.time.now.getTime() + 60_000)
  expect((await correct(text, "refund", "7")).status).toBe(204)
  expect((await correct("Do you sell gift wrap?", null, "8")).status).toBe(204)
  const after = await told()
  expect(after).toMatchObject({
    corrections: 2,
    newest: relay.time.now.toISOString(),
    corrected: expect.arrayContaining([expect.objectContaining({ said: "refund", tickets: 1 })])
  })
  expect(after.version).not.toBe(before)
  expect(await aboutOf(text)).toMatchObject({ intent: { name: "refund" } })
  expect(await aboutOf("Do you sell gift wrap?")).not.toHaveProperty("intent")
  const erased = await lena.fetch(`/v1/tickets/sample/7?site=${encodeURIComponent(SITE)}`, { method: "DELETE" })
  expect(erased.status).toBe(200)
  expect((await told()).corrections).toBe(1)
})

test("a correction to an intent that has gone is refused, and one from before isn't learnt any more", async () => {
  await importTickets(TAGGED)
  expect((await correct("My package", "paket")).status).toBe(204)
  await importTickets(TAGGED.slice(0, 2))
  expect(await told()).toMatchObject({ intents: ["refund", "login"].toSorted(), corrections: 1 })
  expect(await refusalOf(correct("My package", "paket"))).toMatchObject({ status: 409, code: "intent-gone" })
})

test("a playbook's phrases are examples of its intent, its conditions read the intent, and it names the group", async () => {
  await importTickets(TAGGED)
  await savePlaybook(relay.db, PLAYBOOK, null, relay.time.now)
  await intentsOf(relay.db).refresh()
  expect(await aboutOf("I'd like my money back, and I want to speak to your manager.")).toMatchObject({
    intent: { name: "refund" },
    escalate: { reason: "manager", group: "Billing" }
  })
  const events = await tom.draft({ ...draftRequest(), ticket: ticketOf("Can I have the money back for the chair?") })
  const end = events.at(-1)
  expect(end?.type === "draft-end" && end.answer?.playbook).toMatchObject({
    playbook: "refunds",
    step: { name: "hand-over" },
    because: [expect.objectContaining({ by: "intent", value: "refund", holds: true })]
  })
})

const PLAYBOOK = `
playbook: refunds
title: A refund
when: {intent: [refund]}
facts: {}
steps:
  - step: start
    title: Is it about a refund
    next:
      - {if: {intent: refund}, to: hand-over}
      - {else: end}
  - step: hand-over
    title: Billing goes on
    escalate: {group: Billing, why: Only Billing refunds.}
  - step: end
    title: Nothing to refund
    do: Answer as usual.
fallback: {do: Answer as usual.}
`

test("only a lead reads how often intents were corrected, and a text that isn't masked is refused", async () => {
  expect((await tom.fetch("/v1/intents")).status).toBe(403)
  expect(await refusalOf(correct("My card is 4111 1111 1111 1111", null))).toMatchObject({ status: 422 })
})

test("a correction goes when the time is over for which drafts are kept", async () => {
  await importTickets(TAGGED)
  expect((await correct("My parcel", null)).status).toBe(204)
  const DAY = 86_400_000
  const rows = () => relay.db.selectFrom("intent_corrections").selectAll().execute()
  await deleteOld(relay.db, 30, new Date(relay.time.now.getTime() + 29 * DAY))
  expect(await rows()).toHaveLength(1)
  await deleteOld(relay.db, 30, new Date(relay.time.now.getTime() + 31 * DAY))
  expect(await rows()).toEqual([])
})
