import { createParser } from "eventsource-parser"
import { relayEvent, type RelayEvent } from "../../protocol/relay.ts"

/**
 * Reads the relay's event stream. Events of a newer relay that are unknown here are skipped. `heard` is called for
 * every chunk, including heartbeats, because reading them keeps the worker alive.
 */
export async function* readRelayEvents(
  body: ReadableStream<Uint8Array>,
  heard: () => void
): AsyncGenerator<RelayEvent> {
  const waiting: RelayEvent[] = []
  const parser = createParser({
    onEvent(message) {
      const event = parsed(message.event, message.data)
      if (event) waiting.push(event)
    }
  })
  const reader = body.getReader()
  const decoder = new TextDecoder()
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      heard()
      parser.feed(decoder.decode(value, { stream: true }))
      while (waiting.length > 0) {
        const event = waiting.shift()
        if (event) yield event
      }
    }
  } finally {
    // This also runs if the consumer of this generator leaves early. The relay then cancels its request to the model.
    await reader.cancel().catch(() => undefined)
  }
}

function parsed(type: string | undefined, data: string): RelayEvent | undefined {
  let said: unknown
  try {
    said = JSON.parse(data)
  } catch {
    return undefined
  }
  if (typeof said !== "object" || said === null) return undefined
  const event = relayEvent.safeParse({ ...said, type })
  return event.success ? event.data : undefined
}
