import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { join } from "node:path"
import * as z from "zod/mini"
import type { RewriteRow } from "../../../src/checks/rewrite/compare-rewrite.ts"
import type { RowVerdict } from "../../../src/checks/rewrite/settle-changes.ts"
import type { Verifier, VerifyTask, Verdict } from "../../../src/models/drafter/contract.ts"
import { verifyRewrite, type RewriteToVerify } from "../../../src/relay/rewriting/rewriter.ts"
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
      const recordedPair = recorded.get(key)
      if (!recordedPair) throw new Error(`${file} has no verdicts on ${key}: record them anew.`)
      const { verdicts } = await verifyRewrite(
        { before, after, rows, language: null },
        replaying(recordedPair, file),
        NOBODY,
        NEVER
      )
      return verdicts
    }
  }
}

export const keyOf = (before: string, after: string): string =>
  createHash("sha256").update(`${before}\0${after}`).digest("hex").slice(0, 12)

/** Whoever recorded them was asked about all sentences but the canaries, which come last. */
const replaying = ({ key, sentences, against: listed }: Recorded, file: string): Verifier => ({
  name: "recorded",
  fingerprint: "",
  async verify({ sentences: asked }: VerifyTask) {
    const own = asked.slice(0, sentences)
    const verdicts = own.map(({ n, text, against }): Verdict => {
      const one = listed.find(({ sentence, evidence }) => sentence === text && String(evidence) === against?.[0])
      return { n, verdict: one?.verdict ?? "supported" }
    })
    const isSame =
      own.length === sentences &&
      listed.every(({ sentence, evidence }) =>
        own.some(({ text, against }) => text === sentence && against?.[0] === String(evidence))
      )
    if (!isSame) throw new Error(`${file} has verdicts on other sentences of ${key}: record them anew.`)
    const canaries = asked.slice(sentences).map(({ n }): Verdict => ({ n, verdict: "contradicted" }))
    return { verdicts: [...verdicts, ...canaries], unanswered: [] }
  }
})

/**
 * Asks a verifier about one pair, and returns what is recorded of its verdicts.
 * @throws Error if it gave no usable verification
 */
export async function recordVerdicts(
  { before, after, language, rows }: RewriteToVerify,
  verifier: Verifier,
  signal: AbortSignal
): Promise<Recorded> {
  const recorded: Recorded = { key: keyOf(before, after), sentences: 0, against: [] }
  const own = new Set(rows.flatMap((row) => [row.before, row.after]))
  const noting: Verifier = {
    ...verifier,
    async verify(task, ...how) {
      const reply = await verifier.verify(task, ...how)
      const asked = task.sentences.filter(({ text }) => own.has(text))
      recorded.sentences = asked.length
      recorded.against = asked.flatMap(({ n, text, against: [evidence = "0"] = [] }) => {
        const { verdict = "unclear" } = reply.verdicts.find((one) => one.n === n) ?? {}
        const kind = verdict === "other-case" || verdict === "not-supported" ? "not-supported" : verdict
        return kind === "supported" || kind === "follows"
          ? []
          : [{ evidence: Number(evidence), sentence: text, verdict: kind }]
      })
      return reply
    }
  }
  const { verification } = await verifyRewrite({ before, after, language, rows }, noting, NOBODY, signal, PATIENCE_MS)
  if (verification?.state !== "done") throw new Error(`The verifier's answer is ${verification?.state ?? "missing"}.`)
  return recorded
}

/** Nobody waits. */
const PATIENCE_MS = 120_000
const NOBODY = { id: "eval", name: "eval", role: "agent" as const, groups: [] }
const NEVER = new AbortController().signal
