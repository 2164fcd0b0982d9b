import { createHash } from "node:crypto"
import { hiddenRemover, markDraftLanguage } from "../../checks/index.ts"
import type { DraftRequest, PairedPerson } from "../../protocol/relay.ts"
import { languageOfThread } from "../../text/language-of-thread.ts"
import { isLanguage } from "../../text/languages.ts"
import { sentenceStream, type Sentence } from "../../text/sentences.ts"
import type { Answer, Claim, MissingFact, Refusal, SummaryLine } from "../../ticket/draft.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { runInWorkerIfLarge } from "../../runtime/worker-thread/run-in-worker.ts"
import { openDraftChecker, type OpenDraftChecker } from "./draft-checker.ts"
import {
  ModelError,
  type Drafter,
  type DraftJob,
  type RetrievedSources,
  type Fallback,
  type Retriever,
  type Summariser,
  type DraftPart
} from "../../models/drafter/contract.ts"
import { ticketSize } from "../../ticket/ticket-size.ts"
import type { Emit, Pipeline } from "./pipeline-events.ts"
import { VOICES } from "./voices/voice.ts"

/** Raise this when retrieval, the checks or this file change what a draft says. */
const RECIPE = "7"

/** How many sources a draft has. It has more only if the agent chose more. */
const SOURCES = 5

export interface PipelineParts {
  retriever: Retriever
  drafter: Drafter
  summariser: Summariser
}

/** Creates the pipeline, which finds sources, has the draft written, and checks each sentence when it is finished. */
export function createPipeline({ retriever, drafter, summariser }: PipelineParts): Pipeline {
  const version = createHash("sha256")
    .update(
      [
        RECIPE,
        drafter.name,
        drafter.fingerprint,
        ...(retriever.fingerprint === undefined ? [] : [retriever.fingerprint])
      ].join("\n")
    )
    .digest("hex")
    .slice(0, 12)
  return {
    model: drafter.name === "offline" ? null : drafter.name,
    version,
    async run(request, person, emit, signal) {
      await orFailed(() => write({ request, person, emit, signal, retriever, drafter, version }), emit, signal)
    },
    async summarise({ ticket }, person, emit, signal) {
      const lines: SummaryLine[] = []
      let model = summariser.name
      await orFailed(
        async () => {
          for await (const line of summariser.summarise(ticket, signal, { person, writes: (name) => (model = name) })) {
            lines.push(line)
            emit({ type: "summary-line", line })
          }
          if (!signal.aborted)
            emit({ type: "summary-end", lines, model, pipelineVersion: version, language: await languageOf(ticket) })
        },
        emit,
        signal
      )
    }
  }
}

/** Reports a model's failure in its own words. After an abort nothing is reported. */
async function orFailed(work: () => Promise<void>, emit: Emit, signal: AbortSignal): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (signal.aborted) return
    if (!(error instanceof ModelError)) throw error
    emit({ type: "draft-error", code: error.code, message: error.message, retryable: error.retryable })
  }
}

interface Writing {
  request: DraftRequest
  person: PairedPerson
  emit: Emit
  signal: AbortSignal
  retriever: Retriever
  drafter: Drafter
  version: string
}

async function write({ request, person, emit, signal, retriever, drafter, version }: Writing): Promise<void> {
  const began = performance.now()
  const language = await languageOf(request.ticket)
  const found = await retriever.find(request.ticket, person, signal, SOURCES, request.sources)
  emit({ type: "sources", sources: found.sources })
  const tellable = publicOnly(found)
  const open = (written: string | null) => openDraftChecker(request.ticket, tellable.sources, written)
  const letter = new Letter(language, await open(language), emit)
  try {
    const job: DraftJob = { request, found: tellable, language, person }
    for await (const written of drafter.write(job, signal)) {
      if (signal.aborted) return
      if ("upstream" in written) emit({ type: "upstream", model: letter.writer ?? drafter.name, ...written.upstream })
      else if ("language" in written) letter.writeIn(written.language, await open(written.language))
      else await letter.take(written, began)
    }
    if (signal.aborted) return
    await letter.finish(began)
  } finally {
    letter.close()
  }
  emit({
    type: "draft-end",
    draftId: request.draftId,
    text: letter.text,
    claims: markDraftLanguage(letter.text, letter.claims, letter.language),
    questions: letter.questions,
    ...(letter.refusal ? { refusal: inCustomersWords(letter.refusal, language) } : {}),
    ...(letter.answer ? { answer: letter.answer } : {}),
    ...(letter.tokens ? { tokens: letter.tokens } : {}),
    model: letter.writer ?? drafter.name,
    ...(letter.instead ? { instead: letter.instead } : {}),
    pipelineVersion: version,
    language: letter.language,
    ms: { first: letter.first ?? since(began), total: since(began) }
  })
}

/** Follows the text while it grows, and checks each sentence once it is finished. */
class Letter {
  text = ""
  claims: Claim[] = []
  questions: MissingFact[] = []
  refusal: Refusal | undefined
  answer: Answer | undefined
  tokens: { in: number; out: number } | undefined
  /** The model that writes, if several are asked in order. */
  writer: string | undefined
  instead: Fallback | undefined
  /** How many milliseconds passed until the first text. */
  first: number | undefined
  language: string | null
  #sentences
  readonly #remover = hiddenRemover()
  #judge: OpenDraftChecker
  readonly #emit: Emit

  constructor(language: string | null, judge: OpenDraftChecker, emit: Emit) {
    this.language = language
    this.#sentences = sentenceStream(language)
    this.#judge = judge
    this.#emit = emit
  }

  /** Goes over to another language before the first text. */
  writeIn(language: string, judge: OpenDraftChecker): void {
    this.#judge.close()
    this.language = language
    this.#sentences = sentenceStream(language)
    this.#judge = judge
  }

  close(): void {
    this.#judge.close()
  }

  async take(written: Exclude<DraftPart, { upstream: unknown } | { language: string }>, began: number): Promise<void> {
    if ("writer" in written) this.#begin(written)
    else if ("questions" in written) this.questions.push(...written.questions)
    else if ("refusal" in written) this.refusal = written.refusal
    else if ("answer" in written) this.answer = written.answer
    else if ("tokens" in written) this.tokens = written.tokens
    else await this.#grow(this.#remover.push(written.text), began)
  }

  async finish(began: number): Promise<void> {
    await this.#grow(this.#remover.end(), began)
    await this.#judgeAll(this.#sentences.end())
  }

  /** Clears what belongs to a model that failed before its first text, so that the next model doesn't inherit it. */
  #begin({ writer, instead }: { writer: string; instead?: Fallback }): void {
    this.writer = writer
    this.instead = instead
    this.tokens = undefined
  }

  async #grow(text: string, began: number): Promise<void> {
    if (text === "") return
    this.first ??= since(began)
    this.text += text
    this.#emit({ type: "draft-delta", text })
    await this.#judgeAll(this.#sentences.push(text))
  }

  async #judgeAll(finished: Sentence[]): Promise<void> {
    for (const sentence of finished) {
      const claim = await this.#judge.check(sentence.text, sentence.start)
      this.claims.push(claim)
      this.#emit({ type: "check", claim })
    }
  }
}

const languageOf = (ticket: MaskedTicket) => runInWorkerIfLarge(ticketSize(ticket), LANGUAGE, ticket)

/**
 * An internal page is shown to the agent, but nothing of it may reach a customer, so the drafter and the checks never
 * see it.
 */
function publicOnly(found: RetrievedSources): RetrievedSources {
  return { ...found, sources: found.sources.filter((source) => source.visibility === "public") }
}

/**
 * Adds a sentence in the customer's language if no source answers, so that an agent who doesn't write that language
 * still has something to send.
 */
function inCustomersWords(refusal: Refusal, language: string | null): Refusal {
  const unanswered = refusal.reason === "no-answer" || refusal.reason === "no-knowledge"
  return unanswered && isLanguage(language) ? { ...refusal, say: VOICES[language].unanswered } : refusal
}

function since(began: number): number {
  return Math.round(performance.now() - began)
}

const LANGUAGE = { module: new URL("../../text/language-of-thread.ts", import.meta.url).href, run: languageOfThread }
