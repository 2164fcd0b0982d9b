import { settingsOf } from "./choose-model.ts"
import { ModelError, type VerifyTask } from "./drafter/contract.ts"
import type { ModelEndpoint, VerifierKind } from "./endpoint/models.ts"
import { FIRST_BYTE_MS } from "./measure.ts"
import { createEndpointVerifier, kindOf } from "./verifying/endpoint-verifier.ts"

/** A letter of two sentences: one that its page says, and one that is altered. */
const TASK: VerifyTask = {
  of: "letter",
  evidence: [
    {
      id: "S1",
      head: "public page: Returning a lamp",
      sentences: ["Lamps can be sent back within 30 days.", "The shop pays for the parcel."]
    }
  ],
  sentences: [
    { n: 1, text: "Lamps can be sent back within 30 days." },
    { n: 2, text: "Lamps can be sent back within 90 days." }
  ],
  text: "Lamps can be sent back within 30 days. Lamps can be sent back within 90 days."
}

/**
 * Has an endpoint verify two sentences of our own, and says how it did that and how long it took, in milliseconds. The
 * usage is counted for nobody.
 * @throws ModelError, also if it denies what its page says or doesn't notice what is altered; the signal's reason if
 * aborted
 */
export async function tryVerifier(
  endpoint: ModelEndpoint,
  signal: AbortSignal
): Promise<{ how: string; tookMs: number }> {
  const asked = performance.now()
  const patient = { ...endpoint, firstByteMs: FIRST_BYTE_MS }
  const verifier = createEndpointVerifier(patient, { ...settingsOf(patient), retries: 0 })
  const { verdicts } = await verifier.verify(TASK, signal)
  const [said, altered] = [1, 2].map((n) => verdicts.find((one) => one.n === n)?.verdict)
  const how = WAYS[kindOf(endpoint) ?? "chat"]
  if (altered !== "not-supported" && altered !== "contradicted")
    throw useless(`It verifies ${how}, but doesn't notice an altered sentence, so its verdicts wouldn't count.`)
  if (said !== "supported" && said !== "follows")
    throw useless(`It verifies ${how}, but doesn't confirm a sentence that stands in its page word for word.`)
  return { how, tookMs: Math.round(performance.now() - asked) }
}

const useless = (sentence: string): ModelError => new ModelError("model-bad-answer", sentence, false)

const WAYS: Readonly<Record<VerifierKind, string>> = {
  chat: "as a chat model, all sentences at once",
  pairs: "by pairs of a sentence and a piece of evidence",
  spans: "by marking spans of the letter",
  claims: "claim by claim"
}
