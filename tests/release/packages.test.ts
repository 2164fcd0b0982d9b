import { execFileSync } from "node:child_process"
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { makePackages } from "../../scaffold/packages/make-packages.ts"
import { STORES, type Store } from "../../scaffold/packages/store-manifest.ts"
import { root } from "../house/files.ts"
import { lintAddOn } from "./lint-add-on.ts"

const build = join(root, "build/chrome-mv3-prod")
const folder = mkdtempSync(join(tmpdir(), "replywright-packages-"))
const [first, second] = [join(folder, "first"), join(folder, "second")]
const json = (file: string) => JSON.parse(readFileSync(file, "utf8"))
const manifest = (store: Store) => json(join(first, store, "manifest.json"))

let names: string[]
beforeAll(async () => {
  names = await makePackages(build, first)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test("each store gets a zip file with its checksum, and the same build gives the same bytes in any time zone", async () => {
  expect(names).toEqual(STORES.map((store) => `replywright-${json(join(build, "manifest.json")).version}-${store}.zip`))
  execFileSync("sha256sum", ["--check", "--strict", "--quiet", "SHA256SUMS"], { cwd: first })
  // Another day, on the other side of the world.
  const code = `import(${JSON.stringify(join(root, "scaffold/packages/make-packages.ts"))})
    .then(({ makePackages }) => makePackages(...process.argv.slice(1)))`
  const copy = join(folder, "copy")
  cpSync(build, copy, { recursive: true })
  execFileSync(process.execPath, ["--eval", code, copy, second], { env: { ...process.env, TZ: "Pacific/Auckland" } })
  expect(readFileSync(join(second, "SHA256SUMS"), "utf8")).toBe(readFileSync(join(first, "SHA256SUMS"), "utf8"))
})

test("Chrome and Edge get the built manifest without the key of the unpacked extension", () => {
  const { key, ...rest } = json(join(build, "manifest.json"))
  expect(key).toMatch(/^MII/)
  for (const store of ["chrome", "edge"] as const) expect(manifest(store)).toEqual(rest)
})

test("no package has a source map, a host beyond the product's, or a path of the machine that built it", () => {
  const { host_permissions: hosts } = json(join(root, "package.json")).manifest
  for (const store of STORES) {
    const place = join(first, store)
    expect(manifest(store).host_permissions).toEqual(hosts)
    expect(manifest(store).content_scripts).toHaveLength(1)
    expect(manifest(store).content_scripts[0].matches).toEqual(hosts)
    expect(globSync("**/*.map", { cwd: place })).toEqual([])
    for (const file of globSync("**/*.{js,css,html,json}", { cwd: place })) {
      const text = readFileSync(join(place, file), "utf8")
      expect(text.includes("sourceMappingURL"), `${store}/${file}: source map`).toBe(false)
      expect(text.includes(root), `${store}/${file}: path`).toBe(false)
    }
  }
})

test("Firefox gets a sidebar, a background page and the truth about what leaves, and nothing that only Chromium knows", () => {
  const built = manifest("firefox")
  expect(built.permissions.sort()).toEqual(["activeTab", "alarms", "identity", "scripting", "storage"])
  expect(built.sidebar_action).toMatchObject({ default_panel: "sidepanel.html", open_at_install: false })
  expect(built.background).toEqual({
    scripts: [expect.stringMatching(/^tabs\/offscreen\.\w+\.js$/), "static/background/index.js"],
    type: "module"
  })
  for (const name of ["key", "minimum_chrome_version", "side_panel", "storage"]) expect(built).not.toHaveProperty(name)
  expect(built.browser_specific_settings.gecko).toEqual({
    id: "extension@replywright",
    strict_min_version: "142.0",
    data_collection_permissions: {
      required: [
        "authenticationInfo",
        "personalCommunications",
        "personallyIdentifyingInfo",
        "websiteActivity",
        "websiteContent"
      ],
      optional: ["technicalAndInteraction"]
    }
  })
})

test("Mozilla's linter finds nothing in Firefox's manifest, and a script that isn't there is an error", () => {
  const place = join(folder, "manifest-only")
  cpSync(join(first, "firefox"), place, { recursive: true })
  // The scripts take it most of a minute; `npm run soak` has them looked at.
  for (const file of globSync("**/*.js", { cwd: place })) writeFileSync(join(place, file), "")
  expect(lintAddOn(place)).toEqual({ errors: [], warnings: [] })
  rmSync(join(place, "static/background/index.js"))
  expect(lintAddOn(place).errors).toHaveLength(1)
})
