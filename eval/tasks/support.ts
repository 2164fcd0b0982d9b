import * as z from "zod/mini"
import { supportChecker, supportSignals } from "../../src/checks/index.ts"
import { languageWritten } from "../../src/text/language.ts"
import { LANGUAGES } from "../../src/text/languages.ts"
import { sentences } from "../../src/text/sentences.ts"
import type { Claim, Source } from "../../src/ticket/draft.ts"
import type { MaskedTicket } from "../../src/ticket/masked-ticket.ts"
import { MASK_MODES, NO_RULES, type MaskMode } from "../../src/masking/basis/masking-rules.ts"
import { maskText, type MaskTable } from "../../src/masking/index.ts"
import type { MaskedSpan } from "../../src/masking/mask-text.ts"
import { choice, lineId, lineTask } from "../task.ts"

export const supportLine = z.object({ id: lineId, sources: z.array(z.string()), text: z.string() })

/** Judges each sentence of a text by sources, as the sentences of a draft are judged, without a ticket. */
export const support = lineTask({
  usage:
    "support [--masked strict|balanced]   {id, sources: [text], text} -> {id, supported, score, sentences: [{start, end, supported, signals, missing}]}",
  options: { masked: { type: "string" } },
  shape: supportLine,
  open(values) {
    const mode = choice(values, "masked", MASK_MODES)
    return { work: ({ sources, text }) => (mode ? judgeMasked(text, sources, mode) : judgeText(text, sources)) }
  }
})

/** Judges text and sources masked with one table, in which a name has the same placeholder everywhere. */
function judgeMasked(text: string, texts: readonly string[], mode: MaskMode): JudgedText {
  const options = { rules: { ...NO_RULES, mode } }
  let table: MaskTable = { entries: [] }
  const mask = (one: string) => {
    const masked = maskText(one, table, [], options)
    table = masked.table
    return masked
  }
  const sources = texts.map((one) => mask(one).text)
  const masked = mask(text)
  const judged = judgeText(masked.text, sources)
  const back = (at: number, isEnd: boolean) => placeBefore(masked.spans, at, isEnd)
  const inText = <T extends { start: number; end: number }>(part: T): T => ({
    ...part,
    start: back(part.start, false),
    end: back(part.end, true)
  })
  return {
    ...judged,
    sentences: judged.sentences.map((one) => ({ ...inText(one), missing: one.missing.map(inText) }))
  }
}

/** Returns the place in the text as given. Within a placeholder it is the start or the end of what it stands for. */
function placeBefore(spans: readonly MaskedSpan[], at: number, isEnd: boolean): number {
  let gained = 0
  for (const { start, end, placeholder } of spans) {
    const from = start + gained
    if (at <= from) break
    if (at < from + placeholder.length) return isEnd ? end : start
    gained += placeholder.length - (end - start)
  }
  return at - gained
}

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
