import { once } from "node:events"
import { createServer } from "node:http"
import { afterAll, beforeAll, expect, test } from "vitest"
import * as z from "zod/mini"
import { createWebClient } from "../../../src/ingest/sources/web/web-client.ts"
import { addWebhook, listWebhooks } from "../../../src/relay/webhooks/endpoints.ts"
import { startWebhookSender } from "../../../src/relay/webhooks/sender.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { soon } from "../../soon.ts"
import { Client, outcome } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

let relay: TestRelay
/** One answers, and one never does. */
const [here, away] = [createServer((_, response) => response.end()), createServer(() => undefined)]
beforeAll(async () => {
  relay = await openRelay({ timing: { look: 3600 } })
  for (const server of [here, away]) await once(server.listen(0, "127.0.0.1"), "listening")
})
afterAll(async () => {
  for (const server of [here, away]) {
    server.closeAllConnections()
    server.close()
  }
  await relay?.close()
})

test("an endpoint that is away keeps no other waiting", async () => {
  const ids: string[] = []
  for (const server of [away, here]) {
    const { id } = await addWebhook(relay.db, "https://hooks.example.com/hook", relay.time.now)
    const { port } = z.object({ port: z.number() }).parse(server.address())
    const url = `http://127.0.0.1:${port}/hook`
    await relay.db.updateTable("webhook_endpoints").set({ url }).where("id", "=", id).execute()
    ids.push(id)
  }
  const mia = await Client.paired(relay)
  for (let n = 0; n < 30; n++) await mia.post("/v1/outcomes", outcome({ ticketId: String(n) }))
  const web = createWebClient({ tries: 1, allowHosts: ["127.0.0.1"] })
  const stop = startWebhookSender(relay.db, silentLog, () => relay.time.now, 0.02, web)
  await soon(async () => {
    const waiting = new Map((await listWebhooks(relay.db)).webhooks.map((webhook) => [webhook.id, webhook.waiting]))
    expect(ids.map((id) => waiting.get(id))).toEqual([30, 0])
  })
  await stop()
})
