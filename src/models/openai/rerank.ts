import * as z from "zod/mini"
import type { ModelEndpoint } from "../endpoint/models.ts"
import type { CountedTokens } from "./chunk.ts"
import { askSilentModel, countedFor, reportedUsage, unusableAnswer } from "./silent-model.ts"

/**
 * How a server wants the texts: as `documents` (Cohere, vLLM, llama.cpp, Jina, at `/v1/rerank`), or as `texts` (Hugging
 * Face's Text Embeddings Inference, at `/rerank`).
 */
export type RerankShape = "documents" | "texts"

export interface Reranked {
  /** The relevance of each text, comparable within one answer only; undefined where the server left it out. */
  scores: (number | undefined)[]
  counted: CountedTokens
}

/**
 * Asks a re-ranking model how well each text answers a query.
 * @param timeoutMs for the whole request, in milliseconds
 * @returns "other-shape" if the server refuses this shape of request
 * @throws ModelError; the signal's reason if aborted
 */
export async function rerank(
  endpoint: Pick<ModelEndpoint, "url" | "key" | "model">,
  { query, texts }: { query: string; texts: string[] },
  { shape, timeoutMs }: { shape: RerankShape; timeoutMs: number },
  signal: AbortSignal
): Promise<Reranked | "other-shape"> {
  const { model } = endpoint
  const body = shape === "documents" ? { model, query, documents: texts, top_n: texts.length } : { query, texts }
  const patience = { what: "re-ranking", timeoutMs, retries: 0, refusals: OTHER_SHAPE }
  const reply = await askSilentModel(endpoint, (client) => client.post("/rerank", { body, signal }), patience, signal)
  return reply.refusedWith === undefined ? read(reply.answer, [query, ...texts]) : "other-shape"
}

/** A server that expects other fields answers with one of these: bad request, or not processable. */
const OTHER_SHAPE: readonly number[] = [400, 422]

const entry = z.object({
  index: z.number().check(z.int(), z.nonnegative()),
  relevance_score: z.optional(z.number()),
  score: z.optional(z.number())
})
const shapes = z.union([
  z.array(entry),
  z.object({
    results: z.array(entry),
    usage: reportedUsage
  })
])

/** The results may come in any order, and some may be missing. One on a text that wasn't sent makes all of them doubtful. */
function read(answer: unknown, [query = "", ...texts]: string[]): Reranked {
  const parsed = shapes.safeParse(answer)
  if (!parsed.success) throw bad("holds no scores")
  const [results, usage] = Array.isArray(parsed.data)
    ? [parsed.data, undefined]
    : [parsed.data.results, parsed.data.usage]
  const scores = new Map<number, number>()
  for (const { index, relevance_score, score = relevance_score } of results) {
    if (index >= texts.length) throw bad(`names text ${index} of ${texts.length}`)
    if (score === undefined || !Number.isFinite(score)) throw bad("holds a text without a score")
    if (scores.has(index)) throw bad(`names text ${index} twice`)
    scores.set(index, score)
  }
  if (scores.size === 0) throw bad("holds no scores")
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + Buffer.byteLength(query), 0)
  return {
    scores: texts.map((_, at) => scores.get(at)),
    counted: countedFor(usage, bytes)
  }
}

const bad = (fault: string) => unusableAnswer("re-ranking", fault)
