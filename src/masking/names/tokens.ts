/** A word or number of a text, as the finder of names sees it. Offsets are in UTF-16 units. */
export interface Token {
  written: string
  low: string
  start: number
  end: number
  /** What stands between the word before and this one. */
  gap: string
  shape: Shape
  begins: Begins
  /** The word has a possessive s: "Anna's". */
  possessive: boolean
}

/** How a word is written. */
export const SHAPE = {
  lowerLetter: 0,
  capitalLetter: 1,
  lower: 2,
  shortCapitals: 3,
  capitals: 4,
  capital: 5,
  camel: 6,
  mixed: 7,
  ordinal: 8,
  code: 9,
  unspaced: 10,
  digits: 11
} as const
/** From `digits` on, the number of digits minus one. Six digits and more are the same shape. */
export type Shape = number

/** 0 is inside a sentence, 1 at its beginning or behind a mark that may end one, 2 at the beginning of a line. */
export type Begins = 0 | 1 | 2

/**
 * Returns the words of a text in order. An elided article is a word of its own ("d'Anna": "d'" and "Anna"), and so is
 * each part of a hyphenated name. A run of a script without spaces between words is one word.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const match of wordsOf(text)) {
    tokens.push(tokenOf(text, match, end))
    end = match.index + match[0].length
  }
  return tokens
}

/**
 * Returns only those of the same words that are written with a capital, each with its position among all words. Most
 * words have no capital, which is cheap to see.
 */
export function capitalTokensOf(text: string): { at: number; token: Token }[] {
  const found: { at: number; token: Token }[] = []
  let [at, end] = [0, 0]
  for (const match of wordsOf(text)) {
    const written = match[1]
    if (written !== undefined && written !== written.toLowerCase()) {
      const token = tokenOf(text, match, end)
      if (isCapital(token)) found.push({ at, token })
    }
    at++
    end = match.index + match[0].length
  }
  return found
}

const wordsOf = (text: string) => text.matchAll(SPECIAL.test(text) ? WORD : PLAIN)

/** @param before where the word before it ends, or 0 for the first word */
function tokenOf(text: string, match: RegExpExecArray, before: number): Token {
  const written = match[1] ?? match[3] ?? ""
  const start = match.index
  const gap = text.slice(before, start)
  const low = written.toLowerCase()
  return {
    written,
    low: low.includes("’") ? low.replaceAll("’", "'") : low,
    start,
    end: start + written.length,
    gap,
    shape: match[3] ? SHAPE.unspaced : shapeOf(written, low),
    begins: before === 0 ? 2 : gap === " " ? 0 : /\n|\|/.test(gap) ? 2 : SENTENCE.test(gap) ? 1 : 0,
    possessive: match[2] !== undefined
  }
}

export const isNumber = (token: Token | undefined): boolean => token !== undefined && token.shape >= SHAPE.digits
/** Says whether a word begins with a capital, is in capitals, or is one capital letter. */
export const isCapital = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.shape === SHAPE.capitalLetter || (token.shape >= SHAPE.shortCapitals && token.shape <= SHAPE.camel))

const UNSPACED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}ー"
const LETTER = `(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])`
/** Matches at most 60 letters at a time, so that hostile runs stay cheap. */
const WORD = new RegExp(
  `((?<![\\p{L}\\p{M}\\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=[\\p{L}]{2})|${LETTER}{1,60}(?:['’](?!s(?![\\p{L}\\p{N}]))(?![${UNSPACED}])[\\p{L}\\p{M}]{1,60}){0,3})(['’]s(?![\\p{L}\\p{N}]))?|([${UNSPACED}]{1,60})`,
  "giu"
)
/** In a text without these characters words are plain runs of letters, which takes a third of the time to match. */
const SPECIAL = new RegExp(`['’${UNSPACED}]`, "u")
const PLAIN = /([\p{L}\p{M}\p{N}]{1,60})/gu
const SENTENCE = /[.!?:;>•"“”„«»*…]|\s[-–—]\s|^[-–—(]/

function shapeOf(word: string, low: string): Shape {
  if (/\p{N}/u.test(word)) {
    if (/^\p{N}+$/u.test(word)) return SHAPE.digits + Math.min(word.length, 6) - 1
    return /^\p{N}+(?:st|nd|rd|th|er|re|e|ª|º)$/iu.test(word) ? SHAPE.ordinal : SHAPE.code
  }
  const first = word.charAt(0)
  if (word.length === 1) return word === low ? SHAPE.lowerLetter : SHAPE.capitalLetter
  if (word === low) return SHAPE.lower
  if (word === word.toUpperCase()) return word.length < 4 ? SHAPE.shortCapitals : SHAPE.capitals
  if (first !== first.toLowerCase()) return word.slice(1) === low.slice(1) ? SHAPE.capital : SHAPE.camel
  return SHAPE.mixed
}
