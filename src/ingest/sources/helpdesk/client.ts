import { SourceError } from "../../source/source.ts"
import { createWebClient, onSameHost, type WebClient, type WebOptions } from "../web/web-client.ts"
import { refuseUnencrypted } from "../web/ssrf-guard.ts"
import { createRateLimiter } from "../web/rate-limiter.ts"
import { systemClock, type Clock } from "../web/retry-request.ts"
import { jsonIn } from "./json-answer.ts"
import { HelpdeskRefused, isRefusal, type RefusalStatus } from "./helpdesk-refused.ts"

/** Asks a helpdesk that runs on a server of somebody's own: by GET alone, in peace, and only below one address. */
export interface HelpdeskClient {
  /** With a slash at its end. */
  base: URL
  /**
   * What is answered to a GET of this path below the address, as JSON.
   * @throws HelpdeskRefused for 401, 403, 404; HelpdeskBroken for 500 and its kin; SourceError for what else can't be
   * read; the signal's reason
   */
  json(path: string, signal: AbortSignal, as?: Asking): Promise<unknown>
  /** The same as text. */
  text(path: string, signal: AbortSignal, as?: Asking): Promise<string>
  /** Milliseconds since 1970, by the server's clock as far as its last answer told it. */
  now(): number
  close(): void
}

/** "nobody": without credentials, as a visitor from outside. */
type Asking = "ourselves" | "nobody"

export interface ClientOptions extends WebOptions {
  base: URL
  /** What makes a request ours. */
  headers: Record<string, string>
  /** Requests a second, at most. */
  perSecond: number
  /** Sentences for what the server refuses. */
  refused: Record<RefusalStatus, (address: URL) => string>
}

/** It failed over this request; over another it need not. */
export class HelpdeskBroken extends SourceError {
  override name = "HelpdeskBroken"
}

/** @throws SourceError where the credentials would cross a network unencrypted */
export function createHelpdeskClient({
  base,
  headers,
  perSecond,
  refused,
  clock = systemClock,
  allowHosts = [],
  ...options
}: ClientOptions): HelpdeskClient {
  refuseUnencrypted(base, allowHosts)
  const web = createWebClient({
    ...options,
    allowHosts,
    clock,
    tries: options.tries ?? 5,
    turn: createRateLimiter(perSecond, clock).turn
  })
  let ahead = 0
  const ask = async (
    path: string,
    signal: AbortSignal,
    accept: string,
    as: Asking
  ): Promise<{ bytes: Uint8Array; address: URL }> => {
    const address = new URL(path, base)
    const {
      status,
      bytes,
      headers: told
    } = await read(web, address, { ...(as === "ourselves" && headers), accept }, signal)
    ahead = aheadBy(told.date, clock)
    if (isRefusal(status)) throw new HelpdeskRefused(status, refused[status](address))
    if (status >= 500)
      throw new HelpdeskBroken("source-away", `${base.host} failed (status ${status}) over ${address.pathname}.`)
    if (status !== 200)
      throw new SourceError("source-unreadable", `${base.host} answers with status ${status} to ${address.pathname}.`)
    return { bytes, address }
  }
  return {
    base,
    text: async (path, signal, as = "ourselves") =>
      new TextDecoder().decode((await ask(path, signal, "*/*", as)).bytes),
    async json(path, signal, as = "ourselves") {
      const { bytes, address } = await ask(path, signal, "application/json", as)
      return jsonIn(bytes, address, "Is the address right?")
    },
    now: () => clock.now() + ahead,
    close: () => web.close()
  }
}

/** Without a word that anything is kept: Request Tracker fails over a request that says what was read before. */
const read = (web: WebClient, address: URL, headers: Record<string, string>, signal: AbortSignal) =>
  web.read(address, { headers, follow: onSameHost, largest: LARGEST }, signal)

/** Bytes of an answer. */
const LARGEST = 50_000_000
/** Milliseconds of difference that a wrong clock may make; more is a wrong header. */
const MOST_AHEAD = 7 * 24 * 3_600_000

function aheadBy(date: string | undefined, clock: Clock): number {
  const ahead = Date.parse(date ?? "") - clock.now()
  return Math.abs(ahead) < MOST_AHEAD ? ahead : 0
}
