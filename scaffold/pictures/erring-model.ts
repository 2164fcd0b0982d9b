import { createServer } from "node:http"
import { once } from "node:events"

/** A letter with a wrong figure, a figure from nowhere, a blank and a promise: one of each mark. */
const LETTER = `Hello [PERSON_1],

I'm sorry for the trouble. When a parcel is shown as delivered but missing, we ask the carrier to search for it. The carrier answers within nine working days. Norrland Parcel has 212 drivers in your town.

Your search number is [[search number]]. I will refund you €98.90 today.

Kind regards
[PERSON_2]`

/** Starts an endpoint in OpenAI's protocol whose model errs on purpose, so that a picture shows all marks. */
export async function startErringModel(): Promise<{ settings: Record<string, string>; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    request.resume()
    if (request.method === "GET") {
      response.setHeader("content-type", "application/json")
      return void response.end(JSON.stringify({ object: "list", data: [{ id: "scripted-model", object: "model" }] }))
    }
    response.setHeader("content-type", "text/event-stream")
    for (const delta of [{ content: LETTER }, {}]) {
      const choice = { index: 0, delta, finish_reason: "content" in delta ? null : "stop" }
      const chunk = { id: "1", object: "chat.completion.chunk", created: 0, model: "scripted-model", choices: [choice] }
      response.write(`data: ${JSON.stringify(chunk)}\n\n`)
    }
    response.end("data: [DONE]\n\n")
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  const port = typeof address === "object" ? address?.port : undefined
  return {
    settings: { MODEL_BASE_URL: `http://127.0.0.1:${port}/v1`, MODEL_NAME: "scripted-model" },
    async close() {
      const closed = once(server, "close")
      server.close()
      server.closeAllConnections()
      await closed
    }
  }
}
