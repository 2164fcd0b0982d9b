/** Any digit, where a string is looked for. No text has this character. */
export const DIGIT = "\ufdd0"

/**
 * Returns a test whether a string, in lower case, is likely in a text. It compares pairs and triples of neighbouring
 * letters, and of one letter the letter itself, so it is quick, and wrong only by saying yes. The latest text's letters
 * are kept in a table that the next text's take over.
 */
export function lettersOf(text: string): (part: string) => boolean {
  if (text !== latest) read(text)
  return isLikelyIn
}

/** How many places single letters have. Those of pairs and triples follow. */
const SINGLES = 1 << 16
/** A mark of the latest text stands at each place that its letters lead to. */
const marks = new Uint32Array(SINGLES + (1 << 16))
let mark = 0
let latest: string | undefined

function read(text: string): void {
  latest = text
  mark++
  const letters = withoutCase(text)
  let [before, last] = [0, 0]
  for (let at = 0; at < letters.length; at++) {
    const code = letters.charCodeAt(at)
    marks[code] = mark
    if (code >= 48 && code <= 57) marks[DIGIT.charCodeAt(0)] = mark
    marks[placeOf(0, last, code)] = mark
    marks[placeOf(before, last, code)] = mark
    before = last
    last = code
  }
}

function isLikelyIn(part: string): boolean {
  if (part.length < 2) return part === "" || marks[part.charCodeAt(0)] === mark
  if (part.length === 2) return marks[placeOf(0, part.charCodeAt(0), part.charCodeAt(1))] === mark
  for (let at = 2; at < part.length; at++)
    if (marks[placeOf(part.charCodeAt(at - 2), part.charCodeAt(at - 1), part.charCodeAt(at))] !== mark) return false
  return true
}

const placeOf = (before: number, last: number, code: number): number =>
  SINGLES + (((before * 31 + last) * 31 + code) & 0xffff)

/** Returns a text as it is compared where case doesn't count. "ſ" is an "s" then, but has no lower case. */
export const withoutCase = (text: string): string => text.toLowerCase().replaceAll("ſ", "s")
