import { readdirSync, readFileSync, statSync, writeFileSync, existsSync, mkdirSync, utimesSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync, gzipSync } from "node:zlib"
import { afterAll, expect, test } from "vitest"
import { checkBackup, readBackup, writeBackup } from "../../../src/storage/backup/backup-file.ts"
import type { BackupPart } from "../../../src/storage/backup/parts.ts"
import { temporaryFolder } from "../../relay/help/data-folder.ts"
import { soon } from "../../soon.ts"

const { folder, remove } = temporaryFolder()
afterAll(remove)
const signal = new AbortController().signal

const rows = Array.from({ length: 1_000 }, (_, n) => ({ key: `${n} \u2028 "odd"`, value: Math.sin(n).toString(36) }))
const parts: BackupPart[] = [
  {
    head: {
      format: "replywright-backup",
      version: 1,
      madeAt: "2026-11-20T10:00:00Z",
      steps: ["0001-base"],
      tables: [{ name: "settings", columns: ["key", "value"] }]
    }
  },
  { batch: { table: "settings", count: 1_000, rows: JSON.stringify(rows) } },
  { end: { counts: { settings: 1_000 }, sequences: { "audit.id": "7" } } }
]
async function* streamed(given = parts): AsyncGenerator<BackupPart> {
  yield* given
}
const whole = join(folder, "whole")
await writeBackup(whole, streamed(), signal)
const lines = () => gunzipSync(readFileSync(whole)).toString("utf8").split("\n").slice(0, -1)
let files = 0
const write = (content: string | Buffer) => {
  const file = join(folder, `file-${++files}`)
  writeFileSync(file, content)
  return file
}

test("what was written is read, and only its owner may read it", async () => {
  const read: BackupPart[] = []
  for await (const part of readBackup(whole)) read.push(part)
  expect(read).toEqual(parts)
  expect(await checkBackup(whole)).toMatchObject({ end: { counts: { settings: 1_000 } } })
  expect((statSync(whole).mode & 0o777).toString(8)).toBe("600")
})

test("a file that is cut off anywhere is told as such", async () => {
  const bytes = readFileSync(whole)
  for (const share of [0.01, 0.5, 0.99])
    await expect(checkBackup(write(bytes.subarray(0, bytes.length * share)))).rejects.toThrow(
      /is cut off, its end is missing: copy it again/
    )
  await expect(checkBackup(write(bytes.subarray(0, -1)))).rejects.toThrow(/is cut off/)
  for (const kept of [1, 2])
    await expect(checkBackup(write(gzipSync(`${lines().slice(0, kept).join("\n")}\n`)))).rejects.toThrow(/is cut off/)
})

test("a file that was changed is told as damaged", async () => {
  const [head = "", batch = "", end = ""] = lines()
  const damaged = [
    [head, batch.replace("odd", "add"), end],
    [head, end],
    [head, batch, batch, end],
    [head, batch, end.replace('"settings":1000', '"settings":999')],
    [head, batch, end.replace(/"sha256":"./, '"sha256":"x')],
    [head, batch, end, batch],
    [head, batch.replace('"settings"', '"people"'), end]
  ]
  for (const changed of damaged)
    await expect(checkBackup(write(gzipSync(`${changed.join("\n")}\n`)))).rejects.toThrow(/is damaged/)
  const bytes = Buffer.from(readFileSync(whole))
  bytes.writeUInt8(bytes.readUInt8(2_000) ^ 0xff, 2_000)
  await expect(checkBackup(write(bytes))).rejects.toThrow(/is damaged|is cut off/)
})

test("what is no backup is told as such: a text, another gzipped file, nothing, a folder, a file that isn't there", async () => {
  const endless = gzipSync("x".repeat(2_000_000))
  for (const content of ["hello", gzipSync("hello\n"), gzipSync('{"format":"other","version":1}\n'), endless])
    await expect(checkBackup(write(content))).rejects.toThrow(/is no backup of Replywright: name a file/)
  await expect(checkBackup(write(""))).rejects.toThrow(/is cut off|is no backup/)
  await expect(checkBackup(folder)).rejects.toThrow(/is no backup of Replywright/)
  await expect(checkBackup(join(folder, "none"))).rejects.toThrow(/There is no file .*none that can be read/)
})

test("a small file that unpacks to an endless line is told as damaged before it fills the memory", async () => {
  const [head = ""] = lines()
  const before = process.memoryUsage().rss
  const bomb = write(Buffer.concat([gzipSync(`${head}\n`), gzipSync(Buffer.alloc(400_000_000), { level: 1 })]))
  await expect(checkBackup(bomb)).rejects.toThrow(/is damaged/)
  expect(process.memoryUsage().rss - before).toBeLessThan(1_000_000_000)
})

test("a format of later is told as such", async () => {
  const later = lines().with(0, '{"format":"replywright-backup","version":2}')
  await expect(checkBackup(write(gzipSync(later.join("\n"))))).rejects.toThrow(/written by a newer Replywright/)
})

test("no file is written over, and none is left by a backup that failed or was stopped", async () => {
  await expect(writeBackup(whole, streamed(), signal)).rejects.toThrow(/whole exists already: name a file/)
  async function* broken(): AsyncGenerator<BackupPart> {
    yield* parts.slice(0, 2)
    throw new Error("The database is gone.")
  }
  await expect(writeBackup(join(folder, "broken"), broken(), signal)).rejects.toThrow("The database is gone.")
  await expect(writeBackup(join(folder, "stopped"), streamed(), AbortSignal.abort())).rejects.toThrow()
  await expect(writeBackup(join(folder, "none/file"), streamed(), signal)).rejects.toThrow(
    /its folder doesn't exist: make it first\. There is no backup\./
  )
  mkdirSync(join(folder, "made"))
  await expect(writeBackup(join(folder, "made"), streamed(), signal)).rejects.toThrow(/exists already/)
  for (const name of ["broken", "stopped"])
    for (const end of ["", ".partial"]) expect(existsSync(join(folder, name + end))).toBe(false)
})

test("a backup removes what killed ones have left, and neither what a running one writes nor another program's file", async () => {
  const place = join(folder, "nightly")
  mkdirSync(place)
  const leave = (name: string, content: Buffer | string, minutesAgo: number) => {
    writeFileSync(join(place, name), content)
    const at = new Date(Date.now() - minutesAgo * 60_000)
    utimesSync(join(place, name), at, at)
  }
  const begun = readFileSync(whole).subarray(0, 3_000)
  leave("killed.gz.partial", begun, 20)
  leave("running.gz.partial", begun, 5)
  leave("film.partial", gzipSync("other"), 20)
  leave("text.partial", "other", 20)
  leave("empty.partial", "", 20)
  leave("kept.gz", readFileSync(whole), 20)
  await writeBackup(join(place, "next.gz"), streamed(), signal)
  expect(readdirSync(place).sort()).toEqual([
    "empty.partial",
    "film.partial",
    "kept.gz",
    "next.gz",
    "running.gz.partial",
    "text.partial"
  ])
})

test("a backup for which the database has nothing just now goes on to say that it writes its file", async () => {
  const file = join(folder, "waiting")
  async function* waiting(): AsyncGenerator<BackupPart> {
    yield* parts.slice(0, 1)
    await soon(() => utimesSync(`${file}.partial`, new Date(0), new Date(0)))
    await soon(() => expect(statSync(`${file}.partial`).mtimeMs).toBeGreaterThan(Date.now() - 60_000))
    yield* parts.slice(1)
  }
  await writeBackup(file, waiting(), signal, 20)
  await checkBackup(file)
})

test.runIf(existsSync("/dev/full"))("a full disk is told as such (skipped: there is no /dev/full)", async () => {
  await expect(writeBackup("/dev/full", streamed(), signal)).rejects.toThrow(
    /can't be written, the disk is full: free some space, or name a file on another disk\. There is no backup\./
  )
})
