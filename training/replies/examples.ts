import { analyseText, type AnalysedText, analyseThread } from "../../src/search/replies/analyse-text.ts"
import type { HelpPage } from "../../src/search/replies/page-features.ts"
import { featuresOf, type Feature, type Weights } from "../../src/search/replies/rank-replies.ts"
import type { MaskedTicket } from "../../src/ticket/masked-ticket.ts"
import { fitWeights, type Example } from "./fit.ts"
import type { ReplyRow, ReplyRows } from "./rows.ts"

/** Prepares each text once. All of Doc2Dial is English. */
export function cutTexts({ texts }: ReplyRows): Map<string, AnalysedText> {
  return new Map([...texts].map(([id, text]) => [id, analyseText(text, "en")]))
}

export function candidatesOf({ candidates }: ReplyRow, cut: ReadonlyMap<string, AnalysedText>): AnalysedText[] {
  return candidates.map((id) => {
    const text = cut.get(id)
    if (!text) throw new Error(`There is no text ${id}.`)
    return text
  })
}

/** Computes the features of each row. @param pages by row, if pages are used */
export function examplesOf(
  rows: readonly ReplyRow[],
  cut: ReadonlyMap<string, AnalysedText>,
  names: readonly Feature[],
  pages: readonly HelpPage[][] = [],
  threadOf = (ticket: MaskedTicket) => ticket
): Example[] {
  return rows.map((row, at) => {
    const features = featuresOf(analyseThread(threadOf(row.ticket)), candidatesOf(row, cut), pages[at] ?? [])
    const values = new Float64Array(row.candidates.length * names.length)
    names.forEach((name, f) =>
      features[name].forEach((value, i) => {
        values[i * names.length + f] = value
      })
    )
    return { features: values, replies: row.candidates.length, sent: row.sent }
  })
}

/** Returns the rounded weights by name, as they ship. */
export function weightsFrom(examples: readonly Example[], names: readonly Feature[]): Weights {
  const fitted = fitWeights(examples, names.length)
  return Object.fromEntries(names.map((name, f) => [name, Math.round((fitted[f] ?? 0) * 1000) / 1000]))
}
