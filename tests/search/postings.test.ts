import type { KyselyPlugin } from "kysely"
import { Migrator } from "kysely/migration"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { invert } from "../../src/search/postings/posting-list.ts"
import { readPostings, compactPostings } from "../../src/search/postings/posting-store.ts"
import { PassageReader } from "../../src/search/postings/passage-reader.ts"
import { heaviestDocuments, weighDocuments } from "../../src/search/postings/weigh-documents.ts"
import { linesOfWords, passagesOfLines, WordTable } from "../../src/search/postings/word-lines.ts"
import { createRetriever } from "../../src/search/pages/retriever.ts"
import { migrations } from "../../src/storage/migrations/index.ts"
import { openKnowledge, signal } from "../knowledge/help/database.ts"
import { countsAgree, rowsOf } from "../knowledge/help/rows.ts"
import { person, ticket } from "../knowledge/help/tickets.ts"

describe("words and their passages", () => {
  test("the words of passages go into lines and come back", () => {
    const passages = [
      { words: ["kettl", "boil", "ll-48213"], titleWords: 1, headingWords: 0, synonyms: ["~en4", "~en9"] },
      { words: [], titleWords: 0, headingWords: 0, synonyms: [] }
    ]
    expect(passagesOfLines(linesOfWords(passages))).toEqual(
      passages.map(({ words, titleWords, headingWords, synonyms }) => ({
        words,
        title: titleWords,
        headings: headingWords,
        synonyms
      }))
    )
    expect(passagesOfLines("")).toEqual([])
  })

  test("which of some words stand where is told without taking the lines apart, as by taking them apart", () => {
    const random = randomOf(5)
    const reader = new PassageReader()
    const some = (most: number) =>
      Array.from({ length: Math.floor(random() * most) }, () => MANY[Math.floor(random() * MANY.length)] ?? "")
    for (let round = 0; round < 200; round++) {
      const passages = Array.from({ length: Math.floor(random() * 6) }, () => {
        const words = some(round % 50 ? 20 : 2_000)
        const titleWords = Math.floor(random() * (words.length + 1))
        return {
          words,
          titleWords,
          headingWords: Math.floor(random() * (words.length - titleWords + 1)),
          synonyms: some(4)
        }
      })
      const numbers = new Map(some(30).map((word, number) => [word, number]))
      const lines = linesOfWords(passages)
      reader.open(lines, new WordTable(numbers))
      const read = []
      while (reader.next())
        read.push({
          words: [...reader.words.subarray(0, reader.length)],
          title: reader.title,
          headings: reader.headings,
          above: reader.above,
          synonyms: [...reader.synonyms]
        })
      expect(read).toEqual(
        passagesOfLines(lines).map(({ words, title, headings, synonyms }) => ({
          words: words.map((word) => numbers.get(word) ?? -1),
          title,
          headings,
          above: words.slice(title, title + headings).join(" "),
          synonyms: synonyms.flatMap((mark) => numbers.get(mark) ?? [])
        }))
      )
    }
  })

  test("the best passage of each document weighs what its words do, whatever the numbers", async () => {
    const random = randomOf(3)
    for (let round = 0; round < 60; round++) {
      const documents = Array.from({ length: 1 + Math.floor(random() * 40) }, (_, at) => ({
        number: round % 2 ? 2_000_000_000 + at * 65_536 : at + 1,
        passages: Array.from({ length: 1 + Math.floor(random() * 5) }, () =>
          Array.from({ length: Math.floor(random() * 8) }, () => WORDS[Math.floor(random() * WORDS.length)] ?? "")
        )
      }))
      const { hits } = await invert(
        documents.map(({ number, passages }) => ({
          number,
          words: linesOfWords(passages.map((words) => ({ words, titleWords: 0, headingWords: 0, synonyms: [] })))
        }))
      )
      const asked = WORDS.slice(0, 4).map((word, at) => ({ word, weight: at + 0.5 }))
      const { numbers, weights } = weighDocuments(
        asked.map(({ word, weight }) => ({ weight, lists: halves(hits.get(word)) }))
      )
      const found = new Map([...numbers].map((number, at) => [number, weights[at]]))
      const told = documents.map(
        ({ number, passages }) =>
          [
            number,
            Math.max(
              ...passages.map((words) =>
                asked.reduce((sum, { word, weight }) => sum + (words.includes(word) ? weight : 0), 0)
              )
            )
          ] as const
      )
      expect(found).toEqual(new Map(told.filter(([, weight]) => weight > 0)))
    }
  })

  test("others have their turns while a large batch is turned round", async () => {
    const others = new Promise<string>((resolve) => {
      setImmediate(() => {
        resolve("others")
      })
    })
    const large = Array.from({ length: 20_000 }, (_, number) => ({
      number,
      words: `0 0\t${WORDS.join(" ")} word${number}\t`
    }))
    expect(await Promise.race([invert(large).then(() => "done"), others])).toBe("others")
  })

  test("of the heaviest as many as asked for, and all that weigh as much as the last", () => {
    const all = { numbers: Int32Array.of(1, 2, 3, 4, 5), weights: Float64Array.of(1, 3, 2, 2, 2) }
    expect(heaviestDocuments(all, 1)).toEqual({ numbers: Int32Array.of(2), weights: Float64Array.of(3) })
    expect([...heaviestDocuments(all, 2).numbers]).toEqual([2, 3, 4, 5])
    expect(heaviestDocuments(all, 9)).toEqual(all)
  })

  test("a passage far behind in a document of 40,000 is found as its document", async () => {
    const lines = Array.from({ length: 40_000 }, (_, n) => `0 0\t${n === 39_999 ? "last" : "other"}\t`).join("\n")
    const { hits } = await invert([{ number: 7, words: lines }])
    expect([...weighDocuments([{ weight: 2, lists: [hits.get("last") ?? new Uint8Array()] }]).numbers]).toEqual([7])
  })
})

describe("in the database", () => {
  let knowledge: Awaited<ReturnType<typeof openKnowledge>>
  beforeAll(async () => {
    knowledge = await openKnowledge()
  })
  afterAll(() => knowledge.close())
  const titles = async (what: string) =>
    (await createRetriever(knowledge.db).find(ticket("", what), person(), signal)).sources.map(({ title }) => title)
  const blocks = async () =>
    (await knowledge.db.selectFrom("posting_blocks").select("hits").where("origin", "=", "team").execute()).map(
      ({ hits }) => hits
    )
  const page = (n: number, words: string) => `# Page ${n}\n\nThe ${words} stands on shelf ${n}.`

  test("import after import, rows stay few and true, and what was replaced isn't found", async () => {
    for (let edition = 1; edition <= 40; edition++) {
      await knowledge.import(
        Object.fromEntries(
          [0, 1, 2].map((n) => [
            `${(edition + n) % 12}.md`,
            page(
              (edition + n) % 12,
              `kettle ${edition === 1 ? "zeppelin" : edition === 40 ? "trumpet" : "drum"} ${edition}`
            )
          ])
        )
      )
      expect((await blocks()).length).toBeLessThanOrEqual(6)
    }
    expect(await countsAgree(knowledge.db)).toBe(true)
    const gone = (
      await knowledge.db
        .selectFrom("gone_words")
        .select((e) => e.fn.sum<string>("passages").as("sum"))
        .where("origin", "=", "team")
        .executeTakeFirst()
    )?.sum
    expect((await blocks()).reduce((sum, hits) => sum + hits, 0)).toBeGreaterThanOrEqual(2 * Number(gone))
    expect(await titles("kettle with a trumpet")).toContain("Page 4")
    expect(await titles("zeppelin")).toEqual([])
  })

  test("once half of it is of pages that are gone, all is written anew", async () => {
    const keys = (
      await knowledge.db.selectFrom("documents").select("number").where("origin", "=", "team").execute()
    ).map(({ number }) => number)
    await knowledge.db.transaction().execute(async (write) => {
      await write
        .insertInto("gone_words")
        .values({ origin: "team", word: "zeppelin", passages: 1_000_000 })
        .onConflict((on) => on.columns(["tenant", "origin", "word"]).doUpdateSet({ passages: 1_000_000 }))
        .execute()
      await compactPostings(write, "team")
    })
    expect((await blocks()).length).toBe(1)
    const lists = (await readPostings(knowledge.db, ["team"], ["kettl"])).lists.get("kettl") ?? []
    expect([...weighDocuments([{ weight: 1, lists }]).numbers].sort()).toEqual(keys.sort())
    expect(await countsAgree(knowledge.db)).toBe(true)
  })

  test("a page that may be seen is found behind three hundred better ones that may not", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, n) => [
        `secret/${n}.md`,
        `---\ngroups: [staff]\n---\n# Samovar ${n}\n\nA samovar of brass, number ${n}.`
      ])
    )
    await knowledge.import(
      { ...files, "open.md": "# Tea\n\nThe word samovar is said here among a good many others of no use." },
      { into: "groups" }
    )
    expect(await titles("samovar of brass")).toEqual(["Tea"])
  })

  test("a page that an import replaces in the middle of a search is found all the same", async () => {
    const page = (words: string) => ({ "clavichord.md": `# Clavichord\n\nA clavichord is tuned ${words}.` })
    await knowledge.import(page("once a year"), { into: "clavichords" })
    let isReplaced = false
    const plugin: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        if (!isReplaced && result.rows.some((row) => "hits" in row)) {
          isReplaced = true
          await knowledge.import(page("twice a year"), { into: "clavichords" })
        }
        return result
      }
    }
    const retriever = createRetriever(knowledge.db.withPlugin(plugin))
    const { sources } = await retriever.find(ticket("How is a clavichord tuned?"), person(), signal)
    expect(isReplaced).toBe(true)
    expect(sources.map(({ passage }) => passage)).toEqual([expect.stringContaining("twice a year")])
  })

  test("a page of small words and a heart is taken, and isn't found by the heart", async () => {
    expect(await knowledge.import({ "heart.md": "The \u2764\ufe0f." }, { into: "hearts" })).toMatchObject({
      imported: 1,
      failed: 0
    })
    expect(await titles("\u2764\ufe0f")).toEqual([])
    expect(await countsAgree(knowledge.db)).toBe(true)
  })

  test("an older database comes to have what a new one has", async () => {
    const [rows, found] = [await rowsOf(knowledge.db), await titles("kettle with a trumpet")]
    const migrator = new Migrator({ db: knowledge.db, provider: { getMigrations: async () => migrations } })
    expect((await migrator.migrateTo("0016-passage-vectors")).error).toBeUndefined()
    expect((await migrator.migrateToLatest()).error).toBeUndefined()
    expect(await rowsOf(knowledge.db)).toEqual(rows)
    expect(await countsAgree(knowledge.db)).toBe(true)
    expect(await titles("kettle with a trumpet")).toEqual(found)
  })
})

const MANY = [
  "a",
  "aa",
  "ab",
  "ba",
  "lamp",
  "lamps",
  "plam",
  "ll-48213",
  "48213",
  "返品",
  "返",
  "品",
  "größ",
  "gross",
  "éé",
  "~en4",
  "~en14",
  "\u{1f600}"
]
const WORDS = ["lamp", "shade", "kettle", "return", "refund", "parcel", "invoice"]

/** Returns one list, or the same in two. */
function halves(hits: Uint8Array = new Uint8Array()): Uint8Array[] {
  const middle = Math.floor(hits.length / 12) * 6
  return [hits.subarray(0, middle), hits.subarray(middle)]
}

function randomOf(seed: number): () => number {
  let state = seed
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
}
