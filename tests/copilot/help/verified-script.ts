import type { RelayEvent } from "../../../src/protocol/relay.ts"
import type { Claim, SentenceVerdict } from "../../../src/ticket/draft.ts"
import { GREETING, SENTENCES, SOURCE } from "./relay-script.ts"

export const MODEL = "big-model"
export const WRITTEN = [GREETING, SENTENCES[0], "We look into it, [PERSON_1]."].join("\n\n")
const [STATED = "", SECOND = ""] = WRITTEN.split("\n\n").slice(1)

const claimOf = (sentence: string, claim: Pick<Claim, "state" | "sources"> & Partial<Claim>): Claim => ({
  start: WRITTEN.indexOf(sentence),
  end: WRITTEN.indexOf(sentence) + sentence.length,
  ...claim
})

/** What the rules say of each sentence. */
export const RULED: Claim[] = [
  claimOf(GREETING, { state: "courtesy", sources: [] }),
  claimOf(STATED, { state: "supported", sources: [1] }),
  claimOf(SECOND, { state: "no-source", sources: [], reason: "words" })
]

const confirmed: SentenceVerdict = { kind: "supported", evidence: [{ source: 1, text: SOURCE.passage }] }
const denied: SentenceVerdict = {
  kind: "contradicted",
  evidence: [{ source: 0, text: "[PERSON_1] wants no search." }],
  why: "[PERSON_1] asked not to"
}
export const CONFIRMED: Claim[] = [
  claimOf(STATED, { state: "supported", sources: [1], verdict: confirmed }),
  claimOf(SECOND, { state: "supported", sources: [1], verdict: confirmed, cleared: "words" })
]
export const DENIED: Claim = claimOf(SECOND, {
  state: "contradicts",
  sources: [0],
  reason: "verifier",
  verdict: denied
})

const check = (claim: Claim): RelayEvent => ({ type: "check", claim })

/** The letter of a model as it is written, and whole. What comes after these is the verifier's. */
export const WRITING: RelayEvent[] = [
  { type: "sources", sources: [SOURCE] },
  ...(WRITTEN.match(/[\s\S]{1,8}/g) ?? []).map((text): RelayEvent => ({ type: "draft-delta", text })),
  ...RULED.map(check),
  { type: "draft-written", text: WRITTEN }
]

/** The verifier's word and the draft's end. */
export function verifiedBy(draftId: string, verdicts: Claim[]): RelayEvent[] {
  const claims = RULED.map((claim) => verdicts.find(({ start }) => start === claim.start) ?? claim)
  return [...verdicts.map(check), endOf(draftId, claims)]
}

export const endOf = (draftId: string, claims: Claim[], text = WRITTEN): RelayEvent => ({
  type: "draft-end",
  draftId,
  text,
  claims,
  questions: [],
  model: MODEL,
  pipelineVersion: "p1",
  language: "en",
  ms: { first: 5, total: 20 },
  verification: {
    model: "verifier",
    state: "done",
    confirmed: claims.filter(({ state, verdict }) => verdict !== undefined && state === "supported").length,
    doubted: claims.filter(({ reason }) => reason === "verifier").length
  }
})
