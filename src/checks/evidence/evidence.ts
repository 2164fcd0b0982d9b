import { facts, isDayOf, sameFact, type Fact } from "../../text/facts.ts"
import { languageWritten } from "../../text/language.ts"
import { LANGUAGES, languageOfLocale } from "../../text/languages.ts"
import { sentences } from "../../text/sentences.ts"
import type { Source } from "../../ticket/draft.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { withoutInjection } from "../injection/find-injection.ts"
import { placesOf, rank, type RankingIndex } from "./rank.ts"
import {
  readSentence,
  figuresAmong,
  gramsOf,
  conditionalOnce,
  type SentenceReading,
  subjectStems,
  remarksIn
} from "./reading.ts"
import { totalWeights, weightOf, type WordWeight } from "./word-weights.ts"
import { contentWords, plainWords } from "../../text/words/words.ts"
import { TextMemory } from "../../text/memo/text-memory.ts"
import { visibleReply } from "../../text/mail/mail-parts.ts"

/** One sentence that can support a draft. */
export interface EvidenceUnit {
  /** The source number, where 0 is the ticket. */
  n: number
  kind: Source["kind"] | "customer" | "agent"
  text: string
  words: Set<string>
  facts: readonly Fact[]
  /** The units of one passage or message share a group. */
  group: number
  /**
   * The unit continues the one before it: it is on the same line, or below a heading or a colon. Two items of a list
   * are separate statements.
   */
  goesOn: boolean
  /** The unit is in another language than the draft, so only its facts are compared, not its words. */
  foreign: boolean
  /** The unit is the title and the headings of a passage, or the subject and the fields of the ticket. */
  isHeading: boolean
  /**
   * The unit is free text in the answer of a lookup, which somebody typed there, instead of a plain fact; or it is
   * around a message: quoted and forwarded mail, comments, the signature. It supports nothing, though its figures count
   * as given.
   */
  isRemark: boolean
  /** Returns the unit as the ranking needs it. It is read on the first call. */
  reading: () => SentenceReading
}

export interface EvidenceMatch {
  unit: EvidenceUnit
  /** The share of the sentence's words that the unit contains, alone and together with its neighbours, from 0 to 1. */
  share: number
  around: number
  /** How many words are shared, with the unit and together with its neighbours. */
  shared: number
  sharedAround: number
  /** The unit and its neighbours. */
  near: EvidenceUnit[]
  /** How many different words the sentence has. */
  words: number
}

/**
 * What the sources and the ticket say. It is split, read and indexed once. Many drafts are checked at once, so what is
 * read of a passage is kept for all of them, and a draft keeps hardly more than its ticket.
 */
export class Evidence {
  readonly units: EvidenceUnit[] = []
  /** Holds for each group where its units begin, and what was read of it. */
  readonly #parts: ({ from: number } & Text)[] = []
  readonly language: string | null
  /** The day on which the draft is written, if it is known. */
  readonly today: readonly Fact[]
  #ranking: RankingIndex | undefined
  #last: Nearest | undefined

  constructor(ticket: MaskedTicket, sources: Source[], language: string | null, today = lastDayOf(ticket)) {
    this.language = language
    this.today = dateFact(today)
    for (const source of sources)
      this.#add(source.n, source.kind, [source.title, ...source.headings].join(". "), source.passage, source.locale)
    const fields = Object.entries(ticket.fields ?? {}).map(([name, value]) => `${name}: ${value}`)
    // The subject is the customer's, and so are many fields. What orders a machine about says nothing about the matter.
    const about = withoutInjection([ticket.subject, ...fields].join("\n"))
    this.#add(0, "customer", about, "", language ?? undefined)
    for (const { role, text } of ticket.messages) {
      const { own, quoted } = ownAndQuoted(withoutInjection(text))
      if (own !== "") this.#add(0, role === "customer" ? "customer" : "agent", "", own, undefined)
      if (quoted !== "") this.#add(0, "customer", "", quoted, undefined, true)
    }
  }

  /** Returns the units that share words with the sentence, best first. */
  matches(words: string[]): EvidenceMatch[] {
    const distinct = [...new Set(words)].slice(0, 31)
    const masks = new Map<number, number>()
    for (const [bit, word] of distinct.entries()) {
      for (const { from, places } of this.#parts) {
        for (const place of places.get(word) ?? []) masks.set(from + place, (masks.get(from + place) ?? 0) | (1 << bit))
      }
    }
    const matched: EvidenceMatch[] = []
    for (const [at, mask] of masks) {
      const unit = this.units[at]
      if (!unit) continue
      // A remark continues no plain fact, whatever line it is on.
      const beside = [unit.goesOn ? at - 1 : at, this.units[at + 1]?.goesOn ? at + 1 : at].filter(
        (other) => other !== at && this.units[other]?.isRemark === unit.isRemark
      )
      const shared = ones(mask)
      const sharedAround = ones(beside.reduce((all, other) => all | (masks.get(other) ?? 0), mask))
      const near = [unit, ...beside.flatMap((other) => this.units[other] ?? [])]
      matched.push({
        unit,
        near,
        shared,
        sharedAround,
        words: distinct.length,
        share: shared / distinct.length,
        around: sharedAround / distinct.length
      })
    }
    return matched.sort((a, b) => b.around + b.share - a.around - a.share)
  }

  /**
   * Says whether every word of a name stands somewhere in the sources or the ticket, in any form: "Bill of the BI" holds
   * "BI bills". A name of which a word stands nowhere was given by nobody.
   */
  hasWordsOf(name: string): boolean {
    return isNameOf(
      name,
      this.#parts.map((part) => part.names()),
      this.language
    )
  }

  /** Says how much a word weighs among the sentences of sources and ticket. */
  get weight(): WordWeight {
    return this.#index().weight
  }

  /**
   * Reads a sentence, and finds the sentences of sources and ticket from which it most likely comes, best first. Several
   * checks ask for the same sentence in a row, so the last answer is kept.
   */
  nearestTo(sentence: string): Nearest {
    if (this.#last?.sentence === sentence) return this.#last
    const reading = readSentence(sentence, this.language)
    const near = rank(reading, this.#index())
      .slice(0, MAX_NEAR)
      .flatMap(({ index, score }) => (score > 0 ? (this.units[index] ?? []) : []))
    this.#last = { sentence, reading, units: near }
    return this.#last
  }

  #index(): RankingIndex {
    if (this.#ranking) return this.#ranking
    const units = this.#comparable()
    const count = units.filter((unit) => unit !== undefined).length
    const parts = this.#parts
    // The counts of all words would be the largest part of what a draft keeps, so no closure here may hold them.
    const weight = (word: string) => {
      const standing = parts.flatMap(({ from, places }) => (places.get(word) ?? []).map((place) => units[from + place]))
      return weightOf(standing.filter((unit) => unit !== undefined).length, count)
    }
    this.#ranking = {
      sources: units.map((unit) => unit?.reading()),
      totals: totalWeights(units),
      weight,
      parts
    }
    return this.#ranking
  }

  /** Returns each sentence once, at its place. A thread repeats its sentences in quoted mail. */
  #comparable(): (EvidenceUnit | undefined)[] {
    const seen = new Set<string>()
    return this.units.map((unit) => {
      const isNew = !unit.foreign && !unit.isHeading && !seen.has(`${unit.n} ${unit.text}`)
      if (isNew) seen.add(`${unit.n} ${unit.text}`)
      return isNew ? unit : undefined
    })
  }

  #add(
    n: number,
    kind: EvidenceUnit["kind"],
    head: string,
    text: string,
    locale: string | undefined,
    isAside = false
  ): void {
    const group = this.#parts.length
    const language = languageOfLocale(locale) ?? (this.language ? surely(text || head) : null)
    const foreign = language !== null && this.language !== null && language !== this.language
    const reading = readOnce(head, text, language, this.language)
    this.#parts.push({ from: this.units.length, ...reading })
    const isRemark = kind === "lookup" ? remarksIn(text) : () => isAside
    for (const piece of reading.pieces)
      this.units.push({ ...piece, n, kind, group, foreign, isRemark: !piece.isHeading && isRemark(piece.text) })
  }
}

/** The sentences from which a draft's sentence most likely comes, best first. */
interface Nearest {
  sentence: string
  reading: SentenceReading
  units: EvidenceUnit[]
}

/** No check looks at more. */
const MAX_NEAR = 2

type Piece = Pick<EvidenceUnit, "text" | "words" | "facts" | "goesOn" | "isHeading" | "reading">
interface Text {
  pieces: Piece[]
  /** The numbers of the pieces that contain a word. */
  places: Map<string, number[]>
  /** Returns the words that a name can consist of. They are read on the first call. */
  names: () => NameWords
}

/**
 * Splits a passage or message into sentences, its heading first. `language` is its own, and `draft` is the draft's,
 * whose stems are compared.
 */
function read(head: string, text: string, language: string | null, draft: string | null): Text {
  const cut = [...(head ? [{ start: 0, end: 0, text: head }] : []), ...sentences(text, language)]
  const pieces = cut.map(({ start, text: piece }, i) => {
    const before = cut[i - 1]
    const goesOn = before !== undefined && (LEADS.test(before.text) || !text.slice(before.end, start).includes("\n"))
    const said = facts(piece, language)
    const words = new Set(subjectStems(piece, said, draft))
    return {
      text: piece,
      words,
      facts: said,
      goesOn,
      isHeading: head !== "" && i === 0,
      reading: once(piece, words, said, draft)
    }
  })
  let names: NameWords | undefined
  return {
    pieces,
    places: placesOf(pieces.map(({ words }) => words)),
    names: () =>
      (names ??= readNameWords(
        pieces.map(({ text: piece }) => piece),
        draft
      ))
  }
}

/** A passage answers many tickets, and a ticket's messages come back with its next draft. */
function readOnce(head: string, text: string, language: string | null, draft: string | null): Text {
  return texts.get(JSON.stringify([head, text, language, draft]), () => read(head, text, language, draft))
}

/** Returns a function that reads a piece when it is first needed, because most pieces are never ranked. */
function once(text: string, words: Set<string>, said: readonly Fact[], language: string | null): () => SentenceReading {
  let read: SentenceReading | undefined
  return () =>
    (read ??= {
      text,
      stems: [...words],
      words,
      facts: figuresAmong(said),
      grams: gramsOf(text),
      isConditional: conditionalOnce(text, language)
    })
}

const texts = new TextMemory<Text>({ characters: 1_000_000 })

/** Says whether one of the units states the fact. */
export function statesFact(units: EvidenceUnit[], fact: Fact): boolean {
  if (fact.kind === "name") return units.some((unit) => unit.text.toLowerCase().includes(String(fact.value)))
  if (fact.kind === "code") return units.some((unit) => unit.text.toUpperCase().includes(String(fact.value)))
  if (fact.kind === "link")
    return units.some((unit) =>
      unit.facts.some(
        (said) =>
          said.kind === "link" && (said.value === fact.value || (said.unit === fact.unit && fact.value === fact.unit))
      )
    )
  return units.some((unit) => unit.facts.some((said) => sameFact(said, fact) || isNumbered(said, fact)))
}

/** Says whether "the 20th" is the day of "20 March", or the twentieth of anything. */
const isNumbered = (said: Fact, fact: Fact): boolean =>
  fact.kind === "ordinal" &&
  (isDayOf(said, fact) || (said.kind === "number" && said.unit === "" && said.value === fact.value))

/** Matches a heading, or a line such as "We need:" above a list, to which the following text belongs. */
const LEADS = /[:：]$|^(?!\s*(?:[-*•・]|\d{1,3}[.)]))[^\n]*[^.!?。！？"”»)\]\n]$/u

/** Returns the language of a text that is long enough to recognise it. */
function surely(text: string): string | null {
  const { language, sure } = languageWritten(text, LANGUAGES)
  return sure ? language : null
}

/** The words of a text that a name can consist of. */
interface NameWords {
  /** The stems of the words, of the parts of hyphenated ones too. */
  stems: ReadonlySet<string>
  /** The initials of each run of two to five words: "SSO" for "single sign-on". */
  initials: ReadonlySet<string>
}

/** Reads sentences for `isNameOf`, with the stems of this language. */
const readNameWords = (sentences: readonly string[], language: string | null): NameWords => ({
  stems: new Set(sentences.flatMap((sentence) => nameStems(sentence, language))),
  initials: new Set(sentences.flatMap(initialsIn))
})

/**
 * Says whether every word of a name stands somewhere in these texts, in any form, or the name as an abbreviation, or the
 * words that an abbreviation in it stands for.
 */
function isNameOf(name: string, texts: readonly NameWords[], language: string | null): boolean {
  const hasStem = (stem: string) => texts.some(({ stems }) => stems.has(stem))
  const hasWord = (word: string) => nameStems(word, language).every(hasStem)
  if (hasWord(name)) return true
  const parts = plainWords(name.replace(HYPHENS, " "))
  const whole = parts.map((part) => part[0] ?? "").join("")
  if (parts.length > 1 && contentWords(whole, language).some(hasStem)) return true
  return parts.every((part) => hasWord(part) || texts.some(({ initials }) => initials.has(part)))
}

function initialsIn(text: string): string[] {
  const letters = plainWords(text.slice(0, LONGEST).replace(HYPHENS, " ")).map((word) => (word[0] ?? "").toUpperCase())
  return letters.flatMap((_letter, at) => [2, 3, 4, 5].map((length) => letters.slice(at, at + length).join("")))
}

const nameStems = (text: string, language: string | null) => contentWords(text.replace(HYPHENS, " "), language)

const HYPHENS = /[-‐‑–/]/g
const LONGEST = 2000

/** Counts the bits of a mask that are set. */
function ones(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}

/**
 * Returns what somebody wrote in a message, and what is around it: quoted and forwarded mail, a signature, comments. In
 * an agent's message that is most likely the customer's, and binds the team no more than the customer's own mail.
 */
function ownAndQuoted(message: string): { own: string; quoted: string } {
  const { visible, quoted, signature } = visibleReply(message.replace(COMMENT, " "))
  const [theirs, own] = partition(visible.split("\n"), (line) => /^\s*>/.test(line))
  const comments = message.match(COMMENT) ?? []
  return { own: own.join("\n").trim(), quoted: [...theirs, quoted, signature, ...comments].join("\n").trim() }
}

/** What a page would not show. */
const COMMENT = /<!--[\s\S]{0,5000}?-->/g

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))]
}

/** Returns the day on which the customer wrote last, or "". */
const lastDayOf = ({ messages }: Pick<MaskedTicket, "messages">): string =>
  messages.findLast(({ role }) => role === "customer")?.at?.slice(0, 10) ?? ""

/** Returns a day as a fact. There is none for what is no day. */
const dateFact = (day: string): Fact[] =>
  /^\d{4}-\d\d-\d\d$/.test(day) ? [{ kind: "date", value: day, unit: "", start: 0, end: 0, text: day }] : []
