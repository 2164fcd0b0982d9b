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
   * @throws RelayRefusal if the relay doesn't begin; DraftCutOff if the events end before the draft does; the signal's
   *   reason if aborted
   */
  draft(request: SitedDraftRequest, signal?: AbortSignal): AsyncGenerator<RelayEvent>
}

/** A request that the relay has refused, with the relay's own sentence, which says what to do. */
export class RelayRefusal extends Error {
  override name = "RelayRefusal"
  readonly status: number
  readonly code: string
  readonly retryable: boolean
  /** The seconds to wait before asking again, where the relay gives them. */
  readonly retryAfter: number | null
  /** The request's id, by which the relay's log tells more. */
  readonly requestId: string | null

  constructor(status: number, body: unknown, headers = new Headers()) {
    const read = apiError.safeParse(body)
    super(read.success ? read.data.error.message : fromElsewhere(status, headers))
    this.status = status
    this.code = read.success ? read.data.error.code : "no-relay"
    this.retryable = read.success ? read.data.error.retryable : status >= 500
    const seconds = headers.get("retry-after") ?? ""
    this.retryAfter = /^\d+$/.test(seconds) ? Number(seconds) : null
    this.requestId = headers.get("x-request-id")
  }
}

function fromElsewhere(status: number, headers: Headers): string {
  const said = `The relay, or a proxy before it, answered ${status}`
  const to = headers.get("location")
  if (to !== null && status >= 300 && status < 400) return `${said}, which leads to ${to}. Use the relay's own address.`
  return status < 300 ? `${said} with something that the relay doesn't send: a proxy's own page?` : `${said}.`
}

/** The events of a draft ended before the draft did, or were none of the relay's. The draft can be asked for again. */
export class DraftCutOff extends Error {
  override name = "DraftCutOff"
  readonly code = "cut-off"
  readonly retryable = true
}

/** Creates a client of a relay, for scripts and servers. The extension has one of its own, which masks what it sends. */
export function createApiClient({ url, token }: ApiClientOptions): ApiClient {
  const api = createClient<ApiPaths>({
    baseUrl: url,
    // A redirect would carry a POST elsewhere as a GET, so it is reported as what it is.
    redirect: "manual",
    headers: {
      "x-replywright-api": String(API_VERSION),
      ...(token !== undefined && { authorization: `Bearer ${token}` })
    }
  })
  api.use({
    async onResponse({ response }) {
      // A proxy that asks for a sign-in answers 200, with a page.
      const isPage = response.headers.get("content-type")?.startsWith("text/html") ?? false
      if (response.ok && !isPage) return
      const body: unknown = await response.json().catch(() => undefined)
      throw new RelayRefusal(response.status, body, response.headers)
    }
  })
  return {
    api,
    async *draft(body, signal) {
      const { response } = await api.POST("/v1/drafts", { body, signal: signal ?? null, parseAs: "stream" })
      let last: RelayEvent | undefined
      try {
        for await (const event of eventsOf(response)) yield (last = event)
      } catch (error) {
        throw signal?.aborted ? signal.reason : cutOff(error)
      }
      if (last?.type !== "draft-end" && last?.type !== "draft-error") throw cutOff()
    }
  }
}

const cutOff = (cause?: unknown) =>
  new DraftCutOff("The connection to the relay broke before the draft was whole. Ask again.", { cause })

async function* eventsOf({ body }: Response): AsyncGenerator<RelayEvent> {
  if (!body) return
  const messages = body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream())
  for await (const { event, data } of messages) {
    const read = relayEvent.safeParse({ ...JSON.parse(data), type: event })
    // A newer relay may have events that are unknown here.
    if (read.success && read.data.type !== "heartbeat") yield read.data
  }
}
