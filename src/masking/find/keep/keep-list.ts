import type { Canvas } from "../../basis/canvas.ts"
import { foldWord } from "../../basis/fold.ts"
import { Phrases, type TextSpan, distinctivePartOf } from "../../japanese/phrases.ts"
import type { KnownPeople } from "../../known/known-people.ts"
import { sameElsewhere } from "../../japanese/names-alone.ts"
import { readingOf } from "../../japanese/reading.ts"
import { SCRIPT } from "../../japanese/script.ts"

/** Holds the team's own words, ready to be looked for: brands, products and addresses, and numbers by their digits. */
export class KeepList {
  /** Maps the first word to the other words of each entry, longest first. */
  readonly #phrases = new Map<string, string[][]>()
  /** Holds all entries as they are written in text without spaces. */
  readonly #unspaced: Phrases | undefined
  /** Holds the last seven digits of phone and account numbers. */
  readonly #numbers = new Set<string>()
  /** Holds account numbers with letters, without their spaces. */
  readonly #accounts = new Set<string>()

  constructor(entries: readonly string[]) {
    for (const entry of entries) this.#add(entry)
    for (const phrases of this.#phrases.values()) phrases.sort((a, b) => b.length - a.length)
    const worded = entries.filter((entry) => /\p{L}/u.test(entry)).flatMap(withoutPostcode)
    if (worded.length > 0) this.#unspaced = new Phrases(worded)
  }

  /** Protects every place of the canvas where one of the entries occurs, unless somebody on the ticket is called so. */
  protect(canvas: Canvas, people: KnownPeople): void {
    if (this.#phrases.size > 0) this.#protectPhrases(canvas, people)
    if (this.#unspaced && UNSPACED.test(canvas.text)) this.#protectUnspaced(this.#unspaced, canvas, people)
    if (this.#accounts.size > 0) {
      for (const match of canvas.text.matchAll(ACCOUNT))
        if (this.#accounts.has(compact(match[0]))) canvas.protect(match.index, match.index + match[0].length)
    }
    if (this.#numbers.size === 0) return
    for (const match of canvas.text.matchAll(NUMBER)) {
      const digits = match[0].replace(/\D/g, "")
      if (digits.length < 16 && this.#numbers.has(digits.slice(-TAIL)))
        canvas.protect(match.index, match.index + match[0].length)
    }
  }

  #add(entry: string) {
    const digits = entry.normalize("NFKC").replace(/\D/g, "")
    if (digits.length >= TAIL && !/\p{L}/u.test(entry)) {
      this.#numbers.add(digits.slice(-TAIL))
      return
    }
    if (/^[A-Z]{2}\d{2}[A-Z0-9 ]{11,40}$/.test(entry)) this.#accounts.add(compact(entry))
    // No spaces separate the words of these scripts, so a part of a longer name would be kept.
    if (UNSPACED.test(entry)) return
    const [first, ...others] = wordsOf(entry).map(({ folded }) => folded)
    if (first !== undefined) this.#phrases.set(first, [...(this.#phrases.get(first) ?? []), others])
  }

  #protectPhrases(canvas: Canvas, people: KnownPeople) {
    const words = wordsOf(canvas.text)
    for (let i = 0; i < words.length; i++) {
      const others = this.#phrases
        .get(words[i]?.folded ?? "")
        ?.find((phrase) => phrase.every((word, k) => words[i + k + 1]?.folded === word))
      if (!others) continue
      const start = words[i]?.start ?? 0
      const end = words[i + others.length]?.end ?? start
      if (people.find(canvas.text.slice(start, end)).length === 0 && !isPartOfAddress(canvas.text, start, end))
        canvas.protect(start, end)
      i += others.length
    }
  }

  /**
   * Protects entries inside Japanese text, which has no spaces. An entry that is part of a longer name, number or
   * address isn't protected.
   */
  #protectUnspaced(phrases: Phrases, canvas: Canvas, people: KnownPeople) {
    const found = phrases.find(canvas.text).filter(({ start, end }) => !isPartOfWord(canvas.text, start, end))
    if (found.length === 0) return
    const isLonger = longerNames(canvas, people.find(canvas.text))
    for (const stretch of found) if (!isLonger(stretch)) canvas.protect(stretch.start, stretch.end)
  }
}

/**
 * Says whether the stretch is part of an e-mail address, as "Halo" is in "halo@post.example" or "ann@halo.example". An
 * address is kept as a whole or not at all.
 */
function isPartOfAddress(text: string, start: number, end: number): boolean {
  const before = /[^\s<>()[\],;:"]{0,64}$/.exec(text.slice(Math.max(0, start - 64), start))?.[0] ?? ""
  const after = /^[^\s<>()[\],;:"]{0,64}/.exec(text.slice(end, end + 64))?.[0] ?? ""
  return before.includes("@") || after.includes("@")
}

/**
 * Says whether the stretch is part of a longer Latin word, number or e-mail address, as 芝1-2-3 is in 芝1-2-34 or
 * 芝1-2-3-401.
 */
function isPartOfWord(text: string, start: number, end: number): boolean {
  const before = /[A-Za-z\d._%+@-]{0,64}$/.exec(text.slice(Math.max(0, start - 64), start))?.[0] ?? ""
  const after = /^[A-Za-z\d._%+@-]{0,64}/.exec(text.slice(end, end + 64))?.[0] ?? ""
  if (before.includes("@") || after.includes("@")) return true
  const joins = (left: string, right: string) =>
    /[\p{Script=Latin}\d]$/u.test(left) && /^[\p{Script=Latin}\d]/u.test(right)
  const numbers = (left: string, right: string) => /\d[-ー]?$/u.test(left) && /^[-ー]?\d/u.test(right)
  const [first, last] = [text.slice(start, start + 1), text.slice(end - 1, end)]
  return (
    joins(text.slice(Math.max(0, start - 1), start), first) ||
    joins(last, text.slice(end, end + 1)) ||
    numbers(text.slice(Math.max(0, start - 2), start), first) ||
    numbers(last, text.slice(end, end + 2))
  )
}

/** Returns an address also without its post code, because it may be written so. */
function withoutPostcode(entry: string): string[] {
  const rest = entry.replace(
    /^〒? ?[\d\uff10-\uff19]{3}[-\u2010-\u2015\u2212\u30fc\uff0d]?[\d\uff10-\uff19]{4}[\s、,]*/u,
    ""
  )
  return rest === entry || !/\p{L}/u.test(rest) ? [entry] : [entry, rest]
}

const UNSPACED = /[\u3041-\u30fa\u3400-\u9fff\uff66-\uff9d]/
const TAIL = 7
const ACCOUNT =
  /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[A-Za-z0-9]{11,30}|(?: [A-Za-z0-9]{4}){2,7}(?: \d{1,4})?)(?![A-Za-z0-9])/g
const compact = (account: string) => account.replace(/ /g, "").toUpperCase()
const NUMBER = /\+?\d(?:[ ()./-]{0,3}\d){6,18}/g

function wordsOf(text: string): { start: number; end: number; folded: string }[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    folded: match[0].length > 100 ? "" : foldWord(match[0])
  }))
}

/**
 * Returns a test whether a stretch is part of something longer that identifies a person or an address: 桜 of 桜井さん,
 * 芝1-2-3 of 芝1-2-34.
 * @param names where people who are known by name occur, in full or in part
 */
function longerNames(canvas: Canvas, names: readonly TextSpan[]): (stretch: TextSpan) => boolean {
  const { text } = canvas
  const firsts = new Int32Array(text.length).fill(text.length)
  const lasts = new Int32Array(text.length)
  const mark = ({ start, end }: TextSpan, type: string) => {
    const core = distinctivePartOf(text, { start, end }, type)
    for (let at = core.start; at < core.end; at++) {
      firsts[at] = Math.min(firsts[at] ?? 0, core.start)
      lasts[at] = Math.max(lasts[at] ?? 0, core.end)
    }
  }
  // Nothing of these names may be kept, not even the whole.
  for (const { start, end } of names) for (let at = start; at < end; at++) firsts[at] = -1
  const reading = readingOf(canvas)
  if (reading) {
    const { page, addresses, organisations, people, places, alone } = reading
    for (const place of [...addresses, ...places]) mark(place, place.type)
    for (const organisation of organisations)
      if (LEGAL.test(text.slice(organisation.start, organisation.end))) mark(organisation, "ORG")
    for (const person of [...people, ...sameElsewhere(page, people)]) mark(person, "PERSON")
    // A run of katakana on no list may also be a product's name that continues, so only kanji are marked.
    for (const name of alone) if (page.scripts[name.start] === SCRIPT.han) mark(name, "PERSON")
  }
  return ({ start, end }) => {
    for (let at = start; at < end; at++) if (firsts[at] === -1) return true
    return (firsts[start] ?? start) < start || (lasts[end - 1] ?? end) > end
  }
}

const LEGAL = /会社|法人|\([株有同]\)|[㈱㈲]/
