import { setTimeout as pause } from "node:timers/promises"
import { afterEach, beforeEach, expect, test } from "vitest"
import { retryAfterMs } from "../../src/models/openai/request-failure.ts"
import { ask, BODY, collect, everythingIn } from "./collect.ts"
import { startModelDouble, type Behaviour, type ModelDouble } from "./double.ts"

let server: ModelDouble
beforeEach(async () => {
  server = await startModelDouble()
})
afterEach(() => server.close())

const status = (code: number, body = "", headers: Record<string, string> = {}): Behaviour => ({
  kind: "status",
  status: code,
  body,
  headers
})
const openAiError = (code: string, param: string | null = null) =>
  JSON.stringify({ error: { message: "SECRET-PROMPT was not liked", type: "invalid_request_error", param, code } })

test.each([500, 502, 503, 504, 429])("%i is asked again at most twice, and the third answer counts", async (code) => {
  server.next(status(code), status(code))
  expect((await collect(ask(server.url))).text).toBe("Hello.")
  expect(server.requests).toHaveLength(3)
  server.always(status(code))
  const { error } = await collect(ask(server.url))
  expect(error).toMatchObject({
    code: code === 429 || code === 503 ? "model-busy" : "model-unreachable",
    retryable: true
  })
  expect(error?.message).toContain(String(code))
  expect(server.requests).toHaveLength(6)
})

test("a connection that breaks before the answer is tried again", async () => {
  server.next({ kind: "refused" }, { kind: "refused" })
  expect((await collect(ask(server.url))).text).toBe("Hello.")
  expect(server.requests).toHaveLength(3)
})

test.each<Behaviour>([
  { kind: "cut", text: "Half a lett" },
  { kind: "error-event", text: "Half a lett" }
])("never asks again once text has come: $kind", async (behaviour) => {
  server.next(behaviour)
  const { text, error } = await collect(ask(server.url))
  expect(text).toBe("Half a lett")
  expect(error).toMatchObject({ code: "model-cut", retryable: true })
  expect(server.requests).toHaveLength(1)
})

test("no answer, silence in the middle and an endless answer end by the clock", async () => {
  server.next({ kind: "no-answer" })
  expect((await collect(ask(server.url, { firstByteMs: 50 }))).error).toMatchObject({
    code: "model-silent",
    retryable: true
  })
  server.next({ kind: "raw", chunks: [], then: "hold" })
  expect((await collect(ask(server.url, { firstByteMs: 50 }))).error?.code).toBe("model-silent")
  server.next({ kind: "silent", text: "Hello [PERSON_1]," })
  const silent = await collect(ask(server.url, { firstByteMs: 5000, idleMs: 50 }))
  expect(silent).toMatchObject({ text: "Hello [PERSON_1],", error: { code: "model-silent" } })
  server.next({ kind: "text", text: "word ".repeat(400), paceMs: 5 })
  const endless = await collect(ask(server.url, { totalMs: 150, idleMs: 100 }))
  expect(endless.error?.code).toBe("model-cut")
  expect(endless.text).toMatch(/^word /)
  for (const request of server.requests) expect(await request.closed).toEqual({ early: true })
  expect(server.requests).toHaveLength(4)
})

test("a slow start and a slow pace are waited for", async () => {
  server.next({ kind: "text", text: "Slowly, but it comes.", pieces: 3, paceMs: 40 })
  expect((await collect(ask(server.url, { firstByteMs: 150, idleMs: 150 }))).text).toBe("Slowly, but it comes.")
})

test("a reader that takes its time is not the model's silence", async () => {
  server.next({ kind: "text", text: "One two three.", pieces: 3 })
  let text = ""
  for await (const piece of ask(server.url, { idleMs: 40 })) {
    text += piece.text ?? ""
    // This test is about time: the pause is longer than the permitted silence.
    await pause(60)
  }
  expect(text).toBe("One two three.")
})

test("a connection held after the end is closed by us", async () => {
  server.next({ kind: "held", text: "All of it." })
  const { text, error } = await collect(ask(server.url, { idleMs: 60_000 }))
  expect([text, error]).toEqual(["All of it.", undefined])
  expect(await (await server.request(0)).closed).toEqual({ early: true })
})

test("the person leaves: the server sees its connection close at once", async () => {
  for (const behaviour of [
    { kind: "no-answer" },
    { kind: "silent", text: "He" },
    { kind: "text", text: "x".repeat(9000), paceMs: 5 }
  ] as const) {
    const at = server.requests.length
    const person = new AbortController()
    server.next(behaviour)
    const stream = ask(server.url, {}, person.signal)
    await stream.next()
    const waiting = stream.next()
    const request = server.request(at)
    // Either the wait for text ends with the reason, or text has arrived and the next wait does.
    const ended = expect(waiting.then(() => stream.next()).then(() => stream.next())).rejects.toThrow("left")
    const seen = await request
    person.abort(new Error("left"))
    await ended
    expect(await seen.closed).toEqual({ early: true })
  }
})

test("closing while nobody reads, and leaving the loop, close the connection too", async () => {
  const person = new AbortController()
  server.next({ kind: "silent", text: "Hello" }, { kind: "silent", text: "Hello" })
  const stream = ask(server.url, {}, person.signal)
  await stream.next()
  await stream.next()
  person.abort(new Error("left"))
  expect(await (await server.request(0)).closed).toEqual({ early: true })
  await expect(stream.next()).rejects.toThrow("left")
  for await (const piece of ask(server.url)) if (piece.text) break
  expect(await (await server.request(1)).closed).toEqual({ early: true })
})

test("leaving ends the pause before a further try", async () => {
  const person = new AbortController()
  server.always(status(429, "", { "retry-after": "15" }))
  const result = collect(ask(server.url, {}, person.signal))
  await (await server.request(0)).closed
  person.abort(new Error("left"))
  await expect(result).rejects.toThrow("left")
  expect(server.requests).toHaveLength(1)
  await expect(collect(ask(server.url, {}, AbortSignal.abort(new Error("gone"))))).rejects.toThrow("gone")
  expect(server.requests).toHaveLength(1)
})

test("Retry-After: short ones are waited for, long ones are told", async () => {
  server.next(status(429, "", { "retry-after": "0.2" }))
  const started = performance.now()
  expect((await collect(ask(server.url))).text).toBe("Hello.")
  expect(performance.now() - started).toBeGreaterThan(190)
  server.next(status(429, "", { "retry-after": "90" }))
  const { error } = await collect(ask(server.url))
  expect(error).toMatchObject({ code: "model-busy", message: expect.stringContaining("90 seconds") })
  server.next(status(503, "", { "retry-after": new Date(Date.now() + 60_000).toUTCString() }))
  expect((await collect(ask(server.url))).error?.message).toMatch(/(59|60) seconds/)
  expect(server.requests).toHaveLength(4)
  const now = Date.parse("2026-01-01T00:00:00Z")
  expect(retryAfterMs({ "retry-after": "Thu, 01 Jan 2026 00:00:07 GMT" }, now)).toBe(7000)
  expect(retryAfterMs({ "retry-after": "Wed, 31 Dec 2025 00:00:00 GMT" }, now)).toBe(0)
  expect(retryAfterMs({ "retry-after-ms": "1500", "retry-after": "2" }, now)).toBe(1500)
  expect(retryAfterMs({ "retry-after": "soon" }, now)).toBeUndefined()
})

test.each([
  [401, "", /MODEL_API_KEY/],
  [403, "", /MODEL_API_KEY/],
  [404, "", /name.*\/v1/],
  [404, "<html>", /\/v1/],
  [405, "", /\/v1/],
  [400, "<html>SECRET-PAGE", /\/v1/],
  [429, openAiError("insufficient_quota"), /quota/],
  [402, "", /credit/],
  [400, openAiError("context_length_exceeded"), /too long/],
  [400, openAiError("invalid_value"), /invalid_value/],
  [418, "SECRET-PAGE", /418/]
])("%i is told in a sentence and not asked again (%#)", async (code, body, sentence) => {
  server.next(status(code, body))
  const { error } = await collect(ask(server.url))
  expect(error?.code).toMatch(/model-refused|model-bad-answer/)
  expect(error?.retryable).toBe(false)
  expect(error?.message).toMatch(sentence)
  expect(everythingIn(error)).not.toContain("SECRET")
  expect(server.requests).toHaveLength(1)
})

test("a field that the server refuses is left out, and the body that went is told anew", async () => {
  server.next(status(400, openAiError("unknown_parameter", "stream_options")))
  const { text, pieces } = await collect(ask(server.url))
  expect(text).toBe("Hello.")
  const { stream_options: _, ...without } = BODY
  expect(server.requests.map((request) => JSON.parse(request.body))).toEqual([BODY, without])
  expect(pieces.flatMap((piece) => (piece.sent ? [piece.sent] : []))).toEqual(
    server.requests.map((request) => ({ url: `${server.url}/chat/completions`, body: request.body }))
  )
})

test("a redirect is followed on the same host and not to another", async () => {
  const other = await startModelDouble()
  try {
    server.next(status(308, "", { location: "/v1/other/chat/completions" }))
    expect((await collect(ask(server.url))).text).toBe("Hello.")
    expect(server.requests.map((request) => request.path)).toEqual([
      "/v1/chat/completions",
      "/v1/other/chat/completions"
    ])
    server.next(status(307, "", { location: `${other.url}/chat/completions` }))
    expect((await collect(ask(server.url))).error).toMatchObject({
      code: "model-refused",
      message: expect.stringContaining("another host")
    })
    server.always(status(302, "", { location: "/v1/chat/completions" }))
    expect((await collect(ask(server.url))).error?.code).toBe("model-refused")
    expect(other.requests).toHaveLength(0)
  } finally {
    await other.close()
  }
})

test("addresses: the key goes as a header alone, a query stays, nonsense is told", async () => {
  await collect(ask(`${server.url}/?api-version=1`))
  await collect(ask(`${server.url}/chat/completions`, { apiKey: undefined }))
  expect(server.requests.map((request) => [request.path, request.headers.authorization])).toEqual([
    ["/v1/chat/completions?api-version=1", "Bearer sk-test"],
    ["/v1/chat/completions", undefined]
  ])
  const down = await startModelDouble()
  await down.close()
  for (const [url, sentence] of [
    ["localhost:1234", /not an address/],
    [down.url, /nothing listens/],
    [server.url.replace("http:", "https:"), /can't be reached/]
  ] as const) {
    const { error } = await collect(ask(url))
    expect(error).toMatchObject({ code: "model-unreachable", message: expect.stringMatching(sentence) })
    expect(everythingIn(error)).not.toMatch(/SECRET|sk-test/)
  }
})
