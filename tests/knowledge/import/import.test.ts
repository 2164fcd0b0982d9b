import { rmSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import { openKnowledge, signal } from "../help/database.ts"
import { countsAgree } from "../help/rows.ts"
import { passagesOfTexts } from "../../../src/search/passages/passages.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
})
afterAll(() => knowledge.close())

const documents = (into: string) =>
  knowledge.db.selectFrom("documents").selectAll().where("id", "like", `${into}-%`).orderBy("id").execute()
const passages = async (into: string) => (await documents(into)).flatMap(({ texts }) => passagesOfTexts(texts))
const returns = `---
title: Returning something
locale: en
visibility: public
kind: policy
changed: 2026-09-03
groups: [agents, leads]
url: https://help.example/returns
---

# Returning something

You may send it back within **30 days**. See [the label](https://help.example/label).

## How it works

1. Open *Returns*.
2. Print the label.

## What it costs

| Paid with | Time |
|---|---|
| Card | 5 days |
`

test("an article becomes passages of whole sentences under their headings, in plain words", async () => {
  const result = await knowledge.import({ "en/returns.md": returns }, { into: "plain" })
  expect(result).toMatchObject({ state: "done", seen: 1, imported: 1, unchanged: 0, removed: 0, failed: 0 })
  expect(await documents("plain")).toMatchObject([
    {
      title: "Returning something",
      kind: "policy",
      locale: "en",
      visibility: "public",
      changed: "2026-09-03",
      groups: ["agents", "leads"],
      url: "https://help.example/returns",
      path: "en/returns.md"
    }
  ])
  expect(await passages("plain")).toEqual([
    { headings: [], text: "You may send it back within 30 days. See the label." },
    { headings: ["How it works"], text: "1. Open Returns.\n2. Print the label." },
    { headings: ["What it costs"], text: "- Paid with: Card; Time: 5 days" }
  ])
})

test("no passage is longer than 60 words or cuts a sentence", async () => {
  const sentence = "The quick parcel went over the lazy river and came back on the very same day."
  await knowledge.import(
    { "long.md": `# Long\n\n${Array.from({ length: 30 }, () => sentence).join(" ")}` },
    { into: "long" }
  )
  const found = await passages("long")
  expect(found.length).toBe(10)
  for (const { text } of found) expect(text.replaceAll(sentence, "").trim()).toBe("")
  for (const { text } of found) expect(text.split(/\s+/).length).toBeLessThanOrEqual(60)
})

test("imported again, only what changed is replaced and what vanished is removed, with the counts in step", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [
      `a${at}.md`,
      `# Article ${at}\n\nKettle number ${at} needs water and a lid.`
    ])
  )
  expect((await knowledge.import(files, { into: "again" })).imported).toBe(12)
  expect(await knowledge.import(files, { into: "again" })).toMatchObject({
    imported: 0,
    unchanged: 12,
    removed: 0,
    failed: 0
  })
  rmSync(join(knowledge.folder, "again/a3.md"))
  const changed = await knowledge.import({ "a4.md": "# Article 4\n\nA zeppelin now." }, { into: "again" })
  expect(changed).toMatchObject({ imported: 1, unchanged: 10, removed: 1, failed: 0 })
  expect((await documents("again")).length).toBe(11)
  expect((await passages("again")).some(({ text }) => text === "A zeppelin now.")).toBe(true)
  expect(await countsAgree(knowledge.db)).toBe(true)
})

test("another folder's documents stay, even of the same names", async () => {
  await knowledge.import({ "one.md": "# One\n\nFirst team." }, { into: "north" })
  await knowledge.import({ "one.md": "# One\n\nSecond team." }, { into: "south" })
  expect([...(await passages("north")), ...(await passages("south"))].map(({ text }) => text)).toEqual([
    "First team.",
    "Second team."
  ])
})

test("a file that can't be read is listed with its reason, keeps its former version, and the rest goes on", async () => {
  await knowledge.import({ "kept.md": "---\nlocale: en\n---\nThe former version." }, { into: "bad" })
  const result = await knowledge.import(
    {
      "kept.md": "---\nlocale: [en\n---\nThe new version.",
      "kind.md": "---\nkind: poem\n---\nRoses.",
      "date.md": "---\nchanged: yesterday\n---\nNews.",
      "open.md": "---\ntitle: Never closed\n",
      "empty.md": "---\ntitle: Empty\n---\n",
      "latin.md": Buffer.from([0x47, 0x72, 0xfc, 0xdf, 0x65]),
      "noise.md": Buffer.from(Array.from({ length: 400 }, (_, at) => ((at * 7919) % 127) + 129)),
      "twin-a.md": "---\nid: twin\n---\nOne.",
      "twin-b.md": "---\nid: twin\n---\nTwo.",
      "bomb.md": `---\na: &a [x,x,x]\nb: &b [*a,*a,*a]\ntitle: *b\n---\nBoom.`,
      "good.md": "Just text, no front matter."
    },
    { into: "bad" }
  )
  expect(result.imported).toBe(3)
  expect(Object.fromEntries(result.failures.map(({ path, reason }) => [path, reason]))).toEqual({
    "kept.md": expect.stringMatching(/^The front matter is no YAML/),
    "kind.md": "The front matter's \"kind\" isn't valid: one of article, policy, macro, ticket, product.",
    "date.md": "The front matter's \"changed\" isn't valid: a date such as 2026-09-03.",
    "open.md": "The front matter is opened by --- and never closed.",
    "empty.md": "It has no text.",
    "noise.md": "Its encoding can't be told for certain: save it as UTF-8.",
    "twin-b.md": "It has the same id as twin-a.md.",
    "bomb.md": expect.stringMatching(/^The front matter is no YAML/)
  })
  expect((await passages("bad")).map(({ text }) => text).sort()).toEqual([
    "Grüße",
    "Just text, no front matter.",
    "One.",
    "The former version."
  ])
  expect(result).toMatchObject({ state: "done", seen: 11, failed: 8 })
})

test("a page or row that is no longer published is removed, and the report says why", async () => {
  const rows = (draft: string) => `title,body,draft\nPrices,Ten euros.,${draft}\nTerms,Thirty days.,no\n`
  await knowledge.import({ "a.md": "# A\n\nText of a.", "t.csv": rows("no") }, { into: "withdrawn" })
  expect(await documents("withdrawn")).toHaveLength(3)
  const again = { "a.md": "---\npublished: false\n---\n# A\n\nText of a.", "t.csv": rows("yes") }
  const result = await knowledge.import(again, { into: "withdrawn" })
  expect(result).toMatchObject({ removed: 2, failed: 2, unchanged: 1 })
  expect(result.failures).toMatchObject([
    { path: "a.md", reason: 'Its status is "published: false": only what is published is taken.' },
    { path: "t.csv, row 2", reason: 'Its status is "draft": only what is published is taken.' }
  ])
  expect((await documents("withdrawn")).map(({ title }) => title)).toEqual(["Terms"])
})

test("a page stays that is published in one file and a draft under the same id in another", async () => {
  const page = (draft: boolean) => `---\nid: twin\ndraft: ${draft}\n---\nText of the twin.`
  const result = await knowledge.import({ "a.md": page(false), "b.md": page(true) }, { into: "version" })
  expect(result).toMatchObject({ imported: 1, removed: 0, failed: 1 })
  expect(await documents("version")).toHaveLength(1)
})

test("folders and text tell what the front matter doesn't", async () => {
  await knowledge.import(
    {
      "de/internal/rabatt.md": "# Rabatte\n\nHöchstens zehn Prozent.",
      "guess.md": "Vous pouvez renvoyer le produit dans les trente jours après la livraison, sans donner de raison."
    },
    { into: "told" }
  )
  expect((await documents("told")).map(({ title, locale, visibility }) => ({ title, locale, visibility }))).toEqual([
    { title: "Rabatte", locale: "de", visibility: "internal" },
    { title: "guess", locale: "fr", visibility: "public" }
  ])
})

test("an aborted import changes nothing; a folder that isn't there is said in one sentence", async () => {
  const stop = new AbortController()
  stop.abort(new Error("stopped"))
  await expect(knowledge.import({ "x.md": "Never seen." }, { into: "stopped", signal: stop.signal })).rejects.toThrow(
    "stopped"
  )
  expect(await documents("stopped")).toEqual([])
  await expect(importFolder(knowledge.db, "/no/such/folder", { origin: "team", signal })).rejects.toThrow(
    "There is no file or folder /no/such/folder. Is the path right, and may this user read it?"
  )
})
