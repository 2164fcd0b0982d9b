import type { Span } from "../../ticket/evidence-pair.ts"
import type { ClaimKind } from "./claim-words.ts"
import type { SentenceStems } from "./counterparts.ts"
import { claimsIn, counterpartsAt, sentenceAt, type Stems } from "./stems.ts"

/**
 * Finds conditions of which the other text has hardly a word, unless the counterpart of their sentence, or a question
 * before it, makes a condition in other words.
 */
export function lostConditions(one: Stems, other: Stems, language: string | null): Span[] {
  const known = new Set(other.stems.map(({ stem }) => stem))
  return one.words
    .filter(({ kind }) => kind === "if" || kind === "unless")
    .flatMap(({ kind, start, end }) => {
      const rest = one.text.slice(end)
      const length = language === "ja" ? 0 : Math.max(0, rest.search(/[.!?;,\n]|$/u))
      const from = language === "ja" ? Math.max(0, one.text.slice(0, start).search(/[^、。\n]*$/u)) : start
      const own = one.stems.filter((word) => word.start >= from && word.end <= end + length)
      const held = own.filter(({ stem }) => known.has(stem)).length
      if (own.length === 0 || held > 0) return []
      const counterparts = counterpartsAt(start, one, other)
      const countOf = (text: Stems) => text.words.filter(({ kind: each }) => each === "if" || each === "unless").length
      const isKept =
        counterparts.length === 0
          ? countOf(other) >= countOf(one)
          : counterparts.some(
              (sentence) =>
                isConditional(sentence, other) ||
                (kind === "unless" && denials(sentence, other) > denials(sentenceAt(start, one), one))
            )
      return isKept ? [] : [{ start: from, end: end + length }]
    })
}

/** An exception may be a denial of its own: "except cats" is "not for cats". */
const denials = (sentence: Span | undefined, text: Stems): number =>
  sentence ? claimsIn(sentence, text).filter(({ kind }) => kind === "not" || kind === "opposed").length : 0

function isConditional(sentence: SentenceStems, one: Stems): boolean {
  const { text, sentences } = one
  const before = sentences[sentences.indexOf(sentence) - 1]
  if (before && /[?？]\s*$/u.test(text.slice(before.start, before.end))) return true
  return (
    /[?？]/u.test(text.slice(sentence.start, sentence.end)) ||
    claimsIn(sentence, one).some(({ kind }) => CONDITIONAL.has(kind))
  )
}

/** What makes a condition, also in other words: "without a receipt", "once it is paid". */
const CONDITIONAL: ReadonlySet<ClaimKind> = new Set(["if", "unless", "only", "given", "order-after", "order-until"])
