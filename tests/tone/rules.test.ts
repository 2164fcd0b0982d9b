import { expect, test } from "vitest"
import { toneRules } from "../../src/checks/tone/rules/index.ts"
import { TONE_RULE_NAMES } from "../../src/ticket/tone-rule-names.ts"
import { en } from "../../src/ui/messages/en/en.ts"
import { registries } from "../../scaffold/registries.ts"
import { root } from "../house/files.ts"

test("every tone rule has a folder with the rule, and a sentence in the interface, and no sentence is of a rule that is gone", () => {
  expect(toneRules).toHaveLength(TONE_RULE_NAMES.length)
  const explained = Object.keys(en).flatMap((key) => /^tone\.rule\.(.+)\.why$/.exec(key)?.[1] ?? [])
  expect(explained.sort()).toEqual([...TONE_RULE_NAMES].sort())
  for (const key of Object.keys(en)) {
    const [, rule] = /^tone\.rule\.(.+)\.(?:unknown|fix)$/.exec(key) ?? []
    if (rule !== undefined) expect(explained).toContain(rule)
  }
})

test("findings in the same words have one order: no two rules share theirs", () => {
  expect(new Set(toneRules.map(({ order }) => order)).size).toBe(toneRules.length)
})

test.each([
  "src/helpdesks/index.ts",
  "src/composers/index.ts",
  "src/checks/tone/rules/index.ts",
  "src/ui/agent/cards/index.ts"
])("everything that %s lists stands in a folder of its own", (list) => {
  const { text = "" } = registries(root).find(({ file }) => file === list) ?? {}
  const folders = [...text.matchAll(/^import \{.* from "(.+)"$/gm)].map(
    ([, from = ""]) => /^\.\/([^/]+)\//.exec(from)?.[1]
  )
  expect(folders.length).toBeGreaterThan(3)
  expect(new Set(folders).size).toBe(folders.length)
  expect(folders).not.toContain(undefined)
})
