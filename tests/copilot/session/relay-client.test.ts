import { afterEach, expect, test, vi } from "vitest"
import { unmaskedBody } from "../../../src/copilot/relay-client/egress.ts"
import { createRelayClient } from "../../../src/copilot/relay-client/relay-client.ts"
import { sendFile } from "../../../src/copilot/relay-client/send-file.ts"
import { API_VERSION } from "../../../src/protocol/relay.ts"

afterEach(() => vi.unstubAllGlobals())

/** What leaves, and an answer of a relay to it. */
function network() {
  const asked: string[] = []
  const answer = vi.fn(async (url: URL) => {
    asked.push(url.href)
    return Response.json({
      name: "replywright",
      api: API_VERSION,
      version: "0.1.0",
      ok: true,
      database: "ok",
      model: null,
      documents: 1
    })
  })
  vi.stubGlobal("fetch", answer)
  vi.stubGlobal(
    "XMLHttpRequest",
    class {
      constructor() {
        asked.push("a request that tells its progress")
      }
      upload = { addEventListener: () => undefined }
      addEventListener = () => undefined
      setRequestHeader = () => undefined
      open = (_method: string, url: URL) => void asked.push(url.href)
      send = () => undefined
    }
  )
  return asked
}
const nobody = { token: () => "token-1" }
const { signal } = new AbortController()
const BODY = unmaskedBody("POST /v1/masking-rules/undo", { version: 1, to: 0 })

test.each([
  "http://relay.example.com",
  "http://10.0.0.5:8787",
  "http://[::1]:8787",
  "http://127.0.0.1.evil.example",
  "ftp://127.0.0.1"
])("%s is never asked: who is on that way could read along", async (address) => {
  const asked = network()
  await expect(createRelayClient(address, nobody).call("GET /v1/me", {}, signal)).rejects.toMatchObject({
    code: "unsafe-address"
  })
  await expect(
    sendFile({ address, token: "token-1" }, new File(["x"], "x.md"), false, () => undefined, signal)
  ).rejects.toMatchObject({ code: "unsafe-address" })
  expect(asked.filter((url) => url.startsWith("http"))).toEqual([])
})

test("a path that leads elsewhere is not gone: only the relay's own origin is asked", async () => {
  const asked = network()
  const client = createRelayClient("https://relay.example.com", nobody)
  for (const path of [
    "//evil.example/v1/drafts",
    "https://evil.example/",
    "http://relay.example.com/v1/drafts",
    "https://relay.example.com:444/"
  ]) {
    await expect(client.ask(path, BODY, signal).next()).rejects.toMatchObject({
      code: "foreign-address"
    })
  }
  expect(asked).toEqual([])
  for (const address of ["https://relay.example.com", "http://127.0.0.1:8787"])
    await createRelayClient(address, nobody).health(signal)
  expect(asked).toEqual(["https://relay.example.com/v1/health", "http://127.0.0.1:8787/v1/health"])
})

test("each request names a trace of its own at random, and no header holds more than version, token and type", async () => {
  const sent: Headers[] = []
  vi.stubGlobal("fetch", async (_url: URL, { headers }: { headers: Record<string, string> }) => {
    sent.push(new Headers(headers))
    return Response.json({})
  })
  const client = createRelayClient("https://relay.example.com", nobody)
  for (const work of [client.call("GET /v1/me", {}, signal), client.call("POST /v1/outcomes", { body: BODY }, signal)])
    await work.catch(() => 0)
  const traces = sent.map((headers) => headers.get("traceparent") ?? "")
  for (const trace of traces) expect(trace).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/)
  expect(new Set(traces.flatMap((trace) => trace.split("-").slice(1, 3))).size).toBe(4)
  expect([...(sent[1]?.keys() ?? [])]).toEqual(["authorization", "content-type", "traceparent", "x-replywright-api"])
})

test("an error carries the request's id: of its body, or of the header of a stream that ended with it", async () => {
  const error = { code: "internal", message: "It broke.", retryable: false, requestId: "r-7" }
  vi.stubGlobal("fetch", async (url: URL) =>
    url.pathname === "/v1/me"
      ? Response.json({ error }, { status: 500 })
      : new Response(`event: draft-error\ndata: ${JSON.stringify({ ...error, requestId: undefined })}\n\n`, {
          headers: { "x-request-id": "r-8" }
        })
  )
  const client = createRelayClient("https://relay.example.com", nobody)
  await expect(client.call("GET /v1/me", {}, signal)).rejects.toMatchObject({ requestId: "r-7" })
  await expect(client.ask("/v1/drafts", BODY, signal).next()).rejects.toMatchObject({
    code: "internal",
    requestId: "r-8"
  })
})

test("a file's text keeps the mark by which a spreadsheet recognises UTF-8", async () => {
  vi.stubGlobal("fetch", async () => new Response(new TextEncoder().encode('\uFEFF"wann"\r\n"Größe"\r\n')))
  const client = createRelayClient("https://relay.example.com", nobody)
  const parts = { query: { of: "cases", format: "csv" } } as const
  expect(await client.call("GET /v1/review/export", parts, signal)).toBe('\uFEFF"wann"\r\n"Größe"\r\n')
})
