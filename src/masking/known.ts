import type { Person } from "../ticket/ticket.ts"
import type { Span } from "./canvas.ts"
import { fold, foldWord } from "./fold.ts"
import { latinLike } from "./look-alikes.ts"
import { decodedRuns } from "./percent.ts"
import { isFunctionWord, isOrdinary } from "./words.ts"

/**
 * Finds the people of a ticket in running text: the full name as a sequence of words, parts of three letters and more in
 * any case, with accents or without, and the words of the e-mail address before the "@"; also where they are written in percent
 * signs, or in letters that only look like these. A possessive or genitive s stays outside.
 */
export class KnownPeople {
  /** First word -> the other words of each name that begins with it, longest first. */
  readonly #names = new Map<string, string[][]>()
  readonly #parts = new Map<string, "any" | "capital">()
  /** Every word of a name, short ones too. */
  readonly #words = new Set<string>()
  /** Names in a script without spaces, longest first by first character. */
  readonly #unspaced = new Map<string, string[]>()

  constructor(people: readonly Person[]) {
    for (const person of people) {
      for (const name of spellings(person.name ?? "")) this.#addName(name)
      if (person.email) this.#addMailbox(person.email)
    }
    for (const names of this.#names.values()) names.sort((a, b) => b.length - a.length)
    for (const forms of this.#unspaced.values()) forms.sort((a, b) => b.length - a.length)
  }

  /** Spans in `text`, left to right, apart from each other. Linear in the text for a ticket's handful of names. */
  find(text: string): Span[] {
    const spans: Span[] = []
    if (this.#names.size + this.#parts.size > 0) {
      this.#findEncoded(text, spans)
      const encoded = [...spans]
      this.#findWords(text, spans, (word) => encoded.some(({ start, end }) => word.start < end && word.end > start))
    }
    if (this.#unspaced.size > 0) this.#findUnspaced(text, spans)
    return spans
  }

  #addName(name: string) {
    const words = wordsOf(name.slice(0, LONGEST_NAME)).map((word) => word.folded)
    this.#addUnspaced(name)
    if (words.every(isOrdinary)) return
    if (words.length > 1 || !isFunctionWord(words[0] ?? "")) this.#addSequence(words)
    // "liamohara" in a file name or an address.
    if (words.length > 1 && words.length < 5) {
      this.#addPart(words.join(""))
      this.#addPart([...words.slice(1), ...words.slice(0, 1)].join(""))
    }
    // O'Hara is one part, and so are its pieces.
    for (const piece of name.slice(0, LONGEST_NAME).split(/[^\p{L}\p{M}'’-]+/u)) {
      const inner = wordsOf(piece).map((word) => word.folded)
      if (inner.length > 1 && inner.join("").length > 2) {
        this.#addSequence(inner)
        this.#addPart(inner.join(""))
      }
    }
    for (const word of words) this.#addPart(word)
  }

  #addMailbox(email: string) {
    const local = email.slice(0, Math.max(0, email.lastIndexOf("@"))).slice(0, LONGEST_NAME)
    for (const { folded } of wordsOf(local)) if (!isFunctionWord(folded)) this.#addPart(folded)
  }

  #addSequence(words: string[]) {
    const [first, ...others] = words
    if (first === undefined) return
    for (const word of words) this.#words.add(word)
    const names = this.#names.get(first) ?? []
    // One name may stand in the table in many spellings.
    if (!names.some((known) => known.join(" ") === others.join(" "))) this.#names.set(first, [...names, others])
  }

  #addPart(part: string) {
    if (part.length < 3 || isOrdinary(part) || UNSPACED.test(part)) return
    this.#parts.set(part, isFunctionWord(part) ? "capital" : "any")
    this.#words.add(part)
  }

  #addUnspaced(name: string) {
    if (!UNSPACED.test(name)) return
    const pieces = name.trim().split(/[\s・=＝,、]+/u)
    const composed = [name.trim(), pieces.join(""), ...pieces, ...(pieces.length === 1 ? halves(pieces[0] ?? "") : [])]
    // As some systems write file names: a syllable in its letters.
    for (const form of [...composed, ...composed.map((one) => one.normalize("NFD"))]) {
      const known = this.#unspaced.get(form.charAt(0)) ?? []
      if (UNSPACED.test(form) && !known.includes(form)) this.#unspaced.set(form.charAt(0), [...known, form])
    }
  }

  /** "J%C3%BCrgen%2FBerg": the whole run, where one of its words is a name's. */
  #findEncoded(text: string, spans: Span[]) {
    for (const { start, end, decoded } of decodedRuns(text)) {
      const isName = this.#wordsOf(fold(decoded).text).some((word) => this.#isPart(word.folded, word.written) || this.#hasPieces(word))
      if (isName) spans.push({ start, end, type: "PERSON" })
    }
  }

  #findWords(text: string, spans: Span[], isDone: (word: Word) => boolean) {
    const words = this.#wordsOf(text)
    for (let i = 0; i < words.length; i++) {
      const word = words[i]
      if (!word || isDone(word)) continue
      const name = this.#nameAt(words, i, text)
      if (name) {
        spans.push({ start: word.start, end: name.end, type: "PERSON" })
        i = name.last
      } else if (this.#isPart(word.folded, word.written) || this.#hasPieces(word)) {
        spans.push({ start: word.start, end: word.end, type: "PERSON" })
      } else if (/s$/i.test(word.written) && this.#isPart(word.folded.slice(0, -1), word.written) && (capital(word.written) || word.folded.length > 4)) {
        spans.push({ start: word.start, end: word.end - 1, type: "PERSON" })
      }
    }
  }

  /** Words as they are compared: one that only looks like a name's in another script is taken for it. */
  #wordsOf(text: string): Word[] {
    const words = wordsOf(text)
    for (const word of words) {
      const alike = this.#words.has(word.folded) ? undefined : latinLike(word.written)
      if (alike && this.#words.has(foldWord(alike))) word.folded = foldWord(alike)
    }
    return words
  }

  /** "invoiceAnnaBerg": a part between two capitals of one word. */
  #hasPieces({ written }: Word): boolean {
    if (written.length > LONGEST_NAME || !CAMEL.test(written)) return false
    const pieces = written.split(CAMEL)
    // "McAllister" is two pieces and one part.
    return pieces.some((piece, i) => this.#isPart(foldWord(piece), piece) || this.#isPart(foldWord(piece + (pieces[i + 1] ?? "")), piece))
  }

  /** The longest name that begins at word `i`. In "Anna Bergs Konto" the genitive s hangs on the last word. */
  #nameAt(words: Word[], i: number, text: string): { last: number; end: number } | undefined {
    for (const others of this.#names.get(words[i]?.folded ?? "") ?? []) {
      let last = words[i]
      let genitive = false
      const whole = others.every((other, k) => {
        const next = words[i + k + 1]
        const near = last && next && GAP.test(text.slice(last.end, next.start))
        genitive = k === others.length - 1 && next?.folded === `${other}s`
        last = next
        return near && (next.folded === other || genitive)
      })
      if (whole && last) return { last: i + others.length, end: genitive ? last.end - 1 : last.end }
    }
    return undefined
  }

  #isPart(folded: string, written: string): boolean {
    const how = this.#parts.get(folded)
    return how === "any" || (how === "capital" && capital(written))
  }

  #findUnspaced(text: string, spans: Span[]) {
    for (let i = 0; i < text.length; i++) {
      const form = this.#unspaced.get(text.charAt(i))?.find((name) => text.startsWith(name, i) && (name.length > 1 || HONORIFIC.test(text.slice(i + 1, i + 3))))
      if (!form) continue
      spans.push({ start: i, end: i + form.length, type: "PERSON" })
      i += form.length - 1
    }
  }
}

/** The name, and as it is written where there is no umlaut: Krüger, Krueger; and the other way round. */
function spellings(written: string): string[] {
  const name = fold(written).text.normalize("NFC")
  return [...new Set([name, name.replace(/[äöüøåÄÖÜØÅ]/g, (letter) => UMLAUTS[letter.toLowerCase()] ?? letter), name.replace(/([aou])e/gi, "$1")])]
}

const UMLAUTS: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" }

/** Family and given name of a name written without a space: 김민준 is 김 and 민준, 山田太郎 most often 山田 and 太郎. */
function halves(name: string): string[] {
  if (/^\p{Script=Hangul}{3}$/u.test(name)) return [name.slice(1)]
  return /^[\p{Script=Han}\p{Script=Hiragana}]{4,5}$/u.test(name) ? [name.slice(0, 2), name.slice(2)] : []
}

interface Word { start: number; end: number; written: string; folded: string }

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => {
    const written = match[0]
    return { start: match.index, end: match.index + written.length, written, folded: written.length > LONGEST_NAME ? "" : foldWord(written) }
  })
}

function capital(word: string): boolean {
  const first = word.charAt(0)
  return first !== first.toLowerCase()
}

const LONGEST_NAME = 200
const CAMEL = /(?<=\p{Ll})(?=\p{Lu})/u
/** Letters of scripts that put spaces between words, no apostrophes among them; "Tom様" is the word "Tom". */
const WORD = /(?:(?![\u02b9-\u02bf\u02c8\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー])[\p{L}\p{M}])+/gu
const GAP = /^[ .,'’_+-]{0,3}$/
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u
const HONORIFIC = /^(?:様|さま|さん|氏|君|殿|先生|님|씨)/
