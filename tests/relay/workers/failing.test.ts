import { sql } from "kysely"
import { expect, test } from "vitest"
import { QUICK_SUPERVISOR, startCli } from "./relay-with-workers.ts"
import { connectTo } from "../../storage/help/databases.ts"
import { soon, useTwoWorkers } from "./two-workers.ts"

const { databases, startRelay } = useTwoWorkers()

test("a relay whose first worker can't start says why, and ends", { timeout: 60_000 }, async () => {
  const url = databases().urlOf("nowhere")
  const relay = startCli({ REPLYWRIGHT_DATA: `${databases().folder}/none`, DATABASE_URL: url, RELAY_WORKERS: "2" })
  expect(await relay.ended).toEqual([1, null])
  const sentence = expect.stringMatching(/^DATABASE_URL does not work: there is no database nowhere/)
  expect(relay.logged.filter((line) => !line.startsWith("{"))).toEqual([sentence])
  expect(relay.events()).toEqual([
    expect.objectContaining({
      level: "warn",
      event: "worker-failed",
      worker: 1,
      code: "database-url",
      reason: sentence
    })
  ])
})

test("a relay whose first worker fails with no sentence for a person says the error's own words", {
  timeout: 120_000
}, async () => {
  const url = await databases().createReady("maimed")
  const db = connectTo(url)
  await sql`alter table voice_versions rename to elsewhere`.execute(db)
  await db.destroy()
  const relay = startCli({ DATABASE_URL: url, RELAY_WORKERS: "2" })
  expect(await relay.ended).toEqual([1, null])
  const reason = 'relation "voice_versions" does not exist'
  expect(relay.logged).toContain(reason)
  expect(relay.events()).toContainEqual(expect.objectContaining({ level: "warn", event: "worker-failed", reason }))
})

test("a worker that can't take a dead one's place says why, until it can", { timeout: 120_000 }, async () => {
  const { relay } = await startRelay("closed")
  await databases().admin.query("alter database closed allow_connections false")
  process.kill(relay.ready().at(-1)?.process ?? 0, "SIGKILL")
  const failures = () => relay.events().filter(({ event }) => event === "worker-failed")
  await expect.poll(failures, soon).not.toEqual([])
  expect(failures()[0]).toMatchObject({ level: "warn", reason: expect.stringMatching(/^DATABASE_URL does not work/) })
  await expect
    .poll(() => relay.events().map(({ event, code }) => [event, code]), soon)
    .toContainEqual(["worker-ended", 1])
  await databases().admin.query("alter database closed allow_connections true")
  await expect.poll(() => relay.ready().length, soon).toBe(3)
})

test("a worker that the system can't make is made once it can", { timeout: 120_000 }, async () => {
  const { relay, url } = await startRelay("unmade", {}, QUICK_SUPERVISOR)
  process.kill(relay.process, "SIGUSR2")
  process.kill(relay.ready().at(-1)?.process ?? 0, "SIGKILL")
  const ended = () => relay.events().filter(({ event }) => event === "worker-ended")
  await expect.poll(() => ended().length, soon).toBeGreaterThan(2)
  expect(ended()[1]).toMatchObject({ level: "warn", reason: "spawn /nowhere/node ENOENT" })
  expect((await fetch(`${url}/v1/health`)).status).toBe(200)
  process.kill(relay.process, "SIGUSR2")
  await expect.poll(() => relay.ready().length, soon).toBe(3)
})
