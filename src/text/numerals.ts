import { LISTS } from "../lexicon/groups/text.ts"
import { entriesOf, wordsOf } from "../lexicon/lexicon.ts"

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
  const found: Numeral[] = []
  for (const match of text.matchAll(DIGITS)) {
    const end = match.index + match[0].length
    const after = text.slice(end, end + 16)
    const [scale = "", times = 1] =
      SCALES.map(([pattern, times]) => [pattern.exec(after)?.[0], times] as const).find(([scale]) => scale) ?? []
    found.push({
      start: match.index,
      end: end + scale.length,
      value: Number((parseDigits(match[0]) * times).toPrecision(12))
    })
  }
  for (const match of text.matchAll(/(?<!\p{L})\p{L}{2,40}(?:[- ](?:et )?\p{L}{2,7}(?!\p{L}))?/gu)) {
    const whole = match[0].toLowerCase().replace(/[- ]/g, "-")
    const first = /^\p{L}+/u.exec(match[0])?.[0] ?? ""
    const word = WORDS.has(whole) ? match[0] : first
    const value = WORDS.get(whole) ?? WORDS.get(first.toLowerCase())
    if (value === undefined) {
      const second = match[0].slice(first.length + 1)
      const later = second ? WORDS.get(second.toLowerCase()) : undefined
      if (later !== undefined)
        found.push({
          start: match.index + first.length + 1,
          end: match.index + match[0].length,
          value: later,
          ...articleOf(second)
        })
    } else found.push({ start: match.index, end: match.index + word.length, value, ...articleOf(word) })
  }
  for (const match of text.matchAll(
    /(?<![\d〇一二三四五六七八九十百千万億])[一二三四五六七八九十百千万億][〇一二三四五六七八九十百千万億]{0,12}(?=[ヶか]?[日週月年時分秒回個営円%])/g
  )) {
    found.push({ start: match.index, end: match.index + match[0].length, value: kanjiNumber(match[0]) })
  }
  return found.sort((a, b) => a.start - b.start)
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

const DIGITS =
  /(?<![\p{L}\d_.,-])\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?(?![\d]|[.,]\d)|(?<![A-Za-z_\d]|[A-Za-z_]-)\d{1,15}(?:[.,]\d{1,4})?(?!\d)/gu

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

/** What multiplies a numeral in digits: "1.5 million", "3 mil", "3万". */
const SCALES: readonly (readonly [RegExp, number])[] = [
  [scale("milliard(?:s|en|e)?|mrd\\.?|mil (?:millones|milhões)"), 1e9],
  [scale("millions?|millionen|mio\\.?|millón|millones|milhão|milhões"), 1e6],
  [scale("thousand|tausend|mille|mil"), 1e3],
  [/^千/u, 1e3],
  [/^万/u, 1e4],
  [/^億/u, 1e8]
]

function scale(words: string): RegExp {
  return new RegExp(`^[ \\u00a0\\u202f]?(?:${words})(?!\\p{L})`, "iu")
}

/** Reads a number in Japanese characters below a trillion: 二十四, 二四, 三千五百, 一万, 二億三千万. */
export function kanjiNumber(characters: string): number {
  const [, hundredMillions, below = ""] = /^(.*)億(.*)$/u.exec(characters) ?? [undefined, undefined, characters]
  const [, tenThousands, rest = ""] = /^(.*)万(.*)$/u.exec(below) ?? [undefined, undefined, below]
  return countOf(hundredMillions) * 1e8 + countOf(tenThousands) * 1e4 + belowTenThousand(rest)
}

/** What stands before 万 or 億; alone, each is one of it. */
const countOf = (characters: string | undefined): number =>
  characters === undefined ? 0 : belowTenThousand(characters) || 1

function belowTenThousand(characters: string): number {
  let [sum, digit] = [0, 0]
  for (const one of characters) {
    const power = "十百千".indexOf(one)
    // Figures may stand side by side, as in 一五.
    if (power < 0) digit = digit * 10 + "〇一二三四五六七八九".indexOf(one)
    else {
      sum += (digit || 1) * 10 ** (power + 1)
      digit = 0
    }
  }
  return sum + digit
}
