import { sentences } from "../../text/sentences.ts"
import type { Block } from "../../ingest/markdown/markdown.ts"
import { synonymsOf } from "../synonyms/synonyms.ts"
import { stems } from "../words/stems.ts"

/** The unit of search and quotation: whole sentences under one heading. */
export interface Passage {
  /** The headings above the passage, outermost first, without the document's own title. */
  headings: string[]
  /** Sentences of one paragraph follow each other. List items and paragraphs stand on lines of their own. */
  text: string
  /**
   * The stems of title, headings and text. The first `titleWords` belong to the title and the next
   * `headingWords` to the headings.
   */
  words: string[]
  titleWords: number
  headingWords: number
  /** The marks of the words' synonyms. */
  synonyms: string[]
}

/** A passage has at most this many words, unless a single sentence is longer. */
export const PASSAGE_WORDS = 60

/** Cuts an article into passages of at most {@link PASSAGE_WORDS} words. A passage never crosses a heading. */
export function passagesOf(title: string, blocks: Block[], language: string | null): Passage[] {
  const pieces: { headings: string[]; text: string; count: number }[] = []
  for (const block of blocks) {
    const headings = block.headings.filter((heading) => heading !== title)
    sentencesOf(block.text, language).forEach((sentence, at) => {
      const count = lengthOf(sentence)
      const open = pieces.at(-1)
      if (open && sameHeadings(open.headings, headings) && open.count + count <= PASSAGE_WORDS) {
        open.text += (at > 0 ? " " : block.kind === "item" ? "\n" : "\n\n") + sentence
        open.count += count
      } else pieces.push({ headings, text: sentence, count })
    })
  }
  const titleWords = stems(title, language)
  let headingWords: string[] = []
  return pieces.map(({ headings, text }, at) => {
    const before = pieces[at - 1]?.headings
    if (!before || !sameHeadings(before, headings)) headingWords = stems(headings.join("\n"), language)
    const words = titleWords.concat(headingWords, stems(text, language))
    return {
      headings,
      text,
      words,
      titleWords: titleWords.length,
      headingWords: headingWords.length,
      synonyms: synonymsOf(words, language)
    }
  })
}

export const sentencesOf = (text: string, language: string | null): string[] =>
  sentences(text, language).map((sentence) => sentence.text)

/** Counts words. In a script without spaces, about two characters count as a word. */
function lengthOf(text: string): number {
  let count = 0
  for (let at = 0, inside = false; ; at++) {
    if (at === text.length) return count
    const unit = text.charCodeAt(at)
    if (unit > LAST_OF_ASCII) break
    const is = isLetterOrFigure(unit)
    if (is && !inside) count++
    inside = is
  }
  const wide = WIDE.test(text) ? (text.match(ALL_WIDE)?.length ?? 0) : 0
  return Math.ceil(wide / 2) + ((wide > 0 ? text.replace(ALL_WIDE, " ") : text).match(/[\p{L}\p{N}]+/gu)?.length ?? 0)
}

const LAST_OF_ASCII = 0x7f
const isLetterOrFigure = (unit: number) =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39)
const WIDE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u
const ALL_WIDE = new RegExp(WIDE, "gu")

const sameHeadings = (a: string[], b: string[]) => a.length === b.length && a.every((heading, at) => heading === b[at])

/**
 * A source may have this many words of context. A short article fits as a whole, and of a long one the part that
 * answers.
 */
const WINDOW_WORDS = 200

/**
 * Returns the best passage with its neighbours, the better side first, until {@link WINDOW_WORDS} are reached. Headings
 * inside stand on lines of their own between blank lines.
 */
export function passageAround(
  passages: { headings: string[]; text: string }[],
  scores: number[]
): { headings: string[]; text: string } {
  const best = scores.indexOf(Math.max(...scores))
  let [from, to] = [Math.max(0, best), Math.max(0, best)]
  let length = lengthOf(passages[from]?.text ?? "")
  const reach = (at: number) => {
    const passage = passages[at]
    const words = passage ? lengthOf(passage.text) : Infinity
    return length + words <= WINDOW_WORDS ? { at, words, score: scores[at] ?? 0 } : undefined
  }
  for (;;) {
    const [before, after] = [reach(from - 1), reach(to + 1)]
    const next = before && after ? (before.score > after.score ? before : after) : (after ?? before)
    if (!next) break
    length += next.words
    if (next.at < from) from = next.at
    else to = next.at
  }
  const headings = passages[Math.max(0, best)]?.headings ?? []
  // A copy, because V8 keeps the whole document that a part was cut from for as long as the part.
  return structuredClone({ headings, text: joined(passages.slice(from, to + 1), headings.at(-1)) })
}

/** Joins passages. @param above the heading that the source already shows */
function joined(passages: { headings: string[]; text: string }[], above: string | undefined): string {
  return passages
    .map(({ headings, text }, at) => {
      const before = passages[at - 1]
      const heading = headings.at(-1)
      if (!before) return heading && heading !== above ? `${heading}\n\n${text}` : text
      const same = heading === before.headings.at(-1) && headings.length === before.headings.length
      // A paragraph that was split continues on the same line. A list item begins a new line.
      if (same) return (/^(?:- |\d+\. )/.test(text) ? "\n" : " ") + text
      return `\n\n${heading ? `${heading}\n\n` : ""}${text}`
    })
    .join("")
}

/**
 * A document's quoted passages in one text. A form feed separates two passages. The first line of each holds its
 * headings, outermost first and separated by tabs, and its text follows. One row is written and read in a fraction of
 * the time that a row for each passage takes.
 */
export type PassageTexts = string

/** The part of a passage that is quoted. */
export interface QuotedPassage {
  headings: string[]
  text: string
}

export function textsOfPassages(passages: readonly QuotedPassage[]): PassageTexts {
  return passages
    .map(
      ({ headings, text }) =>
        `${headings.map((heading) => heading.replace(BREAKS, " ")).join("\t")}\n${text.replace(FEEDS, " ")}`
    )
    .join("\f")
}

export function passagesOfTexts(texts: PassageTexts): QuotedPassage[] {
  return texts === ""
    ? []
    : texts.split("\f").map((piece) => {
        const end = piece.indexOf("\n")
        return { headings: end > 0 ? piece.slice(0, end).split("\t") : [], text: piece.slice(end + 1) }
      })
}

const BREAKS = /[\t\r\n\f]+/g
const FEEDS = /\f/g
