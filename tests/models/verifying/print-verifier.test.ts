import { afterEach, expect, test } from "vitest"
import type { ModelEndpoint } from "../../../src/models/endpoint/models.ts"
import { OFFLINE } from "../../../src/models/endpoint/models.ts"
import { listModels } from "../../../src/models/print-models.ts"
import { endpointOf, modelsOf } from "../endpoint.ts"
import {
  asLynx,
  asMinicheck,
  startVerifierDouble,
  type VerifierDouble,
  type VerifierServer
} from "./verifier-double.ts"

const open: VerifierDouble[] = []
afterEach(async () => {
  for (const double of open.splice(0)) await double.close()
})

async function printed(server: VerifierServer, more: Partial<ModelEndpoint> = {}) {
  const double = await startVerifierDouble(server)
  open.push(double)
  const endpoint = endpointOf("check", `${double.url}/v1`, more)
  const { tasks, ...models } = modelsOf([OFFLINE])
  const lines: string[] = []
  const works = await listModels(
    {
      models: { ...models, file: "models.yaml", endpoints: [endpoint], tasks: { ...tasks, verify: [endpoint] } }
    },
    (line) => lines.push(line)
  )
  return { works, line: lines[1] }
}

const NLI = ["entailment", "neutral", "contradiction"]

test.each([
  ["pairs", { is: "tei", labels: NLI }, "by pairs of a sentence and a piece of evidence"],
  ["scores", { is: "vllm-score" }, "by pairs of a sentence and a piece of evidence"],
  ["spans", { is: "lettucedetect" }, "by marking spans of the letter"],
  ["MiniCheck", { is: "ollama", answer: asMinicheck }, "claim by claim"],
  ["Lynx", { is: "ollama", answer: asLynx }, "claim by claim"],
  [
    "a chat model",
    {
      is: "ollama",
      answer: () => '{"verdicts": [{"n": 1, "verdict": "supported"}, {"n": 2, "verdict": "contradicted"}]}'
    },
    "as a chat model, all sentences at once"
  ]
] satisfies [string, VerifierServer, string][])(
  "%s: how it verifies, and that it notices",
  async (_what, server, how) => {
    const { works, line } = await printed(server)
    expect(works).toBe(true)
    expect(line?.replace(/\d+ ms/, "N ms")).toBe(
      `check (check-model): verifies ${how}, and notices an altered sentence, in N ms. It works.`
    )
  }
)

test.each([
  ["Yes", /^check: It verifies claim by claim, but doesn't notice an altered sentence/],
  ["No", /^check: It verifies claim by claim, but doesn't confirm a sentence that stands in its page/],
  ["Perhaps", /^check: The verifier's answer can't be read\.$/]
])("who answers %s to everything doesn't work", async (answer, sentence) => {
  const { works, line } = await printed({ is: "ollama", answer: () => answer })
  expect(works).toBe(false)
  expect(line).toMatch(sentence)
})
