import { afterAll, beforeAll, expect, test } from "vitest"
import { letterDistance } from "../../src/search/spelling/letter-distance.ts"
import { nearWords } from "../../src/search/spelling/near-words.ts"
import { knowsTrigrams, prepareTrigrams } from "../../src/search/spelling/trigrams.ts"
import { createRetriever } from "../../src/search/pages/retriever.ts"
import { createLog } from "../../src/runtime/log.ts"
import { openKnowledge, signal } from "../knowledge/help/database.ts"
import { person, ticket } from "../knowledge/help/tickets.ts"

const pages = {
  "refunds.md": "# Refund policy\n\nWe refund a purchase within thirty days. The policy holds for unused goods.",
  "parcels.md": "# Parcels\n\nA parcel that is missing is searched for by the carrier.",
  "shifts.md": "# Shifts\n\nA shift of our workshop lasts eight hours.",
  "codes.md": "# Errors\n\nE-4012 means that the drum is worn. E-4013 means that it is full.",
  "de/versand.md": "# Versand\n\nDer Versand innerhalb Deutschlands kostet vier Euro."
}
/** PGlite has no trigrams: every slip is tried there. */
const there = process.env["REPLYWRIGHT_STORAGE"] !== "pglite"
let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
  await knowledge.import(pages)
})
afterAll(() => knowledge.close())

const titles = async (what: string, locale = "en") =>
  (await createRetriever(knowledge.db).find({ ...ticket("", what), locale }, person(), signal)).sources.map(
    ({ title }) => title
  )
const near = async (...words: string[]) =>
  Object.fromEntries(await nearWords(knowledge.db, { origins: ["team"] }, words))

test("misspelt words find the page that is meant, in its language", async () => {
  expect((await titles("refnd polcy"))[0]).toBe("Refund policy")
  expect((await titles("Was kostet der Vresand bitte?", "de"))[0]).toBe("Versand")
})

test("one slip is mended; another word is none, nor a figure, a code or a short word", async () => {
  expect(
    await near("parcle", "carier", "parcelxx", "swift", "sharp", "bicycl", "40120", "e-4011", "drom", "deutschlamd")
  ).toEqual({ parcle: "parcel", carier: "carrier", deutschlamd: "deutschland" })
})

test("only a word that stands nowhere is looked for", async () => {
  const asked: string[] = []
  const watched = knowledge.db.withPlugin({
    transformQuery: ({ node }) => (asked.push(node.kind === "RawNode" ? node.sqlFragments.join("") : node.kind), node),
    transformResult: async ({ result }) => result
  })
  const looks = async (text: string) => {
    asked.length = 0
    await createRetriever(watched).find(ticket("", text), person(), signal)
    return asked.filter((one) => one.includes("to_regoperator") || one.includes("word % asked.word")).length
  }
  expect(await looks("The refund policy for my parcel")).toBe(0)
  expect(await looks("The refnd policy for my parcel")).toBe(there ? 2 : 1)
})

const SLIPS = ["parcle", "carier", "parcelxx", "swift", "sharp", "bicycl", "drom", "deutschlamd", "refnd", "polci"]

test("without trigrams the same is found, and the log says once that they are missing", async () => {
  const bare = await openKnowledge()
  try {
    await bare.db.schema.dropIndex("known_words_near").ifExists().execute()
    await bare.import(pages)
    const lines: string[] = []
    expect(await knowsTrigrams(bare.db)).toBe(false)
    expect(await nearWords(bare.db, { origins: ["team"] }, SLIPS)).toEqual(
      await nearWords(knowledge.db, { origins: ["team"] }, SLIPS)
    )
    expect(
      (await createRetriever(bare.db).find(ticket("", "Is there a refund?"), person(), signal)).sources[0]?.title
    ).toBe("Refund policy")
    await prepareTrigrams(
      bare.db,
      createLog((line) => lines.push(line))
    )
    expect(lines.filter((line) => line.includes("no-trigrams"))).toHaveLength(there ? 0 : 1)
    expect(await knowsTrigrams(bare.db)).toBe(there)
  } finally {
    await bare.close()
  }
})

test.each([
  ["order", "oredr", 1],
  ["policy", "polcy", 1],
  ["a", "", 1],
  ["abc", "abc", 0],
  ["kitten", "sitting", 3]
])("%s is made of %s by %d", (a, b, wrong) => {
  expect(letterDistance(a, b)).toBe(wrong)
  expect(letterDistance("shirt", "short", 2)).toBe(2)
})
