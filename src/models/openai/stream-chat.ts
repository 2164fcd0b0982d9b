import type { IncomingMessage } from "node:http"
import { ModelError } from "../drafter/contract.ts"
import { chatUrl, headersFor, shownUrl } from "./address.ts"
import { readAnswer, type ChatPiece } from "./read-answer.ts"
import type { CountedTokens } from "./chunk.ts"
import { fitBody, withoutSystem } from "./fit-request.ts"
import { refusalWords } from "./refusal-words.ts"
import { failureOfAnswer, failureOfConnection, type RequestFailure } from "./request-failure.ts"
import { post, redirectOf } from "./post.ts"
import { startRequestWatch, type RequestWatch } from "./request-watch.ts"

export interface ChatRequest {
  /** The address may end in `/chat/completions`, and its query string is kept. */
  baseUrl: string
  apiKey?: string | undefined
  /**
   * Makes the body, which is sent as JSON, so that nobody has to keep a long prompt while its answer comes.
   * What the server refuses of it is left out or put otherwise (`fit-request.ts`).
   */
  body: () => Record<string, unknown>
  /** The longest silence after text has begun. All these durations are in milliseconds. */
  idleMs?: number
  /** The longest silence before the first text. A local model takes a while to read a long prompt. */
  firstByteMs?: number
  /** This limits the whole request, including further attempts. */
  totalMs?: number
  /** The number of further attempts after a failure before the first byte. */
  retries?: number
  /** The pause before the first further attempt. Each later pause is twice as long. */
  pauseMs?: number
  /** The longest pause that is granted to a server (Retry-After). */
  longestPauseMs?: number
  /** Called once with the usage, however the answer ends. It isn't called if the server accepted no request. */
  count?: (counted: CountedTokens) => void
}

/** The durations are in milliseconds, and `retries` is a count. */
export const PATIENCE = {
  idleMs: 45_000,
  firstByteMs: 90_000,
  totalMs: 300_000,
  retries: 2,
  pauseMs: 300,
  longestPauseMs: 20_000
}

/**
 * Streams one chat answer from any OpenAI-compatible server, with only Node's own HTTP client and an event parser. The
 * pieces are `sent` (before a body is sent, and again whenever it has changed), `text`, and at the end `usage` and
 * `finish`. Thoughts are never among them. Aborting `signal`, or leaving the loop, closes the connection at once.
 * @throws ModelError after the text that came before it was yielded; the signal's reason if aborted. No message
 * contains content.
 */
export async function* streamChat(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatPiece> {
  signal.throwIfAborted()
  const patience = { ...PATIENCE, ...defined(request) }
  const watch = startRequestWatch(signal, patience.totalMs)
  try {
    const { response, promptBytes } = yield* begin(request, watch, patience)
    yield* readAnswer(response, watch, patience, promptBytes, request.count)
  } finally {
    watch.end()
  }
}

/** Asks until an answer begins. What was asked lives no longer than this. */
async function* begin(
  request: ChatRequest,
  watch: RequestWatch,
  patience: typeof PATIENCE
): AsyncGenerator<ChatPiece, { response: IncomingMessage; promptBytes: number }> {
  const url = chatUrl(request.baseUrl)
  let ask: Ask = { url, body: fittedFrom(url, request.body()), redirects: 0 }
  let lastSent: Ask | undefined
  let tries = 0
  for (;;) {
    const body = JSON.stringify(ask.body)
    if (lastSent !== ask) yield { sent: { url: shownUrl(ask.url), body } }
    lastSent = ask
    const step = await attempt(ask, body, request, patience.firstByteMs, watch)
    if ("response" in step && ask.isMoved) withoutSystemMessage.add(nameOf(url, ask.body))
    if ("response" in step) return { response: step.response, promptBytes: Buffer.byteLength(body) }
    if ("instead" in step) {
      ask = step.instead
      continue
    }
    const { error, pauseMs } = step.failure
    if (pauseMs === undefined || pauseMs > patience.longestPauseMs || tries >= patience.retries) throw error
    await watch.sleep(pauseMs || jittered(patience.pauseMs * 2 ** tries))
    tries += 1
  }
}

/**
 * The endpoints, each with a model's name, that answer only if no message is the system's. They are asked without one
 * until the relay starts again.
 */
const withoutSystemMessage = new Set<string>()
const nameOf = (url: URL, body: Record<string, unknown>) => `${url.href} ${String(body["model"])}`

const hasSystem = (body: Record<string, unknown>) => withoutSystem(body) !== undefined

function fittedFrom(url: URL, body: Record<string, unknown>): Record<string, unknown> {
  return (withoutSystemMessage.has(nameOf(url, body)) ? withoutSystem(body) : undefined) ?? body
}

interface Ask {
  url: URL
  body: Record<string, unknown>
  redirects: number
  /** The system's text was moved, because the server refused it where it stood. */
  isMoved?: boolean | undefined
}
type Step = { response: IncomingMessage } | { instead: Ask } | { failure: RequestFailure }

async function attempt(
  ask: Ask,
  body: string,
  request: ChatRequest,
  patienceMs: number,
  watch: RequestWatch
): Promise<Step> {
  let response: IncomingMessage
  try {
    response = await watch.wait(post(ask.url, body, headersFor(ask.url, request.apiKey), watch.signal), patienceMs)
  } catch (error) {
    if (watch.signal.aborted || error instanceof ModelError) throw error
    return { failure: failureOfConnection(error, ask.url) }
  }
  const status = response.statusCode ?? 0
  if (status >= 200 && status < 300) return { response }
  const text = await firstCharacters(response, watch, patienceMs)
  if (status >= 300 && status < 400) {
    const url = redirectOf(ask.url, response.headers.location, ask.redirects)
    return { instead: { ...ask, url, redirects: ask.redirects + 1 } }
  }
  const fitted = fitBody(ask.body, status, refusalWords(text))
  if (fitted)
    return { instead: { ...ask, body: fitted, isMoved: ask.isMoved || hasSystem(ask.body) !== hasSystem(fitted) } }
  return { failure: failureOfAnswer(status, response.headers, text, String(ask.body["model"] ?? "")) }
}

/**
 * Reads the beginning of an error's body and closes the connection. An error whose body can't be read to its end is
 * still the same error.
 */
async function firstCharacters(response: IncomingMessage, watch: RequestWatch, patienceMs: number): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  const bytes: AsyncIterator<Uint8Array> = response[Symbol.asyncIterator]()
  try {
    while (length < 65_536) {
      const { done, value } = await watch.wait(bytes.next(), Math.min(patienceMs, 5000))
      if (done) break
      parts.push(value)
      length += value.length
    }
  } catch (error) {
    if (watch.signal.aborted) throw error
  } finally {
    response.destroy()
  }
  return Buffer.concat(parts).toString("utf8")
}

/** Returns between half and all of a pause, so that many relays don't return at the same instant. */
function jittered(ms: number): number {
  return ms * (0.5 + Math.random() / 2)
}

function defined(request: ChatRequest): Partial<typeof PATIENCE> {
  const { idleMs, firstByteMs, totalMs, retries, pauseMs, longestPauseMs } = request
  return Object.fromEntries(
    Object.entries({ idleMs, firstByteMs, totalMs, retries, pauseMs, longestPauseMs }).filter(
      ([, value]) => value !== undefined
    )
  )
}

type Counting = Pick<ChatRequest, "count">

/**
 * Asks a model for an answer that is read as a whole.
 * @throws ModelError as `streamChat` does
 */
export async function wholeAnswer(
  request: Omit<ChatRequest, "count">,
  asked: Counting | undefined,
  signal: AbortSignal
): Promise<string> {
  const { text, error } = await answerSoFar(request, asked, signal)
  if (error) throw error
  return text
}

/**
 * Asks for such an answer and returns what came of it, with the error if it broke off.
 * @throws ModelError as `streamChat` does, if nothing came
 */
export async function answerSoFar(
  request: Omit<ChatRequest, "count">,
  asked: Counting | undefined,
  signal: AbortSignal
): Promise<{ text: string; error?: ModelError }> {
  let answer = ""
  const counted = { ...request, ...(asked?.count && { count: asked.count }) }
  try {
    for await (const { text = "" } of streamChat(counted, signal)) answer += text
  } catch (error) {
    if (answer === "" || !(error instanceof ModelError)) throw error
    return { text: answer, error }
  }
  return { text: answer }
}
