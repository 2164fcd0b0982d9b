import { DEVICE_LINE, SIGNATURE_MARK, SIGNATURE_RULE, isFooter, opensFooter, warningLines } from "./signature-words.ts"
import { signatureBlockOf, isOfFirm, isSentence } from "./signature-block.ts"
import { afterFarewell } from "./farewells.ts"
import { LONG, type MailLine, type PartKind, wordsOf } from "./mail-line.ts"
import { isBareName } from "./bare-name.ts"
import { signOffOf } from "./sign-off.ts"

/**
 * Returns the kind of each of these lines: text, closing or signature. Quoted lines among them are the author's own.
 * Only the end and the very top are examined.
 */
export function signatureParts(lines: readonly MailLine[]): PartKind[] {
  const kinds = new Array<PartKind>(lines.length).fill("visible")
  const texts = lines.map((line) =>
    line.depth > 0 ? `> ${wordsOf(line).slice(0, LONG)}` : wordsOf(line).slice(0, LONG).trim()
  )
  const put = (from: number, to: number, kind: PartKind) => void kinds.fill(kind, from, to)
  const top = warningEnd(texts)
  put(0, top, "signature")
  let end = footersStart(texts, top, texts.length, false)
  put(end, texts.length, "signature")
  const marked = lines.findIndex((line) => line.mark === "signature")
  if (marked >= 0) return withMarks(lines, texts, kinds, marked, end)
  const after = afterwordStart(texts, top, end)
  const opens = markStart(lines, texts, top, end, after)
  if (opens !== undefined) {
    put(opens, after !== undefined && after > opens ? after : end, "signature")
    end = footersStart(texts, top, opens, true)
    put(end, opens, "signature")
  }
  for (const until of after !== undefined && after < end ? [after, end] : [end]) {
    const tail = signOffOf(texts.slice(top, until), opens === undefined && end === texts.length)
    if (!tail) continue
    put(top + tail.closing, top + tail.signature, "closing")
    put(top + tail.signature, until, "signature")
    break
  }
  return kinds
}

/**
 * Uses the signature that the HTML marks. A farewell at its start is closing, and the lines above it are examined as
 * usual.
 */
function withMarks(
  lines: readonly MailLine[],
  texts: readonly string[],
  kinds: PartKind[],
  marked: number,
  end: number
): PartKind[] {
  for (const [at, line] of lines.entries()) if (line.mark === "signature") kinds[at] = "signature"
  let first = marked
  for (; first < lines.length && (texts[first] === "" || afterFarewell(texts[first] ?? "") === ""); first++)
    if (texts[first] !== "") kinds[first] = "closing"
  const above = footersStart(texts, 0, Math.min(marked, end), true)
  kinds.fill("signature", above, Math.min(marked, end))
  const tail = kinds.includes("closing") ? undefined : signOffOf(texts.slice(0, above), false)
  if (tail) {
    kinds.fill("closing", tail.closing, tail.signature)
    kinds.fill("signature", tail.signature, above)
  }
  // A name alone is no block.
  const block = texts.flatMap((text, at) => (text !== "" && at >= first && lines[at]?.mark === "signature" ? [at] : []))
  const [only] = block
  const before = texts.findLastIndex((text, at) => text !== "" && at < (only ?? 0))
  if (
    block.length === 1 &&
    only !== undefined &&
    kinds[before] === "closing" &&
    afterFarewell(texts[before] ?? "") === "" &&
    isBareName(texts[only] ?? "", true)
  )
    kinds[only] = "closing"
  return kinds
}

/** Returns the line after the warnings that a mail system put at the top. */
function warningEnd(texts: readonly string[]): number {
  const from = texts.findIndex((text) => text !== "")
  if (from < 0) return 0
  let to = from
  while (to < texts.length && texts[to] && to < from + 8) to++
  const count = warningLines(texts.slice(from, to))
  return count > 0 && texts.some((text, at) => at >= from + count && text !== "") ? from + count : 0
}

/** Returns the first of the lines from devices and companies that end above `end`. */
function footersStart(texts: readonly string[], top: number, end: number, below: boolean): number {
  let at = end
  for (let round = 0; round < 40; round++) {
    let last = at
    while (last > top && texts[last - 1] === "") last--
    if (last === top || (texts[last - 1] ?? "").startsWith(">")) return at
    let from = last - 1
    while (from > top && texts[from - 1] && from > last - 40) from--
    const start = footerStart(texts, {
      from,
      last,
      isBelow: below || at < end,
      // If the author writes nothing else, these lines are the message.
      isAll: !below && texts.slice(top, from).every((text) => text === ""),
      isLowest: last === end,
      isUnder: at < end
    })
    if (start === undefined) return at
    at = start
  }
  return at
}

/** The lines `from` to `last` without a blank one between them, and what stands around them. */
interface FooterBlock {
  from: number
  last: number
  /** Something that is no text stands below them. */
  isBelow: boolean
  /** Nothing stands above them. */
  isAll: boolean
  /** Nothing stands below them, and no blank line. */
  isLowest: boolean
  /** A footer stands below them. */
  isUnder: boolean
}

/** Returns where the footer at the end of a block begins, or undefined if the block ends in text. */
function footerStart(texts: readonly string[], block: FooterBlock): number | undefined {
  const { from, last, isBelow, isAll, isLowest, isUnder } = block
  const line = texts[last - 1] ?? ""
  const opens = texts[from] ?? ""
  const isRuled = SIGNATURE_RULE.test(opens)
  const mayBeWhole = !isAll && last - from > 1
  const whole = () => texts.slice(from, last).join(" ")
  if (mayBeWhole && isFooterBlock(texts, block)) return from
  if (isDevice(line, last - 1 > from || !isLowest)) return last - 1
  if (!(isAll && last - 1 === from) && isFooter(line, isBelow || isRuled)) return last - 1
  if (mayBeWhole && afterFarewell(opens) === undefined && !isBareName(opens) && isFooter(whole(), isBelow || isRuled))
    return from
  return isUnder && SIGNATURE_RULE.test(line) && line.length >= 3 ? last - 1 : undefined
}

/** Returns whether a block begins as a footer does, with a rule or its own words. */
function isFooterBlock(texts: readonly string[], { from, last, isBelow }: FooterBlock): boolean {
  const opens = texts[from] ?? ""
  if (SIGNATURE_RULE.test(opens)) return isFooter(texts.slice(from + 1, last).join(" "), true)
  return opensFooter(opens) && isFooter(texts.slice(from, last).join(" "), isBelow)
}

const EXCUSE =
  /(?:excuse|pardon|forgive|sorry|brevity|typos?|entschuldig|tippfehler|kürze|excusez|fautes|brièveté|disculp|perdon|erratas|errores|brevedad|desculp|erros|digitação|誤字)/iu
function isDevice(line: string, alone: boolean): boolean {
  if (line.length > 160) return false
  if (DEVICE_LINE.test(line)) return alone || line.length <= 90
  const [first = "", ...rest] = line.split(/[.,;–—!]\s*|\s-\s/)
  return EXCUSE.test(rest.join(" ")) && DEVICE_LINE.test(first)
}

/** Matches a postscript, which is text again below a closing or a signature. */
const AFTERWORD =
  /^(?!ps [a-z]:\\)(?:p\.? ?-?s\.?(?:\s?s\.?)?|p\.? ?d\.?|ps|pd|n\.? ?b\.?|post ?scriptum|posdata|追伸|二伸)(?:\s?[:：.,;!–—)-]|\s|　)/iu
function afterwordStart(texts: readonly string[], top: number, end: number): number | undefined {
  for (let at = end - 1, filled = 0; at > top && filled < 25; at--) {
    const text = texts[at] ?? ""
    if (text === "") continue
    filled++
    if (AFTERWORD.test(text) || text === "追伸") return at
  }
  return undefined
}

/** Returns the line that separates a signature, if one stands near the end with a block below it. */
function markStart(
  lines: readonly MailLine[],
  texts: readonly string[],
  top: number,
  end: number,
  after: number | undefined
): number | undefined {
  for (let at = end - 1, filled = 0; at >= top && filled < 24; at--) {
    const text = texts[at] ?? ""
    if (text === "") continue
    filled++
    if (text.startsWith(">")) return undefined
    const isMark = SIGNATURE_MARK.test(text)
    if (!isMark && !(SIGNATURE_RULE.test(text) && text.length >= 3)) continue
    const to = after !== undefined && after > at ? after : end
    if (opensCard(texts, at, to, isMark, lines[at]?.text === "-- ", top)) return at
  }
  return undefined
}

function opensCard(
  texts: readonly string[],
  at: number,
  to: number,
  isMark: boolean,
  isOld: boolean,
  top: number
): boolean {
  const below = withoutRules(texts.slice(at + 1, to), isMark)
  if (below.length === 0 || below.every((line) => line === "")) return isMark && at > top && isOld
  const card = signatureBlockOf(below, isOld ? 20 : 14)
  if (!card) return false
  if (isOld) return card.sentences <= 3 || isOfFirm(card.lines)
  const first = below[0] ?? ""
  // A separator inside the text has a blank line or a sentence below it, or occurs more than once.
  if (first === "" || isSentence(first) || first.length > 80 || card.sentences > (isOfFirm(card.lines) ? 2 : 1))
    return false
  const isOnce = texts.slice(Math.max(top, at - 200), at).every((line) => line !== texts[at])
  return (isMark && isOnce) || isOfFirm(card.lines) || isBareName(first)
}

/** Drops blank lines at the end, and below a rule the rules that close it. */
function withoutRules(below: string[], isMark: boolean): string[] {
  const isSpare = (line: string | undefined) =>
    line === "" || (!isMark && below.length > 1 && line !== undefined && SIGNATURE_RULE.test(line))
  while (below.length > 0 && isSpare(below.at(-1))) below.pop()
  return below
}
