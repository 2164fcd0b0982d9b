import { once } from "node:events"
import { createServer, type ServerResponse } from "node:http"
import * as z from "zod/mini"

/** A server as one of these projects answers, with its own paths, fields and errors. */
export type VerifierServer =
  /** Text Embeddings Inference, with the labels of its model; one label is a model with one score. */
  | { is: "tei"; labels: string[]; maxBatch?: number }
  /** vLLM with a model with one score. */
  | { is: "vllm-score" }
  /** vLLM with a classifier, whose texts are joined by these words. */
  | { is: "vllm-classify"; labels: string[]; separator: string }
  /** `lettucedetect_api`. */
  | { is: "lettucedetect" }
  /** Ollama with a model that answers each prompt by this. */
  | { is: "ollama"; answer: (prompt: string) => string }

/** What the double does with one request instead. */
export type VerifierFailure =
  | { kind: "status"; status: number; headers?: Record<string, string> }
  | { kind: "no-answer" | "refused" }
  /** It answers with this body. */
  | { kind: "body"; body: unknown }
  /** It leaves the first entry out, or names entries twice. */
  | { kind: "partial" | "twice" }

export interface VerifierDouble {
  url: string
  server: VerifierServer
  requests: { path: string; body: unknown }[]
  /** What the next requests that the server would serve get instead, in order. */
  next(...failures: VerifierFailure[]): void
  /** From now on it works again. */
  recover(): void
  close(): Promise<void>
}

/** Serves on loopback. A hypothesis follows if all its words are in the premise, and is denied if most are. */
export async function startVerifierDouble(server: VerifierServer): Promise<VerifierDouble> {
  const queue: VerifierFailure[] = []
  const http = createServer((request, response) => {
    void Array.fromAsync(request)
      .then((chunks) => {
        const text = Buffer.concat(chunks).toString("utf8")
        if (request.method === "GET") return json(response, 404, { detail: "Not Found" })
        const body: unknown = JSON.parse(text)
        const path = request.url ?? ""
        double.requests.push({ path, body })
        return serve(path, body, response)
      })
      .catch(() => response.destroy())
  })
  http.listen(0, "127.0.0.1")
  await once(http, "listening")
  const address = http.address()
  const double: VerifierDouble = {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    server,
    requests: [],
    next: (...failures) => void queue.push(...failures),
    recover: () => void queue.splice(0),
    async close() {
      http.closeAllConnections()
      http.close()
      await once(http, "close")
    }
  }

  function serve(path: string, body: unknown, response: ServerResponse): void {
    const answer = answerOf(double.server, path, body)
    if (answer.status === 404) return json(response, 404, answer.body)
    const failure = queue.shift()
    if (failure?.kind === "no-answer") return
    if (failure?.kind === "refused") return void response.destroy()
    if (failure?.kind === "status") return json(response, failure.status, refusalOf(double.server), failure.headers)
    if (failure?.kind === "body") return json(response, 200, failure.body)
    if (typeof answer.body === "string") return stream(response, answer.body)
    json(response, answer.status, failure ? altered(answer.body, failure.kind) : answer.body)
  }
  return double
}

interface Answer {
  status: number
  body: unknown
}

function answerOf(server: VerifierServer, path: string, body: unknown): Answer {
  if (server.is === "tei" && path === "/predict") return predicted(server, body)
  if (server.is === "vllm-score" && /^(\/v1)?\/score$/.test(path)) return scored(body)
  if (server.is === "vllm-classify" && path === "/classify") return classified(server, body)
  if (server.is === "lettucedetect" && path === "/v1/lettucedetect/spans") return marked(body)
  if (server.is === "ollama" && path === "/v1/chat/completions") return chatted(server, body)
  if (server.is.startsWith("vllm") && path === "/v1/chat/completions")
    return { status: 400, body: vllmError("The model does not support Chat Completions API") }
  return { status: 404, body: server.is === "tei" ? undefined : { detail: "Not Found" } }
}

const teiRequest = z.strictObject({
  inputs: z.array(z.tuple([z.string(), z.string()])),
  truncate: z.optional(z.boolean())
})

function predicted({ labels, maxBatch = 32 }: VerifierServer & { is: "tei" }, body: unknown): Answer {
  const read = teiRequest.safeParse(body)
  if (!read.success) return { status: 422, body: { error: "Failed to deserialize", error_type: "Tokenizer" } }
  const { inputs } = read.data
  if (inputs.length > maxBatch)
    return {
      status: 413,
      body: {
        error: `batch size ${inputs.length} > maximum allowed batch size ${maxBatch}`,
        error_type: "Validation"
      }
    }
  const scores = inputs.map(([premise, hypothesis]) => probabilities(labels, premise, hypothesis))
  return {
    status: 200,
    body: scores.map((all) =>
      all.map((score, at) => ({ score, label: labels[at] })).toSorted((one, other) => other.score - one.score)
    )
  }
}

const scoreRequest = z.strictObject({ model: z.string(), text_1: z.array(z.string()), text_2: z.array(z.string()) })

function scored(body: unknown): Answer {
  const read = scoreRequest.safeParse(body)
  if (!read.success) return { status: 400, body: vllmError("Field required") }
  const { text_1, text_2, model } = read.data
  const data = text_1.map((premise, index) => ({
    index,
    object: "score",
    score: probabilities(["one"], premise, text_2[index] ?? "")[0]
  }))
  return { status: 200, body: { id: "score-1", object: "list", created: 1, model, data, usage: usageOf(data.length) } }
}

const classifyRequest = z.strictObject({ model: z.string(), input: z.array(z.string()) })

function classified({ labels, separator }: VerifierServer & { is: "vllm-classify" }, body: unknown): Answer {
  const read = classifyRequest.safeParse(body)
  if (!read.success) return { status: 400, body: vllmError("Field required") }
  const { input, model } = read.data
  const data = input.map((text, index) => {
    const [premise = "", hypothesis = "what nobody says"] = text.split(separator)
    const probs = probabilities(labels, premise, hypothesis)
    return { index, label: labels[probs.indexOf(Math.max(...probs))], probs, num_classes: labels.length }
  })
  return {
    status: 200,
    body: { id: "classify-1", object: "list", created: 1, model, data, usage: usageOf(data.length) }
  }
}

const spanRequest = z.strictObject({ contexts: z.array(z.string()), question: z.string(), answer: z.string() })

function marked(body: unknown): Answer {
  const read = spanRequest.safeParse(body)
  if (!read.success)
    return { status: 422, body: { detail: [{ type: "missing", loc: ["body"], msg: "Field required" }] } }
  const { contexts, answer } = read.data
  let from = 0
  const predictions = answer.split("\n").flatMap((line) => {
    const start = from
    from += [...line].length + 1
    const isShown = contexts.some((context) => relationOf(context, line) === "shown")
    return isShown ? [] : [{ start, end: from - 1, text: line, hallucination_score: 0.93 }]
  })
  return { status: 200, body: { predictions } }
}

const chatRequest = z.object({ messages: z.array(z.object({ role: z.string(), content: z.string() })) })

function chatted({ answer }: VerifierServer & { is: "ollama" }, body: unknown): Answer {
  return { status: 200, body: answer(chatRequest.parse(body).messages.at(-1)?.content ?? "") }
}

/** Answers "Document: ... Claim: ..." as MiniCheck, which says Yes or No to anything. */
export function asMinicheck(prompt: string): string {
  const [, document = "", claim = ""] = /^Document: ([^]*)\nClaim: (.*)$/.exec(prompt) ?? []
  return claim !== "" && document.split(/\n|(?<=\.) /).some((line) => relationOf(line, claim) === "shown")
    ? "Yes"
    : "No"
}

/** Answers QUESTION, DOCUMENT and ANSWER as Lynx, which says PASS or FAIL to anything. */
export function asLynx(prompt: string): string {
  const [, document = "", claim = ""] = /DOCUMENT:\n([^]*?)\n\n--\nANSWER:\n([^]*?)\n\n--/.exec(prompt) ?? []
  const isShown = claim !== "" && document.split(/\n|(?<=\.) /).some((line) => relationOf(line, claim) === "shown")
  return isShown
    ? '{"REASONING": ["The document says so."], "SCORE": "PASS"}'
    : '{"REASONING": ["It is another figure.", "The document doesn\'t say so."], "SCORE": FAIL}'
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function relationOf(premise: string, hypothesis: string): "shown" | "denied" | "other" {
  const known = new Set(wordsOf(premise))
  const words = wordsOf(hypothesis)
  const share = words.filter((word) => known.has(word)).length / words.length
  return share === 1 ? "shown" : share >= 0.5 ? "denied" : "other"
}

/** Labels whose names say nothing mean, in their order: denied, shown, neither. */
function probabilities(labels: readonly string[], premise: string, hypothesis: string): number[] {
  const relation = relationOf(premise, hypothesis)
  if (labels.length === 1) return [relation === "shown" ? 0.96 : relation === "denied" ? 0.21 : 0.04]
  const meanings = labels.map((label, at) =>
    /^entail/i.test(label)
      ? "shown"
      : /^contra/i.test(label)
        ? "denied"
        : /^neutral/i.test(label)
          ? "other"
          : ["denied", "shown", "other"][at]
  )
  return meanings.map((meaning) => (meaning === relation ? 0.9 : 0.1 / (labels.length - 1)))
}

const usageOf = (pairs: number) => ({
  prompt_tokens: 10 * pairs,
  total_tokens: 10 * pairs,
  completion_tokens: 0,
  prompt_tokens_details: null
})
const vllmError = (message: string) => ({ error: { message, type: "BadRequestError", param: null, code: 400 } })

const refusalOf = ({ is }: VerifierServer): unknown =>
  is === "tei"
    ? { error: "Model is overloaded", error_type: "Overloaded" }
    : is === "lettucedetect"
      ? { detail: "Internal Server Error" }
      : vllmError("no")

function altered(body: unknown, kind: "partial" | "twice"): unknown {
  const change = (list: unknown[]) => (kind === "partial" ? list.slice(0, -1) : [...list, ...list])
  if (Array.isArray(body)) return change(body)
  const { data, ...rest } = z.looseObject({ data: z.array(z.unknown()) }).parse(body)
  return { ...rest, data: change(data) }
}

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response
    .writeHead(status, { "content-type": "application/json", ...headers })
    .end(body === undefined ? "" : JSON.stringify(body))
}

function stream(response: ServerResponse, text: string): void {
  const event = (delta: object, finish: string | null) =>
    `data: ${JSON.stringify({ id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: "m", system_fingerprint: "fp_ollama", choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`
  response.writeHead(200, { "content-type": "text/event-stream" })
  response.end(
    `${event({ role: "assistant", content: text }, null)}${event({ role: "assistant", content: "" }, "stop")}data: [DONE]\n\n`
  )
}
