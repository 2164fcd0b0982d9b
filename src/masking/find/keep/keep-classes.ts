import { LISTS as JAPANESE } from "replywright/lexicon/japanese"
import { LISTS } from "replywright/lexicon/names"
import { entriesOf, wordsOf } from "../../../lexicon/lexicon.ts"
import type { Canvas } from "../../basis/canvas.ts"

/**
 * Keeps what decides an answer and is nobody's: the letter or number of a zone, a class or a tariff ("zone C", "Klasse
 * B", "tarif 2", "5º ano B", 「Bクラス」), the number of a law ("§ 32 SGB V", "art. 17 RGPD"), and the endings of domains
 * by themselves (".de", ".co.jp"). It takes linear time.
 */
export function keepClasses(canvas: Canvas): void {
  keepLettersAndNumbers(canvas)
  for (const pattern of [SCHOOL_YEAR, LAW])
    for (const { index, 0: match } of canvas.text.matchAll(pattern)) canvas.keep(index, index + match.length)
  if (canvas.text.includes(".")) keepDomainEndings(canvas)
  for (const { index, 0: match } of canvas.text.matchAll(UNSPACED)) canvas.protect(index, index + match.length)
}

function keepLettersAndNumbers(canvas: Canvas) {
  const { text } = canvas
  let last = -1
  for (const { index: start, 0: value } of text.matchAll(VALUE)) {
    const end = start + value.length
    const goesOn = last >= 0 && start - last <= LONGEST_GAP && LISTED.test(text.slice(last, start))
    const word = goesOn ? undefined : (classBefore(text, start) ?? classBehind(text, end))
    if (!goesOn && !word) continue
    canvas.keep(start, end)
    if (word) canvas.keep(word.start, word.end)
    last = end
  }
}

interface Word {
  low: string
  start: number
  end: number
}

/** Returns the word for a class before the offset, also as in "my tariff is B" and "Zone: C". */
function classBefore(text: string, at: number): Word | undefined {
  const word = wordBefore(text, at)
  if (!word || isClassWord(word.low)) return word
  const before = LINKS.has(word.low) ? wordBefore(text, word.start) : undefined
  return before && isClassWord(before.low) ? before : undefined
}

/** Returns the word for a class that follows at the offset: "the C zone", "B-Klasse". */
function classBehind(text: string, at: number): Word | undefined {
  NEXT_WORD.lastIndex = at
  const low = NEXT_WORD.exec(text)?.[1]?.toLowerCase()
  if (low === undefined || !CLASS_WORDS.has(low)) return undefined
  return { low, start: NEXT_WORD.lastIndex - low.length, end: NEXT_WORD.lastIndex }
}

function wordBefore(text: string, at: number): Word | undefined {
  let end = at
  while (at - end < LONGEST_MARK && BETWEEN.test(text.charAt(end - 1))) end--
  let start = end
  while (end - start < LONGEST_WORD && LETTER.test(text.charAt(start - 1))) start--
  return end === at || start === end ? undefined : { low: text.slice(start, end).toLowerCase(), start, end }
}

/** Says whether it is such a word, or a compound that ends with one: "Tarifzone", "Gewichtsklasse". */
function isClassWord(low: string): boolean {
  if (CLASS_WORDS.has(low)) return true
  for (let from = 3; from <= low.length - SHORTEST_END; from++) if (CLASS_WORDS.has(low.slice(from))) return true
  return false
}

/** Keeps endings such as ".de". One that is somebody's name, too (".jo"), needs a word for a domain beside it. */
function keepDomainEndings(canvas: Canvas) {
  for (const match of canvas.text.matchAll(ENDING)) {
    const labels = match[0].slice(1).split(".")
    const low = labels.map((label) => label.toLowerCase())
    if (labels.some((label, i) => label !== low[i] && label !== label.toUpperCase())) continue
    if (!ENDINGS.has(low.at(-1) ?? "") || (low.length > 1 && !SECOND_LEVEL.has(low[0] ?? ""))) continue
    if (!NAMED_LIKE.has(low[0] ?? "") || DOMAIN.test(around(canvas.text, match.index)))
      canvas.keep(match.index, match.index + match[0].length)
  }
}

const around = (text: string, at: number) => text.slice(Math.max(0, at - NEAR), at + NEAR)

const LONGEST_GAP = 8
const LONGEST_MARK = 4
const LONGEST_WORD = 30
/** Only a longer word is looked for at the end of a compound. */
const SHORTEST_END = 4
const NEAR = 60
const CLASS_WORDS = wordsOf(LISTS, "class-words")
const LINKS = wordsOf(LISTS, "class-links")
const ENDINGS = wordsOf(LISTS, "domain-endings")
const SECOND_LEVEL = wordsOf(LISTS, "domain-second-level")
const NAMED_LIKE = wordsOf(LISTS, "domain-endings-like-names")
const DOMAIN = new RegExp(
  [...wordsOf(LISTS, "domain-words"), ...entriesOf(JAPANESE, "ja", "domain-words")].join("|"),
  "iu"
)
const LETTER = /\p{L}/u
const BETWEEN = /[ \u00a0:="'“„«‘(-]/
/** A letter or a short number by itself, or one of each ("B2"). No longer number goes on behind it. */
const VALUE =
  /(?<![\p{L}\p{N}@.])(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\p{L}\d?|\d{1,2}[A-Za-z]?)(?![\p{L}\p{N}@_'’]|[-/. ]\d)/gu
/** A class by its year and letter: "5º ano B", "3ª B". Behind a comma or a number it is a floor and its door. */
const SCHOOL_YEAR = new RegExp(
  `(?<=(?:^|\\n|\\p{L}{2} )(?:\\p{L}{1,12} )?)\\d{1,2}[ºª°] ?(?:(?:${[...CLASS_WORDS].join("|")})(?: [A-H](?![\\p{L}\\d]))?|` +
    "[A-H])(?![\\p{L}\\d])",
  "giu"
)
/** The number of a paragraph or an article, with the parts of it and the short name of the law behind. */
const LAW = new RegExp(
  String.raw`(?:§{1,2} ?|(?<!\p{L})(?:Art|art)(?:\.|ikel|icle|ículo|igo|` +
    String.raw`icolo)? (?:[LRD]\.? ?)?)\d{1,4}(?:[-.]\d{1,3}){0,2}[a-z]?(?: (?:Abs|Absatz|Satz|Nr|S|al|apdo|` +
    String.raw`par)\.? ?\d{1,3}){0,3}(?: [A-ZÄÖÜ][A-Za-zäöü]{0,4}[A-Z](?![\p{L}\d])(?: [IVX]{1,4}(?![\p{L}\d]))?)?`,
  "gu"
)
const LISTED = /^ ?(?:[,/&–-]|,? ?(?:and|und|et|y|e|or|oder|ou|o|u|to|bis|à|a)) ?$/
const NEXT_WORD = /[- ](\p{L}{3,30})(?![\p{L}\p{N}])/uy
const ENDING = /(?<![\p{L}\p{N}_@.])\.[A-Za-z]{2,8}(?:\.[A-Za-z]{2,4})?(?![\p{Script=Latin}\p{N}_@]|\.[A-Za-z])/gu
const JAPANESE_CLASSES = entriesOf(JAPANESE, "ja", "classes").join("|")
/** Matches classes in text without spaces, with the value before or behind: 「Bクラス」「プランA」. */
const UNSPACED = new RegExp(
  `(?<![A-Za-z0-9.-])(?:[A-Z]\\d?|\\d{1,2}[A-Z]?)(?:${JAPANESE_CLASSES})|(?:${JAPANESE_CLASSES})(?:[A-Z]\\d?|\\d{1,2}[A-Z]?)(?![A-Za-z0-9.-])`,
  "gu"
)
