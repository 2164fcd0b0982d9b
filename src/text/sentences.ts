import { isAbbreviation } from "./abbreviations.ts"

/** A piece of a text; offsets count UTF-16 units, white space around it is left out. */
export interface Sentence {
  start: number
  end: number
  text: string
}

/**
 * Cuts a reply or a mail into sentences. A line of a letter (greeting, list item, signature) is one too; a line that
 * was only wrapped is not. Blanks `[[...]]`, placeholders, links, addresses and figures are never cut. Linear in the
 * text.
 */
export function sentences(text: string, language?: string | null): Sentence[] {
  const stream = sentenceStream(language)
  return [...stream.push(text), ...stream.end()]
}

export interface SentenceStream {
  /** The sentences that have become surely finished. */
  push(chunk: string): Sentence[]
  /** The rest. */
  end(): Sentence[]
}

/**
 * The same cut for text that comes in pieces, whatever the pieces: each sentence once, with offsets in the whole text.
 */
export function sentenceStream(language?: string | null): SentenceStream {
  let buffer = ""
  /** Where the buffer begins in the whole text. */
  let base = 0
  /** Both in the buffer: start of the open sentence; next unit to look at. */
  let start = 0
  let at = 0
  /** Width of the line so far, in columns. */
  let width = 0

  const read = (final: boolean): Sentence[] => {
    const found: Sentence[] = []
    const close = (end: number) => {
      const piece = trimmed(buffer, start, end)
      if (piece) found.push({ ...piece, start: piece.start + base, end: piece.end + base })
      start = end
    }
    for (;;) {
      // Most characters decide nothing.
      for (; at - start < LONG && isPlain(buffer.charCodeAt(at)); at++) width++
      if (at >= buffer.length) break
      const step = stepAt({ text: buffer, start, width, final, language }, at)
      if (step === "wait") break
      if (buffer[at] === "\n") width = 0
      else width += columns(buffer.charCodeAt(at)) * (step.to - at)
      at = step.to
      if (step.ends) close(at)
    }
    if (final) close(buffer.length)
    buffer = buffer.slice(start)
    base += start
    at -= start
    start = 0
    return found
  }
  return {
    push(chunk) {
      buffer += chunk
      return read(false)
    },
    end: () => read(true)
  }
}

interface View {
  text: string
  /** Where the open sentence began. */
  start: number
  width: number
  /** Nothing more comes: what is undecided is decided by what stands. */
  final: boolean
  language: string | null | undefined
}
type Step = { to: number; ends: boolean } | "wait"

/** Past this many units a sentence ends at the next white space, past the second anywhere: hostile text stays cheap. */
const LONG = 1500
const LONGEST = 2000
/** At most so many stops, and so many quotes and brackets behind them, are looked at together. */
const RUN = 20
/** A gap of more white space than this is a break by itself. */
const GAP = 200

function stepAt(view: View, at: number): Step {
  const { text, start } = view
  const char = text[at] ?? ""
  if (char === "[" && text[at + 1] !== undefined ? text[at + 1] === "[" : char === "[" && !view.final)
    return blank(view, at)
  if (char === "\n") return lineBreak(view, at)
  if (".!?…".includes(char)) return stop(view, at)
  if ("。！？｡".includes(char)) return wideStop(view, at)
  const length = at - start
  if (length >= LONG && (/\s/.test(char) || length >= LONGEST) && !/[\uDC00-\uDFFF]/.test(char))
    return { to: at + 1, ends: true }
  return { to: at + 1, ends: false }
}

/** `[[what is missing]]`, with whatever stops stand in it, is one step. */
function blank(view: View, at: number): Step {
  const { text } = view
  if (text[at + 1] === undefined) return "wait"
  const inner = text.slice(at + 2, at + 2 + 122)
  const end = inner.search(/[[\]\n]/)
  if (end === -1 && inner.length < 122 && !view.final) return "wait"
  if (end > 0 && inner[end] === "]") {
    if (inner[end + 1] === "]") return { to: at + 2 + end + 2, ends: false }
    if (inner[end + 1] === undefined && !view.final) return "wait"
  }
  return { to: at + 1, ends: false }
}

/**
 * A line ends a sentence unless it was only wrapped: long, but not too long to have been wrapped, and no list after it.
 */
function lineBreak(view: View, at: number): Step {
  const { text, width } = view
  // What follows decides only of a line that may have been wrapped: behind each of many empty lines it would be looked
  // for anew.
  if (width < 45 || width > 110) return { to: at + 1, ends: true }
  const next = nextWord(view, at)
  if (next === "wait") return "wait"
  const gap = text.slice(at + 1, next.at)
  const line = text.slice(Math.max(view.start, at - 3), at).trimEnd()
  const wrapped =
    !/[:：]$/.test(line) &&
    !gap.includes("\n") &&
    next.word !== "" &&
    !/^(?:[-*•・>–—●○■□◆]|\d{1,2}[.)．）、]|[①-⑳])/.test(next.word)
  return { to: at + 1, ends: !wrapped }
}

/** `.`, `!`, `?` or `…`: a run of them with what closes behind it, and white space after. */
function stop(view: View, at: number): Step {
  const { text, start } = view
  let end = at
  while (end < text.length && end - at < RUN && ".!?…".includes(text[end] ?? "")) end++
  const run = text.slice(at, end)
  if (run.length === RUN) return { to: end, ends: false }
  const closed = closers(view, end)
  if (closed === "wait") return "wait"
  end = closed
  const after = text[end]
  if (after !== undefined && !/\s/.test(after)) {
    const wide = /[!?]/.test(run) && isWide(text.charCodeAt(at - 1)) && isWide(after.charCodeAt(0))
    return { to: wide ? end : at + run.length, ends: wide }
  }
  const before = text.slice(Math.max(start, at - 40), at)
  // Behind the last space, for a pattern is tried from each place.
  const word = /[\p{L}\p{N}.'’-]*$/u.exec(before.slice(before.lastIndexOf(" ") + 1))?.[0] ?? ""
  const unsure = run === "." ? /^(?:\p{N}{1,3}|\p{L}{1,6}|.*\..*)$/u.test(word) : /^(?:\.{2,}|…+)$/.test(run)
  if (!unsure) return { to: end, ends: true }
  const next = nextWord(view, end - 1)
  if (next === "wait") return "wait"
  const isFirst = text.slice(start, at).trim() === word
  const ends = run === "." ? endsAfter(word, before, isFirst, next.word, view.language) : !/^\p{Ll}/u.test(next.word)
  return { to: end, ends }
}

/** Whether a single full stop after `word` ends the sentence. */
function endsAfter(
  word: string,
  before: string,
  isFirst: boolean,
  next: string,
  language: string | null | undefined
): boolean {
  if (/^\p{N}+$/u.test(word)) {
    if (word.length > 2) return true
    return !isFirst && !ORDINAL_NOUN.test(next) && !(language === "de" && /^\p{Ll}/u.test(next))
  }
  if (/^\p{L}$/u.test(word) && word !== "I") {
    if (/[^\s([{"'“„«]\p{L}$/u.test(before)) return true
    const previous = /(\p{L}[\p{L}.]*)\s+\p{L}$/u.exec(before)?.[1] ?? ""
    const initial = /^\p{Lu}/u.test(word) && (isFirst || /^\p{Lu}/u.test(previous)) && /^\p{Lu}/u.test(next)
    const pair = /^\p{L}\.?$/u.test(previous) || /^\p{L}{1,2}\.\s*(?:$|\p{L})/u.test(next) || /^ej\./i.test(next)
    if (initial || pair || /^\p{Ll}/u.test(next)) return false
  }
  return !isAbbreviation(word.replace(/^['’.-]+/, ""), next, language)
}

const ORDINAL_NOUN =
  /^(?:jan|feb|m[äa]r|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[zc]|tag|monat|jahr|woche|quartal|stock|etage|mal|platz|schritt|klasse)/i

/** 。 and its kin end at once, but a quoted 「はい。」 that is spoken of goes on. */
function wideStop(view: View, at: number): Step {
  const { text } = view
  let end = at
  while (end < text.length && end - at < RUN && "。！？｡!?".includes(text[end] ?? "")) end++
  const closed = closers(view, end)
  if (closed === "wait") return "wait"
  return { to: closed, ends: closed === end || !/[とっ、をはがのにで]/.test(text[closed] ?? "") }
}

/**
 * Past quotes, brackets, emphasis and a source's number: `."`, `.)`, `.**`, `.[1]`; waits until it is sure that no more
 * come.
 */
function closers(view: View, from: number): number | "wait" {
  const { text } = view
  let end = from
  while (end < text.length && end - from < RUN) {
    if ("\"'”’»)]*_」』）】〕".includes(text[end] ?? "")) end++
    else if (/^\[\d{1,2}\]/.test(text.slice(end, end + 4))) end = text.indexOf("]", end) + 1
    else break
  }
  return view.final || !/^(?:\[\d{0,2})?$/.test(text.slice(end, end + 4)) ? end : "wait"
}

/** What stands after the white space behind `at`: enough of it to tell a month, an abbreviation or a list. */
function nextWord(view: View, at: number): { at: number; word: string } | "wait" {
  const { text } = view
  let next = at + 1
  while (next < text.length && next - at <= GAP && /\s/.test(text[next] ?? "")) next++
  if (next - at > GAP) return { at: next, word: "" }
  const word = text.slice(next, next + 8)
  if (word.length < 8 && !view.final) return "wait"
  return { at: next, word }
}

function trimmed(text: string, from: number, to: number): Sentence | undefined {
  const raw = text.slice(from, to)
  if (!/[\p{L}\p{N}]/u.test(raw)) return undefined
  const start = from + raw.length - raw.trimStart().length
  const end = to - raw.length + raw.trimEnd().length
  return { start, end, text: text.slice(start, end) }
}

/** Kana, kanji, hangul and full-width forms. */
function isWide(unit: number): boolean {
  return (
    (unit >= 0x2e80 && unit <= 0x9fff) ||
    (unit >= 0xac00 && unit <= 0xd7af) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xff00 && unit <= 0xff60)
  )
}

/**
 * A letter of an alphabet, a digit, a comma or a space; none is wide. (Behind the text there is NaN, which is none.)
 */
function isPlain(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    unit === 0x20 ||
    (unit >= 0x41 && unit <= 0x5a) ||
    unit === 0x2c ||
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0xc0 && unit <= 0x24f)
  )
}

const columns = (unit: number) => (isWide(unit) ? 2 : 1)
