import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { ask, collect } from "./collect.ts"
import { startModelDouble, type ModelDouble } from "./double.ts"

let server: ModelDouble
beforeAll(async () => {
  server = await startModelDouble()
})
afterAll(() => server.close())

const TEXT = "Hello,\n\nwe send a new lamp on Monday."
async function endedBy(finish: string) {
  server.next({ kind: "text", text: TEXT, pieces: 20, finish })
  return collect(ask(server.url))
}

// As sent by OpenAI, Anthropic, Gemini, Cohere, TGI, Together, AI21, watsonx, Titan, ERNIE, LM Studio and gateways.
test.each([
  ...["stop", "STOP", "Stop", "end_turn", "END_TURN", "endTurn", "stop_sequence", "STOP_SEQUENCE", "COMPLETE"],
  ...["eos_token", "eos", "EOS_TOKEN", "endoftext", "FINISH", "STOP_CRITERIA_MET", "normal", "eosFound", "completed"],
  ...["FinishReason.STOP", "FINISH_REASON_STOP", "stop: eos", "stop (end of text)", " stop "],
  ...["done", "end_of_turn", "stop_token", "success"]
])("%j ends a whole letter", async (finish) => {
  const { text, pieces, error } = await endedBy(finish)
  expect(error).toBeUndefined()
  expect(text).toBe(TEXT)
  expect(pieces.at(-1)).toEqual({ finish: "stop" })
})

test.each([
  ...[
    "length",
    "LENGTH",
    "max_tokens",
    "MAX_TOKENS",
    "model_length",
    "max_output_tokens",
    "length: 4096",
    "TOKEN_LIMIT"
  ],
  ...["model_context_window_exceeded", "maxPredictedTokensReached", "contextLengthReached", "ERROR_LIMIT"]
])("%j is a letter that met its limit", async (finish) => {
  expect((await endedBy(finish)).error).toMatchObject({
    code: "model-cut",
    retryable: true,
    message: expect.stringContaining("length limit")
  })
})

test.each([
  ...["abort", "aborted", "cancelled", "error", "ERROR", "network_error", "insufficient_system_resource", "TIME_LIMIT"],
  ...["OTHER", "LANGUAGE", "MALFORMED_FUNCTION_CALL", "timeout", "USER_CANCEL", "modelUnloaded", "load", "incomplete"],
  ...["tool_calls", "function_call", "tool_use", "pause_turn", "repetition", "something-new", "stopped by somebody"],
  ...["stop: error", "stop (timeout)", "complete: false", "end_turn; aborted"]
])("%j is half a letter", async (finish) => {
  const { text, error } = await endedBy(finish)
  expect(error).toMatchObject({ code: "model-cut", retryable: true })
  expect(text).toBe(TEXT)
})

test.each([
  ...["content_filter", "CONTENT_FILTERED", "content_filter: RECITATION", "content-filter", "sensitive", "SAFETY"],
  ...["PROHIBITED_CONTENT", "BLOCKLIST", "SPII", "guardrail_intervened", "ERROR_TOXIC", "refusal", "MODEL_ARMOR"],
  ...["stop: content_filter", "CENSORED", "copyright", "ResponsibleAIPolicyViolation", "hate"]
])("%j is a refusal", async (finish) => {
  expect((await endedBy(finish)).error).toMatchObject({ code: "model-refused", retryable: false })
})

test("the reason is told if it is a plain word, and nothing else of it", async () => {
  expect((await endedBy("insufficient_system_resource")).error?.message).toContain("(insufficient_system_resource)")
  expect((await endedBy("gave up on SECRET-PROMPT")).error?.message).not.toContain("SECRET")
})

const piece = (content: string | undefined, finish: string | null) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: content === undefined ? {} : { content }, finish_reason: finish }] })}\n\n`
const sent = (...parts: string[]) => parts.map((part) => Buffer.from(part))

describe("a finish reason that isn't the end", () => {
  test.each([
    ["with each piece", [piece("Hello,", "stop"), piece("\n\nit comes", "stop"), piece(" on Monday.", "stop")]],
    ["before the text", [piece("", "stop"), piece("Hello,\n\nit comes", "stop"), piece(" on Monday.", "stop")]],
    ["from the second piece on", [piece("Hello,", null), piece("\n\nit comes", "stop"), piece(" on Monday.", "stop")]],
    ["between two parts", [piece("Hello,\n\nit comes", null), piece(undefined, "stop"), piece(" on Monday.", null)]],
    ["as the word null", [piece("Hello,", "null"), piece("\n\nit comes on Monday.", "null"), piece(undefined, "stop")]]
  ])("%s: the letter goes on", async (_where, pieces) => {
    server.next({ kind: "raw", chunks: sent(...pieces, "data: [DONE]\n\n") })
    expect(await collect(ask(server.url))).toMatchObject({ text: "Hello,\n\nit comes on Monday." })
  })

  test("with each piece: a pause longer than the server may hold an ended answer is waited for", async () => {
    server.next({ kind: "raw", chunks: sent(piece("Hello,", "stop"), piece(" it", "stop")), then: "hold" })
    const { text, error } = await collect(ask(server.url, { idleMs: 2600 }))
    // Nothing came in the time that is granted within an answer, which is longer than the two seconds behind an end.
    expect(text).toBe("Hello, it")
    expect(error).toMatchObject({ code: "model-silent", message: expect.stringContaining("2.6 seconds") })
  })

  test("with each piece: a broken connection is no end", async () => {
    server.next({ kind: "raw", chunks: sent(piece("Hello,", "stop"), piece(" it", "stop")), then: "cut" })
    expect((await collect(ask(server.url))).error?.code).toBe("model-cut")
  })

  test("with the last piece alone: a connection that breaks after it lost nothing", async () => {
    server.next({ kind: "raw", chunks: sent(piece("Hello,", null), piece(" it works.", "stop")), then: "cut" })
    expect(await collect(ask(server.url))).toMatchObject({ text: "Hello, it works." })
  })

  test("what went wrong isn't made good by a later word", async () => {
    server.next({
      kind: "raw",
      chunks: sent(piece("Hello,", null), piece(undefined, "length"), piece(undefined, "stop"))
    })
    expect((await collect(ask(server.url))).error?.code).toBe("model-cut")
  })
})

test.each([
  ["MAX_TOKENS", "model-cut"],
  ["SAFETY", "model-refused"]
])("a gateway's stop beside the provider's own %s isn't the end of a whole letter", async (native, code) => {
  const last = { delta: {}, finish_reason: "stop", native_finish_reason: native }
  const end = `data: ${JSON.stringify({ choices: [last] })}\n\ndata: [DONE]\n\n`
  server.next({ kind: "raw", chunks: sent(piece("Hello,", null), end) })
  expect((await collect(ask(server.url))).error?.code).toBe(code)
})

describe("several lines in one event", () => {
  const line = (content: string, finish: string | null) => piece(content, finish).replace("\n\n", "\n")
  test.each([
    ["two pieces", `${line("Hello,", null)}${line(" it works.", "stop")}\ndata: [DONE]\n\n`],
    [
      "a piece, and one over two lines",
      `${line("Hello,", null)}data: {"choices":[{"delta":\ndata: {"content":" it works."},"finish_reason":"stop"}]}\n\ndata: [done]\n\n`
    ],
    ["all of it", `${line("Hello,", null)}${line(" it works.", "stop")}data: [DONE]\n\n`],
    [
      "one JSON and the end",
      `data: {"choices":[{"delta":{"content":"Hello, it works."},\ndata: "finish_reason":"stop"}]}\ndata: [DONE]\n\n`
    ]
  ])("%s", async (_what, bytes) => {
    server.next({ kind: "raw", chunks: sent(bytes) })
    expect(await collect(ask(server.url))).toMatchObject({ text: "Hello, it works." })
  })

  test("a line that is no JSON is told", async () => {
    server.next({ kind: "raw", chunks: sent(`${line("Hello,", null)}data: {"choices"\n\n`) })
    expect((await collect(ask(server.url))).error?.code).toBe("model-bad-answer")
  })
})
