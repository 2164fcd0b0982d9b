import { decodeAs } from "../text/bytes/charset.ts"
import { readWithin } from "../text/bytes/read-within.ts"
import type { LookupProblem } from "../ticket/looked-up.ts"

export interface JsonAnswer {
  /** Undefined if the system knows nothing of it: 404, or an empty answer. */
  json: unknown
  headers: Headers
  /** How many bytes the body has. */
  bytes: number
}

export interface JsonRequest {
  address: string
  headers: Readonly<Record<string, string>>
  /** The helpdesk's own address is asked with the agent's session, every other without any cookie. */
  session: boolean
  /** The most bytes of the body. */
  room: number
}

/**
 * Asks another system. This is the only request of lookups, and its method is fixed: what reads can't change anything.
 * No redirect is followed, because it would take the secrets of the headers along.
 * @throws LookupFault; the signal's reason
 */
export async function getJson(
  { address, headers, session, room }: JsonRequest,
  now: number,
  signal: AbortSignal
): Promise<JsonAnswer> {
  const response = await fetch(address, {
    method: "GET",
    redirect: "manual",
    credentials: session ? "include" : "omit",
    cache: "no-store",
    referrerPolicy: "no-referrer",
    headers: { accept: "application/json", ...headers },
    signal
  }).catch((cause: unknown) => {
    throw signal.aborted ? signal.reason : new LookupFault("unreachable", { cause })
  })
  try {
    const { status } = response
    if (response.type === "opaqueredirect" || (status >= 300 && status < 400)) throw new LookupFault("redirected")
    if (status === 429)
      throw new LookupFault("rate-limited", { status, retryAfter: waitIn(response.headers.get("retry-after"), now) })
    if (status === 403 && (await saysTooOften(response, room)))
      throw new LookupFault("rate-limited", { status, retryAfter: USUAL_WAIT })
    if (status === 401 || status === 403) throw new LookupFault("refused", { status })
    if (status === 404 || status === 204) return { json: undefined, headers: response.headers, bytes: 0 }
    if (!response.ok) throw new LookupFault("status", { status })
    if (!/^application\/(?:[\w.+-]+\+)?json(?:$|[;\s])/i.test(response.headers.get("content-type") ?? ""))
      throw new LookupFault("not-json")
    const { text, bytes } = await textWithin(response, room)
    return { json: text.trim() === "" ? undefined : parsed(text), headers: response.headers, bytes }
  } catch (error) {
    if (signal.aborted) throw signal.reason
    throw error instanceof LookupFault ? error : new LookupFault("unreachable", { cause: error })
  } finally {
    // What is left of a body that isn't wanted is not downloaded.
    await response.body?.cancel().catch(() => undefined)
  }
}

async function textWithin(response: Response, room: number): Promise<{ text: string; bytes: number }> {
  const body = await readWithin(response, room)
  if (!body) throw new LookupFault("too-large")
  return { text: decoded(body, response.headers.get("content-type") ?? ""), bytes: body.length }
}

/** JSON is UTF-8. Old systems that say otherwise are believed where theirs isn't. */
function decoded(bytes: Uint8Array<ArrayBuffer>, type: string): string {
  const [, charset = "utf-8"] = /;\s*charset="?([\w.:-]{1,40})/i.exec(type) ?? []
  return decodeAs("utf-8", bytes) ?? decodeAs(charset, bytes) ?? new TextDecoder().decode(bytes)
}

/** Whether a refusal means the number of requests and no secret: Salesforce says so with 403 (2026-11). */
async function saysTooOften(response: Response, room: number): Promise<boolean> {
  const { text } = await textWithin(response, room)
  return /request.?limit|rate.?limit|too.?many.?requests/i.test(text)
}

function parsed(text: string): unknown {
  try {
    return parseJson(text)
  } catch (cause) {
    throw new LookupFault("not-json", { cause })
  }
}

/** Returns the seconds of a Retry-After, which is a number or a date: at least one, at most an hour. */
function waitIn(header: string | null, now: number): number {
  const text = header?.trim() ?? ""
  const seconds = /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Math.ceil(Number(text)) : (Date.parse(text) - now) / 1000
  return Number.isFinite(seconds) ? Math.min(Math.max(1, Math.ceil(seconds)), MAX_WAIT_SECONDS) : USUAL_WAIT
}

/** In seconds. */
const MAX_WAIT_SECONDS = 3600
const USUAL_WAIT = 60

/**
 * Parses JSON. A whole number with more digits than a number of JavaScript keeps, such as that of a parcel, is a text:
 * it would end in other digits otherwise.
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  return JSON.parse(text, withAllDigits)
}

/** @param context `source` is the number as it is written; TypeScript's own types don't have it yet. */
function withAllDigits(this: unknown, _key: string, value: unknown, context?: { source?: string }): unknown {
  const { source } = context ?? {}
  if (typeof value !== "number" || Number.isSafeInteger(value) || source === undefined) return value
  return /^-?\d+$/.test(source) ? source : value
}

/**
 * A lookup failed. `status` is the HTTP status, and `retryAfter` the seconds to wait, where the system says so. Of a
 * view, `said` is the relay's sentence, and `label` names the value that the relay may not have. `origin` is the one
 * that isn't allowed yet.
 */
export class LookupFault extends Error {
  override name = "LookupFault"
  readonly code: LookupProblem
  readonly status: number | undefined
  readonly retryAfter: number | undefined
  readonly said: string | undefined
  readonly label: string | undefined
  readonly origin: string | undefined
  constructor(
    code: LookupProblem,
    more: { status?: number; retryAfter?: number; said?: string; label?: string; origin?: string; cause?: unknown } = {}
  ) {
    super(`lookup failed: ${code}`, { cause: more.cause })
    this.code = code
    this.status = more.status
    this.retryAfter = more.retryAfter
    this.said = more.said
    this.label = more.label
    this.origin = more.origin
  }
}
