import * as z from "zod/mini"
import { NO_RULES } from "../../src/masking/basis/masking-rules.ts"
import { linesOf } from "../../src/relay/drafting/summary.ts"
import type { SummaryLine } from "../../src/ticket/draft.ts"
import { lineTask, UsageError, type Values } from "../task.ts"
import { askedLine, maskedBy } from "./retrieve.ts"

const WHO: Record<string, string> = {
  wants: "The customer:",
  open: "Not answered yet:",
  promised: "The agent:",
  tried: "The customer has tried:"
}
/** What the reader needs first comes first, because the summary may be cut. */
const ORDER = ["wants", "promised", "tried", "open"]

/** Summarises a thread in the words of its messages, as the panel does without a model. */
export const summarise = lineTask({
  usage: "summarise [--sentences 3]   {id, thread: [{role, text}]} -> {id, summary}",
  options: { sentences: { type: "string" } },
  shape: z.pick(askedLine, { id: true, thread: true }),
  open(values) {
    const most = countOf(values)
    const ticketOf = maskedBy(undefined, NO_RULES)
    return {
      work: ({ id, thread }) => ({ summary: shortest(linesOf(ticketOf({ id, thread })), most) })
    }
  }
})

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
