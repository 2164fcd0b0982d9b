import { escapeRegExp } from "../../../text/escape-reg-exp.ts"
import { linkFacts } from "../../../text/links.ts"
import { plainWidth } from "../../../text/numerals.ts"
import type { Wording } from "../../../ticket/team-voice.ts"
import type { Span } from "../basis/spans.ts"
import { findPhrase } from "../phrases/phrases.ts"
import { STOP_WORDS } from "../../../text/words/words.ts"

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

/**
 * Says whether words of a list stand in a text as part of a name: with a capital inside a sentence though the list has
 * them without, or beside another word with a capital. German gives every noun a capital, so there, and for a word that
 * the list has with a capital too, only the word beside tells.
 * @param word as the list has it
 * @param language of the text, as ISO 639-1
 */
function isPartOfName(text: string, { start, end }: Span, word: string, language: string | null): boolean {
  const said = text.slice(start, end)
  if (!CAPITAL.test(said)) return false
  const isShouted = !/\p{Ll}/u.test(said)
  const begins = beginsSentence(text, start)
  if (!begins && !isShouted && language !== "de" && !CAPITAL.test(word)) return true
  const isName = (one: string | undefined) => one !== undefined && isNameBeside(one, language, isShouted)
  const before = begins ? undefined : /\p{Lu}[\p{L}\p{M}'’]*(?=[ -]$)/u.exec(text.slice(Math.max(0, start - 40), start))
  if (before) {
    const at = Math.max(0, start - 40) + before.index
    // The first word of a sentence has a capital in any case, and German adjectives differ from names by their endings.
    if (isName(before[0]) && !(beginsSentence(text, at) && INFLECTED.test(before[0]))) return true
  }
  return isName(/^[ -](\p{Lu}[\p{L}\p{M}'’]*)/u.exec(text.slice(end, end + 40))?.[1])
}

/** The text before begins a sentence or a line of a list. */
const beginsSentence = (text: string, start: number): boolean =>
  /(?:^|[.!?:…。！？]\s*[¿¡]?|\n\s*(?:[-*•]\s*)?|^\s*[¿¡])$/u.test(text.slice(Math.max(0, start - 8), start)) &&
  (start === 0 || /[\s¿¡。！？]/u.test(text.charAt(start - 1)))

function isNameBeside(word: string, language: string | null, isShouted: boolean): boolean {
  if (isShouted && !/\p{Ll}/u.test(word)) return false
  if (word === "I" || (language === "de" && ADDRESS.test(word))) return false
  return !(STOP_WORDS[language ?? "en"] ?? STOP_WORDS["en"])?.has(word.toLowerCase())
}

const CAPITAL = /^\p{Lu}/u
const INFLECTED = /e[nmrs]?$/u
/** German addresses people politely with a capital. */
const ADDRESS = /^(?:Sie|Ihnen|Ihr(?:e[nmrs]?)?|Du|Dir|Dich|Dein(?:e[nmrs]?)?|Euch|Eu(?:er|re[nmrs]?))$/u
