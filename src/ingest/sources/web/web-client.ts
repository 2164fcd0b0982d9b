import type { IncomingHttpHeaders } from "node:http"
import type { LookupFunction } from "node:net"
import { wholeFile } from "../../formats/common/text.ts"
import { SourceError } from "../../source/source.ts"
import { sendRequest, type WebExchange } from "./exchange.ts"
import { createSsrfGuard, readAddress } from "./ssrf-guard.ts"
import { retryRequest, type Clock } from "./retry-request.ts"

/** Under this name the import asks, and looks for itself in a robots.txt. */
export const USER_AGENT = "Replywright/0.1 (+knowledge import)"

export interface WebClient {
  /**
   * Asks, follows what it is sent on to, and gives the last answer, whatever its status, its body still to come. Too
   * busy (429, 503, 502, 504) or a connection cut before the answer: asked again, after the time the server names or a
   * growing one.
   * @throws SourceError; the signal's reason when aborted
   */
  open(address: string | URL, request: WebRequest, signal: AbortSignal): Promise<WebAnswer>
  /** The same with the body read to its end, asked again also where it is cut in the middle. */
  read(address: string | URL, request: WebRequest, signal: AbortSignal): Promise<WebAnswer & { bytes: Uint8Array }>
  /** Ends the connections that are kept for the next request. */
  close(): void
}

export interface WebOptions {
  /** Hosts that may lie in a private network: `wiki.local`, `127.0.0.1:8080`. */
  allowHosts?: readonly string[]
  /** How often a request is tried in all. 4 unless told. */
  tries?: number
  /** The system's own unless told. */
  lookup?: LookupFunction
  clock?: Clock
  /**
   * Waited for before each request, those that follow a redirect or try again included: the pace at which a host may be
   * asked.
   */
  turn?: (signal: AbortSignal) => Promise<void>
}

export interface WebRequest {
  /** GET unless told. Only a GET is tried again after a cut connection. */
  method?: "GET" | "POST"
  /** Besides the usual ones. Sent to no other origin, but for `accept` and `accept-language`. */
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** Sent to the address's own origin alone, never to where it is sent on to elsewhere. */
  credentials?: { user: string; password: string } | { bearer: string }
  /** Answered with 304 where it is still the same. */
  unless?: { etag?: string | undefined; modified?: string | undefined }
  /** Bytes of the body once unpacked; more is an error. 20 MB unless told. */
  largest?: number
  /** Milliseconds without a sign of life. 30 seconds unless told. */
  idle?: number
  /** Milliseconds that the other side may take in all, what the reader takes not counted. Two minutes unless told. */
  total?: number
  /** Looks at each address that it is sent on to, and throws where it must not go. */
  follow?: (to: URL, from: URL) => void | Promise<void>
}

export interface WebAnswer {
  status: number
  /** Where it came from in the end. */
  address: URL
  headers: IncomingHttpHeaders
  /** Unpacked. To be read, or let go with `discard`. */
  body: AsyncIterable<Uint8Array>
  discard(): void
}

/** The import's way to other hosts: guarded, patient, and with an end. */
export function createWebClient({ allowHosts, tries = 4, lookup, clock, turn }: WebOptions = {}): WebClient {
  const guard = createSsrfGuard(allowHosts, lookup)
  const ask = (address: string | URL, request: WebRequest, signal: AbortSignal) =>
    followed({ guard, signal, ...limitsOf(request) }, readAddress(String(address)), request, turn)
  const patience = (request: WebRequest) => ({
    tries,
    again: (request.method ?? "GET") === "GET",
    ...(clock && { clock })
  })
  return {
    open: (address, request, signal) => retryRequest(patience(request), signal, () => ask(address, request, signal)),
    read: (address, request, signal) =>
      retryRequest(patience(request), signal, async () => {
        const answer = await ask(address, request, signal)
        return { ...answer, bytes: await wholeFile(answer.body, signal) }
      }),
    close: () => guard.close()
  }
}

/** A `follow` that keeps to one host, whichever of http and https it speaks. */
export function onSameHost(to: URL, from: URL): void {
  if (!isSameHost(to, from))
    throw new SourceError(
      "source-refused",
      `${from.href} leads to another host, ${to.host}. If that is yours too, import it by its own address.`
    )
}

/** `www.example.com` is another host than `example.com`, and so is another port, but for those of http and https. */
export function isSameHost(one: URL, other: URL): boolean {
  return one.hostname === other.hostname && one.port === other.port
}

const MOST_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])
/** What another origin may see of the headers that a caller sets. */
const HARMLESS = new Set(["accept", "accept-language"])

function limitsOf({ largest = 20_000_000, idle = 30_000, total = 120_000 }: WebRequest) {
  return { largest, idle, total }
}

async function followed(
  how: Omit<WebExchange, "address" | "method" | "headers" | "body">,
  start: URL,
  request: WebRequest,
  turn: WebOptions["turn"]
): Promise<WebAnswer> {
  let [address, method, body] = [start, request.method ?? "GET", request.body]
  for (let hops = 0; ; hops++) {
    await turn?.(how.signal)
    const answer = await sendRequest({
      ...how,
      address,
      method,
      headers: headersFor(address, start, request),
      ...(body !== undefined && { body })
    })
    const { location } = answer.headers
    if (!REDIRECTS.has(answer.status) || location === undefined) return answer
    answer.discard()
    if (hops === MOST_REDIRECTS)
      throw new SourceError("source-unreadable", `${start.href} leads from one address to the next without an end.`)
    const to = readAddress(location, address)
    await request.follow?.(to, address)
    if (answer.status < 307 && method === "POST") [method, body] = ["GET", undefined]
    if (body !== undefined && to.origin !== start.origin)
      throw new SourceError(
        "source-refused",
        `${address.host} wants what it was sent to go to ${to.host}, which it doesn't.`
      )
    address = to
  }
}

function headersFor(
  address: URL,
  start: URL,
  { headers = {}, credentials, unless }: WebRequest
): Record<string, string> {
  const own = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const)
  const usual = { "user-agent": USER_AGENT, accept: "*/*", "accept-encoding": "gzip, deflate, br" }
  if (address.origin !== start.origin)
    return { ...usual, ...Object.fromEntries(own.filter(([name]) => HARMLESS.has(name))) }
  return {
    ...usual,
    ...Object.fromEntries(own),
    ...(unless?.etag !== undefined && { "if-none-match": unless.etag }),
    ...(unless?.modified !== undefined && { "if-modified-since": unless.modified }),
    ...(credentials && {
      authorization:
        "bearer" in credentials
          ? `Bearer ${credentials.bearer}`
          : `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString("base64")}`
    })
  }
}
