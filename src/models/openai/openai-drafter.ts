import { createHash } from "node:crypto"
import { BLANK, type MissingFact, type Refusal } from "../../ticket/draft.ts"
import { holdsNoAnswer, noAnswerAtStart, questionOfGap, isBareRefusal } from "../../text/model-signs/answer-marks.ts"
import { plainLetter } from "../../text/model-signs/plain-letter.ts"
import type { Drafter, DraftJob, RetrievedSources, DraftPart } from "../drafter/contract.ts"
import { buildPrompt, PROMPT_FINGERPRINT } from "../prompt/prompt.ts"
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

/** A piece of a letter without citations, or the numbers of sources that stood at this place. */
export type Cited = { text: string } | { cites: number[] }

/**
 * Takes citations such as `[2]`, `[1, 3]`, `[Source 4]` and `【5】` out of a letter, wherever the pieces are split. The
 * space before one goes with it. Placeholders and blanks stay.
 */
export function withoutCitations(): { push(text: string): Cited[]; end(): Cited[] } {
  let held = ""
  /** Nothing stands on the line so far. */
  let isLineEmpty = true
  /** A citation opened the line, so the space behind it goes. */
  let isSpaceDropped = false

  function read(isEnd: boolean): Cited[] {
    const found: Cited[] = []
    while (held !== "") {
      const begin = MAY_BEGIN.exec(held)
      const rest = begin ? held.slice(begin.index) : ""
      const citation = CITATION.exec(rest)
      if (!begin) take(held.length)
      else if (citation) {
        take(begin.index)
        held = held.slice(citation[0].length)
        isSpaceDropped = isLineEmpty
        found.push({ cites: numbersOf(citation[1] ?? citation[2] ?? citation[3] ?? "") })
      } else if (!isEnd && MAY_BECOME.test(rest)) {
        take(begin.index)
        return found
      } else take(begin.index + begin[0].length)
    }
    return found

    function take(to: number): void {
      const text = isSpaceDropped ? held.slice(0, to).replace(/^[ \t]+/, "") : held.slice(0, to)
      held = held.slice(to)
      if (text === "") return
      isSpaceDropped = false
      const line = text.slice(text.lastIndexOf("\n") + 1)
      isLineEmpty = line.trim() === "" && (isLineEmpty || text.includes("\n"))
      const last = found.at(-1)
      if (last && "text" in last) last.text += text
      else found.push({ text })
    }
  }
  return {
    push(text) {
      held += text
      return read(false)
    },
    end: () => read(true)
  }
}

/** Matches a bracket with the spaces before it, or the spaces at the end of what has arrived. */
const MAY_BEGIN = /(?<![ \t])[ \t]*[[【]|(?<![ \t])[ \t]+$/
const NUMBERS = String.raw`(?:sources? )?(\d{1,2}(?: ?[,;–-] ?\d{1,2})*)`
const CITATION = new RegExp(
  String.raw`^[ \t]*(?:\[\[${NUMBERS}\]\]|\[${NUMBERS}\]|【${NUMBERS}(?:†[^】\n]{0,30})?】)`,
  "i"
)
/** Matches the beginning of a citation, and spaces that may stand before one. */
const MAY_BECOME =
  /^[ \t]*(?:[[【]{1,2}(?:s|so|sou|sour|sourc|sources?|sources? )?(?:\d[\d ,;–-]{0,20})?(?:†[^】\n]{0,30})?\]?)?$/i

/** Returns the numbers of "1, 3-5". */
function numbersOf(written: string): number[] {
  return written.split(/[,;]/).flatMap((part) => {
    const [from = 0, to = from] = part.split(/[–-]/).map(Number)
    return Array.from({ length: Math.max(1, Math.min(20, to - from + 1)) }, (_, at) => from + at)
  })
}
