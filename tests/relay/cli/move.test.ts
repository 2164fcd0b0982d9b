import { execFile } from "node:child_process"
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { sql } from "kysely"
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest"
import { silentLog } from "../../../src/runtime/log.ts"
import { startRelay } from "../../../src/relay/server/start.ts"
import { knownSteps, migrateTo } from "../../../src/storage/migrate.ts"
import { connectTo, openAt, startDatabases } from "../../storage/help/databases.ts"
import { hasOldestServer, startOldestServer } from "../../storage/help/oldest-server.ts"
import { Client, draftRequest } from "../help/client.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { pipelineOf, writing } from "../help/pipelines.ts"
import { seed } from "../help/seed.ts"
import { runCommand } from "./run-command.ts"

const { folder, remove } = temporaryFolder()
let databases: Awaited<ReturnType<typeof startDatabases>>
beforeAll(async () => {
  databases = await startDatabases()
})
afterAll(async () => {
  await databases?.stop()
  remove()
})

const pipeline = pipelineOf(writing("Your lamp is on its way."))
const start = (environment: Record<string, string>) =>
  startRelay({ ...environment, RELAY_PORT: "0" }, { log: silentLog, pipeline })

/** The master key of the data folder, for a relay with another database. */
const keyOf = ({ REPLYWRIGHT_DATA: data }: { REPLYWRIGHT_DATA: string }) => ({
  MASTER_KEY_FILE: join(data, "master-key")
})

/** A stopped relay's settings, and the draft that was written with it: copied from one that has worked. */
async function workedWith(place: string) {
  const { data, ...done } = await (worked ??= work(join(folder, "worked")))
  const environment = { REPLYWRIGHT_DATA: join(folder, place) }
  // With its owner: as root the database runs as somebody else.
  await promisify(execFile)("cp", ["-a", data, environment.REPLYWRIGHT_DATA])
  return { environment, ...done }
}

let worked: ReturnType<typeof work> | undefined

async function work(data: string) {
  await seed(data)
  const relay = await start({ REPLYWRIGHT_DATA: data })
  const tom = await Client.paired(relay)
  const asked = draftRequest()
  const written = await tom.draft(asked)
  await relay.close()
  return { data, token: tom.token, asked, written }
}

test("what the data folder holds is moved to a server: a relay goes on there, sign-ins and drafts too", async () => {
  const { environment, token, asked, written } = await workedWith("from")
  const url = await databases.create("to_server")
  const said = await runCommand("move-to", [url], environment)
  expect(said).toMatch(/is copied to postgresql:\/\/localhost\/to_\w+\. Every table has as many rows in both:/)
  expect(said).toMatch(/^ {2}drafts +1$/m)
  expect(said).toMatch(/Now set DATABASE_URL to that address, and start/)
  expect(said).not.toContain("password")
  const relay = await start({ DATABASE_URL: url, REPLYWRIGHT_DATA: environment.REPLYWRIGHT_DATA })
  onTestFinished(() => relay.close())
  const tom = new Client(relay.url)
  tom.token = token
  expect(await tom.draft(asked)).toEqual(written)

  // The relay runs: it is neither copied from nor written over.
  const empty = await databases.create("empty_server")
  const running = /^A relay runs on postgresql:\/\/localhost\/to_\w+: stop it first\. Nothing was changed\.$/
  await expect(runCommand("move-to", [empty], { DATABASE_URL: url })).rejects.toThrow(running)
  const { environment: other } = await workedWith("other")
  await expect(runCommand("move-to", [url], other)).rejects.toThrow(running)
})

test("a folder whose data were moved is used no more, until its mark is removed", async () => {
  const { environment } = await workedWith("moved")
  const url = await databases.create("moved_server")
  const mark = join(environment.REPLYWRIGHT_DATA, "moved-to.txt")
  expect(await runCommand("move-to", [url], environment)).toContain(`no relay starts on them while ${mark} exists`)
  expect(readFileSync(mark, "utf8")).toMatch(/^\d{4}-\d\d-\d\dT\S+ postgresql:\/\/localhost\/moved_\w+\n/)
  expect(readFileSync(mark, "utf8")).not.toContain(new URL(url).password || "no password")
  const said =
    /^The data in .*moved were moved to postgresql:\/\/localhost\/moved_\w+ on \S+: set DATABASE_URL .* remove .*moved-to\.txt\.$/
  const file = join(folder, "moved.backup")
  await expect(start(environment)).rejects.toThrow(said)
  await expect(runCommand("backup", [file], environment)).rejects.toThrow(said)
  await expect(runCommand("move-to", [await databases.create("next")], environment)).rejects.toThrow(said)
  expect(existsSync(file)).toBe(false)
  expect(await runCommand("backup", [file], { ...environment, DATABASE_URL: url })).toContain("is backed up in")
  // An empty mark counts as well.
  writeFileSync(mark, "")
  await expect(start(environment)).rejects.toThrow(/ were moved: set DATABASE_URL to that database/)
  rmSync(mark)
  await (await start(environment)).close()
})

test("a target that holds data, that isn't there, or that isn't PostgreSQL is refused", async () => {
  const { environment } = await workedWith("kept")
  const url = await databases.create("taken")
  const { environment: moved } = await workedWith("moved-before")
  await runCommand("move-to", [url], moved)
  await expect(runCommand("move-to", [url], environment)).rejects.toThrow(
    /holds data already \(.*\)\. Nothing was changed\. Name an empty one\./
  )
  await expect(runCommand("move-to", [databases.urlOf("nowhere")], environment)).rejects.toThrow(
    "The address does not work: there is no database nowhere on the server. Create it, or correct the name."
  )
})

test("where no relay has ever run, nothing is moved or backed up", async () => {
  const url = await databases.create("unused")
  const environment = { REPLYWRIGHT_DATA: join(folder, "unused") }
  await expect(runCommand("move-to", [url], environment)).rejects.toThrow(/^There is no database in .*unused: set /)
  expect(existsSync(environment.REPLYWRIGHT_DATA)).toBe(false)
  const file = join(folder, "unused.backup")
  await expect(runCommand("backup", [file], { DATABASE_URL: url })).rejects.toThrow(
    "There are no data yet: the relay has never run on this database."
  )
  expect(existsSync(file)).toBe(false)
})

test("tables of other programs in the target stay as they are", async () => {
  const { environment } = await workedWith("shared")
  const url = await databases.create("shared")
  const other = connectTo(url)
  onTestFinished(() => other.destroy())
  await sql`create table invoices as select 1 as n`.execute(other)
  const file = join(folder, "shared.backup")
  await runCommand("move-to", [url], environment)
  await sql`
    insert into documents (id, origin, collection, path, title, kind, locale, visibility, groups, hash, body)
    values ('a', 'team', 'c', 'a', 'Page', 'article', 'en', 'public', '{}', 'h', 'Text.')`.execute(other)
  await runCommand("backup", [file], { DATABASE_URL: url })
  const target = { DATABASE_URL: url, ...keyOf(environment) }
  expect(await runCommand("restore", [file, "--replace"], target)).toContain("Import your sources again")
  expect((await sql`select n from invoices`.execute(other)).rows).toEqual([{ n: 1 }])
  await sql`create view ours as select id from drafts`.execute(other)
  await expect(runCommand("restore", [file, "--replace"], target)).rejects.toThrow(
    /^Another program's views or tables need the relay's: drop them first, .* Nothing was changed\.$/
  )
})

test.runIf(hasOldestServer)("from PostgreSQL 18 to 15 (skipped: Debian's postgresql-15 is not installed)", async () => {
  const { environment, token, asked, written } = await workedWith("newest")
  const { url, stop } = await startOldestServer()
  onTestFinished(stop)
  expect(await runCommand("move-to", [url], environment)).toContain(
    `set MASTER_KEY_FILE to a copy of ${environment.REPLYWRIGHT_DATA}/master-key`
  )
  await expect(start({ DATABASE_URL: url })).rejects.toThrow(/^Texts in this database are encrypted by the master key/)
  const relay = await start({ DATABASE_URL: url, ...keyOf(environment) })
  const tom = new Client(relay.url)
  tom.token = token
  expect(await tom.draft(asked)).toEqual(written)
  await relay.close()
})

test("migrate says what it did, and that there was nothing to do", async () => {
  const url = await databases.create("old")
  const old = connectTo(url)
  const before = knownSteps.at(-3) ?? ""
  await old.transaction().execute((work) => migrateTo(work, before))
  await old.destroy()
  const [last = "", lastButOne = ""] = knownSteps.toReversed()
  expect(await runCommand("migrate", [], { DATABASE_URL: url })).toBe(
    `postgresql://localhost/old was at ${before} and is now at ${last}. Done:\n  ${lastButOne}\n  ${last}`
  )
  expect(await runCommand("migrate", [], { DATABASE_URL: url })).toBe(
    `postgresql://localhost/old is up to date (${last}). Nothing was to be done.`
  )
})

test("a backup takes the place of a database of an earlier version", async () => {
  const { environment, token } = await workedWith("later")
  const file = join(folder, "later.backup")
  await runCommand("backup", [file], environment)
  const url = await databases.create("earlier")
  const earlier = connectTo(url)
  onTestFinished(() => earlier.destroy())
  await earlier.transaction().execute((work) => migrateTo(work, "0020-outcome-owners"))
  await sql`insert into settings (key, value) values ('earlier', '')`.execute(earlier)
  const target = { DATABASE_URL: url, ...keyOf(environment) }
  await runCommand("restore", [file, "--replace"], target)
  const relay = await start(target)
  onTestFinished(() => relay.close())
  const tom = Object.assign(new Client(relay.url), { token })
  expect((await tom.fetch("/v1/me")).status).toBe(200)
  expect(await sql`select from settings where key = 'earlier'`.execute(earlier)).toMatchObject({ rows: [] })
})

const cli = fileURLToPath(new URL("../../../src/relay/cli.mjs", import.meta.url))

test.skipIf(process.platform === "win32")(
  "a restore for which the database's disk is too small changes nothing (skipped: no ulimit)",
  async () => {
    const url = await databases.create("big")
    const big = await openAt(url)
    const value = sql`select string_agg(md5(concat(n, i)), '') from generate_series(1, 60) i`
    await sql`insert into settings (key, value) select n, (${value}) from generate_series(1, 14000) n`.execute(big.db)
    await big.close()
    const file = join(folder, "big.backup")
    await runCommand("backup", [file], { DATABASE_URL: url })
    const { environment } = await workedWith("small")
    // No file of its database may be larger than 24 MB (49,152 blocks): its log's have 16, the table would have 29.
    const restored = promisify(execFile)(
      "sh",
      ["-c", `ulimit -f 49152; exec "$0" "$@"`, process.execPath, cli, "restore", file, "--replace"],
      {
        env: { PATH: process.env["PATH"], NODE_ENV: "production", ...environment }
      }
    )
    await expect(restored).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^The database's disk .*: .* and try again\. Nothing was changed\.$/m)
    })
    const relay = await start(environment)
    onTestFinished(() => relay.close())
    expect(await relay.db.selectFrom("drafts").select("state").execute()).toEqual([{ state: "done" }])
    expect(await relay.db.selectFrom("settings").select("key").where("key", "=", "1").execute()).toEqual([])
  }
)
