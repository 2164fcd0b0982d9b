import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { layPackages } from "../deploy/lay-packages.ts"
import { root } from "../house/files.ts"
import { lintAddOn } from "./lint-add-on.ts"

const folder = mkdtempSync(join(tmpdir(), "replywright-two-builds-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Each build takes the better part of a minute, and so does the linter. */
test.skipIf(process.env["REPLYWRIGHT_SOAK"] === undefined)(
  "two fresh checkouts in different places give the same packages, without an error for addons.mozilla.org (skipped: a matter of minutes, part of npm run soak)",
  () => {
    const [one, two] = ["one", "two/deeper/checkout"].map(packagesOf)
    expect(one?.sums).toMatch(/-firefox\.zip\n$/)
    expect(two?.sums).toBe(one?.sums)
    expect(lintAddOn(join(one?.place ?? "", "firefox")).errors).toEqual([])
  },
  900_000
)

/** Makes the packages of what is committed in a clone of its own. */
function packagesOf(name: string) {
  const clone = join(folder, name)
  execFileSync("git", ["clone", "--quiet", "--shared", root, clone])
  // None is left out, but each has a place of its own: a link would lead out of the checkout.
  layPackages(clone, [undefined])
  execFileSync(process.execPath, ["scaffold/package.ts"], { cwd: clone, stdio: "pipe" })
  const place = join(clone, "build/packages")
  return { place, sums: readFileSync(join(place, "SHA256SUMS"), "utf8") }
}
