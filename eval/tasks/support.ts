import * as z from "zod/mini"
import { supportChecker, supportSignals } from "../../src/checks/index.ts"
import { languageWritten } from "../../src/text/language.ts"
import { LANGUAGES } from "../../src/text/languages.ts"
import { sentences } from "../../src/text/sentences.ts"
import type { Claim, Source } from "../../src/ticket/draft.ts"
import type { MaskedTicket } from "../../src/ticket/masked-ticket.ts"
import { lineId, lineTask } from "../task.ts"

export const supportLine = z.object({ id: lineId, sources: z.array(z.string()), text: z.string() })

/** Judges each sentence of a text by sources, as the sentences of a draft are judged, without a ticket. */
export const support = lineTask({
  usage: "support {id, sources: [text], text} -> {id, supported, score, sentences}",
  shape: supportLine,
  open: () => ({ work: ({ sources, text }) => judgeText(text, sources) })
})

export interface JudgedText {
  supported: boolean
  score: number
  sentences: JudgedSentence[]
}

interface JudgedSentence {
  start: number
  end: number
  supported: boolean
  signals: { coverage: number; facts: number }
  /** What isn't supported, by kind, with its place in the text. */
  missing: { kind: string; start: number; end: number }[]
}

export function judgeText(text: string, texts: readonly string[]): JudgedText {
  const language = languageOf(text) ?? languageOf(texts.join("\n"))
  const sources = texts.map(sourceOf)
  const check = supportChecker(NO_TICKET, sources, { language })
  const signalsOf = supportSignals(NO_TICKET, sources, { language })
  const judged = sentences(text, language).map(({ start, end, text: sentence }) => {
    const claim = check(sentence, start)
    const signals = signalsOf(sentence)
    return {
      claim,
      sentence: { start, end, supported: isSupported(claim), signals, missing: missingIn(claim, sentence) }
    }
  })
  const score = Math.min(1, ...judged.map(({ claim }) => CHANCES[claim.state]))
  return { supported: score >= 0.5, score, sentences: judged.map(({ sentence }) => sentence) }
}

/** Says whether a sentence bears no mark. A quiet note is none. */
const isSupported = ({ state }: Pick<Claim, "state">): boolean => CHANCES[state] >= 0.5

/**
 * How many sentences of each state are true, of the articles of support-own, of which half of all sentences are. The
 * least of a text's sentences counts for the whole.
 */
const CHANCES: Readonly<Record<Claim["state"], number>> = {
  courtesy: 0.95,
  supported: 0.65,
  "not-found": 0.5,
  "look-again": 0.05,
  "no-source": 0.05,
  "needs-approval": 0.05,
  contradicts: 0.02
}

function missingIn(claim: Claim, sentence: string): JudgedSentence["missing"] {
  if (isSupported(claim) && claim.state !== "not-found") return []
  const at = claim.words === undefined ? -1 : sentence.indexOf(claim.words)
  const [start, end] =
    at < 0 ? [claim.start, claim.end] : [claim.start + at, claim.start + at + (claim.words?.length ?? 0)]
  return [{ kind: claim.reason ?? claim.state, start, end }]
}

function languageOf(text: string): string | null {
  return languageWritten(text, LANGUAGES).language
}

const sourceOf = (passage: string, i: number): Source => ({
  n: i + 1,
  id: String(i + 1),
  title: "",
  kind: "article",
  headings: [],
  passage,
  visibility: "public",
  score: 1
})

const NO_TICKET: MaskedTicket = {
  helpdesk: "eval",
  ticketId: "0",
  version: "0",
  subject: "",
  requester: "[PERSON_1]",
  agent: "[PERSON_2]",
  tags: [],
  fields: {},
  messages: []
}
