import createClient, { type Client } from "openapi-fetch"
import { API_VERSION, apiError, relayEvent, type RelayEvent, type SitedDraftRequest } from "../protocol/relay.ts"
import { EventSourceParserStream } from "eventsource-parser/stream"
import type { ApiPaths } from "./api-paths.ts"

export interface ApiClientOptions {
  /** The relay's address, such as https://relay.example.com. */
  url: string
  /** A token that `POST /v1/pair` gave for a pairing code. Without one, only the routes for anyone answer. */
  token?: string
}

export interface ApiClient {
  /**
   * Asks a route by its path, as the relay's OpenAPI document describes it. An answer that isn't 2xx throws, so `data` is
   * there.
   * @throws RelayRefusal
   */
  api: Client<ApiPaths>
  /**
   * Asks for a draft and yields its events as they come, without the heartbeats, up to "draft-end" or "draft-error".
   * Leaving the loop, or aborting, ends the draft.
   * @throws RelayRefusal if the relay doesn't begin
   */
  draft(request: SitedDraftRequest, signal?: AbortSignal): AsyncGenerator<RelayEvent>
}

/** A request that the relay has refused, with the relay's own sentence, which says what to do. */
export class RelayRefusal extends Error {
  override name = "RelayRefusal"
  readonly status: number
  readonly code: string
  readonly retryable: boolean
  /** The request's id, by which the relay's log tells more. */
  readonly requestId: string | null

  constructor(status: number, body: unknown, requestId: string | null) {
    const read = apiError.safeParse(body)
    super(read.success ? read.data.error.message : `The relay, or a proxy before it, answered ${status}.`)
    this.status = status
    this.code = read.success ? read.data.error.code : "no-relay"
    this.retryable = read.success ? read.data.error.retryable : status >= 500
    this.requestId = requestId
  }
}

/** Creates a client of a relay, for scripts and servers. The extension has one of its own, which masks what it sends. */
export function createApiClient({ url, token }: ApiClientOptions): ApiClient {
  const api = createClient<ApiPaths>({
    baseUrl: url,
    headers: {
      "x-replywright-api": String(API_VERSION),
      ...(token !== undefined && { authorization: `Bearer ${token}` })
    }
  })
  api.use({
    async onResponse({ response }) {
      if (response.ok) return
      const body: unknown = await response.json().catch(() => undefined)
      throw new RelayRefusal(response.status, body, response.headers.get("x-request-id"))
    }
  })
  return {
    api,
    async *draft(body, signal) {
      const { response } = await api.POST("/v1/drafts", { body, signal: signal ?? null, parseAs: "stream" })
      yield* eventsOf(response)
    }
  }
}

async function* eventsOf({ body }: Response): AsyncGenerator<RelayEvent> {
  if (!body) return
  const messages = body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream())
  for await (const { event, data } of messages) {
    const read = relayEvent.safeParse({ ...JSON.parse(data), type: event })
    // A newer relay may have events that are unknown here.
    if (read.success && read.data.type !== "heartbeat") yield read.data
  }
}
