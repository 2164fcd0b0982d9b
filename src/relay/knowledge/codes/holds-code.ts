import type { Candidate } from "../rank.ts"
import { plainOf, type Code } from "./codes-in.ts"

/** Whether a passage holds the code, with hyphens or without, in small letters or large. */
export function holdsCode({ passages }: Pick<Candidate, "passages">, { plain, words }: Code): boolean {
  return passages.some((passage) => passage.words.some((word, at) =>
    (word.includes("-") && plainOf(word) === plain) || (words.length > 0 && words.every((part, n) => passage.words[at + n] === part))))
}
