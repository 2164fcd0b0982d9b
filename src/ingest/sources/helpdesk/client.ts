import { SourceError, type ImportedDocument, type SourceItem } from "../../source/source.ts"
import { createWebClient, onSameHost, type WebClient, type WebOptions } from "../web/web-client.ts"
import { refuseUnencrypted } from "../web/ssrf-guard.ts"
import { createRateLimiter, systemClock, type Clock } from "../web/retry-request.ts"
import { DocumentError } from "../../formats/common/format.ts"
import type * as z from "zod/mini"

/**
 * A client for a helpdesk on a team's own server. It sends only GET requests, at a limited rate, and only below one
 * address.
 */
export interface HelpdeskClient {
  /** The address ends in a slash. */
  base: URL
  /**
   * Sends a GET request for this path below the address and returns the JSON.
   * @throws HelpdeskRefused for 401, 403 and 404; HelpdeskBroken for 500 and above; SourceError for anything else that
   * can't be read; the signal's reason
   */
  json(path: string, signal: AbortSignal, as?: Asking): Promise<unknown>
  /** Does the same and returns the text. */
  text(path: string, signal: AbortSignal, as?: Asking): Promise<string>
  /** Returns the milliseconds since 1970 by the server's clock, as far as its last response showed it. */
  now(): number
  close(): void
}

/** "nobody" sends no credentials, like a visitor from outside. */
type Asking = "ourselves" | "nobody"

export interface ClientOptions extends WebOptions {
  base: URL
  /** These headers sign a request. */
  headers: Record<string, string>
  /** This many requests a second are sent at most. */
  perSecond: number
  /** The sentences for what the server refuses. */
  refused: Record<RefusalStatus, (address: URL) => string>
}

/** The server failed over this request, but another request may succeed. */
class HelpdeskBroken extends SourceError {
  override name = "HelpdeskBroken"
}

/** Creates a client. @throws SourceError if the credentials would cross a network unencrypted */
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

/** Sends no headers about a cached version, because Request Tracker fails over such requests. */
const read = (web: WebClient, address: URL, headers: Record<string, string>, signal: AbortSignal) =>
  web.read(address, { headers, follow: onSameHost, largest: LARGEST }, signal)

/** A response has at most this many bytes. */
const LARGEST = 50_000_000
/** A wrong clock may differ by this many milliseconds. A larger difference means that the header is wrong. */
const MAX_AHEAD = 7 * 24 * 3_600_000

function aheadBy(date: string | undefined, clock: Clock): number {
  const ahead = Date.parse(date ?? "") - clock.now()
  return Math.abs(ahead) < MAX_AHEAD ? ahead : 0
}

/**
 * Reads the JSON of a response.
 * @param doubt a question about what may be wrong with the address
 * @throws SourceError if it isn't JSON
 */
export function jsonIn(bytes: Uint8Array, { host, pathname }: URL, doubt: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new SourceError(
      "source-unreadable",
      `${host} answers to ${pathname} with something else than JSON. ${doubt}`,
      { cause }
    )
  }
}

/** A status with which a helpdesk refuses a request. */
export type RefusalStatus = 401 | 403 | 404

/** The helpdesk understood the request and refused it. */
export class HelpdeskRefused extends SourceError {
  override name = "HelpdeskRefused"
  readonly status: RefusalStatus

  constructor(status: RefusalStatus, sentence: string) {
    super(status === 404 ? "source-unreadable" : "source-refused", sentence)
    this.status = status
  }
}

export const isRefusal = (status: number): status is RefusalStatus => status === 401 || status === 403 || status === 404

/**
 * Returns undefined if something doesn't exist or isn't visible, so that the document goes without it. An error about
 * refused credentials is still thrown.
 */
export async function undefinedIfRefused<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof HelpdeskRefused && error.status !== 401) return undefined
    throw error
  }
}

/**
 * Returns a function that makes the item for one document, so that a document that fails doesn't end the read. The read
 * ends if the server fails over many documents in a row or refuses the credentials.
 */
export function createFailureIsolation(): (
  about: { id: string; path: string },
  make: () => Promise<ImportedDocument | undefined>
) => Promise<SourceItem> {
  let broken = 0
  return async ({ id, path }, make) => {
    try {
      const document = await make()
      broken = 0
      return document ? { type: "document", document } : { type: "gone", id }
    } catch (error) {
      // The document was deleted after it was listed.
      if (error instanceof HelpdeskRefused && error.status === 404) return { type: "gone", id }
      const isItsOwn =
        error instanceof DocumentError ||
        (error instanceof HelpdeskRefused && error.status === 403) ||
        (error instanceof SourceError && error.code === "source-unreadable")
      if (!isItsOwn && !(error instanceof HelpdeskBroken && ++broken < MAX_BROKEN)) throw error
      return { type: "failed", id, path, reason: error.message }
    }
  }
}

const MAX_BROKEN = 5

/** Returns those items of a list that have the expected shape. */
export function validItems<T>(items: readonly unknown[], shape: z.ZodMiniType<T>): T[] {
  return items.flatMap((item) => {
    const read = shape.safeParse(item)
    return read.success ? [read.data] : []
  })
}

/** A list that is held as a whole has at most this many rows. */
const MOST = 100_000

/** Stops a list that a server continues page after page, so that it can't fill the memory. @throws SourceError */
export function refuseEndless(rows: readonly unknown[], { host }: URL, list: string): void {
  if (rows.length > MOST)
    throw new SourceError("source-unreadable", `${host} gives more than ${MOST} rows of ${list}, page after page.`)
}
