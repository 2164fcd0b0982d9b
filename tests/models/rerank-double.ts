import type { ServerResponse } from "node:http"
import * as z from "zod/mini"
import { failJson, serveJson } from "./json-double.ts"

/** What the double does with one request: it orders the texts as a server does, or fails as servers do. */
export type RerankBehaviour =
  | { kind: "scores"; usage?: boolean }
  | { kind: "status"; status: number }
  | { kind: "no-answer" | "nonsense" | "unknown-text" | "twice" | "without-score" | "some" }

export interface RerankDouble {
  url: string
  requests: { query: string; texts: string[] }[]
  /** As Cohere, vLLM and llama.cpp take requests, or as Text Embeddings Inference does. */
  shape: "documents" | "texts"
  next(...behaviours: RerankBehaviour[]): void
  always(behaviour: RerankBehaviour): void
  close(): Promise<void>
}

const documents = z.strictObject({
  model: z.string(),
  query: z.string(),
  documents: z.array(z.string()),
  top_n: z.number()
})
const texts = z.strictObject({ query: z.string(), texts: z.array(z.string()) })

/** Serves POST /v1/rerank on loopback. A text is the better the more of these words it holds. */
export async function startRerankDouble(words: string[]): Promise<RerankDouble> {
  const queue: RerankBehaviour[] = []
  let usual: RerankBehaviour = { kind: "scores" }
  const double: Omit<RerankDouble, "close" | "url"> = {
    requests: [],
    shape: "documents",
    next: (...behaviours) => void queue.push(...behaviours),
    always: (behaviour) => void (usual = behaviour)
  }
  const server = await serveJson("/v1/rerank", (body, response) => {
    const read = double.shape === "documents" ? documents.safeParse(body) : texts.safeParse(body)
    if (!read.success) return failJson(response, 422)
    const asked = "texts" in read.data ? read.data.texts : read.data.documents
    double.requests.push({ query: read.data.query, texts: asked })
    behave(queue.shift() ?? usual, asked, response)
  })

  function behave(told: RerankBehaviour, asked: string[], response: ServerResponse): void {
    if (told.kind === "no-answer") return
    if (told.kind === "status") return failJson(response, told.status)
    const all = asked
      .map((text, index) => ({ index, score: words.filter((word) => text.includes(word)).length - 5 }))
      .sort((a, b) => b.score - a.score)
    const results =
      told.kind === "unknown-text"
        ? all.map(({ index, score }) => ({ index: index + asked.length, score }))
        : told.kind === "twice"
          ? [...all, ...all]
          : told.kind === "some"
            ? all.slice(0, 1)
            : all
    const usage = told.kind === "scores" && told.usage === false ? {} : { usage: { total_tokens: 10 * asked.length } }
    const body =
      told.kind === "nonsense"
        ? { ranking: "yes" }
        : double.shape === "texts"
          ? results
          : {
              object: "list",
              results: results.map(({ index, score }) =>
                told.kind === "without-score" ? { index } : { index, relevance_score: score }
              ),
              ...usage
            }
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body))
  }

  return Object.assign(double, server)
}
