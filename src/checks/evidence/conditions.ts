import type { Span } from "../../ticket/evidence-pair.ts"
import { sameFact } from "../../text/facts.ts"
import { holds, type Patterns } from "./patterns.ts"
import { readText, type Reading } from "./reading.ts"
import { shareHeld, type WordWeight } from "./word-weights.ts"

export interface LostCondition extends Span {
  /** The rest of the source sentence, which the condition is about. */
  rest: Reading
}

/**
 * Returns the conditions of a source sentence of which the draft has no word and no figure: what follows "if", "until"
 * and the like up to the next comma. Offsets are in the source.
 */
export function lostConditions(
  draft: Reading,
  source: string,
  { conditions }: Patterns,
  language: string | null
): LostCondition[] {
  const losses: LostCondition[] = []
  for (const match of Array.from(source.matchAll(conditions)).slice(0, MOST)) {
    const [start, end] = extentOf(source, match.index, match[0].length, language)
    if (losses.some((one) => one.end > start)) continue
    const condition = readText(source.slice(start, end), language)
    if (condition.words.size === 0 && condition.facts.length === 0) continue
    if ([...condition.words].some((word) => draft.words.has(word))) continue
    if (condition.facts.some((fact) => draft.facts.some((own) => sameFact(fact, own)))) continue
    losses.push({ start, end, rest: readText(`${source.slice(0, start)} ${source.slice(end)}`, language) })
  }
  return losses
}

/** More conditions in one sentence are hostile text, which stays cheap like this. */
const MOST = 20

/** A Japanese condition stands before its marker, and others after it. */
function extentOf(source: string, at: number, length: number, language: string | null): [number, number] {
  if (language === "ja") return [source.slice(0, at).search(/[^、。，]*$/u), at + length]
  const end = source.slice(at + length).search(/[.;,!?]/)
  return [at, end < 0 ? source.length : at + length + end]
}

/**
 * Returns the condition of a source sentence that the draft drops while it says "all", "any" or "always". A dropped
 * condition alone is no error, because a customer may meet it.
 */
export function overriddenCondition(
  draft: Reading,
  source: string,
  patterns: Patterns,
  language: string | null,
  weight: WordWeight
): Span | undefined {
  if (!holds(draft.text, patterns.all) || holds(source, patterns.all)) return undefined
  return lostConditions(draft, source, patterns, language).find(
    ({ rest }) => shareHeld(rest.words, draft.words, weight) >= SAME_RULE
  )
}

/** This share of the rest of the source sentence must stand in the draft, so that both state the same rule. */
const SAME_RULE = 0.4
