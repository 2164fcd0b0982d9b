import { afterEach, expect, test } from "vitest"
import { chooseVerifier } from "../../../src/models/choose-model.ts"
import { OFFLINE } from "../../../src/models/endpoint/models.ts"
import { createModelDrafter } from "../../../src/models/openai/openai-drafter.ts"
import type { UsageBook } from "../../../src/models/usage/usage-book.ts"
import { createOfflineSummariser } from "../../../src/relay/drafting/summary/summary.ts"
import { createPipeline } from "../../../src/relay/drafting/pipeline/pipeline.ts"
import type { PipelineEvent } from "../../../src/relay/drafting/pipeline/pipeline-events.ts"
import { holdingClaims } from "../../../src/ticket/holding-claims.ts"
import { startModelDouble } from "../double.ts"
import { endpointOf, modelsOf } from "../endpoint.ts"
import { jobOf } from "../job.ts"
import { asMinicheck, startVerifierDouble, type VerifierServer } from "./verifier-double.ts"

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of cleanups.splice(0)) await close()
})

const PERSON = { id: "p", name: "Ben", role: "agent" as const, groups: [] }
const BOOK: UsageBook = {
  used: async () => [],
  begin: () => () => undefined,
  add: async () => undefined,
  settled: async () => undefined
}

const LETTER =
  "Hello [PERSON_1],\n\nLamps can be sent back within 30 days. [1] The shop has many blue doors. [2]\n\nKind regards\n[PERSON_2]"

test.each([
  ["a classifier of pairs", { is: "tei", labels: ["entailment", "neutral", "contradiction"] }],
  ["LettuceDetect", { is: "lettucedetect" }],
  ["MiniCheck", { is: "ollama", answer: asMinicheck }]
] satisfies [string, VerifierServer][])(
  "what %s denies makes Insert wait, and courtesy doesn't",
  async (_what, server) => {
    const writer = await startModelDouble({ kind: "text", text: LETTER })
    const checker = await startVerifierDouble(server)
    cleanups.push(writer.close, checker.close)
    const { retrieval, request } = jobOf()
    const models = modelsOf([OFFLINE])
    const endpoint = endpointOf("check", `${checker.url}/v1`, { firstByteMs: 60_000 })
    const pipeline = createPipeline({
      retriever: { find: async () => retrieval },
      drafter: createModelDrafter({ baseUrl: writer.url, name: "writer", pauseMs: 1 }),
      summariser: createOfflineSummariser(),
      verifier: chooseVerifier({ ...models, tasks: { ...models.tasks, verify: [endpoint] } }, BOOK),
      now: () => new Date("2026-03-04T10:00:00Z")
    })
    const events: PipelineEvent[] = []
    await pipeline.run(request, PERSON, (event) => events.push(event), new AbortController().signal)
    const end = events.at(-1)
    if (end?.type !== "draft-end") throw new Error("There is no draft.")
    expect(end.verification).toMatchObject({ state: "done", confirmed: 1, doubted: 1 })
    const held = holdingClaims(end.claims, []).map(({ start, end: to }) => end.text.slice(start, to))
    expect(held).toEqual(["The shop has many blue doors."])
  }
)
