import { isDenied, type Verification } from "../ticket/draft.ts"
import {
  ModelError,
  type AskOptions,
  type SentenceToVerify,
  type Verdict,
  type Verifier,
  type VerifierReply,
  type VerifyTask
} from "./drafter/contract.ts"

/** A verifier that takes longer settles nothing. An agent who presses Insert waits for a part of it at most. */
const PATIENCE_MS = 10_000

export interface VerifierAnswer extends Pick<Verification, "model" | "state">, VerifierReply {}

interface Asking extends Omit<AskOptions, "writes"> {
  signal: AbortSignal
  /** How long it may take, in milliseconds. */
  verifyMs?: number | undefined
}

/**
 * Asks a verifier and says what became of it. With the sentences it is asked about the canaries, which its evidence
 * denies. Who doesn't notice one of them settles nothing in this request: verdicts and open questions are empty then, and
 * also if the verifier was late, failed or couldn't be read.
 * @param canaries what is surely wrong, by the evidence
 * @throws the signal's reason if aborted, and what is no error of a model
 */
export async function askVerifier(
  verifier: Verifier,
  task: VerifyTask,
  canaries: readonly Omit<SentenceToVerify, "n">[],
  { signal, verifyMs = PATIENCE_MS, ...asked }: Asking
): Promise<VerifierAnswer> {
  const late = AbortSignal.timeout(verifyMs)
  const none = { verdicts: [], unanswered: [] }
  let model = verifier.name
  try {
    const tests = canaries.map((canary, at) => ({ ...canary, n: task.sentences.length + at + 1 }))
    const { verdicts, unanswered } = await verifier.verify(
      { ...task, sentences: [...task.sentences, ...tests] },
      AbortSignal.any([signal, late]),
      { ...asked, writes: (name) => (model = name) }
    )
    if (!tests.every(({ n }) => isNoticed(verdicts.find((one) => one.n === n))))
      return { ...none, model, state: "unreliable" }
    const own = verdicts.filter(({ n }) => n <= task.sentences.length)
    return { verdicts: own, unanswered, model, state: "done" }
  } catch (error) {
    if (signal.aborted || !(late.aborted || error instanceof ModelError)) throw error
    const isMalformed = error instanceof ModelError && error.code === "model-bad-answer"
    return { ...none, model, state: late.aborted ? "late" : isMalformed ? "malformed" : "failed" }
  }
}

const isNoticed = (answer: Verdict | undefined): boolean => isDenied(answer && { kind: answer.verdict })
