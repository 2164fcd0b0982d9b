import * as z from "zod/mini"
import { MASK_MODES, type MaskMode, type MaskRules } from "../../src/masking/basis/masking-rules.ts"
import type { MaskedTicket } from "../../src/ticket/masked-ticket.ts"
import type { Ticket } from "../../src/ticket/ticket.ts"
import { readCorpus } from "../corpus.ts"
import { readSolved } from "../solved.ts"
import { openKnowledge } from "../knowledge.ts"
import { maskTicketWith } from "../product.ts"
import { choice, lineId, lineTask, UsageError, type Values } from "../task.ts"

export const askedLine = z.object({
  id: lineId,
  subject: z.nullish(z.string()),
  locale: z.nullish(z.string()),
  thread: z.array(z.object({ role: z.enum(["customer", "agent"]), text: z.string() }))
})
export type Asked = z.infer<typeof askedLine>

/** Finds the documents for a thread as the relay does for a draft. */
export const retrieve = lineTask({
  usage:
    "retrieve --corpus docs.jsonl [--k 10] [--masked strict|balanced] [--solved tickets.jsonl]   {id, subject?, thread: [{role, text}], locale?} -> {id, ranked: [{id, score}]}",
  options: {
    corpus: { type: "string" },
    k: { type: "string" },
    masked: { type: "string" },
    solved: { type: "string" }
  },
  shape: askedLine,
  async open(values, context) {
    const k = countOf(values)
    const mode = choice(values, "masked", MASK_MODES)
    const corpus = await readCorpus(values, "corpus", context)
    const solved = await readSolved(values, context)
    // The ids are returned as they were given, including numbers.
    const ids = new Map(corpus.lines.map(({ id }) => [String(id), id]))
    context.say(`${corpus.lines.length} documents: putting them into a database of their own`)
    const knowledge = await openKnowledge(corpus.lines, context.signal)
    const ticketOf = maskedBy(mode, knowledge.rules)
    if (solved.lines.length > 0) {
      const known = await knowledge.learn(
        solved.lines.map(({ docs, ...line }, at) => ({ ticket: ticketOf({ ...line, id: at + 1 }), documents: docs }))
      )
      context.say(`${solved.lines.length} past tickets: ${known} links to these documents`)
    }
    return {
      parallel: UNDER_WAY,
      failed: corpus.failed || solved.failed,
      close: () => knowledge.close(),
      async work(asked) {
        const { sources } = await knowledge.retriever.find(ticketOf(asked), knowledge.person, context.signal, k)
        // A near copy is the same result, so its id follows that of the document that is shown.
        const ranked = sources.flatMap(({ id, score, also = [] }) =>
          [id, ...also.map((one) => one.id)].map((id) => ({ id: ids.get(id) ?? id, score }))
        )
        return { ranked: ranked.slice(0, k) }
      }
    }
  }
})

/**
 * Returns a function that makes the ticket for the relay: masked in this mode by the rules of a team whose articles are
 * the corpus, or unmasked without a mode.
 */
export function maskedBy(mode: MaskMode | undefined, rules: MaskRules): (asked: Asked) => MaskedTicket {
  if (mode) return (asked) => maskTicketWith(askedTicket(asked), { ...rules, mode })
  return (asked) => ({ ...partsOf(asked), version: "", requester: "", agent: "" })
}

/** Returns the ticket that a line describes, before masking. */
export function askedTicket(asked: Asked): Ticket {
  const { messages, ...ticket } = partsOf(asked)
  return { ...ticket, requester: {}, messages: messages.map((message) => ({ ...message, visibility: "public" })) }
}

function partsOf({ id, subject, thread, locale }: Asked) {
  return {
    helpdesk: "eval",
    ticketId: String(id),
    subject: subject ?? "",
    tags: [],
    ...(locale ? { locale } : {}),
    messages: thread.map(({ role, text }, at) => ({ id: String(at + 1), author: "", role, at: "", text }))
  }
}

/** This many lines in progress keep the database and this process busy at once. */
export const UNDER_WAY = 4

/** Returns the number of documents to list. @throws UsageError */
function countOf({ k = "10" }: Values): number {
  if (typeof k !== "string" || !/^[1-9]\d{0,3}$/.test(k))
    throw new UsageError("--k is how many documents come out at most, 1 to 9999.")
  return Number(k)
}
