import type { PassageWords } from "../postings/word-lines.ts"
import { plainCode, type Code } from "./codes-in.ts"

/**
 * Returns whether one of a document's passages contains the code, with or without hyphens and in upper or lower case.
 */
export function holdsCode(passages: readonly Pick<PassageWords, "words">[], { plain, words }: Code): boolean {
  return passages.some((passage) =>
    passage.words.some(
      (word, at) =>
        (word.includes("-") && plainCode(word) === plain) ||
        (words.length > 0 && words.every((part, n) => passage.words[at + n] === part))
    )
  )
}
