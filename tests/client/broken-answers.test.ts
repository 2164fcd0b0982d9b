import { once } from "node:events"
import { createServer, type ServerResponse } from "node:http"
import { afterAll, beforeAll, expect, test } from "vitest"
import * as z from "zod/mini"
import { createApiClient, DraftCutOff } from "../../src/client/api-client.ts"
import { draftRequest } from "../relay/help/client.ts"
import { runExample } from "./run-example.ts"

const HELLO = 'event: draft-delta\ndata: {"text":"Hello"}\n\n'
const stream = (response: ServerResponse) => response.writeHead(200, { "content-type": "text/event-stream" })

/** What a server that should be a relay does, by the token that it is given. */
const ANSWERS: Record<string, (response: ServerResponse) => void> = {
  fails: (response) =>
    stream(response).end('event: draft-error\ndata: {"code":"model-cut","message":"Ask again.","retryable":true}\n\n'),
  breaks: (response) => stream(response).write(HELLO, () => response.destroy()),
  waits: (response) => stream(response).write(HELLO),
  "ends-early": (response) => stream(response).end(HELLO),
  "half-an-event": (response) => stream(response).end('event: draft-delta\ndata: {"text":"He\n\n'),
  page: (response) => response.writeHead(200, { "content-type": "text/html" }).end("<h1>Sign in</h1>"),
  leads: (response) => response.writeHead(301, { location: "https://relay.example.com/v1" }).end(),
  busy: (response) =>
    response
      .writeHead(429, { "content-type": "application/json", "retry-after": "30" })
      .end('{"error":{"code":"in-flight","message":"Six are under way.","retryable":true,"requestId":"1"}}')
}

let url = ""
const server = createServer((request, response) => ANSWERS[request.headers.authorization?.slice(7) ?? ""]?.(response))
beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening")
  url = `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const next = (token: string, signal?: AbortSignal) => {
  const events = createApiClient({ url, token }).draft(draftRequest(), signal)
  return (async () => {
    for await (const _ of events);
  })().catch((error: unknown) => error)
}

test.each(["breaks", "ends-early", "half-an-event"])(
  "a draft whose events aren't whole throws an error of its own: %s",
  async (token) => {
    const error = await next(token)
    expect(error).toBeInstanceOf(DraftCutOff)
    expect(error).toMatchObject({ code: "cut-off", retryable: true })
  }
)

test("a proxy's page and a redirect are no answers of a relay, and a refusal says how long to wait", async () => {
  expect(await next("page")).toMatchObject({ code: "no-relay", status: 200, message: expect.stringContaining("page") })
  expect(await next("leads")).toMatchObject({
    code: "no-relay",
    status: 301,
    message: expect.stringContaining("https://relay.example.com/v1")
  })
  expect(await next("busy")).toMatchObject({ code: "in-flight", status: 429, retryable: true, retryAfter: 30 })
  const stop = AbortSignal.timeout(200)
  expect(await next("waits", stop)).toBe(stop.reason)
})

test.each([
  ["stream-draft", "fails", "", "model-cut: Ask again."],
  ["stream-draft", "breaks", "Hello", "cut-off: The connection to URL broke: run this again."],
  ["stream-draft", "ends-early", "Hello", "cut-off: The connection to URL broke: run this again."],
  ["stream-draft", "busy", "", "in-flight: Six are under way. Wait 30 s before you run this again."],
  ["export-outcomes", "page", "", "no-relay: The relay, or a proxy before it, answered 200"],
  ["export-outcomes", "a“b", "", "bad-token: RELAY_TOKEN holds a character that no token has"],
  ["stream-draft", "a\nb", "", "bad-token: RELAY_TOKEN holds a character that no token has"]
])("%s ends without a stack trace where the answer is this one: %s", async (name, token, output, sentence) => {
  const { errors, ...ran } = await runExample(name, token, { url })
  expect(ran).toEqual({ output, code: 1 })
  expect(errors).toContain(sentence.replace("URL", url))
  expect(errors.trim().split("\n")).toHaveLength(1)
})

test("Ctrl-C ends an example in mid-draft", async () => {
  expect(await runExample("stream-draft", "waits", { url, interrupt: true })).toEqual({
    output: "Hello",
    errors: "",
    code: 130
  })
})
