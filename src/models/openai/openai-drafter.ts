import { createHash } from "node:crypto"
import { BLANK, type MissingFact, type Refusal } from "../../ticket/draft.ts"
import type { Drafter, DraftJob, RetrievedSources, DraftPart } from "../drafter/contract.ts"
import { buildPrompt, PROMPT_FINGERPRINT } from "../prompt/prompt.ts"
import { GAP, NO_ANSWER } from "../prompt/prompt-rules.ts"
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

async function* write(request: ChatRequest, job: DraftJob, signal: AbortSignal): AsyncGenerator<DraftPart> {
  const answer = refusalFirst()
  const citations = withoutCitations()
  let draft = ""
  for await (const piece of streamChat(request, signal)) {
    if (piece.sent) yield { upstream: piece.sent }
    if (piece.text !== undefined) yield* said(citations.push(answer.push(piece.text)))
    if (piece.usage) yield* said([...citations.push(answer.end()), ...citations.end()])
    if (piece.usage) yield { tokens: piece.usage }
  }
  if (answer.refused() || draft.includes(NO_ANSWER)) yield { refusal: refusalOf(job.retrieval) }
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
  return [...new Set(blanks)].map((blank) => (GAP.test(blank) ? { blank, why: "No source answers this." } : { blank }))
}

function refusalOf(found: RetrievedSources): Refusal {
  const nearest = found.sources.slice(0, 3).map(({ title, headings }) => ({ title, why: headings.at(-1) ?? "" }))
  return { reason: "no-answer", searched: found.searched, documents: found.documents, nearest }
}

/**
 * Holds the first characters back until they can no longer be the refusal mark. Models write it in bold, in quotes, in
 * lower case or with an underscore. Text after the mark isn't part of a draft.
 */
function refusalFirst(): { push(text: string): string; end(): string; refused(): boolean } {
  let held = ""
  let place: "start" | "refused" | "letter" = "start"
  return {
    push(text) {
      if (place !== "start") return place === "letter" ? text : ""
      held += text
      const plain = held.replace(/[\s*_`"'>#-]/g, "").toUpperCase()
      if (plain.startsWith(MARK)) place = "refused"
      else if (!MARK.startsWith(plain) || held.length > 200) place = "letter"
      const free = place === "letter" ? held : ""
      if (free) held = ""
      return free
    },
    end() {
      const free = place === "start" ? held : ""
      held = ""
      return free
    },
    refused: () => place === "refused"
  }
}

const MARK = NO_ANSWER.replace(" ", "")
