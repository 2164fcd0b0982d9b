import type { IncomingMessage } from "node:http"
import { setTimeout as pause } from "node:timers/promises"
import { joiningDelayMs } from "../../runtime/joining-delay.ts"
import { ModelError } from "../drafter/contract.ts"
import {
  readChunk,
  type Chunk,
  type CountedTokens,
  type ServerError,
  type TokenUsage,
  endingOf,
  type Ending
} from "./chunk.ts"
import { createEventReader, type StreamItem } from "./event-reader.ts"
import { letterReader, type LetterReader } from "./letter-reader.ts"
import { notAnApi } from "./request-failure.ts"
import type { RequestWatch } from "./request-watch.ts"

export interface ChatPiece {
  text?: string
  /** The model tokens, reported once before `finish`: the server's count, or otherwise an estimate. */
  usage?: TokenUsage
  /** Why it ended, for example "stop". */
  finish?: string
  /** The body that is now sent, and the address. It contains no key. */
  sent?: { url: string; body: string }
}

/** After the last word, the server may keep the connection open for this many milliseconds before it is closed here. */
const HELD_MS = 2000

/**
 * Reads one answer, as an event stream or at once. After a whole one the connection stays open for the next request;
 * otherwise it is closed.
 * @param promptBytes length of the body that was sent
 * @param count is called once with the usage, however the answer ends
 * @throws ModelError; the watch's reason if it was aborted
 */
export async function* readAnswer(
  response: IncomingMessage,
  watch: RequestWatch,
  patience: { firstByteMs: number; idleMs: number },
  promptBytes: number,
  count: (counted: CountedTokens) => void = () => undefined
): AsyncGenerator<ChatPiece> {
  const bytes: AsyncIterator<Uint8Array> = response[Symbol.asyncIterator]()
  const events = createEventReader()
  const reader = letterReader()
  const seen: Seen = { text: false, visible: false, bytes: 0, declined: false, done: false, end: { proof: "none" } }
  try {
    if (/gzip|br|deflate|zstd/.test(response.headers["content-encoding"] ?? ""))
      throw bad("is packed although that was not asked for")
    while (!seen.done) {
      const { text, error, isLast } = readArrival(await next(bytes, watch, patienceOf(seen, patience)), {
        events,
        reader,
        seen
      })
      seen.visible ||= text.trim() !== ""
      if (text) yield { text }
      if (error !== undefined) throw error
      if (isLast) break
      if (seen.text && !seen.done) await joinArrivals(response)
    }
  } finally {
    if (seen.done) void leaveOpen(response, bytes)
    else response.destroy()
    count(countedOf(seen, promptBytes))
  }
  const { estimated: _, ...usage } = countedOf(seen, promptBytes)
  yield { usage }
  const error = endingError(seen, reader.isThinking())
  if (error) throw error
  yield { finish: "stop" }
}

/** Reads bytes that came, the end of the answer (undefined), or the error that broke it off. */
function readArrival(
  arrival: Uint8Array | Error | undefined,
  { events, reader, seen }: { events: ReturnType<typeof createEventReader>; reader: LetterReader; seen: Seen }
): { text: string; error: unknown; isLast: boolean } {
  // After a finish reason, nothing is missing. A cut or open connection after it is the server's way of ending.
  const isBroken = arrival instanceof Error && (seen.end.proof === "none" || seen.end.proof === "doubtful")
  const isLast = arrival === undefined || arrival instanceof Error
  const { text, error } = isBroken
    ? { text: "", error: arrival }
    : textOf(isLast ? events.end() : events.push(arrival), reader, seen)
  const isWhole = error !== undefined || isLast || seen.done
  return { text: isWhole ? text + reader.end() : text, error, isLast }
}

/**
 * Returns how long to wait for the next bytes, in milliseconds. Only a finish reason that came by itself says that no
 * more comes: some servers send one with each piece, or one for each part of an answer.
 */
function patienceOf({ text, end }: Seen, { firstByteMs, idleMs }: { firstByteMs: number; idleMs: number }): number {
  if (!text) return firstByteMs
  return end.proof === "alone" ? Math.min(HELD_MS, idleMs) : idleMs
}

interface Seen {
  /** Text or thoughts have arrived. */
  text: boolean
  visible: boolean
  /** This counts the text and thoughts in UTF-8 bytes. */
  bytes: number
  declined: boolean
  done: boolean
  end: Finish
  usage?: TokenUsage
}

/** What the server has said of the end so far. */
interface Finish {
  ending?: Exclude<Ending, "not-yet">
  /** The reason as sent. */
  word?: string
  /**
   * What it says of the text: it came behind it ("alone"), together with its last piece, or together with each piece
   * ("doubtful"), so that only the end of the whole answer shows that nothing is missing.
   */
  proof: "none" | "alone" | "with-text" | "doubtful"
  /** Text came without a finish reason, so this server tells the end from the rest. */
  isTold?: boolean
  /** The server sent the finish_reason "". */
  isEmpty?: boolean
}

/** Reads what the server still sends after a whole answer, for which nobody waits. If it doesn't end, it is closed. */
async function leaveOpen(response: IncomingMessage, bytes: AsyncIterator<Uint8Array>): Promise<void> {
  const late = setTimeout(() => response.destroy(), HELD_MS).unref()
  try {
    while (!(await bytes.next()).done);
  } catch {
    response.destroy()
  } finally {
    clearTimeout(late)
  }
}

/** Leaves what arrives in the kernel for a moment while this process is busy, so that it is read at once. */
async function joinArrivals({ complete, socket }: IncomingMessage): Promise<void> {
  const ms = complete ? 0 : joiningDelayMs()
  if (ms === 0) return
  socket.pause()
  await pause(ms)
  socket.resume()
}

/** Returns the visible text of events that came together, and the error that ended it. */
function textOf(events: StreamItem[], reader: LetterReader, seen: Seen): { text: string; error?: unknown } {
  let text = ""
  try {
    for (const event of events) {
      text += reader.push(take(event, seen))
      if (seen.done) break
    }
    return { text }
  } catch (error) {
    return { text, error }
  }
}

/** Four bytes of UTF-8 count as one model token: four Latin letters, or a little more than one Japanese character. */
const BYTES_A_TOKEN = 4

function countedOf({ usage, bytes }: Seen, promptBytes: number): CountedTokens {
  const estimate = () => ({ in: Math.ceil(promptBytes / BYTES_A_TOKEN), out: Math.ceil(bytes / BYTES_A_TOKEN) })
  return { ...(usage ?? estimate()), estimated: usage === undefined }
}

/** Returns bytes, undefined at the end, or a ModelError. If the person aborts, it throws. */
async function next(
  bytes: AsyncIterator<Uint8Array>,
  watch: RequestWatch,
  ms: number
): Promise<Uint8Array | ModelError | undefined> {
  try {
    const { done, value } = await watch.wait(bytes.next(), ms)
    return done ? undefined : value
  } catch (error) {
    if (error instanceof ModelError) return error
    if (watch.signal.aborted) throw error
    return new ModelError("model-cut", "The connection to the model broke in the middle of its answer.", true, {
      cause: error
    })
  }
}

/** Records what an event says and returns its text. */
function take(event: StreamItem, seen: Seen): string {
  if (event === "page") throw notAnApi()
  if (event === "done" || event === "too-long" || event === "not-json") {
    if (event === "too-long") throw bad("has an event longer than can be")
    if (event === "not-json") throw bad("has an event that is no JSON")
    seen.done = true
    return ""
  }
  const chunk = readChunk(event.value)
  if (chunk.error || event.failed) throw stopped(chunk.error, seen)
  note(chunk, event.whole, seen)
  return chunk.text
}

function note(chunk: Chunk, whole: boolean, seen: Seen): void {
  if (chunk.text || chunk.thought) {
    seen.text = true
    seen.bytes += Buffer.byteLength(chunk.text) + Buffer.byteLength(chunk.thought)
  }
  seen.declined ||= chunk.declined
  if (chunk.usage) seen.usage = chunk.usage
  noteFinish(chunk, whole, seen.end)
  if (whole) seen.done = true
}

function noteFinish({ finish, text, thought }: Chunk, whole: boolean, end: Finish): void {
  const hasText = text !== "" || thought !== ""
  const read = finish === undefined ? "not-yet" : endingOf(finish)
  // An answer that came at once is complete when its JSON is.
  const ending = read === "not-yet" && whole ? "whole" : read
  if (hasText && end.proof !== "none") end.proof = "doubtful"
  if (ending === "not-yet") {
    // Old Ollama versions end with "" (ollama#4357).
    if (finish === "") end.isEmpty = true
    end.isTold ||= hasText
    return
  }
  if (end.proof !== "doubtful") end.proof = !hasText ? "alone" : end.isTold || whole ? "with-text" : "doubtful"
  // What went wrong isn't made good by a later word.
  if (end.ending !== undefined && end.ending !== "whole") return
  end.ending = ending
  if (finish !== undefined) end.word = finish
}

function endingError(seen: Seen, isThinking: boolean): ModelError | undefined {
  const { ending, word = "", isEmpty } = seen.end
  if (seen.declined || ending === "declined")
    return new ModelError("model-refused", "The model declined to write this answer.", false)
  if (ending === "withheld")
    return new ModelError("model-refused", "The model's provider withheld the answer (content filter).", false)
  if (!ending && !seen.text) return empty()
  if (ending === "limit") {
    return cut(
      seen.visible
        ? "The answer stopped at the model's length limit."
        : "The model spent its whole length limit on thinking."
    )
  }
  if (ending === "tool")
    return cut("The model called a tool in place of finishing its answer. Switch tools off at the model's server.")
  if (ending === "broken") {
    const named = /^[a-z][a-z_]{1,40}$/i.test(word) ? ` (${word})` : ""
    return cut(`The model's server ended the answer before it was whole${named}. Ask again.`)
  }
  if (!ending && !(seen.done && isEmpty)) return cut("The answer stopped before its end.")
  if (isThinking && seen.visible) return cut("The answer stopped in the middle of the model's thoughts.")
  return seen.visible ? undefined : empty()
}

const cut = (message: string) => new ModelError("model-cut", message, true)

function empty(): ModelError {
  return new ModelError("model-empty", "The model gave an empty answer.", true)
}

function stopped(error: ServerError | undefined, seen: Seen): ModelError {
  const named = [error?.status, error?.code].filter((part) => part !== undefined).join(", ")
  const when = seen.text ? "in the middle of its answer" : "before it wrote anything"
  return new ModelError("model-cut", `The model stopped with an error ${when}${named ? ` (${named})` : ""}.`, true)
}

/** Creates an error without a cause, because a JSON error quotes what it couldn't read. */
function bad(what: string): ModelError {
  return new ModelError("model-bad-answer", `The model's answer can't be read: it ${what}.`, true)
}
