import { afterAll, beforeAll, expect, test } from "vitest"
import { gatherWords } from "../../src/masking-rules/refresh-keep-list.ts"
import { ArticleWords } from "../../src/masking/index.ts"
import { readRules, saveRules, undoRules } from "../../src/masking-rules/rules.ts"
import { openKnowledge } from "../knowledge/help/database.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
let ada = { id: "", name: "Ada", role: "admin" as const, groups: [] }
beforeAll(async () => {
  knowledge = await openKnowledge()
  const { id } = await knowledge.db
    .insertInto("people")
    .values({
      id: crypto.randomUUID(),
      name: "Ada",
      role: "admin",
      groups: [],
      vault_key: Buffer.alloc(32),
      created_at: new Date()
    })
    .returning("id")
    .executeTakeFirstOrThrow()
  ada = { ...ada, id }
})
afterAll(() => knowledge.close())

const now = new Date("2026-11-20T10:00:00Z")
const rules = () => readRules(knowledge.db)
const article = (text: string, head = "") => `---\nlocale: en\n${head}---\n# About\n\n${text}\n`

const contact = article(`You reach us by phone on +49 30 9018 2000 or at support@bellavita.example, on working days.

Send returns to Bella Vita Ltd, 12 High Street, Bristol BS1 4ST. The German house is at Lindenstraße 12, 10969 Berlin; in France it is 5 rue de Rivoli, 75001 Paris.

Transfers go to DE89 3704 0044 0532 0130 00, never to another account.

In a hurry, write to Maria Jones at maria.jones@bellavita.example or call Maria Jones on +49 170 1234567.`)
const lamp = (n: number) =>
  article(
    `In our test the Halo Pro lamp was number ${n}. A lamp by Bella Vita is made for years. If you are unsure, ask the shop. You can pay by KlickPay on Monday in Germany. In this case Mr Okafor helps, and so does Emma.`
  )

test("contacts, brands and products of public articles are kept by themselves; a person's are not", async () => {
  await knowledge.import({ "contact.md": contact, "a.md": lamp(1), "b.md": lamp(2), "c.md": lamp(3) })
  const { version, keep, words, proposed, by } = await rules()
  expect({ version, by }).toEqual({ version: 1, by: null })
  expect([...keep].sort()).toEqual(
    [
      "+49 30 9018 2000",
      "12 High Street, Bristol BS1 4ST",
      "5 rue de Rivoli, 75001 Paris",
      "Bella Vita",
      "DE89 3704 0044 0532 0130 00",
      "Halo Pro",
      "KlickPay",
      "Lindenstraße 12, 10969 Berlin",
      "bellavita.example",
      "support@bellavita.example"
    ].sort()
  )
  expect(words).toContainEqual({ word: "Halo Pro", kind: "keep", from: "articles", sort: "brand", articles: 3 })
  expect(words).toContainEqual({ word: "+49 30 9018 2000", kind: "keep", from: "articles", sort: "phone", articles: 1 })
  expect(JSON.stringify(keep)).not.toMatch(/Maria|Emma|Okafor|170 1234567|Monday|Germany/)
  expect(proposed.map(({ word }) => word)).toEqual(
    expect.arrayContaining(["maria.jones@bellavita.example", "+49 170 1234567", "Emma"])
  )
  expect(JSON.stringify(proposed)).not.toContain("Okafor")
})

test("all their words go along, packed, as evidence for masking; those of an internal article don't", async () => {
  const packed = (await rules()).articleWords
  const words = new ArticleWords(packed ?? "")
  expect([
    words.isPlain("transfers"),
    words.isPlain("number"),
    words.isCapital("klickpay"),
    words.isPair("halo", "pro")
  ]).toEqual([false, true, true, true])
  await knowledge.import({ "secret.md": article("The codeword is zwirnfaden.", "visibility: internal\n") })
  expect(new ArticleWords((await rules()).articleWords ?? "").isPlain("zwirnfaden")).toBe(false)
})

test("imported again, nothing is new; what was taken out stays out, what a person said stays in, and nothing of it is proposed", async () => {
  await knowledge.import({})
  const standing = await rules()
  expect(standing.version).toBe(1)
  const keep = [...standing.keep.filter((word) => word !== "KlickPay" && word !== "+49 30 9018 2000"), "Aurora", "Emma"]
  await saveRules(knowledge.db, { version: 1, mode: "strict", keep, names: ["Halo"] }, ada, now)
  await knowledge.import({ "d.md": article("Pay by KlickPay now, or with KlickPay later. It lights Luma Two rooms.") })
  const after = await rules()
  expect(after.keep).not.toContain("KlickPay")
  expect(after.keep).not.toContain("+49 30 9018 2000")
  expect(after.keep).toEqual(expect.arrayContaining(["Aurora", "Emma", "Halo Pro"]))
  expect(after.words).toContainEqual({ word: "Aurora", kind: "keep", from: "team", by: "Ada" })
  expect(after.proposed.map(({ word }) => word)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/KlickPay|^Emma$/)])
  )
  // When a person adds it again, it belongs to them.
  await saveRules(
    knowledge.db,
    { version: after.version, mode: "strict", keep: [...after.keep, "KlickPay"], names: ["Halo"] },
    ada,
    now
  )
  expect((await rules()).words).toContainEqual({ word: "KlickPay", kind: "keep", from: "team", by: "Ada" })
})

test("an article that goes takes its words along; undo brings them back until the next import", async () => {
  const before = await rules()
  await knowledge.import({ "contact.md": article("Nothing is here any more.") })
  const after = await rules()
  expect(after.version).toBe(before.version + 1)
  expect(after.keep).not.toContain("support@bellavita.example")
  expect(after.keep).toContain("Aurora")
  const undone = await undoRules(knowledge.db, { version: after.version, to: before.version }, ada, now)
  expect(undone.keep).toEqual(before.keep)
  await knowledge.import({})
  expect((await rules()).keep).not.toContain("support@bellavita.example")
})

test("internal articles, those of some groups, and past tickets give nothing; German nouns are no brands", async () => {
  const { keep, version } = await rules()
  await knowledge.import({
    "internal/x.md": article("Call +49 30 5555 5555 or mail secret-service@inner.example."),
    "y.md": article("Mail service@groups.example.", "groups: [leads]\n"),
    "z.md": article("Mail service@ticket.example.", "kind: ticket\n"),
    ...Object.fromEntries(
      [1, 2, 3, 4].map((n) => [
        `de/${n}.md`,
        `# Frage ${n}\n\nBitte legen Sie die Rechnung in das Paket, und zahlen Sie mit der Karte.\n`
      ])
    )
  })
  expect(await rules()).toMatchObject({ keep, version })
})

test("the sample shop's articles count only while the team has none", async () => {
  const own = await openKnowledge()
  const kept = async () => (await readRules(own.db)).keep
  await own.import(
    { "a.md": article("Mail help@sample.example for help.") },
    { origin: "sample", collection: "sample", into: "sample" }
  )
  expect(await kept()).toContain("help@sample.example")
  await own.import({ "a.md": article("Mail help@team.example for help.") }, { into: "team" })
  expect(await kept()).toEqual(["help@team.example", "team.example"])
  await own.close()
})

test("over many articles others have their turns, and it can be stopped", async () => {
  const articles = Array.from({ length: 20_000 }, (_, n) =>
    ["Halo Floor Lamp", `Series ${n}`, "Lumen"].map((word) => ({ sort: "brand" as const, word }))
  )
  const stop = new AbortController()
  setImmediate(() => {
    stop.abort()
  })
  await expect(gatherWords(articles, () => false, stop.signal)).rejects.toThrow("aborted")
  expect(
    (await gatherWords(articles.slice(0, 30), () => false, new AbortController().signal)).keep.map(({ word }) => word)
  ).toContain("Halo Floor Lamp")
})

test("a code in a title is kept from the first article on, one in its text or one of figures alone isn't", async () => {
  const own = await openKnowledge()
  await own.import({
    "kettle.md":
      "---\nvisibility: public\nlocale: en\n---\n# Kettle K2 and filter TX-500: data of 2026\n\nThe sample for Q7 has a base of E27 and 100 V."
  })
  expect((await readRules(own.db)).keep).toEqual(["K2", "TX-500"])
  await own.close()
})
