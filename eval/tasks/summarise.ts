import * as z from "zod/mini"
import { MASK_MODES, NO_RULES, type MaskMode } from "../../src/masking/basis/masking-rules.ts"
import { maskTicket, restore, type MaskTable } from "../../src/masking/index.ts"
import { OFFLINE } from "../../src/models/endpoint/models.ts"
import type { SummaryLine } from "../../src/ticket/draft.ts"
import type { MaskedTicket } from "../../src/ticket/masked-ticket.ts"
import { EVAL_PERSON } from "../knowledge.ts"
import { summariserNamed, usageLines } from "../model.ts"
import { choice, lineTask, UsageError, word, type Values } from "../task.ts"
import { askedLine, askedTicket, maskedBy, UNDER_WAY, type Asked } from "./retrieve.ts"

const WHO: Record<string, string> = {
  wants: "The customer:",
  open: "Not answered yet:",
  promised: "The agent:",
  tried: "The customer has tried:"
}
/** What the reader needs first comes first, because the summary may be cut. */
const ORDER = ["wants", "promised", "tried", "open"]

/** Summarises a thread as the panel does: in the words of its messages or, with `--model`, in the model's own. */
export const summarise = lineTask({
  usage:
    "summarise [--sentences 3] [--masked strict|balanced] [--model NAME]   {id, thread: [{role, text}]} -> {id, summary}",
  options: { sentences: { type: "string" }, masked: { type: "string" }, model: { type: "string" } },
  shape: z.pick(askedLine, { id: true, thread: true }),
  open(values, { signal }) {
    const most = countOf(values)
    const { summariser, used } = summariserNamed(word(values, "model"))
    const isModel = summariser.name !== OFFLINE.name
    // A model sees nothing that isn't masked.
    const mode = choice(values, "masked", MASK_MODES) ?? (isModel ? "strict" : undefined)
    return {
      parallel: isModel ? UNDER_WAY : 1,
      summary: () => (isModel ? usageLines(used, "summary") : []),
      async work(asked) {
        const { ticket, table } = mode ? maskAsked(asked, mode) : { ticket: unmasked(asked), table: undefined }
        const lines = await Array.fromAsync(summariser.summarise(ticket, signal, { person: EVAL_PERSON }))
        const summary = shortest(lines, most)
        return { summary: table ? restore(summary, table).text : summary }
      }
    }
  }
})

const unmasked = maskedBy(undefined, NO_RULES)

/** Returns the thread as it would leave the browser, and what its placeholders stand for. */
function maskAsked(asked: Asked, mode: MaskMode): { ticket: MaskedTicket; table: MaskTable } {
  return maskTicket(askedTicket(asked), undefined, { rules: { ...NO_RULES, mode } })
}

/** Takes one line of each kind before the second of any, and writes them by kind. A line that stands twice is left out. */
function shortest(lines: SummaryLine[], most: number): string {
  const byKind = ORDER.map((kind) => lines.filter((line) => line.kind === kind && line.text !== ""))
  const deepest = Math.max(0, ...byKind.map(({ length }) => length))
  const inTurns = Array.from({ length: deepest }, (_, at) => byKind.flatMap((own) => own[at] ?? [])).flat()
  const taken = inTurns.filter((line, at) => inTurns.findIndex(({ text }) => text === line.text) === at).slice(0, most)
  return ORDER.flatMap((kind) => {
    const own = taken.filter((line) => line.kind === kind)
    return own.length > 0 ? [`${WHO[kind]} ${own.map(({ text }) => text).join(" ")}`] : []
  }).join("\n")
}

/** Returns the number of sentences. @throws UsageError */
function countOf({ sentences = "3" }: Values): number {
  if (typeof sentences !== "string" || !/^[1-9]\d?$/.test(sentences))
    throw new UsageError("--sentences is how many sentences a summary has at most, 1 to 99.")
  return Number(sentences)
}
