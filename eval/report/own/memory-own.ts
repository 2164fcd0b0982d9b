import * as z from "zod/mini"
import { maskText } from "../../../src/masking/mask-text.ts"
import { proposeMemories } from "../../../src/relay/review/memories/propose-memories.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"
import { readLines } from "../../../training/read-lines.ts"
import { passOver, rowsOfParts, type ReportSet, type Row } from "../row.ts"

const line = z.object({
  language: z.string(),
  text: z.string(),
  rewrites: z.array(z.object({ text: z.string() })),
  alterations: z.array(z.object({ at: z.string(), old: z.string(), new: z.string() }))
})

/**
 * Replies of which one fact was altered, as if an agent had corrected it, and replies that were worded anew: which of
 * them would propose words of the team. Both should be few.
 */
export const memoryOwn: ReportSet = {
  folder: "rewrite-own",
  name: "memory-own",
  files: ["dev.jsonl"],
  own: true,
  async rows(folder, how) {
    return rowsOfParts(folder, how, (file, part) => rowsOf(readLines(file, line), `memory-own, ${part}`))
  }
}

async function rowsOf(replies: z.infer<typeof line>[], set: string): Promise<Row[]> {
  const altered = replies.flatMap(({ language, text, rewrites: [first, second], alterations }) =>
    alterations.flatMap(({ at, old, new: now }) => {
      const before = at === "text" ? text : (at === "first" ? first : second)?.text
      return before?.includes(old) ? [{ language, before, after: before.replace(old, () => now) }] : []
    })
  )
  const reworded = replies.flatMap(({ language, text, rewrites }) =>
    rewrites.map((rewrite) => ({ language, before: text, after: rewrite.text }))
  )
  const { result, pass } = await passOver(altered.length + reworded.length, () =>
    [altered, reworded].map((edits) => edits.filter(proposesWords).length / edits.length)
  )
  const [wrong = 0, anew = 0] = result
  return [
    { set, metric: "altered facts that propose words", figure: wrong, ...pass },
    { set, metric: "replies worded anew that propose words", figure: anew, ...pass }
  ]
}

function proposesWords({ language, before, after }: { language: string; before: string; after: string }): boolean {
  return proposeMemories({ draft: before, sent: after, language, ticket: NO_TICKET, sources: [] }).some(
    ({ kind, sentence, start, text }) =>
      kind === "wording" &&
      !maskText(sentence, { entries: [] }, [], { locale: language }).spans.some(
        (span) => span.type !== "LIT" && span.start < start + text.length && start < span.end
      )
  )
}

const NO_TICKET: MaskedTicket = {
  ...{ helpdesk: "", ticketId: "", version: "", subject: "", requester: "", agent: "" },
  ...{ tags: [], messages: [] }
}
