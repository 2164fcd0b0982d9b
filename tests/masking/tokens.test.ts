import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { root } from "../../demo/root.ts"
import { tokensOf } from "../../src/masking/names/tokens.ts"

const ODD = [
  "Order LL-48213 of 3 May, café Zoë_Ångström!",
  "1st\u00a0floor — No.12a x̂ ﬁn Ǆ ᾳ \u0345",
  "ß SS ſtraße ＡＢ １２",
  "a".repeat(150),
  "",
  " . "
]

test("a text without apostrophes is cut as the same text with one behind it", () => {
  const folder = join(root, "demo/knowledge")
  const pages = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".md"))
    .flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n"))
  const texts = [...ODD, ...pages].filter((text) => !/['’]/.test(text))
  expect(texts.length).toBeGreaterThan(1_000)
  for (const text of texts) expect(tokensOf(text)).toEqual(tokensOf(`${text}\n'`))
})
