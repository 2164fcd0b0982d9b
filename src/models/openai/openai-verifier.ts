import { createHash } from "node:crypto"
import * as z from "zod/mini"
import { VERDICTS } from "../../ticket/draft.ts"
import type { AskOptions, Verdict, VerifierReply, VerifyTask } from "../drafter/contract.ts"
import { promptBlock } from "../prompt/prompt-blocks.ts"
import { verifyPrompt } from "../prompt/verify-prompt.ts"
import { listedAnswer, listedObjects } from "./listed-answer.ts"
import { modelOutcome } from "./model-outcome.ts"
import type { ModelSettings } from "./openai-drafter.ts"
import { verdictEntry } from "./reading/verdict-entry.ts"
import { answerSoFar } from "./whole-answer.ts"

const RESPONSE_FORMAT = {
  type: "json_schema",
  json_schema: {
    name: "verdicts",
    strict: true,
    schema: {
      type: "object",
      additionalProperties: false,
      required: ["verdicts", "unanswered"],
      properties: {
        verdicts: {
          type: "array",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["n", "verdict", "evidence", "why"],
            properties: {
              n: { type: "integer" },
              verdict: { type: "string", enum: VERDICTS },
              evidence: { type: "array", items: { type: "string" } },
              why: { type: "string" }
            }
          }
        },
        unanswered: { type: "array", items: { type: "string" } }
      }
    }
  }
}

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
    const { verdicts, isWhole } = verdictsIn(answer, task)
    if (error && verdicts.length === 0) throw error
    return { answer, verdicts, isWhole, unanswered: questionsIn(answer) }
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

function verdictsIn(answer: string, { sentences }: VerifyTask): { verdicts: Verdict[]; isWhole: boolean } {
  const { entries, isWhole } = listedObjects(answer, "verdicts")
  const all = entries.flatMap((one): Verdict[] => {
    const { success, data } = verdictEntry.safeParse(one)
    if (!success) return []
    const why = data.why?.trim().slice(0, MAX_WHY)
    return [{ n: data.n, verdict: data.verdict, evidence: data.evidence.slice(0, MAX_EVIDENCE), ...(why && { why }) }]
  })
  const verdicts = sentences.flatMap(({ n }) => {
    const own = all.filter((one) => one.n === n)
    const [first] = own
    return first && own.every(({ verdict }) => verdict === first.verdict) ? [first] : []
  })
  return { verdicts, isWhole }
}

const MAX_EVIDENCE = 5
export const MAX_WHY = 200

function questionsIn(answer: string): string[] {
  const all = z.array(z.string()).safeParse(listedAnswer(answer, "unanswered")).data ?? []
  return all
    .map((question) => question.trim().slice(0, MAX_WHY))
    .filter((question) => question !== "")
    .slice(0, MAX_QUESTIONS)
}

const MAX_QUESTIONS = 5
