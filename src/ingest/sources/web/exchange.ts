import { request as requestHttp, type IncomingMessage } from "node:http"
import { request as requestHttps } from "node:https"
import { SourceError } from "../../source/source.ts"
import type { WebAnswer } from "./web-client.ts"
import { type SsrfGuard, wasRefused } from "./ssrf-guard.ts"
import { pipeline, type Transform } from "node:stream"
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib"
import { peek } from "../../formats/common/peek.ts"

export interface WebExchange {
  guard: SsrfGuard
  address: URL
  method: string
  headers: Record<string, string>
  body?: string | Uint8Array
  largest: number
  idle: number
  total: number
  signal: AbortSignal
}

/**
 * Sends one request and returns its response. It doesn't follow redirects.
 * @throws SourceError, also while the body is read; the signal's reason if aborted
 */
export async function sendRequest(how: WebExchange): Promise<WebAnswer> {
  const { address, signal } = how
  signal.throwIfAborted()
  const waiting = waiter(how)
  const { response, end } = send(how)
  try {
    const message = await waiting(response)
    return {
      status: message.statusCode ?? 0,
      address,
      headers: message.headers,
      body: readBody(message, { ...how, waiting }),
      discard: () => (isSmall(message) ? readToEnd(message, end) : end())
    }
  } catch (error) {
    end()
    throw signal.aborted ? signal.reason : explainWebError(error, address)
  }
}

/**
 * Waits for the server, and gives up if it is silent for too long or has taken too much time in total. The time that
 * this process takes doesn't count.
 */
type Waiting = <T>(sign: Promise<T>) => Promise<T>

function waiter({ address, idle, total }: Pick<WebExchange, "address" | "idle" | "total">): Waiting {
  let left = total
  return async (sign) => {
    const since = performance.now()
    const fault =
      left < idle
        ? new WebTimeout("source-away", `${address.host} took longer than ${seconds(total)}, and was given up.`)
        : new SourceError("source-away", `${address.host} was silent for ${seconds(idle)}, and was given up.`)
    const { promise, reject } = Promise.withResolvers<never>()
    const timer = setTimeout(() => reject(fault), Math.max(0, Math.min(idle, left)))
    try {
      return await Promise.race([sign, promise])
    } finally {
      clearTimeout(timer)
      left -= performance.now() - since
    }
  }
}

function send({ guard, address, method, headers, body, signal }: WebExchange): {
  response: Promise<IncomingMessage>
  end(): void
} {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const request = (address.protocol === "https:" ? requestHttps : requestHttp)(address, {
    method,
    headers,
    signal,
    agent: guard.agentFor(address),
    ...(guard.lookup && { lookup: guard.lookup })
  })
  request.on("response", resolve)
  // The listener stays as long as the request. An error after the response's headers also ends its body.
  request.on("error", reject)
  request.end(body)
  return { response: promise, end: () => void request.destroy() }
}

/** A body of fewer bytes is read to its end sooner than a new connection is made. */
const SMALL = 65_536
/** A small body that takes longer isn't worth the connection that it holds. */
const SMALL_BODY_MS = 1000

function isSmall({ headers, statusCode }: IncomingMessage): boolean {
  const hasNone = statusCode === 204 || statusCode === 304
  return hasNone || Number(headers["content-length"] ?? Infinity) < SMALL
}

/** Reads the body and drops it, so that its connection is free for the next request. */
function readToEnd(message: IncomingMessage, end: () => void): void {
  const timer = setTimeout(end, SMALL_BODY_MS)
  message.once("close", () => clearTimeout(timer))
  message.resume()
}

const seconds = (ms: number) => (ms < 1000 ? `${ms} ms` : ms === 1000 ? "a second" : `${Math.round(ms / 1000)} seconds`)

interface Reading {
  address: URL
  /** The limit is in bytes after unpacking. */
  largest: number
  signal: AbortSignal
  waiting: Waiting
}

/**
 * Yields a response's body, unpacked as it arrives. It never unpacks more than the limit.
 * @throws SourceError
 */
async function* readBody(
  message: IncomingMessage,
  { address, largest, signal, waiting }: Reading
): AsyncGenerator<Uint8Array, void> {
  try {
    if (Number(message.headers["content-length"]) > largest) throw tooLarge(address, largest)
    const chunks = unpacked(message, address)[Symbol.asyncIterator]()
    let length = 0
    for (;;) {
      const { done, value } = await waiting(chunks.next())
      if (done === true) return
      length += value.length
      if (length > largest) throw tooLarge(address, largest)
      yield value
    }
  } catch (error) {
    throw signal.aborted ? signal.reason : explainWebError(error, address)
  } finally {
    // A body that was read to its end leaves its connection for the next request. If it wasn't, the connection is
    // closed here.
    if (!message.complete) message.destroy()
  }
}

/**
 * Unpacks a file that was compressed before it was sent, such as a `sitemap.xml.gz`, and passes any other file
 * unchanged. It yields at most `largest` bytes.
 */
export async function* unpackedFile(
  chunks: AsyncIterable<Uint8Array>,
  address: URL,
  largest: number,
  signal: AbortSignal
): AsyncGenerator<Uint8Array, void> {
  const { head, whole } = await peek(chunks, 2, signal)
  if (head[0] !== 0x1f || head[1] !== 0x8b) return yield* whole
  let length = 0
  try {
    for await (const chunk of pipeline(whole, createGunzip(), ignore)) {
      length += chunk.length
      if (length > largest) throw tooLarge(address, largest)
      yield chunk
    }
  } catch (error) {
    throw explainWebError(error, address)
  }
}

const UNPACK: Record<string, () => Transform> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress
}

function unpacked(message: IncomingMessage, address: URL): AsyncIterable<Buffer> {
  const encoding = (message.headers["content-encoding"] ?? "identity").trim().toLowerCase()
  if (encoding === "identity" || encoding === "") return message
  const unpack = UNPACK[encoding]
  if (!unpack)
    throw new SourceError(
      "source-unreadable",
      `${address.host} packs its answers as "${encoding.slice(0, 40)}", which isn't known.`
    )
  return pipeline(message, unpack(), ignore)
}

/** A failing stream makes the next stream fail, and its reader gets the error. */
function ignore(): void {
  return
}

function tooLarge(address: URL, largest: number): SourceError {
  const size = largest >= 1_000_000 ? `${Math.round(largest / 1_000_000)} MB` : `${Math.round(largest / 1000)} kB`
  return new SourceError("source-unreadable", `What ${address.href} sends is larger than ${size}.`)
}

/** The server used up its time, so the request isn't repeated at once. */
export class WebTimeout extends SourceError {
  override name = "GivenUp"
}

/** Returns whether a server's certificate isn't trusted here: it is expired, for another host, or by nobody known. */
export const isCertificateFault = (error: unknown) => /CERT|SIGNED|ISSUER|^ERR_TLS|^ERR_SSL/.test(codeOf(error))

/** Returns whether there is no host of that name. */
export const isUnknownHost = (error: unknown) => codeOf(error) === "ENOTFOUND"

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : ""
}

/** Explains in a sentence what went wrong with a request to this address. A SourceError is returned unchanged. */
function explainWebError(error: unknown, { host, hostname }: URL): SourceError {
  if (error instanceof SourceError) return error
  const code = codeOf(error)
  const fault = (kind: SourceError["code"], sentence: string) => new SourceError(kind, sentence, { cause: error })
  if (wasRefused(error))
    return fault(
      "source-refused",
      `${hostname} lies in a private network or at no public address. If it is meant, allow it with --allow-host ${hostname}.`
    )
  if (isUnknownHost(error)) return fault("source-unreadable", `There is no host ${hostname}. Is the address right?`)
  if (code === "EAI_AGAIN") return fault("source-away", `The address of ${hostname} can't be looked up now.`)
  if (code === "ECONNREFUSED") return fault("source-away", `Nothing answers at ${host}.`)
  if (CUT.has(code)) return fault("source-away", `The connection to ${host} was cut.`)
  if (isCertificateFault(error))
    return fault(
      "source-refused",
      `The certificate of ${host} isn't trusted here (${code}). NODE_EXTRA_CA_CERTS can name a file with an authority of your own.`
    )
  if (code === "EPROTO") return fault("source-unreadable", `${host} doesn't speak https as it should. Is it http://?`)
  if (code.startsWith("HPE_")) return fault("source-unreadable", `${host} doesn't answer as HTTP asks for (${code}).`)
  if (/^(?:Z_|ERR__?ZLIB|ERR_BROTLI|ERR__ERROR)/.test(code))
    return fault("source-unreadable", `What ${host} sent can't be unpacked.`)
  return fault("source-away", `${host} can't be reached${code === "" ? "" : ` (${code})`}.`)
}

/** Z_BUF_ERROR means that compressed data ends in the middle. */
const CUT = new Set([
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ERR_STREAM_PREMATURE_CLOSE",
  "Z_BUF_ERROR",
  "UND_ERR_SOCKET"
])
