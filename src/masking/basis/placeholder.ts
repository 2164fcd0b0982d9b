import { ESCAPED_SIGNS } from "../../text/model-signs/placeholder-escapes.ts"
import { MASK_TYPES, type MaskType } from "./placeholder-table.ts"

/**
 * Matches a placeholder as a model may return it: in lower case, with a space or hyphen for the underscore, escaped as
 * in Markdown, HTML or a link, with full-width digits, in full-width, square or round brackets, with a possessive
 * pulled inside, or without brackets. Ticket text that looks like any of these is masked as a literal, so a placeholder in an answer was either
 * made by masking or made up by the model. No match is longer than LONGEST, and none depends on more than one character
 * before it or after it.
 */
export const PLACEHOLDER = pattern()
/**
 * The length of the longest match in UTF-16 units. A stream holds back this many units, and one more for the
 * look-ahead.
 */
export const LONGEST = 31
/** The same of a match in square brackets whose signs are escaped. */
export const MAX_ESCAPED = 48
/** Matches how every match begins that is longer than LONGEST. */
export const LONG_BEGIN = /[[&%\\]/

export interface FoundPlaceholder {
  start: number
  end: number
  type: MaskType
  n: number
  /** The "'s" of `[PERSON_1's]`. */
  suffix: string
}

/** Returns all placeholders of a text, left to right, in linear time. */
export function findPlaceholders(text: string): FoundPlaceholder[] {
  const found: FoundPlaceholder[] = []
  if (!MAY_HOLD_ONE.test(text)) return found
  for (const match of text.matchAll(PLACEHOLDER)) {
    const groups = match.groups ?? {}
    const pick = (name: string) =>
      ["A", "B", "C", "D", "E", "F"].map((form) => groups[name + form]).find((part) => part !== undefined)
    const type = MASK_TYPES.find((known) => known === pick("type")?.toUpperCase())
    if (type)
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        type,
        n: Number(pick("n")?.normalize("NFKC")),
        suffix: pick("suffix") ?? ""
      })
  }
  return found
}

/** Matches what every form has: a bracket or an underscore with a digit soon behind it. */
const MAY_HOLD_ONE = /[[(_&%\uff08\uff3b\u3010\u3014][^\n]{0,20}?[\d\uff10-\uff19]/

function pattern(): RegExp {
  const types = MASK_TYPES.join("|")
  // Both cases are spelled out, because the bare and the round form must not ignore case.
  const anyCase = MASK_TYPES.map((type) =>
    [...type].map((letter) => `[${letter}${letter.toLowerCase()}]`).join("")
  ).join("|")
  const gap = String.raw`(?:\\?_|[ \-\u00a0\u2010-\u2014]|\uff3f)?`
  const inner = (types: string, gap: string, name: string) =>
    String.raw` ?\*{0,2}(?<type${name}>${types})${gap}(?<n${name}>[\d\uff10-\uff19]{1,6})(?<suffix${name}>['’]?s)?\*{0,2} ?`
  const { open, underscore, close } = ESCAPED_SIGNS
  const anyGap = String.raw`(?:${underscore}|${gap})`
  const square = String.raw`(?:\[${inner(anyCase, anyGap, "A")}(?:[\]\uff3d\u3011\u3015]|${close})|[\uff3b\u3010\u3014]${inner(anyCase, gap, "F")}[\]\uff3d\u3011\u3015])`
  // A backslash alone is also what stands before a folder's name, and then stays.
  const escaped = String.raw`(?:${open})${inner(anyCase, anyGap, "B")}(?:${close}|(?<=(?:${underscore})\d{1,6})\])`
  // "(card 1)" is ordinary text, but "(CARD 1)", "(card_1)" and "(Address_1)" are placeholders.
  const round = String.raw`[(\uff08](?:${inner(types, gap, "C")}|(?=[A-Za-z]{2,7}(?:\\?_|\uff3f))${inner(anyCase, gap, "E")})[)\uff09]`
  // Japanese and Korean words may precede it without a space.
  const bare = String.raw`(?<!(?![\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Hangul}])[\p{L}\p{N}_[\]\\])(?<typeD>${types})\\?_(?<nD>[\d\uff10-\uff19]{1,6})(?![\p{N}_\]])`
  return new RegExp(`${escaped}|${square}|${round}|${bare}`, "gu")
}
