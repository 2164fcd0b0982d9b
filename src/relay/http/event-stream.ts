import type { ServerResponse } from "node:http"
import { countStream } from "../../runtime/metrics/http-metrics.ts"
import { HEARTBEAT_SECONDS, type RelayEvent } from "../../protocol/relay.ts"

export interface EventStream {
  send(event: RelayEvent): void
  end(): void
  /** Aborts when the client has closed the connection, and after `end`. */
  closed: AbortSignal
}

/**
 * Answers with server-sent events, written directly to Node's response. `event:` holds the type, and `data:` holds the
 * other fields as JSON. The first text is written at once. Otherwise the events of one turn of the event loop are one
 * write, because a write costs more than the event. A client that takes nothing for `stalledMs` milliseconds, although
 * something waits for it, is cut off, so that slow readers can't fill the memory.
 */
export function openEventStream(
  outgoing: ServerResponse,
  heartbeatSeconds = HEARTBEAT_SECONDS,
  stalledMs = STALLED_MS
): EventStream {
  const gone = new AbortController()
  outgoing.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no"
  })
  outgoing.flushHeaders()
  let unsent = ""
  let hasText = false
  const taken = endWhenStalled(outgoing, stalledMs)
  const flush = () => {
    const events = unsent
    unsent = ""
    if (events !== "" && !gone.signal.aborted) outgoing.write(events, taken())
  }
  const send = ({ type, ...rest }: RelayEvent) => {
    if (gone.signal.aborted) return
    if (unsent === "") setImmediate(flush)
    unsent += `event: ${type}\ndata: ${JSON.stringify(rest)}\n\n`
    if (type !== "draft-delta" || hasText) return
    hasText = true
    flush()
  }
  const heart = setInterval(() => send({ type: "heartbeat" }), heartbeatSeconds * 1000)
  const close = () => {
    clearInterval(heart)
    gone.abort()
  }
  // Node emits "close" in every case, unless the client was gone before this function began.
  if (outgoing.destroyed) close()
  else outgoing.once("close", close)
  outgoing.on("error", close)
  countStream(gone.signal)
  return {
    send,
    end() {
      flush()
      close()
      outgoing.end()
    },
    closed: gone.signal
  }
}

const STALLED_MS = 30_000

/**
 * Destroys the connection if none of what was written has been taken for so long. It also watches what is left after the
 * end. Returns a function that notes a write, and whose result is called once it has been taken.
 */
function endWhenStalled(outgoing: ServerResponse, stalledMs: number): () => () => void {
  let pending = 0
  let last = performance.now()
  const watch = setInterval(() => {
    if (pending > 0 && performance.now() - last > stalledMs) outgoing.destroy()
  }, stalledMs / 2)
  watch.unref()
  outgoing.once("close", () => clearInterval(watch))
  return () => {
    if (pending === 0) last = performance.now()
    pending++
    return () => {
      pending--
      last = performance.now()
    }
  }
}
