import { ModelError, type Judge, type JudgeOptions, type JudgeTask, type Verdict } from "./drafter/contract.ts"
import type { Judgement } from "../ticket/draft.ts"

/** A judge that takes longer is not waited for, because an agent waits meanwhile. */
const PATIENCE_MS = 10_000

export interface JudgeAnswer extends Pick<Judgement, "model" | "state"> {
  /** Empty if the judge was late, failed or couldn't be read. */
  verdicts: Verdict[]
}

/**
 * Asks a judge and says what became of it. @throws the signal's reason if aborted, and what is no error of a model
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
    const verdicts = await judge.judge(task, AbortSignal.any([signal, late]), {
      ...asked,
      writes: (name) => (model = name)
    })
    return { verdicts, model, state: "done" }
  } catch (error) {
    if (signal.aborted || !(late.aborted || error instanceof ModelError)) throw error
    const isMalformed = error instanceof ModelError && error.code === "model-bad-answer"
    return { verdicts: [], model, state: late.aborted ? "late" : isMalformed ? "malformed" : "failed" }
  }
}
