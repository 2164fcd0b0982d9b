import { LISTS } from "replywright/lexicon/text"
import { alternativesOf, entriesOf, wordsOf } from "../lexicon/lexicon.ts"
import { JAPANESE_LETTERS } from "./language/is-japanese.ts"
import { CURRENCY_LETTERS } from "./units.ts"

/** A number in a text, in digits or words. */
export interface Numeral {
  start: number
  end: number
  value: number
  /** Words such as "one", "un" and "eine" are numbers only before a unit, and otherwise articles. */
  article?: true
}

/**
 * Returns all numerals of a text of plain width (see `plainWidth`). The caller must drop digits inside codes (A12-9)
 * and dates.
 */
export function numerals(text: string): Numeral[] {
  const mixedNumerals = Array.from(text.matchAll(MIXED), ({ index: start, 0: characters }): Numeral => {
    return { start, end: start + characters.length, value: japaneseNumber(characters) }
  })
  const mixed = [...mixedNumerals]
  for (const match of text.matchAll(DIGITS)) {
    while (mixed[0] && mixed[0].end <= match.index) mixed.shift()
    if (mixed[0] && mixed[0].start <= match.index) continue
    const end = match.index + match[0].length
    const after = text.slice(end, end + 16)
    const [scale = "", times = 1] =
      SCALES.map(([pattern, times]) => [pattern.exec(after)?.[0], times] as const).find(([scale]) => scale) ?? []
    mixedNumerals.push({
      start: match.index,
      end: end + scale.length,
      value: Number((parseDigits(match[0]) * times).toPrecision(12))
    })
  }
  for (const match of text.matchAll(/(?<!\p{L})\p{L}{2,40}(?:[- ](?:et )?\p{L}{2,7}(?!\p{L}))?/gu)) {
    const whole = WORDS.get(match[0].toLowerCase().replace(/[- ]/g, "-"))
    if (whole !== undefined) {
      mixedNumerals.push({
        start: match.index,
        end: match.index + match[0].length,
        value: whole,
        ...articleOf(match[0])
      })
      continue
    }
    // "Dois" in "dos dois meses" is a number, whatever "dos" is.
    for (const { index, 0: word } of match[0].matchAll(/\p{L}+/gu)) {
      const value = WORDS.get(word.toLowerCase())
      const start = match.index + index
      if (value !== undefined) mixedNumerals.push({ start, end: start + word.length, value, ...articleOf(word) })
    }
  }
  for (const match of text.matchAll(KANJI)) {
    mixedNumerals.push({ start: match.index, end: match.index + match[0].length, value: japaneseNumber(match[0]) })
  }
  return mixedNumerals.sort((a, b) => a.start - b.start)
}

/** Converts full-width digits, letters and signs to half-width. Each unit stays one unit, so offsets don't change. */
export function plainWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll("￥", "¥")
}

/**
 * Reads 1.234,56 and 1,234.56 and 1 234,56 and 1'234.56. A single separator before exactly three digits separates
 * thousands.
 */
export function parseDigits(digits: string): number {
  const plain = digits.replace(/['’\u00a0\u202f ]/g, "")
  const marks = plain.match(/[.,]/g) ?? []
  const last = marks.at(-1)
  if (last === undefined) return Number(plain)
  const mixed = marks.some((mark) => mark !== last)
  const thousands = !mixed && (marks.length > 1 || /^[1-9]\d{0,2}[.,]\d{3}$/.test(plain))
  if (thousands) return Number(plain.replace(/[.,]/g, ""))
  const at = plain.lastIndexOf(last)
  return Number(`${plain.slice(0, at).replace(/[.,]/g, "")}.${plain.slice(at + 1)}`)
}

/** A figure may follow a Japanese letter and a currency: 合計1,234,567円, EUR1,500. */
const DIGITS = (() => {
  const letter = `[\\p{L}--[${JAPANESE_LETTERS}]]`
  const currency = `(?<=(?i:${CURRENCY_LETTERS}))`
  const grouped = "\\d{1,3}(?:[.,'’\\u00a0\\u202f ]\\d{3})+(?:[.,]\\d{1,2})?(?!\\d|[.,]\\d)"
  const plain = "\\d{1,15}(?:[.,]\\d{1,4})?(?!\\d)"
  const ways = [
    `(?:(?<!${letter}|[\\d_.,\\-])|${currency})${grouped}`,
    `(?:(?<![A-Za-z_\\d]|[A-Za-z_]-)|${currency})${plain}`
  ]
  return new RegExp(`(?=\\d)(?:${ways.join("|")})`, "gv")
})()

const WORDS = new Map<string, number>()
for (const [language, join] of [
  ["en", (ten: string, one: string) => `${ten}-${one}`],
  ["de", (ten: string, one: string) => `${one}und${ten}`]
] as const) {
  const ones = entriesOf(LISTS, language, "number-ones")
  ones.forEach((word, value) => WORDS.set(word, value))
  entriesOf(LISTS, language, "number-tens").forEach((ten, i) => {
    WORDS.set(ten, 20 + 10 * i)
    for (let one = 1; one < 10; one++) WORDS.set(join(ten, ones[one] ?? ""), 20 + 10 * i + one)
  })
}
for (const pair of wordsOf(LISTS, "numbers")) {
  const [word, value] = pair.split(" ")
  if (word && !WORDS.has(word)) WORDS.set(word, Number(value))
}
// "once" is eleven in Spanish and one time in English, so it is left out. "seis", "six" and "dix" are unambiguous.
WORDS.delete("once")

const ARTICLES = wordsOf(LISTS, "number-articles")
const articleOf = (word: string): { article?: true } => (ARTICLES.has(word.toLowerCase()) ? { article: true } : {})

/** What multiplies a numeral in digits: "1.5 million", "3 mil". */
const SCALES: readonly (readonly [RegExp, number])[] = [...alternativesOf(LISTS, "number-scales")]
  .map(([factor, words]) => [scale(words), Number(factor)] as const)
  .sort(([, one], [, other]) => other - one)

function scale(words: string): RegExp {
  return new RegExp(`^[ \\u00a0\\u202f]?(?:${words})(?!\\p{L})`, "iu")
}

/** "数千円" is some thousands, and no figure. */
const KANJI =
  /(?<![\d数何〇一二三四五六七八九十百千万億兆])[一二三四五六七八九十百千万億兆][〇一二三四五六七八九十百千万億兆]{0,12}(?=[ヶか]?[日週月年時分秒回個営円%])/g

/** Matches a number in digits and characters: 3万, 1万5千, 1億2345万, 1万5,000. A place such as 千葉 is none. */
const MIXED = (() => {
  const digits = "(?:\\d{1,3}(?:,\\d{3})+|\\d{1,15})(?:\\.\\d{1,4})?"
  const characters = "[〇一二三四五六七八九]{1,12}"
  const scale = "(?!百貨|千葉|千代|万年筆)[百千万億兆]"
  const part = `(?:${digits}${scale}|(?:${characters})?(?:十|${scale}))`
  const isIn = "(?=[〇一二三四五六七八九十百千万億兆]{0,12}\\d)"
  const before = "(?<![A-Za-z_\\d数何〇一二三四五六七八九十百千万億兆]|\\d[.,]|[A-Za-z_]-)"
  const rest = `(?:(?:\\d{1,3}(?:,\\d{3})+|\\d{1,8})(?![\\d]|[.,]\\d)|${characters})?`
  return new RegExp(`${before}${isIn}${part}{1,12}${rest}`, "g")
})()

/** Reads a number in Japanese characters, in digits between them too: 二十四, 二四, 三千五百, 一万, 1万5千, 1.5万. */
export function japaneseNumber(characters: string): number {
  let [sum, below, figure] = [0, 0, undefined as number | undefined]
  for (const [one] of characters.matchAll(/[\d.,]+|[〇一二三四五六七八九]+|[十百千万億兆]/g)) {
    const large = LARGE[one]
    const power = "十百千".indexOf(one)
    if (large !== undefined) {
      // Alone, each is one of it.
      sum += (below + (figure ?? 0) || 1) * large
      below = 0
      figure = undefined
    } else if (power >= 0) {
      below += (figure ?? 1) * 10 ** (power + 1)
      figure = undefined
    } else figure = /^\d/.test(one) ? parseDigits(one) : inFigures(one)
  }
  return Number((sum + below + (figure ?? 0)).toPrecision(15))
}

const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 億: 1e8, 兆: 1e12 }

/** Figures stand side by side, as in 一五. */
const inFigures = (characters: string): number =>
  Array.from(characters).reduce((sum, one) => sum * 10 + "〇一二三四五六七八九".indexOf(one), 0)
