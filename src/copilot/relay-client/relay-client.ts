import { API_VERSION, RENEWABLE, type Health, type RelayEvent, relayEvent } from "../../protocol/relay.ts"
import type { RelayBody } from "../../protocol/outgoing.ts"
import { ROUTES } from "../../protocol/routes/all.ts"
import type { AnswerOf, CallParts, PlainParts, Route } from "../../protocol/routes/calls/route-types.ts"
import type { Operation } from "../../protocol/routes/describe/operation.ts"
import { faultIn, isTimeout, notOurs, placeAt, refused, stopped, unreachable, RelayFault } from "./relay-fault.ts"
import { addressOf } from "./route-address.ts"
import { createParser } from "eventsource-parser"
import { ATTACHMENTS_HEADER, EARLIER_HEADER } from "../../protocol/admin.ts"
import { MODEL_HEADER, OFF_SWITCHES_HEADER } from "../../protocol/routes/off-switches.ts"
import { LOOKUPS_HEADER } from "../../protocol/routes/lookups.ts"
import { CORRECTIONS_HEADER, PAGE_RECIPES_HEADER } from "../../protocol/routes/helpdesk-pages.ts"
import { RULES_HEADER } from "../../protocol/routes/masking-rules.ts"

/**
 * The only client of the relay. Nothing else in the extension sends requests to it but `sendFile`; a test checks that.
 */
export interface RelayClient {
  /** @throws RelayFault "other-version" too */
  health(signal: AbortSignal): Promise<Health>
  /**
   * Asks a route by its description, and returns its answer: parsed, a file's text, or null where it has no body. The
   * answer may take 15 seconds, or 28 where the description calls the route slow.
   * @throws RelayFault; for any status that isn't 2xx the answer's body is in `said`
   */
  call<R extends Route>(route: R, parts: CallParts<R, RelayBody>, signal: AbortSignal): Promise<AnswerOf<R>>
  /** The same for a route and parts that were compared with the description at run time. */
  send(route: Route, parts: PlainParts<RelayBody>, signal: AbortSignal): Promise<unknown>
  /**
   * Sends `body` unchanged. The stream ends after `draft-end` or `summary-end`. @throws RelayFault, also for
   * `draft-error`
   */
  ask(path: string, body: RelayBody, signal: AbortSignal): AsyncGenerator<RelayEvent>
  /** Returns the same client, whose requests forbid the relay to ask a model. */
  withoutModel(): RelayClient
}

/** The sign-in as which a call is made. */
export interface Bearer {
  /** Rejects if no request may be sent now. It is asked before each. */
  maySend?(): Promise<void>
  /** Returns the current access token. It is called for each request. */
  token(): string | undefined
  /** Returns a new access token for one that has expired, or undefined if there is none. @throws RelayFault */
  renew?(expired: string): Promise<string | undefined>
}

/**
 * How many milliseconds an answer may take that isn't a stream, and how many may pass between two chunks of a stream:
 * more than two heartbeats. A slow one may take longer than the relay waits for a model, and less than the 30 s after
 * which a worker's silent fetch ends.
 */
const ANSWER_MS = 15_000
const SLOW_MS = 28_000
const SILENCE_MS = 40_000

/** @param versionsTold is called with the versions of what the team has set, which each answer names */
export function createRelayClient(
  address: string,
  bearer: Bearer,
  versionsTold: VersionsTold = () => undefined,
  silenceMs = SILENCE_MS
): RelayClient {
  return {
    ...clientOf(createRequest(address, bearer, versionsTold, false), silenceMs),
    withoutModel: () => {
      const client = {
        ...clientOf(createRequest(address, bearer, versionsTold, true), silenceMs),
        withoutModel: () => client
      }
      return client
    }
  }
}

function clientOf(request: SendRequest, silenceMs: number): Omit<RelayClient, "withoutModel"> {
  const send: RelayClient["send"] = async (route, { body, ...parts }, signal) => {
    const operation: Operation = ROUTES[route]
    const to = addressOf(route, parts)
    if (!to) throw new RelayFault("bad-request", "This address leads to another part of the relay.", false)
    const limited = AbortSignal.any([signal, AbortSignal.timeout(operation.slow ? SLOW_MS : ANSWER_MS)])
    return readAnswer(operation, await request(to.method, to.address, body, limited))
  }
  // `send` has read the answer by the route's own description, whose type this is.
  const call = send as RelayClient["call"]
  return {
    send,
    call,
    async health(signal) {
      const health = await call("GET /v1/health", {}, signal)
      if (health.api !== API_VERSION)
        throw new RelayFault(
          "other-version",
          "The relay is of another version than this extension. Update the older of the two.",
          false,
          426
        )
      return health
    },
    async *ask(path, body, signal) {
      const silence = new AbortController()
      const either = AbortSignal.any([signal, silence.signal])
      const stop = () => silence.abort(stopped())
      let timer = setTimeout(stop, silenceMs)
      try {
        const response = await request("POST", path, body, either)
        if (!response.body) throw stopped()
        for await (const event of readRelayEvents(response.body, () => {
          clearTimeout(timer)
          timer = setTimeout(stop, silenceMs)
        })) {
          if (event.type === "draft-error") throw faultIn(event, response)
          yield event
          if (event.type === "draft-end" || event.type === "summary-end") return
        }
        throw stopped()
      } catch (error) {
        if (signal.aborted) throw signal.reason
        throw error instanceof RelayFault ? error : stopped(error)
      } finally {
        clearTimeout(timer)
      }
    }
  }
}

/** @throws RelayFault for any status that isn't 2xx */
type SendRequest = (method: string, path: string, body: RelayBody | undefined, signal: AbortSignal) => Promise<Response>

function createRequest(
  address: string,
  bearer: Bearer,
  versionsTold: VersionsTold,
  isWithoutModel: boolean
): SendRequest {
  const send = async (
    method: string,
    path: string,
    body: RelayBody | undefined,
    token: string | undefined,
    signal: AbortSignal
  ): Promise<Response> => {
    await bearer.maySend?.()
    const at = placeAt(address, path)
    let response: Response
    try {
      response = await fetch(at, {
        method,
        signal,
        cache: "no-store",
        credentials: "omit",
        redirect: "error",
        headers: {
          "x-replywright-api": String(API_VERSION),
          traceparent: newTraceparent(),
          ...(isWithoutModel && { [MODEL_HEADER]: "off" }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { "content-type": "application/json" })
        },
        ...(body === undefined ? {} : { body })
      })
    } catch (cause) {
      throw signal.aborted && !isTimeout(signal) ? signal.reason : unreachable(cause)
    }
    tellVersions(response.headers, versionsTold)
    return response
  }
  return async (method, path, body, signal) => {
    const token = bearer.token()
    const response = await send(method, path, body, token, signal)
    if (response.ok) return response
    const error = await refused(response)
    // It is renewed once only. A token that was just renewed and is reported as expired would otherwise be renewed
    // forever.
    const renewed =
      token !== undefined && error.status === 401 && error.code === RENEWABLE.expired
        ? await bearer.renew?.(token)
        : undefined
    if (renewed === undefined) throw error
    const again = await send(method, path, body, renewed, signal)
    if (!again.ok) throw await refused(again)
    return again
  }
}

/** A status that the description doesn't name is read as its first answer. */
async function readAnswer({ answers }: Operation, response: Response): Promise<unknown> {
  const { schema, types } = answers[response.status] ?? Object.values(answers)[0] ?? {}
  // `text()` would take away the mark by which a spreadsheet recognises UTF-8.
  if (types) return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await bytesOf(response))
  if (!schema) return null
  const body: unknown = await response.json().catch((cause: unknown) => {
    throw notOurs(cause)
  })
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw notOurs(parsed.error)
  return parsed.data
}

const bytesOf = (response: Response): Promise<ArrayBuffer> =>
  response.arrayBuffer().catch((cause: unknown) => {
    throw stopped(cause)
  })

/**
 * Reads the relay's event stream. Events of a newer relay that are unknown here are skipped. `heard` is called for
 * every chunk, including heartbeats, because reading them keeps the worker alive.
 */
export async function* readRelayEvents(
  body: ReadableStream<Uint8Array>,
  heard: () => void
): AsyncGenerator<RelayEvent> {
  const waiting: RelayEvent[] = []
  const parser = createParser({
    onEvent(message) {
      const event = parsed(message.event, message.data)
      if (event) waiting.push(event)
    }
  })
  const reader = body.getReader()
  const decoder = new TextDecoder()
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      heard()
      parser.feed(decoder.decode(value, { stream: true }))
      while (waiting.length > 0) {
        const event = waiting.shift()
        if (event) yield event
      }
    }
  } finally {
    // This also runs if the consumer of this generator leaves early. The relay then cancels its request to the model.
    await reader.cancel().catch(() => undefined)
  }
}

function parsed(type: string | undefined, data: string): RelayEvent | undefined {
  let content: unknown
  try {
    content = JSON.parse(data)
  } catch {
    return undefined
  }
  if (typeof content !== "object" || content === null) return undefined
  const event = relayEvent.safeParse({ ...content, type })
  return event.success ? event.data : undefined
}

/**
 * Returns a new value of the header `traceparent` (W3C Trace Context), by which a relay that makes traces begins its
 * own with the press in the browser. It is random and new for each request, so it says nothing of the ticket or the
 * person and links no two requests.
 */
export function newTraceparent(): string {
  return `00-${hex(16)}-${hex(8)}-01`
}

/** Random bytes are all zero, which the standard forbids, once in 2^64. */
function hex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, "0")).join(
    ""
  )
}

/**
 * Is called with the versions of the team's masking rules, lookups, shared places, corrected selectors and off switches that an answer
 * of the relay names, and with what the browser may read besides the ticket.
 */
export type VersionsTold = (told: {
  rules: number
  lookups: number
  recipes: number
  corrections: number
  offSwitches: number
  earlier: boolean
  attachments: boolean
}) => void

/** An older relay names no lookups, places and corrections, because it has none, and takes nothing of earlier tickets. */
function tellVersions(headers: Headers, told: VersionsTold): void {
  const versionIn = (name: string) => {
    const version = headers.get(name)
    return version !== null && /^\d{1,9}$/.test(version) ? Number(version) : undefined
  }
  const isOn = (name: string) => headers.get(name) === "on"
  const rules = versionIn(RULES_HEADER)
  if (rules === undefined) return
  told({
    rules,
    lookups: versionIn(LOOKUPS_HEADER) ?? 0,
    recipes: versionIn(PAGE_RECIPES_HEADER) ?? 0,
    corrections: versionIn(CORRECTIONS_HEADER) ?? 0,
    offSwitches: versionIn(OFF_SWITCHES_HEADER) ?? 0,
    earlier: isOn(EARLIER_HEADER),
    attachments: isOn(ATTACHMENTS_HEADER)
  })
}
