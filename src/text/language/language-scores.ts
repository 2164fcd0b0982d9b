import { functionWordShares } from "./function-words.ts"
import { weights } from "../../lexicon/weights/word-pieces.ts"
import { unpackWordPieces, type WordPieceTable } from "./word-piece-table.ts"

/**
 * Returns how well a text fits each possible language, best first. The script decides if only one language is written
 * in it. Otherwise the score adds what the detector says about word pieces, the function words of each language, and
 * the letters that each language lacks.
 */
export function languageScores(text: string): [language: string, score: number][] {
  const composed = text.normalize("NFC")
  const script = scriptOf(composed)
  const [only, another] = script?.languages ?? []
  if (only !== undefined && (another === undefined || (only === "ja" && KANA.test(composed)))) return [[only, 1]]
  const lower = composed.toLowerCase()
  const pieces = wordPieceScores(composed)
  const words = functionWordShares(lower)
  const lacking = missingLetterShares(lower)
  const languages =
    script?.languages ??
    [...new Set([...pieces.keys(), ...lacking.keys()])].filter((language) => !NOT_LATIN.has(language))
  const least = Math.max(USUAL, ...pieces.values()) - UNSAID
  return languages
    .map((language): [string, number] => [
      language,
      Math.max(least, pieces.get(language) ?? 0) +
        WORDS * (words.get(language) ?? 0) -
        LETTERS * (lacking.get(language) ?? 0)
    ])
    .filter(([, score]) => score > 0)
    .sort((a, b) => b[1] - a[1])
}

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
/** A usual score of the detector, for a text about which it says nothing. */
const USUAL = 0.5
/** A language that the detector doesn't name starts this far below the best. Function words may still raise it. */
const UNSAID = 0.25
/** Added for a text that consists only of a language's function words. */
const WORDS = 0.6
/** Subtracted for a text that consists only of letters that a language lacks. */
const LETTERS = 2

/** The letters of each language besides a to z, or all letters if several languages share its script. */
const ALPHABETS: Readonly<Record<string, string>> = {
  en: "",
  ms: "",
  de: "äöüß",
  fr: "àâæçéèêëîïôœùûüÿ",
  es: "áéíñóúü",
  pt: "áâãàçéêíóôõúü",
  it: "àèéìíîòóùú",
  nl: "éèëïóöü",
  ca: "àçéèíïóòúü",
  eu: "ñü",
  ro: "ăâîșțşţ",
  tr: "çğıöşüâîû\u0307",
  az: "çəğıöşü\u0307",
  sq: "çë",
  ku: "çêîşû",
  tl: "ñ",
  vi: "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
  yo: "ẹọṣàáèéìíòóùúńǹ\u0301\u0300\u0323",
  pl: "ąćęłńóśźż",
  cs: "áčďéěíňóřšťúůýž",
  sk: "áäčďéíĺľňóôŕšťúýž",
  hr: "čćđšž",
  sl: "čšž",
  hu: "áéíóöőúüű",
  sv: "åäöé",
  fi: "äöå",
  da: "æøåé",
  no: "æøåéò",
  is: "áðéíóúýþæö",
  et: "äöõüšž",
  lv: "āčēģīķļņšūž",
  lt: "ąčęėįšųūž",
  ru: "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
  uk: "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
  bg: "абвгдежзийклмнопрстуфхцчшщъьюя",
  sr: "абвгдђежзијклљмнњопрстћуфхцчџш",
  be: "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
  ar: "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",
  fa: "ءآأؤئابةتثجحخدذرزسشصضطظعغفقلمنهوپچژکگی",
  ur: "ءآأؤئابتثجحخدذرزسشصضطظعغفقلمنوٹپچڈڑژکگںھہۂۃیےۓ"
}

const SETS = new Map(Object.entries(ALPHABETS).map(([language, letters]) => [language, new Set(letters)]))

/**
 * Returns the share of a text's letters that each language lacks, from 0 to 1. A name brings some of them ("Beyoncé" in
 * English), and a text has few. Languages that aren't listed lack none.
 * @param text in lower case, composed
 */
function missingLetterShares(text: string): ReadonlyMap<string, number> {
  const letters = text.match(/\p{L}/gu) ?? []
  const telling = text.match(/(?![a-z])[\p{L}\u0307]/gu) ?? []
  return new Map(
    [...SETS].map(([language, own]) => [
      language,
      telling.filter((letter) => !own.has(letter)).length / Math.max(1, letters.length)
    ])
  )
}

/** A script, and the known languages that are written in it. */
interface Script {
  letters: RegExp
  languages: readonly string[]
  /** A letter of this script counts this many times as much as one of an alphabet. */
  density: number
}

/** Returns the main script of a text, or undefined for Latin or a text without letters. */
function scriptOf(text: string): Script | undefined {
  const latin = count(text, LATIN)
  if (latin === count(text, ANY_LETTER)) return undefined
  let most = 0
  let main: Script | undefined
  for (const script of SCRIPTS) {
    const weight = count(text, script.letters) * script.density
    if (weight > most) [most, main] = [weight, script]
  }
  // Names and brands stand in Latin letters within other scripts, but hardly ever the other way round.
  return most >= LATIN_WITHIN * latin ? main : undefined
}

/** If the main script has less than this share of the Latin letters, the text is in Latin with foreign words. */
const LATIN_WITHIN = 0.4

const count = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0
const LATIN = /\p{Script=Latin}/gu
const ANY_LETTER = /\p{L}/gu

const script = (letters: RegExp, languages: string, density = 1): Script => ({
  letters,
  languages: languages.split(" "),
  density
})

const SCRIPTS: readonly Script[] = [
  script(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu, "ja zh", 2.5),
  script(/\p{Script=Cyrillic}/gu, "ru uk bg sr be"),
  script(/\p{Script=Arabic}/gu, "ar fa ur ku"),
  script(/\p{Script=Devanagari}/gu, "hi mr"),
  script(/\p{Script=Hangul}/gu, "ko", 2.5),
  script(/\p{Script=Thai}/gu, "th", 1.5),
  script(/\p{Script=Greek}/gu, "el"),
  script(/\p{Script=Hebrew}/gu, "he"),
  script(/\p{Script=Bengali}/gu, "bn"),
  script(/\p{Script=Tamil}/gu, "ta"),
  script(/\p{Script=Telugu}/gu, "te"),
  script(/\p{Script=Kannada}/gu, "kn"),
  script(/\p{Script=Malayalam}/gu, "ml"),
  script(/\p{Script=Gujarati}/gu, "gu"),
  script(/\p{Script=Gurmukhi}/gu, "pa"),
  script(/\p{Script=Oriya}/gu, "or"),
  script(/\p{Script=Georgian}/gu, "ka"),
  script(/\p{Script=Armenian}/gu, "hy"),
  script(/\p{Script=Ethiopic}/gu, "am", 1.5),
  script(/\p{Script=Lao}/gu, "lo", 1.5)
]

/** Every language that is written in a known script other than Latin. */
const NOT_LATIN: ReadonlySet<string> = new Set(SCRIPTS.flatMap(({ languages }) => languages))

/**
 * Returns how well each language fits the pieces of a text's words, from 0 to 1, best first. The method and the table
 * are those of the package eld (Nito T.M., Apache-2.0) in its size "extrasmall", and the figures are the same; only
 * letters beyond Unicode's first plane and of its newest scripts may differ. The first 1,000 characters, and of them
 * some 350 bytes, decide. The table is read with the first text.
 */
export function wordPieceScores(text: string): Map<string, number> {
  table ??= unpackWordPieces(weights())
  const { languages, look } = table
  const sums = new Float64Array(languages.length)
  const add = (language: number, score: number) => (sums[language] = (sums[language] ?? 0) + score + LEAST)
  const count = eachPiece(bytesOf(text), (bytes, place) => look({ bytes, place }, add))
  return new Map(
    languages
      .map((language, n): [string, number] => [language, (sums[n] ?? 0) / count])
      .filter(([, mean]) => mean > 0)
      .map(([language, mean]): [string, number] => [language, mean / (mean + SCALE)])
      .sort((one, other) => other[1] - one[1])
  )
}

let table: WordPieceTable | undefined

/** The table's scores are what lies above this. */
const LEAST = 53
const SCALE = 25
const MAX_TEXT = 1000
/** A text ends at the first space behind so many bytes, or with the first letter that passes the second figure. */
const ENOUGH_BYTES = 350
const MAX_BYTES = 380
/** What follows of a word that is longer counts as one piece more. */
const MAX_WORD = 70
const SPACE = 0x20

/** Returns the words of a text in lower case, with one space between them, as UTF-8. */
function bytesOf(text: string): Uint8Array {
  const words = text.slice(0, MAX_TEXT).replace(SEPARATORS, " ").trim().toLowerCase()
  const bytes = new Uint8Array(MAX_BYTES + 4)
  const { written } = new TextEncoder().encodeInto(words, bytes)
  const space = bytes.indexOf(SPACE, ENOUGH_BYTES + 1)
  if (space >= 0 && space <= MAX_BYTES) return bytes.subarray(0, space)
  let end = Math.min(written, MAX_BYTES + 1)
  // A letter that has begun is taken whole: its further bytes begin with the bits 10.
  while (end < written && ((bytes[end] ?? 0) & 0xc0) === 0x80) end++
  return bytes.subarray(0, end)
}

/** Whatever is no letter, up to an apostrophe, which belongs to a word. */
const SEPARATORS = /(?:[^\p{L}]|[\u{10000}-\u{10ffff}])+(?<!['`’])/gu

/**
 * Calls `each` with every piece of the words once, and returns how many there are. A piece has four bytes and begins
 * three behind the one before; the last one ends with the word.
 */
function eachPiece(bytes: Uint8Array, each: (bytes: number, place: number) => void): number {
  const seen = new Set<number | string>()
  const take = (from: number, to: number, place: number) => {
    let piece = 0
    for (let at = from; at < to; at++) piece = piece * 256 + (bytes[at] ?? 0)
    // Longer ones are in no table, but they count.
    const isLong = to - from > 4
    const known = isLong ? bytes.subarray(from, to).join() : piece * 4 + place
    if (seen.has(known)) return
    seen.add(known)
    if (!isLong) each(piece, place)
  }
  for (let start = 0; start < bytes.length; ) {
    const space = bytes.indexOf(SPACE, start)
    const end = space < 0 ? bytes.length : space
    const length = Math.min(end - start, MAX_WORD)
    let from = 0
    for (; from + 4 < length; from += 3) take(start + from, start + from + 4, from === 0 ? 1 : 0)
    if (length > 0) take(start + Math.max(0, length - 4), end, from === 0 ? 3 : 2)
    start = end + 1
  }
  return seen.size
}
