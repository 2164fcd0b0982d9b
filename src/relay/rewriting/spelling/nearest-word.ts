import { withoutAccents } from "../../../text/words/letters.ts"
import type { SpellingLanguage } from "../../../ticket/rewrite.ts"
import { LISTS } from "replywright/lexicon/spelling"
import { optionalEntriesOf } from "../../../lexicon/lexicon.ts"
import { onceEach } from "../../../text/memo/once.ts"

/**
 * Returns the word that a misspelt one certainly means, or undefined. That is the word of a common slip, or the
 * only word one edit away of the likeliest kind that gives any: accents that are missing, two letters that changed
 * places or one letter more or less of a pair, letters that sound alike, any other letter. The edits are those of F. J.
 * Damerau's "A technique for computer detection and correction of spelling errors" (1964), and a doubling at the wrong
 * letter. An accent is never taken away, because "podés" is a word where people say "vos", and the first letter never
 * changes. A word made of two, such as "downlight", is only corrected where its accents or pairs are wrong, and a run
 * of more than 30 letters not at all.
 * @param word in lower case, with straight apostrophes
 * @param isWord says whether a dictionary has a word
 */
export function nearestWord(
  word: string,
  language: SpellingLanguage,
  isWord: (word: string) => boolean
): string | undefined {
  const known = slipsOf(language).get(word)
  if (known !== undefined || word.length < MIN_LETTERS.accents || word.length > MAX_LETTERS) return known
  const letters = LETTERS[language]
  const find = (candidates: string[]) => [...new Set(candidates)].filter((one) => isKept(word, one) && isWord(one))
  for (const accented of [
    withAccent(word, letters),
    withAccent(word, letters).flatMap((one) => withAccent(one, letters))
  ]) {
    const words = find(accented)
    if (words.length > 0) return words.length === 1 ? words[0] : undefined
  }
  if (word.length < MIN_LETTERS.others) return undefined
  for (const candidates of [
    () => [...exchanged(word), ...paired(word)],
    () => soundingAlike(word, language),
    () => (isCompound(word, isWord) ? [] : oneEditAway(word, letters))
  ]) {
    const words = find(candidates())
    const [only] = words
    // "Pasarra" may be "pasara" or "pasará". In Portuguese such forms mostly stand before a hyphen alone.
    const isAmbiguous = () => words.length > 1 || (language !== "pt" && withAccent(only ?? "", letters).some(isWord))
    if (only !== undefined) return isAmbiguous() ? undefined : only
  }
  return undefined
}

const isCompound = (word: string, isWord: (word: string) => boolean): boolean =>
  [...word].some((_, at) => at >= 3 && at <= word.length - 3 && isWord(word.slice(0, at)) && isWord(word.slice(at)))

/** So many letters a word must have, so that few others are as near. */
const MIN_LETTERS = { accents: 3, others: 5 }
/** Longer runs are no words, and the ways to write one with two accents grow with the square of its length. */
const MAX_LETTERS = 30

const LETTERS: Record<SpellingLanguage, string> = {
  en: "abcdefghijklmnopqrstuvwxyz'",
  fr: "abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûü",
  es: "abcdefghijklmnopqrstuvwxyzáéíóúüñ",
  pt: "abcdefghijklmnopqrstuvwxyzáâãàçéêíóôõú"
}

/** Letters that people take for each other, because they sound alike there. */
const ALIKE: Record<SpellingLanguage, readonly (readonly string[])[]> = {
  en: [["f", "ph"]],
  fr: [
    ["an", "en"],
    ["am", "em"],
    ["s", "z"],
    ["f", "ph"],
    ["i", "y"]
  ],
  es: [
    ["b", "v"],
    ["s", "z"],
    ["g", "j"],
    ["ll", "y"],
    ["m", "n"]
  ],
  pt: [
    ["s", "z"],
    ["ss", "ç"],
    ["x", "ch"],
    ["g", "j"],
    ["m", "n"]
  ]
}

/** The first letter stays but for its accent, and no accent is lost. */
const isKept = (word: string, candidate: string): boolean =>
  withoutAccents(word[0] ?? "") === withoutAccents(candidate[0] ?? "") && accentsIn(candidate) >= accentsIn(word)
const accentsIn = (word: string): number => word.normalize("NFD").match(/\p{M}/gu)?.length ?? 0

const replaced = (word: string, at: number, length: number, by: string): string =>
  word.slice(0, at) + by + word.slice(at + length)

function withAccent(word: string, letters: string): string[] {
  const accented = [...letters].filter((letter) => withoutAccents(letter) !== letter)
  return [...word].flatMap((own, at) =>
    accented.filter((letter) => withoutAccents(letter) === own).map((letter) => replaced(word, at, 1, letter))
  )
}

const exchanged = (word: string): string[] =>
  [...word].slice(1, -1).map((letter, at) => replaced(word, at + 1, 2, (word[at + 2] ?? "") + letter))

/** One of two equal letters is left out, a consonant is doubled, or both. */
function paired(word: string): string[] {
  const single = [...word].flatMap((letter, at) => (letter === word[at + 1] ? [replaced(word, at, 1, "")] : []))
  return [...single, ...[word, ...single].flatMap(doubled)]
}

const doubled = (word: string): string[] =>
  [...word].flatMap((letter, at) => (/[bcdfglmnprst]/.test(letter) ? [replaced(word, at, 1, letter + letter)] : []))

function soundingAlike(word: string, language: SpellingLanguage): string[] {
  return ALIKE[language].flatMap((alike) =>
    alike.flatMap((own) =>
      [...word.matchAll(new RegExp(own, "g"))].flatMap(({ index }) =>
        alike.filter((other) => other !== own).map((other) => replaced(word, index, own.length, other))
      )
    )
  )
}

function oneEditAway(word: string, letters: string): string[] {
  const found: string[] = []
  for (let at = 1; at <= word.length; at++) {
    if (at < word.length) found.push(replaced(word, at, 1, ""))
    for (const letter of letters) {
      found.push(replaced(word, at, 0, letter))
      if (at < word.length) found.push(replaced(word, at, 1, letter))
    }
  }
  return found
}

/** Returns common slips of a language (ISO 639-1) with the words that were meant, all in lower case but for "I". */
const slipsOf = onceEach(
  (language: string): ReadonlyMap<string, string> =>
    new Map(
      (optionalEntriesOf(LISTS, language, "slips") ?? []).map((entry) => {
        const [slip = "", meant = ""] = entry.split("=")
        return [slip, meant] as const
      })
    )
)
