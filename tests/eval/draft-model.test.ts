import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest"
import { startModelDouble, type ModelDouble } from "../models/double.ts"
import { startRerankDouble, type RerankDouble } from "../models/rerank-double.ts"
import { evaluate } from "./command.ts"

const folder = mkdtempSync(join(tmpdir(), "replywright-eval-test-"))
const knowledge = join(folder, "docs.jsonl")
const models = join(folder, "models.yaml")
let writer: ModelDouble
let judge: ModelDouble
let reranker: RerankDouble
beforeAll(async () => {
  ;[writer, judge, reranker] = await Promise.all([
    startModelDouble({
      kind: "text",
      text: "Hello [PERSON_1],\n\nYou can return a lamp within 45 days [1].\n\nKind regards\n[PERSON_2]"
    }),
    startModelDouble({
      kind: "text",
      text: '{"verdicts":[{"n":1,"verdict":"supported"},{"n":2,"verdict":"contradicted"},{"n":3,"verdict":"contradicted"}]}'
    }),
    startRerankDouble(["45 days"])
  ])
  // A search waits 300 ms for its pages' order, and the first to ask a model loads this, which may take longer.
  await import("openai")
  const endpoint = (url: string, model: string) => `{kind: openai-compatible, url: "${url}", model: ${model}}`
  writeFileSync(
    models,
    `endpoints:\n  big: ${endpoint(writer.url, "big-model")}\n  strict: ${endpoint(judge.url, "strict-model")}\n  order: ${endpoint(reranker.url, "cross")}\ntasks: {draft: [offline], rerank: [order]}\n`
  )
  writeFileSync(
    knowledge,
    [
      { id: "lamp", title: "Lamps", text: "A lamp is a lamp. Return the lamp to its box, lamp by lamp." },
      { id: 7, title: "Returning a lamp", text: "You can return a lamp within 45 days." }
    ]
      .map((line) => JSON.stringify(line))
      .join("\n")
  )
})
afterEach(() => vi.unstubAllEnvs())
afterAll(async () => {
  await Promise.all([writer.close(), judge.close(), reranker.close()])
  rmSync(folder, { recursive: true, force: true })
})

test("--model and --judge: the model's letters, checked, judged and from re-ranked pages, in one table beside the offline drafter", async () => {
  vi.stubEnv("MODELS_FILE", models)
  const ticket = {
    helpdesk: "eval",
    ticketId: "1",
    subject: "Lamp",
    tags: [],
    requester: { name: "Maya Whitlock" },
    agent: { name: "Tom Baker" },
    messages: [
      {
        id: "1",
        author: "Maya Whitlock",
        role: "customer",
        visibility: "public",
        at: "2026-11-20T10:00:00Z",
        text: "Can I return a lamp?"
      }
    ]
  }
  const ran = await evaluate(
    ["draft", "--knowledge", knowledge, "--model", "big", "--judge", "strict"],
    [{ id: "a", ticket }]
  )
  expect(ran.code).toBe(0)
  expect(ran.lines[0]).toMatchObject({
    model: "big-model",
    text: "Hello Maya Whitlock,\n\nYou can return a lamp within 45 days.\n\nKind regards\nTom Baker",
    sources: [{ id: 7 }],
    judge: { state: "done", confirmed: 1 }
  })
  expect(reranker.requests[0]?.texts).toHaveLength(2)
  const rows = Object.fromEntries(
    ran.said.split("\n").map((line): [string, string[]] => {
      const [name = "", ...cells] = line.split(/ {2,}/)
      return [name, cells]
    })
  )
  expect(rows[""]).toEqual(["offline", "big-model"])
  expect(rows["letters"]?.[1]).toBe("1")
  expect(rows["judge confirmed"]).toEqual(["0", "1"])
  for (const task of ["draft", "verify", "rerank"]) expect(rows[`model tokens, ${task}`]?.join()).toMatch(/[1-9]\d* in/)
})
