import { facts, sameFact } from "../text/facts.ts"
import type { Fact } from "../text/facts.ts"
import { languageWritten } from "../text/language.ts"
import { LANGUAGES, languageOfLocale } from "../text/languages.ts"
import { sentences } from "../text/sentences.ts"
import { contentWords } from "../text/words/words.ts"
import type { Source, DocumentKind } from "../ticket/draft.ts"
import type { MaskedTicket } from "../ticket/masked-ticket.ts"

/** One sentence that can support a draft. */
export interface EvidenceUnit {
  /** The source number, where 0 is the ticket. */
  n: number
  kind: DocumentKind | "customer" | "agent"
  text: string
  words: Set<string>
  facts: Fact[]
  /** The units of one passage or message share a group. */
  group: number
  /**
   * The unit continues the one before it: it is on the same line, or below a heading or a colon. Two items of a list
   * are separate statements.
   */
  goesOn: boolean
  /** The unit is in another language than the draft, so only its facts are compared, not its words. */
  foreign: boolean
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

/** What the sources and the ticket say. It is split, read and indexed once. */
export class Evidence {
  readonly units: EvidenceUnit[] = []
  /** Holds for each group where its units begin, and which of them contain a word. */
  readonly #places: { from: number; of: Text["places"] }[] = []
  readonly language: string | null

  constructor(ticket: MaskedTicket, sources: Source[], language: string | null) {
    this.language = language
    for (const source of sources)
      this.#add(source.n, source.kind, [source.title, ...source.headings].join(". "), source.passage, source.locale)
    const fields = Object.entries(ticket.fields ?? {}).map(([name, value]) => `${name}: ${value}`)
    this.#add(0, "agent", [ticket.subject, ...fields].join("\n"), "", language ?? undefined)
    for (const message of ticket.messages)
      this.#add(0, message.role === "customer" ? "customer" : "agent", "", message.text, undefined)
  }

  /** Returns the units that share words with the sentence, best first. */
  matches(words: string[]): EvidenceMatch[] {
    const distinct = [...new Set(words)].slice(0, 31)
    const masks = new Map<number, number>()
    for (const [bit, word] of distinct.entries()) {
      for (const { from, of } of this.#places) {
        for (const place of of.get(word) ?? []) masks.set(from + place, (masks.get(from + place) ?? 0) | (1 << bit))
      }
    }
    const found: EvidenceMatch[] = []
    for (const [at, mask] of masks) {
      const unit = this.units[at]
      if (!unit) continue
      const beside = [unit.goesOn ? at - 1 : at, this.units[at + 1]?.goesOn ? at + 1 : at].filter(
        (other) => other !== at
      )
      const shared = ones(mask)
      const sharedAround = ones(beside.reduce((all, other) => all | (masks.get(other) ?? 0), mask))
      const near = [unit, ...beside.flatMap((other) => this.units[other] ?? [])]
      found.push({
        unit,
        near,
        shared,
        sharedAround,
        words: distinct.length,
        share: shared / distinct.length,
        around: sharedAround / distinct.length
      })
    }
    return found.sort((a, b) => b.around + b.share - a.around - a.share)
  }

  #add(n: number, kind: EvidenceUnit["kind"], head: string, text: string, locale: string | undefined): void {
    const group = this.#places.length
    const language = languageOfLocale(locale) ?? (this.language ? surely(text || head) : null)
    const foreign = language !== null && this.language !== null && language !== this.language
    // A passage answers many tickets, so it is read once and cached. A ticket's text is not cached.
    const { pieces, places } =
      n > 0 ? readBefore(head, text, language, this.language) : read(head, text, language, this.language)
    this.#places.push({ from: this.units.length, of: places })
    for (const piece of pieces) this.units.push({ ...piece, n, kind, group, foreign })
  }
}

type Piece = Pick<EvidenceUnit, "text" | "words" | "facts" | "goesOn">
interface Text {
  pieces: Piece[]
  /** The numbers of the pieces that contain a word. */
  places: Map<string, number[]>
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
    return { text: piece, words: new Set(subjectStems(piece, said, draft)), facts: said, goesOn }
  })
  const places = new Map<string, number[]>()
  for (const [at, { words }] of pieces.entries()) {
    for (const word of words) {
      const standing = places.get(word)
      if (standing) standing.push(at)
      else places.set(word, [at])
    }
  }
  return { pieces, places }
}

function readBefore(head: string, text: string, language: string | null, draft: string | null): Text {
  const key = JSON.stringify([head, text, language, draft])
  const known = passages.get(key)
  const said = known ?? read(head, text, language, draft)
  // The passage that was just used goes last, so the first one is the one unused for longest.
  passages.delete(key)
  passages.set(key, said)
  if (passages.size > MOST_PASSAGES) passages.delete(passages.keys().next().value ?? "")
  return said
}

const passages = new Map<string, Text>()
const MOST_PASSAGES = 1000

/** Returns the best match of each passage or message. */
export function onePerGroup(matches: EvidenceMatch[]): EvidenceMatch[] {
  const seen = new Set<number>()
  return matches.filter(({ unit }) => !seen.has(unit.group) && seen.add(unit.group))
}

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
  return units.some((unit) => unit.facts.some((said) => sameFact(said, fact)))
}

/** Matches a heading, or a line such as "We need:" above a list, to which the following text belongs. */
const LEADS = /[:：]$|^(?!\s*(?:[-*•・]|\d{1,3}[.)]))[^\n]*[^.!?。！？"”»)\]\n]$/u

/** Returns the stems of a text's words without its figures and their units, which are facts and compared as such. */
export function subjectStems(text: string, said: Fact[], language: string | null): string[] {
  return contentWords(withoutFacts(text, said), language)
}

/** Returns a text with its facts blanked out, except names. */
export function withoutFacts(text: string, said: Fact[]): string {
  let rest = text
  for (const { kind, start, end } of said)
    if (kind !== "name") rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end)
  return rest
}

/** Returns the language of a text that is long enough to recognise it. */
function surely(text: string): string | null {
  const { language, sure } = languageWritten(text, LANGUAGES)
  return sure ? language : null
}

function ones(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}
