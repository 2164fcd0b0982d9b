import { afterAll, beforeAll, expect, test } from "vitest"
import { createRetriever } from "../../src/search/pages/retriever.ts"
import { openKnowledge, signal } from "../knowledge/help/database.ts"
import { person, ticket } from "../knowledge/help/tickets.ts"
import { letterDistance, nearWords } from "../../src/search/spelling/correct-query.ts"

const pages = {
  "refunds.md": "# Refund policy\n\nWe refund a purchase within thirty days. The policy holds for unused goods.",
  "parcels.md": "# Parcels\n\nA parcel that is missing is searched for by the carrier.",
  "shifts.md": "# Shifts\n\nA shift of our workshop lasts eight hours.",
  "codes.md": "# Errors\n\nE-4012 means that the drum is worn. E-4013 means that it is full.",
  "de/versand.md": "# Versand\n\nDer Versand innerhalb Deutschlands kostet vier Euro."
}
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
    return asked.filter((one) => one.includes("select word, sum(passages) as passages")).length
  }
  // The words of the ticket itself are counted in the statement that finds the passages.
  expect(await looks("The refund policy for my parcel")).toBe(0)
  expect(await looks("The refnd policy for my parcel")).toBe(2)
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
