import { readFileSync } from "node:fs"
import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { Client } from "../../relay/help/client.ts"
import { temporaryFolder } from "../../relay/help/data-folder.ts"
import { openRelay, type TestRelay } from "../../relay/help/relay.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { readSettings } from "../../../src/runtime/settings.ts"
import { openDatabase, type Database } from "../../../src/storage/database.ts"
import { importedFolder, QUICK, setSchedule, startImport, until, writeFiles } from "./upkeep.ts"

const { folder, remove } = temporaryFolder()
const data = `${folder}/data`
let server: Database
let owner: pg.Client
let relay: TestRelay
let ada = new Client("")
const address = (user: string, password: string) =>
  `postgresql://${user}:${password}@localhost/plain?host=${encodeURIComponent(`${data}/run`)}`
beforeAll(async () => {
  server = await openDatabase(readSettings({ REPLYWRIGHT_DATA: data }), silentLog, new AbortController().signal)
  const password = readFileSync(`${data}/database-password`, "utf8")
  const postgres = new pg.Client(address("postgres", password).replace("/plain?", "/replywright?"))
  await postgres.connect()
  await postgres.query("create database plain")
  await postgres.query("create role plain login password 'plain'")
  await postgres.end()
  owner = new pg.Client(address("postgres", password))
  await owner.connect()
  // A schema of its own, and no right to make another.
  await owner.query("create schema plain authorization plain")
  relay = await openRelay({ environment: { DATABASE_URL: address("plain", "plain") }, timing: QUICK })
  ada = await Client.paired(relay, "Ada", "admin")
}, 60_000)
afterAll(async () => {
  await relay?.close()
  await owner?.end()
  await server?.close()
  remove()
})

test("where the relay may make no schema, imports that are asked for run, and so do scheduled ones", {
  timeout: 60_000
}, async () => {
  const { folder: files, collection } = await importedFolder(relay, "help", {
    "page.md": "# Page\n\nBooks are lent for a week."
  })
  const importedAfter = async (text: string, ask: () => Promise<unknown>) => {
    writeFiles(files, { "page.md": `# Page\n\n${text}` })
    const since = Date.now()
    await ask()
    return until(
      ada,
      collection,
      ({ last, waiting }) =>
        !waiting && last?.state === "done" && last.imported === 1 && Date.parse(last.started) >= since
    )
  }
  await importedAfter("Books are lent for two weeks.", () => startImport(ada, { collection }))
  expect((await setSchedule(ada, collection, { every: "hour" })).next).toMatch(/:00:00\.000Z$/)
  await importedAfter("Books are lent for three weeks.", async () => {
    const past = new Date(Date.now() - 3 * 3_600_000)
    await owner.query("update plain.imports set started_at = $1, ended_at = $1", [past])
    await owner.query("update plain.knowledge_sources set scheduled_at = $1", [past])
  })
})
