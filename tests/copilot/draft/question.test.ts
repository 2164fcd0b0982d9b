import { expect, test } from "vitest"
import { SOURCE } from "../help/relay-script.ts"
import { KEY, openWorld } from "../help/world.ts"

const NOTE = "The driver lost the parcel in Venlo."

test("a question is sent masked as a search; the nearest sentences come from pages and public messages, never from a note", async () => {
  const all = await openWorld()
  all.page.add({ visibility: "internal", role: "agent", author: "Tom", text: NOTE })
  await all.panel.draft("ready")
  const asked = all.page.ticket.messages.find(({ role }) => role === "customer")?.text.split("\n")[0] ?? ""
  const before = all.relay.seen.calls.length
  const answer = await all.ask({ kind: "panel-ask", key: KEY, question: `${asked} Venlo?` })
  const found = answer.ok ? answer.asked : undefined
  expect(found?.sentences.some(({ n }) => n === 0)).toBe(true)
  expect(JSON.stringify(found)).not.toContain("driver lost")
  const posted = all.relay.seen.calls.slice(before).filter((call) => call.startsWith("POST"))
  expect(posted).toEqual(["POST /v1/knowledge/search"])
})

test("an empty question is refused", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  expect(await all.ask({ kind: "panel-ask", key: KEY, question: "  " })).toMatchObject({
    ok: false,
    code: "search-empty"
  })
})

test("with a model the question and the ticket go masked, and its answer comes back with the real names", async () => {
  const all = await openWorld()
  const { model } = all.relay.relay
  expect(model).toBeNull()
  all.relay.relay.model = "big-model"
  await all.ask({ kind: "panel-refresh" })
  await all.panel.draft("ready")
  const text = "[PERSON_1] gets a refund. Nobody knows more."
  all.relay.relay.answer = {
    text,
    claims: [
      { start: 0, end: 25, state: "supported", sources: [1] },
      { start: 26, end: text.length, state: "no-source", sources: [] }
    ],
    sources: [{ ...SOURCE, n: 1, id: "k1", title: "Refunds" }],
    documents: 60,
    upstream: { asked: true, model: "big-model", body: "{}" }
  }
  const before = all.relay.seen.calls.length
  const answer = await all.ask({ kind: "panel-ask", key: KEY, question: "Does Anna Bergmann get a refund?" })
  const asked = answer.ok ? answer.asked : undefined
  expect(all.relay.seen.calls.slice(before)).toEqual(["POST /v1/knowledge/ask"])
  const sent = all.relay.seen.lookups.at(-1)?.body ?? ""
  expect(sent).not.toContain("Bergmann")
  expect(asked?.sentAs).toMatch(/^Does \[PERSON_\d\] get a refund\?$/)
  expect(asked?.answer?.sentences).toEqual([
    { text: "Anna Bergmann gets a refund.", sources: [1], state: "supported" },
    { text: "Nobody knows more.", sources: [], state: "no-source" }
  ])
  const seen = await all.ask({ kind: "panel-inspect", key: KEY })
  expect(JSON.stringify(seen)).toContain("/v1/knowledge/ask")
})

test.each([
  ["no-answer", true],
  ["failed", false]
] as const)("where the model has %s, the nearest sentences come, and why", async (why, hasAnswered) => {
  const all = await openWorld()
  all.relay.relay.model = "big-model"
  await all.ask({ kind: "panel-refresh" })
  await all.panel.draft("ready")
  if (hasAnswered)
    all.relay.relay.answer = { text: "", claims: [], sources: [], documents: 60, upstream: { asked: true, model: "m" } }
  const question = all.page.ticket.messages.find(({ role }) => role === "customer")?.text.split("\n")[0] ?? ""
  const answer = await all.ask({ kind: "panel-ask", key: KEY, question })
  const asked = answer.ok ? answer.asked : undefined
  expect(asked).toMatchObject({ unanswered: why })
  expect(asked?.sentences.length).toBeGreaterThan(0)
})
