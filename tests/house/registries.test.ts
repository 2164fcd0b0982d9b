import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { registries } from "../../scaffold/registries.ts"
import { root, sourceFiles } from "./files.ts"

test("no script of a helpdesk is left whose adapter is gone", () => {
  const written = registries(root).map(({ file }) => file)
  expect(sourceFiles("src/helpdesks/scripts").filter((file) => !written.includes(file))).toEqual([])
})

test.each(registries(root))(
  "$file lists what stands in its folder: else run `npm run registries`",
  ({ file, text }) => {
    expect(readFileSync(join(root, file), "utf8")).toBe(text)
  }
)
