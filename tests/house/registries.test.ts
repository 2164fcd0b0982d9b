import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { registries } from "../../scaffold/registries.ts"
import { root } from "./files.ts"

test.each(registries(root))(
  "$file lists what stands in its folder: else run `npm run registries`",
  ({ file, text }) => {
    expect(readFileSync(join(root, file), "utf8")).toBe(text)
  }
)
