import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { readModels } from "../../../src/models/read-models.ts"
import { StartError } from "../../../src/runtime/problem.ts"
import { readSettings } from "../../../src/runtime/settings.ts"
import { root } from "../../house/files.ts"
import { temporaryFolder } from "../../relay/help/data-folder.ts"
import { MISTAKES } from "./mistakes.ts"

const { folder, remove } = temporaryFolder()
afterAll(remove)
const file = join(folder, "mine.yaml")
const BIG_KEY = "sk-very-secret"

function read(text: string, environment: Record<string, string> = {}) {
  writeFileSync(file, text)
  const all = { MODELS_FILE: file, BIG_KEY, ...environment }
  return readModels(readSettings(all), all)
}

function mistakesOf(text: string, environment: Record<string, string> = {}): string[] {
  try {
    read(text, environment)
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    expect(error).toMatchObject({ code: "settings", exitCode: 2 })
    expect(error.message).not.toContain("secret")
    return error.message.split("\n").map((line) => line.replace(`${file}, `, ""))
  }
  return []
}

test("the example in deploy/ says what it seems to say", () => {
  const models = readModels(...both({ MODELS_FILE: join(root, "deploy/models.yaml"), BIG_KEY }))
  expect(models.tasks.draft.map(({ name }) => name)).toEqual(["big", "local", "offline"])
  expect(models.tasks.summary.map(({ name }) => name)).toEqual(["local", "offline"])
  expect(models).toMatchObject({
    currency: "EUR",
    budgets: { prepared: 200, cost: 1.5, limits: [] },
    tasks: { tone: [], verify: [] }
  })
  expect(models.endpoints[0]).toEqual({
    kind: "openai-compatible",
    name: "big",
    url: "https://api.example.com/v1",
    model: "big-model",
    key: BIG_KEY,
    keyVariable: "BIG_KEY",
    temperature: undefined,
    price: { in: 2.5, out: 10 },
    firstByteMs: 20_000,
    idleMs: 30_000,
    totalMs: 180_000
  })
  expect(models.endpoints[1]).toMatchObject({
    key: undefined,
    price: { in: 0, out: 0 },
    firstByteMs: 90_000,
    idleMs: 45_000,
    totalMs: 300_000
  })
})

test("the example in docs/settings.md is read as it stands", () => {
  const [, example = ""] =
    /```yaml\n(endpoints:[^]*?)```/.exec(readFileSync(join(root, "docs/settings.md"), "utf8")) ?? []
  expect(read(example)).toMatchObject({
    tasks: {
      draft: [{ name: "big", temperature: 0.3, firstByteMs: 20_000 }, { name: "local" }, { name: "offline" }],
      summary: [{ name: "local" }, { name: "offline" }]
    },
    budgets: { cost: 1.5 }
  })
})

test("a models.yaml in the data folder is found, and wins over the environment; without one the environment is read", () => {
  const data = join(folder, "data")
  mkdirSync(data)
  const environment = {
    REPLYWRIGHT_DATA: data,
    MODEL_BASE_URL: "http://127.0.0.1:1/v1",
    MODEL_NAME: "from-environment",
    MODEL_API_KEY: "k"
  }
  const without = readModels(...both(environment))
  expect(without).toMatchObject({
    file: undefined,
    tasks: { draft: [{ model: "from-environment", key: "k" }], summary: [{ kind: "offline" }] },
    budgets: { prepared: 200, cost: undefined, limits: [] }
  })
  writeFileSync(join(data, "models.yaml"), "tasks:\n  draft: [offline]\n")
  expect(readModels(...both(environment))).toMatchObject({
    file: join(data, "models.yaml"),
    endpoints: [],
    tasks: { draft: [{ kind: "offline" }] }
  })
})

test("a key is named by key-env too, and numbers may stand for free endpoints", () => {
  const models = read(
    `endpoints:\n  a: {kind: openai-compatible, url: "http://x/v1", model: m, key-env: BIG_KEY, price: {in: 0, out: 0}, temperature: 0.2}\ntasks: {draft: [a]}\n`
  )
  expect(models.endpoints[0]).toMatchObject({ key: BIG_KEY, temperature: 0.2, price: { in: 0, out: 0 } })
})

test.each(MISTAKES)("%s is one sentence with its line", (_what, text, mistake) => {
  const mistakes = mistakesOf(text, { SPACED: "a b" })
  expect(mistakes).toHaveLength(1)
  expect(mistakes[0]).toMatch(mistake)
})

test("several mistakes are told at once, in the order of the lines", () => {
  const mistakes = mistakesOf(
    `tasks:\n  draft: nobody\nendpoints:\n  a:\n    kind: openai-compatible\n    url: http://x\n    model: m\n    price: {in: -1, out: x}\nbudgets:\n  prepared: many\n`
  )
  expect(mistakes.map((line) => line.split(":")[0])).toEqual(["line 2", "line 8", "line 8", "line 10"])
})

test("a file that isn't there, or is a folder, is told", () => {
  const missing = { MODELS_FILE: join(folder, "nowhere.yaml") }
  expect(() => readModels(...both(missing))).toThrow(
    /nowhere\.yaml can't be read: it isn't there\. Mend it, or point MODELS_FILE at another file\.$/
  )
  expect(() => readModels(...both({ MODELS_FILE: folder }))).toThrow(/it is a folder/)
})

function both(environment: Record<string, string>): Parameters<typeof readModels> {
  return [readSettings(environment), environment]
}
