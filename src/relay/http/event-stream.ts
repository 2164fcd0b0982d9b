import type { ServerResponse } from "node:http"
import { HEARTBEAT_SECONDS, type RelayEvent } from "../../protocol/relay.ts"

export interface EventStream {
  send(event: RelayEvent): void
  end(): void
  /** Aborted when the client has gone, or after `end`. */
  closed: AbortSignal
}

/** Answers with server-sent events, straight on Node's response: `event:` is the type, `data:` the rest as JSON. */
export function openEventStream(outgoing: ServerResponse, heartbeatSeconds = HEARTBEAT_SECONDS): EventStream {
  const gone = new AbortController()
  outgoing.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no"
  })
  outgoing.flushHeaders()
  const send = ({ type, ...rest }: RelayEvent) => {
    if (!gone.signal.aborted) outgoing.write(`event: ${type}\ndata: ${JSON.stringify(rest)}\n\n`)
  }
  const heart = setInterval(() => send({ type: "heartbeat" }), heartbeatSeconds * 1000)
  const close = () => {
    clearInterval(heart)
    gone.abort()
  }
  // "close" comes in every case, also when the client went before we began.
  if (outgoing.destroyed) close()
  else outgoing.once("close", close)
  outgoing.on("error", close)
  return {
    send,
    end() {
      close()
      outgoing.end()
    },
    closed: gone.signal
  }
}
