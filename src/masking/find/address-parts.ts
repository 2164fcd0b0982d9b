import { LISTS } from "../../lexicon/groups/names.ts"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { escapeRegExp } from "../../text/escape-reg-exp.ts"

interface Place {
  start: number
  end: number
}

/**
 * Extends an address over the parts of the house beside it: "3b, back house, 41 Tanner's Row", "Lindenzeile 12b,
 * Hinterhaus, 3. OG links", "27 interior 4, colonia Las Jacarandas". It looks at a bounded stretch.
 * @param next where the next value begins
 */
export function withParts(text: string, { start, end }: Place, next = text.length): Place {
  let to = end
  // "bât" and "B" of "bât. B" are two words, of which the address may hold the first.
  NUMBER_OF_PART.lastIndex = to
  if (ENDS_WITH_PART.test(text.slice(Math.max(start, to - LONGEST_BEFORE), to)) && NUMBER_OF_PART.test(text))
    to = NUMBER_OF_PART.lastIndex
  for (let parts = 0; parts < MOST_PARTS; parts++) {
    BEHIND.lastIndex = to
    if (!BEHIND.test(text)) break
    to = BEHIND.lastIndex
  }
  STREET_END.lastIndex = to
  if (STREET_END.test(text)) to = STREET_END.lastIndex
  if (to > next) to = end
  NUMBERED.lastIndex = start
  const before = (NUMBERED.test(text) ? STREET : BEFORE).exec(text.slice(Math.max(0, start - LONGEST_BEFORE), start))
  return { start: before ? start - before[0].length : start, end: to }
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
  `(?:,? |\\n)(?:${COUNT}${PART}|${PART} (?:n[.º°]{1,2} ?)?(?:${NUMBER})|(?<=, )${PART}(?: \\p{Lu}[\\p{L}’']{1,20}){1,3}|${PART}(?= ?[,.;)\\n]|$| (?:in|à|en|em|bei) ))`,
  "iuy"
)
const BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${PART} ?)?\\d{1,4} ?[A-Za-z]?, ${PART}, |${PART} (?:${NUMBER}),? )$`,
  "iu"
)
/** The address begins with the number of a house whose street has a name like a word: "Lindenzeile 12b, Hinterhaus". */
const NUMBERED = new RegExp(`\\d{1,4} ?[A-Za-z]?,? (?!bis|ter|qu)(?:${COUNT})?${PART}`, "iuy")
const STREET = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]{3,30} $/u
/** Abbreviated kinds of streets, of which some are titles as well: "2200 Pecan Hollow Dr". */
const STREET_END = / (?:Dr|St|Rd|Ave|Blvd|Ln|Ct|Pl|Ter|Cir|Hwy|Pkwy|Sq|Cres|Cl)\b\.?(?=[,;\n)]|\.?\s*$|\. )/y
