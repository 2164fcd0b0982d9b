import * as z from "zod/mini"
import { jsonIn } from "../helpdesk/json-answer.ts"
import { HelpdeskRefused, isRefusal, type RefusalStatus } from "../helpdesk/helpdesk-refused.ts"
import { SourceError } from "../../source/source.ts"
import { onSameHost, type WebClient } from "../web/web-client.ts"
import type { RateLimiter } from "../web/rate-limiter.ts"
import type { Clock } from "../web/retry-request.ts"
import type { Credentials } from "./account.ts"

export interface ZendeskClient {
  account: URL
  /** Returns the time in milliseconds since 1970. */
  now(): number
  /**
   * Returns what the API answers to a GET request of this path below `/api/v2/`.
   * @throws HelpdeskRefused for 401, 403 and 404; SourceError for anything else that can't be read; the signal's reason
   */
  get(path: string, signal: AbortSignal): Promise<unknown>
  /** Yields all pages of a list by cursor, a hundred items each, with the cursor after each page. */
  pages(
    path: string,
    list: string,
    signal: AbortSignal,
    after?: string
  ): AsyncGenerator<{ items: unknown[]; answer: unknown; after: string | undefined }, void>
}

interface Options {
  web: WebClient
  account: URL
  credentials: Credentials
  pace: RateLimiter
  clock: Clock
}

/**
 * Sends requests to Zendesk at a limited rate. It pauses when the account's own budget of requests runs low, because
 * its agents share that budget.
 */
export function createZendeskClient({ web, account, credentials, pace, clock }: Options): ZendeskClient {
  let closedUntil = 0
  async function get(path: string, signal: AbortSignal): Promise<unknown> {
    await pace.turn(signal)
    if (closedUntil > clock.now()) await clock.wait(closedUntil - clock.now(), signal)
    const address = new URL(`/api/v2/${path.replace(/^\/+/, "")}`, account)
    const { status, headers, bytes } = await web.read(
      address,
      { credentials, headers: { accept: "application/json" }, follow: onSameHost, largest: LARGEST },
      signal
    )
    closedUntil = Math.max(closedUntil, clock.now() + rest(headers))
    if (isRefusal(status)) throw new HelpdeskRefused(status, REFUSED[status](address))
    if (status !== 200)
      throw new SourceError(
        status >= 500 ? "source-away" : "source-unreadable",
        `${account.host} answers with status ${status} to ${address.pathname}.`
      )
    return jsonIn(bytes, address, "Is this the address of a Zendesk?")
  }
  return {
    account,
    get,
    now: clock.now,
    async *pages(path, list, signal, after) {
      const seen = new Set<string>()
      for (;;) {
        const answer = await get(
          `${path}${path.includes("?") ? "&" : "?"}page[size]=100${after === undefined ? "" : `&page[after]=${encodeURIComponent(after)}`}`,
          signal
        )
        const items = listIn(answer, list)
        const { meta } = saidIn(answer, page)
        after = meta?.has_more === true ? (meta.after_cursor ?? undefined) : undefined
        yield { items, answer, after }
        if (after === undefined) return
        if (seen.has(after))
          throw new SourceError(
            "source-unreadable",
            `${account.host} leads from page to page of ${list} without an end.`
          )
        seen.add(after)
      }
    }
  }
}

const REFUSED: Record<RefusalStatus, (address: URL) => string> = {
  401: ({ host }) =>
    `${host} doesn't take these credentials (any more). Is token access switched on in its Admin Center, and the token's owner still there? Import again with good ones: it goes on from here.`,
  403: ({ host, pathname }) => `These credentials may not read ${pathname} of ${host}. Use an admin's.`,
  404: ({ host, pathname }) => `${host} has no ${pathname}. Is the account right, and does it have a help centre?`
}

/** Returns the list under this name in a response. @throws SourceError if it isn't a list */
export function listIn(answer: unknown, list: string): unknown[] {
  const items = z.record(z.string(), z.unknown()).safeParse(answer).data?.[list]
  if (!Array.isArray(items))
    throw new SourceError("source-unreadable", `Zendesk's answer holds no list of ${list}, as it should.`)
  return items
}

/** Reads the other fields of a response that holds a list. @throws SourceError if they don't have the expected shape */
export function saidIn<T>(answer: unknown, shape: z.ZodMiniType<T>): T {
  const read = shape.safeParse(answer)
  if (read.success) return read.data
  throw new SourceError("source-unreadable", "Zendesk's answer doesn't say as it should how its list goes on.", {
    cause: read.error
  })
}

/** A response has at most this many bytes, which is enough for a thousand articles with their translations. */
const LARGEST = 100_000_000
/** This many requests a minute are left to the agents. */
const KEPT_BACK = 20
/** The duration is in milliseconds. */
const MAX_REST = 60_000

const page = z.object({
  meta: z.optional(z.object({ has_more: z.optional(z.boolean()), after_cursor: z.nullish(z.string()) }))
})

/** Returns how long to wait before the next request, in milliseconds, by the headers about the account's budget. */
function rest(headers: Record<string, string | string[] | undefined>): number {
  const [left, reset] = [
    headers["ratelimit-remaining"] ?? headers["x-rate-limit-remaining"],
    headers["ratelimit-reset"]
  ].map((value) => (value === undefined ? NaN : Number(value)))
  return left !== undefined && left < KEPT_BACK
    ? Math.min(MAX_REST, (Number.isFinite(reset) ? Number(reset) : 10) * 1000)
    : 0
}
