import type { Reply } from "./finding.ts"
import { findPhrase } from "../phrases/phrases.ts"

export interface Span {
  start: number
  end: number
}

export const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length })

/** All places of a phrase in the reply. */
export const spansOf = (source: string, { text }: Reply, flags?: string): Span[] =>
  findPhrase(source, text, flags).map(spanOf)

/** The messages and sources of this conversation, without the reply. */
export const conversationTexts = ({ thread, sources }: Reply): string[] => [
  ...thread.map((message) => message.text),
  ...sources
]

/** The words in small letters in this conversation. In capitals they are the same words, only shouted. */
export function lowerCaseWords(reply: Reply): Set<string> {
  return new Set(
    [reply.text, ...conversationTexts(reply)].flatMap((each) => each.match(/(?<!\p{L})\p{Ll}{2,}(?!\p{L})/gu) ?? [])
  )
}

/** The spans in order; those that touch or overlap become one. */
export function mergedSpans(spans: Span[]): Span[] {
  const joined: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else joined.push({ ...span })
  }
  return joined
}

/** The words are somebody else's: they stand between quotation marks or in a quoted line. */
export function isQuotedSpan({ text }: Reply, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 2 * LONGEST), start)
  const line = before.slice(before.lastIndexOf("\n") + 1)
  if (/^\s*>/.test(line)) return true
  const after = text.slice(end, end + LONGEST)
  return QUOTES.some(([open, close]) => {
    const opened = line.lastIndexOf(open)
    if (opened === -1 || !after.includes(close)) return false
    // Where one mark opens and closes, an even number of marks before the words means that the quote has ended.
    return open === close ? line.split(open).length % 2 === 0 : !line.slice(opened + 1).includes(close)
  })
}

const QUOTES = [
  ["“", "”"],
  ["„", "“"],
  ["«", "»"],
  ["「", "」"],
  ["『", "』"],
  ["‘", "’ "],
  ['"', '"']
] as const
const LONGEST = 200

export function sentenceAround(reply: Reply, at: number): { start: number; end: number; text: string } {
  return reply.sentences.find(({ start, end }) => at >= start && at < end) ?? { start: at, end: at, text: "" }
}
