import { setTimeout as pause } from "node:timers/promises"
import { sql } from "kysely"
import { afterAll, beforeAll, test, type TestContext } from "vitest"
import { silentLog } from "../../../src/runtime/log.ts"
import { startRelay } from "../../../src/relay/server/start.ts"
import { connectTo, startDatabases } from "../../storage/help/databases.ts"
import { Client, outcome, refusalOf } from "../help/client.ts"
import { lacksPgbouncer, startPgbouncer } from "./pgbouncer.ts"
import { readiness } from "../../../src/protocol/routes/server.ts"

/** The extension waits this long for an answer. */
const BROWSER_MS = 15_000
/** Those who ask at once, in each of several waves: more than the relay has connections. */
const MANY = 24
const WAVES_MS = [0, 2_000, 4_500, 7_000, 9_500]

let databases: Awaited<ReturnType<typeof startDatabases>>
beforeAll(async () => {
  databases = await startDatabases()
})
afterAll(() => databases?.stop())

/** All of a relay's connections come to wait for a lock, and it is looked at and asked meanwhile. */
async function whileAllWait(url: string, direct: string, { expect, onTestFinished }: TestContext) {
  const relay = await startRelay({ DATABASE_URL: url, RELAY_PORT: "0" }, { log: silentLog })
  onTestFinished(() => relay.close())
  const tom = await Client.paired({ url: relay.url, pair: () => relay.pair("agent", "Tom") })
  const other = connectTo(direct)
  const watcher = connectTo(direct)
  onTestFinished(async () => {
    await other.destroy()
    await watcher.destroy()
  })
  const silences: number[] = []
  const ready: boolean[] = []
  const opened: number[] = []
  const answers = await other.transaction().execute(async (locking) => {
    await sql`lock table outcomes in access exclusive mode`.execute(locking)
    const ask = async (afterMs: number) => {
      await pause(afterMs)
      const signal = AbortSignal.timeout(BROWSER_MS)
      const answer = await tom.post("/v1/outcomes", outcome(), { signal })
      return { retryAfter: answer.headers.get("retry-after"), ...(await refusalOf(answer)) }
    }
    const asked = Promise.all(WAVES_MS.flatMap((afterMs) => Array.from({ length: MANY }, () => ask(afterMs))))
    let isOver = false
    const over = () => void (isOver = true)
    asked.then(over, over)
    while (!isOver) {
      const { rows } = await sql<{ silent: number; connections: number }>`
        select extract(epoch from clock_timestamp() - max(alive_at))::float8 as silent,
          (select count(*)::int from pg_stat_activity where datname = current_database()
            and application_name = 'replywright') as connections
        from relays`.execute(watcher)
      silences.push(rows[0]?.silent ?? Infinity)
      opened.push(rows[0]?.connections ?? 0)
      ready.push(readiness.parse(await (await tom.fetch("/v1/ready")).json()).ready)
      await pause(500)
    }
    return asked
  })
  expect(answers).toHaveLength(MANY * WAVES_MS.length)
  for (const answer of answers)
    expect(answer).toMatchObject({ status: 503, code: "database-down", retryable: true, retryAfter: "5" })
  expect(new Set(ready)).toEqual(new Set([true]))
  expect(Math.max(...silences)).toBeLessThan(6)
  expect((await tom.post("/v1/outcomes", outcome())).status).toBeLessThan(300)
  return { connections: Math.max(...opened) }
}

test("while every connection waits for a lock, the relay lives and is ready, and each browser hears of it in time", {
  timeout: 90_000,
  concurrent: true
}, async (context) => {
  const url = await databases.createReady("all_wait")
  const { connections } = await whileAllWait(url, url, context)
  context.expect(connections).toBe(16)
})

test.runIf(lacksPgbouncer === "")(
  `the same behind PgBouncer${lacksPgbouncer && ` (skipped: ${lacksPgbouncer})`}`,
  { timeout: 90_000, concurrent: true },
  async (context) => {
    const direct = await databases.createReady("all_wait_pooled")
    const pooled = await startPgbouncer(databases.folder, direct, 20)
    context.onTestFinished(() => pooled.close())
    await whileAllWait(pooled.url, direct, context)
  }
)
