import { createHash } from "node:crypto"
import * as z from "zod/mini"
import { VERDICTS, type VerdictKind } from "../../ticket/draft.ts"
import type { AskOptions, Verdict, VerifierReply, VerifyTask } from "../drafter/contract.ts"
import { promptBlock } from "../prompt/prompt-blocks.ts"
import { verifyPrompt } from "../prompt/verify-prompt.ts"
import { listFormat, listIn, parsedAnswer, wholeObjects } from "./listed-answer.ts"
import { modelOutcome } from "./model-outcome.ts"
import type { ModelSettings } from "./openai-drafter.ts"
import { answerSoFar } from "./stream-chat.ts"

const TEXTS = { type: "array", items: { type: "string" } }
const RESPONSE_FORMAT = listFormat(
  "verdicts",
  {
    n: { type: "integer" },
    verdict: { type: "string", enum: VERDICTS },
    evidence: TEXTS,
    why: { type: "string" }
  },
  { unanswered: TEXTS }
)

/** What a chat model answered to the request to verify. */
export interface ChatVerdicts extends VerifierReply {
  /** The answer as it came. */
  answer: string
}

export interface ChatVerifier {
  fingerprint: string
  /** @throws ModelError */
  ask(task: VerifyTask, signal: AbortSignal, asked?: AskOptions): Promise<ChatVerdicts>
}

/**
 * Asks a model on any OpenAI-compatible server, once for all sentences. Verdicts may come in any order. One on a sentence
 * that wasn't asked about is dropped, and so are two that differ. If the answer breaks off, its whole entries count, and
 * the sentences that it lacks are asked about once more.
 */
export function createChatVerifier({ name, temperature = 0, isShort: _, ...connection }: ModelSettings): ChatVerifier {
  const fixed = {
    model: name,
    temperature,
    stream: true,
    stream_options: { include_usage: true },
    response_format: RESPONSE_FORMAT
  }
  async function askOnce(task: VerifyTask, signal: AbortSignal, asked: AskOptions | undefined) {
    const request = { ...connection, body: () => ({ ...fixed, messages: verifyPrompt(task) }) }
    const { text: answer, error } = await answerSoFar(request, asked, signal)
    const value = parsedAnswer(answer)
    const entries = listIn(value, "verdicts")
    const verdicts = verdictsIn(entries ?? wholeObjects(answer, "verdicts"), task)
    if (error && verdicts.length === 0) throw error
    return { answer, verdicts, isWhole: entries !== undefined, unanswered: questionsIn(value) }
  }
  return {
    fingerprint: createHash("sha256")
      .update(JSON.stringify([promptBlock("verify", { boundary: "" }), fixed]))
      .digest("hex")
      .slice(0, 16),
    async ask(task, signal, asked) {
      const { isWhole, ...first } = await askOnce(task, signal, asked)
      const left = task.sentences.filter(({ n }) => !first.verdicts.some((one) => one.n === n))
      if (isWhole || first.verdicts.length === 0 || left.length === 0) return first
      // If the model fails now, what came before counts by itself.
      const { answer: rest } = await modelOutcome(askOnce({ ...task, sentences: left }, signal, asked), () => true)
      return { ...first, verdicts: [...first.verdicts, ...(rest?.verdicts ?? [])], unanswered: rest?.unanswered ?? [] }
    }
  }
}

function verdictsIn(entries: readonly unknown[], { sentences }: VerifyTask): Verdict[] {
  const verdicts = Map.groupBy(entries.flatMap(verdictIn), ({ n }) => n)
  return sentences.flatMap(({ n }) => {
    const [first, ...others] = verdicts.get(n) ?? []
    return first && others.every(({ verdict }) => verdict === first.verdict) ? [first] : []
  })
}

function verdictIn(entry: unknown): Verdict[] {
  const { data } = verdictEntry.safeParse(entry)
  if (!data) return []
  const why = data.why?.trim().slice(0, MAX_WHY)
  return [{ n: data.n, verdict: data.verdict, evidence: data.evidence.slice(0, MAX_EVIDENCE), ...(why && { why }) }]
}

const MAX_EVIDENCE = 5
/** In UTF-16 units: of a reason, and of a question. */
export const MAX_WHY = 200

function questionsIn(value: unknown): string[] {
  const questions = z.array(z.string()).safeParse(listIn(value, "unanswered")).data ?? []
  return questions
    .map((question) => question.trim().slice(0, MAX_WHY))
    .filter((question) => question !== "")
    .slice(0, MAX_QUESTIONS)
}

const MAX_QUESTIONS = 5

/** One verdict as models write it: the number as "1.", the verdict in their own spelling, the evidence as one text. */
const verdictEntry = z.object({
  n: z.pipe(z.transform(numberIn), z.number()),
  verdict: z.pipe(z.transform(verdictWordIn), z.enum(VERDICTS)),
  evidence: z.catch(z.pipe(z.transform(namesIn), z.array(z.string())), []),
  why: z.catch(z.optional(z.string()), "")
})

/** Reads 1, "1", "1.", "#1" and "Sentence 1" as a number. */
function numberIn(value: unknown): unknown {
  if (typeof value !== "string") return Number.isInteger(value) ? value : undefined
  const [, figures] = /^\D{0,12}(\d{1,4})\D{0,3}$/.exec(value.trim()) ?? []
  return figures === undefined ? undefined : Number(figures)
}

/** Reads "Not supported", "not_supported", "notSupported" and "**Unsupported.**" as the same. */
function verdictWordIn(value: unknown): unknown {
  if (typeof value !== "string") return value
  const word = value
    .replace(/(?<=[a-z])(?=[A-Z])/g, "-")
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")
    .replace(/^-|-$/g, "")
  return KIND_BY_WORD.get(word) ?? word
}

/** What models write instead of the words that they were given. What is only partly supported isn't. */
const OTHER_SPELLINGS: Readonly<Partial<Record<VerdictKind, readonly string[]>>> = {
  supported: ["support", "supports", "fully-supported", "entailed", "entailment", "entails"],
  follows: ["follow", "inferred", "derived", "derivable", "implied"],
  "not-supported": [
    "unsupported",
    "not-support",
    "notsupported",
    "no-support",
    "nosupport",
    "partially-supported",
    "partly-supported",
    "partial",
    "not-entailed",
    "neutral"
  ],
  contradicted: ["contradiction", "contradicts", "contradictory", "contradict", "refuted"],
  "other-case": ["othercase", "another-case", "different-case", "wrong-case"],
  unclear: ["unknown", "uncertain", "unsure", "not-clear", "cannot-tell", "can-t-tell"]
}

const KIND_BY_WORD: ReadonlyMap<string, VerdictKind> = new Map(
  VERDICTS.flatMap((kind) => (OTHER_SPELLINGS[kind] ?? []).map((word) => [word, kind] as const))
)

/** Reads a list of names, or one text with some. Small models copy more of a line than the name of its sentence. */
function namesIn(value: unknown): unknown {
  if (typeof value === "string") {
    const names = value.match(/(?<![\w.])[A-Z]?\d*Q?\.\d+/gi)
    return (names ?? (value.trim() === "" ? [] : [nameOf(value)])).map((name) => name.toUpperCase())
  }
  return Array.isArray(value) ? value.flatMap((one) => (typeof one === "string" ? [nameOf(one)] : [])) : []
}

const nameOf = (text: string): string => /^\W*([A-Z]?\d*Q?(?:\.\d+)?)/i.exec(text)?.[1]?.toUpperCase() ?? ""
