import {
  ModelError,
  type AskOptions,
  type SentenceToVerify,
  type Verdict,
  type VerifyTask
} from "../drafter/contract.ts"
import { modelOutcome } from "../openai/model-outcome.ts"
import type { ModelSettings } from "../openai/openai-drafter.ts"
import { wholeAnswer } from "../openai/stream-chat.ts"
import {
  plainLine,
  questionIn,
  unitsFor,
  type EvidenceUnit,
  inTurns,
  languageOf,
  statesAct,
  withinItsSight
} from "./evidence-units.ts"
import { MAX_WHY } from "../openai/openai-verifier.ts"
import { promptBlock } from "../prompt/prompt-blocks.ts"

/** In UTF-16 units. Ollama reads 4,096 tokens unless it is told otherwise, and cuts the beginning of what is longer. */
const MAX_DOCUMENT = 7000

/**
 * Asks about each sentence in a request of its own, a few at a time, with the evidence that shares its words as the
 * document. A model that answers in the other style is asked in that one from then on (`learn`). An answer that can't be
 * read is no verdict.
 * @throws ModelError as soon as a request fails; the signal's reason if aborted
 */
export async function verifyByClaims(
  { settings, style, learn }: { settings: ModelSettings; style: ClaimStyle; learn: (style: ClaimStyle) => void },
  task: VerifyTask,
  signal: AbortSignal,
  asked: AskOptions | undefined
): Promise<Verdict[]> {
  const { name, temperature = 0, isShort: _, ...connection } = settings
  const units = unitsFor(task, Infinity)
  const question = questionIn(task.evidence)
  const verdicts: Verdict[] = []
  let current = style
  async function askIn(inStyle: ClaimStyle, document: string, claim: string): Promise<ClaimAnswer | undefined> {
    const fixed = { model: name, temperature, stream: true, stream_options: { include_usage: true } }
    const body = () => ({ ...fixed, messages: claimPrompt(inStyle, { document, claim, question }) })
    const { answer } = await modelOutcome(wholeAnswer({ ...connection, body }, asked, signal), isUnreadable)
    return answer === undefined ? undefined : readClaimAnswer(answer)
  }
  async function ask(document: string, claim: string): Promise<ClaimAnswer | undefined> {
    if (document === "") return { style: current, verdict: "not-supported" }
    const inStyle = current
    const answer = await askIn(inStyle, document, claim)
    if (!answer || answer.style === inStyle) return answer
    current = answer.style
    learn(current)
    return askIn(current, document, claim)
  }
  const language = languageOf(task)
  await inTurns(task.sentences, async (sentence) => {
    const text = plainLine(sentence.text)
    const own = units.get(sentence) ?? []
    const sources = own.filter(({ isOfTicket }) => !isOfTicket)
    const isAct = sources.length < own.length && statesAct(text, language)
    const bySources = await ask(documentOf(task, sentence, isAct ? sources : own), text)
    // What the team did isn't shown by the ticket, but it isn't wrong either if the ticket says it.
    const isDeniedAct = isAct && bySources?.verdict === "not-supported"
    const byAll = isDeniedAct ? await ask(documentOf(task, sentence, own), text) : bySources
    if (!byAll) return
    const { verdict, why } = byAll
    const read = { n: sentence.n, verdict, ...(why !== undefined && { why }) }
    verdicts.push(withinItsSight(read, { text, language, isByTicket: isDeniedAct }))
  })
  if (verdicts.length === 0)
    throw new ModelError("model-bad-answer", "The verifier's answers are neither Yes nor No, PASS nor FAIL.", true)
  return verdicts
}

/** An empty answer says nothing of this sentence, but others may be answered. */
const isUnreadable = ({ code }: ModelError): boolean => code === "model-empty" || code === "model-bad-answer"

/** Puts as many of the best sentences as fit into the order of the evidence, each part below its head. */
function documentOf({ evidence }: VerifyTask, { against }: SentenceToVerify, units: readonly EvidenceUnit[]): string {
  const chosen = new Set<string>()
  let left = MAX_DOCUMENT
  for (const { names, text } of units) {
    const isNew = names.some((name) => !chosen.has(name))
    if (isNew && text.length > left) continue
    if (isNew) left -= text.length
    for (const name of names) chosen.add(name)
  }
  return evidence
    .filter(({ id }) => against?.includes(id) ?? true)
    .flatMap(({ id, head, sentences }) => {
      const own = sentences.filter((_, at) => chosen.has(`${id}.${at + 1}`)).map(plainLine)
      return own.length > 0 ? [`${plainLine(head)}: ${own.join(" ")}`] : []
    })
    .join("\n")
}

/** What a model says of one claim. */
interface ClaimAnswer {
  style: ClaimStyle
  verdict: Extract<Verdict["verdict"], "supported" | "not-supported">
  why?: string
}

/** Reads "Yes", "No, ...", "PASS" and {"REASONING": ..., "SCORE": "FAIL"}. Undefined if it is none of these. */
function readClaimAnswer(answer: string): ClaimAnswer | undefined {
  const plain = answer.trim()
  const [, yesOrNo] = /^[^\p{L}]{0,5}(yes|no)(?!\p{L})/iu.exec(plain) ?? []
  if (yesOrNo !== undefined) return { style: "minicheck", verdict: kindOf(yesOrNo.toLowerCase() === "yes") }
  const scores = [...plain.matchAll(/["']?SCORE["']?\s*[:=]\s*\[?\s*["']?\s*\**(PASS|FAIL)\b/gi)]
  const score = scores.at(-1)?.[1] ?? /^\W{0,5}(PASS|FAIL)\W{0,5}$/i.exec(plain)?.[1]
  if (score === undefined) return undefined
  const isFaithful = score.toUpperCase() === "PASS"
  const why = isFaithful ? undefined : lastReason(plain)
  return { style: "lynx", verdict: kindOf(isFaithful), ...(why !== undefined && { why }) }
}

/** Says whether the answer to the usual request to verify shows that a model only answers such claims, and how. */
export function claimStyleOf(answer: string): ClaimStyle | undefined {
  const read = readClaimAnswer(answer)
  return read?.style === "minicheck" && answer.trim().length > LONGEST_WORD ? undefined : read?.style
}

/** A longer answer that begins with yes or no is one of a model that writes what it likes. */
const LONGEST_WORD = 12

const kindOf = (isShown: boolean): ClaimAnswer["verdict"] => (isShown ? "supported" : "not-supported")

/** Lynx ends its reasons with what decides. */
function lastReason(answer: string): string | undefined {
  const [, list = ""] = /REASONING["']?\s*[:=]\s*([^]*?)["']?SCORE/i.exec(answer) ?? []
  const reasons = [...list.matchAll(/"((?:[^"\\]|\\.)+)"/g)].flatMap(([, reason]) => reason?.trim() || [])
  return reasons.at(-1)?.slice(0, MAX_WHY)
}

/**
 * How a model wants a document and a claim: as MiniCheck, which answers Yes or No, or as Lynx, which answers PASS or
 * FAIL. The words are those that these models were trained with:
 * https://ollama.com/library/bespoke-minicheck, https://huggingface.co/PatronusAI/Llama-3-Patronus-Lynx-8B-Instruct
 */
export type ClaimStyle = "minicheck" | "lynx"

/** @param claim one sentence */
function claimPrompt(
  style: ClaimStyle,
  { document, claim, question }: { document: string; claim: string; question: string }
): { role: "system" | "user"; content: string }[] {
  if (style === "lynx")
    return [{ role: "user", content: promptBlock("claim-lynx", { question, document, answer: claim }) }]
  return [
    { role: "system", content: promptBlock("claim") },
    { role: "user", content: `Document: ${document}\nClaim: ${claim}` }
  ]
}
