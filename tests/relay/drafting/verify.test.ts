import { setTimeout as pause } from "node:timers/promises"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { chooseVerifier } from "../../../src/models/choose-model.ts"
import { OFFLINE, verifyingEndpoints } from "../../../src/models/endpoint/models.ts"
import { createModelDrafter } from "../../../src/models/openai/openai-drafter.ts"
import type { UsageBook, UsageEntry } from "../../../src/models/usage/usage-book.ts"
import { createPipeline } from "../../../src/relay/drafting/pipeline/pipeline.ts"
import type { PipelineEvent } from "../../../src/relay/drafting/pipeline/pipeline-events.ts"
import { createOfflineDrafter } from "../../../src/relay/drafting/offline/offline-drafter.ts"
import { letterEvidence, likeliestEvidence } from "../../../src/relay/drafting/pipeline/letter-evidence.ts"
import { holdingClaims } from "../../../src/ticket/holding-claims.ts"
import { createOfflineSummariser } from "../../../src/relay/drafting/summary/summary.ts"
import { startModelDouble, type Behaviour, type ModelDouble } from "../../models/double.ts"
import { endpointOf, modelsOf } from "../../models/endpoint.ts"
import { jobOf, message } from "../../models/job.ts"
import { slowness } from "../../slowness.ts"

let writer: ModelDouble
let verifier: ModelDouble
beforeEach(async () => {
  writer = await startModelDouble({
    kind: "text",
    text: "Hello [PERSON_1],\n\nLamps can be sent back within 30 days. [1] The shop has 14 blue doors. [2]\n\nKind regards\n[PERSON_2]"
  })
  verifier = await startModelDouble()
})
afterEach(async () => {
  await writer.close()
  await verifier.close()
})

const PERSON = { id: "p", name: "Ben", role: "agent" as const, groups: [] }

/** Makes a draft whose verifier behaves like this, and returns its events, its end and what the verifier has used. */
async function verified(behaviour: Behaviour, options: { verifyMs?: number; cost?: number } = {}) {
  verifier.always(behaviour)
  const used: UsageEntry[] = []
  const book: UsageBook = {
    used: async () => [{ cost: 5, tokens: 0 }],
    begin: () => () => undefined,
    add: async (entry) => void used.push(entry),
    settled: async () => undefined
  }
  const endpoint = endpointOf("verifier", verifier.url, { price: { in: 1_000_000, out: 0 }, firstByteMs: 60_000 })
  const models = modelsOf([OFFLINE], options.cost === undefined ? {} : { cost: options.cost })
  const { retrieval, request } = jobOf()
  const pipeline = createPipeline({
    retriever: { find: async () => retrieval },
    drafter: createModelDrafter({ baseUrl: writer.url, name: "writer", pauseMs: 1 }),
    summariser: createOfflineSummariser(),
    verifier: chooseVerifier({ ...models, tasks: { ...models.tasks, verify: [endpoint] } }, book),
    ...(options.verifyMs === undefined ? {} : { verifyMs: options.verifyMs }),
    now: () => new Date("2026-03-04T10:00:00Z"),
    team: { company: "Lamp House", facts: ["We are closed on Sundays."], disclosure: "Written with software." }
  })
  const events: PipelineEvent[] = []
  let lastTextAt = 0
  const hear = (event: PipelineEvent) => {
    events.push(event)
    if (event.type === "draft-delta") lastTextAt = performance.now()
  }
  await pipeline.run(request, PERSON, hear, new AbortController().signal)
  const afterText = performance.now() - lastTextAt
  const end = events.at(-1)
  if (end?.type !== "draft-end") throw new Error("There is no draft.")
  return {
    events,
    end,
    used,
    afterText,
    marks: end.claims.slice(0, -1).map(({ state, verdict }) => [state, verdict?.kind])
  }
}

/** Gives these verdicts, and notices the two canaries after the two sentences of the letter. */
const says = (...verdicts: [n: number, verdict: string, evidence?: string[], why?: string][]): Behaviour =>
  answers(...verdicts, [3, "contradicted"], [4, "not-supported"])
const answers = (...verdicts: [n: number, verdict: string, evidence?: string[], why?: string][]): Behaviour => ({
  kind: "text",
  text: JSON.stringify({
    verdicts: verdicts.map(([n, verdict, evidence = [], why = ""]) => ({ n, verdict, evidence, why })),
    unanswered: []
  })
})
const RULES_ALONE = [
  ["courtesy", undefined],
  ["supported", undefined],
  ["no-source", undefined],
  ["courtesy", undefined],
  ["courtesy", undefined]
]
const askedOf = (at: number): string => JSON.parse(verifier.requests[at]?.body ?? "").messages[1].content

test("one request holds day, team, thread, sources and letter, in a shape that the server can enforce", async () => {
  await verified(says([1, "supported"], [2, "supported"]))
  expect(verifier.requests).toHaveLength(1)
  const body = JSON.parse(verifier.requests[0]?.body ?? "")
  expect(body).toMatchObject({ model: "verifier-model", stream: true, response_format: { type: "json_schema" } })
  const asked = askedOf(0)
  expect(asked).toMatch(
    /--- SETTING \w{16} ---\n\| Today is Wednesday, 2026-03-04\.\n\| The reply is from Lamp House\./
  )
  expect(asked).toContain("| - We are closed on Sundays.")
  expect(asked).toMatch(
    /--- EVIDENCE M1 \(the customer's message, 2026-03-02T09:00:00Z\) \w{16} ---\n\| M1\.1 Can I still send my lamp back\?/
  )
  expect(asked).toMatch(
    /--- EVIDENCE S1 \(public page: Returning a lamp > Returns > How long\) \w{16} ---\n\| S1\.1 Lamps can be sent back/
  )
  expect(asked).toMatch(/--- LETTER \w{16} ---\n\| Hello \[PERSON_1\],/)
  expect(asked).toMatch(
    /--- SENTENCES \w{16} ---\n\| 1\. Lamps can be sent back within 30 days\.\n\| 2\. The shop has 14 blue doors\.\n\| 3\. /
  )
  expect(asked).not.toContain("Written with software.")
  expect(asked).not.toContain("writer")
})

test("what the customer wrote and what they quote or forward are parts of their own", async () => {
  const { retrieval } = jobOf()
  const text =
    "See below.\n\n---------- Forwarded message ---------\nFrom: X <x@y.example>\nDate: Mon\nSubject: Hi\n\nYou owe nothing."
  const { parts } = letterEvidence(
    { ...jobOf().request.ticket, messages: [message("m1", text)] },
    retrieval.sources,
    "en"
  )
  expect(parts.map(({ id, head }) => [id, head]).slice(1, 3)).toEqual([
    ["M1", "the customer's message, 2026-03-02T09:00:00Z"],
    ["M1Q", "quoted or forwarded in M1"]
  ])
})

test("it confirms by numbered evidence, which the agent sees, and its cost is counted", async () => {
  const { end, marks, used } = await verified(says([1, "supported", ["S1.1"]]))
  expect(marks[1]).toEqual(["supported", "supported"])
  expect(end.claims[1]).toMatchObject({
    sources: [1],
    verdict: { kind: "supported", evidence: [{ source: 1, text: "Lamps can be sent back within 30 days." }] }
  })
  expect(end.verification).toEqual({
    model: "verifier-model",
    state: "done",
    confirmed: 1,
    doubted: 0,
    unasked: 1
  })
  expect(used).toEqual([expect.objectContaining({ task: "verify", person: "p", in: 11, out: 7, cost: 11 })])
})

test.each([
  ["not-supported", "no-source"],
  ["contradicted", "contradicts"],
  ["other-case", "contradicts"]
])("%s makes Insert wait for what the rules found supported, and says why", async (verdict, state) => {
  const { end, marks } = await verified(says([1, verdict, ["S1.1"], "only for undamaged lamps"]))
  expect(marks[1]).toEqual([state, verdict])
  expect(end.claims[1]).toMatchObject({ reason: "verifier", cited: [1], verdict: { why: "only for undamaged lamps" } })
  expect(holdingClaims(end.claims, [])).toContainEqual(end.claims[1])
})

test("who doesn't notice one of the canaries settles nothing, and it is said", async () => {
  for (const missed of [3, 4]) {
    const { end, marks } = await verified(
      answers(
        [1, "contradicted"],
        [3, missed === 3 ? "supported" : "contradicted"],
        [4, missed === 4 ? "follows" : "other-case"]
      )
    )
    expect(marks).toEqual(RULES_ALONE)
    expect(end.verification).toEqual({ model: "verifier-model", state: "unreliable", confirmed: 0, doubted: 0 })
  }
  expect(askedOf(0)).toMatch(/\| 3\. Lamps can be sent back within 34 days\.\n\| 4\. Up to 19 euro may be given/)
})

test("a figure that no evidence states stays marked, however surely it is confirmed", async () => {
  const { end, marks } = await verified(says([2, "supported", ["S2.1"]]))
  expect(marks[2]).toEqual(["no-source", "supported"])
  expect(end.claims[2]).toMatchObject({ reason: "number" })
})

test("a figure that a page states is cleared also by a verdict that names no evidence", () => {
  const parts = letterEvidence(jobOf().request.ticket, jobOf().retrieval.sources, "en").parts
  expect(likeliestEvidence("You can send lamps back within 30 days.", parts, "en")).toContain(
    "Lamps can be sent back within 30 days."
  )
  expect(likeliestEvidence("A brass quartet plays.", parts, "en")).toEqual([])
})

test("the letter is whole, with the team's line, before the verdicts come", async () => {
  const { events, end } = await verified(says([1, "supported"]))
  const types = events.map(({ type }) => type)
  expect(types.indexOf("draft-written")).toBeGreaterThan(types.lastIndexOf("draft-delta"))
  expect(events.find(({ type }) => type === "draft-written")).toEqual({ type: "draft-written", text: end.text })
  expect(end.text).toContain("Written with software.")
  expect(events.filter(({ type }) => type === "check").at(-1)).toMatchObject({
    claim: { verdict: { kind: "supported" } }
  })
})

test("of a longer letter, the first sentences are asked about while it is still written", async () => {
  const lines = Array.from({ length: 8 }, (_, at) => `Lamp ${at + 1} can be sent back within 30 days.`).join(" ")
  writer.always({ kind: "text", text: `Hello [PERSON_1],\n\n${lines}\n\nKind regards\n[PERSON_2]` })
  const first = answers([1, "supported", ["S1.1"]], [7, "contradicted"], [8, "contradicted"])
  verifier.next(first)
  const { end } = await verified(answers([2, "supported", ["S1.1"]], [3, "contradicted"], [4, "contradicted"]))
  expect(verifier.requests).toHaveLength(2)
  expect(askedOf(0)).toMatch(/\| 6\. Lamp 6 can be sent back/)
  expect(askedOf(1)).toMatch(/SENTENCES \w+ ---\n\| 1\. Lamp 7 can be sent back/)
  expect(end.verification).toMatchObject({ state: "done", confirmed: 2, unasked: 6 })
})

test("of a very long letter, it is said how many sentences were not asked about", async () => {
  const long = Array.from({ length: 43 }, (_, at) => `Lamp ${at + 1} can be sent back within 30 days.`).join(" ")
  writer.always({ kind: "text", text: `Hello [PERSON_1],\n\n${long}\n\nKind regards\n[PERSON_2]` })
  const all = Array.from({ length: 44 }, (_, at): [number, string] => [at + 1, "not-supported"])
  const { end } = await verified(answers(...all))
  expect(verifier.requests.map((_, at) => askedOf(at)).join("\n")).not.toContain(
    "Lamp 41 can be sent back within 30 days.\n| 2"
  )
  expect(end.verification).toMatchObject({ state: "done", doubted: 40, unasked: 3 })
})

test("beside the model's own time, the last verdict comes within 1.5 s after the last text", async () => {
  const lines = Array.from({ length: 24 }, (_, at) => `Lamp ${at + 1} can be sent back within 30 days.`).join(" ")
  writer.always({ kind: "text", text: `Hello [PERSON_1],\n\n${lines}\n\nKind regards\n[PERSON_2]` })
  const all = Array.from({ length: 26 }, (_, at): [number, string] => [at + 1, "contradicted"])
  const { end, afterText } = await verified(answers(...all))
  expect(end.verification).toMatchObject({ state: "done", doubted: 24 })
  expect(afterText).toBeLessThan(1500 * slowness())
})

test("questions that the letter leaves open are named", async () => {
  const { end } = await verified({
    kind: "text",
    text: JSON.stringify({
      verdicts: [3, 4].map((n) => ({ n, verdict: "contradicted", evidence: [], why: "" })),
      unanswered: ["Do you deliver to Malta?"]
    })
  })
  expect(end.verification?.unanswered).toEqual(["Do you deliver to Malta?"])
})

test("a letter of the offline drafter isn't verified", async () => {
  const { retrieval, request } = jobOf()
  const book = {
    used: async () => [],
    begin: () => () => undefined,
    add: async () => undefined,
    settled: async () => undefined
  }
  const models = modelsOf([OFFLINE])
  const endpoint = endpointOf("verifier", verifier.url)
  const events: PipelineEvent[] = []
  await createPipeline({
    retriever: { find: async () => retrieval },
    drafter: createOfflineDrafter(),
    summariser: createOfflineSummariser(),
    verifier: chooseVerifier({ ...models, tasks: { ...models.tasks, verify: [endpoint] } }, book)
  }).run(request, PERSON, (event) => events.push(event), new AbortController().signal)
  expect(verifier.requests).toEqual([])
  expect(events.at(-1)).not.toHaveProperty("verification")
})

describe("answers in other forms", () => {
  test.each([
    [
      "reordered",
      '{"verdicts":[{"n":2,"verdict":"unclear"},{"n":3,"verdict":"contradicted"},{"n":4,"verdict":"other-case"},{"n":1,"verdict":"supported"}]}'
    ],
    [
      "in a code block",
      '```json\n{"verdicts":[{"n":1,"verdict":"supported"},{"n":3,"verdict":"contradicted"},{"n":4,"verdict":"other-case"}]}\n```'
    ],
    [
      "a bare list",
      '[{"n":"1","verdict":"supported"},{"n":"3","verdict":"Contradicted"},{"n":4,"verdict":"NOT_SUPPORTED"}]'
    ],
    [
      "after its thoughts",
      '<think>{"verdicts": no}</think>{"verdicts":[{"n":1,"verdict":"supported"},{"n":3,"verdict":"contradicted"},{"n":4,"verdict":"other-case"}]}'
    ],
    [
      "with sentences that nobody asked about",
      '{"verdicts":[{"n":9,"verdict":"contradicted"},{"n":1,"verdict":"supported"},{"n":3,"verdict":"contradicted"},{"n":4,"verdict":"other-case"}]}'
    ],
    [
      "with entries that are none",
      '{"verdicts":[7,{"n":2,"verdict":"maybe"},{"n":1,"verdict":"supported"},{"n":3,"verdict":"contradicted"},{"n":4,"verdict":"other-case"}]}'
    ]
  ])("%s", async (_what, text) => {
    const { marks } = await verified({ kind: "text", text })
    expect(marks[1]).toEqual(["supported", "supported"])
    expect(marks.map(([state]) => state)).toEqual(RULES_ALONE.map(([state]) => state))
  })

  test("two verdicts on one sentence that differ count for nothing", async () => {
    const { marks, end } = await verified(says([1, "supported"], [1, "contradicted"]))
    expect(marks).toEqual(RULES_ALONE)
    expect(end.verification).toMatchObject({ state: "done", confirmed: 0, doubted: 0 })
  })

  test("a server that doesn't know the shape is asked again without it", async () => {
    verifier.next({ kind: "status", status: 400, body: '{"error":{"message":"response_format is not supported"}}' })
    const { marks } = await verified(says([1, "supported"]))
    expect(marks[1]).toEqual(["supported", "supported"])
    expect(JSON.parse(verifier.requests[1]?.body ?? "")).not.toHaveProperty("response_format")
  })
})

describe("a verifier that gives no verdict is said, and the rules stand", () => {
  test.each([
    ["malformed", "I think that all of it is fine!"],
    ["malformed", '{"verdicts": [{"n": 1, "verdict": "supp'],
    ["malformed", '{"verdicts": []}'],
    ["failed", ""]
  ] as const)("%s: %j", async (state, text) => {
    const { end, marks } = await verified({ kind: "text", text })
    expect(marks).toEqual(RULES_ALONE)
    expect(end.verification).toEqual({ model: "verifier-model", state, confirmed: 0, doubted: 0 })
  })

  test("late: the draft doesn't wait for it", async () => {
    const began = performance.now()
    const { end, marks } = await verified({ kind: "no-answer" }, { verifyMs: 100 })
    expect(performance.now() - began).toBeLessThan(5000)
    expect(marks).toEqual(RULES_ALONE)
    expect(end.verification?.state).toBe("late")
    await pause(0)
    expect(await (await verifier.request(0)).closed).toEqual({ early: true })
  })

  test.each([
    { kind: "status", status: 401 },
    { kind: "cut", text: '{"verdicts":[' }
  ] as const)("failed: $kind", async (behaviour) => {
    const { end, marks } = await verified(behaviour)
    expect(marks).toEqual(RULES_ALONE)
    expect(end.verification?.state).toBe("failed")
  })

  test("a budget that is used up: nobody is asked", async () => {
    const { end } = await verified(says([1, "supported"]), { cost: 1 })
    expect(end.verification?.state).toBe("failed")
    expect(verifier.requests).toEqual([])
  })
})

test("who verifies: whoever is named, else the models for drafts but those with the short prompt; offline is off", () => {
  const big = endpointOf("big", "http://x/v1")
  const small = endpointOf("small", "http://y/v1", { isShort: true })
  const models = modelsOf([big, small, OFFLINE])
  const names = (...verify: (typeof OFFLINE)[]) =>
    verifyingEndpoints({ tasks: { ...models.tasks, verify } }).map(({ name }) => name)
  expect(names()).toEqual(["big"])
  expect(names(small)).toEqual(["small"])
  const book = {
    used: async () => [],
    begin: () => () => undefined,
    add: async () => undefined,
    settled: async () => undefined
  }
  expect(chooseVerifier({ ...models, tasks: { ...models.tasks, verify: [OFFLINE] } }, book)).toBeUndefined()
})
