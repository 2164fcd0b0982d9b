import { isJapanese } from "../../text/language/is-japanese.ts"
import { AttachmentError } from "../common/attachment-error.ts"

/**
 * Decodes a text: by its mark, as UTF-8, or by what its letters make in the encodings of Japan, of Cyrillic and of
 * Western Europe. A few bytes that are none of it become "\ufffd", which a reader sees.
 * @param declared what the text says of its encoding; it counts if the text is valid in it
 * @throws AttachmentError if the encoding can't be told, because wrong letters would be taken for the customer's
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes)
  if (bytes.includes(ESCAPE)) {
    const text = valid("iso-2022-jp", bytes)
    // A name may be of kanji alone.
    if (text !== undefined && (isJapanese(text) || /^iso-2022-jp/i.test(declared ?? ""))) return text
  }
  const said = valid("utf-8", bytes) ?? (declared === undefined ? undefined : valid(declared, bytes))
  if (said !== undefined) return said
  for (const [charset, fits] of CHARSETS) {
    const text = valid(charset, bytes)
    if (text !== undefined && fits(text)) return text
  }
  const lossy = new TextDecoder().decode(bytes)
  const lost = count(lossy, /\ufffd/gu)
  // UTF-8 that was cut, or a log with some bytes of something else.
  if (count(lossy, /[^\0-\x7f\ufffd]/gu) >= 10 * lost || lost < lossy.length / 100) return lossy
  throw new AttachmentError("encoding")
}

const ESCAPE = 0x1b

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
  return good.some(({ length }) => length >= 4) && good.length >= words.length * 0.9 && !STRANGE.test(text)
}

/** In Western words accented letters stand beside plain ones, and signs stand between words. */
function isWestern(text: string): boolean {
  const letters = count(text, /[À-ÖØ-öø-ÿŒœŠšŽžŸ]/gu)
  const inWords = count(text, /(?<=[a-zA-Z])[À-ÖØ-öø-ÿŒœŠšŽžŸ]|[À-ÖØ-öø-ÿŒœŠšŽžŸ](?=[a-zA-Z])/gu)
  const alone = count(text, /(?<![\p{L}])[àÀÉéêèóÓáÁÍíúÚ](?![\p{L}])/gu)
  const odd = count(text, /(?<=\p{L})[^\0-\x7f\p{L}’‘'ªº°®™©«»“”„–—…·•€\u00a0](?=\p{L})/gu)
  return inWords + alone >= letters / 2 && odd === 0 && !STRANGE.test(text)
}

/** What fills the gaps of an encoding, and letters of fonts. */
const STRANGE = /[\x80-\x9f\ue000-\uf8ff\ufffd]/u

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

function valid(charset: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch (error) {
    // The bytes aren't valid in it, or there is no encoding of this name.
    if (error instanceof TypeError || error instanceof RangeError) return undefined
    throw error
  }
}
