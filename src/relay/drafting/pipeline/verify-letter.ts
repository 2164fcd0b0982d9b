import { askJudge } from "../../../models/ask-judge.ts"
import type { HeldUsage, Judge, JudgeTask, Verdict } from "../../../models/drafter/contract.ts"
import type { PairedPerson } from "../../../protocol/relay.ts"
import { inSpan } from "../../../runtime/scope/span.ts"
import type { Claim, Judgement, Source } from "../../../ticket/draft.ts"
import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
import { markLetterLanguage } from "./ticket-language.ts"
import type { DraftTask, VerifiedLetter, WrittenLetter } from "./write-draft.ts"

/** More sentences of one letter are not judged, and the judgement says how many. */
const MAX_JUDGED = 40
/** A sentence without a source is judged by this many of the best ones. */
const MAX_EVIDENCE = 3

/**
 * Verifies a whole letter, after the rules have checked its sentences: marks those in another language, and asks the
 * judge about the claims.
 * @throws the signal's reason once it is aborted
 */
export async function verifyLetter(letter: WrittenLetter, task: DraftTask): Promise<VerifiedLetter> {
  const claims = await markLetterLanguage(letter)
  const { ticket } = task.request
  const verified = await inSpan("judge", {}, async () => ({
    ...letter,
    ...(await judgeLetter({ ticket, sources: letter.sources, letter: { ...letter, claims } }, task))
  }))
  task.signal.throwIfAborted()
  return verified
}

/** A letter with its checked claims, and all that it may be held against. */
export interface LetterEvidence {
  ticket: MaskedTicket
  sources: readonly Source[]
  letter: Pick<WrittenLetter, "text" | "claims" | "refusal" | "model">
}

interface JudgeParts {
  judge?: Judge | undefined
  /** How long the judge may take, in milliseconds. */
  judgeMs?: number
  /** The one who asked, or undefined for the relay itself. */
  person?: PairedPerson
  signal: AbortSignal
  held?: HeldUsage | undefined
}

/**
 * Asks the judge about each sentence of a model's letter that claims something, with its evidence, in one request. A
 * verdict confirms a claim or adds doubt to one; it never hides what a rule found. If the judge is late, fails,
 * can't be read or doesn't pass its test, the claims stay as they are, and the judgement says so.
 */
export async function judgeLetter(
  { ticket, sources, letter: { text, claims, refusal, model: writer } }: LetterEvidence,
  { judge, judgeMs, person, signal, held }: JudgeParts
): Promise<{ claims: readonly Claim[]; judgement?: Judgement }> {
  const claiming = claims.filter(({ state }) => state !== "courtesy")
  const claimsToJudge = claiming.slice(0, MAX_JUDGED)
  if (!judge || refusal || claimsToJudge.length === 0 || writer === "offline") return { claims }
  const thread = ticket.messages.map((message) => `${message.role}: ${message.text}`).join("\n\n")
  const options = { ...(person && { person }), held, signal, judgeMs }
  const { verdicts, model, state } = await askJudge(judge, taskOf(claimsToJudge, text, sources, thread), options)
  if (state !== "done") return { claims, judgement: { model, state, confirmed: 0, doubted: 0 } }
  const verdictOf = new Map(verdicts.map(({ n, verdict }) => [claimsToJudge[n - 1], verdict]))
  const claimsWithVerdict = claims.map((claim) => withVerdict(claim, verdictOf.get(claim)))
  const count = (verdict: Claim["judged"]) => claimsWithVerdict.filter((claim) => claim.judged === verdict).length
  const unasked = claiming.length - claimsToJudge.length
  return {
    claims: claimsWithVerdict,
    judgement: {
      model,
      state,
      confirmed: count("confirmed"),
      doubted: count("doubted"),
      ...(unasked > 0 ? { unasked } : {})
    }
  }
}

function taskOf(claims: readonly Claim[], text: string, sources: readonly Source[], thread: string): JudgeTask {
  const best = sources.slice(0, MAX_EVIDENCE).map(({ n }) => n)
  const sentences = claims.map((claim, at) => {
    const own = [...new Set([...claim.sources, ...(claim.cited ?? [])])]
    return { n: at + 1, text: text.slice(claim.start, claim.end), evidence: own.length > 0 ? own : best }
  })
  const needed = new Set(sentences.flatMap(({ evidence }) => evidence))
  return {
    sentences,
    evidence: [
      ...(needed.has(0) ? [{ n: 0, text: thread }] : []),
      ...sources.filter(({ n }) => needed.has(n)).map(({ n, title, passage }) => ({ n, text: `${title}\n${passage}` }))
    ]
  }
}

/** What no rule doubts. */
const QUIET = new Set<Claim["state"]>(["supported", "near", "not-found"])

function withVerdict(claim: Claim, verdict: Verdict["verdict"] | undefined): Claim {
  if (verdict === undefined || verdict === "unclear") return claim
  if (verdict === "supported") return { ...claim, judged: "confirmed" }
  if (!QUIET.has(claim.state)) return { ...claim, judged: "doubted" }
  const cited = [...new Set([...(claim.cited ?? []), ...claim.sources])]
  return {
    start: claim.start,
    end: claim.end,
    state: "no-source",
    sources: [],
    cited,
    reason: "judge",
    judged: "doubted"
  }
}
