import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { parseManifest, storeManifest, type BuiltManifest, type Store } from "./store-manifest.ts"

/**
 * Copies a build of the extension into a folder, as it goes to a store. A browser can load the folder unpacked.
 * @param change changes the built manifest first, for a test or a picture
 * @throws Error if the build has no script for the masking
 */
export function layOut(
  build: string,
  folder: string,
  store: Store,
  change = (built: BuiltManifest): BuiltManifest => built
): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(dirname(folder), { recursive: true })
  cpSync(build, folder, { recursive: true })
  const [jobs, ...more] = globSync("tabs/offscreen.*.js", { cwd: build })
  if (jobs === undefined || more.length > 0)
    throw new Error("The build no longer has one script tabs/offscreen.*.js: look at the files that it wrote.")
  const built = change(parseManifest(readFileSync(join(build, "manifest.json"), "utf8")))
  writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(storeManifest(built, store, jobs), null, 2)}\n`)
  if (store === "firefox") for (const file of CHROMIUM_FILES) rmSync(join(folder, file))
}

/** The offscreen document, and the schema of a policy, which Firefox doesn't look for. */
const CHROMIUM_FILES = ["tabs/offscreen.html", "managed-schema.json"]
