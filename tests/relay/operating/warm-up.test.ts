import { spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { afterEach, expect, test } from "vitest"
import { Client } from "../help/client.ts"
import { temporaryFolder } from "../help/data-folder.ts"

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

test("the thread that reads texts is idle until somebody signed in asks for anything, and has then read a made-up ticket", {
  timeout: 60_000
}, async () => {
  const { folder, remove } = temporaryFolder()
  undo.push(remove)
  const { PATH = "", HOME = "/" } = process.env
  const child = spawn(process.execPath, [fileURLToPath(new URL("../../../src/relay/cli.mjs", import.meta.url))], {
    env: {
      PATH,
      HOME,
      NODE_ENV: "production",
      REPLYWRIGHT_DATA: `${folder}/data`,
      RELAY_PORT: "0",
      RELAY_METRICS_PORT: "0"
    },
    stdio: ["ignore", "pipe", "ignore"]
  })
  const ended = once(child, "exit")
  undo.push(() => {
    child.kill("SIGINT")
    return ended
  })
  let printed = ""
  for await (const line of createInterface({ input: child.stdout })) {
    printed += `${line}\n`
    if (line.includes("Ctrl-C stops")) break
  }
  const [, url = ""] = /Relay: (\S+)/.exec(printed) ?? []
  const [, metrics = ""] = /Metrics: (\S+)/.exec(printed) ?? []
  const jobsRead = async () => {
    const [, count = "0"] =
      /^replywright_queue_wait_seconds_count\{queue="worker"\} (\d+)$/m.exec(await (await fetch(metrics)).text()) ?? []
    return Number(count)
  }
  const tom = await Client.paired({ url, pair: async () => /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(printed)?.[0] ?? "" })
  await fetch(`${url}/v1/openapi.json`)
  expect(await jobsRead()).toBe(0)

  expect((await tom.fetch("/v1/lookups")).status).toBe(200)
  // What a draft runs there: the second look, the query, the summary's lines, the checker, and four sentences.
  await expect.poll(jobsRead, { timeout: 20_000 }).toBeGreaterThanOrEqual(8)
  await tom.fetch("/v1/lookups")
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(await jobsRead()).toBeLessThan(12)
})
