import { once } from "node:events"
import { createServer } from "node:http"
import { text } from "node:stream/consumers"
import * as z from "zod/mini"

const value = z.looseObject({ stringValue: z.optional(z.string()), intValue: z.optional(z.number()) })
const attribute = z.object({ key: z.string(), value })
const span = z.looseObject({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.optional(z.string()),
  name: z.string(),
  attributes: z.array(attribute),
  events: z.optional(z.array(z.looseObject({ name: z.string() }))),
  status: z.looseObject({ code: z.optional(z.number()) })
})
const body = z.object({
  resourceSpans: z.array(
    z.looseObject({
      resource: z.looseObject({ attributes: z.array(attribute) }),
      scopeSpans: z.array(z.looseObject({ spans: z.array(span) }))
    })
  )
})

export type SentSpan = z.infer<typeof span>

/** Takes traces by OTLP over HTTP, as JSON, as a collector does. */
export async function startCollector() {
  const bodies: string[] = []
  let status = 200
  const server = createServer(async (request, response) => {
    const sent = await text(request)
    if (request.url === "/v1/traces" && status === 200) bodies.push(sent)
    response.writeHead(status, { "content-type": "application/json" }).end("{}")
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
    bodies,
    answer: (next: number) => void (status = next),
    resource: () => z.parse(body, JSON.parse(bodies[0] ?? "{}")).resourceSpans[0]?.resource.attributes ?? [],
    spans: (): SentSpan[] =>
      bodies.flatMap((one) =>
        z
          .parse(body, JSON.parse(one))
          .resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
      ),
    close: () => {
      server.closeAllConnections()
      server.close()
    }
  }
}
