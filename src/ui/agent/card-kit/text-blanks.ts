import { plainBlanks } from "../../../ticket/draft.ts"

/** A piece of text, or something that is missing in it. */
export interface TextPart {
  text: string
  /** The name of what is missing. `label` distinguishes it from others of that name. */
  blank?: { name: string; label: string }
}

/**
 * Splits a ready text at what is missing: a blank `[[order number]]`, or a gap of an imported text, "[a name]". Blanks
 * of one name are one question. Each gap is a question of its own, because the name at the top isn't the one at the
 * end.
 */
export function splitAtBlanks(text: string): TextPart[] {
  const seen = new Map<string, number>()
  return text.split(MISSING).flatMap((piece, at, all): TextPart[] => {
    if (at % 3 === 0) return piece === undefined || piece === "" ? [] : [{ text: piece }]
    if (at % 3 === 2) return []
    const [blank, gap] = [piece, all[at + 1]]
    if (blank !== undefined) return [{ text: `[[${blank}]]`, blank: { name: blank, label: blank.trim() } }]
    const name = gap ?? ""
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return [{ text: `[[${name}]]`, blank: { name, label: count === 1 ? name.trim() : `${name.trim()} (${count})` } }]
  })
}

/** Returns the text with what was typed. What is still missing stays a blank. */
export const fillBlanks = (parts: TextPart[], fills: Record<string, string>): string =>
  parts.map(({ text, blank }) => (blank && fills[blank.label]?.trim()) || text).join("")

/** Returns the text for the clipboard, with `[what is missing]`. */
export const plainFilledText = (parts: TextPart[], fills: Record<string, string>): string =>
  plainBlanks(fillBlanks(parts, fills))

/** Matches a blank, or words in single brackets that are neither a link nor a placeholder. */
const MISSING = /\[\[([^[\]\n]{1,120})\]\]|(?<!\[)\[(?![A-Z]+_\d+\])([^[\]\n]{1,80})\](?![\](])/
