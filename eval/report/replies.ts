import { join } from "node:path"
import { type AnalysedText, analyseThread } from "../../src/search/replies/analyse-text.ts"
import type { HelpPage } from "../../src/search/replies/page-features.ts"
import { FEATURES, FEATURES_WITH_PAGES, rankReplies, type Weights } from "../../src/search/replies/rank-replies.ts"
import type { MaskedTicket } from "../../src/ticket/masked-ticket.ts"
import { candidatesOf, cutTexts, examplesOf, weightsFrom } from "../../training/replies/examples.ts"
import {
  allAsCustomer,
  customerAlone,
  FILES,
  foldOf,
  FOLDS,
  readReplyRows,
  type ReplyRow
} from "../../training/replies/rows.ts"
import { corpusLine } from "../corpus.ts"
import { openKnowledge } from "../knowledge.ts"
import { inLanes } from "../lanes.ts"
import { AT, shareWithin } from "./recall.ts"
import { passOver, type How, type Pass, type ReportSet, type Row } from "./row.ts"
import { readLines } from "../../training/read-lines.ts"

/**
 * Ranks Doc2Dial's next reply of the agent among a hundred, by folds. The weights are trained five times, each time
 * without a fifth of the help pages, and scored on the conversations about those pages. The rows compare the result
 * alone, with the help pages, and without the agent's own turns, to show what these contribute. The weights that ship
 * are also scored, which were trained on all of these rows.
 */
export const rankedReplies: ReportSet = {
  folder: "doc2dial",
  files: FILES,
  async rows(folder, how) {
    const replies = readReplyRows(folder)
    const cut = cutTexts(replies)
    const { pages, pagesOfAll } = await findAll(folder, replies.rows, how)
    const ways: Way[] = [
      { about: "by folds" },
      { about: "by folds, without the agent's turns", threadOf: customerAlone },
      { about: "by folds, with help pages", pages },
      { about: "by folds, with help pages, without the agent's turns", pages, threadOf: customerAlone },
      { about: "by folds, with help pages found by the agent's turns too", pages: pagesOfAll }
    ]
    const rows: Row[] = []
    for (const way of ways)
      rows.push(...rowsOf("doc2dial, reply of 100", way, await placesByFolds(replies.rows, cut, way, how)))
    for (const way of [{ about: "shipped weights" }, { about: "shipped weights, with help pages", pages }]) {
      rows.push(
        ...rowsOf("doc2dial, reply of 100 (trained on these rows)", way, await placesOf(replies.rows, cut, way)).map(
          (row): Row => ({ ...row, detail: true })
        )
      )
    }
    return rows
  }
}

interface Way {
  about: string
  pages?: HelpPage[][]
  threadOf?: (ticket: MaskedTicket) => MaskedTicket
}
interface Placed {
  places: number[]
  pass: Pass
}

async function findAll(
  folder: string,
  rows: readonly ReplyRow[],
  { say, signal }: How
): Promise<{ pages: HelpPage[][]; pagesOfAll: HelpPage[][] }> {
  const knowledge = await openKnowledge(readLines(join(folder, "docs.jsonl"), corpusLine), signal)
  try {
    say(`doc2dial: ${rows.length} conversations, the help pages for each, by the customer's turns and by all`)
    const pages = await inLanes(rows, ({ ticket }) => knowledge.pagesFor(ticket))
    return { pages, pagesOfAll: await inLanes(rows, ({ ticket }) => knowledge.pagesFor(allAsCustomer(ticket))) }
  } finally {
    await knowledge.close()
  }
}

/** Returns the place of the actual next reply in each row. 0 is first. */
async function placesByFolds(
  rows: readonly ReplyRow[],
  cut: ReadonlyMap<string, AnalysedText>,
  way: Way,
  { say, signal }: How
): Promise<Placed> {
  const names = way.pages ? FEATURES_WITH_PAGES : FEATURES
  const examples = examplesOf(rows, cut, names, way.pages, way.threadOf)
  const weights: Weights[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    await new Promise(setImmediate)
    signal.throwIfAborted()
    weights.push(
      weightsFrom(
        examples.filter((_, at) => foldOf(rows[at]?.page ?? "") !== fold),
        names
      )
    )
  }
  say(`doc2dial: ${way.about}`)
  return placesOf(rows, cut, way, ({ page }) => weights[foldOf(page)])
}

async function placesOf(
  rows: readonly ReplyRow[],
  cut: ReadonlyMap<string, AnalysedText>,
  { pages, threadOf = (ticket) => ticket }: Way,
  weightsFor: (row: ReplyRow) => Weights | undefined = () => undefined
): Promise<Placed> {
  const { result: places, pass } = await passOver(rows.length, () =>
    rows.map((row, at) => {
      const weights = weightsFor(row)
      return rankReplies(analyseThread(threadOf(row.ticket)), candidatesOf(row, cut), {
        pages: pages?.[at] ?? [],
        ...(weights ? { weights } : {})
      }).findIndex((reply) => reply.at === row.sent)
    })
  )
  return { places, pass }
}

/** These are the figures of the set's authors, with the last three turns. */
const BM25 = ["32.2 %", "61.6 %", "69.8 %"] as const

function rowsOf(set: string, { about }: Way, { places, pass }: Placed): Row[] {
  return AT.map(
    (k, i): Row => ({
      set,
      metric: `${about}: R@${k}`,
      figure: shareWithin(places, k),
      baseline: `${BM25[i]}: BM25`,
      ...pass
    })
  )
}
