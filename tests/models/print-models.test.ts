import { afterEach, beforeEach, expect, test } from "vitest"
import { listModels, type ModelListing } from "../../src/models/print-models.ts"
import { OFFLINE, type ModelEndpoint } from "../../src/models/endpoint/models.ts"
import { startModelDouble, type ModelDouble } from "./double.ts"
import { endpointOf, modelsOf } from "./endpoint.ts"

let server: ModelDouble
beforeEach(async () => {
  server = await startModelDouble()
})
afterEach(() => server.close())

async function printed(listed: ModelListing): Promise<{ works: boolean; text: string }> {
  const lines: string[] = []
  const works = await listModels(listed, (line) => lines.push(line))
  return { works, text: lines.join("\n") }
}

/** Makes the listing as the environment names it. */
const chosen = (more: Partial<ModelEndpoint> = {}): ModelListing => ({
  models: modelsOf([endpointOf("environment", server.url, { model: "double-small", ...more })])
})

test("the list, the chosen one marked, and how long its first text took", async () => {
  const { works, text } = await printed(chosen({ key: "sk-test" }))
  expect(works).toBe(true)
  expect(text).toMatch(
    /^Models of this server:\n {2}double-large\n\* double-small\ndouble-small: first text after \d+ ms\. It works\.$/
  )
  await (await server.request(0)).closed
})

test("not configured: the offline drafter, and what to set", async () => {
  const { works, text } = await printed({ models: modelsOf([OFFLINE]) })
  expect(works).toBe(true)
  expect(text).toMatch(/offline drafter/)
  for (const name of ["MODEL_BASE_URL", "MODEL_NAME", "MODEL_API_KEY"]) expect(text).toContain(name)
  const unnamed = await printed({ models: modelsOf([OFFLINE]), unnamed: { baseUrl: server.url, apiKey: undefined } })
  expect(unnamed).toMatchObject({ works: false, text: expect.stringMatching(/double-large[^]*Set MODEL_NAME/) })
})

test.each([
  [
    "a name that isn't listed",
    { kind: "status", status: 404 },
    /other is not among the models that its server lists[^]*Check the model.s name/
  ],
  ["a wrong key", { kind: "status", status: 401 }, /MODEL_API_KEY/],
  ["a page", { kind: "raw", chunks: [Buffer.from("<html>")] }, /\/v1/]
] as const)("%s is one clear sentence", async (_what, behaviour, sentence) => {
  server.next(behaviour.kind === "raw" ? { ...behaviour, chunks: [...behaviour.chunks] } : behaviour)
  const { works, text } = await printed(chosen({ model: "other" }))
  expect(works).toBe(false)
  expect(text.split("\n").at(-1)).toMatch(/^The model's/)
  expect(text).toMatch(sentence)
})

test("nobody there, and a server without a list", async () => {
  const gone = await startModelDouble()
  await gone.close()
  expect(await printed(chosen({ url: gone.url }))).toMatchObject({
    works: false,
    text: expect.stringContaining("can't be reached")
  })
  const elsewhere = await printed(chosen({ url: `${server.url}/chat/completions/` }))
  expect(elsewhere).toMatchObject({ works: true, text: expect.stringContaining("double-small") })
})

test("a name can't write to the terminal", async () => {
  server.models.push("evil\u001b[31m\nname")
  expect((await printed(chosen())).text).toContain("  evil[31mname\n")
})

test("of a models.yaml each endpoint is tested, one failure fails all, and the orders are told", async () => {
  const big = endpointOf("big", server.url, { model: "double-large" })
  const small = endpointOf("small", server.url, { model: "double-small" })
  server.next({ kind: "text", text: "one two three four", pieces: 2, paceMs: 20 }, { kind: "status", status: 401 })
  const { tasks, ...models } = modelsOf([big, small, OFFLINE])
  const { works, text } = await printed({ models: { ...models, file: "models.yaml", tasks: { ...tasks, verify: [] } } })
  expect(works).toBe(false)
  const [from, first, second, ...orders] = text.split("\n")
  expect(from).toBe("From models.yaml:")
  expect(first).toMatch(/^big \(double-large\): first text after \d+ ms, \d+ tokens a second\. It works\.$/)
  expect(second).toMatch(/^small: The model's server refuses the key \(401\)/)
  expect(orders).toEqual([
    "draft: big, then small, then offline",
    "summary: offline",
    "tone: nobody",
    "verify: big, then small (the models for drafts)"
  ])
})

test("a task with only the offline drafter says that no model is asked, and others name theirs", async () => {
  const { tasks, ...models } = modelsOf([endpointOf("big", server.url, { model: "double-large" })])
  const { text } = await printed({
    models: { ...models, file: "models.yaml", tasks: { ...tasks, tone: models.endpoints, verify: models.endpoints } }
  })
  expect(text.split("\n").slice(-2)).toEqual(["tone: big", "verify: big"])
  const off = await printed({ models: { ...models, file: "models.yaml", tasks: { ...tasks, verify: [OFFLINE] } } })
  expect(off.text.split("\n").at(-1)).toBe("verify: offline (switched off)")
})
