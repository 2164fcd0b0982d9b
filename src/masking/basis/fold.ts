import { isMixed, unmixed } from "./look-alikes.ts"

/**
 * A text as the finders read it. Invisible characters and the keys around digits are removed, full-width forms and odd spaces or dashes become
 * ASCII, and look-alike letters of another script are replaced within a word.
 */
export interface Folded {
  text: string
  /** Maps a span of the folded text to a span of the original, without invisible characters at its edges. */
  original(start: number, end: number): { start: number; end: number }
  /** Maps an offset of the original to the first offset of the folded text that isn't before it. */
  folded(offset: number): number
}

/** Folds a text in linear time. Most text needs no folding and is returned as it is. */
export function fold(text: string): Folded {
  if (!ODD.test(text))
    return { text: withoutLookAlikes(text), original: (start, end) => ({ start, end }), folded: (offset) => offset }
  const from = new Int32Array(text.length)
  const kept: string[] = []
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    // Tag characters and further variation selectors (U+E0000 to U+E01EF) are surrogate pairs.
    if (unit === 0xdb40 && text.charCodeAt(i + 1) >= 0xdc00 && text.charCodeAt(i + 1) <= 0xddef) {
      i++
      continue
    }
    const letter = text.charAt(i)
    if (INVISIBLE.test(letter)) continue
    from[length++] = i
    kept.push(plain(unit, letter))
  }
  return {
    text: withoutLookAlikes(kept.join("")),
    original(start, end) {
      const first = from[start] ?? text.length
      if (end <= start) return { start: first, end: first }
      const last = (from[end - 1] ?? text.length - 1) + 1
      return { start: first, end: last + (KEYCAP.exec(text.slice(last, last + 2))?.[0].length ?? 0) }
    },
    folded: (offset) => lowerBound(from, length, offset)
  }
}

/**
 * Folds a word for comparison. It is put in lower case, and accents, ligatures and the stretched Arabic line are
 * folded. Marks that make another word (ガ, मी) stay. The length may change.
 */
export function foldWord(word: string): string {
  if (!NOT_ASCII.test(word)) return word.toLowerCase()
  return word
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[ßøłđæœıþðς]/g, (letter) => LETTERS[letter] ?? letter)
}

const NOT_ASCII = /[^\0-\x7f]/
/** The accents of Latin, Greek, Cyrillic, Hebrew and Arabic, where words are written with and without them. */
const ACCENTS =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe2f]/gu

/** Replaces look-alike letters and keeps every offset. */
function withoutLookAlikes(text: string): string {
  return isMixed(text) ? text.replace(/[\p{L}\p{M}]+/gu, unmixed) : text
}

const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\u20e3\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]/
/** What follows a digit in a keycap emoji. It belongs to the number. */
const KEYCAP = /^\ufe0f?\u20e3/
const ODD =
  /[\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2000-\u2015\u2028-\u202f\u205f-\u206f\u20e3\u2212\u3000\u3164\ufe00-\ufe0f\ufeff\uff01-\uff5e\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e01ef}]/u
const LETTERS: Record<string, string> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  æ: "ae",
  œ: "oe",
  ı: "i",
  þ: "th",
  ð: "d",
  ς: "σ"
}

function plain(unit: number, letter: string): string {
  if (unit >= 0xff01 && unit <= 0xff5e) return String.fromCharCode(unit - 0xfee0)
  if (unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x202f || unit === 0x205f || unit === 0x3000)
    return " "
  if ((unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212) return "-"
  if (unit === 0x2028 || unit === 0x2029) return "\n"
  return letter
}

function lowerBound(from: Int32Array, length: number, offset: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((from[middle] ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  return low
}
