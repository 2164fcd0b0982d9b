import { once } from "node:events"
import { createServer, type ServerResponse } from "node:http"
import { createModelDrafter } from "../src/models/openai/openai-drafter.ts"
import type { Drafter } from "../src/models/drafter/contract.ts"

/** A model on this machine that answers with letters that were written before, in the format of a real one. */
export interface RecordedModel {
  /**
   * Returns a drafter that gets this letter and, if it asks for a repair, the second one. Without a second one the
   * request for a repair is refused, so that the first letter stays with its faults.
   */
  saying(letter: string, second?: string): Drafter
  close(): void
}

/** Starts it. What it says goes the way of every model's answer, so its form is read and mended as theirs. */
export async function startRecordedModel(): Promise<RecordedModel> {
  const answers = new Map<string, string[]>()
  const server = createServer((request, response) => {
    request.resume()
    const text = answers.get(request.url?.split("/")[1] ?? "")?.shift()
    if (text === undefined)
      response.writeHead(400).end(JSON.stringify({ error: { message: "There is no other letter." } }))
    else stream(text, response)
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("The server has no port.")
  return {
    saying(letter, second) {
      const key = String(answers.size)
      answers.set(key, second === undefined ? [letter] : [letter, second])
      return createModelDrafter({ baseUrl: `http://127.0.0.1:${address.port}/${key}/v1`, name: "recorded" })
    },
    close() {
      server.close()
      server.closeAllConnections()
    }
  }
}

function stream(text: string, response: ServerResponse): void {
  const event = (choice: object) => `data: ${JSON.stringify({ choices: [{ index: 0, ...choice }] })}\n\n`
  response.writeHead(200, { "content-type": "text/event-stream" })
  response.end(`${event({ delta: { content: text } })}${event({ delta: {}, finish_reason: "stop" })}data: [DONE]\n\n`)
}
