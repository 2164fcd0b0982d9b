import { join } from "node:path"
import { readLines } from "../../training/read-lines.ts"
import { corpusLine } from "../corpus.ts"
import { openKnowledge } from "../knowledge.ts"
import { maskedBy } from "../tasks/retrieve.ts"
import { AT, recallOf, searcher, type Question, type Recall } from "./recall.ts"
import { doc2dialQuestions } from "./retrieval.ts"
import type { ReportSet, Row } from "./row.ts"

const SPLITS = 5

/**
 * Half of each page's conversations are its past tickets, and the turns of the other half are questions. They are
 * compared with the same questions without past tickets, in five random splits. The only conversation of a page is a
 * past ticket or a question by chance. In the second case it shows what past tickets take from pages without any.
 */
export const pastTickets: ReportSet = {
  folder: "doc2dial",
  files: ["dev.jsonl", "docs.jsonl"],
  async rows(folder, how) {
    const questions = doc2dialQuestions(join(folder, "dev.jsonl"))
    const knowledge = await openKnowledge(readLines(join(folder, "docs.jsonl"), corpusLine), how.signal)
    try {
      const ticketOf = maskedBy(undefined, knowledge.rules)
      // The searcher remembers what it found before the first past ticket was learnt.
      const before = searcher(knowledge, how)
      await recallOf(questions, ticketOf, before)
      const splits: Split[] = []
      for (let split = 1; split <= SPLITS; split++) {
        how.say(`doc2dial: past tickets, split ${split} of ${SPLITS}`)
        const { past, asked } = halvesOf(questions, split)
        await knowledge.learn(past.map((one) => ({ ticket: ticketOf(one.asked), documents: one.gold })))
        const after = searcher(knowledge, how)
        const known = new Set(past.map(({ gold: [page] }) => page))
        const compare = async (some: Question[]): Promise<Compared> => ({
          before: await recallOf(some, ticketOf, before),
          after: await recallOf(some, ticketOf, after)
        })
        splits.push({
          all: await compare(asked),
          known: await compare(asked.filter(({ gold: [page] }) => known.has(page))),
          unknown: await compare(asked.filter(({ gold: [page] }) => !known.has(page)))
        })
      }
      return rowsOf(splits)
    } finally {
      await knowledge.close()
    }
  }
}

interface Compared {
  before: Recall
  after: Recall
}

interface Split {
  all: Compared
  /** These are the questions about pages with past tickets, and about pages without any. */
  known: Compared
  unknown: Compared
}

const PAGES: Record<keyof Split, string> = {
  all: "with past tickets",
  known: "with past tickets, pages that have some",
  unknown: "with past tickets, pages that have none"
}

function rowsOf(splits: readonly Split[]): Row[] {
  const mean = (of: (split: Split) => number) => splits.reduce((sum, split) => sum + of(split), 0) / splits.length
  return (["all", "known", "unknown"] as const).flatMap((pages) =>
    AT.flatMap((k, i): Row[] => {
      const row = {
        set: "doc2dial, page from the customer's turns",
        seconds: mean((split) => split[pages].after.pass.seconds),
        linesPerSecond: mean((split) => split[pages].after.pass.linesPerSecond),
        ...(k > 1 && { detail: true as const })
      }
      const after = mean((split) => split[pages].after.all[i] ?? 0)
      const before = mean((split) => split[pages].before.all[i] ?? 0)
      return [
        { ...row, metric: `${PAGES[pages]}: R@${k}`, figure: after },
        { ...row, metric: `${PAGES[pages]}: R@${k} against without`, figure: after - before, unit: "points" }
      ]
    })
  )
}

/**
 * Divides each page's conversations at random into past tickets, of which only the last turn's thread is needed, and
 * questions.
 */
function halvesOf(questions: readonly Question[], seed: number): { past: Question[]; asked: Question[] } {
  const random = randomOf(seed)
  const past: Question[] = []
  const asked: Question[] = []
  for (const [, own] of Map.groupBy(questions, ({ gold: [page] }) => page)) {
    const conversations = [...Map.groupBy(own, conversationOf).values()]
      .map((turns) => ({ turns, at: random() }))
      .sort((a, b) => a.at - b.at)
    const half = Math.floor((conversations.length + (random() < 0.5 ? 1 : 0)) / 2)
    conversations.forEach(({ turns }, at) => {
      if (at < half) past.push(...turns.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, 1))
      else asked.push(...turns)
    })
  }
  return { past, asked }
}

const lengthOf = ({ asked }: Question) => asked.thread.length
/** The id of a turn is that of its conversation and a number. */
const conversationOf = ({ asked }: Question) => String(asked.id).replace(/_\d+$/, "")

/** Returns random numbers from 0 to 1 that are the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x45d9f3b)
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
  }
}
