import { once } from "node:events"
import { connect } from "node:net"
import { networkInterfaces } from "node:os"
import { setTimeout as wait } from "node:timers/promises"
import { expect, test } from "vitest"
import { Client, draftRequest, eventsOf, refusalOf, restOf } from "../help/client.ts"
import { samplesOf, sumOf } from "../operating/exposition.ts"
import { seed } from "../help/seed.ts"
import { startCli } from "./relay-with-workers.ts"
import { isAlive, soon, useTwoWorkers } from "./two-workers.ts"

const { databases, model, undo, startRelay, keepRelay, beginAtBoth } = useTwoWorkers()

/** One relay for the tests that leave both of its workers ready, with somebody who has paired. */
let shared: ReturnType<typeof start> | undefined
const sharedRelay = () => (shared ??= start())
async function start() {
  const { url, code, ...kept } = await keepRelay("shared")
  return { url, ...kept, tom: await Client.paired({ url, pair: async () => code }) }
}

test("one of two workers is killed in mid-stream: the other's streams end whole, the port answers, the draft is cut and begins anew", {
  timeout: 240_000
}, async () => {
  const { relay, url, tom, db, metrics } = await sharedRelay()
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
  model().go()
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

/** Every round asks the same of another worker. */
const ROUNDS = process.env["REPLYWRIGHT_SOAK"] ? 6 : 2

test("a connection that comes while a worker is killed is answered or ends; none waits for an answer that never comes", {
  timeout: 120_000
}, async () => {
  const { relay, url } = await sharedRelay()
  const ends: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
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
  const first = await sharedRelay()
  const { port } = new URL(first.url)
  const second = await startRelay("newcomer", { RELAY_PORT: port })
  expect(new URL(second.url).port).not.toBe(port)
  expect(second.relay.ready()).toHaveLength(2)
  // What concerns all workers is logged once, by the first of them.
  const instead = Number(new URL(second.url).port)
  expect(second.relay.events().filter(({ event }) => event === "port-taken" || event === "relay-started")).toEqual([
    expect.objectContaining({ level: "warn", event: "port-taken", worker: 1, port: Number(port), instead }),
    expect.objectContaining({ event: "relay-started", worker: 1, workers: 2, port: instead, models: "held" })
  ])
  expect(second.relay.logged.join("")).not.toContain(databases().password)
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
  const open = () => sockets.filter((socket) => !socket.closed && !socket.readableEnded).length
  await expect.poll(open, soon).toBe(5)
  // Nor does any of these end.
  await wait(300)
  expect(open()).toBe(5)
})

test("SIGTERM stops all workers in order; SIGTERM to one of them replaces it", { timeout: 240_000 }, async () => {
  const { relay, url, tom, db } = await sharedRelay()
  shared = undefined
  const ready = relay.ready()
  const ended = ready.at(-1)
  process.kill(ended?.process ?? 0, "SIGTERM")
  await expect.poll(() => relay.ready().length, soon).toBe(ready.length + 1)
  expect(relay.ready().at(-1)).toMatchObject({ worker: ended?.worker })

  const { begun } = await beginAtBoth(tom, db)
  relay.kill("SIGTERM")
  await expect.poll(async () => (await tom.fetch("/v1/ready")).status).toBe(503)
  expect(await refusalOf(tom.post("/v1/drafts", draftRequest()))).toMatchObject({ code: "shutting-down" })
  model().go()
  for (const { events } of begun)
    expect((await restOf(events)).at(-1)).toMatchObject({ type: "draft-end", model: "held" })
  expect(await relay.ended).toEqual([0, null])
  await expect(fetch(`${url}/v1/health`)).rejects.toThrow()
})

test("several workers share an embedded database, which their parent runs; a killed parent takes them along", {
  timeout: 120_000
}, async () => {
  const environment = { REPLYWRIGHT_DATA: `${databases().folder}/embedded`, RELAY_WORKERS: "2" }
  await seed(environment.REPLYWRIGHT_DATA)
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
