import * as z from "zod/mini"
import { MASK_MODES } from "../../src/masking/basis/masking-rules.ts"
import { rankEvidence } from "../../src/checks/evidence/rank.ts"
import { letter } from "../../src/relay/drafting/offline/offline-drafter.ts"
import { languageOfThread } from "../../src/text/language-of-thread.ts"
import { sentences } from "../../src/text/sentences.ts"
import type { MaskedTicket } from "../../src/ticket/masked-ticket.ts"
import { readCorpus } from "../corpus.ts"
import { openKnowledge, type Knowledge } from "../knowledge.ts"
import { choice, lineId, lineTask } from "../task.ts"
import { askedLine, maskedBy, UNDER_WAY } from "./retrieve.ts"

export const answerSpanLine = z.extend(askedLine, { doc: z.optional(lineId) })

interface Span {
  start: number
  end: number
}

/** Finds the words of a document on which the offline drafter bases its answer. */
export const answerSpan = lineTask({
  usage:
    "answer-span --corpus docs.jsonl [--masked strict|balanced]   {id, thread: [{role, text}], doc?} -> {id, doc, start, end, text}",
  options: { corpus: { type: "string" }, masked: { type: "string" } },
  shape: answerSpanLine,
  async open(values, context) {
    const mode = choice(values, "masked", MASK_MODES)
    const corpus = await readCorpus(values, "corpus", context)
    const texts = new Map(corpus.lines.map(({ id, text }) => [String(id), { id, text }]))
    context.say(`${corpus.lines.length} documents: putting them into a database of their own`)
    const knowledge = await openKnowledge(corpus.lines, context.signal)
    const ticketOf = maskedBy(mode, knowledge.rules)
    return {
      parallel: UNDER_WAY,
      failed: corpus.failed,
      close: () => knowledge.close(),
      async work({ doc, ...asked }) {
        const named = doc === undefined ? undefined : texts.get(String(doc))
        if (doc !== undefined && !named) throw new Error(`There is no document ${doc} in the corpus.`)
        const ticket = ticketOf(asked)
        const said = await groundsOf(ticket, knowledge, named && String(named.id), context.signal)
        for (const { document, quotes } of said) {
          const source = texts.get(document)
          const spans = source ? quotes.flatMap((quote) => spanOf(quote, source.text) ?? []) : []
          const span = firstRun(spans)
          if (source && span) return { doc: source.id, ...span, text: source.text.slice(span.start, span.end) }
        }
        return { doc: named?.id ?? null, start: 0, end: 0, text: "" }
      }
    }
  }
})

/** Returns the sentences that the drafter quotes or, if it isn't sure, offers, by document, the likeliest first. */
async function groundsOf(
  ticket: MaskedTicket,
  { retriever, person }: Knowledge,
  document: string | undefined,
  signal: AbortSignal
): Promise<{ document: string; quotes: string[] }[]> {
  const chosen = document === undefined ? undefined : { use: [document], not: [] }
  const found = await retriever.find(ticket, person, signal, 5, chosen)
  const sources = document === undefined ? found.sources : found.sources.filter(({ id }) => id === document)
  const language = languageOfThread(ticket)
  const parts = letter({ request: { ticket }, retrieval: { ...found, sources }, language })
  const text = parts.map((part) => ("text" in part ? part.text : "")).join("")
  const answer = parts.flatMap((part) => ("answer" in part ? part.answer : []))[0]
  const main = sources.find(({ n }) => n === answer?.mainSource) ?? sources[0]
  const quoted = sentences(text, language).map((one) => one.text)
  const offered = (answer?.suggestions ?? []).flatMap((one) => {
    const source = sources.find(({ n }) => n === one.source)
    return source ? [{ document: source.id, quotes: [one.text] }] : []
  })
  const byWords = main ? sentences(main.passage, language).slice(0, 1) : []
  return [
    ...(main ? [{ document: main.id, quotes: nearestFirst(ticket, quoted, language) }] : []),
    ...offered,
    ...(main ? [{ document: main.id, quotes: byWords.map((one) => one.text) }] : [])
  ]
}

/** Begins with the sentence that is nearest to what was asked last. Those after it follow, then those before it. */
function nearestFirst({ messages }: MaskedTicket, quotes: string[], language: string | null): string[] {
  const asked = messages.findLast(({ role }) => role === "customer")?.text ?? ""
  const at = rankEvidence(asked, quotes, language)[0]?.index ?? 0
  return [...quotes.slice(at), ...quotes.slice(0, at)]
}

/** Returns where these words stand in a text, however its lines are broken. */
function spanOf(words: string, text: string): Span | undefined {
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => RegExp.escape(word))
    .join("\\s+")
  const found = pattern === "" ? null : new RegExp(pattern, "iu").exec(text)
  return found ? { start: found.index, end: found.index + found[0].length } : undefined
}

/** Returns the first sentence with those that follow it without a gap, three at most. */
function firstRun([first, ...rest]: Span[]): Span | undefined {
  if (!first) return undefined
  let run = first
  for (const next of rest.slice(0, MOST - 1)) {
    if (next.start < run.end || next.start - run.end > GAP) break
    run = { start: run.start, end: next.end }
  }
  return run
}

const MOST = 3
/** In characters: a space or a line break. */
const GAP = 3
