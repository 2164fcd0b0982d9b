import { setTimeout as pause } from "node:timers/promises"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { chooseJudge } from "../../../src/models/choose-model.ts"
import { unaskedTasks, OFFLINE } from "../../../src/models/endpoint/models.ts"
import { createModelDrafter } from "../../../src/models/openai/openai-drafter.ts"
import type { UsageBook, UsageEntry } from "../../../src/models/usage/usage-book.ts"
import { createPipeline } from "../../../src/relay/drafting/pipeline/pipeline.ts"
import type { PipelineEvent } from "../../../src/relay/drafting/pipeline/pipeline-events.ts"
import { createOfflineSummariser } from "../../../src/relay/drafting/summary/summary.ts"
import { startModelDouble, type Behaviour, type ModelDouble } from "../../models/double.ts"
import { endpointOf, modelsOf } from "../../models/endpoint.ts"
import { jobOf } from "../../models/job.ts"

let writer: ModelDouble
let judge: ModelDouble
beforeEach(async () => {
  writer = await startModelDouble({
    kind: "text",
    text: "Hello [PERSON_1],\n\nLamps can be sent back within 30 days. [1] The shop has 14 blue doors. [2]\n\nKind regards\n[PERSON_2]"
  })
  judge = await startModelDouble()
})
afterEach(async () => {
  await writer.close()
  await judge.close()
})

const PERSON = { id: "p", name: "Ben", role: "agent" as const, groups: [] }

/** Makes a draft whose judge behaves like this, and returns its end and what the judge has used. */
async function judged(behaviour: Behaviour, options: { judgeMs?: number; cost?: number } = {}) {
  judge.always(behaviour)
  const used: UsageEntry[] = []
  const book: UsageBook = {
    spent: async () => 5,
    begin: () => () => undefined,
    add: async (entry) => void used.push(entry),
    settled: async () => undefined
  }
  const endpoint = endpointOf("judge", judge.url, { price: { in: 1_000_000, out: 0 }, firstByteMs: 60_000 })
  const models = modelsOf([OFFLINE], options.cost === undefined ? {} : { cost: options.cost })
  const { retrieval: found, request } = jobOf()
  const pipeline = createPipeline({
    retriever: { find: async () => found },
    drafter: createModelDrafter({ baseUrl: writer.url, name: "writer", pauseMs: 1 }),
    summariser: createOfflineSummariser(),
    judge: chooseJudge({ ...models, tasks: { ...models.tasks, judge: [endpoint] } }, book),
    ...(options.judgeMs === undefined ? {} : { judgeMs: options.judgeMs })
  })
  const events: PipelineEvent[] = []
  await pipeline.run(request, PERSON, (event) => events.push(event), new AbortController().signal)
  const end = events.at(-1)
  if (end?.type !== "draft-end") throw new Error("There is no draft.")
  return { end, used, marks: end.claims.map(({ state, judged: said }) => [state, said]) }
}
/** Gives these verdicts and then, of the two sentences and the altered one that tests the judge, notices the last. */
const says = (...verdicts: [n: number, verdict: string][]): Behaviour => answers(...verdicts, [3, "contradicted"])
const answers = (...verdicts: [n: number, verdict: string][]): Behaviour => ({
  kind: "text",
  text: JSON.stringify({ verdicts: verdicts.map(([n, verdict]) => ({ n, verdict })) })
})
const RULES_ALONE = [
  ["courtesy", undefined],
  ["supported", undefined],
  ["no-source", undefined],
  ["courtesy", undefined],
  ["courtesy", undefined]
]

test("one request holds each sentence with its evidence, behind a boundary, in a shape that the server can enforce", async () => {
  await judged(says([1, "supported"], [2, "supported"]))
  expect(judge.requests).toHaveLength(1)
  const body = JSON.parse(judge.requests[0]?.body ?? "")
  expect(body).toMatchObject({ model: "judge-model", stream: true, response_format: { type: "json_schema" } })
  const user: string = body.messages[1].content
  expect(user).toMatch(/--- SENTENCE 1 \(evidence 1\) \w{16} ---\n\| Lamps can be sent back within 30 days\.\n/)
  expect(user).toMatch(/--- SENTENCE 2 \(evidence 2\) \w{16} ---\n\| The shop has 14 blue doors\.\n/)
  expect(user).toMatch(/--- EVIDENCE 1 \w{16} ---\n\| Returning a lamp\n\| Lamps can be sent back/)
  expect(user).not.toContain("Kind regards")
})

test("it confirms, and its cost is counted as the judge's", async () => {
  const { end, marks, used } = await judged(says([1, "supported"]))
  expect(marks[1]).toEqual(["supported", "confirmed"])
  expect(end.judge).toEqual({ model: "judge-model", state: "done", confirmed: 1, doubted: 0 })
  expect(used).toEqual([expect.objectContaining({ task: "judge", person: "p", in: 11, out: 7, cost: 11 })])
})

test.each(["not-supported", "contradicted"])("it adds doubt (%s) to what a rule found supported", async (verdict) => {
  const { end, marks } = await judged(says([1, verdict]))
  expect(marks[1]).toEqual(["no-source", "doubted"])
  expect(end.claims[1]).toMatchObject({ reason: "judge", sources: [], cited: [1] })
})

test("who doesn't notice an altered figure is left out, and it is said", async () => {
  const { end, marks } = await judged(answers([1, "contradicted"], [2, "supported"], [3, "supported"]))
  expect(JSON.parse(judge.requests[0]?.body ?? "").messages[1].content).toMatch(
    /--- SENTENCE 3 \(evidence 1\) \w{16} ---\n\| Lamps can be sent back within 34 days/
  )
  expect(marks).toEqual(RULES_ALONE)
  expect(end.judge).toEqual({ model: "judge-model", state: "unreliable", confirmed: 0, doubted: 0 })
})

test("it never hides a rule's finding", async () => {
  const { end, marks } = await judged(says([2, "supported"]))
  expect(marks[2]).toEqual(["no-source", "confirmed"])
  expect(end.claims[2]).not.toHaveProperty("reason", "judge")
})

test("a letter in another language: the counts are those of the marks that are shown", async () => {
  writer.always({
    kind: "text",
    text: "Guten Tag [PERSON_1],\n\nSie können die Lampe innerhalb von 30 Tagen an uns zurückschicken.\n\nFreundliche Grüße\n[PERSON_2]"
  })
  // Its first sentence is the greeting, and the one that tests the judge is the fourth.
  const { end, marks } = await judged(answers([1, "supported"], [2, "contradicted"], [4, "contradicted"]))
  const count = (what: string) => marks.filter(([, said]) => said === what).length
  expect(end.judge).toMatchObject({ state: "done", confirmed: count("confirmed"), doubted: count("doubted") })
  expect(count("confirmed") + count("doubted")).toBe(2)
})

test("of a very long letter, it is said how many sentences were not judged", async () => {
  const long = Array.from({ length: 43 }, (_, at) => `Lamp ${at + 1} can be sent back within 30 days.`).join(" ")
  writer.always({ kind: "text", text: `Hello [PERSON_1],\n\n${long}\n\nKind regards\n[PERSON_2]` })
  const { end } = await judged(answers([1, "supported"], [41, "contradicted"]))
  expect(end.judge).toMatchObject({ state: "done", unasked: 3 })
})

describe("answers in other forms", () => {
  test.each([
    [
      "reordered",
      '{"verdicts":[{"n":2,"verdict":"unclear"},{"n":3,"verdict":"contradicted"},{"n":1,"verdict":"supported"}]}'
    ],
    ["in a code block", '```json\n{"verdicts":[{"n":1,"verdict":"supported"},{"n":3,"verdict":"contradicted"}]}\n```'],
    ["a bare list", '[{"n":"1","verdict":"supported"},{"n":"3","verdict":"contradicted"}]'],
    [
      "after its thoughts",
      '<think>{"verdicts": no}</think>{"verdicts":[{"n":1,"verdict":"supported"},{"n":3,"verdict":"contradicted"}]}'
    ],
    [
      "with sentences that nobody asked about",
      '{"verdicts":[{"n":9,"verdict":"contradicted"},{"n":1,"verdict":"supported"},{"n":3,"verdict":"contradicted"}]}'
    ],
    [
      "with entries that are none",
      '{"verdicts":[7,{"n":2,"verdict":"maybe"},{"n":1,"verdict":"supported"},{"n":3,"verdict":"contradicted"}]}'
    ]
  ])("%s", async (_what, text) => {
    const { marks } = await judged({ kind: "text", text })
    expect(marks).toEqual([RULES_ALONE[0], ["supported", "confirmed"], ...RULES_ALONE.slice(2)])
  })

  test("two verdicts on one sentence that differ count for nothing", async () => {
    const { marks, end } = await judged(says([1, "supported"], [1, "contradicted"], [2, "unclear"]))
    expect(marks).toEqual(RULES_ALONE)
    expect(end.judge).toMatchObject({ state: "done", confirmed: 0, doubted: 0 })
  })

  test("a server that doesn't know the shape is asked again without it", async () => {
    judge.next({ kind: "status", status: 400, body: '{"error":{"message":"response_format is not supported"}}' })
    const { marks } = await judged(says([1, "supported"]))
    expect(marks[1]).toEqual(["supported", "confirmed"])
    expect(JSON.parse(judge.requests[1]?.body ?? "")).not.toHaveProperty("response_format")
  })
})

describe("a judge that gives no verdict is said, and the rules stand", () => {
  test.each([
    ["malformed", "I think that all of it is fine!"],
    ["malformed", '{"verdicts": [{"n": 1, "verdict": "supp'],
    ["malformed", '{"verdicts": []}'],
    ["failed", ""]
  ] as const)("%s: %j", async (state, text) => {
    const { end, marks } = await judged({ kind: "text", text })
    expect(marks).toEqual(RULES_ALONE)
    expect(end.judge).toEqual({ model: "judge-model", state, confirmed: 0, doubted: 0 })
  })

  test("late: the draft doesn't wait for it", async () => {
    const began = performance.now()
    const { end, marks } = await judged({ kind: "no-answer" }, { judgeMs: 100 })
    expect(performance.now() - began).toBeLessThan(5000)
    expect(marks).toEqual(RULES_ALONE)
    expect(end.judge?.state).toBe("late")
    await pause(0)
    expect(await (await judge.request(0)).closed).toEqual({ early: true })
  })

  test.each([
    { kind: "status", status: 401 },
    { kind: "cut", text: '{"verdicts":[' }
  ] as const)("failed: $kind", async (behaviour) => {
    const { end, marks } = await judged(behaviour)
    expect(marks).toEqual(RULES_ALONE)
    expect(end.judge?.state).toBe("failed")
  })

  test("a budget that is used up: nobody is asked", async () => {
    const { end } = await judged(says([1, "supported"]), { cost: 1 })
    expect(end.judge?.state).toBe("failed")
    expect(judge.requests).toEqual([])
  })
})

test("a model named as judge is asked, and the offline drafter judges nothing", () => {
  const models = modelsOf([OFFLINE])
  const judges = (...order: (typeof OFFLINE)[]) => unaskedTasks({ ...models, tasks: { ...models.tasks, judge: order } })
  expect(judges(endpointOf("judge", "http://x/v1"))).toEqual([])
  expect(judges(OFFLINE)).toEqual(["judge"])
})
