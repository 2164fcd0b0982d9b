import { execFileSync, spawn } from "node:child_process"
import { once } from "node:events"
import { chmodSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { createInterface } from "node:readline"
import type { Readable } from "node:stream"
import { afterAll, beforeAll, expect, test } from "vitest"
import { makeRelease } from "../../scaffold/release/make-release.ts"
import { prepareRelease } from "../../scaffold/release/prepare-release.ts"
import { zipFolder } from "../../scaffold/packages/zip-folder.ts"
import { layPackages } from "../deploy/lay-packages.ts"
import { root } from "../house/files.ts"

const VERSION = "97.98.99"
const folder = mkdtempSync(join(tmpdir(), "replywright-release-"))
const clone = join(folder, "clone")
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", ...args], {
    cwd: clone,
    encoding: "utf8",
    stdio: "pipe"
  })
const dryRun = (tag = false) => makeRelease(clone, VERSION, { dryRun: true, tag, signal: new AbortController().signal })

beforeAll(() => {
  execFileSync("git", ["clone", "--quiet", "--shared", root, clone])
  layPackages(clone, [undefined])
  // A tag is made by whoever releases.
  git("config", "user.name", "Ada")
  git("config", "user.email", "ada@example.com")
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test("what keeps a commit from being a version is said at once, and nothing is made", async () => {
  writeFileSync(join(clone, "stray"), "")
  await expect(dryRun()).rejects.toThrow(
    /^There are changes that aren't committed: [^]*\npackage\.json says [\d.]+, not 97\.98\.99: [^]*\nCHANGELOG\.md has no section \[97\.98\.99\]/
  )
  rmSync(join(clone, "stray"))
  await expect(makeRelease(clone, "v1", { dryRun: true, tag: false, signal: AbortSignal.timeout(1) })).rejects.toThrow(
    '"v1" is no version: give one like 1.4.0.'
  )
})

test("preparing writes the version where it stands, and closes what is unreleased", () => {
  const changed = prepareRelease(clone, VERSION, "2026-11-24")
  expect(
    git("status", "--porcelain")
      .split("\n")
      .filter(Boolean)
      .map((line) => line.slice(3))
  ).toEqual(changed.sort())
  const lock = JSON.parse(readFileSync(join(clone, "package-lock.json"), "utf8"))
  expect([lock.version, lock.packages[""].version]).toEqual([VERSION, VERSION])
  expect(git("diff", "--numstat", "package-lock.json")).toMatch(/^2\t2\t/)
  expect(
    git("diff", "--numstat", "package.json", "deploy/kubernetes/kustomization.yaml").match(/^1\t1\t/gm)
  ).toHaveLength(2)
  expect(readFileSync(join(clone, "CHANGELOG.md"), "utf8")).toContain(
    "\n## [Unreleased]\n\n## [97.98.99] - 2026-11-24\n"
  )
  expect(() => prepareRelease(clone, VERSION, "2026-11-24")).toThrow(/has a section for 97\.98\.99 already/)
  expect(() => prepareRelease(clone, "98.0.0", "2026-11-24")).toThrow('nothing under "Unreleased"')
})

test("a release has its notes, source, materials, licences and sums; the same commit gives the same, and a tag only when asked", async () => {
  git("commit", "--quiet", "--all", "--message", "Release 97.98.99")
  const { files, tag } = await dryRun()
  expect(files.map((file) => basename(file))).toEqual([
    "RELEASE-NOTES.md",
    "THIRD-PARTY-LICENSES.txt",
    "replywright-97.98.99-source.tar.gz",
    "replywright-97.98.99.cdx.json",
    "replywright-relay-97.98.99.tar.gz",
    "SHA256SUMS"
  ])
  const place = join(clone, "build/release", VERSION)
  const read = (name: string) => readFileSync(join(place, name), "utf8")
  const sums = read("SHA256SUMS")
  execFileSync("sha256sum", ["--check", "--strict", "SHA256SUMS"], { cwd: place })
  expect(sums.trim().split("\n")).toHaveLength(files.length - 1)

  expect(read("RELEASE-NOTES.md")).toMatch(/^# Replywright 97\.98\.99\n\n[^#]+\n\n### /)
  expect(read("RELEASE-NOTES.md")).not.toMatch(/\]\((?!https?:)/)
  expect(tag).toContain(`Replywright 97.98.99\n\n`)
  expect(tag.endsWith(sums)).toBe(true)
  const listed = execFileSync("tar", ["--list", "--file", join(place, "replywright-97.98.99-source.tar.gz")], {
    encoding: "utf8"
  })
  expect(listed).toContain("\nreplywright-97.98.99/src/relay/cli.mjs\n")
  const { components, metadata } = JSON.parse(read("replywright-97.98.99.cdx.json"))
  const names = components.map(({ name }: { name: string }) => name)
  expect(metadata.component).toMatchObject({ name: "replywright", version: VERSION })
  expect(names).toEqual(expect.arrayContaining(["hono", "kysely", "react", "chardet"]))
  expect(names).not.toContain("vitest")
  expect(read("THIRD-PARTY-LICENSES.txt")).toMatch(/\nhono [\d.]+: MIT\n\nMIT License\n\nCopyright \(c\) 2021/)
  expect(git("tag", "--list")).toBe("")

  await dryRun(true)
  expect(read("SHA256SUMS")).toBe(sums)
  expect(git("tag", "--list")).toBe("v97.98.99\n")
  expect(git("tag", "--list", "--format=%(contents)")).toContain(tag)
  await expect(dryRun(true)).rejects.toThrow(/^The tag v97\.98\.99 is there already/)
})

test("the released relay starts with the packages of its own lock file, without sources, and answers with its version", async () => {
  const archive = join(clone, "build/release", VERSION, `replywright-relay-${VERSION}.tar.gz`)
  execFileSync("tar", ["--extract", "--gzip", "--file", archive, "--directory", folder])
  const relay = join(folder, `replywright-relay-${VERSION}`)
  const lock = JSON.parse(readFileSync(join(relay, "package-lock.json"), "utf8"))
  expect(Object.keys(lock.packages)).toEqual(expect.arrayContaining(["node_modules/node", "node_modules/jsdom"]))
  for (const unneeded of ["react", "plasmo", "vitest", "hono"])
    expect(lock.packages).not.toHaveProperty([`node_modules/${unneeded}`])
  expect(existsSync(join(relay, "THIRD-PARTY-LICENSES.txt"))).toBe(true)
  expect(globSync("src/**/*.ts", { cwd: relay })).toEqual([])
  layPackages(relay, [undefined])
  // Started by root, the database runs as somebody else.
  chmodSync(folder, 0o711)
  const child = spawn(process.execPath, ["src/relay/cli.mjs"], {
    cwd: relay,
    env: { ...process.env, REPLYWRIGHT_DATA: join(folder, "data"), RELAY_PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"]
  })
  const ended = once(child, "exit")
  try {
    const url = await Promise.race([
      addressOf(child.stdout),
      ended.then(([code]) => Promise.reject(new Error(`The relay ended with ${code}.`)))
    ])
    expect(await (await fetch(`${url}/v1/health`)).json()).toMatchObject({ version: VERSION, database: "ok" })
  } finally {
    child.kill("SIGTERM")
    await ended
  }
}, 120_000)

/** Returns the address that a relay prints once it listens. */
async function addressOf(output: Readable): Promise<string> {
  for await (const line of createInterface(output)) {
    const [, address] = /^Relay: (\S+)/.exec(line) ?? []
    if (address !== undefined) return address
  }
  throw new Error("The relay printed no address.")
}

test("an archive holds the files of a folder from its root, and the same files give the same bytes", async () => {
  const files = join(folder, "files")
  mkdirSync(join(files, "deep"), { recursive: true })
  writeFileSync(join(files, "b.txt"), "b")
  writeFileSync(join(files, "deep/a.txt"), "a")
  const [first, second] = [join(folder, "1.zip"), join(folder, "2.zip")]
  await zipFolder(files, first)
  writeFileSync(join(files, "b.txt"), "b")
  await zipFolder(files, second)
  expect(readFileSync(first).equals(readFileSync(second))).toBe(true)
  const names = [
    ...readFileSync(first)
      .toString("latin1")
      .matchAll(/b\.txt|deep\/a\.txt/g)
  ].map(([name]) => name)
  expect(new Set(names)).toEqual(new Set(["b.txt", "deep/a.txt"]))
})
