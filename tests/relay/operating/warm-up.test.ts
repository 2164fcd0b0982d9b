import { afterEach, expect, test } from "vitest"
import { Client } from "../help/client.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { seed } from "../help/seed.ts"
import { startCli } from "../workers/relay-with-workers.ts"

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

test("the thread that reads texts is idle until somebody signed in asks for anything, and has then read a made-up ticket", {
  timeout: 120_000
}, async () => {
  const { folder, remove } = temporaryFolder()
  undo.push(remove)
  await seed(`${folder}/data`)
  const relay = startCli({ REPLYWRIGHT_DATA: `${folder}/data`, RELAY_METRICS_PORT: "0" })
  undo.push(() => {
    relay.kill("SIGINT")
    return relay.ended
  })
  const url = await relay.says(/^Relay: (\S+)/)
  const metrics = await relay.says(/^Metrics: (\S+)/)
  const code = await relay.says(/([A-Z2-9]{4}-[A-Z2-9]{4})/)
  const jobsRead = async () => {
    const [, count = "0"] =
      /^replywright_queue_wait_seconds_count\{queue="worker"\} (\d+)$/m.exec(await (await fetch(metrics)).text()) ?? []
    return Number(count)
  }
  const tom = await Client.paired({ url, pair: async () => code })
  await fetch(`${url}/v1/openapi.json`)
  expect(await jobsRead()).toBe(0)

  expect((await tom.fetch("/v1/lookups")).status).toBe(200)
  // What a draft runs there: the second look, the query, the summary's lines, the checker, and four sentences.
  await expect.poll(jobsRead, { timeout: 60_000 }).toBeGreaterThanOrEqual(8)
  await tom.fetch("/v1/lookups")
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(await jobsRead()).toBeLessThan(12)
})
