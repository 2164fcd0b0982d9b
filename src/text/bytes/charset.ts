import { analyse } from "chardet"
import { isJapanese } from "../language/is-japanese.ts"

/**
 * Returns the name of a text's encoding, as `TextDecoder` takes it. A byte order mark comes first, then valid UTF-8,
 * then what the text declares, and last the letters, if they identify the encoding with certainty.
 * @param bytes the whole text, or its beginning if `isCut`, whose last letter may be cut
 * @param declared what the text declares (`<meta charset>`); it counts only if the text decodes with it
 * @returns undefined if it isn't text or if the encoding can't be determined
 */
export function charsetOf(
  bytes: Uint8Array,
  { declared = "", isCut = false }: { declared?: string | undefined; isCut?: boolean } = {}
): string | undefined {
  const text = (charset: string) => decodeAs(charset, bytes, isCut)
  const marked = charsetByBom(bytes)
  if (marked !== undefined) return marked
  const old = bytes.includes(ESCAPE) ? text("iso-2022-jp") : undefined
  // A name may be of kanji alone.
  if (old !== undefined && (KANA.test(old) || isJapanese(old) || /^iso-2022-jp/i.test(declared))) return "iso-2022-jp"
  // A page that says of itself that it is UTF-16 is none, or that couldn't be read. It has no zeros then.
  const isDeclaredWide = /^utf-16(?:le|be)$/i.test(declared) && text(declared) !== undefined
  if (bytes.includes(0)) return byZeros(bytes) ?? (isDeclaredWide ? declared.toLowerCase() : undefined)
  if (text("utf-8") !== undefined) return "utf-8"
  const isDeclared = isKnownCharset(declared) && !/^utf-?(?:8|16)/i.test(declared) && text(declared) !== undefined
  return isDeclared ? declared.toLowerCase() : byLetters(bytes, text)
}

/** Returns the encoding that a byte order mark names. */
export function charsetByBom([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8"
  if (a === 0xff && b === 0xfe) return "utf-16le"
  return a === 0xfe && b === 0xff ? "utf-16be" : undefined
}

/** Returns whether an encoding of this name exists. */
export function isKnownCharset(charset: string): boolean {
  try {
    return new TextDecoder(charset).encoding !== "replacement"
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

const ESCAPE = 0x1b
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Detects UTF-16 without a byte order mark. In Western texts every second byte of it is zero. */
function byZeros(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4096)
  let [even, odd] = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0 && at % 2 === 0) even++
    else if (byte === 0) odd++
  })
  const charset = even > odd ? "utf-16be" : "utf-16le"
  const text = Math.max(even, odd) > 4 * Math.min(even, odd) ? decodeAs(charset, sample, true) : undefined
  return text !== undefined && Math.max(even, odd) > sample.length / 10 && !/[\0\uFFFF]/.test(text)
    ? charset
    : undefined
}

function byLetters(bytes: Uint8Array, text: (charset: string) => string | undefined): string | undefined {
  for (const [charset, fits] of CHARSETS) {
    const letters = text(charset)
    if (letters !== undefined && fits(letters)) return charset
  }
  // Of few letters chardet guesses wrong: it read 手順 as Greek, and Après as Latvian.
  if (bytes.reduce((count, byte) => count + Number(byte >= 0x80), 0) < FEWEST_LETTERS) return undefined
  const [likely, next] = analyse(bytes).filter(({ name }) => isKnownCharset(name) && text(name) !== undefined)
  // Its letters were looked at above, or are like those of a neighbour.
  if (!likely || /^(?:ISO-8859-[129]|windows-125[01248]|KOI8-R|Shift_JIS|EUC-JP)$/i.test(likely.name)) return undefined
  return likely.confidence >= CERTAIN && likely.confidence - (next?.confidence ?? 0) >= APART
    ? likely.name.toLowerCase()
    : undefined
}

/**
 * chardet rates its confidence from 0 to 100. The first guess needs `CERTAIN` and a lead of `APART` over the second.
 */
const CERTAIN = 50
const APART = 25
/** In bytes beyond ASCII. */
const FEWEST_LETTERS = 60

const CHARSETS: [charset: string, fits: (text: string) => boolean][] = [
  ["shift_jis", isJapanese],
  ["euc-jp", isJapanese],
  ["windows-1251", isCyrillic],
  ["koi8-r", isCyrillic],
  ["windows-1252", isWestern]
]

/** Cyrillic words have no Latin letters in them, and no capital after a small letter. */
function isCyrillic(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}]+/gu)?.filter((word) => /[^\0-\x7f]/u.test(word)) ?? []
  const good = words.filter((word) => /^(?:[А-ЯЁІЇЄҐ]?[а-яёіїєґў]+|[А-ЯЁІЇЄҐ]+)$/u.test(word))
  return good.some(({ length }) => length >= 5) && good.length >= words.length * 0.9 && !STRANGE.test(text)
}

/** In Western words accented letters stand beside plain ones, and signs stand between words. */
function isWestern(text: string): boolean {
  const letters = count(text, /[À-ÖØ-öø-ÿŒœŠšŽžŸ]/gu)
  const inWords = count(text, /(?<=[a-zA-Z])[À-ÖØ-öø-ÿŒœŠšŽžŸ]|[À-ÖØ-öø-ÿŒœŠšŽžŸ](?=[a-zA-Z])/gu)
  const alone = count(text, /(?<![\p{L}])[àÀéêèóÓáÁÍíúÚÉ](?![\p{L}])/gu)
  const odd = count(text, /(?<=\p{L})[^\0-\x7f\p{L}’‘'ªº°®™©«»“”„–—…·•€\u00a0](?=\p{L})/gu)
  return inWords + alone >= letters / 2 && odd === 0 && !STRANGE.test(text)
}

/** What fills the gaps of an encoding, and letters of fonts. */
const STRANGE = /[\x80-\x9f\ue000-\uf8ff\ufffd]/u

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/**
 * Returns the text that bytes are in an encoding, or undefined if they aren't valid in it or there is none of this name.
 * @param isCut the end may lack a part of its last character
 */
export function decodeAs(charset: string, bytes: Uint8Array, isCut = false): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: isCut })
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined
    throw error
  }
}
