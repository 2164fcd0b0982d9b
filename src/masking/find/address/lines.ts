import { LISTS } from "replywright/lexicon/names"
import { wordsOf } from "../../../lexicon/lexicon.ts"
import { escapeRegExp } from "../../../text/escape-reg-exp.ts"
import type { Token } from "../../names/tokens.ts"

interface Place {
  start: number
  end: number
}

/**
 * Finds addresses without a street and its number, by the grammar of their parts: a unit with its number or letter
 * ("Mooring 17", "porte 31", "Mz 14 Lt 3"), a settlement ("Col. El Mirador", "Railway Colony"), what is beside it
 * ("above the Co-op", "atrás de la tortillería"), the door ("2e gauche"), a post code with its town. Two such parts in a
 * row are an address, or one behind a word for living or sending somewhere. Names and numbers between them belong to it.
 * It looks at a bounded stretch from each part.
 * @returns 1 for each word of such an address
 */
export function addressLinesIn(text: string, tokens: readonly Token[]): Uint8Array {
  const inside = new Uint8Array(tokens.length)
  const places: Place[] = []
  for (const [i, { low, start }] of tokens.entries()) {
    if (start < (places.at(-1)?.end ?? 0) || !mayBegin(low, tokens[i + 1])) continue
    const first = partAt(text, start)
    if (!first) continue
    const place = chainFrom(text, { start, end: first })
    if (place) places.push(place)
  }
  let n = 0
  for (const [i, { start, end }] of tokens.entries()) {
    while ((places[n]?.end ?? Infinity) <= start) n++
    if ((places[n]?.start ?? Infinity) <= start && end <= (places[n]?.end ?? 0)) inside[i] = 1
  }
  return inside
}

/** Says cheaply whether a part can begin with these words. Most words begin none. */
function mayBegin(low: string, behind: Token | undefined): boolean {
  const next = behind?.low ?? ""
  const seconds = FIRST.get(low)
  if (seconds) return seconds.has("") || seconds.has(next)
  return (
    ENDS.has(next) ||
    (/^\d/.test(low) && (NUMBERED.has(next) || /^\d{4,5}$|\D/.test(low) || /^\.?[ºª°]/.test(behind?.gap ?? "")))
  )
}

/** Returns the end of the part that begins here. */
function partAt(text: string, at: number): number | undefined {
  for (const part of PARTS) {
    part.lastIndex = at
    if (part.test(text)) return part.lastIndex
  }
  return undefined
}

/** Extends a part over the parts, names and numbers on both sides. */
function chainFrom(text: string, first: Place): Place | undefined {
  let [start, end, parts] = [first.start, first.end, 1]
  for (let step = 0, loose = end; step < MOST_STEPS; step++) {
    GAP.lastIndex = loose
    if (!GAP.test(text)) break
    const at = GAP.lastIndex
    const part = partAt(text, at)
    if (part !== undefined) {
      parts++
      end = loose = part
      continue
    }
    LOOSE.lastIndex = at
    if (!LOOSE.test(text)) break
    // A name between the parts belongs to the address, and one behind them, if it is the last of the clause.
    loose = LOOSE.lastIndex
    if (/^(?:[.;\n)]|$)/.test(text.slice(loose, loose + 1))) end = loose
  }
  const isTold = LEAD.test(text.slice(Math.max(0, start - LONGEST_LEAD), start))
  for (let step = 0; step < 2; step++) {
    const before = LOOSE_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_LOOSE), start))
    if (!before?.[1]) break
    start -= before[1].length
  }
  const isLed = isTold || LEAD.test(text.slice(Math.max(0, start - LONGEST_LEAD), start))
  return parts > 1 || (isLed && /\d|, /.test(text.slice(start, end))) ? { start, end } : undefined
}

const MOST_STEPS = 9
const LONGEST_LEAD = 30
const LONGEST_LOOSE = 40
/** Matches any of a list's entries, or of those that contain `inside`. */
const choice = (list: string, inside = "") =>
  [...wordsOf(LISTS, list)]
    .filter((words) => words.includes(inside))
    .sort((a, b) => b.length - a.length)
    .map(
      (words) =>
        `[${words.charAt(0)}${words.charAt(0).toUpperCase()}]${escapeRegExp(words.slice(1)).replaceAll("'", "['’]")}`
    )
    .join("|")
const NUMBER =
  "(?:n\\.?[º°o]?\\.? ?|no\\.? ?|nr\\.? ?|# ?)?(?:[A-Z]{1,3}[-/]?)?\\d{1,5}(?:[-/]?[A-Za-z](?![\\p{L}]))?(?:[-/][\\dA-Z]{1,4})*(?![\\p{L}\\d]|[.,:]\\d)"
const LETTER = "[A-Z](?![\\p{L}\\d.])"
const CAPITAL = "(?:\\p{Lu}[\\p{L}’'-]{1,20}|St\\.)"
const LINK = "(?:d[aeo]s?|du|des|d['’]|de la|de los|de las|of|the|la|le|les|el|los|las|an|am|im|zum|zur|der|y|e)"
const NAME = `${CAPITAL}(?: (?:${LINK} )?${CAPITAL}){0,3}`
const ORDER = "\\d{1,3}(?:st|nd|rd|th|er|ère|e|ème|\\.?[ºª°]|\\.)"
const INSIDE = `(?:${choice("house-parts")})`
const END = "(?![\\p{L}\\d])"

const PARTS = [
  `(?:${choice("beside")}) (?:[\\p{L}’'-]{3,20} ){0,1}(?:${NAME}|[\\p{L}’'-]{4,20}(?=[,.;\\n]|$))`,
  `(?:${choice("place-units")})\\.? (?:${NUMBER}|${LETTER})`,
  `${ORDER} ?-?${INSIDE}(?: (?:${INSIDE}|[A-Z]${END}))?${END}`,
  `${ORDER} ?[A-Z](?:-${INSIDE})?${END}`,
  `(?:${choice("house-parts", " ")})${END}`,
  `(?:${choice("settlement-starts")})\\.? (?:${LINK} )?(?:[A-Z]{2}-\\d{1,4}|${NAME}|${NUMBER})(?: km \\d{1,4})?`,
  // The Dominion Land Survey of western Canada numbers its plots.
  "(?:LSD )?(?:[NS][EW] ?-?)?\\d{1,2}-\\d{1,2}-\\d{1,3}-\\d{1,2}[ -]?W\\d(?:M|th)?(?![\\p{L}\\d])",
  `${CAPITAL}(?: ${CAPITAL})? (?:${choice("settlement-ends")})${END}`,
  `(?:${choice("door-words")})${END}`,
  `[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}${END}`,
  `\\d{4,5}(?:-\\d{3,4})? ${NAME}`
].map((part) => new RegExp(part, "uy"))

/** The first words of what a part can begin with, each with the words behind it, or "" where it may stand alone. */
const FIRST: ReadonlyMap<string, ReadonlySet<string>> = firstWords([
  ...["door-words", "place-units", "settlement-starts", "beside"].flatMap((list) => [...wordsOf(LISTS, list)]),
  ...[...wordsOf(LISTS, "house-parts")].filter((part) => part.includes(" "))
])

function firstWords(phrases: readonly string[]): Map<string, Set<string>> {
  const map = new Map<string, Set<string>>()
  for (const words of phrases) {
    const [first = "", second = ""] = words.match(/[\p{L}\p{N}]+/gu) ?? []
    map.set(first, (map.get(first) ?? new Set()).add(second))
  }
  return map
}

/** What a number in an address may stand before: "4. Stock", "2e gauche". */
const NUMBERED: ReadonlySet<string> = new Set(
  [...wordsOf(LISTS, "house-parts")].map((part) => /^\p{L}+/u.exec(part)?.[0] ?? part)
)
const ENDS = wordsOf(LISTS, "settlement-ends")
const GAP = /(?:,? |, ?\n|\n| ?[–-] )/y
/** A name or a number between two commas. */
const LOOSE = new RegExp(`(?:(?:${NAME}|${NUMBER}|"[^"\n]{2,30}")(?=[,.;)\\n]|$| ${NUMBER}))`, "uy")
const LOOSE_BEFORE = new RegExp(
  `(?:^|[\\s(])((?:${CAPITAL} ?(?:${CAPITAL} ?)?\\d{0,4}[A-Za-z]?|[A-Z]\\d{1,3}|\\d{1,4}[A-Za-z]?), ?)$`,
  "u"
)
const LEAD = new RegExp(
  `(?:^|[^\\p{L}])(?:${[...wordsOf(LISTS, "house-cues")].map(escapeRegExp).join("|")})(?: ?:)? (?:(?:[Tt]he|a|der|die|das|le|la|el|o|no|na|em|au|en) )?$`,
  "u"
)
