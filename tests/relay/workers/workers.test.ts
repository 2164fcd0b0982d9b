import { once } from "node:events"
import { connect } from "node:net"
import { networkInterfaces } from "node:os"
import { setTimeout as wait } from "node:timers/promises"
import { sql } from "kysely"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { Client, draftRequest, eventsOf, refusalOf, restOf } from "../help/client.ts"
import { startHeldModel } from "../help/held-model.ts"
import { connectTo, startDatabases } from "../../storage/help/databases.ts"
import { samplesOf, sumOf } from "../operating/exposition.ts"
import { startCli } from "./relay-with-workers.ts"

let databases: Awaited<ReturnType<typeof startDatabases>>
let model: Awaited<ReturnType<typeof startHeldModel>>
beforeAll(async () => {
  databases = await startDatabases()
  model = await startHeldModel()
})
afterAll(async () => {
  model?.close()
  await databases?.stop()
})
const undo: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const work of undo.splice(0).reverse()) await work()
})

const soon = { timeout: 60_000, interval: 50 }

async function startRelay(name: string, environment: Record<string, string> = {}) {
  const databaseUrl = await databases.create(name)
  const relay = startCli({
    REPLYWRIGHT_DATA: `${databases.folder}/${name}`,
    DATABASE_URL: databaseUrl,
    RELAY_WORKERS: "2",
    RELAY_METRICS_PORT: "0",
    MODEL_BASE_URL: model.url,
    MODEL_NAME: "held",
    ...environment
  })
  undo.push(async () => {
    relay.kill("SIGKILL")
    await relay.ended
  })
  const url = await relay.says(/^Relay: (\S+)/)
  const code = await relay.says(/^Pairing code for an agent: (\S+)/)
  await expect.poll(() => relay.ready().length, soon).toBe(2)
  const db = connectTo(databaseUrl)
  undo.push(() => db.destroy())
  return { relay, url, code, db, metrics: await relay.says(/^Metrics: (\S+)/) }
}
type Started = Awaited<ReturnType<typeof startRelay>>

/**
 * Begins a draft at each of the two workers, and ends all others, because nobody may have more than six under way: which
 * worker accepts a connection is chance.
 */
async function beginAtBoth(tom: Client, db: Started["db"]) {
  const begun: {
    request: ReturnType<typeof draftRequest>
    events: ReturnType<typeof eventsOf>
    relay: string | null
  }[] = []
  const ended: (string | null)[] = []
  for (let n = 0; n < 60; n++) {
    const request = draftRequest()
    // Each on a connection of its own: one that is kept leads to the same worker.
    const events = eventsOf(await tom.post("/v1/drafts", request, { headers: { connection: "close" } }))
    for (let next = await events.next(); next.value?.type !== "draft-delta"; next = await events.next())
      expect(next.done).not.toBe(true)
    const { relay } = await db
      .selectFrom("drafts")
      .select("relay")
      .where("id", "=", request.draftId)
      .executeTakeFirstOrThrow()
    if (begun.every((draft) => draft.relay !== relay)) begun.push({ request, events, relay })
    else {
      model.endNewest()
      await restOf(events)
      ended.push(relay)
    }
    if (begun.length === 2) return { begun, ended }
  }
  throw new Error("All drafts came to one worker.")
}

test("one of two workers is killed in mid-stream: the other's streams end whole, the port answers, the draft is cut and begins anew", {
  timeout: 240_000
}, async () => {
  const { relay, url, code, db, metrics } = await startRelay("killed")
  const tom = await Client.paired({ url, pair: async () => code })
  const { begun, ended } = await beginAtBoth(tom, db)
  const [first, second] = relay.ready()
  const lost = begun.filter((draft) => draft.relay === first?.relay)
  const kept = begun.filter((draft) => draft.relay === second?.relay)
  const broken = lost.map(({ events }) => expect(restOf(events)).rejects.toThrow())
  process.kill(first?.process ?? 0, "SIGKILL")
  await Promise.all(broken)
  // A dying process closes its newest sockets first, and the one that accepts connections last.
  await expect.poll(() => isAlive(first?.process ?? 0), soon).toBe(false)
  for (let n = 0; n < 20; n++)
    expect((await fetch(`${url}/v1/health`, { headers: { connection: "close" } })).status).toBe(200)

  // The parent says that it died, so nobody waits until its silence does: that would take ten seconds.
  const killedAt = performance.now()
  const stored = () =>
    db
      .selectFrom("drafts")
      .select(["state", "relay"])
      .where(
        "id",
        "in",
        lost.map(({ request }) => request.draftId)
      )
      .execute()
  await expect.poll(stored, soon).toEqual(Array(lost.length).fill({ state: "cut", relay: null }))
  expect(performance.now() - killedAt).toBeLessThan(8_000)

  // Another process has its place, and writes too.
  await expect.poll(() => relay.ready().length, soon).toBe(3)
  const replaced = relay.ready()[2]
  expect(replaced).toMatchObject({ worker: first?.worker })
  expect(replaced?.process).not.toBe(first?.process)
  const again = lost.map(({ request }) => tom.post("/v1/drafts", request))
  for (const answer of again) {
    const events = eventsOf(await answer)
    for (let next = await events.next(); next.value?.type !== "draft-delta"; next = await events.next())
      expect(next.done).not.toBe(true)
    kept.push({ request: draftRequest(), events, relay: null })
  }
  model.go()
  for (const { events } of kept)
    expect((await restOf(events)).at(-1)).toMatchObject({ type: "draft-end", model: "held" })

  // One scrape tells the whole relay, each worker apart.
  const samples = samplesOf(await (await fetch(metrics)).text())
  expect(sumOf(samples, "replywright_workers")).toBe(2)
  expect(sumOf(samples, "replywright_worker_deaths_total")).toBe(1)
  expect(sumOf(samples, "replywright_drafts_total", { state: "done" })).toBe(
    kept.length + ended.filter((name) => name === second?.relay).length
  )
  for (const worker of ["1", "2"])
    expect(sumOf(samples, "process_resident_memory_bytes", { worker })).toBeGreaterThan(0)
  // Sixteen connections, divided.
  expect(sumOf(samples, "replywright_database_connections")).toBeLessThanOrEqual(16)
})

test("a connection that comes while a worker is killed is answered or ends; none waits for an answer that never comes", {
  timeout: 120_000
}, async () => {
  const { relay, url } = await startRelay("dying")
  const ends: string[] = []
  for (let round = 0; round < 3; round++) {
    const { length } = relay.ready()
    process.kill(relay.ready().at(-1)?.process ?? 0, "SIGKILL")
    const asked = Array.from({ length: 8 }, () =>
      fetch(`${url}/v1/health`, { headers: { connection: "close" }, signal: AbortSignal.timeout(10_000) })
    )
    for (const answer of await Promise.allSettled(asked))
      ends.push(answer.status === "fulfilled" ? String(answer.value.status) : String(answer.reason.name))
    await expect.poll(() => relay.ready().length, soon).toBe(length + 1)
  }
  expect(new Set(ends)).not.toContain("TimeoutError")
  expect(ends).toContain("200")
})

test("a second relay doesn't share the port of a first one's workers", { timeout: 120_000 }, async () => {
  const first = await startRelay("neighbour")
  const { port } = new URL(first.url)
  const second = await startRelay("newcomer", { RELAY_PORT: port })
  expect(new URL(second.url).port).not.toBe(port)
  expect(second.relay.ready()).toHaveLength(2)
})

test("limits hold over all workers: wrong codes of a network, and the connections of an address", {
  timeout: 120_000
}, async () => {
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === "IPv4" && !internal)?.address
  const { url } = await startRelay("limits", {
    RELAY_CONNECTIONS_PER_ADDRESS: "5",
    ...(outside && { RELAY_LISTEN: outside, RELAY_HOSTS: outside, RELAY_INSECURE_LISTEN: "yes" })
  })
  const anybody = new Client(url)
  const wrong = []
  for (let n = 0; n < 14; n++)
    wrong.push(
      await refusalOf(anybody.post("/v1/pair", { code: `WRNG-${1000 + n}` }, { headers: { connection: "close" } }))
    )
  expect(wrong.map(({ code }) => code)).toEqual([
    ...Array<string>(10).fill("wrong-code"),
    ...Array<string>(4).fill("too-many-tries")
  ])

  // This machine's own loopback may have more, so without another address there is nothing to count.
  if (outside === undefined) return
  const { hostname, port } = new URL(url)
  const sockets = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const socket = connect(Number(port), hostname)
      undo.push(() => void socket.destroy())
      socket.on("error", () => undefined)
      await once(socket, "connect")
      return socket
    })
  )
  await wait(1_000)
  expect(sockets.filter((socket) => !socket.closed && !socket.readableEnded)).toHaveLength(5)
})

test("SIGTERM stops all workers in order; SIGTERM to one of them replaces it", { timeout: 240_000 }, async () => {
  const { relay, url, code, db } = await startRelay("stopped")
  const tom = await Client.paired({ url, pair: async () => code })
  const [first] = relay.ready()
  process.kill(first?.process ?? 0, "SIGTERM")
  await expect.poll(() => relay.ready().length, soon).toBe(3)
  expect(relay.ready()[2]).toMatchObject({ worker: first?.worker })

  const { begun } = await beginAtBoth(tom, db)
  relay.kill("SIGTERM")
  await expect.poll(async () => (await tom.fetch("/v1/ready")).status).toBe(503)
  expect(await refusalOf(tom.post("/v1/drafts", draftRequest()))).toMatchObject({ code: "shutting-down" })
  model.go()
  for (const { events } of begun)
    expect((await restOf(events)).at(-1)).toMatchObject({ type: "draft-end", model: "held" })
  expect(await relay.ended).toEqual([0, null])
  await expect(fetch(`${url}/v1/health`)).rejects.toThrow()
})

test("a relay whose first worker can't start says why, and ends", { timeout: 60_000 }, async () => {
  const url = databases.urlOf("nowhere")
  const relay = startCli({ REPLYWRIGHT_DATA: `${databases.folder}/none`, DATABASE_URL: url, RELAY_WORKERS: "2" })
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
    }),
    expect.objectContaining({ level: "warn", event: "worker-ended", worker: 1, code: 1 })
  ])
})

test("a relay whose first worker fails with no sentence for a person says the error's own words", {
  timeout: 120_000
}, async () => {
  const { relay: whole, db } = await startRelay("maimed")
  whole.kill("SIGTERM")
  await whole.ended
  await sql`alter table voice_versions rename to elsewhere`.execute(db)
  const relay = startCli({ DATABASE_URL: databases.urlOf("maimed"), RELAY_WORKERS: "2" })
  expect(await relay.ended).toEqual([1, null])
  const reason = 'relation "voice_versions" does not exist'
  expect(relay.logged).toContain(reason)
  expect(relay.events()).toContainEqual(expect.objectContaining({ level: "warn", event: "worker-failed", reason }))
})

test("a worker that can't take a dead one's place says why, until it can", { timeout: 120_000 }, async () => {
  const { relay } = await startRelay("closed")
  await databases.admin.query("alter database closed allow_connections false")
  process.kill(relay.ready().at(-1)?.process ?? 0, "SIGKILL")
  const failures = () => relay.events().filter(({ event }) => event === "worker-failed")
  await expect.poll(failures, soon).not.toEqual([])
  expect(failures()[0]).toMatchObject({ level: "warn", reason: expect.stringMatching(/^DATABASE_URL does not work/) })
  await expect
    .poll(() => relay.events().map(({ event, code }) => [event, code]), soon)
    .toContainEqual(["worker-ended", 1])
  await databases.admin.query("alter database closed allow_connections true")
  await expect.poll(() => relay.ready().length, soon).toBe(3)
})

test("several workers share an embedded database, which their parent runs; a killed parent takes them along", {
  timeout: 120_000
}, async () => {
  const environment = { REPLYWRIGHT_DATA: `${databases.folder}/embedded`, RELAY_WORKERS: "2" }
  const relay = startCli(environment)
  undo.push(() => void relay.kill("SIGKILL"))
  const url = await relay.says(/^Relay: (\S+)/)
  await expect.poll(() => relay.ready().length, soon).toBe(2)
  expect((await fetch(`${url}/v1/ready`)).status).toBe(200)
  relay.kill("SIGKILL")
  for (const worker of relay.ready()) await expect.poll(() => isAlive(worker.process), soon).toBe(false)
  // The next one takes the database over that is still there.
  const next = startCli({ ...environment, RELAY_WORKERS: "1" })
  undo.push(() => void next.kill("SIGKILL"))
  expect((await fetch(`${await next.says(/^Relay: (\S+)/)}/v1/ready`)).status).toBe(200)
  next.kill("SIGTERM")
  expect(await next.ended).toEqual([0, null])
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false
    throw error
  }
}
