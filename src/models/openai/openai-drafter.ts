import { createHash } from "node:crypto"
import { BLANK, type MissingFact, type Refusal } from "../../ticket/draft.ts"
import { holdsNoAnswer, noAnswerAtStart, questionOfGap } from "../../text/model-signs/answer-marks.ts"
import { isBareRefusal } from "../../text/model-signs/bare-refusal.ts"
import { plainLetter } from "../../text/model-signs/plain-letter.ts"
import type { Drafter, DraftJob, RetrievedSources, DraftPart } from "../drafter/contract.ts"
import { buildPrompt, PROMPT_FINGERPRINT } from "../prompt/prompt.ts"
import { withoutCitations, type Cited } from "./citations.ts"
import { streamChat, type ChatRequest } from "./stream-chat.ts"

export interface ModelSettings extends Omit<ChatRequest, "body" | "count"> {
  name: string
  /** If it is undefined, the model's default applies. */
  temperature?: number
  /** For a small local model: fewer blocks of the prompt and a shorter context. */
  isShort?: boolean
}

/**
 * Creates a drafter that asks a model on any OpenAI-compatible server. It yields `upstream` before each body that is
 * sent (a second one only if the server refused a field of the first), then text, `cites` for the source numbers that it
 * takes out of the text, and `tokens`, and at the end the blanks as `questions`, or a `refusal` instead of a draft.
 */
export function createModelDrafter(settings: ModelSettings): Drafter {
  const { name, temperature, isShort = false, ...connection } = settings
  const fixed = {
    model: name,
    ...(temperature === undefined ? {} : { temperature }),
    stream: true,
    stream_options: { include_usage: true }
  }
  return {
    name,
    fingerprint: createHash("sha256")
      .update(JSON.stringify([PROMPT_FINGERPRINT, fixed, ...(isShort ? ["short"] : [])]))
      .digest("hex")
      .slice(0, 16),
    write: (job, signal) =>
      write(
        {
          ...connection,
          ...(job.count && { count: job.count }),
          body: () => ({ ...fixed, messages: buildPrompt(job, { isShort }).messages })
        },
        job,
        signal
      )
  }
}

/** A text to reword has the form that its agent gave it, and what it refuses is the agent's matter. */
const AS_IT_IS = { push: (text: string) => text, end: () => "" }

async function* write(request: ChatRequest, job: DraftJob, signal: AbortSignal): AsyncGenerator<DraftPart> {
  const answer = refusalFirst()
  const form = job.rewrite ? AS_IT_IS : plainLetter()
  const citations = withoutCitations()
  let draft = ""
  const rest = () => {
    const last = form.push(answer.end()) + form.end()
    return said([...citations.push(last), ...citations.end()])
  }
  try {
    for await (const piece of streamChat(request, signal)) {
      if (piece.sent) yield { upstream: piece.sent }
      if (piece.text !== undefined) yield* said(citations.push(form.push(answer.push(piece.text))))
      if (piece.usage) yield* rest()
      if (piece.usage) yield { tokens: piece.usage }
    }
  } catch (error) {
    // What came before a failure is shown.
    yield* rest()
    throw error
  }
  const isRefused = answer.refused() || (!job.rewrite && (holdsNoAnswer(draft) || isBareRefusal(draft)))
  if (isRefused) yield { refusal: refusalOf(job.retrieval) }
  else yield { questions: questionsIn(draft) }

  function* said(pieces: Cited[]): Generator<DraftPart> {
    for (const piece of pieces) {
      if ("text" in piece) draft += piece.text
      yield piece
    }
  }
}

/** Returns the draft's blanks, each once. */
function questionsIn(draft: string): MissingFact[] {
  const blanks = [...draft.matchAll(BLANK)].map((match) => (match[1] ?? "").trim()).filter((blank) => blank !== "")
  return [...new Set(blanks)].map((blank) =>
    questionOfGap(blank) === undefined ? { blank } : { blank, why: "No source answers this." }
  )
}

function refusalOf(found: RetrievedSources): Refusal {
  const nearest = found.sources.slice(0, 3).map(({ title, headings }) => ({ title, why: headings.at(-1) ?? "" }))
  return { reason: "no-answer", searched: found.searched, documents: found.documents, nearest }
}

/**
 * Holds the first characters back until they can no longer be the mark that nothing answers. Text after the mark isn't
 * part of a draft.
 */
function refusalFirst(): { push(text: string): string; end(): string; refused(): boolean } {
  let held = ""
  let place: "start" | "refused" | "letter" = "start"
  function read(isEnd: boolean): string {
    const mark = noAnswerAtStart(held, isEnd)
    if (mark === "maybe") return ""
    place = mark === "mark" ? "refused" : "letter"
    const free = place === "letter" ? held : ""
    held = ""
    return free
  }
  return {
    push(text) {
      if (place !== "start") return place === "letter" ? text : ""
      held += text
      return read(false)
    },
    end: () => (place === "start" ? read(true) : ""),
    refused: () => place === "refused"
  }
}
