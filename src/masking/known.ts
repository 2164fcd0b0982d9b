import type { Person } from "../ticket/ticket.ts"
import type { Span } from "./canvas.ts"
import { foldWord } from "./fold.ts"
import { isFunctionWord, isOrdinary } from "./words.ts"

/**
 * Finds the people of a ticket in running text: the full name as a sequence of words, parts of three letters and more in
 * any case, with accents or without, and the words of the e-mail address before the "@". A possessive or genitive s stays outside.
 */
export class KnownPeople {
  /** First word -> the other words of each name that begins with it, longest first. */
  readonly #names = new Map<string, string[][]>()
  readonly #parts = new Map<string, "any" | "capital">()
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
    if (this.#names.size + this.#parts.size > 0) this.#findWords(text, spans)
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
    const names = this.#names.get(first) ?? []
    // One name may stand in the table in many spellings.
    if (!names.some((known) => known.join(" ") === others.join(" "))) this.#names.set(first, [...names, others])
  }

  #addPart(part: string) {
    if (part.length < 3 || isOrdinary(part) || UNSPACED.test(part)) return
    this.#parts.set(part, isFunctionWord(part) ? "capital" : "any")
  }

  #addUnspaced(name: string) {
    if (!UNSPACED.test(name)) return
    const pieces = name.trim().split(/[\s・=＝,、]+/u)
    for (const form of [name.trim(), pieces.join(""), ...pieces, ...(pieces.length === 1 ? halves(pieces[0] ?? "") : [])]) {
      const known = this.#unspaced.get(form.charAt(0)) ?? []
      if (UNSPACED.test(form) && !known.includes(form)) this.#unspaced.set(form.charAt(0), [...known, form])
    }
  }

  #findWords(text: string, spans: Span[]) {
    const words = wordsOf(text)
    for (let i = 0; i < words.length; i++) {
      const word = words[i]
      if (!word) continue
      const name = this.#nameAt(words, i, text)
      if (name) {
        spans.push({ start: word.start, end: name.end, type: "PERSON" })
        i = name.last
      } else if (this.#isPart(word.folded, word.written)) {
        spans.push({ start: word.start, end: word.end, type: "PERSON" })
      } else if (word.written.endsWith("s") && this.#isPart(word.folded.slice(0, -1), word.written) && capital(word.written)) {
        spans.push({ start: word.start, end: word.end - 1, type: "PERSON" })
      }
    }
  }

  /** The longest name that begins at word `i`. In "Anna Bergs Konto" the genitive s hangs on the last word. */
  #nameAt(words: Word[], i: number, text: string): { last: number; end: number } | undefined {
    for (const others of this.#names.get(words[i]?.folded ?? "") ?? []) {
      let last = words[i]
      let genitive = false
      const whole = others.every((other, k) => {
        const next = words[i + k + 1]
        const near = last && next && GAP.test(text.slice(last.end, next.start))
        genitive = k === others.length - 1 && next?.folded === `${other}s` && capital(next.written)
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

/** The name, and as it is written where there is no umlaut: Krüger, Krueger. */
function spellings(name: string): string[] {
  const plain = name.normalize("NFC").replace(/[äöüøåÄÖÜØÅ]/g, (letter) => UMLAUTS[letter.toLowerCase()] ?? letter)
  return plain === name.normalize("NFC") ? [name] : [name, plain]
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
/** Letters of scripts that put spaces between words; "Tom様" is the word "Tom". */
const WORD = /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー])[\p{L}\p{M}])+/gu
const GAP = /^[ .,'’_+-]{0,3}$/
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u
const HONORIFIC = /^(?:様|さま|さん|氏|君|殿|先生|님|씨)/
