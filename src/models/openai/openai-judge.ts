import { createHash } from "node:crypto"
import * as z from "zod/mini"
import { ModelError, type Judge, type JudgeTask, type Verdict } from "../drafter/contract.ts"
import { judgePrompt } from "../prompt/judge-prompt.ts"
import { promptBlock } from "../prompt/prompt-blocks.ts"
import { listedAnswer, listFormat } from "./listed-answer.ts"
import type { ModelSettings } from "./openai-drafter.ts"
import { wholeAnswer } from "./whole-answer.ts"

const VERDICTS = ["supported", "not-supported", "contradicted", "unclear"] as const
const entry = z.object({ n: z.coerce.number().check(z.int()), verdict: z.enum(VERDICTS) })

const RESPONSE_FORMAT = listFormat("verdicts", {
  n: { type: "integer" },
  verdict: { type: "string", enum: VERDICTS }
})

/**
 * Creates a judge that asks a model on any OpenAI-compatible server, once for all sentences. Verdicts may come in any
 * order. One on a sentence that wasn't asked about is dropped, and so are two that differ.
 * @throws ModelError "model-bad-answer" if no verdict can be read
 */
export function createModelJudge({ name, temperature = 0, isShort: _, ...connection }: ModelSettings): Judge {
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
      .update(JSON.stringify([promptBlock("judge", { boundary: "" }), fixed]))
      .digest("hex")
      .slice(0, 16),
    async judge(task, signal, asked) {
      const request = { ...connection, body: () => ({ ...fixed, messages: judgePrompt(task) }) }
      const answer = await wholeAnswer(request, asked, signal)
      const verdicts = verdictsIn(answer, task)
      if (verdicts.length === 0) throw new ModelError("model-bad-answer", "The judge's answer can't be read.", true)
      return verdicts
    }
  }
}

function verdictsIn(answer: string, { sentences }: JudgeTask): Verdict[] {
  const all = (listedAnswer(answer, "verdicts") ?? []).flatMap((one) => {
    const verdict = entry.safeParse(one)
    return verdict.success ? [verdict.data] : []
  })
  return sentences.flatMap(({ n }) => {
    const own = all.filter((one) => one.n === n)
    const [first] = own
    return first && own.every(({ verdict }) => verdict === first.verdict) ? [first] : []
  })
}
