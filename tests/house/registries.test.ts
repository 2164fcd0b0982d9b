import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { helpdeskScripts } from "../../demo/helpdesk-scripts.ts"
import { registries } from "../../scaffold/registries.ts"
import { HELPDESK_NAMES } from "../../src/ticket/names/helpdesk-names.ts"
import { root } from "./files.ts"

test("every helpdesk has a script, which brings its adapter into a page", () => {
  const scripts = helpdeskScripts(root)
  expect([...scripts.keys()].sort()).toEqual([...HELPDESK_NAMES].sort())
  expect(scripts.get("zendesk")).toContain('from "./src/helpdesks/zendesk/adapter.ts"')
})

test.each(registries(root))(
  "$file lists what stands in its folder: else run `npm run registries`",
  ({ file, text }) => {
    expect(readFileSync(join(root, file), "utf8")).toBe(text)
  }
)
