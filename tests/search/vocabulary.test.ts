import { sql } from "kysely"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { knowledgeMark, countWords } from "../../src/search/postings/posting-store.ts"
import { CountTable } from "../../src/search/spelling/vocabulary.ts"
import { createVocabularies, type Vocabulary } from "../../src/search/spelling/vocabulary.ts"
import { openKnowledge } from "../knowledge/help/database.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
  await knowledge.import({ "tea.md": "# Tea\n\nA kettle of copper.", "more.md": "# More\n\nAnother kettle, of brass." })
})
afterAll(() => knowledge.close())

const WORDS = ["kettl", "copper", "brass", "samovar", "tea"]
const markNow = async () => {
  const { rows } = await sql<{ mark: string }>`select ${knowledgeMark(sql`${["team"]}::text[]`)} as mark`.execute(
    knowledge.db
  )
  return rows[0]?.mark ?? ""
}
/** Asks twice, as two searches do, and waits until the words are in memory. */
async function vocabularyNow(vocabularies = createVocabularies(knowledge.db)): Promise<Vocabulary> {
  const mark = await markNow()
  expect([vocabularies.at(["team"], mark), vocabularies.at(["team"], mark)]).toEqual([undefined, undefined])
  return vi.waitFor(() => vocabularies.at(["team"], mark) ?? Promise.reject(new Error("not read yet")))
}
const inDatabase = () => countWords(knowledge.db, ["team"], WORDS)

test("words are counted in memory as in the database, also those of pages that were removed or replaced", async () => {
  const before = (await vocabularyNow()).count(WORDS)
  expect(before).toEqual(await inDatabase())
  expect(Object.fromEntries(before)).toEqual({ kettl: 2, copper: 1, brass: 1, tea: 1 })
  await knowledge.import({ "more.md": "# More\n\nA samovar." })
  const after = (await vocabularyNow()).count(WORDS)
  expect(after).toEqual(await inDatabase())
  expect(Object.fromEntries(after)).toEqual({ kettl: 1, copper: 1, samovar: 1, tea: 1 })
})

test("what was read before the knowledge changed is not used for what it is now", async () => {
  const vocabularies = createVocabularies(knowledge.db)
  await vocabularyNow(vocabularies)
  await knowledge.import({ "new.md": "# New\n\nAn urn." })
  expect(vocabularies.at(["team"], await markNow())).toBeUndefined()
})

test("a change while the words are read leaves them unread", async () => {
  const vocabularies = createVocabularies(knowledge.db)
  const late = `${await markNow()} and more`
  for (let asked = 0; asked < 5; asked++) {
    expect(vocabularies.at(["team"], late)).toBeUndefined()
    await new Promise(setImmediate)
  }
  await markNow()
  expect(vocabularies.at(["team"], late)).toBeUndefined()
})

test("100,000 words keep their counts, and no other word has one", () => {
  const table = new CountTable()
  for (let n = 1; n <= 100_000; n++) table.set(`word${n}`, n)
  table.set("gone", 0)
  const wrong = Array.from({ length: 100_000 }, (_, at) => at + 1).filter((n) => table.get(`word${n}`) !== n)
  const made = Array.from({ length: 100_000 }, (_, n) => `other${n}`).filter((word) => table.get(word) !== 0)
  expect([table.size, wrong, made, table.get("gone")]).toEqual([100_000, [], [], 0])
})
