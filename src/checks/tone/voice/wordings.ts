import { escapeRegExp } from "../../../text/escape-reg-exp.ts"
import { linkFacts } from "../../../text/links.ts"
import { plainWidth } from "../../../text/numerals.ts"
import type { Wording } from "../../../ticket/team-voice.ts"
import type { Span } from "../basis/spans.ts"
import { findPhrase } from "../phrases/phrases.ts"
import { beginsSentence, isPartOfName } from "./part-of-name.ts"

/** A word of a list in a text, and what is said in its place. */
export interface FoundWording extends Span {
  instead?: string
}

/**
 * Finds words of a voice's list, in any case. Names of products, links, addresses, blanks and placeholders are left
 * alone, and so are a word that is part of a name ("Norrland Parcel") or already stands in what is said in its place. A
 * longer entry wins over one inside it.
 * @param language of the text, as ISO 639-1
 */
export function findWordings(
  text: string,
  list: readonly Wording[],
  products: readonly string[],
  language: string | null
): FoundWording[] {
  if (list.length === 0) return []
  const productSpans = keptSpans(text, products)
  const found = list
    .toSorted((a, b) => b.word.length - a.word.length)
    .flatMap(({ word, instead }) =>
      findPhrase(sourceOf(word), text)
        .map(spanOf)
        .filter((span) => !isPartOfName(text, span, word, language) && !isSaid(text, span, word, instead))
        .map((span) => ({ ...span, instead }))
    )
    .filter((span) => !productSpans.some((one) => overlaps(one, span)))
  return found
    .filter((span, at) => !found.slice(0, at).some((one) => overlaps(one, span)))
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, instead }) =>
      instead === undefined ? { start, end } : { start, end, instead: inCaseOf(text, start, instead) }
    )
}

/** Puts what a voice says in the place of each word that has such a word. */
export function replaceWordings(
  text: string,
  list: readonly Wording[],
  products: readonly string[],
  language: string | null
): string {
  return findWordings(text, list, products, language).reduceRight(
    (before, { start, end, instead }) =>
      instead === undefined ? before : before.slice(0, start) + instead + before.slice(end),
    text
  )
}

/** What isn't the writer's own wording: names of products, links, addresses, blanks and placeholders. */
export function keptSpans(text: string, products: readonly string[]): Span[] {
  return [
    ...products.flatMap((name) => findPhrase(sourceOf(name), text).map(spanOf)),
    ...linkFacts(plainWidth(text)).map(({ start, end }) => ({ start, end })),
    ...[...text.matchAll(MARKED)].map(spanOf)
  ]
}

const MARKED = /\[\[[^[\]\n]{1,120}\]\]|\[\p{Lu}+_\d+\]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*?\.\p{L}{2,}/gu
const spanOf = ({ index, 0: { length } }: RegExpExecArray): Span => ({ start: index, end: index + length })
const overlaps = (one: Span, other: Span) => one.start < other.end && other.start < one.end

const sourceOf = (word: string) =>
  word
    .trim()
    .split("*")
    .map((part) => escapeRegExp(part).replace(/\s+/g, "\\s+"))
    .join("\\p{L}*")

/** The word stands inside what is said in its place already: "refund" in "full refund". */
function isSaid(text: string, { start, end }: Span, word: string, instead = ""): boolean {
  return findPhrase(sourceOf(word), instead)
    .map(spanOf)
    .some((inside) => {
      const before = instead.slice(0, inside.start).toLowerCase()
      const after = instead.slice(inside.end).toLowerCase()
      return (
        before + after !== "" &&
        text.slice(0, start).toLowerCase().endsWith(before) &&
        text.slice(end).toLowerCase().startsWith(after)
      )
    })
}

/** Words that begin a sentence with a capital go on doing so. */
function inCaseOf(text: string, start: number, instead: string): string {
  const isCapital = /^\p{Lu}/u.test(text.slice(start, start + 2))
  return isCapital && beginsSentence(text, start) ? instead.slice(0, 1).toUpperCase() + instead.slice(1) : instead
}
