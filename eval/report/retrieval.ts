import { join } from "node:path"
import * as z from "zod/mini"
import { allAsCustomer } from "../../training/replies/rows.ts"
import { corpusLine } from "../corpus.ts"
import { openKnowledge } from "../knowledge.ts"
import { maskedBy } from "../tasks/retrieve.ts"
import { answerRows } from "./answers.ts"
import { recallOf, recallRows, searcher, type Question, type Recall } from "./recall.ts"
import { type ReportSet, type Row } from "./row.ts"
import { readLines } from "../../training/read-lines.ts"

const customer = (texts: string[]) => texts.map((text) => ({ role: "customer" as const, text }))
const scenario = z.object({ id: z.string(), question: z.string(), scenario: z.string(), gold: z.string() })
const dialogue = z.object({ id: z.string(), history: z.array(z.string()), doc: z.string() })

/** Public questions with the page that answers each, searched for as they are and as masking leaves them. */
export const retrieval: readonly ReportSet[] = [
  found("orsharc", "snippets.jsonl", "scenario and question", ["62.7 %", "89.7 %", "94.6 %"], (file) =>
    readLines(file, scenario).map((row) =>
      // `history` isn't used, because its questions were written from the answer.
      ({
        asked: { id: row.id, thread: customer([row.scenario, row.question].filter((text) => text.trim())) },
        gold: [row.gold]
      })
    )
  ),
  found("doc2dial", "docs.jsonl", "page from the customer's turns", ["65.1 %", "85.4 %", "91.7 %"], doc2dialQuestions)
]

/**
 * Reads the questions of Doc2Dial. The latest turn comes first in the file, but a thread begins with the oldest. Search
 * reads only the customer's turns.
 */
export function doc2dialQuestions(file: string): Question[] {
  return readLines(file, dialogue).map((row) => ({
    asked: { id: row.id, thread: row.history.toReversed().map(turnOf) },
    gold: [row.doc]
  }))
}

const turnOf = (turn: string) => ({
  role: turn.startsWith("user:") ? ("customer" as const) : ("agent" as const),
  text: turn.replace(/^(?:user|agent):/, "")
})

function found(
  folder: string,
  corpus: string,
  what: string,
  bm25: readonly string[],
  questionsOf: (file: string) => Question[]
): ReportSet {
  return {
    folder,
    files: ["dev.jsonl", corpus],
    async rows(at, how) {
      const questions = questionsOf(join(at, "dev.jsonl"))
      const knowledge = await openKnowledge(readLines(join(at, corpus), corpusLine), how.signal)
      try {
        const search = searcher(knowledge, how)
        const rows: Row[] = []
        let plain: Recall | undefined
        for (const mode of [undefined, "strict", "balanced"] as const) {
          how.say(`${folder}: ${questions.length} questions, ${mode ? `masked, ${mode}` : "as they are"}`)
          const about = mode ? `masked, ${mode}` : "plain"
          const recall = await recallOf(questions, maskedBy(mode, knowledge.rules), search)
          rows.push(...recallRows(`${folder}, ${what}`, about, recall, bm25))
          if (plain)
            rows.push({
              set: `${folder}, ${what}`,
              metric: `${about}: R@5 against plain`,
              figure: (recall.all[1] ?? 0) - (plain.all[1] ?? 0),
              unit: "points",
              ...recall.pass
            })
          plain ??= recall
        }
        if (questions.some(({ asked }) => asked.thread.some(({ role }) => role === "agent"))) {
          how.say(`${folder}: by the agent's turns too`)
          const plainly = maskedBy(undefined, knowledge.rules)
          rows.push(
            ...recallRows(
              `${folder}, ${what}`,
              "by the agent's turns too",
              await recallOf(questions, (asked) => allAsCustomer(plainly(asked)), search)
            ).map((row): Row => ({ ...row, detail: true }))
          )
        }
        rows.push(...(await answerRows(folder, questions, knowledge, maskedBy(undefined, knowledge.rules), how)))
        return rows
      } finally {
        await knowledge.close()
      }
    }
  }
}
