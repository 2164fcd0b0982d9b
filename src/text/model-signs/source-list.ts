import { once } from "../memo/once.ts"
import { letterEntries, letterWords } from "./letter-words.ts"

/**
 * Returns where a list of sources begins that reaches to the end of a text, with the gap before it, or undefined. The
 * list has a heading, or is of footnotes (`[^1]: ...`). It is whole if it is a list also if nothing follows; what is
 * only the beginning of a heading isn't.
 * @param before the character before the text
 */
export function sourceListStart(text: string, before: string): { start: number; isWhole: boolean } | undefined {
  let list: { start: number; isWhole: boolean } | undefined
  let at = 0
  const lines = text.split("\n")
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1
    const isAtLineStart = index > 0 || before === "\n"
    if (list && line.trim() !== "" && (ENTRY.test(line) || (isLast && ENTRY_BEGUN.test(line)))) list.isWhole = true
    else if (line.trim() !== "") list = isAtLineStart ? begunBy(line, isLast, at) : undefined
    at += line.length + 1
  }
  return list && { ...list, start: gapBefore(text, list.start) }
}

function begunBy(line: string, isLast: boolean, start: number): { start: number; isWhole: boolean } | undefined {
  const { heading, headingBegun, inline, starts } = patterns()
  if (NOTE.test(line) || inline.test(line)) return { start, isWhole: true }
  if (heading.test(line)) return { start, isWhole: false }
  const words = line.replace(/^[\s*_#>-]+/u, "").toLowerCase()
  const mayBegin = NOTE_BEGUN.test(line) || headingBegun.test(line) || starts.some((word) => word.startsWith(words))
  return isLast && mayBegin ? { start, isWhole: false } : undefined
}

/** Returns a text without the lists of sources before its closing, which are recognised by their numbers alone. */
export const withoutNumberedLists = (text: string): string => text.replace(patterns().within, "\n")

/** Empty lines and a rule before the list go with it. */
function gapBefore(text: string, start: number): number {
  const before = text.slice(0, start).trimEnd()
  const rule = /(?:^|\n)[ \t]*[-*_]{3,}$/.exec(before)?.[0].length ?? 0
  return before.slice(0, before.length - rule).trimEnd().length
}

const ENTRY = /^[ \t]*(?:[-*•–]|\d{1,2}[.):]|\[\^?\d{1,2}\]:?|\(\d{1,2}\)|【\d{1,2}[^】\n]{0,20}】)[ \t]*\S/u
const ENTRY_BEGUN = /^[ \t]*[[\d(【*•–-][^\n]{0,4}$/u
const NOTE = /^[ \t]*\[\^?\d{1,2}\]:\s*\S/
const NOTE_BEGUN = /^\s*\[(?:\^?(?:\d{1,2}(?:\](?::[ \t]*)?)?)?)?$/

const patterns = once(() => {
  const words = String.raw`[ \t*_#>-]*(?:${letterWords("source-headings")})[ \t*_]*`
  const number = String.raw`(?:\p{L}+ )?\[?\^?\d{1,2}\]?`
  const entry = String.raw`[ \t]*(?:[-*•] )?(?:\[\^?\d{1,2}\]:?|【\d{1,2}】)[^\n]{1,300}\n`
  const numbers = String.raw`[:：][ \t*_]*${number}(?:[ ,;、]*(?:\p{L}{1,3} )?${number}){0,9}[.。]?[ \t]*`
  return {
    within: new RegExp(String.raw`\n{1,2}${words}(?:${numbers}\n|[:：]?[ \t*_]*\n(?:\s*\n)?(?:${entry})+)`, "giu"),
    heading: new RegExp(`^${words}[:：]?[ \\t*_]*$`, "iu"),
    /** With what may become the numbers of sources behind it. */
    headingBegun: new RegExp(
      String.raw`^${words}[:：](?:[^\p{L}.\n]|(?:${letterWords("source-words")})(?!\p{L})){0,60}\p{L}{0,12}$`,
      "iu"
    ),
    inline: new RegExp(`^${words}${numbers}$`, "iu"),
    starts: letterEntries("source-heading-starts")
  }
})
