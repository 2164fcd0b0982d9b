import { LISTS } from "replywright/lexicon/names"
import { wordsOf } from "../../../lexicon/lexicon.ts"
import { SHAPE, type Token } from "../../names/tokens.ts"
import { escapeRegExp } from "../../../text/escape-reg-exp.ts"

interface Place {
  start: number
  end: number
}

/**
 * Extends an address over the parts of the house beside it: "3b, back house, 41 Tanner's Row", "Lindenzeile 12b,
 * Hinterhaus, 3. OG links", "27 interior 4, colonia Las Jacarandas". It looks at a bounded stretch.
 * @param next the next value
 * @param previous where the value before ends
 */
export function withParts(text: string, { start, end }: Place, next: Place | undefined, previous = 0): Place {
  let to = end
  // "bât" and "B" of "bât. B" are two words, of which the address may hold the first.
  NUMBER_OF_PART.lastIndex = to
  if (ENDS_WITH_PART.test(text.slice(Math.max(start, to - LONGEST_BEFORE), to)) && NUMBER_OF_PART.test(text))
    to = NUMBER_OF_PART.lastIndex
  // "Planta" and "baja" of "planta baja" are two words, too.
  const comma = text.lastIndexOf(", ", to)
  if (comma > start && to - comma < LONGEST_NUMBER && mayBePart(text, comma)) {
    BEHIND.lastIndex = comma
    if (BEHIND.test(text)) to = Math.max(to, BEHIND.lastIndex)
  }
  for (let parts = 0; parts < MOST_PARTS && mayBePart(text, to); parts++) {
    BEHIND.lastIndex = to
    if (!BEHIND.test(text)) break
    to = BEHIND.lastIndex
  }
  STREET_END.lastIndex = to
  if (STREET_END.test(text)) to = STREET_END.lastIndex
  // A name inside the parts belongs to them: "r" of "r/c".
  if (next && to > next.start && to < next.end) to = end + text.slice(end, next.start).trimEnd().length
  NUMBERED.lastIndex = start
  const ahead = text.slice(Math.max(0, start - LONGEST_BEFORE), start)
  const before = NUMBERED.test(text) ? STREET.exec(ahead) : /\d|, $/.test(ahead) ? BEFORE.exec(ahead) : undefined
  const from = before ? start - before[0].length : start
  const first = text.slice(start, to).includes(" ") ? withNumber(text, from) : from
  return { start: first < previous ? start : first, end: to }
}

/**
 * Finds the name of a house where somebody lives or where something is sent: "at The Old Forge, Church End",
 * "Adresse : Mas des Oliviers, route d'Uzès".
 */
export function housesIn(text: string, tokens: readonly Token[]): Place[] {
  const houses: Place[] = []
  for (const { low, shape, start } of tokens) {
    if (shape !== SHAPE.capital || !KINDS.has(low) || start < (houses.at(-1)?.end ?? 0)) continue
    const name = HOUSE_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_BEFORE), start))?.[1]
    if (name === undefined) continue
    HOUSE.lastIndex = start
    if (HOUSE.test(text)) houses.push({ start: start - name.length, end: HOUSE.lastIndex })
  }
  return houses
}

/** Says whether the next word begins the name of a part, before the longer pattern is tried. */
function mayBePart(text: string, at: number): boolean {
  NEXT_WORD.lastIndex = at
  const word = NEXT_WORD.exec(text)?.[1]?.toLowerCase() ?? ""
  return FIRST_WORDS.has(word) || (word.length === 1 && /^\.?[ºª°]/.test(text.slice(at, at + 2)))
}

const NEXT_WORD = /(?:,? |\n|\.?[ºª°] ?)(?:\d{1,3}(?:st|nd|rd|th|er|ère|e|ème|eme|\.?[ºª°]|\.)? ?)?(\p{L}+)/uy
const FIRST_WORDS = new Set(
  [...wordsOf(LISTS, "house-parts")].map((part) => /^(?:\d+\. )?(\p{L}+)/u.exec(part)?.[1] ?? part)
)

/** Includes the number of the house, and what says where the house stands by it: "rear of 17 ter Quayside Mews". */
function withNumber(text: string, start: number): number {
  let from = start
  if (!/^\d/.test(text.charAt(start))) {
    const number = HOUSE_NUMBER.exec(text.slice(Math.max(0, start - LONGEST_NUMBER), start))
    if (number) from -= number[0].length
  }
  const ahead = text.slice(Math.max(0, from - LONGEST_BEFORE), from)
  const locator = LAST_WORDS.has(/(\p{L}+) $/u.exec(ahead)?.[1]?.toLowerCase() ?? "") ? LOCATOR.exec(ahead) : undefined
  if (locator) from -= locator[0].length
  return from
}

const MOST_PARTS = 5
const LONGEST_BEFORE = 48
const PART = `(?:${[...wordsOf(LISTS, "house-parts")]
  .sort((a, b) => b.length - a.length)
  .map(escapeRegExp)
  .join("|")})(?![\\p{L}])(?:\\.(?=[ ,]{0,2}[\\p{L}\\d]))?`
const COUNT = "(?:\\d{1,3}(?:st|nd|rd|th|er|ère|e|ème|eme|\\.?[ºª°]|\\.)? ?)"
const NUMBER = "\\d{1,4} ?[A-Za-z]?(?![\\p{L}\\d])|[A-Z](?![\\p{L}\\d])"
const ENDS_WITH_PART = new RegExp(`(?<![\\p{L}])${PART}$`, "iu")
const NUMBER_OF_PART = new RegExp(`\\.? (?:${NUMBER})`, "uy")
/** A part has a number, a name behind it, or is followed by the end of its clause. */
const BEHIND = new RegExp(
  `(?:(?:,? |\\n)(?:${COUNT}${PART}|${PART} (?:n[.º°]{1,2} ?)?(?:${NUMBER})|(?<=, )${PART}(?: \\p{Lu}[\\p{L}’']{1,20}){1,3}|${PART}(?= ?[,.;)\\n]|$| (?:in|à|en|em|bei) ))|\\.?[ºª°] ?(?:${PART}|[A-Z](?![\\p{L}\\d])))`,
  "iuy"
)
const BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${PART} ?)?\\d{1,4} ?[A-Za-z]?, ${PART}, |${PART} (?:${NUMBER}),? |${PART}, )$`,
  "iu"
)
/** The address begins with the number of a house whose street has a name like a word: "Lindenzeile 12b, Hinterhaus". */
const KINDS = wordsOf(LISTS, "house-kinds")
const CAPITAL = "\\p{Lu}[\\p{L}’'-]{1,20}"
/** What says that an address follows, and the words of the name before the kind of house. */
const HOUSE_BEFORE = new RegExp(
  `(?<![\\p{L}])(?:${[...wordsOf(LISTS, "house-cues")].join("|")})(?: ?:)? ((?:The )?(?:${CAPITAL} ){0,3})$`,
  "u"
)
/** The kind, what the name goes on with, and the quarter or village behind it. */
const HOUSE = new RegExp(
  `\\p{Lu}\\p{L}+(?: (?:(?:d[aeo]s?|du|des|de la|de los|of|am|zum|zur) )?${CAPITAL}){0,2}(?:, ${CAPITAL}(?: ${CAPITAL})?)?(?=, |\\.|;|\\n|$| in | near )`,
  "uy"
)
const HOUSE_NUMBER = /(?<![\p{L}\p{N}.,/-]|[\d] )\d{1,4}(?: ?[A-Za-z]| (?:bis|ter|quater))?,? $/iu
const LONGEST_NUMBER = 16
const LAST_WORDS = new Set([...wordsOf(LISTS, "house-locators")].map((words) => words.split(" ").at(-1) ?? words))
const LOCATOR = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...wordsOf(LISTS, "house-locators")]
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join("|")}) $`,
  "iu"
)
const NUMBERED = new RegExp(`\\d{1,4} ?[A-Za-z]?,? (?!bis|ter|qu)(?:${COUNT})?${PART}`, "iuy")
const STREET = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]{3,30} $/u
/** Abbreviated kinds of streets, of which some are titles as well: "2200 Pecan Hollow Dr". */
const STREET_END = / (?:Dr|St|Rd|Ave|Blvd|Ln|Ct|Pl|Ter|Cir|Hwy|Pkwy|Sq|Cres|Cl)\b\.?(?=[,;\n)]|\.?\s*$|\. )/y
