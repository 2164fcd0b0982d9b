import type { Insertable } from "kysely"
import { promiseIn } from "../../../checks/promises.ts"
import { urgencySigns } from "../../../intent/urgency.ts"
import type { Outcome } from "../../../protocol/outcome.ts"
import { CASE_SIGNALS, HEAVY_FROM, type CaseSignal } from "../../../protocol/review.ts"
import type { OutcomeRow } from "../../../storage/schema.ts"
import { facts } from "../../../text/facts.ts"
import { sentences } from "../../../text/sentences.ts"
import { plainWords } from "../../../text/words/words.ts"
import { isConfirmed, isDenied, type Claim } from "../../../ticket/draft.ts"
import { angerIn } from "../../drafting/summary/summary.ts"
import { customerTexts } from "../../intents/customer-texts.ts"
import type { DraftContent } from "../cases/draft-content.ts"

/**
 * Returns what the queue finds a case by: why a lead may want to see it, how much all of that weighs, and its words. A
 * reply without a draft has only what the sent text says.
 */
export function queueColumns(
  outcome: Outcome,
  content: Pick<DraftContent, "ticket" | "claims">
): Pick<Insertable<OutcomeRow>, "signals" | "risk"> & { words: string[] } {
  const signals = signalsOf(outcome, content)
  return {
    signals,
    risk: signals.reduce((sum, signal) => sum + RISKS[signal], 0),
    words: searchWords([content.ticket?.subject ?? "", outcome.draft, outcome.sent ?? ""].join("\n"))
  }
}

/** How much each signal weighs when the queue is sorted by risk: what a customer could hold the team to weighs most. */
const RISKS: Record<CaseSignal, number> = {
  contradicted: 4,
  promise: 3,
  angry: 3,
  unverified: 2,
  "heavy-edit": 2,
  disagreement: 1,
  money: 1
}
/** A case with this much risk or more is in the stratum "high" of a sample. */
export const HIGH_RISK = 4

function signalsOf(outcome: Outcome, { ticket, claims }: Pick<DraftContent, "ticket" | "claims">): CaseSignal[] {
  const { language, editDistance } = outcome
  const isUsed = outcome.kind === "inserted" || outcome.kind === "copied"
  const customer = ticket ? customerTexts(ticket) : []
  const escalation = urgencySigns(customer.join("\n"), language).escalate
  const holds: Record<CaseSignal, () => boolean> = {
    contradicted: () => claims.some(({ state }) => state === "contradicts"),
    promise: () => claims.some(({ state }) => state === "needs-approval") || isPromised(outcome),
    angry: () => escalation !== undefined || angerIn(customer, language) !== undefined,
    unverified: () => claims.some(({ state, verdict }) => state === "no-source" || isDenied(verdict)),
    "heavy-edit": () => isUsed && editDistance !== null && editDistance >= HEAVY_FROM,
    disagreement: () => claims.some(isDisputed) || differsFromChecks(outcome, claims),
    money: () => facts(outcome.sent ?? outcome.draft, language).some(({ kind }) => kind === "money")
  }
  return CASE_SIGNALS.filter((signal) => holds[signal]())
}

const isPromised = ({ sent, language }: Outcome): boolean =>
  sent !== null && sentences(sent).some(({ text }) => promiseIn(text, language) !== undefined)

/** The rules and the verifier don't agree about the sentence. */
const isDisputed = ({ state, verdict, cleared }: Claim): boolean =>
  cleared !== undefined ||
  (state === "supported" && isDenied(verdict)) ||
  ((state === "no-source" || state === "contradicts") && isConfirmed(verdict))

/** The agent sent as it was what the checks doubted, or rejected a draft that they found nothing wrong with. */
function differsFromChecks({ kind, sent, editDistance }: Outcome, claims: readonly Claim[]): boolean {
  const isDoubted = claims.some(({ state }) => DOUBTS.has(state))
  if (kind === "rejected") return claims.length > 0 && !isDoubted
  return isDoubted && sent !== null && editDistance === 0 && kind !== "ignored"
}

const DOUBTS = new Set<Claim["state"]>(["contradicts", "needs-approval", "no-source", "look-again"])

/** Returns the words of a text in small letters, each once. A case that has all words of a search is found by it. */
export const searchWords = (text: string): string[] =>
  [...new Set(plainWords(text.toLowerCase().slice(0, MAX_CHARACTERS)))].slice(0, MAX_WORDS)

const MAX_CHARACTERS = 50_000
const MAX_WORDS = 1_000
