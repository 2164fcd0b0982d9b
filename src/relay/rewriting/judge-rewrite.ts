import type { RewriteRow } from "../../checks/rewrite/compare-rewrite.ts"
import { canBeSettled, type RowVerdict } from "../../checks/rewrite/settle-changes.ts"
import { ModelError, type Judge, type JudgeTask, type Verdict } from "../../models/drafter/contract.ts"
import { EVIDENCE } from "../../models/prompt/judge-prompt.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import type { Judgement } from "../../ticket/draft.ts"

/** A judge that takes longer is not waited for, because the agent waits for the rewrite meanwhile. */
const PATIENCE_MS = 10_000
/** In sentences of both texts. More of them are not judged, and the judgement says of how many rows. */
const MOST = 40

export interface RewriteToJudge {
  before: string
  after: string
  rows: readonly RewriteRow[]
  /** A translation differs in every row, and its rules miss hardly anything, so only its doubts are judged. */
  isTranslation: boolean
}

/**
 * Asks the judge once whether the rows of a rewrite say the same as the text before, in both directions: nothing of the
 * text is missing in the rewrite, and nothing of the rewrite in the text. Returns its verdict for each row, where it
 * came to one. If the judge is late, fails or can't be read, there are none, and the judgement says so. It is missing
 * where there was nothing to ask.
 */
export async function judgeRewrite(
  { before, after, rows, isTranslation }: RewriteToJudge,
  judge: Judge,
  person: PairedPerson,
  signal: AbortSignal,
  judgeMs = PATIENCE_MS
): Promise<{ verdicts: (RowVerdict | undefined)[]; judgement?: Judgement }> {
  const none = rows.map(() => undefined)
  const wanted = rows.filter(({ changes }) => !isTranslation || changes.some(isOfWords))
  const asked = [before, after].some((text) => Buffer.byteLength(text) > EVIDENCE) ? [] : wanted.slice(0, MOST / 2)
  const unasked = wanted.length - asked.length
  const said = (more: Pick<Judgement, "state" | "model"> & Partial<Judgement>): Judgement => {
    return { confirmed: 0, doubted: 0, ...(unasked > 0 && { unasked }), ...more }
  }
  if (wanted.length === 0) return { verdicts: none }
  let model = judge.name
  if (asked.length === 0) return { verdicts: none, judgement: said({ model, state: "done" }) }
  const late = AbortSignal.timeout(judgeMs)
  try {
    const { task, rowOf } = taskOf(before, after, asked)
    const found = await judge.judge(task, AbortSignal.any([signal, late]), {
      person,
      writes: (name) => (model = name)
    })
    const judged = new Map(asked.map((row) => [row, verdictOn(row, found, rowOf)]))
    const verdicts = rows.map((row) => judged.get(row))
    const count = (what: RowVerdict) => verdicts.filter((one) => one === what).length
    return { verdicts, judgement: said({ model, state: "done", confirmed: count("same"), doubted: count("other") }) }
  } catch (error) {
    if (signal.aborted || !(late.aborted || error instanceof ModelError)) throw error
    const isMalformed = error instanceof ModelError && error.code === "model-bad-answer"
    const state = late.aborted ? "late" : isMalformed ? "malformed" : "failed"
    return { verdicts: none, judgement: said({ model, state }) }
  }
}

const isOfWords = ({ kind, before, after }: RewriteRow["changes"][number]): boolean =>
  canBeSettled({ kind, ...(before !== "" && { before: ANYWHERE }), ...(after !== "" && { after: ANYWHERE }) })
const ANYWHERE = { start: 0, end: 0 }

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
