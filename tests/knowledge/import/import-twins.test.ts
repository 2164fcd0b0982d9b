import { afterAll, beforeAll, expect, test } from "vitest"
import { runImport } from "../../../src/knowledge/import/run-import.ts"
import { resemblance, sketchOf } from "../../../src/knowledge/import/sketch.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { openKnowledge, signal } from "../help/database.ts"
import { END, tells, told } from "../help/told.ts"
import { findNearCopies, type Sketched } from "../../../src/knowledge/import/refresh-derived-data.ts"

const words = (seed: number, count: number) =>
  Array.from({ length: count }, (_, n) => `word${(seed * 7_919 + n * n * 31 + n) % 5_000}`)
const numbers = (text: string[]) => {
  const sketch = sketchOf(text)
  return Uint16Array.from({ length: sketch.length / 2 }, (_, n) => sketch.readUInt16LE(n * 2))
}
const shingles = (text: string[]) => new Set(text.slice(2).map((_, n) => text.slice(n, n + 3).join(" ")))
const shared = (a: Set<string>, b: Set<string>) => [...a].filter((one) => b.has(one)).length
/** Replaces every `step`th word. */
const changed = (text: string[], step: number) => text.map((word, n) => (n % step === step - 1 ? `other${n}` : word))

test.each([400, 200, 100, 60, 30, 12, 4])(
  "a sketch tells how much two texts have in common: every %ith word is another",
  (step) => {
    const original = words(1, 2_000)
    const copy = changed(original, step)
    const [a, b] = [shingles(original), shingles(copy)]
    const jaccard = shared(a, b) / (a.size + b.size - shared(a, b))
    expect(Math.abs(resemblance(numbers(original), numbers(copy), 0) - jaccard)).toBeLessThan(0.1)
  }
)

test("texts of a few words have a sketch too: the same the same, others others", () => {
  expect(resemblance(numbers(["open", "daily"]), numbers(["open", "daily"]), 0)).toBe(1)
  expect(resemblance(numbers(["open", "daily"]), numbers(["open", "weekly"]), 0)).toBeLessThan(0.1)
  expect(resemblance(numbers([]), numbers(["open"]), 0)).toBeLessThan(0.1)
})

test("whatever the order, the same documents give the same twins, and as comparing all with all does", async () => {
  const documents: Sketched[] = Array.from({ length: 1_500 }, (_, n) => {
    const family = words(n % 300, 400)
    return {
      id: `d${String((n * 733) % 1_500).padStart(4, "0")}`,
      group: n % 2 === 0 ? "en" : "de",
      sketch: numbers(n % 5 === 0 ? changed(family, 90 + n) : n % 5 === 1 ? changed(family, 20) : family),
      twin: null
    }
  })
  const twins = await findNearCopies(documents)
  expect(twins).toEqual(await findNearCopies([...documents].reverse()))
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1))
  const slow = new Map<string, string>()
  for (const one of sorted) {
    const first = sorted.find(
      (other) =>
        other.id < one.id &&
        !slow.has(other.id) &&
        other.group === one.group &&
        resemblance(other.sketch, one.sketch, 0) >= 0.9
    )
    if (first) slow.set(one.id, first.id)
  }
  expect(twins).toEqual(slow)
  expect(twins.size).toBeGreaterThan(500)
})

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
})
afterAll(() => knowledge.close())

test("near copies point to the one that stands for them, across sources; nothing is deleted", async () => {
  const page = `To clean the kettle, fill it with water and a spoon of citric acid. ${words(3, 150).join(" ")}. Rinse it twice.`
  const run = (collection: string, ids: string[]) =>
    runImport(
      knowledge.db,
      tells(collection, [
        ...ids.map((id) =>
          told(id, id === "longer" ? `${page} Then dry it with a cloth.` : page, {
            title: "Cleaning the kettle",
            ...(id === "german" && { locale: "de" }),
            ...(id === "internal" && { visibility: "internal" }),
            ...(id === "leads" && { groups: ["leads"] }),
            ...(id === "macro" && { kind: "macro" })
          })
        ),
        told("other", `Another page about boots. ${words(9, 150).join(" ")}`),
        END
      ]),
      { origin: "team", signal, log: silentLog }
    )
  const twins = async () =>
    Object.fromEntries(
      (
        await knowledge.db
          .selectFrom("documents")
          .select(["id", "twin"])
          .where("twin", "is not", null)
          .orderBy("id")
          .execute()
      ).map(({ id, twin }) => [id, twin])
    )
  await run("help", ["copy", "german", "internal", "leads", "longer", "macro"])
  expect(await twins()).toEqual({ "help/longer": "help/copy" })
  await run("site", ["copy"])
  expect(await twins()).toEqual({ "help/longer": "help/copy", "site/copy": "help/copy", "site/other": "help/other" })
  // It is imported later, but its id is the first.
  await run("archive", ["copy"])
  expect(await twins()).toEqual({
    "help/copy": "archive/copy",
    "help/longer": "archive/copy",
    "site/copy": "archive/copy",
    "help/other": "archive/other",
    "site/other": "archive/other"
  })
  await run("archive", [])
  expect(await twins()).toEqual({
    "help/longer": "help/copy",
    "site/copy": "help/copy",
    "help/other": "archive/other",
    "site/other": "archive/other"
  })
})
