import { attributionEnd, headBlockEnd, BETWEEN_RULES, FORWARDED, isReplyMarker, ORIGINAL } from "./quote-headers.ts"
import { isBlank, type MailLine, wordsOf } from "./mail-line.ts"

/** A quote that is marked line by line, with the header above it. */
export interface QuotedRun {
  /** Its first line, with its header and the rule above that. */
  from: number
  to: number
  /** A header or the HTML shows that the quote is an earlier mail. */
  isHeaded: boolean
}

export interface QuotedHistory {
  /** The quotes above `below`, in order. */
  runs: QuotedRun[]
  /** From this line on, everything is an earlier mail without marks. It is the number of lines if there is none. */
  below: number
  /** The earlier mail was forwarded, so the author wants it to be read. */
  isForwarded: boolean
}

/**
 * Finds the earlier mails, in linear time.
 * @param reading.isBelowMarker false if the place to answer that a helpdesk marks ("Please reply above this line") ends
 * nothing, for an author who wrote below it
 */
export function quotedHistoryOf(lines: readonly MailLine[], reading = { isBelowMarker: true }): QuotedHistory {
  const next = nextFilled(lines)
  const quotedAfter = (at: number) => (lines[next[at] ?? lines.length]?.depth ?? 0) > 0
  /** This maps the last line of a header above marked lines to its first line. */
  const headers = new Map<number, number>()
  let below = lines.length
  let isForwarded = false
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!line || isBlank(line)) continue
    if (line.mark === "below") {
      below = at
      break
    }
    if (line.depth > 0) continue
    const text = wordsOf(line).trim()
    if (text.length <= 200 && FORWARDED.test(text)) {
      below = at
      isForwarded = true
      break
    }
    const block = headEnd(lines, at, next[at + 1] ?? lines.length, reading.isBelowMarker)
    const end = block ?? attributionEnd(lines, at, quotedAfter)
    if (end === undefined) continue
    if (quotedAfter(end)) {
      headers.set(end - 1, at)
      at = end - 1
    } else if (block !== undefined || line.mark === "header" || !isSpeech(lines[next[end] ?? lines.length])) {
      below = at
      break
    }
  }
  return { runs: runsOf(lines, below, headers), below: withRule(lines, below), isForwarded }
}

/** Returns the line after the head or header of an earlier mail that begins at `at`, or undefined. */
export function headerEnd(lines: readonly MailLine[], at: number): number | undefined {
  const next = lines.findIndex((line, index) => index > at && !isBlank(line))
  return headEnd(lines, at, next < 0 ? lines.length : next, true) ?? attributionEnd(lines, at, () => true)
}

function headEnd(lines: readonly MailLine[], at: number, next: number, isBelowMarker: boolean): number | undefined {
  const line = lines[at]
  const text = line ? wordsOf(line).trim() : ""
  if (text.length <= 200 && (ORIGINAL.test(text) || (isBelowMarker && isReplyMarker(text))))
    return headBlockEnd(lines, next, true) ?? at + 1
  if (text.length <= 80 && BETWEEN_RULES.test(text)) return headBlockEnd(lines, next, true)
  return headBlockEnd(lines, at)
}

/** Returns whether a line quotes speech in quotation marks. */
const isSpeech = (line: MailLine | undefined) => line !== undefined && /^["“„«»‚'‘「『]/.test(wordsOf(line).trim())

function runsOf(lines: readonly MailLine[], below: number, headers: ReadonlyMap<number, number>): QuotedRun[] {
  const runs: QuotedRun[] = []
  for (let at = 0; at < below; at++) {
    const first = lines[at]
    if (!first || first.depth === 0) continue
    let to = at
    for (let end = at; end < below && ((lines[end]?.depth ?? 0) > 0 || isBlank(lines[end])); end++)
      if ((lines[end]?.depth ?? 0) > 0) to = end + 1
    let above = at - 1
    while (above >= 0 && isBlank(lines[above])) above--
    const header = headers.get(above)
    const isHeaded = header !== undefined || first.mark !== undefined || beginsWithHead(lines, at, to)
    const led = lines[above]
    if (isHeaded || !isOwn(first, led))
      runs.push({ from: header === undefined ? at : withRule(lines, header), to, isHeaded })
    at = to - 1
  }
  return runs
}

/**
 * Returns whether the author marked the lines and not a mail program, as for a menu path or the output of a console.
 */
function isOwn(first: MailLine, led: MailLine | undefined): boolean {
  if (/^\s*>{2,}/.test(first.text)) return true
  if (!led || led.depth > 0) return false
  const text = wordsOf(led).trim()
  return /[:：]$/.test(text) && !/@|\d[:.h]\d\d/.test(text)
}

/** Returns whether a quote begins with the header, where iPhones and web mail put it. */
function beginsWithHead(lines: readonly MailLine[], from: number, to: number): boolean {
  for (let at = from, filled = 0; at < to && filled < 3; at++) {
    const line = lines[at]
    if (!line || isBlank(line)) continue
    filled++
    if (
      ORIGINAL.test(wordsOf(line).trim()) ||
      headBlockEnd(lines, at) !== undefined ||
      attributionEnd(lines, at, () => true) !== undefined
    )
      return true
  }
  return false
}

/** Includes a rule of dashes right above, which belongs to what it opens. */
function withRule(lines: readonly MailLine[], at: number): number {
  if (at >= lines.length) return at
  let rule = at - 1
  while (rule > at - 4 && isBlank(lines[rule])) rule--
  const line = lines[rule]
  return line && line.depth === 0 && /^[\s_=*-]{5,}$/.test(line.text) && !isBlank(line) ? rule : at
}

/** Returns, for each line, the first line from there on that isn't blank. */
function nextFilled(lines: readonly MailLine[]): number[] {
  const next = new Array<number>(lines.length + 1).fill(lines.length)
  for (let at = lines.length - 1; at >= 0; at--) next[at] = isBlank(lines[at]) ? (next[at + 1] ?? lines.length) : at
  return next
}
