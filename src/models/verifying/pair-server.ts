import * as z from "zod/mini"
import type { ModelError } from "../drafter/contract.ts"
import type { ModelEndpoint } from "../endpoint/models.ts"
import type { CountedTokens } from "../openai/chunk.ts"
import { postJson, countedFor, reportedUsage, unusableAnswer } from "../openai/silent-model.ts"

/** What is known, and what is said of it. */
export interface Pair {
  premise: string
  hypothesis: string
}

/** The scores of a pair by label, from 0 to 1. Where the server names no labels, their places are the names. */
export type LabelScores = ReadonlyMap<string, number>

/**
 * How a server takes pairs: Text Embeddings Inference at `/predict`; vLLM at `/score`, for models with one score, and
 * at `/classify`, which takes single texts, so that the words between both texts are the model's own (`separator`).
 * https://huggingface.github.io/text-embeddings-inference, https://docs.vllm.ai/en/latest/models/pooling_models
 */
export interface PairServer {
  shape: "predict" | "score" | "classify"
  address: string
  separator?: string
}

export interface PairPatience {
  /** For one request, in milliseconds. */
  timeoutMs: number
  count?: ((counted: CountedTokens) => void) | undefined
}

interface PairAnswer {
  /** Undefined where the server left a pair out. */
  scores: (LabelScores | undefined)[]
  /** The names of labels by their places, as far as the answer says them. */
  names: ReadonlyMap<string, string>
}

/**
 * Asks about some pairs in one request.
 * @returns the status with which the server refuses the request, or "other-answer" if it holds something else
 * @throws ModelError; the signal's reason if aborted
 */
export async function askPairs(
  endpoint: ModelEndpoint,
  { shape, address, separator = "" }: PairServer,
  pairs: readonly Pair[],
  { timeoutMs, count }: PairPatience,
  signal: AbortSignal
): Promise<PairAnswer | { refusedWith: number } | "other-answer"> {
  const { model } = endpoint
  const body = {
    predict: () => ({ inputs: pairs.map(({ premise, hypothesis }) => [premise, hypothesis]), truncate: true }),
    score: () => ({
      model,
      text_1: pairs.map(({ premise }) => premise),
      text_2: pairs.map(({ hypothesis }) => hypothesis)
    }),
    classify: () => ({ model, input: pairs.map(({ premise, hypothesis }) => premise + separator + hypothesis) })
  }[shape]()
  const answer = await postJson(endpoint, { address, body, what: "verifying", timeoutMs }, signal)
  if (answer.refusedWith !== undefined) return answer
  const bytes = pairs.reduce((sum, pair) => sum + Buffer.byteLength(pair.premise + pair.hypothesis), 0)
  const usage = z.object({ usage: reportedUsage }).safeParse(answer.answer).data?.usage
  count?.(countedFor(usage, bytes))
  return READERS[shape](answer.answer, pairs.length) ?? "other-answer"
}

const READERS: Readonly<Record<PairServer["shape"], (answer: unknown, count: number) => PairAnswer | undefined>> = {
  predict(answer, count) {
    const read = predictions.safeParse(answer).data
    if (!read) return undefined
    if (read.length > count) throw tooMany()
    const scores = read.map((labels) => new Map(labels.map(({ label, score }) => [label, score] as const)))
    return { scores: Array.from({ length: count }, (_, at) => scores[at]), names: new Map() }
  },
  score: (answer, count) => placed(listOf(scored, answer), count, ({ score }) => [score]),
  classify: (answer, count) => placed(listOf(classified, answer), count, ({ probs }) => probs)
}

const predictions = z.array(z.array(z.object({ label: z.string(), score: z.number() })).check(z.minLength(1)))
const scored = z.object({ index: z.number(), score: z.number() })
const classified = z.object({
  index: z.number(),
  label: z.nullish(z.string()),
  probs: z.array(z.number()).check(z.minLength(1))
})

function listOf<Entry extends z.ZodMiniType>(entry: Entry, answer: unknown): z.infer<Entry>[] | undefined {
  return z.object({ data: z.array(entry) }).safeParse(answer).data?.data
}

/** Entries may come in any order, and some may be missing. One on a pair that wasn't sent makes all of them doubtful. */
function placed<Entry extends { index: number; label?: string | null | undefined }>(
  entries: Entry[] | undefined,
  count: number,
  probsOf: (entry: Entry) => number[]
): PairAnswer | undefined {
  if (!entries) return undefined
  const scores: (LabelScores | undefined)[] = Array.from({ length: count }, () => undefined)
  const names = new Map<string, string>()
  for (const entry of entries) {
    if (!Number.isInteger(entry.index) || entry.index < 0 || entry.index >= count || scores[entry.index])
      throw tooMany()
    const labels = new Map(probsOf(entry).map((probability, at) => [String(at), probability]))
    scores[entry.index] = labels
    const best = bestLabel(labels)
    if (entry.label && best !== undefined) names.set(best, entry.label)
  }
  return { scores, names }
}

/** Returns the label with the highest score. */
function bestLabel(scores: LabelScores): string | undefined {
  return [...scores].reduce<[string, number] | undefined>(
    (best, one) => (best && best[1] >= one[1] ? best : [one[0], one[1]]),
    undefined
  )?.[0]
}

const tooMany = (): ModelError => unusableAnswer("verifying", "names a pair that wasn't sent, or one twice")

/** Which of a model's labels says that the premise shows the hypothesis, and which that it denies it, if one does. */
export interface PairLabels {
  entailment: string
  contradiction?: string
}

const premise = "The shop opens at nine in the morning and is closed on Sundays."

/** Pairs of which everybody knows the label: shown, denied, neither. They are asked about once, before any ticket's. */
export const KNOWN_PAIRS: readonly Pair[] = [
  { premise, hypothesis: "The shop is closed on Sundays." },
  { premise, hypothesis: "The shop is open on Sundays." },
  { premise, hypothesis: "The owner of the shop has two dogs." }
]

/**
 * Reads from the answer on these pairs what the labels mean: by their names or, where those say nothing (LABEL_0), by
 * which one the model gave to which pair. A model with one score has one label.
 * @returns undefined if the model doesn't tell the shown sentence from the denied one
 */
export function labelsOf({ scores, names }: PairAnswer): PairLabels | undefined {
  const [shown, denied, other] = scores
  if (!shown || !denied || !other) return undefined
  const all = [...shown.keys()]
  const [only] = all
  if (all.length === 1 && only !== undefined)
    return (shown.get(only) ?? 0) > (denied.get(only) ?? 0) ? { entailment: only } : undefined
  const named = (pattern: RegExp) => all.find((label) => pattern.test(names.get(label) ?? label))
  const [best, bestOfDenied, bestOfOther] = [shown, denied, other].map(bestLabel)
  const entailment = named(/^entail/i) ?? best
  if (entailment === undefined || best !== entailment || bestOfDenied === entailment) return undefined
  const contradiction = named(/^contradict/i) ?? (bestOfDenied === bestOfOther ? undefined : bestOfDenied)
  return { entailment, ...(contradiction !== undefined && { contradiction }) }
}
