import { createParser, type EventSourceMessage } from "eventsource-parser"

/**
 * An event: its JSON, or a marker in place of it. `whole` says that the answer came at once and not as a stream, and
 * `failed` that it was sent as `event: error`. "page" is HTML, and "done" is `[DONE]`.
 */
export type StreamItem = { value: unknown; whole: boolean; failed: boolean } | "done" | "page" | "too-long" | "not-json"

/**
 * Cuts bytes into events, wherever the chunks are split. It handles UTF-8, CRLF, `data:` without a space, and comments.
 * The first character shows whether it is a stream or a single JSON. The content type isn't used, because servers and
 * proxies often set it wrong.
 */
export function createEventReader(): { push(bytes: Uint8Array): StreamItem[]; end(): StreamItem[] } {
  const decoder = new TextDecoder()
  let kind: "unknown" | "stream" | "json" | "page" = "unknown"
  let json = ""
  let events: StreamItem[] = []
  const parser = createParser({
    onEvent: (message) => events.push(...eventsOf(message)),
    onError: (error) => {
      if (error.type === "max-buffer-size-exceeded") events.push("too-long")
    },
    maxBufferSize: MAX_CHARACTERS
  })

  function feed(text: string): void {
    if (kind === "unknown") kind = kindOf(text)
    if (kind === "page") events.push("page")
    if (kind === "stream") parser.feed(text)
    if (kind !== "json") return
    json += text
    if (json.length > MAX_CHARACTERS) events.push("too-long")
  }

  function taken(): StreamItem[] {
    const all = events
    events = []
    return all
  }

  return {
    push(bytes) {
      feed(decoder.decode(bytes, { stream: true }))
      return taken()
    },
    /**
     * Ends the bytes. An event without its blank line still counts, because llama.cpp ends like that, but half an event
     * doesn't.
     */
    end() {
      feed(decoder.decode())
      if (kind === "stream") parser.feed("\n\n")
      const last = kind === "json" ? eventsOf({ data: json }, true) : taken()
      return last.filter((event) => event !== "not-json" || kind === "json")
    }
  }
}

/** This limits the characters of one event, and of an answer that came at once. */
const MAX_CHARACTERS = 4_000_000

function kindOf(text: string): "unknown" | "stream" | "json" | "page" {
  const first = /\S/.exec(text)?.[0]
  if (first === undefined) return "unknown"
  return first === "{" || first === "[" ? "json" : first === "<" ? "page" : "stream"
}

/**
 * Reads an event. Its lines together are one JSON. Where they aren't, because a gateway left out the blank lines
 * between its events, each line is read by itself.
 */
function eventsOf(message: Pick<EventSourceMessage, "data" | "event">, whole = false): StreamItem[] {
  const joined = eventOf(message, whole)
  if (joined !== "not-json" || whole || !message.data.includes("\n")) return [joined]
  const events: StreamItem[] = []
  let open = ""
  for (const line of message.data.split("\n").filter((each) => each.trim() !== "")) {
    const data = open === "" ? line : `${open}\n${line}`
    const event = eventOf({ ...message, data }, whole)
    // A JSON may go on in the next line, and the end of the stream stands in a line of its own.
    open = event === "not-json" && open.length < MAX_OPEN ? data : ""
    if (event === "not-json" && line.trim() === "[DONE]") return [...events, "not-json", "done"]
    if (open === "") events.push(event)
  }
  return open === "" ? events : [...events, "not-json"]
}
/** The JSON of a piece is written over a few lines at most. Each further line reads it again. */
const MAX_OPEN = 20_000

function eventOf(message: Pick<EventSourceMessage, "data" | "event">, whole: boolean): StreamItem {
  if (/^\s*"?\[done\]"?\s*$/i.test(message.data)) return "done"
  try {
    return { value: JSON.parse(message.data), whole, failed: message.event === "error" }
  } catch {
    return "not-json"
  }
}
