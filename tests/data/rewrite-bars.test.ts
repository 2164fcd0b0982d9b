import { join } from "node:path"
import { expect, test } from "vitest"
import { recordVerdicts } from "../../eval/report/own/recorded-judge.ts"
import { rewriteOwn } from "../../eval/report/own/rewrite-own.ts"
import { translateOwn } from "../../eval/report/own/translate-own.ts"
import type { Verifier } from "../../src/models/drafter/contract.ts"
import { root } from "../house/files.ts"

const folder = join(root, "data/rewrite-own")
const how = {
  held: Boolean(process.env["REPLYWRIGHT_HELD"]),
  judgedOnly: true,
  say: () => undefined,
  signal: new AbortController().signal
}

test("with the verdicts that a model gave, no altered fact passes, and at most 4 of 100 faithful rewrites are doubted", {
  timeout: 300_000
}, async () => {
  const rows = (await rewriteOwn.rows(folder, how)).filter(({ set, detail }) => set.endsWith("with a judge") && !detail)
  expect(rows.length).toBeGreaterThanOrEqual(4)
  const figuresOf = (metric: string, of = rows) => of.filter((row) => row.metric === metric).map(({ figure }) => figure)
  expect(new Set(figuresOf("altered facts found"))).toEqual(new Set([1]))
  // The writer of held-3 says figures otherwise, which no model's word excuses.
  const others = rows.filter(({ set }) => !set.includes("held-3"))
  expect(Math.max(...figuresOf("faithful rewrites doubted", others))).toBeLessThanOrEqual(0.04)
})

test("with the verdicts that a model gave, no altered number, name, link or denial of a translation passes", async () => {
  const rows = (await translateOwn.rows(folder, how)).filter(
    ({ set, detail }) => set.endsWith("with a judge") && !detail
  )
  const found = rows.filter(({ metric }) => metric === "altered facts found").map(({ figure }) => figure)
  expect(new Set(found)).toEqual(new Set([1]))
})

const says = (verdicts: [number, "supported" | "contradicted"][]): Verifier => ({
  name: "judge",
  fingerprint: "",
  verify: async () => ({ verdicts: verdicts.map(([n, verdict]) => ({ n, verdict })), unanswered: [] })
})
const pair = {
  before: "Keep it for 14 days.",
  after: "Throw it away.",
  language: "en",
  rows: [{ before: "Keep it for 14 days.", after: "Throw it away.", changes: [] }]
}

test("what a model says of a pair is recorded without the control; without a usable verification nothing is", async () => {
  const judge = says([
    [1, "contradicted"],
    [2, "supported"],
    [3, "contradicted"]
  ])
  expect(await recordVerdicts(pair, judge, how.signal)).toEqual({
    key: expect.stringMatching(/^[0-9a-f]{12}$/),
    sentences: 2,
    against: [{ evidence: 1, sentence: "Throw it away.", verdict: "contradicted" }]
  })
  const lenient = says([1, 2, 3].map((n) => [n, "supported"]))
  await expect(recordVerdicts(pair, lenient, how.signal)).rejects.toThrow("The verifier's answer is unreliable.")
})
