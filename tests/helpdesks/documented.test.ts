import { existsSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { adapters } from "../../src/helpdesks/index.ts"
import { unreadHelpdesks } from "../../src/helpdesks/unread.ts"

/** The sample is part of the tour and has no page. */
const all = [...adapters, ...unreadHelpdesks].map(({ id }): string => id)
const helpdesks = [...new Set(all)].filter((id) => id !== "sample")

test("every helpdesk has its page and its row in the table", () => {
  const table = readFileSync("docs/helpdesks/README.md", "utf8")
  expect(helpdesks.filter((id) => !existsSync(`docs/helpdesks/${id}.md`))).toEqual([])
  const rows = [...table.matchAll(/^\| \[[^\]]+\]\(([\w-]+)\.md\)/gm)].map(([, id]) => id)
  expect(rows.toSorted()).toEqual(helpdesks.toSorted())
})

test("of a helpdesk that was not run, its page says where each marker comes from, and how sure it is", () => {
  const rows = readFileSync("docs/helpdesks/README.md", "utf8").split("\n")
  const unseen = helpdesks.filter((id) => !/\| run \|$/.test(rows.find((row) => row.includes(`(${id}.md)`)) ?? ""))
  expect(unseen.length).toBeGreaterThan(0)
  for (const id of unseen)
    expect(readFileSync(`docs/helpdesks/${id}.md`, "utf8"), id).toMatch(/^\| fact \| from \| sure \|$/m)
})
