import * as z from "zod/mini"
import type { AskOptions, SentenceToVerify, Verdict, VerifyTask } from "../drafter/contract.ts"
import type { ModelEndpoint } from "../endpoint/models.ts"
import { addressesOf } from "../openai/address.ts"
import { MAX_WHY } from "../openai/openai-verifier.ts"
import { postJson, countedFor, refusedRequest, unusableAnswer } from "../openai/silent-model.ts"
import { isOfTicket, isQuote, plainLine, questionIn, languageOf, statesAct, withinItsSight } from "./evidence-units.ts"

/** What such a server is asked: https://github.com/KRLabsOrg/LettuceDetect, `lettucedetect_api`. */
interface SpanRequest {
  contexts: string[]
  question: string
  answer: string
}

/** A part of the answer that the contexts don't show. */
interface Span {
  /** Offsets in Unicode code points, as Python counts them. */
  start: number
  end: number
  text?: string | undefined
  /** How surely the contexts don't show it, from 0 to 1. */
  score: number
}

const LETTUCE_PATH = "/v1/lettucedetect/spans"
/** In UTF-16 units, of all contexts. These models read some 4,000 tokens. */
const MAX_CONTEXTS = 14_000

/**
 * Finds the address at which a server marks spans, by a request that holds nothing of a ticket. That is LettuceDetect's,
 * or the endpoint's own address.
 * @throws ModelError if the server can't be reached or is busy; the signal's reason if aborted
 */
export async function findSpanAddress(
  endpoint: ModelEndpoint,
  timeoutMs: number,
  signal: AbortSignal
): Promise<string | undefined> {
  const body: SpanRequest = {
    contexts: ["The shop is closed on Sundays."],
    question: "When is the shop open?",
    answer: "The shop is open on Sundays."
  }
  for (const address of [...addressesOf(endpoint.url, LETTUCE_PATH).slice(-1), endpoint.url.trim()]) {
    const answer = await postJson(endpoint, { address, body, what: "verifying", timeoutMs }, signal)
    if (answer.refusedWith === undefined && spansIn(answer.answer)) return address
  }
  return undefined
}

interface SpanModel {
  endpoint: ModelEndpoint
  address: string
  threshold: number
}

/**
 * Asks once for all sentences that are held against the same evidence. A sentence that shares a letter or figure with a
 * sure enough span is not supported, for the span's words; every other one is supported. Sentences about what the team
 * did are asked about once more, without the ticket, because it can't show that.
 * @throws ModelError; the signal's reason if aborted
 */
export async function verifyBySpans(
  model: SpanModel,
  task: VerifyTask,
  signal: AbortSignal,
  asked: AskOptions | undefined
): Promise<Verdict[]> {
  const language = languageOf(task)
  const sources = task.evidence.filter((part) => !isOfTicket(part))
  const acts = task.sentences.filter(({ text }) => sources.length < task.evidence.length && statesAct(text, language))
  const [all, bySources] = await Promise.all([
    markedSentences(model, task, signal, asked),
    markedSentences(model, { ...task, evidence: sources, sentences: acts }, signal, asked)
  ])
  return task.sentences.map(({ n, text }) => {
    const why = all.get(n)
    const verdict: Verdict = why === undefined ? { n, verdict: "supported" } : { n, verdict: "not-supported", why }
    return withinItsSight(verdict, { text, language, isByTicket: bySources.has(n) })
  })
}

/** Returns, for each sentence that is marked, the words of its first span. */
async function markedSentences(
  { endpoint, address, threshold }: SpanModel,
  task: VerifyTask,
  signal: AbortSignal,
  asked: AskOptions | undefined
): Promise<ReadonlyMap<number, string>> {
  const groups = Map.groupBy(task.sentences, ({ against }) => against?.join(" ") ?? "")
  const marks = await Promise.all(
    [...groups.values()].map(async (sentences) => {
      const body = requestFor(task, sentences)
      const request = { address, body, what: "verifying", timeoutMs: endpoint.firstByteMs }
      const answer = await postJson(endpoint, request, signal)
      if (answer.refusedWith !== undefined) throw refusedRequest("verifying", "this letter", answer.refusedWith)
      const spans = spansIn(answer.answer)
      if (!spans) throw unusableAnswer("verifying", "holds no spans")
      asked?.count?.(countedFor(undefined, Buffer.byteLength(JSON.stringify(body))))
      return marksOf(spans, sentences, body.answer, threshold)
    })
  )
  return new Map(marks.flat())
}

function requestFor({ evidence }: VerifyTask, sentences: readonly SentenceToVerify[]): SpanRequest {
  const against = sentences[0]?.against
  const parts = evidence.filter((part) => !isQuote(part) && (against?.includes(part.id) ?? true))
  // Sources first: what is too long is left out from the end.
  const ordered = parts.toSorted((a, b) => Number(isOfTicket(a)) - Number(isOfTicket(b)))
  let left = MAX_CONTEXTS
  const contexts = ordered.flatMap(({ head, sentences: texts }) => {
    const text = plainLine(`${head}: ${texts.join(" ")}`).slice(0, Math.max(0, left))
    left -= text.length
    return text === "" ? [] : [text]
  })
  return {
    contexts,
    question: questionIn(parts),
    answer: sentences.map(({ text }) => plainLine(text)).join("\n")
  }
}

function marksOf(
  spans: readonly Span[],
  sentences: readonly SentenceToVerify[],
  answer: string,
  threshold: number
): [n: number, words: string][] {
  const letters = [...answer]
  if (spans.some(({ start, end }) => start < 0 || end > letters.length || start > end))
    throw unusableAnswer("verifying", "marks what wasn't sent")
  let from = 0
  return sentences.flatMap(({ n, text }) => {
    const begin = from
    const end = begin + [...plainLine(text)].length
    from = end + 1
    const words = spans
      .filter(({ score }) => score >= threshold)
      .map((span) => letters.slice(Math.max(begin, span.start), Math.min(end, span.end)).join("").trim())
      .find((one) => /[\p{L}\p{N}]/u.test(one))
    return words === undefined ? [] : [[n, words.slice(0, MAX_WHY)] as [number, string]]
  })
}

const score = z.optional(z.number())
const spanList = z.object({
  predictions: z.array(
    z.object({
      start: z.int(),
      end: z.int(),
      text: z.optional(z.string()),
      hallucination_score: score,
      confidence: score,
      score
    })
  )
})

/** Servers call the score `hallucination_score`, `confidence` or `score`. A span without one counts as sure. */
function spansIn(answer: unknown): Span[] | undefined {
  return spanList
    .safeParse(answer)
    .data?.predictions.map(({ start, end, text, hallucination_score, confidence, score: plain }) => ({
      start,
      end,
      text,
      score: hallucination_score ?? confidence ?? plain ?? 1
    }))
}
