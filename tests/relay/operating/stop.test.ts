import { spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { sql } from "kysely"
import { afterEach, expect, test } from "vitest"
import { createLog } from "../../../src/runtime/log.ts"
import { Client, draftRequest, eventsOf, refusalOf, restOf } from "../help/client.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { startHeldModel } from "../help/held-model.ts"
import { pipelineOf, waiting } from "../help/pipelines.ts"
import { openRelay } from "../help/relay.ts"
import { seed } from "../help/seed.ts"
import { readiness } from "../../../src/protocol/routes/server.ts"

const undo: (() => void)[] = []
afterEach(() => undo.splice(0).forEach((work) => work()))

const readinessOf = async (url: string) => {
  const answer = await new Client(url).fetch("/v1/ready")
  return { status: answer.status, ...readiness.parse(await answer.json()) }
}

test("a relay that runs is ready, and one whose database was replaced by an older one says what to do", async () => {
  const relay = await openRelay()
  expect(await readinessOf(relay.url)).toEqual({ status: 200, ready: true, reasons: [], notes: [] })
  await sql`delete from kysely_migration where name = (select max(name) from kysely_migration)`.execute(relay.db)
  expect(await readinessOf(relay.url)).toMatchObject({
    status: 503,
    ready: false,
    reasons: [{ code: "database-behind", message: expect.stringMatching(/start the relay again/) }]
  })
  await relay.db.destroy()
  expect(await readinessOf(relay.url)).toMatchObject({ status: 503, reasons: [{ code: "database-down" }] })
  // A probe of life is another question: to start it again would help nobody.
  expect((await new Client(relay.url).fetch("/v1/health")).status).toBe(200)
  await relay.close()
})

test("what has not ended when the grace is over is stored as cut off", async () => {
  const held = waiting()
  const relay = await openRelay({ pipeline: pipelineOf(held.run) })
  const other = await relay.again()
  const request = draftRequest()
  const tom = await Client.paired({ url: other.url, pair: relay.pair })
  const events = eventsOf(await tom.post("/v1/drafts", request))
  await events.next()
  await other.relay.close(20)
  const { state } = await relay.db
    .selectFrom("drafts")
    .select("state")
    .where("id", "=", request.draftId)
    .executeTakeFirstOrThrow()
  expect(state).toBe("cut")
  await relay.close()
})

test("a draft that is refused because the relay stops is no error in its log", async () => {
  const lines: string[] = []
  const held = waiting()
  const relay = await openRelay({ pipeline: pipelineOf(held.run), log: createLog((line) => lines.push(line)) })
  const other = await relay.again()
  const tom = await Client.paired({ url: other.url, pair: relay.pair })
  const events = eventsOf(await tom.post("/v1/drafts", draftRequest()))
  await events.next()
  const closed = other.relay.close(30_000)
  expect(await refusalOf(tom.post("/v1/drafts", draftRequest()))).toMatchObject({ status: 503, code: "shutting-down" })
  held.go()
  await restOf(events)
  await closed
  const levels = lines.map((line): { level: string } => JSON.parse(line)).map(({ level }) => level)
  expect(levels).toContain("info")
  expect(levels).not.toContain("error")
  await relay.close()
})

test("SIGTERM to a real relay: it is ready no more, refuses new drafts, ends the running one whole, and exits", {
  timeout: 60_000
}, async () => {
  const { folder, remove } = temporaryFolder()
  undo.push(remove)
  const model = await startHeldModel()
  undo.push(model.close)
  const environment = { REPLYWRIGHT_DATA: `${folder}/data` }
  await seed(environment.REPLYWRIGHT_DATA, environment)
  const { PATH = "", HOME = "/" } = process.env
  const child = spawn(process.execPath, [fileURLToPath(new URL("../../../src/relay/cli.mjs", import.meta.url))], {
    env: {
      PATH,
      HOME,
      NODE_ENV: "production",
      ...environment,
      RELAY_PORT: "0",
      MODEL_BASE_URL: model.url,
      MODEL_NAME: "held"
    },
    stdio: ["ignore", "pipe", "ignore"]
  })
  const kill = (signal: NodeJS.Signals) => child.kill(signal)
  undo.push(() => kill("SIGKILL"))
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
  for (let next = await events.next(); next.value?.type !== "draft-delta"; next = await events.next())
    expect(next.done).not.toBe(true)

  kill("SIGTERM")
  await expect
    .poll(() => readinessOf(url))
    .toMatchObject({
      status: 503,
      ready: false,
      reasons: [{ code: "shutting-down" }]
    })
  expect((await tom.fetch("/v1/health")).status).toBe(200)
  const refused = await tom.post("/v1/drafts", draftRequest())
  expect(refused.headers.get("retry-after")).toBe("5")
  expect(await refusalOf(refused)).toMatchObject({ status: 503, code: "shutting-down", retryable: true })

  model.go()
  expect((await restOf(events)).at(-1)).toMatchObject({ type: "draft-end", model: "held" })
  expect(await ended).toEqual([0, null])
})
