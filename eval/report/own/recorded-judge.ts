import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { join } from "node:path"
import * as z from "zod/mini"
import type { RewriteRow } from "../../../src/checks/rewrite/compare-rewrite.ts"
import type { RowVerdict } from "../../../src/checks/rewrite/settle-changes.ts"
import type { Judge, JudgeTask, Verdict } from "../../../src/models/drafter/contract.ts"
import { judgeRewrite, type RewriteToJudge } from "../../../src/relay/rewriting/judge-rewrite.ts"
import { readLines } from "../../../training/read-lines.ts"

const against = z.object({
  evidence: z.number(),
  sentence: z.string(),
  verdict: z.enum(["not-supported", "contradicted", "unclear"])
})
const line = z.object({ key: z.string(), sentences: z.number(), against: z.array(against) })
type Recorded = z.infer<typeof line>

/** Verdicts that a model gave once on each pair of a part, as `data/rewrite-own/README.md` describes. */
export interface RecordedJudge {
  /** Returns its verdicts on the rows of a rewrite. @throws Error if it was asked about other rows or not at all */
  verdictsOn(before: string, after: string, rows: readonly RewriteRow[]): Promise<(RowVerdict | undefined)[]>
}

/** Returns the judge whose verdicts on a part are recorded, or undefined without any. */
export function recordedJudge(folder: string, part: string): RecordedJudge | undefined {
  const file = join(folder, "judged", `${part}.jsonl`)
  if (!existsSync(file)) return undefined
  const recorded = new Map(readLines(file, line).map((one) => [one.key, one]))
  return {
    async verdictsOn(before, after, rows) {
      const key = keyOf(before, after)
      const found = recorded.get(key)
      if (!found) throw new Error(`${file} has no verdicts on ${key}: record them anew.`)
      const { verdicts } = await judgeRewrite({ before, after, rows }, replaying(found, file), NOBODY, NEVER)
      return verdicts
    }
  }
}

export const keyOf = (before: string, after: string): string =>
  createHash("sha256").update(`${before}\0${after}`).digest("hex").slice(0, 12)

/** Whoever recorded them was asked about all sentences but the control, which is the last one. */
const replaying = ({ key, sentences, against: listed }: Recorded, file: string): Judge => ({
  name: "recorded",
  fingerprint: "",
  async judge({ sentences: asked }: JudgeTask): Promise<Verdict[]> {
    const own = asked.slice(0, -1)
    const verdicts = own.map(({ n, text, evidence: [evidence] }): Verdict => {
      const one = listed.find(({ sentence, evidence: of }) => sentence === text && of === evidence)
      return { n, verdict: one?.verdict ?? "supported" }
    })
    const isSame =
      own.length === sentences &&
      listed.every(({ sentence, evidence }) => own.some((one) => one.text === sentence && one.evidence[0] === evidence))
    if (!isSame) throw new Error(`${file} has verdicts on other sentences of ${key}: record them anew.`)
    return [...verdicts, { n: asked.length, verdict: "contradicted" }]
  }
})

/**
 * Asks a judge about one pair, and returns what is recorded of its verdicts.
 * @throws Error if it gave no usable judgement
 */
export async function recordVerdicts(
  { before, after, rows }: RewriteToJudge,
  judge: Judge,
  signal: AbortSignal
): Promise<Recorded> {
  const recorded: Recorded = { key: keyOf(before, after), sentences: 0, against: [] }
  const noting: Judge = {
    ...judge,
    async judge(task, ...how) {
      const verdicts = await judge.judge(task, ...how)
      const own = task.sentences.slice(0, -1)
      recorded.sentences = own.length
      recorded.against = own.flatMap(({ n, text, evidence: [evidence = 0] }) => {
        const { verdict = "unclear" } = verdicts.find((one) => one.n === n) ?? {}
        return verdict === "supported" ? [] : [{ evidence, sentence: text, verdict }]
      })
      return verdicts
    }
  }
  const { judgement } = await judgeRewrite({ before, after, rows }, noting, NOBODY, signal, PATIENCE_MS)
  if (judgement?.state !== "done") throw new Error(`The judge's answer is ${judgement?.state ?? "missing"}.`)
  return recorded
}

/** Nobody waits. */
const PATIENCE_MS = 120_000
const NOBODY = { id: "eval", name: "eval", role: "agent" as const, groups: [] }
const NEVER = new AbortController().signal
