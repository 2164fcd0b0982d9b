import { createHash } from "node:crypto"
import * as z from "zod/mini"
import { VERDICTS } from "../../ticket/draft.ts"
import { ModelError, type Verdict, type Verifier, type VerifyTask } from "../drafter/contract.ts"
import { promptBlock } from "../prompt/prompt-blocks.ts"
import { verifyPrompt } from "../prompt/verify-prompt.ts"
import { listedAnswer } from "./listed-answer.ts"
import type { ModelSettings } from "./openai-drafter.ts"
import { wholeAnswer } from "./whole-answer.ts"

/** Models write "Not supported", "not_supported" or "NOT-SUPPORTED" for the same. */
const spelt = (value: unknown): unknown =>
  typeof value === "string"
    ? value
        .trim()
        .toLowerCase()
        .replace(/[\s_]+/g, "-")
    : value
const entry = z.object({
  n: z.coerce.number().check(z.int()),
  verdict: z.pipe(z.transform(spelt), z.enum(VERDICTS)),
  evidence: z.catch(z.optional(z.array(z.string())), []),
  why: z.catch(z.optional(z.string()), "")
})

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

/**
 * Creates a verifier that asks a model on any OpenAI-compatible server, once for all sentences. Verdicts may come in any
 * order. One on a sentence that wasn't asked about is dropped, and so are two that differ.
 * @throws ModelError "model-bad-answer" if no verdict can be read
 */
export function createModelVerifier({ name, temperature = 0, isShort: _, ...connection }: ModelSettings): Verifier {
  const fixed = {
    model: name,
    temperature,
    stream: true,
    stream_options: { include_usage: true },
    response_format: RESPONSE_FORMAT
  }
  return {
    name,
    fingerprint: createHash("sha256")
      .update(JSON.stringify([promptBlock("verify", { boundary: "" }), fixed]))
      .digest("hex")
      .slice(0, 16),
    async verify(task, signal, asked) {
      const request = { ...connection, body: () => ({ ...fixed, messages: verifyPrompt(task) }) }
      const answer = await wholeAnswer(request, asked, signal)
      const verdicts = verdictsIn(answer, task)
      if (verdicts.length === 0) throw new ModelError("model-bad-answer", "The verifier's answer can't be read.", true)
      return { verdicts, unanswered: questionsIn(answer) }
    }
  }
}

function verdictsIn(answer: string, { sentences }: VerifyTask): Verdict[] {
  const all = (listedAnswer(answer, "verdicts") ?? []).flatMap((one): Verdict[] => {
    const { success, data } = entry.safeParse(one)
    if (!success) return []
    const why = data.why?.trim().slice(0, MAX_WHY)
    const evidence = (data.evidence ?? []).slice(0, MAX_EVIDENCE).map(nameOf)
    return [{ n: data.n, verdict: data.verdict, evidence, ...(why && { why }) }]
  })
  return sentences.flatMap(({ n }) => {
    const own = all.filter((one) => one.n === n)
    const [first] = own
    return first && own.every(({ verdict }) => verdict === first.verdict) ? [first] : []
  })
}

/** Small models copy more of the line than the name of the sentence. */
const nameOf = (text: string): string => /^\W*([A-Z]?\d*Q?(?:\.\d+)?)/i.exec(text)?.[1]?.toUpperCase() ?? ""

const MAX_EVIDENCE = 5
const MAX_WHY = 200

function questionsIn(answer: string): string[] {
  const all = z.array(z.string()).safeParse(listedAnswer(answer, "unanswered")).data ?? []
  return all
    .map((question) => question.trim().slice(0, MAX_WHY))
    .filter((question) => question !== "")
    .slice(0, MAX_QUESTIONS)
}

const MAX_QUESTIONS = 5
