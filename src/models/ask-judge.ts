import { ModelError, type Judge, type JudgeOptions, type JudgeTask, type Verdict } from "./drafter/contract.ts"
import { sentences } from "../text/sentences.ts"
import type { Judgement } from "../ticket/draft.ts"

/** A judge that takes longer is not waited for, because an agent waits meanwhile. */
const PATIENCE_MS = 10_000

export interface JudgeAnswer extends Pick<Judgement, "model" | "state"> {
  /** Empty if the judge was late, failed, couldn't be read or didn't pass its test. */
  verdicts: Verdict[]
}

/**
 * Asks a judge and says what became of it. One sentence more is asked about to test it: a sentence of the evidence with
 * another figure. The verdicts of a judge that doesn't notice count for nothing.
 * @throws the signal's reason if aborted, and what is no error of a model
 */
export async function askJudge(
  judge: Judge,
  task: JudgeTask,
  {
    signal,
    judgeMs = PATIENCE_MS,
    ...asked
  }: Omit<JudgeOptions, "writes"> & { signal: AbortSignal; judgeMs?: number | undefined }
): Promise<JudgeAnswer> {
  const late = AbortSignal.timeout(judgeMs)
  let model = judge.name
  try {
    const test = testOf(task)
    const found = await judge.judge(
      { ...task, sentences: [...task.sentences, test] },
      AbortSignal.any([signal, late]),
      { ...asked, writes: (name) => (model = name) }
    )
    const noticed = found.some(
      ({ n, verdict }) => n === test.n && (verdict === "contradicted" || verdict === "not-supported")
    )
    if (!noticed) return { verdicts: [], model, state: "unreliable" }
    return { verdicts: found.filter(({ n }) => n !== test.n), model, state: "done" }
  } catch (error) {
    if (signal.aborted || !(late.aborted || error instanceof ModelError)) throw error
    const isMalformed = error instanceof ModelError && error.code === "model-bad-answer"
    return { verdicts: [], model, state: late.aborted ? "late" : isMalformed ? "malformed" : "failed" }
  }
}

/** Returns a sentence that the evidence of the first one doesn't support. */
function testOf({ sentences: asked, evidence }: JudgeTask): JudgeTask["sentences"][number] {
  const [of] = asked[0]?.evidence ?? []
  const text = evidence.find(({ n }) => n === of)?.text ?? ""
  return { n: asked.length + 1, text: altered(text), evidence: of === undefined ? [] : [of] }
}

/** Returns a sentence of a text with another figure or, where it has none, one that it surely doesn't say. */
function altered(text: string): string {
  for (const { text: sentence } of sentences(text, null)) {
    const figure = FIGURE.exec(sentence)
    if (!figure) continue
    const other = String(Number(figure[0]) + STEP)
    return sentence.slice(0, figure.index) + other + sentence.slice(figure.index + figure[0].length)
  }
  return "We charge a handling fee of 45 EUR for this."
}

/** A whole number by itself, in no placeholder, link, code, date or amount with cents. */
const FIGURE = /(?<![A-Za-z\p{N}_.,:/#@[-])\d{1,3}(?![A-Za-z\p{N}_]|[.,:/-]\d|[)\].])/u
const STEP = 4
