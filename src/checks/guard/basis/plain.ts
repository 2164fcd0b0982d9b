import { latinDigit } from "../../../text/words/letters.ts"

/** A text as the finders read it: without hidden characters, and with plain letters, digits, spaces and dashes. */
export interface Plain {
  text: string
  /** Maps offsets of the plain text to offsets of the original. */
  original(start: number, end: number): { start: number; end: number }
}

/** Makes a text plain in linear time. A text without odd characters is returned as it is. */
export function plainOf(text: string): Plain {
  if (!ODD.test(text)) return { text, original: (start, end) => ({ start, end }) }
  const from: number[] = []
  const letters: string[] = []
  let at = 0
  for (const letter of text) {
    const plain = plainLetter(letter)
    for (let unit = 0; unit < plain.length; unit++) from.push(at)
    if (plain !== "") letters.push(plain)
    at += letter.length
  }
  from.push(text.length)
  const widthAt = (offset: number) => ((text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1)
  return {
    text: letters.join(""),
    original: (start, end) => {
      const first = from[start] ?? text.length
      const last = from[Math.max(start, end - 1)] ?? text.length
      return { start: first, end: end > start ? Math.min(text.length, last + widthAt(last)) : first }
    }
  }
}

/** Returns only the letters and digits of a text, in one case, to test whether something occurs somewhere. */
export function compact(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")
}

const ODD = /[^\n\r\t\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2018-\u201e\u2026\u20ac\u3001-\u30ff\u4e00-\u9fff]/u
const SPACE = /^[\p{Zs}]$/u
const DASH = /^[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]$/
/** Matches zero-width and direction marks, fillers, variation selectors, tags and soft hyphens. */
const UNSEEN = /^[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u
function plainLetter(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  if (code < 0x7f) return letter
  if (UNSEEN.test(letter)) return ""
  if (SPACE.test(letter)) return " "
  if (DASH.test(letter)) return "-"
  if (code === 0x2028 || code === 0x2029) return "\n"
  // A dialler may convert it.
  const digit = latinDigit(code)
  if (digit !== undefined) return digit
  if (code < 0x250) return letter
  const wide = letter.normalize("NFKC")
  // A letter is replaced by one letter only. What would become longer (a ligature, a fraction) is part of no host or
  // number.
  return [...wide].length === 1 ? wide : letter
}
