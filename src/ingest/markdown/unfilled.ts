import { sentences } from "../../text/sentences.ts"

/**
 * This stands for a letter that can't be read. It is a private character, which no text uses. A sentence with it has a
 * hole, too; whoever writes it tells why.
 */
export const UNREADABLE = "\uF8F3"

/** A text without the sentences that have a gap, and what stood in the gaps. */
export interface FilledText {
  text: string
  /** Each is written as in the file: "{{ site.phone }}". */
  gaps: string[]
}

/**
 * Leaves out the sentences of a line in which a variable or a tag stands for a text that isn't in the file. With a hole,
 * such a sentence would say nothing, or something else.
 */
export function withoutUnfilled(line: string): FilledText {
  if (!/\{[{%]|\uF8F3/.test(line)) return { text: line, gaps: [] }
  const gaps: string[] = []
  const marked = line.replace(GAP, (gap) => {
    gaps.push(gap.replace(/\s+/g, " "))
    return UNREADABLE
  })
  if (!marked.includes(UNREADABLE)) return { text: line, gaps }
  const [marker = ""] = /^(?:- |\d+\. )/.exec(marked) ?? []
  const whole = sentences(marked.slice(marker.length)).filter(({ text }) => !text.includes(UNREADABLE))
  return { text: whole.length === 0 ? "" : marker + whole.map(({ text }) => text).join(" "), gaps }
}

const GAP = /\{\{\{?[^{}\n]{0,200}\}\}\}?|\{%[^%{}\n]{0,300}%\}/g

/** Says what the gaps of a document are and what to do about them, in one sentence, or returns nothing without gaps. */
export function gapNotice(gaps: readonly string[]): string[] {
  const names = [...new Set(gaps)]
  if (names.length === 0) return []
  const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : ""
  const list = names.slice(0, MAX_NAMES).join(", ") + more
  return [
    names.length === 1
      ? `${list} stands for a text that isn't in the file: its sentence isn't quoted. Write the text itself.`
      : `${list} stand for texts that aren't in the file: their sentences aren't quoted. Write the texts themselves.`
  ]
}

const MAX_NAMES = 5
