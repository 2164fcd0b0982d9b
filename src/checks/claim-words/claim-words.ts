import type { Span } from "../../ticket/evidence-pair.ts"
import { isLanguage } from "../../text/languages.ts"
import { listedPatterns } from "../figures/listed-patterns.ts"

/** A kind of small word that decides what a sentence claims, as in `lexicon/<language>/rewrite/claims.txt`. */
export type ClaimKind =
  | "free"
  | "charged"
  | "limit-latest"
  | "limit-most"
  | "limit-least"
  | "limit-within"
  | "limit-over"
  | "limit-under"
  | "order-until"
  | "order-before"
  | "order-after"
  | "unless"
  | "only"
  | "if"
  | "hedge"
  | "opposed"
  | "not"
  | "all"
  | "some"
  | "must"
  | "can"
  | "patient"
  | "duty"
  | "request"
  | "we"
  | "you"
  | "given"
  | "each-hour"
  | "each-day"
  | "each-week"
  | "each-month"
  | "each-year"

export interface ClaimWord extends Span {
  kind: ClaimKind
  /** What it says where the denial before it denies it. */
  denied?: ClaimKind
}

/** A text with its claim words. */
export interface ClaimedText {
  text: string
  words: ClaimWord[]
}

/**
 * Returns the small words of a text that decide what it claims, in order. Each stretch of the text counts for the first
 * kind of the list that matches it: "no later than" is a limit and no negation. Without lists for the language there
 * are none.
 */
export function claimWords(text: string, language: string | null): ClaimWord[] {
  if (!isLanguage(language)) return []
  let left = text
  const claims: ClaimWord[] = []
  for (const { value, pattern } of patternsOf(language)) {
    const kind = value as ClaimKind
    const own = Array.from(
      (kind.startsWith("each-") || kind === "duty" ? text : left).matchAll(pattern),
      ({ index, 0: words }) => ({
        kind,
        start: index,
        end: index + words.length
      })
    ).filter(({ start, end }) => end > start)
    claims.push(...own)
    if (SHARED.has(kind) || kind.startsWith("each-")) continue
    for (const { start, end } of own) left = left.slice(0, start) + BLANK.repeat(end - start) + left.slice(end)
  }
  return turned(
    text,
    claims.sort((a, b) => a.start - b.start)
  )
}

/** Marks what a denial turns: "not before the 6th" is "from the 6th", and "can't take more than 5" is "at most 5". */
function turned(text: string, found: ClaimWord[]): ClaimWord[] {
  return found.map((word, at) => {
    const denied = TURNED[word.kind]
    if (!denied) return word
    const before = found
      .slice(Math.max(0, at - FEW), at)
      .filter((one) => word.start - one.end < REACH && !STOP.test(text.slice(one.end, word.start)))
    const not = before.findLastIndex(({ kind }) => kind === "not")
    const behind = found
      .slice(at + 1, at + FEW)
      .filter((one) => one.start - word.end < REACH && !STOP.test(text.slice(word.end, one.start)))
    // "Not if under three weeks" denies no bound, and "not under 3 without asking" denies it twice.
    const isOther = before.slice(not + 1).some(({ kind }) => kind === "if" || kind === "unless")
    const isBehind = behind.some(({ kind }) => kind === "not")
    return (not >= 0 ? !isOther && !isBehind : isBehind && word.kind.startsWith("limit-")) ? { ...word, denied } : word
  })
}

const TURNED: Partial<Record<ClaimKind, ClaimKind>> = {
  "order-before": "order-after",
  "order-until": "order-after",
  "limit-under": "limit-least",
  "limit-over": "limit-most"
}
/** How many claim words before it may deny it. */
const FEW = 5
/** In characters. */
const REACH = 50
/** Marks end a clause. */
export const STOP = /[.!?;:,\n。！？、]/u

/** Who acts and how often is also part of other claims. */
const SHARED: ReadonlySet<ClaimKind> = new Set(["duty", "request", "we", "you"])

/** Takes the place of words that were counted, at the same length. */
const BLANK = "·"

const patternsOf = listedPatterns("claims", "right")
