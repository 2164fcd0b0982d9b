import * as z from "zod/mini"
import { jsonIn, HelpdeskRefused, isRefusal, type RefusalStatus } from "../helpdesk/client.ts"
import { SourceError } from "../../source/source.ts"
import { onSameHost, type WebClient } from "../web/web-client.ts"
import type { RateLimiter, Clock } from "../web/retry-request.ts"
import { readAddress } from "../web/ssrf-guard.ts"

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

export type Credentials = { user: string; password: string } | { bearer: string }

/** The parts of an account that can be imported. Each has documents and a state of its own. */
export const PARTS = ["articles", "macros", "tickets"] as const
export type Part = (typeof PARTS)[number]

/**
 * Returns the account and its parts that an argument names: `zendesk:acme`, `zendesk:acme/tickets`,
 * `zendesk:https://help.example.com` or `https://acme.zendesk.com/hc/...`. Returns undefined if it names no Zendesk
 * account.
 * @throws SourceError
 */
export function accountOf(argument: string): { account: URL; parts: Part[] } | undefined {
  const [, place] = /^zendesk:(.*)$/is.exec(argument.trim()) ?? []
  if (place === undefined) {
    const address = URL.parse(argument.trim())
    return address && /^https?:$/.test(address.protocol) && /\.zendesk\.com$/i.test(address.hostname)
      ? { account: readAddress(address.origin), parts: [] }
      : undefined
  }
  const [, name = "", part = ""] = /^(.*?)\/*(?:\/(articles|macros|tickets))?\/*$/is.exec(place.trim()) ?? []
  const parts = PARTS.filter((one) => one === part.toLowerCase())
  if (/^[a-z0-9][a-z0-9-]*$/i.test(name))
    return { account: new URL(`https://${name.toLowerCase()}.zendesk.com`), parts }
  if (name === "")
    throw new SourceError("source-unreadable", "Say which account: zendesk:acme for https://acme.zendesk.com.")
  return {
    account: readAddress(readAddress(/^[a-z][a-z\d+.-]*:\/\//i.test(name) ? name : `https://${name}`).origin),
    parts
  }
}

/** Returns the argument that opens this part alone, from anywhere. */
export function argumentOf(account: URL, part: Part): string {
  return `zendesk:${account.origin}/${part}`
}

/**
 * Returns an agent's address with an API token, or an OAuth token.
 * @throws SourceError with a sentence that names the variables
 */
export function credentialsOf(environment: Record<string, string | undefined>): Credentials {
  const [email, token, bearer] = ["ZENDESK_EMAIL", "ZENDESK_TOKEN", "ZENDESK_OAUTH_TOKEN"].map(
    (name) => environment[name]?.trim() || undefined
  )
  if ([email, token, bearer].some((value) => value !== undefined && /\s/.test(value)))
    throw new SourceError(
      "source-refused",
      "ZENDESK_EMAIL, ZENDESK_TOKEN and ZENDESK_OAUTH_TOKEN are one word each: copy them again."
    )
  if (bearer !== undefined) return { bearer }
  if (email !== undefined && token !== undefined)
    return { user: `${email.replace(/\/token$/, "")}/token`, password: token }
  throw new SourceError(
    "source-refused",
    'Zendesk wants credentials: set ZENDESK_EMAIL (an admin\'s) and ZENDESK_TOKEN (an API token of the Admin Center), or ZENDESK_OAUTH_TOKEN with the scope "read". (site:https://... reads a public help centre without, by its sitemap.)'
  )
}
