import { afterEach, beforeEach, expect, test } from "vitest"
import { listModels } from "../../../src/relay/models/list.ts"
import type { ModelChoice } from "../../../src/relay/models/choose.ts"
import { startModelDouble, type ModelDouble } from "./double.ts"

let server: ModelDouble
beforeEach(async () => {
  server = await startModelDouble()
})
afterEach(() => server.close())

async function printed(settings: ModelChoice): Promise<{ works: boolean; text: string }> {
  const lines: string[] = []
  const works = await listModels(settings, (line) => lines.push(line))
  return { works, text: lines.join("\n") }
}

test("the list, the chosen one marked, and how long its first text took", async () => {
  const { works, text } = await printed({ model: { baseUrl: server.url, apiKey: "sk-test", name: "double-small" } })
  expect(works).toBe(true)
  expect(text).toMatch(/^Models of this server:\n {2}double-large\n\* double-small\ndouble-small: first text after \d+ ms\. It works\.$/)
  await (await server.request(0)).closed
})

test("not configured: the offline drafter, and what to set", async () => {
  const { works, text } = await printed({ model: undefined })
  expect(works).toBe(true)
  expect(text).toMatch(/offline drafter/)
  for (const name of ["MODEL_BASE_URL", "MODEL_NAME", "MODEL_API_KEY"]) expect(text).toContain(name)
  const unnamed = await printed({ model: { baseUrl: server.url } })
  expect(unnamed).toMatchObject({ works: false, text: expect.stringMatching(/double-large[^]*Set MODEL_NAME/) })
})

test.each([
  ["a name that isn't listed", { kind: "status", status: 404 }, /MODEL_NAME other is not among them[^]*Check MODEL_NAME/],
  ["a wrong key", { kind: "status", status: 401 }, /MODEL_API_KEY/],
  ["a page", { kind: "raw", chunks: [Buffer.from("<html>")] }, /\/v1/]
] as const)("%s is one clear sentence", async (_what, behaviour, sentence) => {
  server.next(behaviour.kind === "raw" ? { ...behaviour, chunks: [...behaviour.chunks] } : behaviour)
  const { works, text } = await printed({ model: { baseUrl: server.url, name: "other" } })
  expect(works).toBe(false)
  expect(text.split("\n").at(-1)).toMatch(/^The model's/)
  expect(text).toMatch(sentence)
})

test("nobody there, and a server without a list", async () => {
  const gone = await startModelDouble()
  await gone.close()
  expect(await printed({ model: { baseUrl: gone.url, name: "m" } })).toMatchObject({ works: false, text: expect.stringContaining("can't be reached") })
  const elsewhere = await printed({ model: { baseUrl: `${server.url}/chat/completions/`, name: "m" } })
  expect(elsewhere).toMatchObject({ works: true, text: expect.stringContaining("double-small") })
})

test("a name can't write to the terminal", async () => {
  server.models.push("evil\u001b[31m\nname")
  expect((await printed({ model: { baseUrl: server.url, name: "double-small" } })).text).toContain("  evil[31mname\n")
})
