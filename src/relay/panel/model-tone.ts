import { ModelError, type ToneReader } from "../../models/drafter/contract.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import { sentences } from "../../text/sentences.ts"
import type { ToneAnswer, ToneRequest } from "../../protocol/tone.ts"

/** The agent waits for it beside the rules' findings, which are there already. */
const PATIENCE_MS = 15_000
/** More sentences of one reply aren't read. */
const MAX_SENTENCES = 60

/**
 * Has a model read how a masked reply sounds, in one request. If the model is late, fails or can't be read, there are
 * no findings, and the state says why.
 * @param patienceMs how long it may take
 * @throws the signal's reason if aborted
 */
export async function readModelTone(
  reader: ToneReader,
  { text, locale }: ToneRequest,
  { person, signal, patienceMs = PATIENCE_MS }: { person: PairedPerson; signal: AbortSignal; patienceMs?: number }
): Promise<ToneAnswer> {
  const cut = sentences(text, locale?.slice(0, 2).toLowerCase()).slice(0, MAX_SENTENCES)
  const late = AbortSignal.timeout(patienceMs)
  let model = reader.name
  try {
    const task = { sentences: cut.map((sentence, at) => ({ n: at + 1, text: sentence.text })) }
    const { findings, dropped } = await reader.read(task, AbortSignal.any([signal, late]), {
      person,
      writes: (name) => (model = name)
    })
    const placed = findings.flatMap(({ n, kind, quote }) => {
      const sentence = cut[n - 1]
      const at = sentence ? text.slice(sentence.start, sentence.end).indexOf(quote) : -1
      return sentence && at >= 0 ? [{ kind, start: sentence.start + at, end: sentence.start + at + quote.length }] : []
    })
    return { findings: placed, model, state: "done", dropped: dropped + findings.length - placed.length }
  } catch (error) {
    if (signal.aborted || !(late.aborted || error instanceof ModelError)) throw error
    const isMalformed = error instanceof ModelError && error.code === "model-bad-answer"
    return { findings: [], model, state: late.aborted ? "late" : isMalformed ? "malformed" : "failed", dropped: 0 }
  }
}
