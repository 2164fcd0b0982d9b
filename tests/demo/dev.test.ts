import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { incrementalBundle } from "../../demo/dev/incremental-bundle.ts"
import { startReloadServer } from "../../demo/dev/reload-server.ts"

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "replywright-dev-"))
  write("page.js", 'import { text } from "./text.js"\nconsole.log(text)')
  write("text.js", 'export const text = "before"')
  write("other.js", 'console.log("other")')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
const read = (name: string) => readFileSync(join(folder, "out", name), "utf8")

const bundle = () =>
  incrementalBundle({
    absWorkingDir: folder,
    outdir: join(folder, "out"),
    bundle: true,
    entryPoints: ["page.js", "other.js"]
  })

test("a changed file is bundled again, and only what differs is written", async () => {
  const bundled = await bundle()
  expect(await bundled.rebuild()).toBe(true)
  expect(read("page.js")).toContain("before")
  const untouched = statSync(join(folder, "out/other.js")).mtimeMs
  write("text.js", 'export const text = "after"')
  expect(await bundled.rebuild(new Set(["text.js"]))).toBe(true)
  expect(read("page.js")).toContain("after")
  expect(statSync(join(folder, "out/other.js")).mtimeMs).toBe(untouched)
  await bundled.close()
})

test("a file that isn't in the bundle, or says the same as before, changes nothing", async () => {
  const bundled = await bundle()
  await bundled.rebuild()
  expect(await bundled.rebuild(new Set(["README.md"]))).toBe(false)
  write("text.js", 'export const text = "before" // the same')
  expect(await bundled.rebuild(new Set(["text.js"]))).toBe(false)
  await bundled.close()
})

test("a mistake is thrown and leaves the files; corrected by another file, it is taken up", async () => {
  const bundled = await bundle()
  await bundled.rebuild()
  write("page.js", 'import { more } from "./more.js"\nconsole.log(more)')
  await expect(bundled.rebuild(new Set(["page.js"]))).rejects.toThrow("more.js")
  expect(read("page.js")).toContain("before")
  write("more.js", 'export const more = "more"')
  expect(await bundled.rebuild(new Set(["more.js"]))).toBe(true)
  expect(read("page.js")).toContain('"more"')
  await bundled.close()
})

test("who listens hears of changed pages and of a changed extension, and of nothing else", async () => {
  const reload = await startReloadServer()
  const [, address = ""] = /"(http:[^"]+)"/.exec(reload.listener) ?? []
  const answer = await fetch(address)
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toBe(": \n\n")
  reload.tell("none")
  reload.tell("pages")
  expect((await reader?.read())?.value).toBe("data: pages\n\n")
  reload.tell("extension")
  expect((await reader?.read())?.value).toBe("data: extension\n\n")
  reload.close()
  await expect(reader?.read()).rejects.toThrow()
})
