import type { IncomingHttpHeaders } from "node:http"
import { ModelError } from "../drafter/contract.ts"
import { errorOf } from "./chunk.ts"
import { seconds } from "./request-watch.ts"

/** A failure before the first byte. */
export interface RequestFailure {
  error: ModelError
  /**
   * This is the number of milliseconds after which another attempt makes sense, 0 for "soon", or undefined for "never".
   */
  pauseMs?: number
}

/**
 * Interprets an answer with an error status. It never repeats the server's words, because some servers echo the
 * request.
 */
export function failureOfAnswer(status: number, headers: IncomingHttpHeaders, body: string): RequestFailure {
  const { code } = errorOf(parsed(body)) ?? {}
  const page = /^\s*</.test(body)
  if (code === "insufficient_quota" || status === 402)
    return refused("The model's provider says the quota or credit of this key is used up.")
  if (status === 413 || TOO_LONG.test(code ?? "") || (status === 400 && TOO_LONG.test(body)))
    return refused("Ticket and sources are too long for this model.")
  if (status === 429 || status === 503 || status === 529) return busy(status, headers)
  if (status === 401 || status === 403)
    return refused(
      `The model's server refuses the key (${status}). Check it: MODEL_API_KEY, or the variable that models.yaml names.`
    )
  if (status === 404)
    return refused(
      `The model's server knows no such address or model (404). Check the model's name, and that the address ends as its API does, mostly in /v1 (MODEL_NAME and MODEL_BASE_URL, or models.yaml).`
    )
  if (status === 405 || (page && status < 500)) return { error: notAnApi() }
  if (status >= 500 || status === 408) {
    return { error: new ModelError("model-unreachable", `The model's server failed (${status}).`, true), pauseMs: 0 }
  }
  return refused(`The model's server refuses the request (${status}${code ? `, ${code}` : ""}).`)
}

/** Interprets a connection that failed before any answer. */
export function failureOfConnection(cause: unknown, url: URL): RequestFailure {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : ""
  const lasting = LASTING.find(([pattern]) => pattern.test(code))
  const why = lasting?.[1] ?? (code === "ECONNREFUSED" ? "nothing listens there" : "the connection broke")
  const error = new ModelError(
    "model-unreachable",
    `The model's server at ${url.host} can't be reached: ${why}.`,
    true,
    { cause }
  )
  return lasting ? { error } : { error, pauseMs: 0 }
}

export function notAnApi(): ModelError {
  return new ModelError(
    "model-bad-answer",
    "The model's address answers with a web page, so it is probably not an API. Check that it ends in /v1 (MODEL_BASE_URL, or url in models.yaml).",
    false
  )
}

/** Returns `Retry-After` in milliseconds. It holds seconds or a date, and some servers send `retry-after-ms`. */
export function retryAfterMs(headers: IncomingHttpHeaders, now = Date.now()): number | undefined {
  const exact = headers["retry-after-ms"]
  if (typeof exact === "string" && /^\d+(\.\d+)?$/.test(exact)) return Number(exact)
  const after = headers["retry-after"]?.trim()
  if (!after) return undefined
  if (/^\d+(\.\d+)?$/.test(after)) return Number(after) * 1000
  const date = Date.parse(after)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** Matches OpenAI's code, llama.cpp's type and vLLM's words. */
const TOO_LONG = /context_length_exceeded|exceed_context_size|maximum context length/

const LASTING: [RegExp, string][] = [
  [/^ENOTFOUND$/, "there is no host of that name"],
  [/CERT|SIGNATURE|ISSUER|ALTNAME/, "its certificate isn't trusted here"],
  [/^EPROTO$|SSL/, "it speaks no TLS there; perhaps the address begins with http://"],
  [/^HPE_/, "what answers is no HTTP server"]
]

function busy(status: number, headers: IncomingHttpHeaders): RequestFailure {
  const after = retryAfterMs(headers)
  const when = after === undefined ? "Try again in a moment." : `Try again in ${seconds(Math.max(1000, after))}.`
  const what = status === 503 ? "busy or still loading the model" : "over its limit of requests"
  const error = new ModelError("model-busy", `The model's server is ${what} (${status}). ${when}`, true)
  return { error, pauseMs: after ?? 0 }
}

function refused(message: string): RequestFailure {
  return { error: new ModelError("model-refused", message, false) }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
