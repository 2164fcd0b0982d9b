import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { buildForTour } from "../../demo/tour/extension.ts"
import { root } from "../house/files.ts"

const build = join(root, "build/chrome-mv3-prod")
const copy = mkdtempSync(join(tmpdir(), "replywright-tour-"))
afterAll(() => rmSync(copy, { recursive: true, force: true }))

test("the tour's copy differs from the build in the sample's origin and in no other byte", () => {
  buildForTour(build, copy, "http://localhost:8790")
  const files = listing(build)
  expect(listing(copy)).toEqual(files)
  for (const file of files.filter((name) => name !== "manifest.json"))
    expect(readFileSync(join(copy, file)).equals(readFileSync(join(build, file))), file).toBe(true)

  const before = JSON.parse(readFileSync(join(build, "manifest.json"), "utf8"))
  const after = JSON.parse(readFileSync(join(copy, "manifest.json"), "utf8"))
  expect(after.host_permissions.pop()).toBe("http://localhost:8790/*")
  expect(after.content_scripts[0].matches.pop()).toBe("http://localhost:8790/*")
  expect(after).toEqual(before)
})

function listing(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort()
}
