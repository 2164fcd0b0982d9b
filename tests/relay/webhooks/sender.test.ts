import { once } from "node:events"
import { createServer } from "node:http"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import * as z from "zod/mini"
import { createWebClient } from "../../../src/ingest/sources/web/web-client.ts"
import { sendTest, startWebhookSender } from "../../../src/relay/webhooks/deliver.ts"
import { addWebhook, listWebhooks } from "../../../src/relay/webhooks/endpoints.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { soon } from "../../soon.ts"
import { Client, outcome } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

let relay: TestRelay
/** The paths "/away" and "/half" never answer, and answer without the body that they announce. */
const server = createServer((request, response) => {
  if (request.url === "/half") response.writeHead(200, { "content-length": 2 }).flushHeaders()
  else if (request.url !== "/away") response.end()
})
beforeAll(async () => {
  relay = await openRelay({ timing: { look: 3600 } })
  await once(server.listen(0, "127.0.0.1"), "listening")
})
beforeEach(async () => {
  await relay.db.deleteFrom("webhook_endpoints").execute()
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await relay?.close()
})

/** Adds an endpoint for each path of the receiver, stores thirty outcomes, and begins to tell of them. */
async function tell(...paths: string[]) {
  const { port } = z.object({ port: z.number() }).parse(server.address())
  const ids: string[] = []
  for (const path of paths) {
    const { id } = await addWebhook(relay.db, "https://hooks.example.com/hook", relay.time.now)
    const url = `http://127.0.0.1:${port}${path}`
    await relay.db.updateTable("webhook_endpoints").set({ url }).where("id", "=", id).execute()
    ids.push(id)
  }
  const mia = await Client.paired(relay)
  for (let n = 0; n < 30; n++) await mia.post("/v1/outcomes", outcome({ ticketId: String(n) }))
  const reach = () => createWebClient({ tries: 1, allowHosts: ["127.0.0.1"] })
  const stop = startWebhookSender(relay.db, silentLog, () => relay.time.now, 0.02, reach)
  const waiting = async () => {
    const counts = new Map((await listWebhooks(relay.db)).webhooks.map((webhook) => [webhook.id, webhook.waiting]))
    return ids.map((id) => counts.get(id))
  }
  return { waiting, stop }
}

test("an endpoint that is away keeps no other waiting, even on its own host", async () => {
  const { waiting, stop } = await tell("/away", "/here")
  await soon(async () => expect(await waiting()).toEqual([30, 0]))
  await stop()
})

test("an answer whose body never comes holds no connection that the next delivery needs", async () => {
  const { waiting, stop } = await tell("/half")
  await soon(async () => expect(await waiting()).toEqual([0]))
  await stop()
})

test.each([
  ["CERT_HAS_EXPIRED", "certificate"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "certificate"],
  ["ENOTFOUND", "no-host"],
  ["ECONNREFUSED", "source-away"]
])("what keeps a receiver from answering has a code of its own: %s", async (code, result) => {
  const failing = createWebClient({
    tries: 1,
    lookup: (_host, _options, found) => found(Object.assign(new Error("It fails."), { code }), "", 4)
  })
  const secret = `whsec_${btoa("secret")}`
  const sending = { web: failing, now: relay.time.now, signal: new AbortController().signal }
  expect(await sendTest(sending, { url: "https://hooks.example.com", secret })).toEqual({ delivered: false, result })
  failing.close()
})
