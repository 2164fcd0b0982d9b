import { askJudge } from "../../models/ask-judge.ts"
import type { Drafter, HeldUsage, Judge, JudgeTask, Verdict } from "../../models/drafter/contract.ts"
import type { DraftRequest, PairedPerson } from "../../protocol/relay.ts"
import type { Claim, Judgement, Source } from "../../ticket/draft.ts"
import type { Letter } from "./letter.ts"

/** More sentences of one letter are not judged, and the judgement says how many. */
const MOST = 40
/** A sentence without a source is judged by this many of the best ones. */
const BEST = 3

interface Judging {
  judge?: Judge | undefined
  judgeMs?: number
  drafter: Pick<Drafter, "name">
  request: Pick<DraftRequest, "ticket">
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
  letter: Pick<Letter, "text" | "claims" | "refusal" | "writer">,
  { judge, judgeMs, drafter, person, request, signal, held }: Judging,
  sources: Source[]
): Promise<{ claims: Claim[]; judgement?: Judgement }> {
  const { claims, text } = letter
  const claiming = claims.filter(({ state }) => state !== "courtesy")
  const asked = claiming.slice(0, MOST)
  if (!judge || letter.refusal || asked.length === 0 || (letter.writer ?? drafter.name) === "offline") return { claims }
  const thread = request.ticket.messages.map((message) => `${message.role}: ${message.text}`).join("\n\n")
  const options = { ...(person && { person }), held, signal, judgeMs }
  const { verdicts, model, state } = await askJudge(judge, taskOf(asked, text, sources, thread), options)
  if (state !== "done") return { claims, judgement: { model, state, confirmed: 0, doubted: 0 } }
  const judged = new Map(verdicts.map(({ n, verdict }) => [asked[n - 1], verdict]))
  const after = claims.map((claim) => withVerdict(claim, judged.get(claim)))
  const count = (what: Claim["judged"]) => after.filter((claim) => claim.judged === what).length
  const unasked = claiming.length - asked.length
  return {
    claims: after,
    judgement: {
      model,
      state,
      confirmed: count("confirmed"),
      doubted: count("doubted"),
      ...(unasked > 0 ? { unasked } : {})
    }
  }
}

function taskOf(claims: Claim[], text: string, sources: Source[], thread: string): JudgeTask {
  const best = sources.slice(0, BEST).map(({ n }) => n)
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
