import type { IncomingHttpHeaders } from "node:http"
import { ModelError } from "../drafter/contract.ts"
import { errorOf } from "./chunk.ts"
import { refusalIn, refusalWords } from "./refusal-words.ts"
import { seconds } from "./request-watch.ts"
import { jsonOrUndefined } from "../../runtime/json.ts"

/** A failure before the first byte. */
export interface RequestFailure {
  error: ModelError
  /**
   * The number of milliseconds after which another attempt makes sense, 0 for "soon", or undefined for "never".
   */
  pauseMs?: number
}

/**
 * Interprets an answer with an error status. It never repeats the server's words, because some servers echo the
 * request.
 * @param model the name that was asked for, if there was one
 */
export function failureOfAnswer(
  status: number,
  headers: IncomingHttpHeaders,
  body: string,
  model = ""
): RequestFailure {
  const failure = failureOfStatus(status, headers, body, model)
  failure.error.status = status
  return failure
}

function failureOfStatus(status: number, headers: IncomingHttpHeaders, body: string, model: string): RequestFailure {
  const { code } = errorOf(jsonOrUndefined(body)) ?? {}
  const isPage = /^\s*</.test(body)
  const meaning = isPage ? undefined : refusalIn(refusalWords(body))
  const sentence = refusalOfContent(status, meaning, model)
  if (sentence !== undefined) return refused(sentence)
  if (status === 429 || status === 503 || status === 529) return busy(status, headers)
  const ofAccess = refusalOfAccess(status, model)
  if (ofAccess !== undefined) return refused(ofAccess)
  if (status === 405 || (isPage && status < 500)) return { error: notAnApi() }
  if (status >= 500 || status === 408) {
    return { error: new ModelError("model-unreachable", `The model's server failed (${status}).`, true), pauseMs: 0 }
  }
  return refused(`The model's server refuses the request (${status}${code ? `, ${code}` : ""}).`)
}

/** Says what a refusal means by its words, or by a status that has one meaning only. */
function refusalOfContent(status: number, meaning: ReturnType<typeof refusalIn>, model: string): string | undefined {
  if (status >= 500 && meaning !== "quota") return undefined
  if (status === 402 || meaning === "quota")
    return "The model's provider says the quota or credit of this key is used up."
  if (status === 413 || meaning === "tooLong") return "Ticket and sources are too long for this model."
  if (status === 451 || meaning === "region")
    return `The model's provider doesn't serve the country or region that the relay asks from (${status}). Run the relay where it does, or choose another provider.`
  if (meaning === "noModel")
    return `The model's server has no model${named(model)} (${status}), or the key may not use it. Check the model's name (MODEL_NAME, or models.yaml): "npm run relay -- models" lists what the server has.`
  if (meaning === "key") return refusedKey(status)
  return undefined
}

const refusedKey = (status: number) =>
  `The model's server refuses the key (${status}). Check it: MODEL_API_KEY, or the variable that models.yaml names.`

/** Says what is wrong with the key or the address, if the status tells. */
function refusalOfAccess(status: number, model: string): string | undefined {
  if (status === 401) return refusedKey(status)
  if (status === 403)
    return "The model's server forbids this (403): the key has no right to it, or the relay's network none. Check the key (MODEL_API_KEY, or the variable that models.yaml names), and what its provider allows it."
  if (status === 404)
    return `The model's server knows no such address or model${named(model)} (404). Check the model's name, and that the address ends as its API does, mostly in /v1 (MODEL_NAME and MODEL_BASE_URL, or models.yaml).`
  return undefined
}

const named = (model: string) => (model === "" ? "" : ` "${model.replace(/\p{C}/gu, "").slice(0, 100)}"`)

/** Interprets a connection that failed before any answer. */
export function failureOfConnection(cause: unknown, url: URL): RequestFailure {
  const lasting = lastingReason(cause)
  const why = lasting ?? (codesOf(cause).includes("ECONNREFUSED") ? "nothing listens there" : "the connection broke")
  const error = new ModelError(
    "model-unreachable",
    `The model's server at ${url.host} can't be reached: ${why}.`,
    true,
    { cause }
  )
  return lasting === undefined ? { error, pauseMs: 0 } : { error }
}

/** Returns why no connection can come about, if another attempt would end the same, and what to do about it. */
export function lastingReason(cause: unknown): string | undefined {
  const codes = codesOf(cause)
  return LASTING.find(([pattern]) => codes.some((code) => pattern.test(code)))?.[1]
}

/** Returns the codes of an error and of what caused it. */
function codesOf(cause: unknown, depth = 0): string[] {
  if (!(cause instanceof Error) || depth > 5) return []
  return [...("code" in cause ? [String(cause.code)] : []), ...codesOf(cause.cause, depth + 1)]
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

const LASTING: [RegExp, string][] = [
  [/^ENOTFOUND$/, "there is no host of that name"],
  [/^CERT_HAS_EXPIRED$/, "its certificate has expired and must be renewed there"],
  [/^CERT_NOT_YET_VALID$/, "its certificate isn't valid yet; check the clock of this computer"],
  [/ALTNAME/, "its certificate is for another host; check the address"],
  [
    /CERT|SIGNATURE|ISSUER/,
    "its certificate isn't trusted here. If your company issues its own, set NODE_EXTRA_CA_CERTS to a file with the certificate of its authority (PEM) and start the relay again"
  ],
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
