import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { createReranker, type RerankerTiming } from "../../src/search/reranking/reranker.ts"
import { createRetriever } from "../../src/search/pages/retriever.ts"
import { createLog } from "../../src/runtime/log.ts"
import { NO_MODELS } from "../../src/models/endpoint/models.ts"
import { createUsageBook } from "../../src/models/usage/usage-book.ts"
import { assemblePipeline } from "../../src/relay/server/assemble-pipeline.ts"
import { startRerankDouble, type RerankDouble } from "../models/rerank-double.ts"
import { endpointOf } from "../models/endpoint.ts"
import { openKnowledge, signal } from "../knowledge/help/database.ts"
import { person, ticket } from "../knowledge/help/tickets.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
let double: RerankDouble
const lines: string[] = []
beforeAll(async () => {
  knowledge = await openKnowledge()
  double = await startRerankDouble(["autumn", "wheelbarrow"])
  await knowledge.import({
    "spring.md": "# Dig the soil\n\nDig the soil in spring, and dig the soil twice.",
    "autumn.md": "# Dig in autumn\n\nDig the soil in autumn with a wheelbarrow beside you.",
    "winter.md": "# Dig in winter\n\nNobody digs frozen soil, so dig in autumn.",
    "internal/margin.md": "---\nvisibility: internal\n---\n# Dig the soil: margins\n\nDig the soil for a secretmargin."
  })
})
beforeEach(() => {
  double.requests.length = 0
  lines.length = 0
  double.shape = "documents"
  double.always({ kind: "scores" })
})
afterAll(async () => {
  await knowledge.close()
  await double.close()
})

const book = () =>
  createUsageBook(
    knowledge.db,
    createLog(() => undefined)
  )
function rerankerOf(timing: Partial<RerankerTiming> = {}, price = 0, budget?: number) {
  const rerank = endpointOf("order", double.url, { price: { in: price, out: 0 } })
  const models = { ...NO_MODELS, endpoints: [rerank], rerank, budgets: { ...NO_MODELS.budgets, cost: budget } }
  return createReranker(
    models,
    book(),
    createLog((line) => lines.push(line)),
    { wait: 5000, rest: 0, ...timing }
  )
}
const what = ticket("", "When do I dig the soil? [PERSON_1] asks.")
const titles = async (reranker = rerankerOf()) =>
  (await createRetriever(knowledge.db, { reranker }).find(what, person("agents"), signal)).sources.map(
    ({ title }) => title
  )
const own = async () =>
  (await createRetriever(knowledge.db).find(what, person("agents"), signal)).sources.map(({ title }) => title)

test("the model's order stands, internal pages keep their place and are never sent, a place keeps its score", async () => {
  const before = await own()
  expect(before[0]).not.toBe("Dig in autumn")
  const after = await titles()
  expect(after.filter((title) => !title.includes("margins"))).toEqual([
    "Dig in autumn",
    "Dig in winter",
    "Dig the soil"
  ])
  expect(after.indexOf("Dig the soil: margins")).toBe(before.indexOf("Dig the soil: margins"))
  expect(double.requests).toHaveLength(1)
  expect(JSON.stringify(double.requests)).not.toMatch(/secretmargin|PERSON_1/)
  expect(double.requests[0]?.query).toBe("When do I dig the soil? asks.")
  const { sources } = await createRetriever(knowledge.db, { reranker: rerankerOf() }).find(
    what,
    person("agents"),
    signal
  )
  const scores = sources.map(({ score }) => score)
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
})

test("a page that the agent chose stays first", async () => {
  const { sources } = await createRetriever(knowledge.db).find(what, person("agents"), signal)
  const spring = sources.find(({ title }) => title === "Dig the soil")?.id ?? ""
  const found = await createRetriever(knowledge.db, { reranker: rerankerOf() }).find(
    what,
    person("agents"),
    signal,
    5,
    { use: [spring], not: [] }
  )
  expect(found.sources.map(({ title }) => title).slice(0, 2)).toEqual(["Dig the soil", "Dig in autumn"])
})

test("a server of the other shape is asked in its own, and from then on at once", async () => {
  double.shape = "texts"
  const reranker = rerankerOf()
  expect((await titles(reranker))[0]).toBe("Dig in autumn")
  expect((await titles(reranker))[0]).toBe("Dig in autumn")
  expect(double.requests).toHaveLength(2)
})

test.each([
  ["nonsense", "holds no scores"],
  ["unknown-text", "names text"],
  ["twice", "twice"],
  ["without-score", "without a score"]
] as const)("an answer that can't be read (%s) changes nothing and is logged", async (kind, why) => {
  double.always({ kind })
  expect(await titles()).toEqual(await own())
  expect(lines.join()).toContain("pages-not-reranked")
  expect(lines.join()).toContain(why)
})

test("a text that the answer leaves out goes behind those with a score", async () => {
  double.always({ kind: "some" })
  expect((await titles())[0]).toBe("Dig in autumn")
})

test.each([500, 401, 429])("a server that answers %i changes nothing", async (status) => {
  double.always({ kind: "status", status })
  expect(await titles()).toEqual(await own())
})

test("a model that is late isn't waited for, and has a rest", async () => {
  double.always({ kind: "no-answer" })
  const reranker = rerankerOf({ wait: 300, rest: 60_000 })
  const began = performance.now()
  expect(await titles(reranker)).toEqual(await own())
  expect(performance.now() - began).toBeLessThan(2000)
  expect(lines.join()).toContain("too slow")
  await titles(reranker)
  expect(double.requests).toHaveLength(1)
})

test("who has no money left gets the own order, and what is used is counted", async () => {
  const asker = { ...person("agents"), id: crypto.randomUUID() }
  await knowledge.db
    .insertInto("people")
    .values({ ...asker, vault_key: Buffer.alloc(32), created_at: new Date() })
    .execute()
  await createRetriever(knowledge.db, { reranker: rerankerOf({}, 1, 0.00001) }).find(what, asker, signal)
  expect(double.requests).toHaveLength(1)
  await expect
    .poll(() => knowledge.db.selectFrom("usage").select(["task", "tokens_in"]).where("task", "=", "rerank").execute())
    .toMatchObject([{ task: "rerank" }])
  await createRetriever(knowledge.db, { reranker: rerankerOf({}, 1, 0.00001) }).find(what, asker, signal)
  expect(double.requests).toHaveLength(1)
})

test("the pipeline's version names the re-ranking model", () => {
  const version = (searchModels = {}) => assemblePipeline(NO_MODELS, knowledge.db, book(), searchModels).version
  expect(version({ reranker: rerankerOf() })).not.toBe(version())
})
