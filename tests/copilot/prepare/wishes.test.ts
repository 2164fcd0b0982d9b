import { expect, test } from "vitest"
import type { RelayEvent } from "../../../src/protocol/relay.ts"
import type { Answer } from "../../../src/ticket/draft.ts"
import { goodDraft, SENTENCES } from "../help/relay-script.ts"
import { KEY, openWorld } from "../help/world.ts"

type Open = Awaited<ReturnType<typeof openWorld>>

const bodies = (all: Open) => all.relay.seen.drafts.map(({ body }) => JSON.parse(body))
const next = async (all: Open, id: string) =>
  (await all.panel.until((state) => state.draft?.state === "ready" && state.draft.id !== id)).draft
const withAnswer = (events: RelayEvent[], answer: Answer) =>
  events.map((event) => (event.type === "draft-end" ? { ...event, answer } : event))

async function wish(all: Open, instruction?: string) {
  const { id } = await all.panel.draft("ready")
  await all.ask({ kind: "panel-regenerate", key: KEY, ...(instruction === undefined ? {} : { instruction }) })
  return next(all, id)
}

test("the wishes in force are shown, go with every later draft, and end when they are removed", async () => {
  const all = await openWorld()
  expect((await all.panel.draft("ready")).wishes).toBeUndefined()
  expect((await wish(all, "shorter"))?.wishes).toEqual(["shorter"])
  expect((await wish(all, "shorter\nno refund"))?.wishes).toEqual(["shorter", "no refund"])
  expect((await wish(all))?.wishes).toEqual(["shorter", "no refund"])
  expect((await wish(all, ""))?.wishes).toBeUndefined()
  expect(bodies(all).map(({ instruction }) => instruction)).toEqual([
    undefined,
    "shorter",
    "shorter\nno refund",
    "shorter\nno refund",
    undefined
  ])
})

test("a letter that is redone by a wish keeps the agent's edits; another one keeps what is typed", async () => {
  const all = await openWorld()
  const { id, text } = await all.panel.draft("ready")
  await all.ask({
    kind: "panel-edit",
    key: KEY,
    draftId: id,
    text: `${text.replace("[[your order number]]", "the order number AB-12")} I have called the depot.`
  })
  all.relay.relay.script = (draftId) => ({ events: goodDraft(draftId, [...SENTENCES, "Express costs €9."]) })
  const redone = await wish(all, "mention express")
  expect(redone?.text).toBe(
    "Hello Anna Bergmann,\n\nParcels arrive within 3 days.\n\nTell us the order number AB-12 and we look it up. I have called the depot.\n\nExpress costs €9."
  )
  expect(redone?.edited).toBe(true)
  // Regenerate found no other letter, so nothing is lost.
  expect((await wish(all))?.text).toBe(redone?.text)
  all.relay.relay.script = (draftId) => ({
    events: goodDraft(draftId, ["Parcels are sent by road.", ...SENTENCES.slice(1)])
  })
  const other = (await wish(all))?.text
  expect(other).toContain("Parcels are sent by road.")
  expect(other).toContain("Tell us the order number AB-12 and we look it up.")
  expect(other).not.toContain("I have called the depot.")
})

test("each Regenerate asks for one draft further, until there is no other", async () => {
  const all = await openWorld()
  await wish(all)
  all.relay.relay.script = (draftId) => ({
    events: withAnswer(goodDraft(draftId), {
      tier: "sure",
      suggestions: [],
      notDone: [{ part: "", why: "no-other" }]
    })
  })
  const last = await wish(all)
  expect(last?.answer?.notDone).toEqual([{ part: "", why: "no-other" }])
  await wish(all)
  await wish(all, "shorter")
  expect(bodies(all).map(({ attempt }) => attempt)).toEqual([undefined, 1, 2, 2, 1])
})

test("what can't be done is shown in the agent's words, with the names restored", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  all.relay.relay.script = (draftId) => ({
    events: withAnswer(goodDraft(draftId), {
      tier: "sure",
      suggestions: [],
      notDone: [{ part: "mention [PERSON_1]", why: "no-source" }]
    })
  })
  expect((await wish(all, "mention Anna Bergmann"))?.answer?.notDone).toEqual([
    { part: "mention Anna Bergmann", why: "no-source" }
  ])
})

test("with a wish, the relay learns which placeholder is the customer's first name", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  all.relay.relay.script = (draftId) => {
    const { firstName } = bodies(all).at(-1)?.ticket ?? {}
    return {
      events: goodDraft(draftId).map((event) =>
        event.type === "draft-end" ? { ...event, text: event.text.replace("[PERSON_1]", firstName) } : event
      )
    }
  }
  expect((await wish(all, "use her first name"))?.text).toMatch(/^Hello Anna,/)
  expect(JSON.stringify(bodies(all))).not.toContain("Anna")
})

test("a fact that the agent typed goes masked with the ticket and with later wishes, and the letter keeps it", async () => {
  const all = await openWorld()
  const { id, text } = await all.panel.draft("ready")
  const filled = text.replace("[[your order number]]", "AB-4711, for Anna Bergmann")
  await all.ask({ kind: "panel-edit", key: KEY, draftId: id, text: filled })
  await all.ask({ kind: "panel-facts", key: KEY, facts: { "your order number": "AB-4711, for Anna Bergmann" } })
  expect((await next(all, id))?.text).toBe(filled)
  expect((await wish(all, "shorter"))?.text).toBe(filled)
  const sent = bodies(all)
  for (const { ticket } of sent.slice(1)) {
    expect(Object.keys(ticket.fields)).toContain("your order number")
    expect(JSON.stringify(ticket.fields)).not.toMatch(/Anna|Bergmann/)
  }
  expect(sent).toHaveLength(3)
})

test("a fact typed for a playbook goes masked with every later draft of the ticket, until it is taken back", async () => {
  const all = await openWorld()
  const give = async (facts: Record<string, string>) => {
    const { id } = await all.panel.draft("ready")
    await all.ask({ kind: "panel-facts", key: KEY, facts, keep: true })
    await next(all, id)
  }
  await give({ "the parcel": "with Anna Bergmann since 4 November" })
  const shown = await all.panel.until((state) => state.ticket?.given !== undefined)
  expect(shown.ticket?.given).toEqual({ "the parcel": "with Anna Bergmann since 4 November" })
  await wish(all)
  await give({ "the order": "LL-48301" })
  await give({ "the parcel": " " })
  const fields = bodies(all).map(({ ticket }) => ticket.fields ?? {})
  const parcel = expect.stringMatching(/^with \[PERSON_\d+\] since 4 November$/)
  expect(fields.slice(1, 4)).toEqual([
    expect.objectContaining({ "the parcel": parcel }),
    expect.objectContaining({ "the parcel": parcel }),
    expect.objectContaining({ "the parcel": parcel, "the order": "LL-48301" })
  ])
  expect(fields[4]).toMatchObject({ "the order": "LL-48301" })
  expect(fields[4]).not.toHaveProperty("the parcel")
})
