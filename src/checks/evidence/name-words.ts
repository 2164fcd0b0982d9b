import { contentWords, plainWords } from "../../text/words/words.ts"

/** The words of a text that a name can consist of. */
export interface NameWords {
  /** The stems of the words, of the parts of hyphenated ones too. */
  stems: ReadonlySet<string>
  /** The initials of each run of two to five words: "SSO" for "single sign-on". */
  initials: ReadonlySet<string>
}

/** Reads sentences for `isNameOf`, with the stems of this language. */
export const readNameWords = (sentences: readonly string[], language: string | null): NameWords => ({
  stems: new Set(sentences.flatMap((sentence) => nameStems(sentence, language))),
  initials: new Set(sentences.flatMap(initialsIn))
})

/**
 * Says whether every word of a name stands somewhere in these texts, in any form, or the name as an abbreviation, or the
 * words that an abbreviation in it stands for.
 */
export function isNameOf(name: string, texts: readonly NameWords[], language: string | null): boolean {
  const hasStem = (stem: string) => texts.some(({ stems }) => stems.has(stem))
  const hasWord = (word: string) => nameStems(word, language).every(hasStem)
  if (hasWord(name)) return true
  const parts = plainWords(name.replace(HYPHENS, " "))
  const whole = parts.map((part) => part[0] ?? "").join("")
  if (parts.length > 1 && contentWords(whole, language).some(hasStem)) return true
  return parts.every((part) => hasWord(part) || texts.some(({ initials }) => initials.has(part)))
}

function initialsIn(text: string): string[] {
  const letters = plainWords(text.slice(0, LONGEST).replace(HYPHENS, " ")).map((word) => (word[0] ?? "").toUpperCase())
  return letters.flatMap((_letter, at) => [2, 3, 4, 5].map((length) => letters.slice(at, at + length).join("")))
}

const nameStems = (text: string, language: string | null) => contentWords(text.replace(HYPHENS, " "), language)

const HYPHENS = /[-‐‑–/]/g
const LONGEST = 2000
