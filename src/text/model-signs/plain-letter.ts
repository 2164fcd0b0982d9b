import { withPlainGaps, letterWords, letterEntries } from "./answer-marks.ts"
import { once } from "../memo/text-memory.ts"

/**
 * Takes out of a model's letter what is only form, wherever its pieces are split: quotation marks around the whole,
 * `*emphasis*`, `* ` before a line, a list of sources at its end. `[^1]`, `(Source 1)` and their like become `[1]`, and
 * the mark of a gap is written as `[[no source: ...]]`. What `push` and `end` return may be shown.
 */
export function plainLetter(): { push(text: string): string; end(): string } {
  return new PlainLetter()
}

class PlainLetter {
  #held = ""
  /** The last character that was returned: what is before a sign shows what it is. */
  #before = "\n"
  #isStart = true
  /** The mark that closes the quotation around the letter, if one was opened. */
  #closing = ""

  push(text: string): string {
    this.#held += text
    if (this.#isStart && !this.#readStart(false)) return ""
    return this.#release(freeUntil(this.#held, this.#before, this.#closing))
  }

  end(): string {
    if (this.#isStart) this.#readStart(true)
    if (this.#closing !== "") this.#held = withoutClosing(this.#held, this.#closing)
    const list = sourceListStart(this.#held, this.#before)
    if (list?.isWhole) this.#held = this.#held.slice(0, list.start)
    return this.#release(this.#held.length)
  }

  /** Decides whether the letter is in quotation marks: one that opens it isn't closed in the first line. */
  #readStart(isEnd: boolean): boolean {
    const [lead = "", open = ""] = /^\s*([“"«„「『])?/u.exec(this.#held) ?? []
    const rest = this.#held.slice(lead.length)
    if (open === "") {
      if (rest === "" && !isEnd) return false
      this.#isStart = false
      return true
    }
    const closing = CLOSINGS[open] ?? open
    const line = /^[^\n]*/.exec(rest)?.[0] ?? ""
    const closesAt = [...closing].map((sign) => line.indexOf(sign)).filter((at) => at >= 0)
    const isLineOver = line.length < rest.length || isEnd
    const isClosedInside = closesAt.some((at) => line.slice(at + 1).trim() !== "")
    if (!isLineOver && !isClosedInside) return false
    this.#isStart = false
    if (isEnd ? closesAt.length > 0 && !isClosedInside : closesAt.length === 0) {
      this.#closing = closing
      this.#held = rest
    }
    return true
  }

  #release(to: number): string {
    const free = this.#held.slice(0, to)
    this.#held = this.#held.slice(to)
    if (free === "") return ""
    const text = plain(this.#before, free)
    this.#before = free.slice(-1)
    return text
  }
}

const CLOSINGS: Readonly<Record<string, string>> = { "“": "”", '"': '"', "«": "»", "„": "“”", "「": "」", "『": "』" }

function withoutClosing(text: string, closing: string): string {
  const end = text.trimEnd()
  return closing.includes(end.slice(-1)) && end !== "" ? end.slice(0, -1) : text
}

/** Returns a text in plain form. @param before the character before it */
function plain(before: string, text: string): string {
  const whole = before + text
  return withPlainGaps(
    withoutNumberedLists(whole)
      .replace(BULLET, "$1- ")
      .replace(STARS, "$1")
      .replace(UNDERSCORES, "$1")
      .replace(FOOTNOTE, "[$1]")
      .replace(sourceMark(), (_, one: string | undefined, other: string | undefined) => `[${numbersOf(one ?? other)}]`)
  ).slice(before.length)
}

const BULLET = /(\n[ \t]*)\* (?=\S)/g
const STARS = /(?<![\p{L}\p{N}*\\])\*(?=[^\s*])([^*\n]{1,200}?)(?<=[^\s*])\*(?![\p{L}\p{N}*])/gu
/** Words with gaps between them, so that no name of a file or field loses its signs. */
const UNDERSCORES = /(?<![\p{L}\p{N}_[\\])_(?=\p{L})([\p{L} ,.'’-]{1,200}?)(?<=[\p{L}.])_(?![\p{L}\p{N}_\]])/gu
const FOOTNOTE = /\[\^(\d{1,2})\]/g
const NUMBERS = String.raw`\d{1,2}(?:\s?(?:[,;&–-]|\p{L}{1,3}|、)\s?\d{1,2}){0,8}`
const sourceMark = once(() => {
  const words = `(?:\\p{L}{1,7}\\.? )?(?:${letterWords("source-words")})`
  const mark = String.raw`\s?(?:#|no\.? ?|nr\.? ?|n[º°] ?)?(${NUMBERS})\s?`
  return new RegExp(String.raw`[(（]${words}${mark}[)）]|[[【]${words}${mark}[\]】](?!\])`, "giu")
})
const numbersOf = (written = "") => (written.match(/\d+/g) ?? []).join(", ")

/** Returns up to where a text can't change by what follows. */
function freeUntil(text: string, before: string, closing: string): number {
  if (before === "\n" && /^[ \t]*\*?[ \t]*$/.test(text)) return 0
  const list = sourceListStart(text, before)?.start ?? text.length
  const begun = BEGUN.exec(text)?.index ?? text.length
  const end = text.trimEnd()
  const quote = end !== "" && closing.includes(end.slice(-1)) ? end.length - 1 : text.length
  return Math.min(list, begun, quote)
}

/**
 * Matches an emphasis or bracket that isn't closed, and the end of a line, after which a bullet or a list of sources
 * may follow.
 */
const BEGUN =
  /(?:(?<![\p{L}\p{N}*\\])\*[^*\n]{0,200}\*?|(?<![\p{L}\p{N}_[\\])_[\p{L} ,.'’-]{0,200}_?|[[【［]{1,2}[^\]】］\n]{0,140}[\]】］]?|[(（][^)）\n]{0,40}|\s{0,40}\n(?:\s{0,40}[-*_]{1,5}[ \t]{0,20}(?:\n\s{0,40})?)?)$/u

/**
 * Returns where a list of sources begins that reaches to the end of a text, with the gap before it, or undefined. The
 * list has a heading, or is of footnotes (`[^1]: ...`). It is whole if it is a list also if nothing follows; what is
 * only the beginning of a heading isn't.
 * @param before the character before the text
 */
function sourceListStart(text: string, before: string): { start: number; isWhole: boolean } | undefined {
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
const withoutNumberedLists = (text: string): string => text.replace(patterns().within, "\n")

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
