import { plainBlanks } from "../../../ticket/draft.ts"

/** Text, or something missing in it. */
export interface TextPart {
  text: string
  /** What is missing, as it is named; `label` tells it from others of that name. */
  blank?: { name: string; label: string }
}

/**
 * A ready text cut at what is missing: a blank `[[order number]]`, or a gap of an imported text, "[a name]". A blank of
 * one name is one question, however often it stands; of gaps each is its own: the name at the top is not that at the
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

/** As it stands with what was typed; what is still missing as a blank. */
export const fillBlanks = (parts: TextPart[], fills: Record<string, string>): string =>
  parts.map(({ text, blank }) => (blank && fills[blank.label]?.trim()) || text).join("")

/** For the clipboard: `[what is missing]`. */
export const plainFilledText = (parts: TextPart[], fills: Record<string, string>): string =>
  plainBlanks(fillBlanks(parts, fills))

/** A blank, or words in single brackets that are no link's and no placeholder. */
const MISSING = /\[\[([^[\]\n]{1,120})\]\]|(?<!\[)\[(?![A-Z]+_\d+\])([^[\]\n]{1,80})\](?![\](])/
