import { escapeRegExp } from "../../text/escape-reg-exp.ts"
import type { Person } from "../../ticket/ticket.ts"
import type { Span } from "../basis/canvas.ts"
import { fold, foldWord } from "../basis/fold.ts"
import { latinLike } from "../basis/look-alikes.ts"
import { nameModel } from "../trained/load.ts"
import { decodedRuns } from "../basis/percent.ts"
import { isAlsoName, isFunctionWord, isOrdinary } from "../basis/words.ts"
import { capital, halves, isWord, LONGEST_NAME, spellings, turns, wordsOf, type Word } from "./name-words.ts"

/**
 * Finds the people of a ticket in running text: the full name as a sequence of words, parts of three letters and more
 * in any case, with or without accents, and the words of the e-mail address before the "@". They are also found
 * percent-encoded, or in letters that only look like these. A possessive or genitive s stays outside.
 */
export class KnownPeople {
  /** Maps the first word to the other words of each name that begins with it, longest first. */
  readonly #names = new Map<string, string[][]>()
  readonly #sequences = new Set<string>()
  readonly #parts = new Map<string, "any" | "capital">()
  /** Neighbours of a name joined into one, if they are no word of a language. */
  readonly #joined = new Set<string>()
  readonly #mailboxes: RegExp[] = []
  /** Holds every word of a name, short ones too. */
  readonly #words = new Set<string>()
  /** Maps the first character to the names in a script without spaces, longest first. */
  readonly #unspaced = new Map<string, string[]>()

  /**
   * @param found names that the finder of names found. A part of one counts alone only where it is no word of a
   * language.
   */
  constructor(people: readonly Person[], found: readonly string[] = []) {
    for (const name of new Set(found))
      for (const spelling of spellings(name))
        this.#addName(spelling, (part) => nameModel().knowledge.of(part).ordinary === 0)
    for (const person of people) {
      for (const name of spellings(person.name ?? "")) this.#addName(name)
      if (person.email) this.#addMailbox(person.email)
    }
    for (const names of this.#names.values()) names.sort((a, b) => b.length - a.length)
    for (const forms of this.#unspaced.values()) forms.sort((a, b) => b.length - a.length)
  }

  /** Returns spans in `text`, in linear time for a ticket's few names. Where two overlap, the first counts. */
  find(text: string): Span[] {
    const spans = this.findEncoded(text)
    for (const mailbox of this.#mailboxes)
      for (const { index, 0: found } of text.matchAll(mailbox))
        spans.push({ start: index, end: index + found.length, type: "PERSON" })
    const before = [...spans]
    if (this.#names.size + this.#parts.size > 0)
      this.#findWords(text, spans, (word) => before.some(({ start, end }) => word.start < end && word.end > start))
    if (this.#unspaced.size > 0) this.#findUnspaced(text, spans)
    return spans
  }

  /** Finds runs in percent-encoding that contain a word of a name, such as "J%C3%BCrgen%2FBerg". */
  findEncoded(text: string): Span[] {
    const spans: Span[] = []
    for (const { start, end, decoded } of decodedRuns(text)) {
      const { text: said } = fold(decoded)
      const unspaced: Span[] = []
      this.#findUnspaced(said, unspaced)
      if (
        unspaced.length > 0 ||
        this.#wordsOf(said).some((word) => this.#isPart(word, said) || this.#hasPieces(word) || this.#isGlued(word))
      )
        spans.push({ start, end, type: "PERSON" })
    }
    return spans
  }

  #addName(name: string, isPart = (_part: string) => true) {
    const written = wordsOf(name.slice(0, LONGEST_NAME))
    const words = written.map((word) => word.folded)
    this.#addUnspaced(name)
    // A single letter as a short form of a name is not looked for.
    if (words.every((word) => isOrdinary(word) && !isAlsoName(word)) || words.join("").length < 2) return
    if (words.length > 1 || !isFunctionWord(words[0] ?? "")) this.#addSequence(words)
    if (words.length > 1) this.#addShortened(words)
    // O'Hara is one part, and so are its pieces.
    for (const piece of name.slice(0, LONGEST_NAME).split(/[^\p{L}\p{M}'’-]+/u)) {
      const inner = wordsOf(piece).map((word) => word.folded)
      if (inner.length > 1 && inner.join("").length > 2) this.#addSequence(inner)
    }
    for (const word of written) if (isPart(word.written.toLowerCase())) this.#addPart(word.folded)
  }

  /** Adds the first letter with the last word of a name, and its words in other orders. */
  #addShortened(words: string[]) {
    // In "d son" the initial makes a name of an ordinary word, but "i hope" and "a will" stay.
    const [initial, last] = [words[0]?.charAt(0) ?? "", words.at(-1) ?? ""]
    if (isWord(last) && !WORDS_OF_ONE.test(initial)) this.#addSequence([initial, last])
    if (words.length < LONGEST_LIST) for (const turned of turns(words)) this.#addJoined(turned)
  }

  #addMailbox(email: string) {
    const local = email.slice(0, Math.max(0, email.lastIndexOf("@"))).slice(0, LONGEST_NAME)
    const words = wordsOf(local).map(({ folded }) => folded)
    if (words.length > 1 && words.length < LONGEST_LIST && !words.every(isOrdinary)) this.#addSequence(words)
    for (const word of words) if (!isFunctionWord(word)) this.#addPart(word)
    // "ho73" has no part that could be looked for, so it is looked for as it is.
    if (local.length > 3 && words.every((word) => word.length < 3) && words.length > 0)
      this.#mailboxes.push(new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(local)}(?![\\p{L}\\p{N}])`, "giu"))
  }

  /**
   * Adds neighbours without what was between them, as file names and addresses write them: "hand_will", "liamohara",
   * "ohara" and "liamo'hara".
   */
  #addJoined(words: string[]) {
    this.#addSequence(words)
    for (let from = 0; from < words.length; from++) {
      for (let to = from + 2; to <= words.length; to++) {
        const some = words.slice(from, to)
        if (some.every(isOrdinary)) continue
        this.#addPart(some.join(""))
        if (some.join("").length >= SHORTEST_JOINED) this.#joined.add(some.join(""))
      }
    }
  }

  #addSequence(words: string[]) {
    const [first, ...others] = words
    if (first === undefined) return
    for (const word of words) this.#words.add(word)
    // One name may be in the table in many spellings.
    const whole = words.join(" ")
    if (this.#sequences.has(whole)) return
    this.#sequences.add(whole)
    const names = this.#names.get(first)
    if (names) names.push(others)
    else this.#names.set(first, [others])
  }

  #addPart(part: string) {
    if (part.length < SHORTEST_PART || (isOrdinary(part) && !isAlsoName(part)) || UNSPACED.test(part)) return
    this.#parts.set(part, isFunctionWord(part) || isAlsoName(part) ? "capital" : "any")
    this.#words.add(part)
  }

  #addUnspaced(name: string) {
    if (!UNSPACED.test(name)) return
    const pieces = name.trim().split(/[\s・=＝,、]+/u)
    const joined =
      pieces.length > 1
        ? BETWEEN.flatMap((sign) => [pieces.join(sign), pieces.toReversed().join(sign)])
        : halves(pieces[0] ?? "")
    const composed = [name.trim(), ...pieces, ...joined]
    // Some systems write file names in decomposed form: a syllable as its letters.
    for (const form of [...composed, ...composed.map((one) => one.normalize("NFD"))]) {
      const known = this.#unspaced.get(form.charAt(0)) ?? []
      if (UNSPACED.test(form) && !known.includes(form)) this.#unspaced.set(form.charAt(0), [...known, form])
    }
  }

  #findWords(text: string, spans: Span[], isDone: (word: Word) => boolean) {
    const words = this.#wordsOf(text)
    for (let i = 0; i < words.length; i++) {
      const word = words[i]
      if (!word || isDone(word)) continue
      const name = this.#nameAt(words, i, text) ?? this.#gluedNameAt(words, i, text)
      if (name && !words.slice(i, name.last + 1).some(isDone)) {
        spans.push({ start: word.start, end: name.end, type: "PERSON" })
        i = name.last
      } else if (this.#isPart(word, text) || this.#hasPieces(word) || this.#isGlued(word, text)) {
        spans.push({ start: word.start, end: word.end, type: "PERSON" })
      } else if (
        /s$/i.test(word.written) &&
        this.#isPart({ ...word, folded: word.folded.slice(0, -1) }, text) &&
        (capital(word.written) || !isWord(word.folded))
      ) {
        spans.push({ start: word.start, end: word.end - 1, type: "PERSON" })
      }
    }
  }

  /** Returns the words as they are compared. A word that only looks like a name in another script is taken for it. */
  #wordsOf(text: string): Word[] {
    const words = wordsOf(text)
    for (const word of words) {
      const alike = this.#words.has(word.folded) ? undefined : latinLike(word.written)
      if (alike && this.#words.has(foldWord(alike))) word.folded = foldWord(alike)
    }
    return words
  }

  /** Says whether a part between two capitals of one word is a name: "invoiceAnnaBerg". */
  #hasPieces({ written }: Word): boolean {
    if (written.length > LONGEST_NAME || !CAMEL.test(written)) return false
    const pieces = written.split(CAMEL)
    // "McAllister" is two pieces and one part.
    return pieces.some((piece, i) =>
      [piece, piece + (pieces[i + 1] ?? "")].some((some) => this.#isPart({ written: some, folded: foldWord(some) }))
    )
  }

  /**
   * Says whether a name is joined to another word: "contractanna_berg.pdf", "invoiceannaberg". A part counts in a file
   * name, a link or a tag, and a joined name anywhere.
   */
  #isGlued({ start, end, folded }: Word, text?: string): boolean {
    if (folded.length <= SHORTEST_GLUED) return false
    const joined =
      text === undefined ||
      JOINED_BEFORE.test(text.slice(Math.max(0, start - 2), start)) ||
      JOINED_AFTER.test(text.slice(end, end + 2))
    if (!joined && this.#joined.size === 0) return false
    for (let length = joined ? SHORTEST_GLUED : SHORTEST_JOINED; length < folded.length; length++) {
      if (
        [folded.slice(0, length), folded.slice(-length)].some(
          (some) => this.#joined.has(some) || (joined && this.#parts.get(some) === "any")
        )
      )
        return true
    }
    return false
  }

  /** Finds a name whose first word is the end of a word: "contractwill_hand.pdf". */
  #gluedNameAt(words: Word[], i: number, text: string): { last: number; end: number } | undefined {
    const { folded = "", end = 0 } = words[i] ?? {}
    if (!JOINED_AFTER.test(text.slice(end, end + 2))) return undefined
    for (let from = 1; from + SHORTEST_PART <= folded.length; from++) {
      const name = this.#nameAt(words, i, text, folded.slice(from))
      if (name && name.last > i) return name
    }
    return undefined
  }

  /** Returns the longest name that begins at word `i`. In "Anna Bergs Konto" the last word has a genitive s. */
  #nameAt(
    words: Word[],
    i: number,
    text: string,
    first = words[i]?.folded ?? ""
  ): { last: number; end: number } | undefined {
    for (const others of this.#names.get(first) ?? []) {
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

  /**
   * A part that is also a word needs a capital, or a sign that makes a name of it: "@hope", "mr hope", "hope_2024".
   */
  #isPart(
    { folded, written, start = 0, end = 0 }: Pick<Word, "folded" | "written"> & Partial<Word>,
    text = ""
  ): boolean {
    const how = this.#parts.get(folded)
    return (
      how === "any" ||
      (how === "capital" &&
        (capital(written) ||
          NAMING.test(text.charAt(start - 1)) ||
          TITLE.test(text.slice(Math.max(0, start - 12), start)) ||
          NAMING_BEHIND.test(text.charAt(end))))
    )
  }

  #findUnspaced(text: string, spans: Span[]) {
    for (let i = 0; i < text.length; i++) {
      const form = this.#unspaced
        .get(text.charAt(i))
        ?.find((name) => text.startsWith(name, i) && (name.length > 1 || HONORIFIC.test(text.slice(i + 1, i + 3))))
      if (!form) continue
      spans.push({ start: i, end: i + form.length, type: "PERSON" })
      i += form.length - 1
    }
  }
}

const WORDS_OF_ONE = /^[aeiouyà]?$/
/** Shorter parts of a name are not looked for. The length is in letters. */
const SHORTEST_PART = 3
/** The least letters of a part that may be joined to another word. */
const SHORTEST_GLUED = 4
const SHORTEST_JOINED = 5
/** Match what joins words in names of files, links and tags. A full stop that ends a sentence has a space behind it. */
const JOINED_BEFORE = /[_+%@\d]$|[\p{L}\p{N}\u0001\])][./~=-]$/u
const JOINED_AFTER = /^[_+%@\d]|^[./~=-][\p{L}\p{N}\u0001[(]/u
const NAMING = /[@~_#+%]/
const TITLE = /(?<!\p{L})(?:mrs?|ms|frau|herrn?|mme|monsieur|madame|señora?|sra?|senhora?)\.? $/iu
const NAMING_BEHIND = /[@_+%\d]/
/** What stands between the parts of a name whose script needs no spaces. */
const BETWEEN = ["", " ", "　", "_", "-", ".", "+", "/", "・", ", ", "、", "\n"]
/** Splits also where a script without capitals begins. */
const CAMEL = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Script=Latin})(?=\p{Lo})|(?<=\p{Lo})(?=\p{Script=Latin})/u
/** Matches what stands between the words of one name. At the end of a line that may include the mark of a quote. */
const GAP = /^(?:[ \t.,'’_+/-]{0,3}|[ \t,]{0,3}\n[ \t>]{0,6})$/
/** The most words of a name whose neighbours are joined. */
const LONGEST_LIST = 7
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u
const HONORIFIC = /^(?:様|さま|さん|氏|君|殿|先生|님|씨)/
