import { fold, foldWord } from "../basis/fold.ts"
import { latinLike } from "../basis/look-alikes.ts"
import { isFunctionWord, isOrdinary } from "../basis/words.ts"

/**
 * Returns a name as it is, with its first word last, with its last word first, and with only the first and last word.
 */
export function turns(words: string[]): string[][] {
  const [first, last] = [words.slice(0, 1), words.slice(-1)]
  return [
    words,
    [...words.slice(1), ...first],
    [...last, ...words.slice(0, -1)],
    [...first, ...last],
    [...last, ...first]
  ]
}

/** Returns a name in its spellings with and without umlauts, such as Krüger and Krueger. */
export function spellings(written: string): string[] {
  const name = fold(written).text.normalize("NFC")
  // Next to a Latin word, letters are read as the Latin ones that they look like: "contractΜαρία".
  const alike = name.replace(/\p{L}+/gu, (word) => latinLike(word) ?? word)
  return [
    ...new Set([
      name,
      name.replace(/[äöüøåÄÖÜØÅ]/g, (letter) => UMLAUTS[letter.toLowerCase()] ?? letter),
      name.replace(/([aou])e/gi, "$1"),
      alike
    ])
  ]
}

const UMLAUTS: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" }

/**
 * Returns the family and given name of a name written without a space: 김민준 is 김 and 민준, 山田太郎 is most often 山田 and 太郎.
 */
export function halves(name: string): string[] {
  if (/^\p{Script=Hangul}{3}$/u.test(name)) return [name.slice(1)]
  return /^[\p{Script=Han}\p{Script=Hiragana}]{4,5}$/u.test(name) ? [name.slice(0, 2), name.slice(2)] : []
}

/** A word of a text: its place, as it is written, and folded. */
export interface Word {
  start: number
  end: number
  written: string
  folded: string
}

/** Returns the words of a text in order. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => {
    const written = match[0]
    return {
      start: match.index,
      end: match.index + written.length,
      written,
      folded: written.length > LONGEST_NAME ? "" : foldWord(written)
    }
  })
}

/** Says whether a word begins with a capital. */
export function capital(word: string): boolean {
  const first = word.charAt(0)
  return first !== first.toLowerCase()
}

/** Says whether a folded word is an ordinary word of a language. */
export const isWord = (folded: string) => isFunctionWord(folded) || isOrdinary(folded)

/** The most characters of a name that are looked at. */
export const LONGEST_NAME = 200
/** Matches letters of scripts that put spaces between words, without apostrophes. "Tom様" is the word "Tom". */
const WORD =
  /(?:(?![\u02b9-\u02bf\u02c8\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー])[\p{L}\p{M}])+/gu
