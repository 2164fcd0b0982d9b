import { spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, test, type TestContext } from "vitest"
import { sql } from "kysely"
import { silentLog } from "../../../src/runtime/log.ts"
import { startRelay } from "../../../src/relay/server/start.ts"
import { connectTo, startDatabases } from "../../storage/help/databases.ts"
import { startSilentProxy } from "../../storage/help/silent-proxy.ts"
import { Client, draftRequest, eventsOf, outcome, refusalOf } from "../help/client.ts"
import { startHeldModel } from "../help/held-model.ts"
import { readiness } from "../../../src/protocol/routes/server.ts"

let databases: Awaited<ReturnType<typeof startDatabases>>
beforeAll(async () => {
  databases = await startDatabases()
})
afterAll(() => databases?.stop())

async function startBehindProxy(name: string, onTestFinished: TestContext["onTestFinished"]) {
  const direct = await databases.createReady(name)
  const proxy = await startSilentProxy(direct)
  onTestFinished(proxy.close)
  const relay = await startRelay({ DATABASE_URL: proxy.url, RELAY_PORT: "0" }, { log: silentLog })
  const tom = await Client.paired({ url: relay.url, pair: () => relay.pair("agent", "Tom") })
  return { relay, proxy, direct, tom }
}

const readinessOf = async (tom: Client) => readiness.parse(await (await tom.fetch("/v1/ready")).json())

test("a relay from which nothing reaches the database is ready no more, says why, answers 503, and stops in time", {
  timeout: 60_000,
  concurrent: true
}, async ({ expect, onTestFinished }) => {
  const { relay, proxy, tom } = await startBehindProxy("silent", onTestFinished)
  expect(await readinessOf(tom)).toMatchObject({ ready: true })
  proxy.silence()
  const refused = await tom.post("/v1/outcomes", outcome())
  expect(refused.headers.get("retry-after")).toBe("5")
  expect(await refusalOf(refused)).toMatchObject({ status: 503, code: "database-down", retryable: true })
  await expect
    .poll(() => readinessOf(tom), { timeout: 20_000 })
    .toMatchObject({ ready: false, reasons: [{ code: "database-down" }, { code: "silent" }] })
  const began = performance.now()
  await relay.close()
  expect(performance.now() - began).toBeLessThan(15_000)
})

test("while a table is locked, what needs it is answered 503 with a sentence, and the relay goes on to live", {
  timeout: 60_000,
  concurrent: true
}, async ({ expect, onTestFinished }) => {
  const { relay, direct, tom } = await startBehindProxy("locked_relay", onTestFinished)
  const other = connectTo(direct)
  onTestFinished(() => other.destroy())
  await other.transaction().execute(async (locking) => {
    await sql`lock table drafts, outcomes in access exclusive mode`.execute(locking)
    const refused = await tom.post("/v1/drafts", draftRequest())
    expect(refused.headers.get("retry-after")).toBe("5")
    expect(await refusalOf(refused)).toMatchObject({ status: 503, message: expect.stringMatching(/took too long/) })
    const { rows } = await sql`
      select from relays where alive_at > clock_timestamp() - interval '8 seconds'`.execute(locking)
    expect(rows).toHaveLength(1)
    expect(await readinessOf(tom)).toMatchObject({ ready: true })
  })
  expect((await tom.draft(draftRequest())).at(-1)?.type).toBe("draft-end")
  await relay.close()
})

test("SIGTERM ends a relay in time while its database is silent and a draft is under way", {
  timeout: 90_000,
  concurrent: true
}, async ({ expect, onTestFinished }) => {
  const proxy = await startSilentProxy(await databases.createReady("stopped"))
  onTestFinished(proxy.close)
  const model = await startHeldModel()
  onTestFinished(model.close)
  const { PATH = "", HOME = "/" } = process.env
  const child = spawn(process.execPath, [fileURLToPath(new URL("../../../src/relay/cli.mjs", import.meta.url))], {
    env: {
      ...{ PATH, HOME, NODE_ENV: "production", RELAY_PORT: "0", RELAY_WORKERS: "1" },
      ...{ DATABASE_URL: proxy.url, MODEL_BASE_URL: model.url, MODEL_NAME: "held" }
    },
    stdio: ["ignore", "pipe", "pipe"]
  })
  onTestFinished(() => void child.kill("SIGKILL"))
  let logged = ""
  child.stderr.on("data", (bytes) => (logged += bytes))
  const ended = once(child, "exit")
  let printed = ""
  for await (const line of createInterface({ input: child.stdout })) {
    printed += `${line}\n`
    if (line.includes("Ctrl-C stops")) break
  }
  const url = /http:\S+/.exec(printed)?.[0] ?? ""
  const code = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(printed)?.[0] ?? ""
  const tom = await Client.paired({ url, pair: async () => code })
  const events = eventsOf(await tom.post("/v1/drafts", draftRequest()))
  await events.next()
  proxy.silence()
  const began = performance.now()
  child.kill("SIGTERM")
  await ended
  expect(performance.now() - began).toBeLessThan(32_000)
  expect(child.exitCode).toBe(0)
  expect(logged).toContain("relay-beat")
})
