import { CLOSING, FORWARDED, HEADER_FROM, HEADER_MORE, isQuoteHeader, ORIGINAL_MESSAGE, REPLY_ABOVE, SENT_FROM, SIGNATURE_RULE, SIGNATURE_START } from "./quote-marks.ts"
import { words } from "./words.ts"

export interface ReplyParts {
  /** What the writer wrote anew. A quote in the middle, answered line by line, stays. */
  visible: string
  /** What hangs below it from earlier mails, or "". */
  quoted: string
  /** Closing, name, what the phone added, or "". */
  signature: string
}

/** Splits a plain-text mail or reply. Nothing is lost: a mail that is only quote or signature is returned so. Linear. */
export function visibleReply(text: string): ReplyParts {
  const lines = text.replace(/\r\n?/g, "\n").split("\n")
  const own = quoteStart(lines)
  const first = signatureStart(lines, own, opensSignature)
  const signed = lines.slice(0, first).every(isBlank) ? own : first
  return { visible: joined(lines, 0, signed), quoted: joined(lines, own, lines.length), signature: joined(lines, signed, own) }
}

/**
 * The part of a sent reply that did not already stand in the editor before a draft was inserted: without the signature and
 * quote (and the agent's own words) found there, and without what the helpdesk put below: a quote, and a signature that a line
 * parts off. Where no such line stands, a closing and a name are the agent's own words. What the draft itself says stays. Linear.
 */
export function withoutBefore(sent: string, before: string, draft: string): string {
  const places = new Map<string, number[]>()
  for (const [at, line] of before.split("\n").entries()) {
    const key = bare(line)
    if (!key) continue
    const known = places.get(key)
    if (known) known.push(at)
    else places.set(key, [at])
  }
  const lines = sent.replace(/\r\n?/g, "\n").split("\n")
  const spare = tally(lines.map(bare))
  for (const line of draft.split("\n")) take(spare, bare(line))
  const kept: string[] = []
  let below = Infinity
  // From the bottom, in order: what stood there stands at the bottom as a rule.
  for (const line of lines.toReversed()) {
    const key = bare(line)
    const known = (spare.get(key) ?? 0) > 0 ? places.get(key) : undefined
    let at = known?.pop()
    while (at !== undefined && at >= below) at = known?.pop()
    if (at === undefined) kept.push(line)
    else {
      below = at
      take(spare, key)
    }
  }
  const rest = kept.reverse()
  return joined(rest, 0, signatureStart(rest, quoteStart(rest), addedTo(draft, rest)))
}

const bare = (line: string) => line.replace(/^[\s>]+/, "").replace(/\s+/g, " ").trim()
const joined = (lines: string[], from: number, to: number) => lines.slice(from, to).join("\n").replace(/^(?:[ \t]*\n)+/, "").trimEnd()
const isBlank = (line: string | undefined) => line !== undefined && line.trim() === ""
const isQuoted = (line: string | undefined) => line !== undefined && /^\s{0,3}>/.test(line)

/** Index of the first line of what is quoted below; the number of lines when nothing is. */
function quoteStart(lines: string[]): number {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ""
    if (FORWARDED.test(line)) return trailing(lines)
    if (ORIGINAL_MESSAGE.test(line) || REPLY_ABOVE.test(line)) return at
    if (HEADER_FROM.test(line) && !isQuoted(line) && lines.slice(at + 1, at + 4).some((next) => HEADER_MORE.test(next))) {
      let rule = at - 1
      while (isBlank(lines[rule])) rule--
      return rule >= 0 && /^[\s_-]+$/.test(lines[rule] ?? "") ? rule : at
    }
    const header = headerEnd(lines, at)
    if (header === undefined) continue
    let next = header
    while (isBlank(lines[next])) next++
    // Marked lines tell where the quote ends by themselves; without marks all below is quoted.
    if (!isQuoted(lines[next])) return at
  }
  return trailing(lines)
}

/** Line after a header that begins here and may be wrapped over four lines, or undefined. */
function headerEnd(lines: string[], at: number, last = at + 4): number | undefined {
  if (isBlank(lines[at]) || isQuoted(lines[at])) return undefined
  for (let end = at + 1; end <= Math.min(lines.length, last); end++) {
    const line = lines[end - 1] ?? ""
    if (isBlank(line) || isQuoted(line)) return undefined
    if (!/[:：>]\s*$/.test(line) || !isQuoteHeader(lines.slice(at, end).join(" "))) continue
    // The line above a header may be swept along: the shortest that reads as a header is it.
    return end - at > 1 && headerEnd(lines, at + 1, end) === end ? undefined : end
  }
  return undefined
}

/** Where what hangs below begins: the last block of `>` lines, with a mailing list's footer under it. */
function trailing(lines: string[]): number {
  const block = quotedBlock(lines, lines.length)
  if (block < lines.length) return block
  for (let at = Math.max(1, lines.length - 12); at < lines.length; at++) {
    if (!/^(?:-- ?|_{5,})$/.test(lines[at] ?? "")) continue
    const above = quotedBlock(lines, at)
    return above < at ? above : lines.length
  }
  return lines.length
}

/** First line of the `>` lines that end above `end`, their header included; `end` when there are none. */
function quotedBlock(lines: string[], end: number): number {
  let at = end
  while (at > 0 && isBlank(lines[at - 1])) at--
  if (!isQuoted(lines[at - 1])) return end
  while (at > 0 && (isQuoted(lines[at - 1]) || isBlank(lines[at - 1]))) at--
  for (let header = Math.max(0, at - 4); header < at; header++) if (headerEnd(lines, header) === at) return header
  return at
}

/** Whether a signature begins in this line, found from the bottom; `first`: where it begins as far as is known, `filled`: lines below. */
type Opens = (lines: string[], at: number, found: { own: number; first: number; filled: number }) => boolean

/** Index of the first line of the signature at the end of the first `own` lines; `own` when there is none. */
function signatureStart(lines: string[], own: number, opens: Opens): number {
  let filled = 0
  let first = own
  for (let at = own - 1; at >= 0 && filled <= 12; at--) {
    const line = (lines[at] ?? "").trim()
    if (line === "") continue
    if (line.length > 200 || /^[-*•] \S/.test(line)) break
    if (opens(lines, at, { own, first, filled })) first = at
    filled++
  }
  return first
}

/** As people sign: with a closing and a name too. */
const opensSignature: Opens = (lines, at, { own, filled }) => {
  const line = lines[at] ?? ""
  return SIGNATURE_START.test(line.trimEnd()) || SIGNATURE_START.test(line) || SENT_FROM.test(line.trim()) ||
    (CLOSING.test(line.trim()) && filled <= 8 && isCard(lines, at + 1, own))
}

/** As a helpdesk or a phone puts it below a sent reply: behind a line of its own, no line of the draft's, and not in the draft's words. */
function addedTo(draft: string, sent: string[]): Opens {
  const rules = sent.flatMap((line, at) => (isRule(line) ? [at] : []))
  const added = new Set(rules.slice(draft.split("\n").filter(isRule).length))
  return (lines, at, { own, first }) => {
    const isApart = added.has(at) || SENT_FROM.test((lines[at] ?? "").trim())
    // Under the lowest rule a slogan may stand; between two, a sentence is the agent's.
    if (!isApart || !((added.has(at) && first === own) || isCard(lines, at + 1, first))) return false
    const left = tally(wordsOf([draft]))
    for (const word of wordsOf(lines.slice(0, at))) take(left, word)
    const below = wordsOf(lines.slice(at, first))
    return below.filter((word) => take(left, word)).length <= below.length / 2
  }
}

const isRule = (line: string) => SIGNATURE_RULE.test(line.trim())
const wordsOf = (lines: string[]) => words(lines.join("\n")).map(({ text }) => text.toLowerCase())

function tally(keys: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** One less of it; whether there was one. */
function take(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0
  counts.set(key, count - 1)
  return count > 0
}

/** Lines as a signature has them: short, none a sentence of its own. */
function isCard(lines: string[], from: number, to: number): boolean {
  return lines.slice(from, to).every((line) => line.trim().length <= 70 && !/[.?!。]\s*$/.test(line.replace(/\b(?:inc|ltd|co|e\.v|corp|str|esq|dto|izq|dcha)\.\s*$/i, "")) || SENT_FROM.test(line.trim()))
}
