import type { ChildProcess } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import pg from "pg"
import { afterAll, expect, test } from "vitest"
import type { PairAnswer } from "../../src/protocol/relay.ts"
import { silentLog } from "../../src/runtime/log.ts"
import { readSettings } from "../../src/runtime/settings.ts"
import { openDatabase } from "../../src/storage/database.ts"
import { openCipher } from "../../src/storage/encryption/open-cipher.ts"
import { Client, draftRequest, outcome } from "../relay/help/client.ts"
import { databaseProcess, temporaryFolder } from "../relay/help/data-folder.ts"
import { seed } from "../relay/help/seed.ts"
import { expectWholeDraft } from "../relay/help/whole-draft.ts"
import { startProcess } from "./start-process.ts"

/** On the disk itself, not in memory. */
const { folder, remove } = temporaryFolder(tmpdir())
afterAll(remove)

const rounds = Number(process.env["REPLYWRIGHT_ROUNDS"] ?? 2)

test(`killed in mid-write ${rounds} times, not one acknowledged row is lost`, {
  timeout: 90_000 + rounds * 10_000
}, async () => {
  const data = `${folder}/data`
  await seed(data)
  const acknowledged = { outcomes: new Set<string>(), drafts: new Set<string>() }
  let token = ""
  for (let round = 0; round < rounds; round++) {
    const { process: child, url, code } = await startProcess({ REPLYWRIGHT_DATA: data })
    const client = new Client(url)
    if (!token) token = ((await (await client.post("/v1/pair", { code })).json()) as PairAnswer).token
    client.token = token
    const enough = acknowledged.outcomes.size + 20 + Math.floor(Math.random() * 100)
    const writers = [1, 2, 3, 4].map(() =>
      write(client, acknowledged, () => {
        // Every second time only the relay is killed: PostgreSQL outlives it, and the next start finds it.
        if (acknowledged.outcomes.size >= enough) kill(child, round % 2 === 1 ? undefined : databaseProcess(data))
      })
    )
    await Promise.all([...writers, once(child, "exit")])
  }
  await expectAll(acknowledged, data)
  console.log(
    `${rounds} rounds: ${acknowledged.outcomes.size} outcomes and ${acknowledged.drafts.size} drafts acknowledged, 0 lost`
  )
})

/** Writes outcomes and drafts until the relay is gone. */
async function write(
  client: Client,
  acknowledged: { outcomes: Set<string>; drafts: Set<string> },
  onOutcome: () => void
): Promise<void> {
  try {
    for (;;) {
      const told = outcome()
      const answer = await client.post("/v1/outcomes", told)
      if (((await answer.json()) as { stored?: boolean }).stored) acknowledged.outcomes.add(told.outcomeId)
      const request = draftRequest()
      const events = await client.draft(request)
      if (events.at(-1)?.type === "draft-end") acknowledged.drafts.add(request.draftId)
      onOutcome()
    }
  } catch (error) {
    // The relay was killed: fetch fails or its body breaks off.
    if (!(error instanceof TypeError)) throw error
  }
}

const killed = new Set<ChildProcess>()

/** The process group of the relay and, in the same breath, that of its database. */
function kill(child: ChildProcess, database: number | undefined): void {
  if (killed.has(child) || child.pid === undefined) return
  killed.add(child)
  process.kill(-child.pid, "SIGKILL")
  if (database !== undefined) process.kill(-database, "SIGKILL")
}

async function expectAll(acknowledged: { outcomes: Set<string>; drafts: Set<string> }, data: string): Promise<void> {
  const settings = readSettings({ REPLYWRIGHT_DATA: data })
  const { db, pool, close } = await openDatabase(settings, silentLog, new AbortController().signal)
  try {
    await openCipher(db, settings)
    const outcomes = new Set((await db.selectFrom("outcomes").select("id").execute()).map(({ id }) => id))
    const drafts = new Set(
      (await db.selectFrom("drafts").select("id").where("state", "=", "done").execute()).map(({ id }) => id)
    )
    expect([...acknowledged.outcomes].filter((id) => !outcomes.has(id))).toEqual([])
    expect([...acknowledged.drafts].filter((id) => !drafts.has(id))).toEqual([])
    for (const id of acknowledged.drafts) await expectWholeDraft(db, id)
    expect(acknowledged.outcomes.size).toBeGreaterThan(rounds * 20)
    await checkIndexes(pool, data)
  } finally {
    await close()
  }
}

/** PostgreSQL's own check that every index is whole and says what its table says. */
const CHECK =
  "select bt_index_check(c.oid, true) from pg_class c join pg_am a on a.oid = c.relam where a.amname = 'btree' and c.relpersistence = 'p'"

async function checkIndexes(pool: pg.Pool, data: string): Promise<void> {
  const password = readFileSync(`${data}/database-password`, "utf8")
  const admin = new pg.Client({
    host: pool.options.host,
    port: pool.options.port,
    user: "postgres",
    password,
    database: "replywright"
  })
  await admin.connect()
  await admin.query("create extension if not exists amcheck")
  const checked = await admin.query(CHECK)
  await admin.end()
  expect(checked.rowCount).toBeGreaterThan(50)
}
