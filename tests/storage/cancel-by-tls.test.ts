import { spawnSync } from "node:child_process"
import { sql } from "kysely"
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest"
import { connectTo, openAt, startDatabases } from "./help/databases.ts"
import { startTlsProxy } from "./help/tls-proxy.ts"

const lacksOpenssl = spawnSync("openssl", ["version"]).error ? " (skipped: no openssl installed)" : ""

let databases: Awaited<ReturnType<typeof startDatabases>>
beforeAll(async () => {
  databases = await startDatabases()
})
afterAll(() => databases?.stop())

test.runIf(lacksOpenssl === "").each([
  ["asked for", false],
  ["from the first byte", true]
])(
  `through a proxy that insists on TLS, %s, a statement is cancelled at the server${lacksOpenssl}`,
  async (_, direct) => {
    const name = `tls_${direct}`
    const url = await databases.createReady(name)
    const proxy = await startTlsProxy(databases.folder, url, direct)
    onTestFinished(() => proxy.close())
    const { db, close } = await openAt(proxy.url, { statementMs: 1_000 })
    onTestFinished(close)
    const other = connectTo(url)
    onTestFinished(() => other.destroy())
    await other.transaction().execute(async (locking) => {
      await sql`lock table drafts in access exclusive mode`.execute(locking)
      const waiting = db.selectFrom("drafts").select("id").execute()
      await expect(waiting).rejects.toMatchObject({ code: "statement-timeout", isAnswered: true })
      const { rows } = await sql`
      select from pg_stat_activity where datname = ${name} and wait_event_type = 'Lock'`.execute(locking)
      expect(rows).toEqual([])
    })
    expect(await db.selectFrom("drafts").select("id").execute()).toEqual([])
    expect(proxy.refused()).toBe(0)
  }
)
