import { once } from "node:events"
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { sql } from "kysely"
import pg from "pg"
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest"
import { importFolder } from "../../src/knowledge/import/import-folder.ts"
import { createRetriever } from "../../src/search/pages/retriever.ts"
import { createLog, silentLog } from "../../src/runtime/log.ts"
import { readSettings } from "../../src/runtime/settings.ts"
import { startRelay, type RunningRelay } from "../../src/relay/server/start.ts"
import { openDatabase } from "../../src/storage/database.ts"
import { soon } from "../soon.ts"
import { Client, draftRequest, eventsOf, outcome, refusalOf, restOf } from "../relay/help/client.ts"
import { temporaryFolder } from "../relay/help/data-folder.ts"
import { pipelineOf, writing } from "../relay/help/pipelines.ts"
import { person, sampleTicket } from "../knowledge/help/tickets.ts"
import { startProcess } from "./start-process.ts"

/** In milliseconds. PGlite's starts are most of it, which take ten seconds each on a busy machine. */
const STARTS_MS = 90_000
const { folder, remove } = temporaryFolder()
const data = join(folder, "data")
const lines: string[] = []
let onLine = (_line: string) => {}
const log = createLog((line) => {
  lines.push(line)
  onLine(line)
})
let endless = false
let relay: RunningRelay
let tom: Client
const begin = () =>
  startRelay(
    { REPLYWRIGHT_DATA: data, RELAY_PORT: "0" },
    {
      log,
      pipeline: pipelineOf(async (...job) => {
        if (endless) await sql.raw(ENDLESS).execute(relay.db)
        await writing("Hello.")(...job)
      })
    }
  )
/** Takes the processor and nothing else: no memory, no file. */
const ENDLESS = "do $$ begin raise notice 'begun'; loop end loop; end $$"

beforeAll(async () => {
  const arch = Object.getOwnPropertyDescriptor(process, "arch")
  if (!arch) throw new Error("no arch")
  // A processor for which npm has no PostgreSQL.
  Object.defineProperty(process, "arch", { ...arch, value: "riscv64" })
  relay = await begin().finally(() => Object.defineProperty(process, "arch", arch))
  tom = await Client.paired({ url: relay.url, pair: relay.pair })
})
afterAll(remove)

test("where no PostgreSQL fits the platform PGlite is taken; start and log say why, and what a power cut may cost", () => {
  expect(relay.notes).toEqual([
    expect.stringMatching(
      /^The data are kept by PGlite \(no PostgreSQL comes with Replywright for \w+-riscv64\)\. .* a power cut may lose the last seconds, or the whole data folder\. One relay at a time\. .* DATABASE_URL/
    )
  ])
  expect(lines.find((line) => line.includes('"event":"pglite"'))).toMatch(/"level":"warn".*riscv64.*power cut/)
  expect(readdirSync(data).sort()).toEqual(["pglite", "run"])
})

test("a folder stays with what has written it, in both directions", async () => {
  const open = (settings: Record<string, string>, place: string) =>
    openDatabase(readSettings({ REPLYWRIGHT_DATA: place, ...settings }), silentLog, new AbortController().signal)
  mkdirSync(join(folder, "postgres/database"), { recursive: true })
  writeFileSync(join(folder, "postgres/database/PG_VERSION"), "18\n")
  await expect(open({ REPLYWRIGHT_STORAGE: "pglite" }, join(folder, "postgres"))).rejects.toThrow(
    /^The data in .*postgres belong to PostgreSQL, but REPLYWRIGHT_STORAGE asks for PGlite: unset it, or set REPLYWRIGHT_DATA to another folder\.$/
  )
  expect(readdirSync(join(folder, "postgres")).sort()).toEqual(["database", "run"])
  await relay.close()
  relay = await begin()
  expect(relay.notes).toEqual([expect.stringContaining("the data in")])
  expect((await tom.fetch("/v1/me").catch(() => undefined))?.status).toBeUndefined()
  const { token } = tom
  tom = new Client(relay.url)
  tom.token = token
  expect((await tom.fetch("/v1/me")).status).toBe(200)
})

test("import and search send no trigram operator, and there is none to send", async () => {
  const sent: string[] = []
  const query = pg.Client.prototype.query
  const told = (first: unknown) =>
    typeof first === "object" && first !== null && "text" in first ? String(first.text) : String(first)
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    sent.push(told(given[0]))
    return Reflect.apply(query, this, given)
  }
  try {
    await importFolder(relay.db, join(import.meta.dirname, "../../demo/knowledge"), {
      origin: "sample",
      collection: "sample",
      signal: new AbortController().signal
    })
    for (const id of ["1001", "1002", "1007"])
      await createRetriever(relay.db).find(sampleTicket(id), person(), new AbortController().signal)
  } finally {
    pg.Client.prototype.query = query
  }
  // The statement that each search begins with.
  expect(sent.filter((text) => /row_to_json\(basis\).*\bword, hits from/s.test(text))).toHaveLength(3)
  expect(sent.filter((text) => /%|similarity|trgm/i.test(text))).toEqual([])
  await expect(sql`select 'a'::text % 'b'::text`.execute(relay.db)).rejects.toThrow(/operator does not exist/)
  await expect(sql`create extension pg_trgm`.execute(relay.db)).rejects.toThrow(/not available/)
})

test("a statement that doesn't end: PGlite is started again; who asked, and who waited behind, is told to try again; who comes next is served", async () => {
  const back = new Promise<void>((resolve) => (onLine = (line) => line.includes("database-back") && resolve()))
  endless = true
  const request = draftRequest()
  const asked = await tom.post("/v1/drafts", request)
  const behind = refusalOf(tom.post("/v1/outcomes", outcome()))
  expect((await restOf(eventsOf(asked))).at(-1)).toMatchObject({
    type: "draft-error",
    code: "database-down",
    retryable: true
  })
  // On a busy machine it may have come before the statement: then it was stored.
  const told = await behind
  if (told.status !== 200) expect(told).toMatchObject({ status: 503, code: "database-down", retryable: true })
  await back
  expect(lines.join("")).toContain("database-stuck")
  endless = false
  expect(await (await tom.post("/v1/outcomes", outcome())).json()).toMatchObject({ stored: true })
  expect((await tom.draft(request)).at(-1)).toMatchObject({ type: "draft-end", text: "Hello." })
})

test(
  "killed while such a statement runs, the relay starts again at once: what outlived it is ended first",
  async () => {
    await relay.close()
    const { process: first } = await startProcess({ REPLYWRIGHT_DATA: data, REPLYWRIGHT_STORAGE: "pglite" })
    const client = new pg.Client({ host: join(data, "run"), user: "replywright" })
    client.on("error", () => undefined)
    await client.connect()
    const begun = once(client, "notice")
    const stuck = client.query(ENDLESS).then(
      () => "ended",
      () => "broken off"
    )
    await begun
    const left = Number(readFileSync(join(data, "run/pglite.pid"), "utf8"))
    first.kill("SIGKILL")
    await once(first, "exit")
    const { process: second } = await startProcess({ REPLYWRIGHT_DATA: data, REPLYWRIGHT_STORAGE: "pglite" })
    const ended = once(second, "exit")
    onTestFinished(async () => {
      second.kill("SIGINT")
      await ended
    })
    expect(await stuck).toBe("broken off")
    await soon(() => expect(isRunning(left)).toBe(false))
  },
  STARTS_MS
)

test(
  "killed while such a statement runs, with no relay after it: PGlite ends itself",
  async () => {
    const { folder: place, remove: clear } = temporaryFolder()
    onTestFinished(clear)
    const alone = join(place, "data")
    const { process: first } = await startProcess({ REPLYWRIGHT_DATA: alone, REPLYWRIGHT_STORAGE: "pglite" })
    const client = new pg.Client({ host: join(alone, "run"), user: "replywright" })
    client.on("error", () => undefined)
    await client.connect()
    const begun = once(client, "notice")
    const stuck = client.query(ENDLESS).then(
      () => "ended",
      () => "broken off"
    )
    await begun
    const left = Number(readFileSync(join(alone, "run/pglite.pid"), "utf8"))
    first.kill("SIGKILL")
    expect(await stuck).toBe("broken off")
    await soon(() => expect(isRunning(left)).toBe(false))
  },
  STARTS_MS
)

/** What has ended may stand in the list until its parent asks for it. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"))
  } catch {
    return false
  }
}
