import { once } from "node:events"
import { createServer } from "node:http"
import { expect, test } from "vitest"
import { streamChat } from "../../src/models/openai/stream-chat.ts"
import { collectGarbage } from "../collect-garbage.ts"

test("once its answer has begun, nobody holds what was asked", async () => {
  const server = createServer((request, response) => {
    request.resume().on("end", () => response.write('data: {"choices":[{"delta":{"content":"Hello"}}]}\n\n'))
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as { port: number }
  const made: WeakRef<object>[] = []
  const body = () => {
    const asked = { stream: true, messages: [{ role: "user", content: "A long prompt." }] }
    made.push(new WeakRef(asked))
    return asked
  }
  const answer = streamChat({ baseUrl: `http://127.0.0.1:${port}/v1`, body }, AbortSignal.timeout(9000))
  expect((await answer.next()).value).toHaveProperty("sent")
  expect((await answer.next()).value).toEqual({ text: "Hello" })
  // A WeakRef holds its object until the turn in which it was made is over.
  await new Promise(setImmediate)
  collectGarbage()
  expect(made.map((one) => one.deref())).toEqual([undefined])
  await answer.return(undefined)
  server.closeAllConnections()
  server.close()
})
