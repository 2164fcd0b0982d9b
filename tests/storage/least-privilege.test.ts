import { readFileSync } from "node:fs"
import { sql } from "kysely"
import { afterAll, beforeAll, expect, test } from "vitest"
import { silentLog } from "../../src/runtime/log.ts"
import { startRelay } from "../../src/relay/server/start.ts"
import { runCommand } from "../relay/cli/run-command.ts"
import { Client, draftRequest, outcome, SITE } from "../relay/help/client.ts"
import { pipelineOf, writing } from "../relay/help/pipelines.ts"
import { connectTo, startDatabases } from "./help/databases.ts"

let databases: Awaited<ReturnType<typeof startDatabases>>
let ownerUrl = ""
let rowsUrl = ""
beforeAll(async () => {
  databases = await startDatabases()
  ownerUrl = await databases.create("least")
  await databases.admin.query("create role replywright_relay login password 'rows'")
  rowsUrl = ownerUrl.replace(/\/\/[^@]*@/, "//replywright_relay:rows@")
})
afterAll(() => databases?.stop())

const environmentOf = (url: string) => ({
  DATABASE_URL: url,
  REPLYWRIGHT_DATA: `${databases.folder}/least`,
  RELAY_PORT: "0",
  RELAY_WORKERS: "1"
})

/** Runs the shipped statements as the owner of the tables. */
async function grant(): Promise<void> {
  const owner = connectTo(ownerUrl)
  await sql.raw(readFileSync("deploy/postgresql/grants.sql", "utf8")).execute(owner)
  await owner.destroy()
}

test("a role that only reads and writes rows starts, drafts, erases, exports and keeps its days", {
  timeout: 60_000
}, async () => {
  await expect(startRelay(environmentOf(rowsUrl), { log: silentLog })).rejects.toThrow("may make no tables")
  await runCommand("migrate", [], environmentOf(ownerUrl))
  await grant()
  const errors: string[] = []
  const log = { ...silentLog, error: (event: string) => void errors.push(event) }
  const relay = await startRelay(environmentOf(rowsUrl), { log, pipeline: pipelineOf(writing("Hello")) })
  const [tom, ada] = [await Client.paired(relay, "Tom"), await Client.paired(relay, "Ada", "admin")]
  const asked = draftRequest()
  expect((await tom.draft(asked)).at(-1)?.type).toBe("draft-end")
  expect((await tom.post("/v1/outcomes", outcome({ draftId: asked.draftId }))).status).toBe(200)
  const erased = await tom.fetch(`/v1/tickets/sample/1001?site=${SITE}`, { method: "DELETE" })
  expect(await erased.json()).toMatchObject({ drafts: 1, outcomes: 1 })
  expect((await ada.fetch("/v1/audit/export")).status).toBe(200)
  await relay.close()
  expect(errors).toEqual([])
  expect(await runCommand("audit", ["verify"], environmentOf(rowsUrl))).toContain("Every entry is as it was written.")
  for (const args of [
    ["pair", "--name", "Mia"],
    ["playbooks", "list"],
    ["memories", "list"]
  ])
    await runCommand(args[0] ?? "", args.slice(1), environmentOf(rowsUrl))
})

test.each([
  "drop table drafts",
  "truncate audit",
  "update audit set action = 'nothing'",
  "delete from audit",
  "alter table audit disable trigger user",
  "drop trigger audit_rows on audit",
  "create or replace function audit_append_only() returns trigger language plpgsql as 'begin return old; end'",
  "create table mine (n integer)",
  "alter table people add column more text",
  "delete from kysely_migration",
  "set role replywright",
  "set session_replication_role = replica"
])("in that role the database refuses: %s", async (statement) => {
  const rows = connectTo(rowsUrl)
  await expect(sql.raw(statement).execute(rows)).rejects.toThrow(/permission denied|must be owner|goes only when/)
  await rows.destroy()
})
