import { expect, test } from "vitest"
import { skippedLines, skipReason } from "../skip-reasons.ts"

test("a reason is read from the title that gives it", () => {
  expect(skipReason(["live Redmine, skipped: it is not installed", "an issue is read"])).toBe("it is not installed")
  expect(skipReason(["a draft streams (skipped: no caddy (or nginx))"])).toBe("no caddy (or nginx)")
  expect(skipReason(["nearest pages (skipped without PGVECTOR_URL, an empty database)"])).toBe(
    "without PGVECTOR_URL, an empty database"
  )
  expect(skipReason(["storage", "a closed file is listed (root may read everything)"])).toBe("root may read everything")
  expect(skipReason(["an import", "a page keeps its words"])).toBe("a page keeps its words")
})

test("tests that were skipped for one reason share a line, in the order of their first test", () => {
  expect(skippedLines(["no browser", "no Redmine", "no browser", "no browser"])).toEqual([
    "skipped 3: no browser",
    "skipped 1: no Redmine"
  ])
})
