import { once } from "node:events"
import { createServer, request, type IncomingMessage } from "node:http"
import { expect, test } from "vitest"
import { readBytes } from "../../../src/relay/http/body.ts"

test("the listeners that read a body are gone once it is read, so that a long answer doesn't keep it", async () => {
  const listeners = (incoming: IncomingMessage) => ["data", "error"].map((event) => incoming.listenerCount(event))
  const server = createServer(async (incoming, outgoing) => {
    const before = listeners(incoming)
    const bytes = await readBytes(incoming)
    outgoing.end(JSON.stringify({ read: bytes.toString(), before, after: listeners(incoming) }))
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as { port: number }
  const asked = request({ port, method: "POST" })
  asked.end("a ticket")
  const [answer] = (await once(asked, "response")) as [IncomingMessage]
  const { read, before, after } = JSON.parse((await readBytes(answer)).toString())
  expect(read).toBe("a ticket")
  expect(after).toEqual(before)
  server.close()
})
