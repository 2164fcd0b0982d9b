import type { RewriteRow } from "../../checks/rewrite/compare-rewrite.ts"
import type { RowVerdict } from "../../checks/rewrite/settle-changes.ts"
import { askJudge } from "../../models/ask-judge.ts"
import type { Judge, JudgeTask, Verdict } from "../../models/drafter/contract.ts"
import { MAX_EVIDENCE_CHARACTERS } from "../../models/prompt/judge-prompt.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import type { Judgement } from "../../ticket/draft.ts"

/** More rows of one rewrite are not judged, and the judgement says how many. */
const MAX_SENTENCES = 20

export interface RewriteToJudge {
  before: string
  after: string
  rows: readonly RewriteRow[]
}

/**
 * Asks the judge once whether the rows of a rewrite say the same as the text before, in both directions: nothing of the
 * text is missing in the rewrite, and nothing of the rewrite in the text. Returns its verdict for each row, where it
 * came to one. If the judge is late, fails, can't be read or doesn't pass its test, there are none, and the judgement
 * says so. It is missing where there was nothing to ask.
 */
export async function judgeRewrite(
  { before, after, rows }: RewriteToJudge,
  judge: Judge,
  person: PairedPerson,
  signal: AbortSignal,
  judgeMs?: number
): Promise<{ verdicts: (RowVerdict | undefined)[]; judgement?: Judgement }> {
  const none = rows.map(() => undefined)
  if (rows.length === 0) return { verdicts: none }
  const judgedRows = [before, after].some((text) => Buffer.byteLength(text) > MAX_EVIDENCE_CHARACTERS)
    ? []
    : rows.slice(0, MAX_SENTENCES)
  const unasked = rows.length - judgedRows.length
  const left = unasked > 0 ? { unasked } : {}
  if (judgedRows.length === 0)
    return { verdicts: none, judgement: { model: judge.name, state: "done", confirmed: 0, doubted: 0, ...left } }
  const { task, rowOf } = taskOf(before, after, judgedRows)
  const { verdicts: answers, ...outcome } = await askJudge(judge, task, { person, signal, judgeMs })
  const verdictOf = new Map(judgedRows.map((row) => [row, verdictOn(row, answers, rowOf)]))
  const verdicts = rows.map((row) => verdictOf.get(row))
  const count = (what: RowVerdict) => verdicts.filter((one) => one === what).length
  return { verdicts, judgement: { ...outcome, confirmed: count("same"), doubted: count("other"), ...left } }
}

/** Each row's words of one text are held against the whole of the other, because a rewrite moves what it says. */
function taskOf(before: string, after: string, rows: readonly RewriteRow[]) {
  const rowOf = new Map<number, RewriteRow>()
  const sentences = rows
    .flatMap((row) => [
      { row, text: row.after, evidence: [TEXT] },
      { row, text: row.before, evidence: [REWRITE] }
    ])
    .filter(({ text }) => text !== "")
    .map(({ row, ...sentence }, at) => {
      rowOf.set(at + 1, row)
      return { n: at + 1, ...sentence }
    })
  const evidence = [
    { n: TEXT, text: before },
    { n: REWRITE, text: after }
  ]
  return { task: { of: "rewrite", sentences, evidence } satisfies JudgeTask, rowOf }
}

const TEXT = 1
const REWRITE = 2

/** A row is the same if every sentence of it is in the other text. Without a clear verdict on one there is none. */
function verdictOn(
  row: RewriteRow,
  found: readonly Verdict[],
  rowOf: ReadonlyMap<number, RewriteRow>
): RowVerdict | undefined {
  const own = found.filter(({ n }) => rowOf.get(n) === row).map(({ verdict }) => verdict)
  if (own.some((verdict) => verdict === "not-supported" || verdict === "contradicted")) return "other"
  const all = [...rowOf.values()].filter((one) => one === row).length
  return own.length === all && own.every((verdict) => verdict === "supported") ? "same" : undefined
}
