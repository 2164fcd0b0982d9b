import { once } from "node:events"
import { createServer } from "node:http"
import { afterAll, beforeAll, expect, expectTypeOf, test } from "vitest"
import * as z from "zod/mini"
import { createApiClient, RelayRefusal } from "../../src/client/api-client.ts"
import type { ApiPaths } from "../../src/client/api-paths.ts"
import type { Health, RelayEvent } from "../../src/protocol/relay.ts"
import { openApi } from "../../src/relay/server/openapi.ts"
import { sourceFiles } from "../house/files.ts"
import { importsOf } from "../house/imports.ts"
import { Client, draftRequest, outcome, SECRET_WORDS } from "../relay/help/client.ts"
import { pipelineOf, writing } from "../relay/help/pipelines.ts"
import { openRelay, type TestRelay } from "../relay/help/relay.ts"
import { runExample } from "./run-example.ts"

let relay: TestRelay
beforeAll(async () => {
  relay = await openRelay({ pipeline: pipelineOf(writing("You have ", "30 days.")) })
})
afterAll(() => relay?.close())

test("the types are those of the document that the relay serves, path by path and method by method", async () => {
  expectTypeOf<keyof ApiPaths>().extract<"/v1/review/cases/{id}">().toEqualTypeOf<"/v1/review/cases/{id}">()
  expectTypeOf<keyof ApiPaths["/v1/review/cases/{id}"]>().toEqualTypeOf<"get" | "put">()
  expectTypeOf<ApiPaths["/v1/review/cases/{id}"]["get"]["parameters"]["path"]>().toEqualTypeOf<{ id: string }>()
  const { data } = await createApiClient(relay).api.GET("/v1/health")
  expectTypeOf(data).toEqualTypeOf<Health | undefined>()
  expect(data).toMatchObject({ name: "replywright", ok: true })
  // @ts-expect-error No route has this path.
  await expect(createApiClient(relay).api.GET("/v1/heath")).rejects.toThrow("The relay has nothing under this address.")
  const { data: document } = await createApiClient(relay).api.GET("/v1/openapi.json")
  expect(document).toEqual(JSON.parse(JSON.stringify(openApi())))
})

test("a draft comes event by event, without the heartbeats; a refusal is the relay's own sentence", async () => {
  const { token } = await Client.paired(relay, "Cleo")
  const events: RelayEvent[] = []
  for await (const event of createApiClient({ url: relay.url, token }).draft(draftRequest())) events.push(event)
  expect(events.filter(({ type }) => type === "draft-delta")).toEqual([
    { type: "draft-delta", text: "You have " },
    { type: "draft-delta", text: "30 days." }
  ])
  expect(events.at(-1)?.type).toBe("draft-end")

  const refused = await createApiClient({ url: relay.url, token: "none" })
    .draft(draftRequest())
    .next()
    .catch((error) => error)
  expect(refused).toBeInstanceOf(RelayRefusal)
  expect(refused).toMatchObject({ status: 401, retryable: false, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
})

test("what comes from a proxy instead of the relay is told as that", async () => {
  expect(new RelayRefusal(502, undefined)).toMatchObject({ code: "no-relay", retryable: true, status: 502 })
})

test("the example that streams a draft prints it", async () => {
  const { token } = await Client.paired(relay, "Dan")
  expect(await run("stream-draft", token)).toEqual({
    output: "You have 30 days.\n\nWritten by test-model.\n",
    errors: "",
    code: 0
  })
  expect(await run("stream-draft", "none")).toMatchObject({
    output: "",
    code: 1,
    errors:
      "not-paired: The relay does not know this browser: pair it with a new code. A script takes its token from RELAY_TOKEN; docs/api.md says how to get one.\n"
  })
})

test.each(["stream-draft", "export-outcomes"])(
  "%s says in a sentence what to do where no relay answers",
  async (name) => {
    const server = createServer().listen(0, "127.0.0.1")
    await once(server, "listening")
    const { port } = z.object({ port: z.number() }).parse(server.address())
    server.close()
    await once(server, "close")
    for (const url of [`http://127.0.0.1:${port}`, "relay.example.com", "https://relay.invalid"]) {
      const { output, errors, code } = await run(name, "none", { url })
      expect({ output, code }).toEqual({ output: "", code: 1 })
      expect(errors).toContain(`no-relay: No relay answers at ${url}: start it, or set RELAY_URL to its address (`)
      expect(errors.trim().split("\n")).toHaveLength(1)
    }
  }
)

test("the example that exports outcomes writes a case a line, to a lead", async () => {
  const agent = await Client.paired(relay, "Eve")
  const told = outcome()
  expect((await agent.post("/v1/outcomes", told)).status).toBe(200)
  const { token } = await Client.paired(relay, "Lea", "lead")
  const { output, code } = await run("export-outcomes", token, { from: "2026-11-01" })
  expect(code).toBe(0)
  expect(
    output
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
  ).toMatchObject([{ outcome: { sent: `Your ${SECRET_WORDS}.` } }])
  expect(await run("export-outcomes", agent.token)).toMatchObject({
    output: "",
    code: 1,
    errors: expect.stringContaining("lead")
  })
})

test("the client takes nothing of the relay, and of its routes' descriptions types alone, so it runs without them", () => {
  const imports = sourceFiles("src/client").flatMap(importsOf)
  expect(imports.filter(({ to }) => to.startsWith("src/relay/"))).toEqual([])
  const taken = imports.filter(({ to }) => to.startsWith("src/protocol/routes/"))
  expect(taken.length).toBeGreaterThan(0)
  expect(taken.filter(({ typeOnly }) => !typeOnly)).toEqual([])
})

const run = (example: string, token: string, more: { url?: string; from?: string } = {}) =>
  runExample(example, token, { url: relay.url, ...more })
