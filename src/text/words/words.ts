import { stem } from "./stem.ts"
import { LISTS } from "replywright/lexicon/text"
import { entriesOf, languagesWith } from "../../lexicon/lexicon.ts"

/** A word, number or placeholder of a text. Offsets count UTF-16 units. */
export interface Word {
  start: number
  end: number
  text: string
}

/**
 * Returns the words of a text in order. Japanese and Chinese are cut by the platform's dictionary, and other scripts at
 * anything that isn't a letter.
 */
export function words(text: string): Word[] {
  const list: Word[] = []
  for (const match of text.matchAll(WORD)) {
    if (DENSE.test(match[0])) list.push(...segments(match[0], match.index))
    else list.push({ start: match.index, end: match.index + match[0].length, text: match[0] })
  }
  return list
}

/** Returns only the words themselves, in a third of the time. */
export function plainWords(text: string): string[] {
  const runs = text.match(WORD) ?? []
  if (!DENSE.test(text)) return runs
  return runs.flatMap((run) => (DENSE.test(run) ? Array.from(segments(run, 0), ({ text: word }) => word) : [run]))
}

/**
 * Returns what a text is about: the stems of its words without stop words, in order and with repeats. Figures are left
 * out (see `facts`), and a placeholder counts as a word.
 */
export function contentWords(text: string, language?: string | null): string[] {
  const small = STOP_WORDS[language ?? "en"] ?? STOP_WORDS["en"]
  const pieces: string[] = []
  for (const { text: word } of words(text)) {
    if (word.startsWith("[")) pieces.push(word)
    else if (/^\p{N}/u.test(word)) continue
    else if (DENSE.test(word)) {
      if (!/^[\p{Script=Hiragana}ー]+$/u.test(word)) pieces.push(word)
    } else {
      const lower = word.toLowerCase().replace(/’/g, "'").replace(ELISION, "")
      if (lower.length > 1 && !small?.has(lower) && !small?.has(lower.replace(/'.*$/, "")))
        pieces.push(stem(lower, language))
    }
  }
  return pieces
}

/**
 * Matches a placeholder, a run of letters with its apostrophes and hyphens, or a figure. Runs are short, so that
 * hostile text stays cheap.
 */
const WORD = /\[[A-Z]+_\d+\]|[\p{L}\p{M}]{1,500}(?:['’-][\p{L}\p{M}]{1,500}){0,20}|\p{N}{1,500}/gu
/**
 * Matches the elision in l'article and qu'il. The only English word of one letter before an apostrophe is the one in
 * I'm, which is a stop word anyway.
 */
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\p{L}{2})/u
const DENSE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\p{Script=Thai}]/u

/** It reads the platform's dictionary, so it is made when a text first needs it. */
let segmenter: Intl.Segmenter | undefined

function* segments(run: string, at: number): Generator<Word> {
  segmenter ??= new Intl.Segmenter("ja", { granularity: "word" })
  for (const { segment, index, isWordLike } of segmenter.segment(run)) {
    if (isWordLike) yield { start: at + index, end: at + index + segment.length, text: segment }
  }
}

/**
 * Words that say nothing about what a sentence is about: `lexicon/<language>/text/stop-words.txt`. The lists are small
 * on purpose. They contain negations and modal verbs, but no words with content.
 */
export const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  languagesWith(LISTS, "stop-words").map((language) => [language, new Set(entriesOf(LISTS, language, "stop-words"))])
)
