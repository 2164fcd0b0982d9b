import { afterEach, expect, test } from "vitest"
import { askVerifier } from "../../../src/models/ask-verifier.ts"
import type { VerifyTask } from "../../../src/models/drafter/contract.ts"
import { connectionOf } from "../../../src/models/choose-model.ts"
import { createEndpointVerifier } from "../../../src/models/verifying/endpoint-verifier.ts"
import { endpointOf } from "../endpoint.ts"
import { CANARIES, TASK } from "./task.ts"
import {
  asMinicheck,
  startVerifierDouble,
  type VerifierDouble,
  type VerifierFailure,
  type VerifierServer
} from "./verifier-double.ts"

const open: VerifierDouble[] = []
afterEach(async () => {
  for (const double of open.splice(0)) await double.close()
})

const NLI = ["entailment", "neutral", "contradiction"]
const KINDS = {
  pairs: { is: "tei", labels: NLI },
  score: { is: "vllm-score" },
  classify: { is: "vllm-classify", labels: NLI, separator: " [SEP] " },
  spans: { is: "lettucedetect" },
  claims: { is: "ollama", answer: asMinicheck }
} satisfies Record<string, VerifierServer>

/** Finds out what the server is, and then asks again while it does this. */
async function verifiedWhile(
  server: VerifierServer,
  failures: VerifierFailure[],
  { task = TASK, verifyMs = 3000 }: { task?: VerifyTask; verifyMs?: number } = {}
) {
  const double = await startVerifierDouble(server)
  open.push(double)
  const endpoint = endpointOf("check", `${double.url}/v1`, { firstByteMs: 60_000 })
  const verifier = createEndpointVerifier(endpoint, { ...connectionOf(endpoint), name: "check", pauseMs: 1 })
  const ask = (verifyMs: number) =>
    askVerifier(verifier, task, CANARIES, { signal: new AbortController().signal, verifyMs })
  await ask(3000)
  const before = double.requests.length
  double.next(...failures)
  const answer = await ask(verifyMs)
  return { ...answer, requests: double.requests.slice(before), again: () => (double.recover(), ask(3000)) }
}

const KIND_NAMES = ["pairs", "score", "classify", "spans", "claims"] as const
const BROKEN = Array.from({ length: 60 }, (): VerifierFailure => ({ kind: "status", status: 500 }))

test.each(KIND_NAMES)("%s: a server that fails settles nothing, and works again later", async (kind) => {
  const { state, verdicts, again } = await verifiedWhile(KINDS[kind], BROKEN)
  expect([state, verdicts]).toEqual(["failed", []])
  expect((await again()).state).toBe("done")
})

test.each(KIND_NAMES)("%s: too many requests are waited for", async (kind) => {
  const busy: VerifierFailure = { kind: "status", status: 429, headers: { "retry-after-ms": "5", "retry-after": "0" } }
  expect((await verifiedWhile(KINDS[kind], [busy])).state).toBe("done")
})

test.each(KIND_NAMES)("%s: who doesn't answer in time is late", async (kind) => {
  const silence = Array.from({ length: 8 }, (): VerifierFailure => ({ kind: "no-answer" }))
  expect((await verifiedWhile(KINDS[kind], silence, { verifyMs: 150 })).state).toBe("late")
})

test.each(["pairs", "score", "classify", "spans"] as const)(
  "%s: an answer in another shape is malformed",
  async (kind) => {
    for (const body of [
      { ranking: "yes" },
      [1, 2],
      "text",
      { data: [{ index: 0 }] },
      { predictions: [{ start: 0 }] }
    ]) {
      const failures = Array.from({ length: 4 }, (): VerifierFailure => ({ kind: "body", body }))
      expect((await verifiedWhile(KINDS[kind], failures)).state).toBe("malformed")
    }
  }
)

test.each(["pairs", "score", "classify"] as const)("%s: more answers than pairs are malformed", async (kind) => {
  expect((await verifiedWhile(KINDS[kind], [{ kind: "twice" }, { kind: "twice" }])).state).toBe("malformed")
})

test("spans outside of the letter are malformed", async () => {
  const body = { predictions: [{ start: 2, end: 9000, hallucination_score: 0.9 }] }
  expect((await verifiedWhile(KINDS.spans, [{ kind: "body", body }])).state).toBe("malformed")
})

test("a sentence whose pairs are partly missing has no verdict unless another pair shows it", async () => {
  const sentences = [...TASK.sentences, { n: 4, text: "Nobody says that anywhere." }]
  const evidence = TASK.evidence.slice(3)
  const { verdicts, state } = await verifiedWhile(KINDS.pairs, [{ kind: "partial" }], {
    task: { ...TASK, evidence, sentences }
  })
  // The last pairs are the canary's, which then isn't noticed.
  expect([state, verdicts]).toEqual(["unreliable", []])
})

test("a server that takes fewer pairs gets smaller batches, also from then on", async () => {
  const { state, requests, again } = await verifiedWhile({ is: "tei", labels: NLI, maxBatch: 5 }, [])
  expect(state).toBe("done")
  const sizes = requests.map(({ body }) => (body as { inputs: unknown[] }).inputs.length)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(5)
  expect((await again()).state).toBe("done")
})

test("a pair that is too much alone is left out", async () => {
  const { state } = await verifiedWhile({ is: "tei", labels: NLI, maxBatch: 0 }, [])
  expect(state).toBe("failed")
})

test("an answer of one claim that can't be read is no verdict on it", async () => {
  const { verdicts, state } = await verifiedWhile(
    { is: "ollama", answer: (prompt) => (prompt.endsWith("Mondays.") ? "It depends." : asMinicheck(prompt)) },
    []
  )
  expect([state, verdicts.map(({ n }) => n).toSorted()]).toEqual(["done", [1, 3]])
})

test("an abort ends it at once", async () => {
  for (const kind of KIND_NAMES) {
    const double = await startVerifierDouble(KINDS[kind])
    open.push(double)
    double.next({ kind: "no-answer" }, { kind: "no-answer" }, { kind: "no-answer" }, { kind: "no-answer" })
    const endpoint = endpointOf("check", `${double.url}/v1`, { firstByteMs: 60_000 })
    const verifier = createEndpointVerifier(endpoint, { ...connectionOf(endpoint), name: "check" })
    const reason = new Error("gone")
    const stop = new AbortController()
    setTimeout(() => stop.abort(reason), 50)
    await expect(verifier.verify(TASK, stop.signal)).rejects.toThrow()
  }
})
