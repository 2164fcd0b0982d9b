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

/** What was said and shown in this conversation besides the reply. */
export const conversationTexts = ({ thread, sources }: Reply): string[] => [
  ...thread.map((message) => message.text),
  ...sources
]

/** The words that stand in small letters in this conversation: in capitals they are the same words, said louder. */
export function lowerCaseWords(reply: Reply): Set<string> {
  return new Set(
    [reply.text, ...conversationTexts(reply)].flatMap((each) => each.match(/(?<!\p{L})\p{Ll}{2,}(?!\p{L})/gu) ?? [])
  )
}

/** In order; those that touch or overlap are one. */
export function mergedSpans(spans: Span[]): Span[] {
  const joined: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else joined.push({ ...span })
  }
  return joined
}

/** Between quotation marks, or in a line that is quoted: somebody else's words. */
export function isQuotedSpan({ text }: Reply, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 2 * LONGEST), start)
  const line = before.slice(before.lastIndexOf("\n") + 1)
  if (/^\s*>/.test(line)) return true
  const after = text.slice(end, end + LONGEST)
  return QUOTES.some(([open, close]) => {
    const opened = line.lastIndexOf(open)
    if (opened === -1 || !after.includes(close)) return false
    // Of marks that open and close alike, an even number before it has closed.
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
