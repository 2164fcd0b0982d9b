import { canariesFrom } from "../../checks/verdicts/canaries.ts"
import type { RewriteRow } from "../../checks/rewrite/compare-rewrite.ts"
import type { RowVerdict } from "../../checks/rewrite/settle-changes.ts"
import { askVerifier } from "../../models/ask-verifier.ts"
import type { Verifier, VerifyTask, Verdict } from "../../models/drafter/contract.ts"
import { MAX_PART_BYTES } from "../../models/prompt/verify-prompt.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import { sentences } from "../../text/sentences.ts"
import { isConfirmed, isDenied, type Verification } from "../../ticket/draft.ts"

/** More rows of one rewrite are not verified, and the verification says how many. */
const MAX_SENTENCES = 20

export interface RewriteToVerify {
  before: string
  after: string
  /** The language of the text before, or null if nothing shows it. */
  language: string | null
  rows: readonly RewriteRow[]
}

/**
 * Asks the verifier once whether the rows of a rewrite say the same as the text before, in both directions: nothing of
 * the text is missing in the rewrite, and nothing of the rewrite in the text. Returns its verdict for each row, where it
 * came to one. If the verifier is late, fails, can't be read or passes a canary, there are none, and the verification
 * says so. It is missing where there was nothing to ask.
 */
export async function verifyRewrite(
  { before, after, language, rows }: RewriteToVerify,
  verifier: Verifier,
  person: PairedPerson,
  signal: AbortSignal,
  verifyMs?: number
): Promise<{ verdicts: (RowVerdict | undefined)[]; verification?: Verification }> {
  const none = rows.map(() => undefined)
  if (rows.length === 0) return { verdicts: none }
  const rowsToAsk = [before, after].some((text) => Buffer.byteLength(text) > MAX_PART_BYTES)
    ? []
    : rows.slice(0, MAX_SENTENCES)
  const unasked = rows.length - rowsToAsk.length
  const left = unasked > 0 ? { unasked } : {}
  if (rowsToAsk.length === 0)
    return { verdicts: none, verification: { model: verifier.name, state: "done", confirmed: 0, doubted: 0, ...left } }
  const { task, rowOf } = taskOf(before, after, rowsToAsk)
  const canaries = canariesFrom([{ text: before, language }])
  const tests = canaries.map((text) => ({ text, against: [TEXT] }))
  const answer = await askVerifier(verifier, task, tests, { person, signal, verifyMs })
  const { model, state, verdicts: answers } = answer
  const verdictOf = new Map(rowsToAsk.map((row) => [row, verdictOn(row, answers, rowOf)]))
  const verdicts = rows.map((row) => verdictOf.get(row))
  const count = (what: RowVerdict) => verdicts.filter((one) => one === what).length
  return { verdicts, verification: { model, state, confirmed: count("same"), doubted: count("other"), ...left } }
}

/** Each row's words of one text are held against the whole of the other, because a rewrite moves what it says. */
function taskOf(before: string, after: string, rows: readonly RewriteRow[]) {
  const rowOf = new Map<number, RewriteRow>()
  const asked = rows
    .flatMap((row) => [
      { row, text: row.after, against: [TEXT] },
      { row, text: row.before, against: [REWRITE] }
    ])
    .filter(({ text }) => text !== "")
    .map(({ row, ...sentence }, at) => {
      rowOf.set(at + 1, row)
      return { n: at + 1, ...sentence }
    })
  const evidence = [
    { id: TEXT, head: "the text", sentences: sentences(before).map(({ text }) => text) },
    { id: REWRITE, head: "the rewrite", sentences: sentences(after).map(({ text }) => text) }
  ]
  return { task: { of: "rewrite", sentences: asked, evidence } satisfies VerifyTask, rowOf }
}

const TEXT = "1"
const REWRITE = "2"

/** A row is the same if every sentence of it is in the other text. Without a clear verdict on one there is none. */
function verdictOn(
  row: RewriteRow,
  found: readonly Verdict[],
  rowOf: ReadonlyMap<number, RewriteRow>
): RowVerdict | undefined {
  const own = found.filter(({ n }) => rowOf.get(n) === row).map(({ verdict }) => ({ kind: verdict }))
  if (own.some(isDenied)) return "other"
  const all = [...rowOf.values()].filter((one) => one === row).length
  return own.length === all && own.every(isConfirmed) ? "same" : undefined
}
