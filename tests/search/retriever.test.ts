import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { importFolder } from "../../src/knowledge/import/import-folder.ts"
import { createRetriever } from "../../src/search/pages/retriever.ts"
import { LEAST_CHANCE } from "../../src/search/rank/chance-of-answer.ts"
import type { MaskedTicket } from "../../src/ticket/masked-ticket.ts"
import { openKnowledge, signal } from "../knowledge/help/database.ts"
import { person, sampleTicket, ticket } from "../knowledge/help/tickets.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
  await importFolder(knowledge.db, join(import.meta.dirname, "../../demo/knowledge"), {
    origin: "sample",
    collection: "sample",
    signal
  })
  await knowledge.import({
    "boilers.md": "# Boiler service\n\nA boiler service costs 90 pounds and takes one hour.",
    "codes.md": "# Error codes of the printer\n\nE-17 means that the roll is empty. E-18 means that the cover is open.",
    "leads.md":
      "---\nvisibility: internal\ngroups: [leads]\n---\n# Goodwill for boilers\n\nA lead may waive the cost of a boiler service once.",
    "agents.md": "---\nvisibility: internal\n---\n# Boiler parts\n\nBoiler parts cost us 40 pounds.",
    "de/boiler.md": "# Wartung der Therme\n\nDie Wartung der Therme kostet 90 Pfund. Boiler heißt auf Deutsch Therme."
  })
})
afterAll(() => knowledge.close())

const find = (what: MaskedTicket, ...groups: string[]) =>
  createRetriever(knowledge.db).find(what, person(...groups), signal)
const ids = async (what: MaskedTicket, ...groups: string[]) =>
  (await find(what, ...groups)).sources.map(({ id }) => id.replace(/^articles-[0-9a-f]{6}\//, ""))

test.each([
  ["1001", "sample/en/delivery-missing"],
  ["1002", "sample/de/erstattung"],
  ["1003", "sample/fr/garantie"],
  ["1005", "sample/es/factura"],
  ["1006", "sample/pt/devolucoes"],
  ["1007", "sample/ja/haitatsu-fumei"],
  ["1011", "sample/de/zustellung-fehlt"],
  ["1012", "sample/en/payment-and-double-charges"],
  ["1013", "sample/fr/colis-manquant"],
  ["1014", "sample/es/reembolsos"],
  ["1015", "sample/pt/encomenda-perdida"],
  ["1016", "sample/en/lamps-halo"]
])("sample ticket %s finds %s first", async (id, document) => {
  const found = await find(sampleTicket(id), "agents")
  expect(found.sources[0]?.id).toBe(document)
  expect(found.sources.map(({ n }) => n)).toEqual(found.sources.map((_, at) => at + 1))
  for (const { score } of found.sources) expect(score).toBeGreaterThanOrEqual(0)
  for (const { score } of found.sources) expect(score).toBeLessThanOrEqual(1)
})

test("the source brings the part that answers, with its headings and date", async () => {
  const [source] = (await find(sampleTicket("1001"))).sources
  expect(source).toMatchObject({
    title: "Shown as delivered, but missing",
    kind: "article",
    visibility: "public",
    locale: "en",
    changed: "2026-09-03"
  })
  expect(source?.passage).toContain("The carrier answers within five working days.")
})

test("a real ticket never gets the invented shop's rules, whatever it asks and whoever asks", async () => {
  const sample = sampleTicket("1001")
  for (const helpdesk of ["zendesk", "request-tracker", "", "SAMPLE", "sample "]) {
    const found = await find({ ...sample, helpdesk }, "agents", "leads", "sample")
    expect(found.sources.filter(({ id }) => id.startsWith("sample/"))).toEqual([])
    expect(found.documents).toBeLessThan(6)
  }
  expect((await find(sample)).sources.some(({ id }) => id.startsWith("sample/"))).toBe(true)
})

test("groups are kept: leads see theirs, others and unknown groups only what is everybody's", async () => {
  const question = ticket("Boiler service", "What does a boiler service cost? Could you waive it once, as goodwill?")
  expect(await ids(question, "leads")).toContain("leads")
  for (const groups of [[], ["agents"], ["lead"], ["'; drop table documents; --"]])
    expect(await ids(question, ...groups)).not.toContain("leads")
  expect(await ids(question)).toContain("agents")
  const internal = (await find(question, "leads")).sources.filter(({ visibility }) => visibility === "internal")
  expect(internal.map(({ title }) => title).sort()).toEqual(["Boiler parts", "Goodwill for boilers"])
})

test("internal pages stand beside five public ones and take no public page's place", async () => {
  const library = await openKnowledge()
  const shelf = (n: number) => `Shelf plan ${n}: the oak shelf ${"abcdefg".charAt(n)} carries thirty kilos.`
  await library.import({
    ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`shelf-${n}.md`, `# Oak shelf ${n}\n\n${shelf(n)}`])),
    ...Object.fromEntries(
      [1, 2, 3].map((n) => [
        `own-${n}.md`,
        `---\nvisibility: internal\n---\n# Oak shelf load, oak shelf\n\nOur oak shelf ${n} load.`
      ])
    )
  })
  const asked = ticket("Oak shelf load", "What load may the oak shelf carry?")
  const { sources } = await createRetriever(library.db).find(asked, person(), signal)
  const quotable = sources.filter(({ visibility }) => visibility === "public")
  expect(quotable).toHaveLength(5)
  expect(sources.length).toBeGreaterThan(5)
  expect(sources.length).toBeLessThanOrEqual(7)
  expect(sources.map(({ n }) => n)).toEqual(sources.map((_, at) => at + 1))
  await library.close()
})

test("an internal page that answers makes no public page look as if it did", async () => {
  const question = ticket("Boiler parts", "Do boiler parts cost us 40 pounds?")
  expect((await ids(question))[0]).toBe("agents")
  expect((await find(question)).chance).toBeLessThan(LEAST_CHANCE)
})

test("language prefers and never filters", async () => {
  expect(
    (await ids({ ...ticket("Therme", "Was kostet die Wartung der Therme bei Ihnen, bitte?"), locale: "de" }))[0]
  ).toBe("de/boiler")
  expect(await ids(ticket("Boiler", "How much is the yearly service for my boiler please?"))).toContain("de/boiler")
})

test("a code is found as it is written", async () => {
  expect((await ids(ticket("Printer", "It shows E-17 all the time.")))[0]).toBe("codes")
})

test("quoted mail and placeholders are not searched for", async () => {
  const found = await find(
    ticket(
      "Question",
      "Does [PERSON_1] from [EMAIL_3] need a boiler?\n\nOn Mon, 16 Nov 2026 at 09:30, Support <care@shop.example> wrote:\n> The printer shows E-17 when the roll is empty."
    )
  )
  expect(found.searched.join(" ")).not.toMatch(/PERSON|EMAIL|printer|E-17/i)
  expect(found.sources.map(({ title }) => title)).not.toContain("Error codes of the printer")
})

test.each([
  ["no messages", ticket("")],
  ["one emoji", ticket("🙂", "🙂")],
  ["a language without articles", { ...ticket("Kattila", "Paljonko kattilan vuosihuolto maksaa?"), locale: "fi" }],
  ["nothing but stop words", ticket("", "it is what it is")],
  ["quotes and operators of a search", ticket("'", "' | & ! <-> :* \\' \0 ) ( 'boiler")],
  ["a word of 20,000 letters", ticket("", "x".repeat(20_000))]
])("%s: no error", async (_, what) => {
  expect((await find(what)).documents).toBe(4)
})

test("100,000 characters are searched in good time", async () => {
  const words = Array.from({ length: 16_000 }, (_, at) => `word${at % 3000}`)
    .join(" ")
    .slice(0, 99_000)
  const began = performance.now()
  const found = await find(ticket("Boiler service cost", "What does a boiler service cost?", words))
  expect(found.sources.map(({ title }) => title)).toContain("Boiler service")
  expect(performance.now() - began).toBeLessThan(5_000)
})

test("an aborted search says so", async () => {
  const stop = new AbortController()
  stop.abort(new Error("stopped"))
  await expect(createRetriever(knowledge.db).find(ticket("Boiler", "Cost?"), person(), stop.signal)).rejects.toThrow(
    "stopped"
  )
})

test.each([
  [
    "two",
    [
      "Hello, my order is shown as delivered, but there is no parcel here. Can you find it?",
      "Guten Tag, mein Paket gilt als zugestellt, fehlt aber. Wie lange dauert die Suche?"
    ],
    "sample/de/zustellung-fehlt"
  ],
  [
    "three",
    [
      "Guten Tag, mein Paket gilt als zugestellt, fehlt aber. Können Sie es suchen?",
      "Hello, can you tell me whether the carrier has found the parcel?",
      "Bonjour, mon colis indiqué comme livré manque toujours. Combien de temps dure la recherche ?"
    ],
    "sample/fr/colis-manquant"
  ]
])("a thread in %s languages is searched for in that of its newest message", async (_, texts, document) => {
  const { sources, searched } = await find({ ...ticket("", ...texts), helpdesk: "sample" })
  expect(sources[0]?.id).toBe(document)
  expect(searched.join(" ")).not.toMatch(/parcel|carrier|hello/i)
})
