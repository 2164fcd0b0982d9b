import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { editorRows } from "./editor-rows.ts"

const FOLDER = "docs/composers"
const rows = editorRows(readFileSync(join(FOLDER, "README.md"), "utf8"))

test("each editor's version is the one that the tests have", () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"))
  const installed: Record<string, string> = { ...dependencies, ...devDependencies }
  const tried = rows.flatMap(({ triedWith }) => [...triedWith.matchAll(/^`(.+)` (.+)$/g)])
  expect(tried.length).toBeGreaterThan(10)
  for (const [, name = "", version] of tried) expect(installed[name]?.replace(/^npm:.*@/, ""), name).toBe(version)
})

test("every page of an editor is in the list", () => {
  const linked = rows.flatMap(({ page }) => (page && !page.startsWith("../") ? [page] : []))
  expect([...linked, "README.md"].sort()).toEqual(readdirSync(FOLDER).sort())
})

test("of an editor by our own hand, its page says where each fact comes from, and how sure it is", () => {
  const ours = rows.filter(({ triedWith }) => triedWith === "by our own hand")
  expect(ours.length).toBeGreaterThan(3)
  for (const { name, page = "" } of ours)
    expect(readFileSync(join(FOLDER, page), "utf8"), name).toMatch(/^\| fact \| from \| sure \|$/m)
})
