import { words } from "../words/words.ts"
import { DEVICE_LINE, SIGNATURE_MARK } from "./signature-words.ts"
import { isBlank, linesOfText } from "./mail-line.ts"
import { lineKinds } from "./split-mail.ts"

/**
 * Returns the part of a sent reply that wasn't in the editor before a draft was inserted. The signature, quote and own
 * words found there are removed, and so is what the helpdesk added below: a quote, and a signature that a line
 * separates. Without such a line, a closing and a name count as the agent's own words. Lines of the draft stay. It runs
 * in linear time.
 */
export function withoutPriorText(sent: string, before: string, draft: string): string {
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
  const ownLines: string[] = []
  let below = Infinity
  // The lines are compared from the bottom up and in order, because earlier text usually stands at the bottom.
  for (const line of lines.toReversed()) {
    const key = bare(line)
    const known = (spare.get(key) ?? 0) > 0 ? places.get(key) : undefined
    let at = known?.pop()
    while (at !== undefined && at >= below) at = known?.pop()
    if (at === undefined) ownLines.push(line)
    else {
      below = at
      take(spare, key)
    }
  }
  const rest = ownLines.reverse()
  return rest
    .slice(0, addedStart(draft, rest, quoteStart(rest)))
    .join("\n")
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd()
}

/** Returns the index of the first line of the quote below, or the number of lines if there is none. */
function quoteStart(lines: readonly string[]): number {
  const read = linesOfText(lines.join("\n"))
  const kinds = lineKinds(read)
  const own = kinds.findLastIndex((kind, at) => kind !== "quoted" && kind !== "signature" && !isBlank(read[at]))
  const from = kinds.indexOf("quoted", own + 1)
  return from < 0 ? lines.length : from
}

/**
 * Returns the index of the first line that a helpdesk or a phone added at the end of the first `own` lines. It follows
 * a separating line, isn't a line of the draft and doesn't consist of the draft's words. Returns `own` if there is
 * none.
 */
function addedStart(draft: string, lines: readonly string[], own: number): number {
  const rules = lines.flatMap((line, at) => (isRule(line) ? [at] : []))
  const added = new Set(rules.slice(draft.split("\n").filter(isRule).length))
  let first = own
  let filled = 0
  for (let at = own - 1; at >= 0 && filled <= 12; at--) {
    const line = (lines[at] ?? "").trim()
    if (line === "") continue
    if (line.length > 200 || /^[-*•] \S/.test(line)) break
    filled++
    const isApart = added.has(at) || isDevice(line)
    // A slogan may stand under the lowest separating line. A sentence between two of them is the agent's.
    if (
      isApart &&
      ((added.has(at) && first === own) || isCard(lines.slice(at + 1, first))) &&
      !isOfDraft(draft, lines, at, first)
    )
      first = at
  }
  return first
}

/** Returns whether most words of these lines are words of the draft that don't occur above. */
function isOfDraft(draft: string, lines: readonly string[], at: number, first: number): boolean {
  const left = tally(wordsOf([draft]))
  for (const word of wordsOf(lines.slice(0, at))) take(left, word)
  const below = wordsOf(lines.slice(at, first))
  return below.filter((word) => take(left, word)).length > below.length / 2
}

const bare = (line: string) =>
  line
    .replace(/^[\s>]+/, "")
    .replace(/\s+/g, " ")
    .trim()
const isRule = (line: string) => SIGNATURE_MARK.test(line.trim()) || /^_{2,}$/.test(line.trim())
const isDevice = (line: string) => line.length <= 90 && DEVICE_LINE.test(line)
const isCard = (lines: readonly string[]) =>
  lines.every(
    (line) => isDevice(line.trim()) || (line.trim().length <= 70 && !/[.?!。]\s*$/.test(line.replace(ABBREVIATION, "")))
  )
const ABBREVIATION = /\b(?:inc|ltd|co|e\.v|corp|str|esq|dto|izq|dcha)\.\s*$/i
const wordsOf = (lines: readonly string[]) => words(lines.join("\n")).map(({ text }) => text.toLowerCase())

function tally(keys: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Decrements a count and returns whether it was positive. */
function take(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0
  counts.set(key, count - 1)
  return count > 0
}
