import { spawnSync } from "node:child_process"
import { mkdirSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, onTestFinished, test } from "vitest"
import { importProgress, progressLine, summaryOf } from "../../../src/relay/commands/import.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import type { ImportProgress } from "../../../src/knowledge/import/run-import.ts"

const at = (more: Partial<ImportProgress>): ImportProgress => ({
  phase: "reading",
  seen: 0,
  imported: 0,
  unchanged: 0,
  removed: 0,
  failed: 0,
  failures: [],
  notices: [],
  ...more
})

test("a line says how far, how fast and how long still", () => {
  expect(progressLine(at({ seen: 4_500, total: 10_000 }), { taken: 4_500, seconds: 4.5 })).toBe(
    "4,500 of 10,000 documents, 45 %, 1,000 a second, 6 s left"
  )
  expect(progressLine(at({ seen: 30, total: 20_000 }), { taken: 30, seconds: 10 })).toBe(
    "30 of 20,000 documents, 0 %, 3.0 a second, 1.8 h left"
  )
  expect(progressLine(at({ seen: 30 }), { taken: 30, seconds: 0.1 })).toBe("30 documents")
  // Gone on with: what was taken before says nothing about the rate.
  expect(progressLine(at({ seen: 9_000, total: 10_000 }), { taken: 500, seconds: 5 })).toBe(
    "9,000 of 10,000 documents, 90 %, 100 a second, 10 s left"
  )
  expect(progressLine(at({ phase: "finishing", seen: 10_000, total: 10_000 }), { taken: 0, seconds: 5 })).toBe(
    "10,000 documents read, finishing"
  )
  expect(
    progressLine(at({ phase: "words", seen: 10_000, total: 10_000, words: { read: 4_500, of: 9_000 } }), {
      taken: 0,
      seconds: 5
    })
  ).toBe("4,500 of 9,000 documents looked through for your own words")
  expect(summaryOf({ seen: 1_210, imported: 1_200, unchanged: 8, removed: 3, failed: 2 })).toBe(
    "1,200 imported, 8 unchanged, 3 removed, 2 failed"
  )
})

test("on a terminal a bar is drawn anew, shorter where the words need the room, and each failure stands above it; without one there is a line now and then", () => {
  const written: string[] = []
  const progress = importProgress(
    (line) => written.push(`${line}\n`),
    { write: (text) => written.push(text), columns: 60 },
    () => 0
  )
  progress.report(at({ seen: 5, total: 10 }))
  progress.report(at({ seen: 10, total: 10, failed: 1, failures: [{ path: "a.md", reason: "It can't be read." }] }))
  progress.report(at({ phase: "words", seen: 10, total: 10, words: { read: 6, of: 8 } }))
  progress.end()
  expect(written.join("")).toBe(
    "\r\u001B[K[============            ] 5 of 10 documents, 50 %\r\u001B[Ka.md: It can't be read.\n[========================] 10 of 10 documents, 100 %\r\u001B[K[====  ] 6 of 8 documents looked through for your own words\r\u001B[K"
  )
  const lines: string[] = []
  let now = 0
  const plain = importProgress(
    (line) => lines.push(line),
    undefined,
    () => now
  )
  for (const seen of [10, 20, 30]) {
    now += 4_000
    plain.report(at({ seen, total: 40 }))
  }
  expect(lines).toEqual(["20 of 40 documents, 50 %, 1.3 a second, 16 s left"])
})

test("a notice on a document that was taken is printed once and counts as no failure", () => {
  const lines: string[] = []
  const progress = importProgress((line) => lines.push(line))
  progress.report(at({ notices: [{ path: "a.md", notice: "Its line 3 names {{ site.phone }}." }] }))
  progress.end()
  expect(lines).toEqual(["a.md: Its line 3 names {{ site.phone }}."])
})

test("the list of failures has an end", () => {
  const lines: string[] = []
  const progress = importProgress((line) => lines.push(line))
  progress.report(at({ failures: Array.from({ length: 1_100 }, (_, n) => ({ path: `${n}.md`, reason: "No." })) }))
  progress.end()
  expect([lines.length, lines.at(-1)]).toEqual([101, "and 1,000 more that were not taken"])
})

test("a file's name can't steer the terminal, nor turn the direction of what follows", () => {
  const { folder, remove } = temporaryFolder()
  onTestFinished(remove)
  mkdirSync(`${folder}/pages`)
  writeFileSync(`${folder}/pages/a\u001B]0;mine\u0007\n\u202Eb.pdf`, "This is no PDF.")
  const cli = fileURLToPath(new URL("../../../src/relay/cli.mjs", import.meta.url))
  const { stdout } = spawnSync(process.execPath, [cli, "import", `${folder}/pages`], {
    env: { PATH: process.env["PATH"] ?? "", HOME: folder, REPLYWRIGHT_DATA: `${folder}/data`, NODE_ENV: "production" },
    encoding: "utf8"
  })
  expect(stdout.split("\n")[0]).toMatch(/^a \]0;mine +b\.pdf: It is a broken PDF/)
})
