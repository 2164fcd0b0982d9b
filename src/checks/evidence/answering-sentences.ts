import { sentences } from "../../text/sentences.ts"
import { visibleReply } from "../../text/mail/mail-parts.ts"
import type { Role } from "../../ticket/ticket.ts"
import { agentActs, asksForPromise } from "../speech/speech-acts.ts"
import { withoutInjection } from "../injection/find-injection.ts"
import { deniesItems } from "./patterns.ts"
import { rankEvidence } from "./rank.ts"

/** A question for which the nearest sentences are wanted, in another part of the extension. */
export interface AnswerJob {
  kind: "answer"
  question: string
  /** ISO 639-1. */
  language: string | null
  /** `about` is the title and the headings above the text. 0 is the ticket itself, where `by` is who wrote it. */
  sources: { n: number; about: string; text: string; by?: Role | undefined }[]
}

export interface AnsweringSentence {
  n: number
  text: string
  /** The heading or line above its list that denies it ("Not covered"). Alone, the sentence would say the opposite. */
  deniedBy?: string
}

/**
 * Returns the team's promises in the ticket, newest first, if the question is about them, and else the sentences that
 * are nearest to it.
 */
export function runAnswerJob(job: AnswerJob): AnsweringSentence[] {
  const promises = asksForPromise(job.question) ? promisesIn(job) : []
  return promises.length > 0 ? promises : nearestSentences(job)
}

function promisesIn({ sources, language }: AnswerJob): AnsweringSentence[] {
  return sources
    .filter(({ n, by }) => n === TICKET && by === "agent")
    .flatMap(({ n, text }) =>
      sentences(withoutInjection(visibleReply(text).visible), language)
        .filter((one) => agentActs(one.text, language).isPromise)
        .map((one) => ({ n, text: one.text }))
    )
    .reverse()
    .slice(0, MOST)
}

/**
 * Returns the sentences that are nearest to a question, best first. They needn't answer it: without a model nobody knows
 * that, so the agent reads them. Headings and questions answer nothing themselves, but what is below them is about them,
 * so their words count for each sentence there.
 */
function nearestSentences({ question, language, sources }: AnswerJob): AnsweringSentence[] {
  const said = sources.flatMap(({ n, about, text }) =>
    (n === TICKET ? ofTicket(text, language) : ofPage(text, language))
      .filter((one) => hasTwoWords(one.text) || language === "ja")
      .map((one) => ({ n, one, ranked: [about, one.below, one.text].filter(Boolean).join(": ") }))
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
      const found = said[index]
      if (!found) return []
      const { n, one } = found
      return [{ n, text: one.text, ...(one.isDenied && { deniedBy: one.below }) }]
    })
}

/** A sentence, and the heading, the line or the question that it is below. */
interface Below {
  text: string
  below: string
  isDenied: boolean
}

function ofTicket(text: string, language: string | null): Below[] {
  return sentences(withoutInjection(text), language)
    .filter((one) => !QUESTION.test(one.text))
    .map((one) => ({ text: one.text, below: "", isDenied: false }))
}

function ofPage(text: string, language: string | null): Below[] {
  // A page without a single full stop has no headings that could be told from its sentences.
  const hasStops = text.split("\n").some((line) => STOP.test(line))
  let heading = ""
  let lead = ""
  return text.split("\n").flatMap((line): Below[] => {
    const bare = line.replace(ITEM, "").trim()
    const isItem = bare !== line.trim()
    const isHeading = QUESTION.test(bare)
      ? sentences(bare, language).length === 1
      : !STOP.test(bare) && !LEAD.test(bare)
    if (!isItem && hasStops && bare.length < LONG && isHeading) {
      if (bare !== "") heading = bare
      lead = ""
      return []
    }
    if (!isItem) lead = ""
    return sentences(bare, language).flatMap((one) => {
      if (!isItem && (LEAD.test(one.text) || QUESTION.test(one.text))) {
        lead = one.text
        return []
      }
      const below = lead || heading
      return [{ text: one.text, below, isDenied: isItem && below !== "" && deniesItems(below, language) }]
    })
  })
}

/** Says whether letters stand on both sides of white space. */
function hasTwoWords(text: string): boolean {
  const words = text.slice(Math.max(0, text.search(/\p{L}/u)))
  const gap = words.search(/\s/)
  return gap >= 0 && /\p{L}/u.test(words.slice(gap))
}

/** An order to a machine in the ticket is no answer to the agent. */
const TICKET = 0
/** The same as for a sentence and its source (`pairs.ts`): most sentences that have nothing to do with it stay below. */
const NEAR = 0.25
/** What is much farther away than the best one isn't shown. */
const SHARE = 0.6
const MOST = 3
const ITEM = /^\s*(?:[-*•] |\d{1,3}\. )/
/** A line of at least this many characters says something; a shorter one without a full stop is a heading. */
const LONG = 80
const STOP = /[.!?。！？…]["')\]»”’」』）]*$/u
const LEAD = /[:：]$/u
const QUESTION = /[?？]["')\]»”’」』）]*$/u
