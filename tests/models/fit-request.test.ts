import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { listModels } from "../../src/models/print-models.ts"
import { createModelDrafter } from "../../src/models/openai/openai-drafter.ts"
import { ask, BODY, collect, everythingIn } from "./collect.ts"
import { startModelDouble, type Behaviour, type ModelDouble } from "./double.ts"
import { endpointOf, modelsOf } from "./endpoint.ts"
import { jobOf } from "./job.ts"

let server: ModelDouble
beforeEach(async () => {
  server = await startModelDouble()
})
afterEach(() => server.close())

const status = (code: number, body: unknown): Behaviour => ({
  kind: "status",
  status: code,
  body: typeof body === "string" ? body : JSON.stringify(body)
})
const refused = (message: string, more: object = {}) => ({ error: { message, type: "invalid_request_error", ...more } })
const SYSTEM = {
  ...BODY,
  messages: [
    { role: "system", content: "You write letters." },
    { role: "user", content: "SECRET-PROMPT" },
    { role: "assistant", content: "Dear" },
    { role: "user", content: "Shorter" }
  ]
}
const MOVED = [{ role: "user", content: "You write letters.\n\nSECRET-PROMPT" }, ...SYSTEM.messages.slice(2)]
const messagesOf = (request: { body: string } | undefined): unknown => JSON.parse(request?.body ?? "{}").messages

describe("a model without a system message", () => {
  test.each<[number, unknown]>([
    [400, { object: "error", message: "System role not supported", type: "BadRequestError", param: null, code: 400 }],
    [400, refused("Conversation roles must alternate user/assistant/user/assistant/...")],
    [400, refused("Unsupported value: 'messages[0].role' does not support 'system' with this model.")],
    [400, [{ error: { code: 400, message: "Developer instruction is not enabled for models/g", status: "INVALID" } }]],
    [400, { message: "invalid params, the setting of the chat is invalid (2013)" }],
    [400, ""],
    [422, { error: "Template error: Only user and assistant roles are supported!", error_type: "template" }],
    [422, { detail: [{ loc: ["body", "messages", 0, "role"], msg: "value is not a valid enumeration member" }] }],
    [500, refused("Jinja Exception: System role not supported")],
    [403, refused("system role is not permitted for this model")],
    [404, refused("no handler for role system")]
  ])("%i %j: the text moves into the first message, and the next draft begins so", async (code, body) => {
    server.next(status(code, body))
    for (const requests of [2, 3]) {
      const { text, pieces } = await collect(ask(server.url, { body: () => SYSTEM }))
      expect(text).toBe("Hello.")
      expect(server.requests).toHaveLength(requests)
      expect(messagesOf(server.requests.at(-1))).toEqual(MOVED)
      expect(pieces.flatMap(({ sent }) => (sent ? [sent.body] : [])).at(-1)).toBe(server.requests.at(-1)?.body)
    }
  })

  test("another model of the same server still gets one", async () => {
    server.next(status(400, refused("System role not supported")))
    await collect(ask(server.url, { body: () => SYSTEM }))
    await collect(ask(server.url, { body: () => ({ ...SYSTEM, model: "double-large" }) }))
    expect(messagesOf(server.requests.at(-1))).toEqual(SYSTEM.messages)
  })

  test("what wasn't the reason is told, and not remembered", async () => {
    server.next(status(400, refused("no", { code: "strange" })), status(400, refused("no", { code: "strange" })))
    expect((await collect(ask(server.url, { body: () => SYSTEM }))).error).toMatchObject({
      code: "model-refused",
      message: expect.stringContaining("(400, strange)")
    })
    expect(server.requests).toHaveLength(2)
    await collect(ask(server.url, { body: () => SYSTEM }))
    expect(messagesOf(server.requests.at(-1))).toEqual(SYSTEM.messages)
  })

  test("a draft is written, and `models` asks as a draft does and says so", async () => {
    server.next(status(400, refused("System role not supported")))
    const drafter = createModelDrafter({ baseUrl: server.url, name: "double-small" })
    const parts = await Array.fromAsync(drafter.write(jobOf(), new AbortController().signal))
    expect(parts.some((part) => "text" in part)).toBe(true)
    const other = await startModelDouble()
    try {
      other.next(status(400, refused("System role not supported")))
      const lines: string[] = []
      const endpoint = endpointOf("environment", other.url, { model: "double-small", temperature: 0.2 })
      await listModels({ models: modelsOf([endpoint]) }, (line) => lines.push(line))
      expect(JSON.parse(other.requests[0]?.body ?? "{}")).toMatchObject({
        temperature: 0.2,
        stream: true,
        messages: [{ role: "system" }, { role: "user" }]
      })
      expect(lines.at(-1)).toMatch(/It works\. It takes no system message/)
      other.always(status(400, refused("System role not supported")))
      expect(await listModels({ models: modelsOf([endpoint]) }, () => undefined)).toBe(false)
    } finally {
      await other.close()
    }
  })
})

test.each<[string, object, (body: Record<string, unknown>) => unknown, unknown]>([
  [
    "streaming isn't supported",
    refused("Your organization must be verified to stream this model.", { param: "stream", code: "unsupported_value" }),
    ({ stream, stream_options }) => [stream, stream_options],
    [false, undefined]
  ],
  [
    "the length must be named",
    { detail: [{ loc: ["body", "max_tokens"], msg: "Field required", input: "temperature" }] },
    (body) => body["max_tokens"],
    4096
  ],
  [
    "the length must be named in the newer way",
    refused("Missing required parameter: 'max_completion_tokens'."),
    (body) => body["max_completion_tokens"],
    4096
  ],
  [
    "the temperature isn't supported",
    refused("Unsupported value: 'temperature' does not support 0.2 with this model.", { param: "temperature" }),
    (body) => body["temperature"],
    undefined
  ]
])("%s: asked again as it is taken", async (_what, error, pick, expected) => {
  server.next(status(400, error))
  const { text } = await collect(ask(server.url, { body: () => ({ ...BODY, temperature: 0.2 }) }))
  expect(text).toBe("Hello.")
  expect(server.requests).toHaveLength(2)
  expect(pick(JSON.parse(server.requests[1]?.body ?? "{}"))).toEqual(expected)
})

test.each<[number, unknown, RegExp]>([
  [
    404,
    refused("The model `gpt-9` does not exist or you do not have access to it.", { code: "model_not_found" }),
    /no model "double-small"/
  ],
  [404, { error: { message: 'model "gpt-9" not found, try pulling it first' } }, /no model "double-small"/],
  [400, refused("Model Not Exist"), /no model "double-small"/],
  [400, refused("模型不存在，请检查模型代码。"), /no model "double-small"/],
  [403, refused("Request blocked: geo restriction"), /country or region/],
  [403, refused("Service unavailable in your jurisdiction"), /country or region/],
  [403, refused("Billing has not been enabled for this project"), /quota or credit/],
  [
    400,
    [refused("API key not valid. Please pass a valid API key.", { status: "INVALID_ARGUMENT" })],
    /refuses the key/
  ],
  [422, refused("`inputs` tokens + `max_new_tokens` must be <= 4096"), /too long/],
  [
    403,
    refused("Project `p` does not have access to model `m`", { code: "model_not_found" }),
    /no model "double-small"/
  ],
  [404, "", /"double-small".*\/v1/],
  [
    403,
    refused("Country, region, or territory not supported", { code: "unsupported_country_region_territory" }),
    /country or region/
  ],
  [400, [{ error: { code: 400, message: "User location is not supported for the API use." } }], /country or region/],
  [429, refused("You exceeded your current quota", { code: "insufficient_quota" }), /quota/],
  [400, refused("Your credit balance is too low to access the API."), /credit/],
  [400, refused("prompt is too long: 210000 tokens > 200000 maximum"), /too long/],
  [400, refused("Input validation error: `inputs` tokens exceed the limit: input is too long"), /too long/]
])("%i %j is told as what it is, without another try", async (code, body, sentence) => {
  server.next(status(code, body))
  const { error } = await collect(ask(server.url, { body: () => SYSTEM }))
  expect(error).toMatchObject({ code: "model-refused", retryable: false })
  expect(error?.message).toMatch(sentence)
  if (/country/.test(sentence.source)) expect(error?.message).not.toContain("key")
  expect(everythingIn(error)).not.toContain("SECRET")
  expect(server.requests).toHaveLength(1)
})

test("the words of a request that the server repeats are no reason", async () => {
  const echo = {
    detail: [{ loc: ["body", "n"], msg: "wrong", input: { text: "my credit balance, the model does not exist" } }]
  }
  server.always(status(422, echo))
  expect((await collect(ask(server.url))).error?.message).toBe("The model's server refuses the request (422).")
})
