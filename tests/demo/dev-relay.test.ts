import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest"
import { isOfRelay, startRelayProcess } from "../../demo/dev/relay-process.ts"
import { freePort } from "../relay/several/balancer.ts"
import { startDatabases } from "../storage/help/databases.ts"

let databases: Awaited<ReturnType<typeof startDatabases>>
beforeAll(async () => {
  databases = await startDatabases()
})
afterAll(() => databases?.stop())

test("the relay for development starts again at its address when a file of it has changed", async () => {
  const relay = await startRelayProcess({
    DATABASE_URL: await databases.createReady("dev"),
    REPLYWRIGHT_DATA: databases.folder,
    RELAY_PORT: String(await freePort()),
    RELAY_WORKERS: "1"
  })
  onTestFinished(() => relay.close())
  expect(await relay.restart(new Set(["src/ui/agent/panel.tsx"]))).toBe(false)
  expect(await relay.restart(new Set(["src/relay/server/health.ts"]))).toBe(true)
  expect((await fetch(`${relay.url}/v1/health`)).status).toBe(200)
  expect(await relay.command("pair", "--role", "agent", "--name", "Ada")).toContain("Ada")
}, 60_000)

test("a file counts as one of the relay's by its room", () => {
  const files = ["src/relay/main.ts", "src/masking/restore.ts", "src/copilot/draft/draft-life.ts", "popup/index.tsx"]
  expect(files.filter(isOfRelay)).toEqual(["src/relay/main.ts", "src/masking/restore.ts"])
})
