import { sentences } from "../../text/sentences.ts"
import { withoutInjection } from "../injection/find-injection.ts"
import { rankEvidence } from "./rank.ts"

/** A question for which the nearest sentences are wanted, in another part of the extension. */
export interface AnswerJob {
  kind: "answer"
  question: string
  /** ISO 639-1. */
  language: string | null
  /** `about` is the title and the headings above the text. 0 is the ticket itself. */
  sources: { n: number; about: string; text: string }[]
}

export interface AnsweringSentence {
  n: number
  text: string
}

/**
 * Returns the sentences that are nearest to a question, best first. They needn't answer it: without a model nobody knows
 * that, so the agent reads them. What stands under a heading is about it, so its words count for each sentence.
 */
export function runAnswerJob({ question, language, sources }: AnswerJob): AnsweringSentence[] {
  const said = sources.flatMap(({ n, about, text }) =>
    sentences(n === TICKET ? withoutInjection(text) : text, language)
      .filter((one) => /\p{L}.*\s.*\p{L}/u.test(one.text) || language === "ja")
      .map((one) => ({ n, text: one.text, ranked: about === "" ? one.text : `${about}: ${one.text}` }))
  )
  const ranked = rankEvidence(
    question,
    said.map((one) => one.ranked),
    language
  )
  const best = ranked[0]?.score ?? 0
  return ranked
    .filter(({ score }) => score >= NEAR && score >= best * SHARE)
    .slice(0, MOST)
    .flatMap(({ index }) => {
      const one = said[index]
      return one ? [{ n: one.n, text: one.text }] : []
    })
}

/** An order to a machine in the ticket is no answer to the agent. */
const TICKET = 0
/** The same as for a sentence and its source (`pairs.ts`): most sentences that have nothing to do with it stay below. */
const NEAR = 0.25
/** What is much farther away than the best one isn't shown. */
const SHARE = 0.6
const MOST = 3
