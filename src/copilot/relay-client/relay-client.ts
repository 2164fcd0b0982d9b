import type * as z from "zod/mini"
import { outcomeAnswer } from "../../protocol/outcome.ts"
import {
  API_VERSION,
  budgetAnswer,
  health,
  meAnswer,
  pairAnswer,
  RENEWABLE,
  renewAnswer,
  upstream,
  type BudgetAnswer,
  type Health,
  type MeAnswer,
  type PairAnswer,
  type RelayEvent,
  type RenewAnswer,
  type Upstream
} from "../../protocol/relay.ts"
import type { BrowserKey, RenewRequest } from "../../protocol/renewal.ts"
import type { RelayBody } from "../../protocol/outgoing.ts"
import { createAdminClient, type AdminClient } from "./admin-client.ts"
import type { UploadTarget } from "../../protocol/admin.ts"
import { importAnswer, type ImportAnswer } from "../../protocol/knowledge.ts"
import type { TicketReference } from "../../ticket/ticket-key.ts"
import { unmaskedBody, unmaskedFile } from "./egress.ts"
import { readRelayEvents } from "./event-stream.ts"
import { faultIn, gone, isTimeout, notOurs, placeAt, refused, stopped, unreachable } from "./faults.ts"
import { createKnowledgeClient, type KnowledgeClient } from "./knowledge-client.ts"
import { createMaskingClient, type MaskingClient } from "./masking-client.ts"
import { RelayError } from "./relay-error.ts"
import { createReviewClient, type ReviewClient } from "./review-client.ts"
import { newTraceparent } from "./traceparent.ts"
import { tellVersions, type VersionsTold } from "./versions-told.ts"

/** The only client of the relay. Nothing else in the extension sends requests to it; a test checks that. */
export interface RelayClient {
  health(signal: AbortSignal): Promise<Health>
  /** @param key the public key that will sign renewals of the sign-in */
  pair(code: string, key: BrowserKey, signal: AbortSignal): Promise<PairAnswer>
  renew(request: RenewRequest, signal: AbortSignal): Promise<RenewAnswer>
  me(signal: AbortSignal): Promise<MeAnswer>
  /** Ends this sign-in. None of its tokens is valid afterwards. */
  signOut(signal: AbortSignal): Promise<void>
  /**
   * Sends `body` unchanged. The stream ends after `draft-end` or `summary-end`. @throws RelayError, also for
   * `draft-error`
   */
  ask(path: string, body: RelayBody, signal: AbortSignal): AsyncGenerator<RelayEvent>
  report(body: RelayBody, signal: AbortSignal): Promise<void>
  /** What this person has used of the relay's daily budget. */
  budget(signal: AbortSignal): Promise<BudgetAnswer>
  upstream(draftId: string, signal: AbortSignal): Promise<Upstream>
  erase(ticket: TicketReference, signal: AbortSignal): Promise<void>
  knowledge: KnowledgeClient
  review: ReviewClient
  admin: AdminClient
  masking: MaskingClient
}

/** The sign-in as which a call is made. */
export interface Bearer {
  /** Rejects if no request may be sent now. It is asked before each. */
  maySend?(): Promise<void>
  /** Returns the current access token. It is called for each request. */
  token(): string | undefined
  /** Returns a new access token for one that has expired, or undefined if there is none. @throws RelayError */
  renew?(expired: string): Promise<string | undefined>
}

/** One call, whatever it is for. All of them throw RelayError. */
export interface RelayCaller {
  /** @throws RelayError for any status that isn't 2xx; the answer's body is in `said` */
  call(method: string, path: string, body: RelayBody | undefined, signal: AbortSignal): Promise<Response>
  /** Returns the parsed answer, within 15 seconds unless another time is given. */
  answer<T extends z.ZodMiniType>(
    method: string,
    path: string,
    schema: T,
    body: RelayBody | undefined,
    signal: AbortSignal,
    ms?: number
  ): Promise<z.infer<T>>
  /** Returns the answer as text, within 15 seconds. */
  text(method: string, path: string, signal: AbortSignal): Promise<string>
}

/**
 * How many milliseconds an answer may take that isn't a stream, and how many may pass between two chunks of a stream:
 * more than two heartbeats.
 */
const ANSWER_MS = 15_000
const SILENCE_MS = 40_000

/** @param versionsTold is called with the versions of what the team has set, which each answer names */
export function createRelayClient(
  address: string,
  bearer: Bearer,
  versionsTold: VersionsTold = () => undefined,
  silenceMs = SILENCE_MS
): RelayClient {
  const door = createRelayCaller(address, bearer, versionsTold)
  const { call, answer } = door
  return {
    async health(signal) {
      const found = await answer("GET", "/v1/health", health, undefined, signal)
      if (found.api !== API_VERSION)
        throw new RelayError(
          "other-version",
          "The relay is of another version than this extension. Update the older of the two.",
          false,
          426
        )
      return found
    },
    pair: (code, key, signal) =>
      answer("POST", "/v1/pair", pairAnswer, unmaskedBody("pairing", { code, device: "browser", key }), signal),
    renew: (request, signal) =>
      answer("POST", "/v1/token/renew", renewAnswer, unmaskedBody("pairing", request), signal),
    me: (signal) => answer("GET", "/v1/me", meAnswer, undefined, signal),
    async signOut(signal) {
      await call(
        "POST",
        "/v1/sign-out",
        unmaskedBody("pairing", {}),
        AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)])
      )
    },
    async *ask(path, body, signal) {
      const silence = new AbortController()
      const either = AbortSignal.any([signal, silence.signal])
      const stop = () => silence.abort(stopped())
      let timer = setTimeout(stop, silenceMs)
      try {
        const response = await call("POST", path, body, either)
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
        throw error instanceof RelayError ? error : stopped(error)
      } finally {
        clearTimeout(timer)
      }
    },
    async report(body, signal) {
      await answer("POST", "/v1/outcomes", outcomeAnswer, body, signal)
    },
    budget: (signal) => answer("GET", "/v1/budget", budgetAnswer, undefined, signal),
    upstream: (draftId, signal) =>
      answer("GET", `/v1/drafts/${encodeURIComponent(draftId)}/upstream`, upstream, undefined, signal),
    async erase({ site, helpdesk, ticketId }, signal) {
      const path = `/v1/tickets/${encodeURIComponent(helpdesk)}/${encodeURIComponent(ticketId)}?${new URLSearchParams({ site })}`
      await call("DELETE", path, undefined, AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]))
    },
    knowledge: createKnowledgeClient(door),
    review: createReviewClient(door),
    admin: createAdminClient(door),
    masking: createMaskingClient(door)
  }
}

function createRelayCaller(address: string, bearer: Bearer, versionsTold: VersionsTold): RelayCaller {
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
  const call: RelayCaller["call"] = async (method, path, body, signal) => {
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
  const answer = async <T extends z.ZodMiniType>(
    method: string,
    path: string,
    schema: T,
    body: RelayBody | undefined,
    signal: AbortSignal,
    ms = ANSWER_MS
  ): Promise<z.infer<T>> => {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(ms)])
    const response = await call(method, path, body, limited)
    const said: unknown = await response.json().catch((cause: unknown) => {
      throw notOurs(cause)
    })
    const parsed = schema.safeParse(said)
    if (!parsed.success) throw notOurs(parsed.error)
    return parsed.data
  }
  const text: RelayCaller["text"] = async (method, path, signal) => {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)])
    const response = await call(method, path, undefined, limited)
    return response.text().catch((cause: unknown) => {
      throw stopped(cause)
    })
  }
  return { call, answer, text }
}

/**
 * Sends a file for import from the page on which an admin chose it. It uses XMLHttpRequest, because nothing else
 * reports how much was sent. The browser reads the file while it sends it, so that the page never holds it in memory.
 * @param sent is called with the number of bytes sent @throws RelayError; the signal's reason
 */
export function sendFile(
  { address, token }: UploadTarget,
  file: File,
  internal: boolean,
  sent: (bytes: number) => void,
  signal: AbortSignal
): Promise<ImportAnswer> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    const failed = () =>
      void readable(file).then((is) => reject(signal.aborted ? signal.reason : is ? unreachable(undefined) : gone()))
    request.open(
      "POST",
      placeAt(
        address,
        `/v1/admin/knowledge/files?${new URLSearchParams({ name: file.name, internal: String(internal) })}`
      )
    )
    request.setRequestHeader("x-replywright-api", String(API_VERSION))
    request.setRequestHeader("authorization", `Bearer ${token}`)
    request.setRequestHeader("content-type", "application/octet-stream")
    request.upload.addEventListener("progress", ({ loaded }) => sent(loaded))
    for (const end of ["error", "abort"] as const) request.addEventListener(end, failed)
    request.addEventListener("loadend", () => signal.removeEventListener("abort", stop))
    request.addEventListener("load", () => {
      const response = new Response(request.responseText, { status: request.status })
      if (!response.ok) return void refused(response).then(reject)
      response
        .json()
        .then((said: unknown) => resolve(importAnswer.parse(said)))
        .catch((cause: unknown) => reject(notOurs(cause)))
    })
    signal.addEventListener("abort", stop)
    request.send(unmaskedFile(file))
  })
}
export type SendFile = typeof sendFile

/** A folder can't be read, nor can a file that changed or disappeared since it was chosen. */
async function readable(file: File): Promise<boolean> {
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false
    )
}
