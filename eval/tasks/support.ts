import * as z from "zod/mini"
import type { Verifier } from "../../src/models/drafter/contract.ts"
import { LetterVerification } from "../../src/relay/drafting/pipeline/letter-verification.ts"
import { supportChecker } from "../../src/checks/judge-sentence.ts"
import { supportSignals } from "../../src/checks/support-signals.ts"
import { languageWritten } from "../../src/text/language.ts"
import { LANGUAGES } from "../../src/text/languages.ts"
import { sentences } from "../../src/text/sentences.ts"
import { isConfirmed, isDenied, type Claim, type Verification, type Source } from "../../src/ticket/draft.ts"
import type { MaskedTicket } from "../../src/ticket/masked-ticket.ts"
import { MASK_MODES, NO_RULES, type MaskMode } from "../../src/masking/basis/masking-rules.ts"
import { maskText, type MaskTable } from "../../src/masking/index.ts"
import type { MaskedSpan } from "../../src/masking/mask-text.ts"
import { EVAL_PERSON } from "../knowledge.ts"
import { verifierNamed, usageLines } from "../model.ts"
import { choice, lineId, lineTask, word } from "../task.ts"
import { UNDER_WAY } from "./retrieve.ts"

export const supportLine = z.object({ id: lineId, sources: z.array(z.string()), text: z.string() })

/** Judges each sentence of a text by sources, as the sentences of a draft are judged, without a ticket. */
export const support = lineTask({
  usage:
    "support [--masked strict|balanced] [--model NAME]   {id, sources: [text], text} -> {id, supported, score, sentences: [{start, end, supported, signals, missing, judged}], judge}",
  options: { masked: { type: "string" }, model: { type: "string" } },
  shape: supportLine,
  open(values, { signal }) {
    const { verifier, used } = verifierNamed(word(values, "model"))
    // A model sees nothing that isn't masked.
    const mode = choice(values, "masked", MASK_MODES) ?? (verifier && "strict")
    const verifications: Verification[] = []
    return {
      parallel: verifier ? UNDER_WAY : 1,
      summary: () => (verifier ? [...verdictLines(verifications), ...usageLines(used, "verify")] : []),
      async work(given) {
        const { text, sources, inGiven } = mode ? maskTogether(given, mode) : { ...given, inGiven: unmoved }
        const checked = checkText(text, sources)
        const { claims, verification } = verifier ? await verified(checked, verifier, signal) : checked
        if (verification) verifications.push(verification)
        return { ...inGiven(verdictOn({ ...checked, claims })), ...(verification && { judge: verification }) }
      }
    }
  }
})

/** Judges a text without a model. */
export function judgeText(text: string, sources: readonly string[]): JudgedText {
  return verdictOn(checkText(text, sources))
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
  /** What the judge says, if one was asked and has a verdict. */
  judged?: "confirmed" | "doubted"
}

/** A text with what the rules say of its sentences, in their order. */
interface CheckedText {
  text: string
  sources: Source[]
  claims: readonly Claim[]
  signals: JudgedSentence["signals"][]
  verification?: undefined
}

function checkText(text: string, texts: readonly string[]): CheckedText {
  const language = languageOf(text) ?? languageOf(texts.join("\n"))
  const sources = texts.map(sourceOf)
  const check = supportChecker(NO_TICKET, sources, { language })
  const signalsOf = supportSignals(NO_TICKET, sources, { language })
  const all = sentences(text, language)
  return {
    text,
    sources,
    claims: all.map((one) => ({ ...check(one.text, one.start), start: one.start, end: one.end })),
    signals: all.map((one) => signalsOf(one.text))
  }
}

/** Asks the verifier about the claims of the rules, as for a letter that a model wrote. */
function verified({ text, claims, sources }: CheckedText, verifier: Verifier, signal: AbortSignal) {
  const setting = { today: new Date().toISOString().slice(0, 10) }
  const against = { ticket: NO_TICKET, sources, language: languageOf(text), setting }
  return new LetterVerification(against, { verifier, person: EVAL_PERSON, signal }).end(text, claims)
}

function judgedBy({ verdict }: Claim): Pick<JudgedSentence, "judged"> {
  return isConfirmed(verdict) ? { judged: "confirmed" } : isDenied(verdict) ? { judged: "doubted" } : {}
}

/** Returns what became of the requests to the judge, for the run's summary. */
function verdictLines(verifications: readonly Verification[]): string[] {
  const sum = (what: "confirmed" | "doubted") => verifications.reduce((all, one) => all + one[what], 0)
  return [
    `judge confirmed  ${sum("confirmed")}`,
    `judge doubted  ${sum("doubted")}`,
    `judge gave no verdict  ${verifications.filter(({ state }) => state !== "done").length}`
  ]
}

function verdictOn({ text, claims, signals }: Omit<CheckedText, "verification">): JudgedText {
  const score = Math.min(1, ...claims.map(chanceOf))
  return {
    supported: score >= 0.5,
    score,
    sentences: claims.map((claim, at) => ({
      start: claim.start,
      end: claim.end,
      supported: isSupported(claim),
      signals: signals[at] ?? { coverage: 0, facts: 0 },
      missing: missingIn(claim, text.slice(claim.start, claim.end)),
      ...judgedBy(claim)
    }))
  }
}

/** Masks a text and its sources with one table, in which a name has the same placeholder everywhere. */
function maskTogether(given: { text: string; sources: readonly string[] }, mode: MaskMode) {
  const options = { rules: { ...NO_RULES, mode } }
  let table: MaskTable = { entries: [] }
  const mask = (one: string) => {
    const masked = maskText(one, table, [], options)
    table = masked.table
    return masked
  }
  const sources = given.sources.map((one) => mask(one).text)
  const { text, spans } = mask(given.text)
  const back = (at: number, isEnd: boolean) => placeBefore(spans, at, isEnd)
  const inText = <T extends { start: number; end: number }>(part: T): T => ({
    ...part,
    start: back(part.start, false),
    end: back(part.end, true)
  })
  /** Moves the offsets to where they lie in the text as given. */
  const inGiven = (judged: JudgedText): JudgedText => ({
    ...judged,
    sentences: judged.sentences.map((one) => ({ ...inText(one), missing: one.missing.map(inText) }))
  })
  return { text, sources, inGiven }
}

const unmoved = (judged: JudgedText): JudgedText => judged

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

/** Says whether a sentence bears no mark. A quiet note is none. */
const isSupported = ({ state }: Pick<Claim, "state">): boolean => CHANCES[state] >= 0.5

/**
 * Returns the chance that a sentence is true. A verifier's yes takes half of what is missing away where no rule has found
 * anything; that half is a guess, because how often one is right depends on the model.
 */
function chanceOf({ state, verdict }: Claim): number {
  const chance = CHANCES[state]
  return isConfirmed(verdict) && isSupported({ state }) ? (1 + chance) / 2 : chance
}

/**
 * How many sentences of each state are true, of the articles of support-own, of which half of all sentences are. The
 * least of a text's sentences counts for the whole.
 */
const CHANCES: Readonly<Record<Claim["state"], number>> = {
  courtesy: 0.95,
  supported: 0.65,
  "not-found": 0.5,
  near: 0.5,
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
