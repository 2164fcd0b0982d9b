import type { IncomingHttpHeaders } from "node:http"
import type { LookupFunction } from "node:net"
import { wholeFile, wholeText } from "../../formats/common/text.ts"
import { SourceError } from "../../source/source.ts"
import { sendRequest, type WebExchange } from "./exchange.ts"
import { createSsrfGuard, readAddress } from "./ssrf-guard.ts"
import { retryRequest, type Clock } from "./retry-request.ts"
import { isKnownCharset } from "../../../text/bytes/charset.ts"
import { DocumentError } from "../../formats/common/format.ts"
import { declaredCharset } from "../../formats/html.ts"
import type { SourceArguments } from "../../source/source-kind.ts"

/** The import sends this name with its requests and looks for it in a robots.txt. */
export const USER_AGENT = "Replywright/0.1 (+knowledge import)"

export interface WebClient {
  /**
   * Sends a request, follows redirects, and returns the last response with any status before its body is read. If the
   * server is busy (429, 502, 503, 504) or the connection is cut before the response, it tries again after the time
   * that the server names, or otherwise with back-off.
   * @throws SourceError; the signal's reason if aborted
   */
  open(address: string | URL, request: WebRequest, signal: AbortSignal): Promise<WebAnswer>
  /** Does the same and reads the body to its end. It also tries again if the body is cut. */
  read(address: string | URL, request: WebRequest, signal: AbortSignal): Promise<WebAnswer & { bytes: Uint8Array }>
  /** Closes the connections that are kept for further requests. */
  close(): void
}

export interface WebOptions {
  /** These hosts may be in a private network: `wiki.local`, `127.0.0.1:8080`. */
  allowHosts?: readonly string[]
  /** The total number of attempts for a request. The default is 4. */
  tries?: number
  /** The default is the system's resolver. */
  lookup?: LookupFunction
  clock?: Clock
  /**
   * Awaited before each request, including redirects and repeated attempts. It sets the rate at which a host may be
   * asked.
   */
  turn?: (signal: AbortSignal) => Promise<void>
}

export interface WebRequest {
  /** The default is GET. Only a GET is tried again after a cut connection. */
  method?: "GET" | "POST"
  /**
   * These headers are sent in addition to the usual ones. Another origin gets only `accept` and `accept-language` of
   * them.
   */
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** Credentials are sent to the address's own origin only, never to the target of a redirect elsewhere. */
  credentials?: { user: string; password: string } | { bearer: string }
  /** The server answers with 304 if the version is still the same. */
  unless?: { etag?: string | undefined; modified?: string | undefined }
  /** A body with more bytes after unpacking is an error. The default is 20 MB. */
  largest?: number
  /** This many milliseconds may pass without any data. The default is 30 seconds. */
  idle?: number
  /** The server may take this many milliseconds in total, without the reader's own time. The default is two minutes. */
  total?: number
  /** The first answer is returned with any status: no redirect is followed, and a busy server isn't asked again. */
  firstAnswer?: boolean
  /** Checks each target of a redirect and throws if it mustn't be followed. */
  follow?: (to: URL, from: URL) => void | Promise<void>
}

export interface WebAnswer {
  status: number
  /** The address after all redirects. */
  address: URL
  headers: IncomingHttpHeaders
  /** The body is unpacked. It must be read or dropped with `discard`. */
  body: AsyncIterable<Uint8Array>
  discard(): void
}

/**
 * Creates the client with which the import reaches other hosts. It checks addresses, tries again and has time limits.
 */
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
    open: (address, request, signal) =>
      request.firstAnswer
        ? ask(address, request, signal)
        : retryRequest(patience(request), signal, () => ask(address, request, signal)),
    read: (address, request, signal) =>
      retryRequest(patience(request), signal, async () => {
        const answer = await ask(address, request, signal)
        return { ...answer, bytes: await wholeFile(answer.body, signal) }
      }),
    close: () => guard.close()
  }
}

/** A `follow` that stays on one host, over http or https. */
export function onSameHost(to: URL, from: URL): void {
  if (!isSameHost(to, from))
    throw new SourceError(
      "source-refused",
      `${from.href} leads to another host, ${to.host}. If that is yours too, import it by its own address.`
    )
}

/**
 * Returns whether two addresses are on the same host. `www.example.com` isn't the same host as `example.com`, and
 * another port is another host, except for the default ports of http and https.
 */
export function isSameHost(one: URL, other: URL): boolean {
  return one.hostname === other.hostname && one.port === other.port
}

const MAX_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])
/** Another origin receives only these of the caller's headers. */
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
    if (request.firstAnswer || !REDIRECTS.has(answer.status) || location === undefined) return answer
    answer.discard()
    if (hops === MAX_REDIRECTS)
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

/**
 * Returns the text of a page in the encoding that its bytes, the server or the page itself declare. A page with an
 * invalid character is read anyway.
 * @throws DocumentError if it isn't text or its encoding is unknown
 */
export function pageText(bytes: Uint8Array, contentType?: string): string {
  const said = charsetOf(contentType) ?? declaredCharset(bytes)
  try {
    return wholeText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), said)
  } catch (error) {
    if (!(error instanceof DocumentError) || said === undefined || !isKnownCharset(said) || bytes.includes(0))
      throw error
    return new TextDecoder(said).decode(bytes)
  }
}

/** Reads the encoding in "text/html; charset=windows-1252". */
export function charsetOf(contentType: string | undefined): string | undefined {
  return /charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(contentType ?? "")?.[1]
}

/** The options of every source that is read over HTTP. */
export const WEB_OPTIONS = { "allow-host": { type: "string", multiple: true } } as const

/** Returns the hosts named with `--allow-host`, which may be in a private network. */
export function allowedHosts(values: SourceArguments["values"]): string[] {
  return [values["allow-host"] ?? []].flat().filter((value) => typeof value === "string")
}

/**
 * Returns the address in `site:https://...` or, without a kind, in `https://...`. Returns undefined if there is no
 * address or it is of another kind.
 */
export function addressIn(argument: string, kind: string): { address: string; named: boolean } | undefined {
  const [, prefix, address] = /^(?:([a-z][a-z-]*):)?(https?:\/\/.*)$/is.exec(argument.trim()) ?? []
  if (address === undefined || (prefix !== undefined && prefix !== kind)) return undefined
  return { address, named: prefix !== undefined }
}

/** Reads a number and checks that it lies between two limits. @throws SourceError */
export function numberIn(
  values: SourceArguments["values"],
  name: string,
  least: number,
  most: number
): number | undefined {
  const value = values[name]
  if (value === undefined) return undefined
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN
  if (!(number >= least && number <= most))
    throw new SourceError("source-unreadable", `--${name} takes a number from ${least} to ${most}.`)
  return number
}
