import { sentences } from "../../text/sentences.ts"
import type { Block } from "./markdown.ts"
import { stems } from "./stems.ts"

/** What is found and quoted: whole sentences under one heading. */
export interface Passage {
  /** Headings above it, outermost first, without the document's own title. */
  headings: string[]
  /** Sentences of one paragraph follow each other; list items and paragraphs stand on lines of their own. */
  text: string
  /** Title, headings, text, cut and stemmed; the first `titleWords` and the next `headingWords` of them belong to those. */
  words: string[]
  titleWords: number
  headingWords: number
}

/** Longest passage in words, a longer single sentence apart. */
export const PASSAGE_WORDS = 60

/** Cuts an article into passages of at most {@link PASSAGE_WORDS} words; never across a heading. */
export function passagesOf(title: string, blocks: Block[], language: string | null): Passage[] {
  const pieces: { headings: string[]; text: string; count: number }[] = []
  for (const block of blocks) {
    const headings = block.headings.filter((heading) => heading !== title)
    sentences(block.text, language).forEach((sentence, at) => {
      const count = lengthOf(sentence.text)
      const open = pieces.at(-1)
      if (open && sameHeadings(open.headings, headings) && open.count + count <= PASSAGE_WORDS) {
        open.text += (at > 0 ? " " : block.kind === "item" ? "\n" : "\n\n") + sentence.text
        open.count += count
      } else pieces.push({ headings, text: sentence.text, count })
    })
  }
  const titleWords = stems(title, language)
  return pieces.map(({ headings, text }) => {
    const headingWords = stems(headings.join("\n"), language)
    return {
      headings, text,
      words: [...titleWords, ...headingWords, ...stems(text, language)],
      titleWords: titleWords.length,
      headingWords: headingWords.length
    }
  })
}

/** Words, or for a script without spaces about two characters each. */
export function lengthOf(text: string): number {
  const wide = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu)?.length ?? 0
  return Math.ceil(wide / 2) + (text.replace(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu, " ").match(/[\p{L}\p{N}]+/gu)?.length ?? 0)
}

const sameHeadings = (a: string[], b: string[]) => a.length === b.length && a.every((heading, at) => heading === b[at])
