import { analyse } from "chardet"
import { languageWritten } from "../../../text/language.ts"
import { isJapanese } from "../../../text/language/is-japanese.ts"
import { LANGUAGES } from "../../../text/languages.ts"
import { DocumentError } from "./format.ts"

/**
 * Returns the name of a text's encoding, as `TextDecoder` takes it. A byte order mark comes first, then valid UTF-8,
 * then what the text declares, and last the letters, if they identify the encoding with certainty.
 * @param bytes the whole text or at least {@link CHARSET_SAMPLE} bytes of it, whose last letter may be cut
 * @param declared what the text declares (`<meta charset>`); it counts only if the text decodes with it
 * @throws DocumentError if it isn't text or if the encoding can't be determined
 */
export function charsetOf(bytes: Uint8Array, declared?: string): string {
  const marked =
    charsetByBom(bytes) ??
    (bytes.includes(0x1b) && decodes("iso-2022-jp", bytes)?.match(KANA) ? "iso-2022-jp" : undefined)
  if (marked) return marked
  if (bytes.includes(0)) {
    const wide = byZeros(bytes)
    if (wide) return wide
    throw new DocumentError("It isn't text.")
  }
  if (decodes("utf-8", bytes) !== undefined) return "utf-8"
  const known =
    declared && isKnownCharset(declared) && !/^utf-?(?:8|16)/i.test(declared) ? declared.toLowerCase() : undefined
  const charset = known && decodes(known, bytes) !== undefined ? known : byLetters(bytes)
  if (charset) return charset
  throw new DocumentError("Its encoding can't be told for certain: save it as UTF-8.")
}

/** This many bytes of a text are examined. */
export const CHARSET_SAMPLE = 65_536

/** Returns the encoding that a byte order mark names. */
export function charsetByBom([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8"
  if (a === 0xff && b === 0xfe) return "utf-16le"
  return a === 0xfe && b === 0xff ? "utf-16be" : undefined
}

/** Detects UTF-16 without a byte order mark. In Western texts every second byte of it is zero. */
function byZeros(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4096)
  let [even, odd] = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0 && at % 2 === 0) even++
    else if (byte === 0) odd++
  })
  const charset = even > odd ? "utf-16be" : "utf-16le"
  const text = Math.max(even, odd) > 4 * Math.min(even, odd) ? decodes(charset, sample) : undefined
  return text !== undefined && Math.max(even, odd) > sample.length / 10 && !/[\0\uFFFF]/.test(text)
    ? charset
    : undefined
}

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
function byLetters(bytes: Uint8Array): string | undefined {
  const japanese = ["shift_jis", "euc-jp"].find((charset) => isJapanese(decodes(charset, bytes) ?? ""))
  if (japanese) return japanese
  const western = decodes("windows-1252", bytes) ?? ""
  const [likely, next] = analyse(bytes).filter(({ name }) => isKnownCharset(name) && decodes(name, bytes) !== undefined)
  const isLatin =
    !likely ||
    /^(?:ISO-8859-[129]|windows-125[0248]|windows-1254|Big5|GB18030|EUC-KR|Shift_JIS|EUC-JP)$/i.test(likely.name) ||
    likely.confidence < 40
  // In Western words, accented letters stand between plain ones, and the text is in one of the supported languages.
  if (isLatin && isWestern(western)) return "windows-1252"
  return likely && likely.confidence >= CERTAIN && likely.confidence - (next?.confidence ?? 0) >= APART
    ? likely.name.toLowerCase()
    : undefined
}

/**
 * chardet rates its confidence from 0 to 100. The first guess needs `CERTAIN` and a lead of `APART` over the second.
 */
const CERTAIN = 50
const APART = 25

function isWestern(text: string): boolean {
  const beyond = text.match(/[^\0-\x7f]/gu) ?? []
  const usual = beyond.filter((letter) =>
    /[àâäáãåæçéèêëíìîïñóòôöõøœúùûüýÿßªº¿¡«»€£§°·–—…‘’‚“”„•™©®\u00A0×½¼¾²³´¨ÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝ]/u.test(letter)
  ).length
  if (usual < beyond.length || /[\x80-\x9f]/.test(text)) return false
  const inWords = text.match(/[a-zA-Z][À-ÖØ-öø-ÿŒœß]|[À-ÖØ-öø-ÿŒœß][a-zA-Z]/gu)?.length ?? 0
  const letters = text.match(/[À-ÖØ-öø-ÿŒœ]/gu)?.length ?? 0
  const { sure, language } = languageWritten(text.slice(0, 2000), LANGUAGES)
  return inWords >= letters / 2 && (!sure || LANGUAGES.some((known) => known === language))
}

/** Returns the text, or undefined if these bytes aren't valid in that encoding. */
function decodes(charset: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: bytes.length >= CHARSET_SAMPLE })
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
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
