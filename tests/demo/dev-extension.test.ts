import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { bundleForDevelopment } from "../../demo/dev/extension-bundles.ts"

const folder = mkdtempSync(join(tmpdir(), "replywright-dev-extension-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test("the extension for development has every file and every text that its manifest names", async () => {
  const given = { folder, origin: "http://127.0.0.1:4000", listener: "" }
  const bundles = await bundleForDevelopment(given, new AbortController().signal)
  await bundles.close()
  const text = readFileSync(join(folder, "manifest.json"), "utf8")
  const named = [...text.matchAll(/"([\w./-]+\.(?:png|js|json|html))"/g)].map(([, file = ""]) => file)
  expect(named.length).toBeGreaterThan(8)
  expect(named.filter((file) => !existsSync(join(folder, file)))).toEqual([])
  const { default_locale: locale } = JSON.parse(text)
  const texts = JSON.parse(readFileSync(join(folder, "_locales", locale, "messages.json"), "utf8"))
  const keys = [...text.matchAll(/__MSG_(\w+)__/g)].map(([, key = ""]) => key)
  expect(keys.length).toBeGreaterThan(0)
  for (const key of keys) expect(texts).toHaveProperty(key)
}, 60_000)
