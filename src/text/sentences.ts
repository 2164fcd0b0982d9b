import { LISTS } from "replywright/lexicon/text"
import { entriesOf, optionalEntriesOf } from "../lexicon/lexicon.ts"
import { LANGUAGES } from "./languages.ts"

/** A piece of a text. Offsets count UTF-16 units and leave out the white space around it. */
export interface Sentence {
  start: number
  end: number
  text: string
}

/**
 * Cuts a reply or a mail into sentences. A line such as a greeting, a list item or a signature is a sentence too, but a
 * line that was only wrapped isn't. Blanks `[[...]]`, placeholders, links, addresses and figures are never cut. It runs
 * in linear time.
 */
export function sentences(text: string, language?: string | null): Sentence[] {
  const stream = sentenceStream(language)
  return [...stream.push(text), ...stream.end()]
}

export interface SentenceStream {
  /** Returns the sentences that are certainly complete. */
  push(chunk: string): Sentence[]
  /** Returns the rest. */
  end(): Sentence[]
}

/**
 * Does the same for a text that arrives in pieces of any size. It returns each sentence once, with offsets in the whole
 * text.
 */
export function sentenceStream(language?: string | null): SentenceStream {
  let buffer = ""
  /** Where the buffer begins in the whole text. */
  let base = 0
  /** Both are positions in the buffer: the start of the open sentence, and the next unit to examine. */
  let start = 0
  let at = 0
  /** The width of the line so far, in columns. */
  let width = 0

  const read = (final: boolean): Sentence[] => {
    const ready: Sentence[] = []
    const close = (end: number) => {
      const piece = trimmed(buffer, start, end)
      if (piece) ready.push({ ...piece, start: piece.start + base, end: piece.end + base })
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
    return ready
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
  /** Nothing follows, so anything undecided is decided by what is there. */
  final: boolean
  language: string | null | undefined
}
type Step = { to: number; ends: boolean } | "wait"

/**
 * A sentence ends at the next white space after this many units, and anywhere after the second number. This keeps
 * hostile text cheap.
 */
const LONG = 1500
const LONGEST = 2000
/** At most this many full stops, and this many quotes and brackets after them, are examined together. */
const RUN = 20
/** A gap with more white space is always a break. */
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

/** Begins a list item, after white space. */
const LIST_MARK = /^\s*(?:[-*•・>–—●○■□◆]|\d{1,2}[.)．）、]|[①-⑳])/

/** Treats `[[what is missing]]` as one step, whatever punctuation it contains. */
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
 * Decides whether a line ends a sentence. It does unless it was only wrapped, that is, long but not too long and
 * without a list after it.
 */
function lineBreak(view: View, at: number): Step {
  const { text, width } = view
  // The following text is examined only after a line that may have been wrapped. Otherwise it would be searched again
  // after each of many empty lines.
  if (width < 45 || width > 110) return { to: at + 1, ends: true }
  const next = nextWord(view, at)
  if (next === "wait") return "wait"
  const gap = text.slice(at + 1, next.at)
  const line = text.slice(Math.max(view.start, at - 3), at).trimEnd()
  const isAfterList = gap === "" && LIST_MARK.test(text.slice(view.start, at)) && /^(?:\p{Lu}|\p{Lo})/u.test(next.word)
  const wrapped =
    !isAfterList && !/[:：]$/.test(line) && !gap.includes("\n") && next.word !== "" && !LIST_MARK.test(next.word)
  return { to: at + 1, ends: !wrapped }
}

/** Handles `.`, `!`, `?` or `…`: a run of them with closing signs after it, and then white space. */
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
  // The word begins after the last space, because a pattern is tried from each position.
  const word = /[\p{L}\p{N}.'’-]*$/u.exec(before.slice(before.lastIndexOf(" ") + 1))?.[0] ?? ""
  const unsure = run === "." ? /^(?:\p{N}{1,3}|\p{L}{1,6}|.*\..*)$/u.test(word) : /^(?:\.{2,}|…+)$/.test(run)
  if (!unsure) return { to: end, ends: true }
  const next = nextWord(view, end - 1)
  if (next === "wait") return "wait"
  const isFirst = text.slice(start, at).trim() === word
  const ends = run === "." ? endsAfter(word, before, isFirst, next.word, view.language) : !/^\p{Ll}/u.test(next.word)
  return { to: end, ends }
}

/** Returns whether a single full stop after `word` ends the sentence. */
function endsAfter(
  word: string,
  before: string,
  isFirst: boolean,
  next: string,
  language: string | null | undefined
): boolean {
  if (/^\p{N}+$/u.test(word)) return endsAfterNumber(word, isFirst, next, language)
  // "Am 17.11. verschickt".
  if (language === "de" && /^\p{N}{1,2}\.\p{N}{1,2}$/u.test(word) && /^\p{Ll}/u.test(next)) return false
  if (/^\p{L}$/u.test(word) && word !== "I") {
    if (/[^\s([{"'“„«]\p{L}$/u.test(before)) return true
    if (isInitial(word, before, isFirst, next)) return false
  }
  return !isAbbreviation(word.replace(/^['’.-]+/, ""), next, language)
}

function endsAfterNumber(number: string, isFirst: boolean, next: string, language: string | null | undefined): boolean {
  if (number.length > 2) return true
  return !isFirst && !ORDINAL_NOUN.test(next) && !(language === "de" && /^\p{Ll}/u.test(next))
}

/** Returns whether a single letter is an initial or a part of "z. B.", so that the sentence goes on. */
function isInitial(letter: string, before: string, isFirst: boolean, next: string): boolean {
  const previous = /(\p{L}[\p{L}.]*)\s+\p{L}$/u.exec(before)?.[1] ?? ""
  const isOfName = /^\p{Lu}/u.test(letter) && (isFirst || /^\p{Lu}/u.test(previous)) && /^\p{Lu}/u.test(next)
  const isOfPair = /^\p{L}\.?$/u.test(previous) || /^\p{L}{1,2}\.\s*(?:$|\p{L})/u.test(next) || /^ej\./i.test(next)
  return isOfName || isOfPair || /^\p{Ll}/u.test(next)
}

const ORDINAL_NOUN =
  /^(?:jan|feb|m[äa]r|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[zc]|tag|monat|jahr|woche|quartal|stock|etage|mal|platz|schritt|klasse)/i

/** Handles 。 and similar signs, which end a sentence at once. A quoted 「はい。」 inside a sentence doesn't end it. */
function wideStop(view: View, at: number): Step {
  const { text } = view
  let end = at
  while (end < text.length && end - at < RUN && "。！？｡!?".includes(text[end] ?? "")) end++
  const closed = closers(view, end)
  if (closed === "wait") return "wait"
  return { to: closed, ends: closed === end || !/[とっ、をはがのにで]/.test(text[closed] ?? "") }
}

/**
 * Returns the position after quotes, brackets, emphasis and a source's number: `."`, `.)`, `.**`, `.[1]`. It waits
 * until it is certain that no more follow.
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

/** Returns what follows the white space after `at`, long enough to recognise a month, an abbreviation or a list. */
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

/** Returns whether a unit is kana, kanji, hangul or a full-width form. */
function isWide(unit: number): boolean {
  return (
    (unit >= 0x2e80 && unit <= 0x9fff) ||
    (unit >= 0xac00 && unit <= 0xd7af) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xff00 && unit <= 0xff60)
  )
}

/**
 * Returns whether a unit is a letter of an alphabet, a digit, a comma or a space. None of these is wide. (After the end
 * of the text, the unit is NaN, which isn't plain.)
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

/**
 * Returns whether the full stop after `word` belongs to the word. `next` is the text that follows, or "" at the end of
 * the text.
 */
function isAbbreviation(word: string, next: string, language?: string | null): boolean {
  const lower = word.toLowerCase()
  if (BEFORE_NUMBER.has(lower)) return /^[\d#[]/.test(next)
  if (MAY_END.has(lower)) return !/^[\p{Lu}\p{Lo}"“«¿¡[(]/u.test(next)
  if (language && INSIDE[language]) return COMMON.has(lower) || INSIDE[language].has(lower)
  return COMMON.has(lower) || Object.values(INSIDE).some((words) => words.has(lower))
}

const ofAll = (list: string) => new Set(entriesOf(LISTS, "mul", list))
/** A full stop belongs to these words in every language. They are in lower case and without the last stop. */
const COMMON = ofAll("abbreviations")
/**
 * The abbreviations of each language. If a language has none, a full stop that follows no word still doesn't
 * end the sentence.
 */
const INSIDE: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  LANGUAGES.map((language) => [language, new Set(optionalEntriesOf(LISTS, language, "abbreviations") ?? [""])])
)
/** Abbreviations only before a number: "No. 5", but "No. Please don't." */
const BEFORE_NUMBER = ofAll("abbreviations-before-number")
/** These may also end a sentence. A capital after them shows that they did. */
const MAY_END = ofAll("abbreviations-that-may-end")
