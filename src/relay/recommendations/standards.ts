import { JAPANESE_LETTERS } from "../../text/language/is-japanese.ts"
import { plainWidth } from "../../text/numerals.ts"

const TO = " ?(?:[\\-–~〜]|to|bis|à|a) ?"
const VOLTS = "[\\s\\-]?(?:V(?:olts?|AC|DC)?|volts?|voltios?|ボルト)"
/** A range such as "100–240 V" or "100V〜240V" fits nearly anywhere, and so does "12/24 V". */
const VOLTAGE = `(?<!\\d(?: ?V)?${TO}|\\d ?/ ?)\\d+(?:[.,]\\d+)?${VOLTS}(?!${TO}\\d)`

/**
 * Standards that decide whether one product fits where another was. Their names are the same in every language. The
 * patterns of one list exclude each other.
 */
const STANDARDS: readonly (readonly string[])[] = [
  // Caps of lamps, as IEC 60061 names them.
  ["E(?:5|10|11|12|14|17|26|27|39|40)", "B(?:15|22)d?", "GU?(?:4|5\\.3|6\\.35|9|10|13|24|53)", "GX53", "R7s", "2G11"],
  // Batteries, by IEC 60086 and their usual names.
  ["AAAA?", "AA", "[CLS]R\\d{1,5}", "単[1-5]", "18650", "21700"],
  // Plugs of cables.
  ["USB[\\- ]?C", "(?:[Mm]icro|[Mm]ini)[\\- ]?USB", "Lightning", "MagSafe"],
  // Metric threads.
  ["M(?:[2-8]|10|12|14|16|20)"],
  [VOLTAGE]
]

/** Japanese puts no spaces between words. */
const LETTER = `[\\p{L}--[${JAPANESE_LETTERS}]]`
const PATTERNS = STANDARDS.map(
  (names) => new RegExp(`(?<!${LETTER}|[\\d.,])(?:${names.join("|")})(?!${LETTER}|\\d)`, "gv")
)

/**
 * Returns whether two products' texts name standards that exclude each other, such as "E27" and "E14". Where only one
 * of them names any, nothing is known.
 */
export function namesOtherStandards(one: string, other: string): boolean {
  return PATTERNS.some((pattern) => {
    const [here, there] = [named(one, pattern), named(other, pattern)]
    return here.size > 0 && there.size > 0 && here.isDisjointFrom(there)
  })
}

const named = (text: string, pattern: RegExp): Set<string> =>
  new Set([...plainWidth(text).matchAll(pattern)].map(([name]) => plain(name)))

/** Names of one size, and mains of 220 to 240 volts. */
const SAME = new Map([
  ["lr6", "aa"],
  ["単3", "aa"],
  ["lr03", "aaa"],
  ["単4", "aaa"],
  ["220v", "230v"],
  ["240v", "230v"]
])

function plain(name: string): string {
  const short = name
    .toLowerCase()
    .replace(/[\s-]/g, "")
    .replace(",", ".")
    .replace(/^([\d.]+)(?:v|ボ).*/, "$1v")
  return SAME.get(short) ?? short
}
