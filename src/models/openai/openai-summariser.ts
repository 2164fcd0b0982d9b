import type { SummaryLine } from "../../ticket/draft.ts"
import { type MaskedTicket, ticketSize } from "../../ticket/masked-ticket.ts"
import { knownFiguresJob } from "./known-figures.ts"
import { ModelError, type Summariser } from "../drafter/contract.ts"
import { tidy } from "../prompt/prompt-blocks.ts"
import { runInWorkerIfLarge } from "../../runtime/worker-thread/run-in-worker.ts"
import type { ModelSettings } from "./openai-drafter.ts"
import { summaryPrompt } from "../prompt/summary-prompt.ts"
import { wholeAnswer } from "./stream-chat.ts"

/**
 * Creates a summariser that asks a model on any OpenAI-compatible server. The answer is read as a whole. A line without
 * its message, or with a figure that isn't in the thread, is dropped. Of the rest, every kind occurs at least once,
 * with the text "" if there is nothing.
 * @throws ModelError "model-bad-answer" if no line is left
 */
export function createModelSummariser({ name, temperature, ...connection }: ModelSettings): Summariser {
  const fixed = {
    model: name,
    ...(temperature === undefined ? {} : { temperature }),
    stream: true,
    stream_options: { include_usage: true }
  }
  return {
    name,
    async *summarise(ticket, signal, asked) {
      const request = { ...connection, body: () => ({ ...fixed, messages: summaryPrompt(ticket) }) }
      const answer = await wholeAnswer(request, asked, signal)
      const lines = tidy(answer)
        .split("\n")
        .flatMap((line) => lineOf(line, ticket))
      const isHeld = await runInWorkerIfLarge(
        ticketSize(ticket),
        knownFiguresJob,
        ticket,
        lines.map(({ text }) => text)
      )
      const held = lines.filter((_, at) => isHeld[at])
      if (held.length === 0) throw new ModelError("model-bad-answer", "The model's summary can't be used.", true)
      yield* KINDS.flatMap((kind) => ofKind(kind, held))
    }
  }
}

const KINDS = ["wants", "tried", "promised", "open"] as const
/** Says whose messages a line of this kind must come from. */
const SAID_BY: Record<(typeof KINDS)[number], "customer" | "agent"> = {
  wants: "customer",
  tried: "customer",
  promised: "agent",
  open: "customer"
}
const LINES = 3
const MAX_LINE_CHARACTERS = 300
const FORM = /^[\s>*•-]*(WANTS|TRIED|PROMISED|OPEN)[\s:*]{0,4}#\s?(\d{1,4})[\s:*)–-]{1,4}(.*\p{L}.*)$/iu

function lineOf(line: string, { messages }: MaskedTicket): SummaryLine[] {
  const [, word = "", number = "", text = ""] = FORM.exec(line) ?? []
  const kind = KINDS.find((known) => known === word.toLowerCase())
  const message = messages[Number(number) - 1]
  if (!kind || message?.role !== SAID_BY[kind]) return []
  const said = text.trim().replace(/\*\*/g, "")
  return [
    {
      kind,
      text: said.length > MAX_LINE_CHARACTERS ? `${said.slice(0, MAX_LINE_CHARACTERS - 1)}…` : said,
      messageId: message.id
    }
  ]
}

function ofKind(kind: (typeof KINDS)[number], lines: SummaryLine[]): SummaryLine[] {
  const own = lines.filter((line) => line.kind === kind).slice(0, LINES)
  return own.length > 0 ? own : [{ kind, text: "" }]
}
