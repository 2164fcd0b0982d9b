import { afterAll, beforeAll, expect, test } from "vitest"
import { synonymsOf } from "../../src/search/synonyms/synonyms.ts"
import { queryOf } from "../../src/search/query/query.ts"
import { createRetriever } from "../../src/search/pages/retriever.ts"
import { stems } from "../../src/search/words/stems.ts"
import { openKnowledge, signal } from "../knowledge/help/database.ts"
import { person, ticket } from "../knowledge/help/tickets.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
const policy =
  "A blender may go into the dishwasher up to 60 degrees, but never its motor base. Wipe the base with a damp cloth, dry the blades by hand and let the jar cool down before you put the lid on top of it."
beforeAll(async () => {
  knowledge = await openKnowledge()
  await knowledge.import({
    "returns.md": "# Returning a purchase\n\nWe accept returns within thirty days.",
    "hours.md": "# Opening hours\n\nOur shop opens at nine.",
    "recycling.md": "# Old batteries\n\nBring batteries to any collection point.",
    "de/lampe.md": "# Lampenschirm\n\nEin neuer Schirm kostet zwölf Euro.",
    "de/fahrrad.md": "# Fahrrad\n\nWir reparieren Räder.",
    "fr/zephyron.md": "# Zephyron\n\nLe Zephyron pèse deux kilos.",
    "a/blender.md": `---\nurl: https://help.example/blender\n---\n# Cleaning a blender\n\n${policy}`,
    "b/blender.md": `---\nurl: https://old.example/blender\n---\n# Cleaning a blender\n\n${policy}`,
    "internal/blender.md": `# Cleaning a blender\n\n${policy}`
  })
})
afterAll(() => knowledge.close())

const search = async (what: string, locale = "en") =>
  (await createRetriever(knowledge.db).find({ ...ticket("", what), locale }, person(), signal)).sources
const titles = async (what: string, locale?: string) => (await search(what, locale)).map(({ title }) => title)

test("a page is found by what a customer means, where no word is the same", async () => {
  expect((await titles("It is not for me. Can I give it back?"))[0]).toBe("Returning a purchase")
})

test("a German compound is found by its members, and finds them", async () => {
  expect((await titles("Die Lampe hat einen Sprung, der Schirm ist hin.", "de"))[0]).toBe("Lampenschirm")
  expect((await titles("Ersatz für den Glasschirm?", "de"))[0]).toBe("Lampenschirm")
})

test("a product's name is found in a page of another language", async () => {
  expect(await titles("How heavy is the Zephyron?")).toContain("Zephyron")
})

test("near copies are one result with every address; an internal copy stays a result of its own", async () => {
  const found = (await search("Can the blender go into the dishwasher?")).filter(
    ({ title }) => title === "Cleaning a blender"
  )
  expect(found.map(({ visibility, also }) => [visibility, also?.length ?? 0])).toEqual(
    expect.arrayContaining([
      ["public", 1],
      ["internal", 0]
    ])
  )
  expect(found).toHaveLength(2)
  const shown = found.find(({ visibility }) => visibility === "public")
  expect([shown?.url, shown?.also?.[0]?.url].sort()).toEqual([
    "https://help.example/blender",
    "https://old.example/blender"
  ])
  expect(shown?.version).toBe(1)
})

test.each([
  ["en", "send back", "I have sent it right back"],
  ["de", "Versandkosten", "Porto"],
  ["fr", "remboursement", "être remboursée"],
  ["es", "devolución", "quiero devolverlo"],
  ["pt", "reembolso", "devolver o dinheiro"],
  ["ja", "キャンセル", "取り消し"]
])('%s: %s and "%s" share a meaning', (language, one, other) => {
  const marks = (text: string) => new Set(synonymsOf(stems(text, language), language))
  expect([...marks(one).intersection(marks(other))]).not.toEqual([])
})

test("marks of one language are no other's, and words that no group knows have none", () => {
  expect(synonymsOf(stems("Porto", "de"), "de").every((mark) => mark.startsWith("~de"))).toBe(true)
  expect(synonymsOf(["zyxw"], "en")).toEqual([])
  expect(synonymsOf(stems("refund", "en"), "it")).toEqual([])
})

test("French keeps the word behind an elided article", () => {
  expect(stems("Où est l'étiquette d'expédition ?", "fr")).toHaveLength(2)
})

test("Japanese keeps its voicing marks: a card is no cart", () => {
  expect(stems("カード", "ja")).not.toEqual(stems("カート", "ja"))
})

test("tags and scripts that a customer pastes are not searched for", () => {
  const { surface } = queryOf(
    ticket(
      'Refund <script>document.title="taken"</script> please',
      "Where is it? <img src=x onerror=steal()> 3 < 5 lamps"
    )
  )
  const words = [...surface.values()].map((word) => word.toLowerCase())
  expect(words).toContain("refund")
  expect(words).toContain("lamps")
  for (const word of ["document", "script", "taken", "img", "onerror"]) expect(words).not.toContain(word)
})
