import { randomUUID } from "node:crypto"
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest"
import { createRetriever } from "../../src/search/pages/retriever.ts"
import { createVectors, type Vectors, type VectorsTiming } from "../../src/search/vectors/vectors.ts"
import { createLog } from "../../src/runtime/log.ts"
import { NO_MODELS, type Models } from "../../src/models/endpoint/models.ts"
import { createUsageBook } from "../../src/models/usage/usage-book.ts"
import { soon } from "../soon.ts"
import { startEmbedDouble, type EmbedDouble } from "../models/embed-double.ts"
import { endpointOf } from "../models/endpoint.ts"
import { openKnowledge, signal } from "../knowledge/help/database.ts"
import { person, ticket } from "../knowledge/help/tickets.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
let double: EmbedDouble
const lines: string[] = []
const open: Vectors[] = []
beforeAll(async () => {
  knowledge = await openKnowledge()
  double = await startEmbedDouble(["courgette zucchini", "aubergine eggplant", "swede rutabaga"])
  await knowledge.import({
    "zucchini.md": "# Growing green ones\n\nSow the zucchini in May.",
    "eggplant.md": "# Growing purple ones\n\nSow the eggplant under glass.",
    "rutabaga.md": "# Growing round ones\n\nSow the rutabaga in June.",
    "soil.md":
      "# What to do about soil\n\nDig the soil in autumn, add compost, and water it in the evening. You may dig in spring too.",
    "internal/margin.md":
      "---\nvisibility: internal\n---\n# Margins of seeds\n\nThe zucchini earns us secretmargin of forty percent."
  })
})
beforeEach(() => {
  double.requests.length = 0
  lines.length = 0
  double.always({ kind: "vectors" })
})
afterEach(async () => {
  for (const vectors of open.splice(0)) await vectors.close()
})
afterAll(async () => {
  await knowledge.close()
  await double.close()
})

const modelsWith = (model = "seeds", price = 0): Models => {
  const embed = endpointOf("vectors", double.url, { model, price: { in: price, out: 0 } })
  return { ...NO_MODELS, endpoints: [embed], embed }
}
function start({
  models = modelsWith(),
  timing = {}
}: {
  models?: Models
  timing?: Partial<VectorsTiming>
} = {}): Vectors {
  const log = createLog((line) => lines.push(line))
  const vectors = createVectors(knowledge.db, models, createUsageBook(knowledge.db, log), log, {
    look: 20,
    again: 20,
    query: 5_000,
    rest: 0,
    ...timing
  })
  if (!vectors) throw new Error("no vectors")
  open.push(vectors)
  return vectors
}
const whole = async (vectors: Vectors) =>
  soon(async () => expect(await vectors.state()).toMatchObject({ of: 4, done: 4, trouble: null }))
const what = ticket("", "When do I dig for my courgette in spring? [PERSON_1] asks.")
const find = (vectors?: Vectors) => createRetriever(knowledge.db, { vectors }).find(what, person(), signal)
const titles = async (vectors?: Vectors) => (await find(vectors)).sources.map(({ title }) => title)
const stored = () =>
  knowledge.db.selectFrom("passage_vectors").select(["document", "n", "model"]).orderBy("document").execute()

test("public passages get a vector once; what is there is not asked for again", async () => {
  double.next({ kind: "status", status: 429, headers: { "retry-after": "0" } })
  const vectors = start()
  await whole(vectors)
  await vectors.close()
  expect(double.requests).toHaveLength(2)
  expect(double.requests[1]).toHaveLength(4)
  expect(double.requests[1]?.[0]).toContain("Growing purple ones\nSow the eggplant under glass.")
  expect(JSON.stringify(double.requests)).not.toContain("secretmargin")
  const again = start()
  await whole(again)
  await again.close()
  expect(double.requests).toHaveLength(2)
})

test("a page is found by what it means; the words alone find another, and without a model all is as it was", async () => {
  const before = await find()
  expect(before.sources[0]?.title).toBe("What to do about soil")
  expect(before.sources.map(({ title }) => title)).not.toContain("Growing green ones")
  const asking = ticket("Growing", "When do I sow my aubergine?")
  const order = async (vectors?: Vectors) =>
    (await createRetriever(knowledge.db, { vectors }).find(asking, person(), signal)).sources.map(
      ({ title, score }) => ({
        title,
        score
      })
    )
  const [plain, vectors] = [await order(), start()]
  await whole(vectors)
  const near = await order(vectors)
  const place = (list: { title: string }[]) => list.findIndex(({ title }) => title === "Growing purple ones")
  expect(place(near)).toBe(0)
  expect(place(plain)).not.toBe(0)
  expect(double.requests.flat()).toEqual(["Growing\nWhen do I sow my aubergine?"])
  expect(await order()).toEqual(plain)
  expect(await find()).toEqual(before)
  expect(
    createVectors(knowledge.db, NO_MODELS, createUsageBook(knowledge.db, createLog()), createLog())
  ).toBeUndefined()
})

test("no placeholder goes out, and what was asked is counted for who asked", async () => {
  const vectors = start({ models: modelsWith("priced", 1_000_000) })
  await whole(vectors)
  const asker = { ...person(), id: randomUUID() }
  await knowledge.db
    .insertInto("people")
    .values({ ...asker, vault_key: Buffer.alloc(32), created_at: new Date() })
    .execute()
  await createRetriever(knowledge.db, { vectors }).find(what, asker, signal)
  expect(double.requests.at(-1)).toEqual(["When do I dig for my courgette in spring? asks."])
  const rows = () =>
    knowledge.db
      .selectFrom("usage")
      .select(["person", "task", "tokens_in", "cost"])
      .where("model", "=", "priced")
      .orderBy("tokens_in")
      .execute()
  await soon(async () =>
    expect((await rows()).map(({ cost, ...row }) => ({ ...row, cost: Number(cost) }))).toEqual([
      { person: asker.id, task: "embed", tokens_in: "10", cost: 10 },
      { person: null, task: "embed", tokens_in: "40", cost: 40 }
    ])
  )
})

test("a model of another name replaces the vectors; one that gives other lengths makes them anew", async () => {
  double.always({ kind: "vectors", length: 9 })
  const vectors = start({ models: modelsWith("other") })
  await whole(vectors)
  expect(new Set((await stored()).map(({ model }) => model))).toEqual(new Set(["other"]))
  double.always({ kind: "vectors", length: 5 })
  expect(await titles(vectors)).toEqual(await titles())
  await vectors.close()
  await knowledge.db.deleteFrom("passage_vectors").where("document", "like", "%soil").execute()
  await whole(start({ models: modelsWith("other") }))
  expect(
    (await knowledge.db.selectFrom("passage_vectors").select("vector").execute()).map(({ vector }) => vector?.length)
  ).toEqual([5, 5, 5, 5])
})

test.each([
  ["too slow", { kind: "no-answer" }],
  ["a cut connection", { kind: "cut" }],
  ["an error", { kind: "status", status: 500 }],
  ["nonsense", { kind: "nonsense" }],
  ["too few vectors", { kind: "too-few" }],
  ["a text that it refuses", { kind: "status", status: 400 }]
] as const)("a query that gets %s is answered without", async (_, behaviour) => {
  const vectors = start({ timing: { query: 150 } })
  await whole(vectors)
  const plain = await find()
  double.always(behaviour)
  const began = performance.now()
  expect(await find(vectors)).toEqual(plain)
  expect(performance.now() - began).toBeLessThan(3_000)
})

test("a server that is away is told once, in log and list, and asked again until it is back", async () => {
  await knowledge.db.deleteFrom("passage_vectors").execute()
  double.always({ kind: "cut" })
  const log = () =>
    lines.filter((line) => /"(no-vectors|vectors-again)"/.test(line)).map((line) => JSON.parse(line).event)
  const vectors = start({ models: { ...modelsWith("away") } })
  await soon(async () =>
    expect((await vectors.state()).trouble).toMatch(
      /^The embedding model's server at 127\.0\.0\.1:\d+ can't be reached, or breaks/
    )
  )
  expect(await titles(vectors)).toEqual(await titles())
  double.always({ kind: "vectors" })
  await soon(async () => expect(await vectors.state()).toMatchObject({ done: 4, trouble: null }))
  expect(log()).toEqual(["no-vectors", "vectors-again"])
})

test("what is too much at once is asked for in halves; a passage that is refused alone is left out, and not asked for again", async () => {
  double.limits.texts = 2
  double.limits.characters = 80
  const vectors = start({ models: modelsWith("small") })
  await whole(vectors)
  expect(double.requests.map((texts) => texts.length)).toEqual([4, 2, 2, 1, 1])
  const asked = double.requests.length
  expect(
    (await knowledge.db.selectFrom("passage_vectors").select("document").where("vector", "is", null).execute()).map(
      ({ document }) => document
    )
  ).toEqual([expect.stringMatching(/soil$/)])
  double.limits.texts = double.limits.characters = Infinity
  await vectors.close()
  const again = start({ models: modelsWith("small") })
  await whole(again)
  await again.close()
  expect(double.requests).toHaveLength(asked)
})

test("what an import brings gets its vector, what it takes away loses it", async () => {
  const vectors = start()
  await whole(vectors)
  await knowledge.import({
    "soil.md": "# What to do about soil\n\nNever dig.",
    "new.md": "# Storing swede\n\nKeep the rutabaga in sand."
  })
  await soon(async () => expect(await vectors.state()).toMatchObject({ of: 5, done: 5 }))
  expect(double.requests.flat().filter((text) => text.includes("Never dig"))).toHaveLength(1)
})
