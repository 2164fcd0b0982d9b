import { appendFileSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { buildForTour } from "../../demo/tour/extension.ts"
import { root } from "../house/files.ts"

const build = join(root, "build/chrome-mv3-prod")
const copy = mkdtempSync(join(tmpdir(), "replywright-tour-"))
afterAll(() => rmSync(copy, { recursive: true, force: true }))

test("the tour's copy differs from the build in the sample's origin, in the version's last number, and in no other byte", () => {
  buildForTour(build, copy, "http://localhost:8790")
  const files = listing(build)
  expect(listing(copy)).toEqual(files)
  for (const file of files.filter((name) => name !== "manifest.json"))
    expect(readFileSync(join(copy, file)).equals(readFileSync(join(build, file))), file).toBe(true)

  const before = JSON.parse(readFileSync(join(build, "manifest.json"), "utf8"))
  const after = JSON.parse(readFileSync(join(copy, "manifest.json"), "utf8"))
  expect(after.host_permissions.pop()).toBe("http://localhost:8790/*")
  expect(after.content_scripts[0].matches.pop()).toBe("http://localhost:8790/*")
  expect(after).toEqual({ ...before, version: expect.stringMatching(/^\d+\.\d+\.\d+\.\d{1,5}$/) })
})

test("the version differs when a file does, so that the browser runs no worker of the build before", () => {
  const changed = mkdtempSync(join(tmpdir(), "replywright-changed-"))
  try {
    cpSync(build, changed, { recursive: true })
    const versionOf = (from: string): string => {
      buildForTour(from, copy, "http://localhost:8790")
      return JSON.parse(readFileSync(join(copy, "manifest.json"), "utf8")).version
    }
    const first = versionOf(build)
    expect(versionOf(build)).toBe(first)
    appendFileSync(join(changed, "static/background/index.js"), "\n")
    expect(versionOf(changed)).not.toBe(first)
  } finally {
    rmSync(changed, { recursive: true, force: true })
  }
})

function listing(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort()
}
