import type { ServerResponse } from "node:http"
import * as z from "zod/mini"
import { failJson, serveJson } from "./json-double.ts"

/** What the double does with one request: it returns vectors as a server does, or fails as servers do. */
export type EmbedBehaviour =
  | { kind: "vectors"; length?: number; usage?: boolean }
  | { kind: "status"; status: number; headers?: Record<string, string> }
  | { kind: "cut" | "no-answer" | "nonsense" | "too-few" }

export interface EmbedDouble {
  url: string
  /** These are the texts of each request so far. */
  requests: string[][]
  next(...behaviours: EmbedBehaviour[]): void
  always(behaviour: EmbedBehaviour): void
  /** A request with more or longer texts gets a 400. */
  limits: { texts: number; characters: number }
  close(): Promise<void>
}

const request = z.object({ model: z.string(), input: z.array(z.string()), encoding_format: z.literal("float") })

/**
 * Serves POST /v1/embeddings on loopback. A text's embedding shows which of these words it contains. The words of one
 * line mean the same.
 */
export async function startEmbedDouble(meanings: string[]): Promise<EmbedDouble> {
  const queue: EmbedBehaviour[] = []
  let usual: EmbedBehaviour = { kind: "vectors" }
  const double: Omit<EmbedDouble, "close" | "url"> = {
    requests: [],
    limits: { texts: Infinity, characters: Infinity },
    next: (...behaviours) => void queue.push(...behaviours),
    always: (behaviour) => void (usual = behaviour)
  }
  const server = await serveJson("/v1/embeddings", (body, response) => {
    const { input, model } = request.parse(body)
    double.requests.push(input)
    if (input.length > double.limits.texts || input.some((text) => text.length > double.limits.characters))
      return failJson(response, 400)
    behave(queue.shift() ?? usual, input, model, response)
  })

  function behave(told: EmbedBehaviour, input: string[], model: string, response: ServerResponse): void {
    if (told.kind === "no-answer") return
    if (told.kind === "cut") {
      response.writeHead(200, { "content-type": "application/json" })
      response.write('{"object":"list","data":[')
      setImmediate(() => response.socket?.destroy())
      return
    }
    if (told.kind === "status") return failJson(response, told.status, told.headers)
    const texts = told.kind === "too-few" ? input.slice(1) : input
    const length = told.kind === "vectors" ? (told.length ?? meanings.length + 1) : meanings.length + 1
    // Servers may return any order.
    const data = texts
      .map((text, index) => ({ object: "embedding", index, embedding: vectorOf(text, length) }))
      .toReversed()
    const usage =
      told.kind === "vectors" && told.usage === false
        ? {}
        : { usage: { prompt_tokens: 10 * input.length, total_tokens: 10 * input.length } }
    response
      .writeHead(200, { "content-type": "application/json" })
      .end(told.kind === "nonsense" ? '{"data":"no"}' : JSON.stringify({ object: "list", model, data, ...usage }))
  }

  /** Makes a vector. Its last number is common to all texts. */
  function vectorOf(text: string, length: number): number[] {
    const own = meanings.map((line) => (line.split(" ").some((word) => text.toLowerCase().includes(word)) ? 1 : 0))
    return Array.from({ length }, (_, at) => (at === length - 1 ? 0.5 : (own[at] ?? 0)))
  }

  return Object.assign(double, server)
}
