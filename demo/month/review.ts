import type { Result, Verdict } from "../../src/protocol/review.ts"
import type { Reason } from "../../src/ticket/review-reasons.ts"
import type { Chance } from "./chance.ts"
import type { Part } from "./letter.ts"
import { PRAISED, REJECTED, REVIEWED } from "./words/notes.ts"

const LEADS = ["Ines", "Marek", "Noor"]

/**
 * Makes a lead's review of a case. Most cases haven't been reviewed, the newest least of all. Some were drawn at
 * random, and the others chosen because they were edited or rejected.
 */
export function reviewOf(chance: Chance, result: Result, parts: Part[], reached: Date, until: Date) {
  const likely = {
    unchanged: 0.05,
    light: 0.06,
    heavy: 0.16,
    unknown: 0.02,
    rejected: 0.35,
    ignored: 0.05,
    none: 0.02
  }[result]
  const isRandom = chance.of(0.04)
  const hours = chance.whole(3, 60)
  const at = new Date(reached.getTime() + hours * 3_600_000)
  if (!(isRandom || chance.of(likely)) || at > until) return undefined
  const reasons = result === "unchanged" || result === "none" ? [] : reasonsFor(chance, parts)
  const note = reasons[0] ? chance.pick(REVIEWED[reasons[0]]) : chance.pick(PRAISED)
  const verdict = result === "none" ? null : chance.weighed(VERDICT_WEIGHTS[result])
  return {
    ...{ version: chance.of(0.1) ? 2 : 1, done: chance.of(0.95), verdict, is_random: isRandom, reasons, note },
    by: chance.pick(LEADS),
    at
  }
}

/** How often leads would send a draft, by what became of it. */
const VERDICT_WEIGHTS: Record<Exclude<Result, "none">, Record<Verdict, number>> = {
  unchanged: { send: 80, "small-edit": 15, "dont-send": 5 },
  light: { send: 35, "small-edit": 60, "dont-send": 5 },
  heavy: { send: 8, "small-edit": 37, "dont-send": 55 },
  unknown: { send: 40, "small-edit": 40, "dont-send": 20 },
  rejected: { send: 5, "small-edit": 15, "dont-send": 80 },
  ignored: { send: 30, "small-edit": 30, "dont-send": 40 }
}

/** Makes what an agent reports with "Not useful". */
export function rejectionOf(chance: Chance, parts: Part[]): { reasons: Reason[]; note: string } {
  const reasons = reasonsFor(chance, parts)
  return { reasons, note: reasons[0] ? chance.pick(REJECTED[reasons[0]]) : "" }
}

/** Returns reasons. Real mistakes of the draft are mostly noticed, and otherwise it is a matter of taste. */
function reasonsFor(chance: Chance, parts: Part[]): Reason[] {
  const has = (role: Part["role"], reason: Reason): Reason[] =>
    parts.some((part) => part.role === role) && chance.of(0.75) ? [reason] : []
  const seen = [...has("wrong", "wrong-fact"), ...has("promise", "unsafe-promise"), ...has("doubtful", "source")]
  const other = chance.weighed<Reason>({
    misread: 24,
    "missing-step": 22,
    tone: 20,
    "too-long": 14,
    language: 7,
    "wrong-fact": 5,
    source: 4,
    other: 4,
    "unsafe-promise": 0
  })
  return [...new Set([...seen, ...(seen.length === 0 || chance.of(0.25) ? [other] : [])])]
}
