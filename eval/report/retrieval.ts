import { join } from "node:path"
import * as z from "zod/mini"
import type { MaskedTicket } from "../../src/ticket/masked.ts"
import { corpusLine } from "../corpus.ts"
import { openKnowledge, type Knowledge } from "../knowledge.ts"
import { maskedBy, UNDER_WAY, type Asked } from "../tasks/retrieve.ts"
import { passOver, readLines, type How, type Pass, type ReportSet, type Row } from "./row.ts"

interface Question { asked: Asked; gold: string }

const customer = (texts: string[]) => texts.map((text) => ({ role: "customer" as const, text }))
const scenario = z.object({ id: z.string(), question: z.string(), scenario: z.string(), gold: z.string() })
const dialogue = z.object({ id: z.string(), history: z.array(z.string()), doc: z.string() })

/** Public questions with the page that answers each: found as they are, and as masking leaves them. */
export const retrieval: readonly ReportSet[] = [
  found("orsharc", "snippets.jsonl", "scenario and question", ["62.7 %", "89.7 %", "94.6 %"], (file) => readLines(file, scenario).map((row) =>
    // `history` isn't used: its questions were written from the answer.
    ({ asked: { id: row.id, thread: customer([row.scenario, row.question].filter((text) => text.trim())) }, gold: row.gold }))),
  found("doc2dial", "docs.jsonl", "page from the customer's turns", ["65.1 %", "85.4 %", "91.7 %"], (file) => readLines(file, dialogue).map((row) =>
    // The latest turn stands first in the file, a thread begins with the oldest.
    ({ asked: { id: row.id, thread: customer(row.history.toReversed().filter((turn) => turn.startsWith("user:")).map((turn) => turn.slice("user:".length))) }, gold: row.doc })))
]

function found(folder: string, corpus: string, what: string, bm25: readonly string[], questionsOf: (file: string) => Question[]): ReportSet {
  return {
    folder,
    files: ["dev.jsonl", corpus],
    async rows(at, how) {
      const questions = questionsOf(join(at, "dev.jsonl"))
      const knowledge = await openKnowledge(readLines(join(at, corpus), corpusLine), how.signal)
      try {
        const search = searcher(knowledge, how)
        const scored = []
        for (const mode of [undefined, "strict", "balanced"] as const) {
          how.say(`${folder}: ${questions.length} questions, ${mode ? `masked, ${mode}` : "as they are"}`)
          scored.push({ about: mode ? `masked, ${mode}` : "plain", ...(await recallOf(questions, maskedBy(mode, knowledge.rules), search)) })
        }
        return rowsOf(`${folder}, ${what}`, scored, bm25)
      } finally {
        await knowledge.close()
      }
    }
  }
}

const AT = [1, 5, 10] as const

/** What masking leaves as it is needs no second search. */
function searcher({ retriever, person }: Knowledge, { signal }: How): (ticket: MaskedTicket) => Promise<string[]> {
  const known = new Map<string, Promise<string[]>>()
  return (ticket) => {
    const key = JSON.stringify(ticket.messages.map(({ text }) => text))
    const before = known.get(key)
    if (before) return before
    const ids = retriever.find(ticket, person, signal, Math.max(...AT)).then(({ sources }) => sources.map(({ id }) => id))
    known.set(key, ids)
    return ids
  }
}

async function recallOf(questions: Question[], ticketOf: (asked: Asked) => MaskedTicket, search: (ticket: MaskedTicket) => Promise<string[]>): Promise<{ recall: number[]; pass: Pass }> {
  const places: number[] = []
  const waiting = questions.values()
  const lane = async () => {
    for (const { asked, gold } of waiting) places.push((await search(ticketOf(asked))).indexOf(gold))
  }
  const { pass } = await passOver(questions.length, () => Promise.all(Array.from({ length: UNDER_WAY }, lane)))
  return { recall: AT.map((k) => places.filter((place) => place >= 0 && place < k).length / questions.length), pass }
}

function rowsOf(set: string, scored: { about: string; recall: number[]; pass: Pass }[], bm25: readonly string[]): Row[] {
  const [plain] = scored
  return scored.flatMap(({ about, recall, pass }) => [
    ...AT.map((k, i): Row => ({ set, metric: `${about}: R@${k}`, figure: recall[i] ?? 0, baseline: `${bm25[i]}: BM25`, ...pass })),
    ...(about === "plain" ? [] : [{ set, metric: `${about}: R@5 against plain`, figure: (recall[1] ?? 0) - (plain?.recall[1] ?? 0), unit: "points" as const, ...pass }])
  ])
}
