import { fromBase64, fromBinary } from "../../text/bytes/base64.ts"
import { LANGUAGES } from "../../text/languages.ts"
import { once } from "../../text/memo/text-memory.ts"
import { STOP_WORDS } from "../../text/words/words.ts"

/**
 * Returns where a text contains words in base64, hexadecimal, binary or percent signs, as HTML entities, or by rot13.
 * Nobody hides words in that way from the person who reads them, so they are meant for a machine. Keys, tokens and
 * pictures encode no words. It takes linear time.
 */
export function encodedTextIn(text: string): { start: number; end: number } | undefined {
  return runsIn(text)[0]
}

/** Returns the words that a text contains in such forms, as text. */
export const encodedWordsIn = (text: string): string =>
  runsIn(text)
    .map(({ words }) => words)
    .join("\n")

interface EncodedRun {
  start: number
  end: number
  words: string
}

function runsIn(text: string): EncodedRun[] {
  const runs = ENCODINGS.flatMap(({ pattern, bytesOf }) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: run }) => {
      const words = wordsOf(bytesOf(run.slice(0, MAX_READ)))
      return words === "" ? [] : [{ start: index, end: index + run.length, words }]
    })
  )
  const lines = [...text.matchAll(LINE)].flatMap(({ index, 0: line }) =>
    hasRotatedWords(line) ? [{ start: index, end: index + line.length, words: rotated(line) }] : []
  )
  return [...runs, ...lines].sort((a, b) => a.start - b.start)
}

const LINE = /[^\n]{16,2000}/g
/** A multiple of four and of eight, so that the end is no half group. */
const MAX_READ = 2400

/** Twelve signs or more of one encoding in a row. */
const ENCODINGS: readonly { pattern: RegExp; bytesOf: (run: string) => Uint8Array }[] = [
  { pattern: /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{20,}={0,2}(?![A-Za-z0-9+/_-])/g, bytesOf: base64Bytes },
  { pattern: /(?<![0-9A-Za-z])(?:0x)?(?:[0-9a-f]{2}){12,}(?![0-9A-Za-z])/gi, bytesOf: hexBytes },
  { pattern: /(?<![0-9A-Za-z])(?:(?:0x|\\x)?[0-9a-f]{2}[ ,:]{0,2}){12,}(?![0-9A-Za-z])/gi, bytesOf: hexBytes },
  { pattern: /(?:%[0-9a-f]{2}){12,}/gi, bytesOf: hexBytes },
  { pattern: /(?:[01]{8}[ ,]?){12,}/g, bytesOf: (run) => numberBytes(run, /[01]{8}/g, 2) },
  { pattern: /(?:&#\d{2,3};){12,}/g, bytesOf: (run) => numberBytes(run, /\d+/g, 10) },
  {
    pattern: /(?:&#x[0-9a-f]{2};){12,}/gi,
    bytesOf: (run) => numberBytes(run.replace(/&#x/gi, ""), /[0-9a-f]{2}/gi, 16)
  }
]

function base64Bytes(run: string): Uint8Array {
  const bare = run.replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, "")
  return fromBase64(bare.slice(0, bare.length - (bare.length % 4 === 1 ? 1 : 0)))
}

function hexBytes(run: string): Uint8Array {
  return numberBytes(run.replace(/0x|\\x/gi, ""), /[0-9a-f]{2}/gi, 16)
}

function numberBytes(run: string, digits: RegExp, base: number): Uint8Array {
  return fromBinary(
    (run.match(digits) ?? []).map((one) => String.fromCharCode(Number.parseInt(one, base) & 255)).join("")
  )
}

/** Returns the text that bytes encode, or "" if that isn't words. */
function wordsOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes)
  const strange =
    text
      .slice(0, -3)
      .match(/[\ufffd\p{Cc}]/gu)
      ?.filter((sign) => !/\s/.test(sign)).length ?? 0
  if (strange > 0) return ""
  const words = text.match(/(?<!\p{L})\p{L}{2,}(?!\p{L})/gu)?.length ?? 0
  const isText = /\p{Script=Han}|\p{Script=Hiragana}/u.test(text) || (words >= MIN_WORDS && text.includes(" "))
  return isText ? text : ""
}
const MIN_WORDS = 2

/** Returns a text with each Latin letter moved by half the alphabet (rot13), which is its own reverse. */
const rotated = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const first = letter < "a" ? 65 : 97
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first)
  })

/**
 * Says whether a line has words by rot13: several in a row of which many are small words of a language, and none is one
 * as it is written.
 */
function hasRotatedWords(line: string): boolean {
  const { small, rotatedSmall } = smallWords()
  let [words, hits] = [0, 0]
  for (const word of line.toLowerCase().match(WORD) ?? []) {
    if (small.has(word)) [words, hits] = [0, 0]
    else {
      words++
      if (rotatedSmall.has(word)) hits++
    }
    if (words >= MIN_RUN && hits >= words * SHARE) return true
  }
  return false
}

const WORD = /\p{L}+/gu
const MIN_RUN = 6
/** Of the words of a sentence, every third is a small one. */
const SHARE = 0.33

/** Small words of all languages, and how they look by rot13. Single letters are such words too, but tell nothing. */
const smallWords = once(() => {
  const small = new Set(
    LANGUAGES.flatMap((language) => [...(STOP_WORDS[language] ?? [])]).filter((word) => word.length > 1)
  )
  return { small, rotatedSmall: new Set([...small].map(rotated).filter((word) => !small.has(word))) }
})

/**
 * Returns the first run of a text whose letters are written apart: "i g n o r e  a l l", "i.g.n.o.r.e a.l.l". Names are
 * spelled like this, and titles are spaced, but both are short. It takes linear time.
 */
export function spacedWordsIn(text: string): { start: number; end: number } | undefined {
  for (const { index, 0: run } of text.matchAll(RUN)) {
    const letters = run.match(/\p{L}/gu)?.length ?? 0
    if (letters >= MIN_LETTERS) return { start: index, end: index + run.length }
  }
  return undefined
}

/** In letters: longer than a title or a name that somebody spells. */
const MIN_LETTERS = 16

/** Matches single letters with up to three signs between them, on one line. */
const RUN = /(?<![\p{L}\p{N}])\p{L}(?:[^\p{L}\p{N}\n]{1,3}\p{L}(?![\p{L}\p{N}])){7,400}/gu
