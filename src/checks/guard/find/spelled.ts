import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"
import { anyOf, NUMBERS } from "../words/words.ts"
import { isKnown } from "./phone.ts"

/**
 * Finds numbers, addresses and hosts that are spelled out in words, which the finders of digits and links don't
 * recognise. A number that was given may be spelled out.
 */
export function findSpelled(text: string, given: Given): Found[] {
  return [...numbers(text, given), ...addresses(text, given)]
}

function numbers(text: string, given: Given): Found[] {
  const findings: Found[] = []
  for (const match of text.matchAll(RUN)) {
    const parts = match[0].match(PART) ?? []
    const words = parts.filter((part) => !/^\d/.test(part))
    const digits = digitsOf(parts)
    if (words.length < 4 || digits.length < 6 || given.holds(match[0])) continue
    if (!isKnown(digits, given.numbers) && !given.holds(digits))
      findings.push({ kind: "spelled", start: match.index, end: match.index + match[0].trimEnd().length })
  }
  return findings
}

/**
 * Returns the digits of number words. "Double" and "triple" repeat the next digit, and tens are joined with the one
 * after them: quarante-quatre is 44, quatre-vingt-douze 92.
 */
function digitsOf(parts: string[]): string {
  let digits = ""
  let open: number | undefined
  let times = 1
  const close = () => {
    if (open !== undefined) digits += String(open)
    open = undefined
  }
  for (const part of parts) {
    const word = part.toLowerCase()
    if (TIMES[word]) {
      close()
      times = TIMES[word]
      continue
    }
    const value = NUMBERS.get(word)
    if (value === undefined) {
      close()
      digits += part
    } else if (value === 100) {
      // "Oh eight hundred" is 0800.
      close()
      digits += "00"
    } else if (open === 4 && value === 20) open = 80
    else if (
      open !== undefined &&
      open >= 20 &&
      open < 100 &&
      open % 10 === 0 &&
      value > 0 &&
      (value < 10 || ((open === 60 || open === 80) && value < 20))
    ) {
      open += value
      close()
    } else {
      close()
      if (value >= 20 || value === 4) open = value
      else digits += String(value).repeat(times)
    }
    if (open === 4 && times > 1) {
      digits += "4".repeat(times)
      open = undefined
    }
    times = 1
  }
  close()
  return digits
}

function addresses(text: string, given: Given): Found[] {
  return [...text.matchAll(ADDRESS)]
    .filter((match) => !given.holds(match[0]))
    .map((match) => ({ kind: "spelled", start: match.index, end: match.index + match[0].length }))
}

const TIMES: Record<string, number> = { double: 2, triple: 3, doble: 2, dobles: 2, doppel: 2, duplo: 2, treble: 3 }
const LATIN = [...NUMBERS.keys()].filter((word) => /^\p{Script=Latin}/u.test(word)).sort((a, b) => b.length - a.length)
const KANA = [...NUMBERS.keys()].filter(
  (word) => !/^\p{Script=Latin}/u.test(word) && (word.length > 1 || /\p{Script=Han}|〇/u.test(word))
)
const ONE = `(?:(?<![\\p{L}\\p{N}])(?:${[...LATIN, ...Object.keys(TIMES)].join("|")})(?![\\p{L}\\p{N}])|${KANA.join("|")}|(?<![\\p{L}\\p{N}])\\d{1,2}(?![\\p{L}\\p{N}.]))`
const PART = new RegExp(ONE, "giu")
const RUN = new RegExp(
  `${ONE}(?:(?:[ ,.·・、/-]{0,3}(?:(?<=[ ,-])(?:y|et|e|und|and|then|puis|dann)(?=[ ,-])[ ,-])?|[の、・-]{1,3})${ONE}){4,60}`,
  "giu"
)
const AT = anyOf(({ at }) => at, "iu").source
/** Matches words that can only mean "at". */
const SURE_AT =
  "[(\\[{](?:at|a|@|arroba|arobase)[)\\]}]|(?<!\\p{L})(?:at[- ]sign|klammeraffe|arobase|arroba)(?!\\p{L})|アットマーク"
const DOT = anyOf(({ dot }) => dot, "iu").source
const END =
  "(?:com|net|org|io|info|biz|eu|co|de|fr|es|pt|jp|uk|nl|ch|at|it|be|ie|us|app|dev|shop|online|site|xyz|top|example)(?![\\p{L}\\p{N}])"
/** Endings that are no word of any language. */
const USUAL = "com|net|org|io|info|biz|eu|zip|mov"
const QUOTE = "[\"'“”„«»‘’「」]?"
const WORDS = "[\\p{L}\\p{N} ,.'_()\\[\\]-]"
/** Matches a word for "dot" and an ending that is no word beside it in its language, quoted or not. */
const DOT_WORD = [
  [
    "dot|full stop|period",
    "uk|us|co|ca|au|de|fr|es|pt|jp|ru|cc|link|click|site|shop|store|support|help|live|page|app|xyz"
  ],
  ["punkt", "de|at|ch|co|app|shop|xyz"],
  ["point", "fr|be|ch|ca|app|shop|xyz"],
  ["punto", "mx|ar|cl|app|xyz"],
  ["ponto", "pt|br|app|xyz"]
]
  .map(
    ([words = "", endings = ""]) => `(?:${words})${QUOTE}[ ,-]{1,2}${QUOTE}(?:${USUAL}|${endings})(?![\\p{L}\\p{N}])`
  )
  .map((one) => `(?<![\\p{Script=Latin}])${one}`)
  .concat(`ドット${QUOTE}[ 、]?${QUOTE}(?:${USUAL}|jp|コム|ネット|ジェーピー)`)
  .map((one) => `[ ,、-]{0,2}${QUOTE}${one}`)
  .join("|")
/**
 * Matches a word for "at", followed soon by one for "dot" and an ending, or a "dot" whose ending is no word of any
 * language.
 */
const ADDRESS = new RegExp(
  `(?:(?:${AT}|${SURE_AT})${WORDS}{1,60}?(?:${DOT})|(?:${SURE_AT})${WORDS}{1,60}?[.])[ ,]{0,2}${END}` +
    `|(?<![\\p{L}\\p{N}-])[\\p{L}\\p{N}-]{2,40}(?:${DOT_WORD}| ?[\\[({](?:dot|punkt|point|punto|ponto|\\.)[\\])}] ?${END})`,
  "giu"
)
