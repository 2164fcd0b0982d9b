import type { AskOptions, ModelError, Verdict, VerifyTask } from "../drafter/contract.ts"
import type { ModelEndpoint } from "../endpoint/models.ts"
import { addressesOf } from "../openai/address.ts"
import { modelOutcome } from "../openai/model-outcome.ts"
import { refusedRequest, unusableAnswer } from "../openai/silent-model.ts"
import { inTurns, plainLine, unitsFor, type EvidenceUnit, languageOf, withinItsSight } from "./evidence-units.ts"
import {
  KNOWN_PAIRS,
  labelsOf,
  type PairLabels,
  askPairs,
  type LabelScores,
  type Pair,
  type PairPatience,
  type PairServer
} from "./pair-server.ts"

/** A server that classifies pairs, and how its labels are to be read. */
export interface PairClassifier {
  server: PairServer
  labels: PairLabels
  /** So many pairs it takes in one request. It becomes less when it refuses that many. */
  batch: number
}

/** So many units of evidence are held against each sentence. */
const MAX_UNITS = 8
/** As Text Embeddings Inference takes them unless it is told otherwise. */
const BATCH = 32
/** How words are joined where a server takes no pairs: models like BERT, and models like RoBERTa. */
const SEPARATORS = [" [SEP] ", "</s></s>"]

/**
 * Finds out how a server takes pairs, by some that hold nothing of a ticket.
 * @returns undefined if it takes none, or its model doesn't tell what a text shows from what it denies
 * @throws ModelError if the server can't be reached or is busy; the signal's reason if aborted
 */
export async function findPairClassifier(
  endpoint: ModelEndpoint,
  patience: PairPatience,
  signal: AbortSignal
): Promise<PairClassifier | undefined> {
  const servers = [
    ...addressesOf(endpoint.url, "/predict").map((address): PairServer => ({ shape: "predict", address })),
    ...addressesOf(endpoint.url, "/score").map((address): PairServer => ({ shape: "score", address })),
    ...addressesOf(endpoint.url, "/classify").flatMap((address) =>
      SEPARATORS.map((separator): PairServer => ({ shape: "classify", address, separator }))
    )
  ]
  let firstError: ModelError | undefined
  for (const server of servers) {
    const { answer, error } = await modelOutcome(askPairs(endpoint, server, KNOWN_PAIRS, patience, signal), isBroken)
    firstError ??= error
    const labels = typeof answer === "object" && "scores" in answer ? labelsOf(answer) : undefined
    if (labels) return { server, labels, batch: BATCH }
  }
  if (firstError) throw firstError
  return undefined
}

/** Some versions of vLLM answer 500 where their model can't do what is asked, so that alone doesn't end the search. */
const isBroken = ({ status }: ModelError): boolean => status === 500

/**
 * Holds each sentence against the units of evidence that share its words, one pair each; the best one counts. If it is
 * shown by one, surely enough, it is supported; if one denies it, contradicted; else not supported. A sentence of which
 * a pair got no score has a verdict only if another one shows it.
 * @throws ModelError; the signal's reason if aborted
 */
export async function verifyByPairs(
  { endpoint, classifier, threshold }: { endpoint: ModelEndpoint; classifier: PairClassifier; threshold: number },
  task: VerifyTask,
  signal: AbortSignal,
  asked: AskOptions | undefined
): Promise<Verdict[]> {
  const asking = [...unitsFor(task, MAX_UNITS)].map(([sentence, units]) => ({ sentence, units }))
  const pairs = asking.flatMap(({ sentence, units }) =>
    units.map((unit): Pair => ({ premise: unit.text, hypothesis: plainLine(sentence.text) }))
  )
  const patience = { timeoutMs: endpoint.firstByteMs, count: asked?.count }
  const scores = await scoresOf({ endpoint, classifier, pairs, patience }, signal)
  const language = languageOf(task)
  let from = 0
  return asking.flatMap(({ sentence: { n, text }, units }) => {
    const own = units.map((unit, at) => ({ unit, scores: scores[from + at] }))
    from += units.length
    const best = verdictOf(own, classifier.labels, threshold)
    return best ? [withinItsSight({ n, ...best.verdict }, { text, language, isByTicket: best.isByTicket })] : []
  })
}

interface ScoredUnit {
  unit: EvidenceUnit
  scores: LabelScores | undefined
}

function verdictOf(
  units: ScoredUnit[],
  { entailment, contradiction }: PairLabels,
  threshold: number
): { verdict: Omit<Verdict, "n">; isByTicket: boolean } | undefined {
  const sources = units.filter(({ unit }) => !unit.isOfTicket)
  for (const shown of [bestBy(sources, entailment), bestBy(units, entailment)])
    if (shown && shown.score >= threshold)
      return { verdict: by("supported", shown.unit), isByTicket: shown.unit.isOfTicket }
  if (units.length === 0 || units.some(({ scores }) => !scores)) return undefined
  const denied = contradiction === undefined ? undefined : bestBy(units, contradiction)
  if (denied && denied.score >= threshold) return { verdict: by("contradicted", denied.unit), isByTicket: false }
  return { verdict: { verdict: "not-supported" }, isByTicket: false }
}

const by = (verdict: Verdict["verdict"], { names }: EvidenceUnit): Omit<Verdict, "n"> => ({ verdict, evidence: names })

function bestBy(units: readonly ScoredUnit[], label: string): { unit: EvidenceUnit; score: number } | undefined {
  const scored = units.flatMap(({ unit, scores }) => {
    const score = scores?.get(label)
    return score === undefined ? [] : [{ unit, score }]
  })
  return scored.sort((a, b) => b.score - a.score)[0]
}

interface PairsToScore {
  endpoint: ModelEndpoint
  classifier: PairClassifier
  pairs: readonly Pair[]
  patience: PairPatience
}

/** Asks in batches, a few at a time. A batch that is too much is halved, and so are all later ones. */
async function scoresOf(
  { endpoint, classifier, pairs, patience }: PairsToScore,
  signal: AbortSignal
): Promise<(LabelScores | undefined)[]> {
  const scores: (LabelScores | undefined)[] = pairs.map(() => undefined)
  const places = pairs.map((_, at) => at)
  let refusals = 0
  async function ask(batch: number[]): Promise<void> {
    const chosen = batch.flatMap((at) => pairs[at] ?? [])
    const answer = await askPairs(endpoint, classifier.server, chosen, patience, signal)
    if (answer === "other-answer") throw unusableAnswer("verifying", "holds no scores of pairs")
    if ("scores" in answer) return batch.forEach((at, place) => void (scores[at] = answer.scores[place]))
    const isTooMuch = batch.length === 1 ? ++refusals <= MAX_REFUSALS : TOO_MUCH.includes(answer.refusedWith)
    if (!isTooMuch) throw refusedRequest("verifying", "these pairs", answer.refusedWith)
    if (batch.length === 1) return
    classifier.batch = Math.min(classifier.batch, Math.ceil(batch.length / 2))
    for (const half of batchesOf(batch, classifier.batch)) await ask(half)
  }
  await inTurns(batchesOf(places, classifier.batch), ask)
  return scores
}

/** A server refuses too many pairs, or one that is too long, with one of these. */
const TOO_MUCH: readonly number[] = [400, 413, 422]
/** If more single pairs are refused, it isn't the pairs. */
const MAX_REFUSALS = 3

const batchesOf = (places: readonly number[], size: number): number[][] =>
  Array.from({ length: Math.ceil(places.length / size) }, (_, at) => places.slice(at * size, (at + 1) * size))
