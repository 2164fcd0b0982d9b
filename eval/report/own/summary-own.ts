import * as z from "zod/mini"
import { linesOf } from "../../../src/relay/drafting/summary/summary.ts"
import type { SummaryLine } from "../../../src/ticket/draft.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"
import { readLines } from "../../../training/read-lines.ts"
import { passOver, rowsOfParts, type ReportSet, type Row } from "../row.ts"

const strings = z.array(z.string())
const note = z.object({ text: z.string(), from: strings, words: z.array(strings) })
const promise = z.extend(note, { who: z.enum(["agent", "customer"]), until: z.nullable(z.string()) })
const line = z.object({
  id: z.string(),
  language: z.string(),
  thread: z.array(z.object({ role: z.enum(["customer", "agent", "note"]), text: z.string() })),
  gold: z.object({
    wanted: z.array(note),
    tried: z.array(note),
    promised: z.array(promise),
    open: z.array(note),
    mood: z.string()
  }),
  never: strings,
  also: strings
})
type Thread = z.infer<typeof line>
type Note = z.infer<typeof note>

const FIELDS = { wanted: "wants", tried: "tried", promised: "promised", open: "open" } as const
type Field = keyof typeof FIELDS

/**
 * Support threads with a hand-written note: which of its lines the summary without a model says, which of the summary's
 * lines say something else, and whether anything is in it that must not be.
 */
export const summaryOwn: ReportSet = {
  folder: "summary-own",
  files: ["dev.jsonl"],
  async rows(folder, how) {
    return rowsOfParts(folder, how, (file, part) => rowsOf(readLines(file, line), `summary-own, ${part}`))
  }
}

async function rowsOf(threads: Thread[], set: string): Promise<Row[]> {
  const { result: all, pass } = await passOver(threads.length, () =>
    threads.map((thread) => ({ thread, lines: linesOf(ticketOf(thread)).filter(({ text }) => text !== "") }))
  )
  const fields = Object.keys(FIELDS) as Field[]
  const of = (field: Field) => {
    const gold = all.flatMap(({ thread, lines }) =>
      thread.gold[field].map((one) => linesIn(lines, field).some(({ text }) => isSaid(one, text)))
    )
    const right = all.flatMap(({ thread, lines }) =>
      linesIn(lines, field).map(({ text }) => isRight(thread, field, text))
    )
    return { gold, right }
  }
  const counts = fields.map((field) => ({ field, ...of(field) }))
  const promises = all.flatMap(({ thread, lines }) =>
    thread.gold.promised.flatMap((one) => {
      const said = linesIn(lines, "promised").find(({ text }) => isSaid(one, text))
      return said ? [(said.who ?? "agent") === one.who && (said.until ?? null) === one.until] : []
    })
  )
  const share = (some: boolean[]) => some.filter(Boolean).length / Math.max(1, some.length)
  return [
    { set, metric: "gold lines said", figure: share(counts.flatMap(({ gold }) => gold)), ...pass },
    { set, metric: "lines that are wrong", figure: 1 - share(counts.flatMap(({ right }) => right)), ...pass },
    ...counts.flatMap(({ field, gold, right }): Row[] => [
      { set, metric: `${field}: gold lines said`, figure: share(gold), ...pass, detail: true },
      { set, metric: `${field}: lines that are wrong`, figure: 1 - share(right), ...pass, detail: true }
    ]),
    { set, metric: "promises found: by whom and until when right", figure: share(promises), ...pass },
    {
      set,
      metric: "mood right",
      figure: share(
        all.map(({ thread, lines }) => lines.some(({ kind, text }) => kind === "mood" && text === thread.gold.mood))
      ),
      ...pass
    },
    {
      set,
      metric: "summaries with words that must not be there",
      figure: all.filter(({ thread, lines }) =>
        thread.never.some((words) => lines.some(({ text }) => text.includes(words)))
      ).length,
      unit: "count",
      ...pass
    }
  ]
}

const linesIn = (lines: SummaryLine[], field: Field) => lines.filter(({ kind }) => kind === FIELDS[field])

/** A line says what it must if it has a word of each group, in any case. */
const isSaid = ({ words }: Note, text: string) =>
  words.every((group) => group.some((word) => text.toLowerCase().includes(word.toLowerCase())))

function isRight({ gold, also }: Thread, field: Field, text: string): boolean {
  const isFrom = (sentence: string) => sentence.includes(text.replace(/…$/, "")) || text.includes(sentence)
  return gold[field].some((one) => isSaid(one, text) || one.from.some(isFrom)) || also.some(isFrom)
}

/** Builds the ticket as the relay gets it, without internal notes. */
function ticketOf({ id, thread }: Thread): MaskedTicket {
  return {
    ...{ helpdesk: "eval", ticketId: id, version: "", subject: "", requester: "", agent: "", tags: [] },
    messages: thread.flatMap(({ role, text }, at) =>
      role === "note" ? [] : [{ id: `m${at}`, role, author: "", at: "", text }]
    )
  }
}
