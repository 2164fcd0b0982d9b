import { readdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { writeLexicon } from "../../demo/lexicon.ts"
import { parseEntries } from "../../src/lexicon/lexicon.ts"
import { groupNames, readGroup } from "../../src/lexicon/read-group.ts"
import { weights as names } from "../../src/lexicon/weights/names.ts"
import { weights as unlisted } from "../../src/lexicon/weights/unlisted.ts"
import { weights as wordPieces } from "../../src/lexicon/weights/word-pieces.ts"
import { weights as danger } from "../../src/lexicon/weights/danger.ts"
import { weights as wordVectors } from "../../src/lexicon/weights/word-vectors.ts"
import { LANGUAGES } from "../../src/text/languages.ts"
import { root, sourceFiles } from "./files.ts"
import { groupsImportedBy } from "./imports.ts"

const lists = readdirSync(join(root, "lexicon"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".txt"))
  .map((file) => file.replaceAll("\\", "/"))
  .sort()
const textOf = (list: string) => readFileSync(join(root, "lexicon", list), "utf8")

/**
 * "it/language/small-words.txt", "it/names/kin.txt": a language that is only recognised has its small words, the words
 * by which names are found in it, the words before secrets, numbers and births, and what mail programs put above a
 * quote. Any language may have the words of interfaces and of their pages, in which agents work whatever language their
 * customers write.
 */
const isOfRecognised = (list: string) =>
  /^[a-z]{2}\/(?:language\/small-words|(?:names|cues)\/[a-z-]+|mail\/quote-headers|(?:interface|page)\/[a-z-]+)\.txt$/.test(
    list
  )

test("every list belongs to a language of the product, or to no one language, and says in its first line what it holds", () => {
  const own = [...LANGUAGES, "mul"]
  const strangers = lists.filter((list) => !own.some((code) => list.startsWith(`${code}/`)) && !isOfRecognised(list))
  const silent = lists.filter((list) => !/^# [A-Z].*[.,:]$/.test(textOf(list).split("\n", 1)[0] ?? ""))
  expect({ strangers, silent }).toEqual({ strangers: [], silent: [] })
})

test("every list stands in a group that some module imports, and every group that is imported has a list", () => {
  const groups = [...new Set(lists.map((list) => list.split("/")[1] ?? ""))].sort()
  const imports = sourceFiles("src").flatMap((file) => groupsImportedBy(file))
  expect(groups).toEqual(groupNames())
  expect([...new Set(imports)].sort()).toEqual(groups)
})

test("a group that no language has is refused", () => {
  expect(() => readGroup("chekcs")).toThrow("chekcs")
})

describe("what the builder puts into the extension", () => {
  beforeAll(writeLexicon)
  const built = createRequire(join(root, "build/lexicon/"))

  test.each(groupNames())("%s has the lists that Node reads", (group) =>
    expect(built(`./groups/${group}.ts`).LISTS).toEqual(readGroup(group))
  )

  test.each([
    ["names", names],
    ["unlisted", unlisted],
    ["word-pieces", wordPieces],
    ["word-vectors", wordVectors],
    ["danger", danger]
  ])("the weights of %s are the bytes of the file", (name, weights) =>
    expect(Buffer.from(built(`./weights/${name}.ts`).weights()).equals(weights())).toBe(true)
  )
})

test.each(lists)("%s has one entry a line, none of them twice, without spaces around it", (list) => {
  const text = textOf(list)
  const entries = parseEntries(text)
  expect(entries.filter((entry, at) => entries.indexOf(entry) !== at)).toEqual([])
  expect(
    text.split("\n").filter((line) => line !== line.trim() || line !== line.normalize("NFC") || line.includes("\t"))
  ).toEqual([])
  expect(text.endsWith("\n") && !text.endsWith("\n\n") && entries.length > 0).toBe(true)
})

test("a part of a pattern names a list of its folder, and no list leads back to itself", () => {
  const marks = lists.flatMap((list) =>
    parseEntries(textOf(list)).flatMap((entry) =>
      [...entry.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => ({ list, part: list.replace(/[^/]+$/, `${name}.txt`) }))
    )
  )
  const isReachable = (from: string, to: string, seen = new Set<string>()): boolean =>
    marks.some(
      ({ list, part }) =>
        list === from && (part === to || (!seen.has(part) && isReachable(part, to, new Set([...seen, part]))))
    )
  const bad = marks.filter(({ list, part }) => !lists.includes(part) || isReachable(part, list) || part === list)
  expect({ bad, some: marks.length > 0 }).toEqual({ bad: [], some: true })
})
