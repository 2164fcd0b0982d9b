import { createHunspellFromStrings } from "hunspell-wasm"
import { isOtherLanguage } from "../../text/language.ts"
import { linkFacts } from "../../text/links.ts"
import { sentences } from "../../text/sentences.ts"
import type { Span } from "../../ticket/evidence-pair.ts"
import type { SpellingLanguage } from "../../ticket/rewrite.ts"
import { withoutAccents } from "../../text/words/letters.ts"
import { LISTS } from "replywright/lexicon/spelling"
import { optionalEntriesOf, pairsOf } from "../../lexicon/lexicon.ts"
import { onceEach } from "../../text/memo/text-memory.ts"

/** A text whose spelling is to be corrected. */
export interface SpelledText {
  text: string
  language: SpellingLanguage
  /** Words and names that stay as they are, in any case: the team's, and those of the ticket and its sources. */
  keep: readonly string[]
}

/**
 * Corrects the words that are certainly misspelt, and leaves everything else as it is: placeholders, blanks, links,
 * codes, figures, words in quotation marks, names, words with a capital inside or in two alphabets, sentences in
 * another language. A text with very many unknown words comes back unchanged, because it probably is in no language
 * that the dictionaries know.
 */
export async function correctSpelling({ text, language, keep }: SpelledText): Promise<string> {
  const isWord = await loadDictionaries(language)
  const kept = new Set(keep.flatMap((entry) => [entry, ...entry.split(/\s+/u)]).map(plain))
  const unknown = new Map<string, string | undefined>()
  let left = text
  for (const { start, end, text: written, isFirst } of wordsToCheck(text, language).reverse()) {
    const word = plain(written)
    const isCapital = word !== written.replace(/’/gu, "'")
    // Only at the beginning of a sentence a capital is no name.
    if ((isCapital && !isFirst) || kept.has(word) || isWord(word) || isWord(written)) continue
    if (!unknown.has(word)) unknown.set(word, nearestWord(word, language, isWord))
    if (unknown.size > MAX_UNKNOWN) return text
    const meant = unknown.get(word)
    if (meant === undefined) continue
    const cased = isCapital ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant
    left = left.slice(0, start) + (text.includes("’") ? cased.replace(/'/gu, "’") : cased) + left.slice(end)
  }
  return correctPhrases(left, language)
}

/** Corrects slips of right words, such as "should of" and "it's own". */
function correctPhrases(text: string, language: SpellingLanguage): string {
  return phrasesOf(language).reduce((left, { pattern, meant }) => {
    const apart = spansApart(left)
    return [...left.matchAll(pattern)].reverse().reduce((rest, match) => {
      const [slip] = match
      const { start, end } = spanAt(match.index, slip.length)
      if (apart.some((one) => one.start < end && start < one.end)) return rest
      const right = meant.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? "")
      return rest.slice(0, start) + (left.includes("’") ? right.replace(/'/gu, "’") : right) + rest.slice(end)
    }, left)
  }, text)
}

const phrasesOf = onceEach((language: string) =>
  Array.from(
    LISTS[language]?.["phrases"] === undefined ? [] : pairsOf(LISTS, language, "phrases"),
    ([slip, meant]) => ({
      pattern: new RegExp(`(?<![\\p{L}\\p{N}])${slip.replace(/'/g, "['’]")}(?!\\p{L})`, "giu"),
      meant
    })
  )
)

/** So many unknown words of one text are looked up, at some 50 ms each. */
const MAX_UNKNOWN = 60

const plainQuotes = (text: string): string => text.replace(/’/gu, "'")
const plain = (word: string): string => plainQuotes(word.normalize("NFC")).toLowerCase()

interface CheckedWord extends Span {
  text: string
  /** It begins a sentence. */
  isFirst: boolean
}

function wordsToCheck(text: string, language: SpellingLanguage): CheckedWord[] {
  const apart = spansApart(text)
  return sentences(text, language).flatMap((sentence) => {
    if (isOtherLanguage(sentence.text, language)) return []
    const found = [...sentence.text.matchAll(WORD)].map(({ index, 0: word }): CheckedWord => {
      // "l'adresse" is two words.
      const elided =
        language === "fr" ? (/^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\p{L})/iu.exec(word)?.[0] ?? "") : ""
      const start = sentence.start + index + elided.length
      const isFirst = elided === "" && !/\p{L}/u.test(sentence.text.slice(0, index))
      return { ...spanAt(start, word.length - elided.length), text: word.slice(elided.length), isFirst }
    })
    return found.filter(
      (word) =>
        !/\p{Lu}/u.test(word.text.slice(1)) && !apart.some(({ start, end }) => start < word.end && word.start < end)
    )
  })
}

const spansApart = (text: string): Span[] => [
  ...linkFacts(text),
  ...[...text.matchAll(APART)].map(({ index, 0: { length } }) => spanAt(index, length))
]

const spanAt = (start: number, length: number): Span => ({ start, end: start + length })

/** Placeholders, blanks, what is quoted, and runs that hold more than letters, such as codes, paths and compounds. */
const APART =
  /\[\[[^[\]]*\]\]|\[[A-Z][A-Z_]*_\d+\]|["“„«][^"“”„«»\n]{1,80}["”“»]|`[^`\n]+`|(?<![^\s()[\]])[^\s()[\]]*[\d_@/\\#&=+*<>{}|~^$%-][^\s()[\]]*|(?<![\p{L}\d])\p{L}[\p{L}\d]*(?:\.\p{L}[\p{L}\d]*)+/gu

/** A word of Latin letters alone, with apostrophes inside. */
const WORD =
  /(?<![\p{L}\p{M}\p{N}])\p{Script=Latin}[\p{Script=Latin}\p{M}]*(?:['’][\p{Script=Latin}\p{M}]+)*(?![\p{L}\p{M}\p{N}])/gu

/**
 * Loads the dictionaries of a language when they are first needed, and keeps them in this thread. A word is right if
 * any of them has it, so "colour" and "color" both are.
 * @returns whether one of them has a word
 */
function loadDictionaries(language: SpellingLanguage): Promise<(word: string) => boolean> {
  const cached = dictionaries.get(language)
  if (cached) return cached
  const dictionary = load(language)
  dictionaries.set(language, dictionary)
  // What failed once is tried again at the next text.
  dictionary.catch(() => dictionaries.delete(language))
  return dictionary
}

const dictionaries = new Map<SpellingLanguage, Promise<(word: string) => boolean>>()

async function load(language: SpellingLanguage): Promise<(word: string) => boolean> {
  const spellers = await Promise.all(
    (await DICTIONARIES[language]()).map(({ default: { aff, dic } }) => {
      const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
      return createHunspellFromStrings(text(aff), text(dic))
    })
  )
  return (word) => spellers.some((speller) => speller.testSpelling(word))
}

/** German and Japanese have no dictionary whose licence lets this software ship it: see docs/decisions/0059. */
const DICTIONARIES: Record<SpellingLanguage, () => Promise<{ default: { aff: Uint8Array; dic: Uint8Array } }[]>> = {
  en: () => Promise.all([import("dictionary-en"), import("dictionary-en-gb")]),
  fr: () => Promise.all([import("dictionary-fr")]),
  es: () => Promise.all([import("dictionary-es"), import("dictionary-es-ar")]),
  pt: () => Promise.all([import("dictionary-pt"), import("dictionary-pt-pt")])
}

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
